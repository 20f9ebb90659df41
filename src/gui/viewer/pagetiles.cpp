// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/pagetiles.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace xs::gui::viewer {

namespace {

const domain::PageRect wholePage(0, 0, 1, 1);
constexpr int bytesPerPixel = 4;

/// A preview is kept like a tile; no tile has such a place.
TileKey previewKey(int page)
{
    return {page, PageTiles::previewWidth, -1, -1};
}

} // namespace

size_t qHash(const TileKey &key, size_t seed)
{
    return qHashMulti(seed, key.page, key.width, key.column, key.row);
}

PageTiles::PageTiles(QObject *parent) : QObject(parent), m_renderer(new PageRenderer(this)), m_pictures(leastBytes)
{
    connect(m_renderer, &PageRenderer::opened, this, [this](const std::vector<domain::PageSize> &sizes) {
        m_sizes = sizes;
        m_lastWidth.assign(sizes.size(), 0);
        emit opened(sizes);
    });
    connect(m_renderer, &PageRenderer::failed, this, &PageTiles::failed);
    connect(m_renderer, &PageRenderer::rendered, this, &PageTiles::keep);
}

void PageTiles::open(const QString &path)
{
    close();
    m_renderer->open(path);
}

void PageTiles::close()
{
    m_renderer->close();
    m_pictures.clear();
    m_sizes.clear();
    m_lastWidth.clear();
    m_broken.clear();
}

double PageTiles::heightOf(int page, int width) const
{
    const auto &size = m_sizes[page];
    return std::max(1.0, width * size.height() / size.width());
}

domain::PageRect PageTiles::areaOf(const TileKey &key) const
{
    if (key == previewKey(key.page))
        return wholePage;
    const double width = key.width;
    const auto height = heightOf(key.page, key.width);
    const auto left = key.column * tileSide / width;
    const auto top = key.row * tileSide / height;
    return {left, top, std::min(1 - left, tileSide / width), std::min(1 - top, tileSide / height)};
}

std::vector<TileKey> PageTiles::tilesOf(const PagePart &part) const
{
    std::vector<TileKey> tiles;
    const auto seen = part.part.intersected(wholePage);
    if (part.page < 0 || part.page >= static_cast<int>(m_sizes.size()) || seen.isEmpty() || part.width <= 0)
        return tiles;
    // So small a page is its own preview.
    if (part.width == previewWidth)
        return {previewKey(part.page)};
    const auto height = heightOf(part.page, part.width);
    // The last row and column end with the page.
    const auto last = [](double end, double length) {
        return static_cast<int>(std::ceil(std::min(end, 1.0) * length / tileSide));
    };
    for (int row = static_cast<int>(seen.top() * height / tileSide); row < last(seen.bottom(), height); ++row)
        for (int column = static_cast<int>(seen.left() * part.width / tileSide);
             column < last(seen.right(), part.width); ++column)
            tiles.push_back({part.page, part.width, column, row});
    return tiles;
}

void PageTiles::want(const std::vector<PagePart> &seen, const std::vector<PagePart> &next)
{
    std::vector<RenderRequest> wanted;
    QSet<TileKey> asked;
    const auto wantKey = [&](const TileKey &key) {
        if (m_pictures.contains(key) || asked.contains(key) || isBroken(key.page))
            return;
        asked.insert(key);
        wanted.push_back({key.page, key.width, areaOf(key)});
    };
    double bytes = 0;
    for (const auto &part : seen) {
        if (part.page < 0 || part.page >= static_cast<int>(m_sizes.size()))
            continue;
        // A page that shows something of another zoom needs no preview.
        if (!isSharp(part) && !isSharp({part.page, m_lastWidth[part.page], wholePage}))
            wantKey(previewKey(part.page));
        bytes += part.part.width() * part.part.height() * part.width * heightOf(part.page, part.width) * bytesPerPixel;
    }
    m_pictures.setMaxCost(std::max(leastBytes, static_cast<qsizetype>(4 * bytes)));
    for (const auto &part : seen)
        for (const auto &key : tilesOf(part))
            wantKey(key);
    for (const auto &part : next)
        if (!isSharp(part))
            wantKey(previewKey(part.page));
    for (const auto &part : next)
        for (const auto &key : tilesOf(part))
            wantKey(key);
    m_renderer->render(wanted);
}

bool PageTiles::isSharp(const PagePart &part) const
{
    const auto tiles = tilesOf(part);
    return !tiles.empty() &&
           std::ranges::all_of(tiles, [this](const TileKey &key) { return m_pictures.contains(key); });
}

double PageTiles::ink(int page, int width, const domain::PageRect &part) const
{
    constexpr int palest = 225;
    const auto isThere = isSharp({page, width, part});
    const auto preview = std::vector{previewKey(page)};
    int dark = 0;
    int all = 0;
    for (const auto &key : isThere ? tilesOf({page, width, part}) : preview) {
        const auto *picture = m_pictures.object(key);
        if (!picture)
            continue;
        const auto area = areaOf(key);
        const QRectF place((part.x() - area.x()) / area.width() * picture->width(),
                           (part.y() - area.y()) / area.height() * picture->height(),
                           part.width() / area.width() * picture->width(),
                           part.height() / area.height() * picture->height());
        const auto pixels = place.toAlignedRect().intersected(picture->rect());
        if (pixels.isEmpty())
            continue;
        const auto seen = picture->copy(pixels).toImage();
        for (int y = 0; y < seen.height(); ++y)
            for (int x = 0; x < seen.width(); ++x, ++all)
                dark += qGray(seen.pixel(x, y)) < palest ? 1 : 0;
    }
    return all > 0 ? double(dark) / all : 0;
}

void PageTiles::keep(const RenderRequest &request, const QImage &image)
{
    if (request.page >= static_cast<int>(m_sizes.size()))
        return;
    if (image.isNull()) {
        m_broken.insert(request.page);
        emit pictureChanged(request.page);
        return;
    }
    auto key = previewKey(request.page);
    if (request.area != wholePage || request.width != previewWidth)
        key = {request.page, request.width,
               static_cast<int>(std::lround(request.area.left() * request.width / tileSide)),
               static_cast<int>(std::lround(request.area.top() * heightOf(request.page, request.width) / tileSide))};
    m_pictures.insert(key, new QPixmap(QPixmap::fromImage(image)), image.sizeInBytes());
    emit pictureChanged(request.page);
}

void PageTiles::paintTiles(QPainter *painter, int page, int width, const QSizeF &size)
{
    for (const auto &key : tilesOf({page, width, wholePage}))
        if (const auto *tile = key.column >= 0 && m_pictures.contains(key) ? m_pictures.object(key) : nullptr) {
            // What was painted is a whole number of pixels; so is its place.
            const QSizeF scale(size.width() / width, size.height() / heightOf(page, width));
            const QRectF place(key.column * tileSide * scale.width(), key.row * tileSide * scale.height(),
                               tile->width() * scale.width(), tile->height() * scale.height());
            painter->drawPixmap(place, *tile, tile->rect());
        }
}

void PageTiles::paint(QPainter *painter, int page, int width, const QSizeF &size)
{
    if (page >= static_cast<int>(m_sizes.size()))
        return;
    const PagePart whole{page, width, wholePage};
    if (!isSharp(whole) || width == previewWidth) {
        if (const auto *preview = m_pictures.object(previewKey(page)))
            painter->drawPixmap(QRectF(QPointF(), size), *preview, preview->rect());
        if (const auto last = m_lastWidth[page]; last != width)
            paintTiles(painter, page, last, size);
    } else {
        m_lastWidth[page] = width;
    }
    paintTiles(painter, page, width, size);
}

} // namespace xs::gui::viewer
