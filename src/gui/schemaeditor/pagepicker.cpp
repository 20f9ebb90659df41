// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/pagepicker.h"

#include "domain/pagerange.h"
#include "gui/common/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

namespace {

constexpr QSize cell(62, 90);
constexpr QSize picture(46, 62);

/// The page's picture, and below it the check with the number.
class Delegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return cell; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto theme = common::Theme::of(option.palette);
        const auto isChecked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        painter->save();
        painter->setOpacity(isChecked ? 1 : 0.45);
        paintPage(*painter, option.rect, index, theme);
        painter->setOpacity(1);
        auto check = option;
        check.rect = QRect(option.rect.left() + 10, option.rect.bottom() - 20, 16, 16);
        check.state.setFlag(QStyle::State_On, isChecked);
        check.state.setFlag(QStyle::State_Off, !isChecked);
        check.state.setFlag(QStyle::State_HasFocus, false);
        option.widget->style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &check, painter, option.widget);
        painter->setPen(isChecked ? option.palette.color(QPalette::Text) : theme.text2);
        painter->setFont(common::fontFor(common::TextRole::Secondary, option.font));
        painter->drawText(QRect(check.rect.right() + 5, check.rect.top(), 34, 16), Qt::AlignVCenter | Qt::AlignLeft,
                          QString::number(index.row() + 1));
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(theme.accent, 2));
            painter->setRenderHint(QPainter::Antialiasing);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 5, 5);
        }
        painter->restore();
    }

private:
    static void paintPage(QPainter &painter, const QRect &rect, const QModelIndex &index, const common::Theme &theme)
    {
        const auto size = index.data(Qt::SizeHintRole).toSizeF().scaled(picture, Qt::KeepAspectRatio);
        QRectF paper(QPointF(), size);
        paper.moveCenter(QPointF(rect.center().x(), rect.top() + 4 + picture.height() / 2.0));
        painter.fillRect(paper, Qt::white);
        if (const auto image = index.data(Qt::DecorationRole).value<QPixmap>(); !image.isNull()) {
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.drawPixmap(paper, image, image.rect());
        }
        painter.setPen(theme.line);
        painter.drawRect(paper);
    }
};

} // namespace

void PagePickerModel::setPages(const std::vector<domain::PageSize> &sizes)
{
    beginResetModel();
    m_sizes = sizes;
    m_pictures.assign(sizes.size(), {});
    m_checked.clear();
    endResetModel();
}

void PagePickerModel::setPicture(int page, const QPixmap &picture)
{
    if (page < 1 || page > rowCount())
        return;
    m_pictures[page - 1] = picture;
    emit dataChanged(index(page - 1), index(page - 1), {Qt::DecorationRole});
}

void PagePickerModel::setChecked(std::set<int> pages)
{
    if (pages == m_checked || rowCount() == 0)
        return;
    m_checked = std::move(pages);
    emit dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
}

int PagePickerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sizes.size());
}

QVariant PagePickerModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto page = index.row() + 1;
    switch (role) {
    case Qt::CheckStateRole:
        return m_checked.contains(page) ? Qt::Checked : Qt::Unchecked;
    case Qt::DecorationRole:
        return m_pictures[index.row()];
    case Qt::SizeHintRole:
        return m_sizes[index.row()];
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return m_checked.contains(page) ? tr("Page %1, is read").arg(page) : tr("Page %1, is not read").arg(page);
    default:
        return {};
    }
}

bool PagePickerModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid())
        return false;
    auto pages = m_checked;
    if (value.toInt() == Qt::Checked)
        pages.insert(index.row() + 1);
    else
        pages.erase(index.row() + 1);
    setChecked(std::move(pages));
    emit checkedByHand();
    return true;
}

Qt::ItemFlags PagePickerModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable : Qt::NoItemFlags;
}

PagePicker::PagePicker(QWidget *parent) : QListView(parent), m_model(new PagePickerModel(this))
{
    setObjectName(u"pagePicker"_s);
    setAccessibleName(tr("Pages to read"));
    setModel(m_model);
    setItemDelegate(new Delegate(this));
    setViewMode(QListView::IconMode);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setGridSize(cell);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::NoSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    setToolTip(tr("Click pages to read them or not; with Shift, all from the one before."));
    connect(m_model, &PagePickerModel::checkedByHand, this, &PagePicker::tell);
}

void PagePicker::setPages(const std::vector<domain::PageSize> &sizes)
{
    m_model->setPages(sizes);
    m_last = 0;
    setVisible(sizes.size() > 1);
    // One row for a few pages, two for many.
    setFixedHeight(cell.height() * (sizes.size() > 4 ? 2 : 1) + 2);
    requestPictures();
}

void PagePicker::setPicture(int page, const QImage &image)
{
    m_model->setPicture(page, QPixmap::fromImage(image));
}

void PagePicker::setChosen(const std::vector<int> &pages)
{
    m_model->setChecked({pages.begin(), pages.end()});
}

void PagePicker::toggle(int page, bool toHere)
{
    if (page < 1 || page > pageCount())
        return;
    const auto on = !m_model->checked().contains(page);
    const auto first = toHere && m_last > 0 ? m_last : page;
    auto pages = m_model->checked();
    for (auto p = std::min(first, page); p <= std::max(first, page); ++p) {
        if (on)
            pages.insert(p);
        else
            pages.erase(p);
    }
    m_last = page;
    // No page at all would mean every page.
    if (pages.empty())
        return;
    m_model->setChecked(std::move(pages));
    tell();
}

void PagePicker::tell()
{
    QStringList numbers;
    for (const auto page : m_model->checked())
        numbers << QString::number(page);
    const auto isAll = static_cast<int>(m_model->checked().size()) == pageCount();
    const auto range = domain::PageRange::parse(numbers.join(u','));
    emit picked(isAll || !range ? QString() : range->text());
}

void PagePicker::requestPictures()
{
    if (!isVisible() || pageCount() == 0)
        return;
    QList<int> wanted;
    const auto view = viewport()->rect();
    for (int row = 0; row < pageCount(); ++row) {
        const auto rect = visualRect(m_model->index(row));
        if (rect.top() > view.bottom())
            break;
        if (rect.intersects(view) && !m_model->hasPicture(row + 1))
            wanted << row + 1;
    }
    if (!wanted.isEmpty())
        emit picturesWanted(wanted, qRound(picture.width() * devicePixelRatioF()) * 2);
}

void PagePicker::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    requestPictures();
}

void PagePicker::showEvent(QShowEvent *event)
{
    QListView::showEvent(event);
    requestPictures();
}

void PagePicker::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    requestPictures();
}

void PagePicker::mouseReleaseEvent(QMouseEvent *event)
{
    // The base class would toggle only on the check itself.
    if (const auto index = indexAt(event->pos()); index.isValid() && event->button() == Qt::LeftButton)
        toggle(index.row() + 1, event->modifiers().testFlag(Qt::ShiftModifier));
    event->accept();
}

void PagePicker::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space || !currentIndex().isValid())
        return QListView::keyPressEvent(event);
    toggle(currentIndex().row() + 1, event->modifiers().testFlag(Qt::ShiftModifier));
}

} // namespace xs::gui::schemaeditor
