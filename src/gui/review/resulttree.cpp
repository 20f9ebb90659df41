// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/resulttree.h"

#include "gui/common/confidencepainter.h"
#include "gui/common/plaintip.h"
#include "gui/common/shownvalue.h"
#include "gui/common/theme.h"
#include "gui/review/resultdelegate.h"
#include "gui/review/resultmodel.h"

#include <QAccessible>
#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::review {

namespace {

constexpr int edge = 12;

} // namespace

ResultTree::ResultTree(ResultModel *model, FilterProxy *proxy, QWidget *parent)
    : QTreeView(parent), m_model(model), m_proxy(proxy), m_delegate(new ResultDelegate(this))
{
    m_proxy->setSourceModel(m_model);
    setModel(m_proxy);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(false);
    setExpandsOnDoubleClick(false);
    setUniformRowHeights(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAllColumnsShowFocus(true);
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(30);
    header()->setSectionsClickable(false);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &ResultTree::showAll);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ResultTree::speak);
    showAll();
}

/// Rows are what the view tells screen readers of. The chosen one says the value that is chosen in it, as it stands.
void ResultTree::speak()
{
    const auto row = currentIndex().siblingAtColumn(0);
    const auto text = m_model->spokenValue(m_path);
    if (m_proxy->spoken() == text)
        return;
    m_proxy->setSpoken(text.isEmpty() ? QModelIndex() : row, text);
    if (!QAccessible::isActive() || !row.isValid())
        return;
    auto *tree = QAccessible::queryAccessibleInterface(this);
    const auto cells =
        tree && tree->tableInterface() ? tree->tableInterface()->selectedCells() : QList<QAccessibleInterface *>();
    const auto name = std::ranges::find_if(cells, [](QAccessibleInterface *cell) {
        return cell->tableCellInterface() && cell->tableCellInterface()->columnIndex() == 0;
    });
    if (name == cells.end())
        return;
    QAccessibleEvent changed(*name, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
    QAccessibleEvent focused(*name, QAccessible::Focus);
    if (hasFocus())
        QAccessible::updateAccessibility(&focused);
}

void ResultTree::showAll()
{
    m_tables.clear();
    m_path.clear();
    expandAll();
    // The end of a long tree is for what is chosen there.
    constexpr int mostOpen = 30;
    const auto group = m_model->unprovenGroup();
    if (m_model->rowCount(group) > mostOpen || !m_groupIsOpen)
        collapse(m_proxy->mapFromSource(group));
    m_texts = measureTree(*m_model, font(), indentation());
    fitColumns();
}

void ResultTree::fitColumns()
{
    const auto columns = review::fitColumns(m_texts, viewport()->width());
    header()->resizeSection(ResultModel::FieldColumn, columns.field);
    header()->resizeSection(ResultModel::ValueColumn, columns.value);
    header()->resizeSection(ResultModel::ConfidenceColumn, columns.confidence);
    header()->resizeSection(ResultModel::StateColumn, columns.state);
    header()->setSectionHidden(ResultModel::PageColumn, columns.page == 0);
    if (columns.page > 0)
        header()->resizeSection(ResultModel::PageColumn, columns.page);
}

QModelIndex ResultTree::sourceOf(const QModelIndex &index) const
{
    return index.model() == m_proxy ? m_proxy->mapToSource(index) : index;
}

RowKind ResultTree::kindOf(const QModelIndex &index) const
{
    return static_cast<RowKind>(index.data(ResultModel::KindRole).toInt());
}

QRect ResultTree::fullRow(const QModelIndex &index) const
{
    const auto row = visualRect(index.siblingAtColumn(0));
    return {0, row.top(), viewport()->width(), row.height()};
}

NestedTable &ResultTree::tableOf(const QModelIndex &index) const
{
    const auto list = index.parent().data(ResultModel::PathRole).toString();
    const auto found = m_tables.find(list);
    return found != m_tables.end()
               ? found->second
               : m_tables.emplace(list, NestedTable(*m_model, sourceOf(index), font())).first->second;
}

QString ResultTree::pathOf(const QModelIndex &index, int cell) const
{
    if (!index.isValid())
        return {};
    const auto path = index.data(ResultModel::PathRole).toString();
    if (kindOf(index) == RowKind::Value)
        return path;
    if (kindOf(index) != RowKind::TableRow)
        return {};
    const auto cells = m_model->cells(sourceOf(index));
    const auto inside = std::clamp(cell, 0, static_cast<int>(cells.size()) - 1);
    const auto found = path + u'/' + domain::pointerStep(cells[inside].name);
    return m_model->node(found) ? found : QString();
}

int ResultTree::cellOf(const QModelIndex &index) const
{
    if (m_path.isEmpty() || kindOf(index) != RowKind::TableRow)
        return -1;
    const auto path = index.data(ResultModel::PathRole).toString();
    if (!m_path.startsWith(path + u'/'))
        return -1;
    const auto cells = m_model->cells(sourceOf(index));
    for (size_t i = 0; i < cells.size(); ++i)
        if (path + u'/' + domain::pointerStep(cells[i].name) == m_path)
            return static_cast<int>(i);
    return -1;
}

/// A value without evidence has two rows. Who walks through the group of these stays in it.
QModelIndex ResultTree::indexOf(const QString &path) const
{
    const auto here = currentIndex().siblingAtColumn(0);
    const bool inGroup =
        here.isValid() && sourceOf(here.parent()) == m_model->unprovenGroup() && m_model->unprovenGroup().isValid();
    const auto group = inGroup ? m_model->unprovenIndexOf(path) : QModelIndex();
    return m_proxy->mapFromSource(group.isValid() ? group : m_model->indexOf(path));
}

void ResultTree::setCurrentPath(const QString &path)
{
    m_silent = true;
    m_path = path;
    const auto index = indexOf(path);
    setCurrentIndex(index);
    m_path = index.isValid() ? path : QString();
    if (const auto cell = cellOf(index); cell >= 0)
        showCell(index, cell);
    if (index.isValid())
        scrollTo(index);
    speak();
    viewport()->update();
    m_silent = false;
}

void ResultTree::setFound(const QString &text)
{
    m_found = text;
    m_delegate->setFound(text);
    viewport()->update();
}

QString ResultTree::placePath() const
{
    return m_path.isEmpty() ? currentIndex().data(ResultModel::PathRole).toString() : m_path;
}

QRect ResultTree::rectOf(const QString &path) const
{
    const auto index = indexOf(path);
    if (!index.isValid())
        return {};
    const auto row = fullRow(index);
    if (kindOf(index) != RowKind::TableRow)
        return row;
    const auto cells = m_model->cells(sourceOf(index));
    const auto rects = tableOf(index).columnRects(row);
    for (size_t i = 0; i < cells.size(); ++i)
        if (path.endsWith(u'/' + domain::pointerStep(cells[i].name)))
            return rects[i];
    return row;
}

QRect ResultTree::valueRectOf(const QString &path) const
{
    const auto index = indexOf(path);
    if (!index.isValid() || kindOf(index) != RowKind::Value)
        return rectOf(path);
    return visualRect(index.siblingAtColumn(ResultModel::ValueColumn));
}

void ResultTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto kind = kindOf(index);
    const auto theme = common::Theme::of(palette());
    if (kind != RowKind::TableHeader && kind != RowKind::TableRow) {
        QTreeView::drawRow(painter, option, index);
        if (kind == RowKind::Group)
            drawSummary(painter, index, theme);
        return;
    }
    const QRect row(0, option.rect.top(), viewport()->width(), option.rect.height());
    if (kind == RowKind::TableHeader)
        return tableOf(index).paintHeader(painter, row,
                                          m_model->tableOrder(index.data(ResultModel::PathRole).toString()), theme);
    NestedTable::RowState state;
    state.last = kindOf(m_proxy->index(index.row() + 1, 0, index.parent())) != RowKind::TableRow;
    state.chosen = cellOf(index);
    state.found = m_found;
    tableOf(index).paintRow(painter, row, index.data().toString(), m_model->cells(sourceOf(index)), state, theme);
}

/// What a list says about itself may run over the empty cells at its right.
void ResultTree::drawSummary(QPainter *painter, const QModelIndex &index, const common::Theme &theme) const
{
    const auto cell = visualRect(index.siblingAtColumn(ResultModel::ValueColumn));
    const QRect place(cell.left() + edge, cell.top(), viewport()->width() - cell.left() - 2 * edge, cell.height());
    painter->save();
    painter->setFont(common::fontFor(common::TextRole::Secondary, font()));
    painter->setPen(theme.text2);
    const auto text = index.siblingAtColumn(ResultModel::ValueColumn).data().toString();
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    painter->restore();
}

void ResultTree::drawBranches(QPainter *, const QRect &, const QModelIndex &) const
{
    // The delegate draws the arrow inside the cell, where the text of every pane begins.
}

void ResultTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (!m_silent)
        choose(pathOf(current.siblingAtColumn(0), m_cell));
}

void ResultTree::choose(const QString &path)
{
    if (path == m_path)
        return;
    m_path = path;
    speak();
    viewport()->update();
    emit pathChosen(path);
}

void ResultTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

bool ResultTree::viewportEvent(QEvent *event)
{
    // A cell of a nested table has a tooltip of its own: what is painted only as a sign is said here in words.
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto index = indexAt(help->pos());
        if (index.isValid() && kindOf(index) == RowKind::TableRow) {
            const auto column = tableOf(index).columnAt(fullRow(index), help->pos());
            const auto cells = m_model->cells(sourceOf(index));
            if (column >= 0 && cells[column].node)
                QToolTip::showText(help->globalPos(),
                                   common::plainTip(confidenceDetail(cells[column].value, cells[column].node) + u'\n' +
                                                    common::shownText(cells[column].node->value)),
                                   viewport());
            return true;
        }
    }
    return QTreeView::viewportEvent(event);
}

} // namespace xs::gui::review
