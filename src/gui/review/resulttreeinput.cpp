// SPDX-License-Identifier: GPL-3.0-or-later
// What the mouse and the keys do in a ResultTree.
#include "gui/common/shownvalue.h"
#include "gui/review/resultmodel.h"
#include "gui/review/resulttree.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMouseEvent>

#include <algorithm>

namespace xs::gui::review {

namespace {

constexpr int edge = 12;
constexpr int arrowReach = 20;

} // namespace

bool ResultTree::isOnArrow(const QModelIndex &index, const QPoint &position) const
{
    const auto place = visualRect(index.siblingAtColumn(0));
    return kindOf(index) == RowKind::Group && position.x() < place.left() + edge + arrowReach;
}

void ResultTree::mousePressEvent(QMouseEvent *event)
{
    const auto position = event->position().toPoint();
    const auto index = indexAt(position);
    if (index.isValid() && event->button() == Qt::LeftButton) {
        if (isOnArrow(index, position))
            return toggle(index);
        if (kindOf(index) == RowKind::TableRow) {
            setFocus(Qt::MouseFocusReason);
            if (const auto cell = tableOf(index).columnAt(fullRow(index), position); cell >= 0) {
                showCell(index, cell);
                setCurrentIndex(index.siblingAtColumn(0));
                choose(pathOf(index, cell));
            }
            return;
        }
        if (kindOf(index) == RowKind::TableHeader)
            return clickHeader(index, position);
    }
    QTreeView::mousePressEvent(event);
}

void ResultTree::toggle(const QModelIndex &index)
{
    const auto group = index.siblingAtColumn(0);
    setExpanded(group, !isExpanded(group));
    if (sourceOf(group) == m_model->unprovenGroup())
        m_groupIsOpen = isExpanded(group);
}

/// The name of a column orders its table; the marks at the ends show more columns.
void ResultTree::clickHeader(const QModelIndex &index, const QPoint &position)
{
    auto &table = tableOf(index);
    const auto row = fullRow(index);
    if (const auto direction = table.scrollMarkAt(row, position); direction != 0) {
        table.scrollBy(row, direction * row.width() / 2);
        return viewport()->update();
    }
    if (const auto column = table.columnAt(row, position); column >= 0)
        emit orderWanted(index.data(ResultModel::PathRole).toString(),
                         m_model->cells(sourceOf(index))[static_cast<std::size_t>(column)].name);
}

void ResultTree::orderByCell()
{
    const auto index = currentIndex();
    const auto cell = cellOf(index);
    if (cell >= 0)
        emit orderWanted(index.parent().data(ResultModel::PathRole).toString(),
                         m_model->cells(sourceOf(index))[static_cast<std::size_t>(cell)].name);
}

void ResultTree::showOrder()
{
    if (const auto index = indexOf(m_path); index.isValid())
        scrollTo(index);
    viewport()->update();
    speak();
}

/// The column that the arrow keys keep, brought into the frame of its table.
void ResultTree::showCell(const QModelIndex &index, int cell)
{
    m_cell = cell;
    if (tableOf(index).reveal(fullRow(index), cell))
        viewport()->update();
}

void ResultTree::wheelEvent(QWheelEvent *event)
{
    const auto turned =
        event->modifiers().testFlag(Qt::ShiftModifier) ? event->angleDelta().y() : event->angleDelta().x();
    const auto index = indexAt(event->position().toPoint());
    const auto kind = kindOf(index);
    if (turned != 0 && index.isValid() && (kind == RowKind::TableRow || kind == RowKind::TableHeader)) {
        if (tableOf(index).scrollBy(fullRow(index), -turned / 2))
            viewport()->update();
        return event->accept();
    }
    QTreeView::wheelEvent(event);
}

void ResultTree::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto index = indexAt(event->position().toPoint());
    if (index.isValid() && kindOf(index) == RowKind::Group)
        return toggle(index);
    mousePressEvent(event);
    if (kindOf(index) == RowKind::TableHeader)
        return;
    if (!m_path.isEmpty() && event->button() == Qt::LeftButton)
        emit editWanted({});
}

/// While the values have the focus these keys search them, and not the document.
bool ResultTree::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Find) || key->key() == Qt::Key_F3) {
            event->accept();
            return true;
        }
    }
    return QTreeView::event(event);
}

void ResultTree::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find))
        return emit searchWanted();
    if (event->matches(QKeySequence::Copy)) {
        if (const auto *node = m_model->node(m_path))
            QGuiApplication::clipboard()->setText(displayText(node->value));
        return;
    }
    if (event->key() == Qt::Key_F3)
        return emit searchStepWanted(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    const auto index = currentIndex();
    const bool sideways = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (sideways && kindOf(index) == RowKind::TableRow && event->modifiers() == Qt::NoModifier) {
        const auto last = static_cast<int>(m_model->cells(sourceOf(index)).size()) - 1;
        showCell(index, std::clamp(m_cell + (event->key() == Qt::Key_Right ? 1 : -1), 0, last));
        return choose(pathOf(index, m_cell));
    }
    const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (isPlain && !m_path.isEmpty() && !event->text().isEmpty() && event->text().front().isPrint() &&
        event->key() != Qt::Key_Space)
        return emit editWanted(event->text());
    QTreeView::keyPressEvent(event);
}

} // namespace xs::gui::review
