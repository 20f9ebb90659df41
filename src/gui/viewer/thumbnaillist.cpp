// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/thumbnaillist.h"

#include "gui/common/icons.h"
#include "gui/common/theme.h"

#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::viewer {

namespace {

constexpr int pictureWidth = 46;
constexpr int highestPicture = 120;
constexpr int paneWidth = 72;
constexpr int gap = 8;
constexpr int numberHeight = 18;

QSize pictureSize(const domain::PageSize &page)
{
    const auto height = qRound(pictureWidth * page.height() / std::max(1.0, page.width()));
    return {pictureWidth, std::clamp(height, 10, highestPicture)};
}

class ThumbnailDelegate final : public QStyledItemDelegate
{
public:
    ThumbnailDelegate(const ThumbnailModel *model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        return {paneWidth, pictureSize(m_model->pageSize(index.row())).height() + 2 * gap + numberHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto theme = common::Theme::of(option.palette);
        const bool current = option.state.testFlag(QStyle::State_Selected);
        const auto size = pictureSize(m_model->pageSize(index.row()));
        QRectF paper(QPointF(option.rect.center().x() - size.width() / 2 + 1, option.rect.top() + gap), QSizeF(size));
        painter->save();
        painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        painter->fillRect(paper, Qt::white);
        const auto picture = index.data(Qt::DecorationRole).value<QPixmap>();
        if (!picture.isNull())
            painter->drawPixmap(paper, picture, picture.rect());
        painter->setBrush(Qt::NoBrush);
        painter->setPen(current ? QPen(theme.accent, 2) : QPen(theme.line, 1));
        const auto out = current ? 3.0 : 0.5;
        painter->drawRoundedRect(paper.adjusted(-out, -out, out, out), current ? 3 : 0, current ? 3 : 0);
        if (m_model->waiting(index.row()) > 0)
            paintMark(painter, paper.topRight(), theme);
        auto font = common::fontFor(common::TextRole::Note, option.font);
        font.setWeight(current ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(current ? theme.accent : theme.text2);
        painter->drawText(QRectF(option.rect.left(), paper.bottom() + 5, option.rect.width(), numberHeight),
                          Qt::AlignHCenter | Qt::AlignTop, index.data(Qt::DisplayRole).toString());
        painter->restore();
    }

private:
    /// The sign of what needs attention, on a disc at the corner of the paper.
    static void paintMark(QPainter *painter, const QPointF &corner, const common::Theme &theme)
    {
        constexpr double side = 14;
        QRectF disc(0, 0, side, side);
        disc.moveCenter(corner + QPointF(-1, 1));
        painter->setPen(QPen(theme.alternate, 2));
        painter->setBrush(common::paperColors(domain::ConfidenceLevel::Low).line);
        painter->drawEllipse(disc);
        common::paintIcon(painter, disc.adjusted(1, 1, -1, -1), u"low", Qt::white);
    }

    const ThumbnailModel *m_model;
};

} // namespace

void ThumbnailModel::setPages(const std::vector<domain::PageSize> &sizes)
{
    beginResetModel();
    m_sizes = sizes;
    m_pictures.clear();
    m_waiting.clear();
    endResetModel();
}

void ThumbnailModel::setPicture(int page, const QPixmap &picture)
{
    if (page < 0 || page >= rowCount())
        return;
    m_pictures.insert(page, new QPixmap(picture));
    emit dataChanged(index(page), index(page), {Qt::DecorationRole});
}

void ThumbnailModel::setWaiting(std::map<int, int> waiting)
{
    if (waiting == m_waiting)
        return;
    m_waiting = std::move(waiting);
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1),
                         {Qt::DecorationRole, Qt::AccessibleTextRole, Qt::ToolTipRole});
}

int ThumbnailModel::waiting(int page) const
{
    const auto found = m_waiting.find(page);
    return found == m_waiting.end() ? 0 : found->second;
}

int ThumbnailModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sizes.size());
}

QVariant ThumbnailModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return QLocale().toString(index.row() + 1);
    case Qt::DecorationRole:
        if (const auto *picture = m_pictures.object(index.row()))
            return *picture;
        return {};
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        if (const auto count = waiting(index.row()))
            return tr("Page %1, %2").arg(index.row() + 1).arg(tr("%n value(s) need(s) attention", nullptr, count));
        return tr("Page %1").arg(index.row() + 1);
    default:
        return {};
    }
}

ThumbnailList::ThumbnailList(QWidget *parent)
    : QListView(parent), m_model(new ThumbnailModel(this)), m_renderer(new PageRenderer(this))
{
    setObjectName(u"thumbnails"_s);
    setAccessibleName(tr("Thumbnails"));
    setModel(m_model);
    setItemDelegate(new ThumbnailDelegate(m_model, this));
    setFrameShape(QFrame::NoFrame);
    setFixedWidth(paneWidth);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setBackgroundRole(QPalette::AlternateBase);
    viewport()->setBackgroundRole(QPalette::AlternateBase);
    viewport()->setAutoFillBackground(true);
    connect(m_renderer, &PageRenderer::opened, this, &ThumbnailList::requestPictures);
    connect(m_renderer, &PageRenderer::rendered, this, [this](const RenderRequest &request, const QImage &image) {
        m_model->setPicture(request.page, QPixmap::fromImage(image));
    });
}

void ThumbnailList::open(const QString &path)
{
    close();
    m_renderer->open(path);
}

void ThumbnailList::setPages(const std::vector<domain::PageSize> &sizes)
{
    m_model->setPages(sizes);
    requestPictures();
}

void ThumbnailList::close()
{
    m_renderer->close();
    m_model->setPages({});
}

void ThumbnailList::setCurrentPage(int page)
{
    m_following = true;
    setCurrentIndex(m_model->index(page));
    m_following = false;
}

void ThumbnailList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid() && !m_following)
        emit pageChosen(current.row());
}

void ThumbnailList::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    requestPictures();
}

void ThumbnailList::showEvent(QShowEvent *event)
{
    QListView::showEvent(event);
    requestPictures();
}

void ThumbnailList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    requestPictures();
}

void ThumbnailList::requestPictures()
{
    if (!isVisible())
        return;
    std::vector<RenderRequest> wanted;
    const auto first = indexAt(QPoint(width() / 2, 0));
    for (int page = std::max(0, first.row() - 1); page < m_model->rowCount(); ++page) {
        const auto place = visualRect(m_model->index(page));
        if (place.top() > viewport()->height())
            break;
        if (place.bottom() >= 0 && m_model->index(page).data(Qt::DecorationRole).value<QPixmap>().isNull())
            wanted.push_back({page, qRound(pictureWidth * devicePixelRatioF() * 2)});
    }
    m_renderer->render(wanted);
}

} // namespace xs::gui::viewer
