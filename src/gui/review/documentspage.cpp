// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/documentspage.h"

#include "gui/common/buttonlook.h"
#include "gui/common/chip.h"
#include "gui/common/confidencepainter.h"
#include "gui/common/elidedlabel.h"
#include "gui/common/icons.h"
#include "gui/common/panebar.h"
#include "gui/common/searchedit.h"
#include "gui/review/verdictwords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace xs::gui::review {

namespace {

constexpr int edge = 12;
constexpr int iconSide = 14;
constexpr int plainRow = 26;
constexpr int cropRow = 52;
constexpr QSize cropSize{260, 46};

/// A value with the mark of its level where it waits, or of what a person decided; across documents the spot before it.
class DocumentsDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    bool showsCrops = false;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto theme = common::Theme::of(option.palette);
        const bool waits = index.data(DocumentsModel::WaitsRole).toBool();
        const auto level = static_cast<domain::ConfidenceLevel>(index.data(DocumentsModel::LevelRole).toInt());
        const auto verdict = static_cast<xs::review::Verdict>(index.data(DocumentsModel::VerdictRole).toInt());
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        if (isSelected || waits)
            painter->fillRect(option.rect, isSelected ? theme.accentSoft : theme.level(level).soft);
        auto place = option.rect.adjusted(edge, 0, -edge, 0);
        if (showsCrops && index.column() > 0) {
            const auto crop = index.data(DocumentsModel::CropRole).value<QImage>();
            const QRect frame(place.left(), place.center().y() - cropSize.height() / 2, cropSize.width(),
                              cropSize.height());
            painter->fillRect(frame, Qt::white);
            if (!crop.isNull())
                painter->drawImage(frame, crop);
            painter->setPen(theme.line);
            painter->drawRect(frame);
            place.setLeft(frame.right() + 12);
        }
        const QRectF mark(place.left(), place.center().y() - iconSide / 2 + 1, iconSide, iconSide);
        if (index.column() > 0 && verdict != xs::review::Verdict::None)
            common::paintIcon(painter, mark, verdictIcon(verdict), theme.accent);
        else if (waits)
            common::paintIcon(painter, mark, common::levelIcon(level), theme.level(level).text);
        if (index.column() > 0 && (waits || verdict != xs::review::Verdict::None))
            place.setLeft(place.left() + iconSide + 5);
        painter->setFont(option.font);
        painter->setPen(index.data(DocumentsModel::NullRole).toBool() ? theme.text3 : theme.text);
        const auto alignment = showsCrops ? int(Qt::AlignLeft | Qt::AlignVCenter)
                                          : index.data(Qt::TextAlignmentRole).toInt() | Qt::AlignVCenter;
        painter->drawText(
            place, alignment,
            painter->fontMetrics().elidedText(index.data().toString().simplified(), Qt::ElideRight, place.width()));
        if (isSelected && option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(theme.accent, 2));
            painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
        }
        painter->restore();
    }
};

} // namespace

DocumentsPage::DocumentsPage(QWidget *parent)
    : QWidget(parent), m_model(new DocumentsModel(this)), m_view(new QTableView(this)), m_fields(new QComboBox(this)),
      m_waiting(new common::Chip(tr("Needs attention"), this)), m_search(new QLineEdit(this)),
      m_count(new common::RoleLabel({}, common::TextRole::Secondary, this))
{
    setObjectName(u"documentsPage"_s);
    setAccessibleName(tr("Documents as a table"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_fields->setObjectName(u"acrossField"_s);
    m_fields->setAccessibleName(tr("Field"));
    m_fields->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_fields->setMinimumContentsLength(16);
    m_search->setPlaceholderText(tr("Filter"));
    m_search->setAccessibleName(tr("Filter the documents"));
    common::makeSearchEdit(*m_search);
    m_search->setMaximumWidth(200);
    auto *close =
        common::makeIconButton(u"close", tr("Back to the document"), u"closeDocumentsButton"_s, this, u"Esc"_s);
    connect(close, &QToolButton::clicked, this, &DocumentsPage::closeWanted);
    auto *bar = new common::PaneBar(common::PaneBar::Edge::Bottom, 44, this);
    bar->row()->setSpacing(8);
    bar->row()->addWidget(m_fields);
    bar->row()->addWidget(m_waiting);
    m_search->setMinimumWidth(110);
    bar->row()->addWidget(m_search, 100);
    bar->row()->addStretch(1);
    bar->row()->addWidget(m_count);
    bar->row()->addWidget(close);

    m_view->setObjectName(u"documentsTable"_s);
    m_view->setAccessibleName(tr("Documents as a table"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new DocumentsDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(plainRow);
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_view->setSortingEnabled(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(m_view, 1);
    setFocusProxy(m_view);

    connect(m_fields, &QComboBox::activated, this, [this](int index) { setField(index - 1); });
    connect(m_waiting, &QPushButton::toggled, this, [this](bool on) { m_model->setFilter(on, m_field); });
    connect(m_search, &QLineEdit::textChanged, m_model, &DocumentsModel::setSearch);
    connect(m_model, &QAbstractItemModel::modelReset, this, &DocumentsPage::refresh);
    connect(m_view, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        emit openWanted(index.data(DocumentsModel::DocumentRole).toString(),
                        index.data(DocumentsModel::PathRole).toString());
    });
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *enter = new QShortcut(key, m_view, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(enter, &QShortcut::activated, this, [this] { activate(m_view->currentIndex()); });
    }
    auto *escape = new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &DocumentsPage::closeWanted);
}

void DocumentsPage::activate(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const auto document = index.data(DocumentsModel::DocumentRole).toString();
    const auto path = index.data(DocumentsModel::PathRole).toString();
    if (m_field < 0 || path.isEmpty())
        return emit openWanted(document, path);
    emit confirmWanted(document, path);
    if (const auto next = index.siblingAtRow(index.row() + 1); next.isValid())
        m_view->setCurrentIndex(next);
}

void DocumentsPage::setRows(const QStringList &columns, std::vector<DocumentRow> rows)
{
    const auto field = m_field >= 0 ? m_model->columns().value(m_field) : QString();
    m_field = -1;
    m_model->setRows(columns, std::move(rows));
    m_fields->clear();
    m_fields->addItem(tr("All fields"));
    m_fields->addItems(columns);
    setField(field.isEmpty() ? -1 : static_cast<int>(columns.indexOf(field)));
}

void DocumentsPage::setField(int column)
{
    m_field = column;
    m_fields->setCurrentIndex(column + 1);
    for (int i = 1; i < m_model->columnCount(); ++i)
        m_view->setColumnHidden(i, column >= 0 && i != column + 1);
    static_cast<DocumentsDelegate *>(m_view->itemDelegate())->showsCrops = column >= 0;
    m_view->verticalHeader()->setDefaultSectionSize(column >= 0 ? cropRow : plainRow);
    m_view->horizontalHeader()->setStretchLastSection(column >= 0);
    if (m_waiting->isChecked())
        m_model->setFilter(true, column);
    refresh();
    if (column >= 0 && m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(std::max(0, m_view->currentIndex().row()), column + 1));
    m_view->viewport()->update();
}

void DocumentsPage::refresh()
{
    if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0)
        m_view->setCurrentIndex(
            m_model->index(0, std::min(m_field >= 0 ? m_field + 1 : 1, m_model->columnCount() - 1)));
    m_waiting->setCount(m_model->waitingCount(m_field));
    m_count->setText(tr("%n row(s)", nullptr, m_model->rowCount()));
    fitColumns();
}

void DocumentsPage::fitColumns()
{
    // The first rows say how wide a column is.
    constexpr int measured = 50;
    const QFontMetrics metrics(font());
    for (int column = 0; column < m_model->columnCount(); ++column) {
        int widest = metrics.horizontalAdvance(m_model->headerData(column, Qt::Horizontal).toString()) + 34;
        for (int row = 0; row < std::min(measured, m_model->rowCount()); ++row)
            widest = std::max(widest, metrics.horizontalAdvance(m_model->index(row, column).data().toString()) + 44);
        m_view->setColumnWidth(column, std::clamp(widest, 80, 260));
    }
}

} // namespace xs::gui::review
