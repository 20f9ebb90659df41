// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/evaluate/differencelist.h"

#include "gui/common/chip.h"
#include "gui/common/emptystate.h"
#include "gui/common/searchedit.h"
#include "gui/evaluate/differencedelegate.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::evaluate {

using Filter = DifferenceModel::Filter;

DifferenceList::DifferenceList(bool ofOneDocument, QWidget *parent)
    : QWidget(parent), m_ofOneDocument(ofOneDocument), m_model(new DifferenceModel(this))
{
    m_view = new QTreeView(this);
    m_view->setObjectName(u"differences"_s);
    m_view->setAccessibleName(tr("Differences"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new DifferenceDelegate(m_view));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->viewport()->installEventFilter(this);
    m_view->header()->setSectionsMovable(false);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setMinimumSectionSize(40);
    m_view->header()->setSortIndicator(-1, Qt::AscendingOrder);
    m_view->setSortingEnabled(true);
    setFocusProxy(m_view);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { emit currentChanged(index.row()); });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        emit currentChanged(-1);
        refresh();
    });
    connect(m_view, &QTreeView::activated, this, [this](const QModelIndex &index) { emit activated(index.row()); });

    m_empty = new common::EmptyState({}, {}, tr("Show all"), this);
    connect(m_empty, &common::EmptyState::activated, this, [this] {
        m_search->clear();
        setFilter(Filter::All);
    });
    m_parts = new QStackedWidget(this);
    m_parts->addWidget(m_view);
    m_parts->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeFilters());
    column->addWidget(m_parts, 1);

    const auto add = [this](const char *name, const QString &text, QList<QKeySequence> keys, int direction) {
        auto *action = new QAction(text, this);
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [this, direction] { step(direction); });
        addAction(action);
        m_walk << action;
    };
    add("nextDifferenceAction", tr("Next difference"), {Qt::Key_J, Qt::Key_F8}, 1);
    add("previousDifferenceAction", tr("Previous difference"), {Qt::Key_K, Qt::SHIFT | Qt::Key_F8}, -1);
}

QWidget *DifferenceList::makeFilters()
{
    auto *bar = new QWidget(this);
    bar->setFixedHeight(40);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(6);
    m_filters = new QButtonGroup(this);
    const std::pair<const char *, QString> labels[] = {{"differencesAll", tr("All")},
                                                       {"differencesNotEqual", tr("Not equal")},
                                                       {"differencesChanged", tr("Different")},
                                                       {"differencesMissing", tr("Missing")},
                                                       {"differencesExtra", tr("Extra")}};
    for (const auto &[name, label] : labels) {
        auto *chip = new common::Chip(label, bar);
        chip->setObjectName(QString::fromLatin1(name));
        m_filters->addButton(chip, static_cast<int>(m_chips.size()));
        m_chips << chip;
        row->addWidget(chip);
    }
    m_chips.first()->setChecked(true);
    connect(m_filters, &QButtonGroup::idClicked, this, [this](int id) { setFilter(static_cast<Filter>(id)); });
    row->addStretch(1);
    m_search = new QLineEdit(bar);
    m_search->setObjectName(u"differenceSearch"_s);
    m_search->setPlaceholderText(tr("Filter"));
    m_search->setAccessibleName(tr("Filter the values"));
    common::makeSearchEdit(*m_search);
    m_search->setMaximumWidth(170);
    m_search->setMinimumWidth(60);
    connect(m_search, &QLineEdit::textChanged, m_model, &DifferenceModel::setSearch);
    row->addWidget(m_search, 1);
    return bar;
}

void DifferenceList::setDocuments(std::vector<xs::evaluate::ComparedDocument> documents)
{
    m_model->setDocuments(std::move(documents));
    setFilter(m_model->count(Filter::NotEqual) > 0 ? Filter::NotEqual : Filter::All);
    refresh();
    if (m_model->rowCount() > 0 && current() < 0)
        m_view->setCurrentIndex(m_model->index(0, DifferenceModel::Field));
}

void DifferenceList::replaceDocuments(std::vector<xs::evaluate::ComparedDocument> documents, int row)
{
    m_model->setDocuments(std::move(documents));
    refresh();
    if (const auto last = m_model->rowCount() - 1; last >= 0)
        m_view->setCurrentIndex(m_model->index(std::clamp(row, 0, last), DifferenceModel::Field));
}

void DifferenceList::setFilter(Filter filter)
{
    m_filters->button(static_cast<int>(filter))->setChecked(true);
    const auto row = current();
    const auto chosen = row >= 0 ? std::optional(m_model->cell(row)) : std::nullopt;
    const auto document = row >= 0 ? m_model->document(row).id : QString();
    m_model->setFilter(filter);
    if (const auto again = chosen ? m_model->rowOf(document, *chosen) : -1; again >= 0)
        m_view->setCurrentIndex(m_model->index(again, DifferenceModel::Field));
}

void DifferenceList::refresh()
{
    for (int i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setCount(m_model->count(static_cast<Filter>(i)));
    const bool allSame = m_model->count(Filter::NotEqual) == 0;
    // A filter can be undone; where there is nothing at all, another choice above is what helps.
    m_empty->button()->setVisible(m_model->count(Filter::All) > 0);
    m_empty->setSentence(m_model->count(Filter::All) == 0        ? tr("There is nothing to compare.")
                         : allSame && m_search->text().isEmpty() ? tr("Everything is the same.")
                                                                 : tr("No value fits this filter."));
    m_parts->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    fitColumns();
}

int DifferenceList::current() const
{
    return m_view->currentIndex().isValid() ? m_view->currentIndex().row() : -1;
}

void DifferenceList::step(int direction)
{
    const auto rows = m_model->rowCount();
    auto row = current();
    if (row < 0 && direction < 0)
        row = 0;
    for (int tried = 0; tried < rows; ++tried) {
        row = (row + direction + rows) % rows;
        if (m_model->cell(row).difference == xs::evaluate::Difference::Same)
            continue;
        const auto index = m_model->index(row, DifferenceModel::Field);
        m_view->setCurrentIndex(index);
        m_view->scrollTo(index);
        return;
    }
}

void DifferenceList::fitColumns()
{
    const auto pane = m_view->viewport()->width();
    constexpr int wide = 760;
    const int confidence = pane >= wide ? 160 : 96;
    const int verdict = pane >= 520 ? 96 : 72;
    const auto rest = std::max(120, pane - confidence - verdict);
    const int document = m_ofOneDocument ? 0 : rest * 22 / 100;
    const int field = (rest - document) * (m_ofOneDocument ? 34 : 28) / 100;
    auto *header = m_view->header();
    // A reset of the model shows all columns again.
    m_view->setColumnHidden(DifferenceModel::Document, m_ofOneDocument);
    header->resizeSection(DifferenceModel::Document, document);
    header->resizeSection(DifferenceModel::Field, field);
    header->resizeSection(DifferenceModel::Reference, (rest - document - field) / 2);
    header->resizeSection(DifferenceModel::Value, rest - document - field - (rest - document - field) / 2);
    header->resizeSection(DifferenceModel::Confidence, confidence);
    header->resizeSection(DifferenceModel::Verdict, verdict);
}

void DifferenceList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // The chips say what there is; the filter gives way to them.
    constexpr int roomForSearch = 620;
    m_search->setVisible(width() >= roomForSearch || !m_search->text().isEmpty());
    fitColumns();
}

/// The viewport gets its width when the list is first laid out, and a new one with every scroll bar.
bool DifferenceList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

} // namespace xs::gui::evaluate
