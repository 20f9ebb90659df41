// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "gui/viewer/pagerenderer.h"

#include <QCache>
#include <QPixmap>
#include <QSet>

class QPainter;

namespace xs::gui::viewer {

/// A square of a page that is painted `width` device pixels wide as a whole.
struct TileKey
{
    int page = 0;
    int width = 0;
    int column = 0;
    int row = 0;

    bool operator==(const TileKey &) const = default;
};
size_t qHash(const TileKey &key, size_t seed = 0);

/// A part of a page (fractions, as the document has it) that is to be painted for this width of the whole page.
struct PagePart
{
    int page = 0;
    int width = 0;
    domain::PageRect part;
};

/// The pictures of a document's pages: of each page a small preview, and sharp tiles of what is looked at. They are
/// painted in a thread of their own and kept within a number of bytes; what was not looked at for longest goes first.
class PageTiles : public QObject
{
    Q_OBJECT

public:
    static constexpr int tileSide = 1024;
    static constexpr int previewWidth = 160;
    static constexpr qsizetype leastBytes = 64 * 1024 * 1024;

    explicit PageTiles(QObject *parent = nullptr);

    /// Then opened() or failed() comes, once.
    void open(const QString &path);
    void close();

    /// What is looked at, and what may be next; it replaces what was wanted before. Previews come first, then tiles in
    /// this order. The cache always has room for several times `seen`.
    void want(const std::vector<PagePart> &seen, const std::vector<PagePart> &next);
    /// The best that is there, into the page's place: the preview, tiles of the zoom before, tiles of this width.
    void paint(QPainter *painter, int page, int width, const QSizeF &size);

    /// How much of a part of a page is printed on, 0…1, as far as its best picture says; 0 where there is none yet.
    double ink(int page, int width, const domain::PageRect &part) const;
    /// Whether all tiles of a part are there: it is painted sharp.
    bool isSharp(const PagePart &part) const;
    /// Whether the page has been tried and cannot be painted; it is not tried again.
    bool isBroken(int page) const { return m_broken.contains(page); }
    /// What the pictures take.
    qsizetype bytes() const { return m_pictures.totalCost(); }

signals:
    void opened(const std::vector<xs::domain::PageSize> &sizes);
    void failed(const xs::Error &error);
    /// There is more to paint of this page.
    void pictureChanged(int page);

private:
    domain::PageRect areaOf(const TileKey &key) const;
    std::vector<TileKey> tilesOf(const PagePart &part) const;
    /// In device pixels, and parts of them, as the page is painted.
    double heightOf(int page, int width) const;
    void keep(const RenderRequest &request, const QImage &image);
    void paintTiles(QPainter *painter, int page, int width, const QSizeF &size);

    PageRenderer *m_renderer;
    std::vector<domain::PageSize> m_sizes;
    QCache<TileKey, QPixmap> m_pictures;
    /// The width for which a page's tiles were painted last, shown until those of a new zoom are there.
    std::vector<int> m_lastWidth;
    QSet<int> m_broken;
};

} // namespace xs::gui::viewer
