// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/viewer/highlight.h"
#include "gui/viewer/pagelayout.h"
#include "gui/viewer/pagetiles.h"
#include "gui/viewer/viewhistory.h"

#include <QBasicTimer>
#include <QGraphicsView>

class QGraphicsScene;

namespace xs::gui::viewer {

class BoxLayer;
class FoundMarks;
class PageItem;
class TextSelection;
class TextTool;
class WordLoader;

enum class ZoomMode { FitWidth, FitPage, Fixed };

/// The pages below each other with the boxes on them. One scene unit is one pixel: a zoom lays everything out anew,
/// so lines, badges and flags keep their size. It owns the document's pictures and words.
class PageView : public QGraphicsView
{
    Q_OBJECT

public:
    static constexpr double smallestZoom = 0.1;
    static constexpr double largestZoom = 8;

    explicit PageView(QWidget *parent = nullptr);
    ~PageView() override;

    void open(const QString &path);
    void close();

    void setHighlights(std::vector<Highlight> highlights);
    /// Boxes that were found later; the others stay.
    void addHighlights(const std::vector<Highlight> &highlights);
    /// Other boxes for one value, or none.
    void replaceHighlights(const QString &path, const std::vector<Highlight> &highlights);
    const std::vector<Highlight> &highlights() const;
    /// How many values of each level have boxes, and the page of a value's first box (−1 without any).
    std::array<int, 4> levelCounts() const;
    int pageOf(const QString &path) const;
    void setBoxesVisible(bool visible);
    /// Those on the pages in view, until the next change; and one of them, null where it is not among them.
    std::vector<const Highlight *> shownHighlights() const;
    const Highlight *shownHighlight(const QString &path, int citation) const;
    /// Chooses a value's citation and brings it into view as calmly as possible; an unknown path chooses nothing.
    void select(const QString &path, int citation = 0);
    /// The same by a person, who clicked the box: it is told.
    void choose(const QString &path, int citation);
    const QString &selectedPath() const;
    int selectedCitation() const;
    /// The box where it is drawn, in viewport pixels, and the flag's place; empty where there is none.
    QRectF boxOnScreen(const QString &path, int citation = 0, size_t part = 0) const;
    QRectF flagOnScreen() const;

    /// The words of the document's pages, for whoever looks something up.
    WordLoader &words() const { return *m_words; }
    /// The words that are marked: by a drag over them, a double click, or a click with Ctrl. Ctrl+C copies them.
    const TextSelection &markedText() const;
    void clearMarkedText();
    /// The marked words where they are drawn, in viewport pixels; empty where there are none.
    QRectF markedOnScreen() const;
    void copyMarkedText();

    /// What a search has found; nothing ends it.
    FoundMarks &found() const { return *m_found; }

    const PageLayout &layout() const { return m_layout; }
    int currentPage() const;
    const std::vector<int> &pagesInView() const { return m_inView; }
    /// The next page or the one before. A jump can be taken back with goBack().
    void goToPage(int page);
    void jumpToPage(int page);
    /// Brings a part of a page (fractions) into view, as calmly as a box; another page is jumped to.
    void showPlace(int page, const domain::PageRect &place);
    void goBack();
    void goForward();
    const ViewHistory &history() const { return m_history; }

    /// 1 is the page's real size at the screen's logical resolution.
    double zoom() const { return m_zoom; }
    ZoomMode zoomMode() const { return m_mode; }
    void setZoom(double zoom);
    void setZoomMode(ZoomMode mode);
    /// The next step of a fixed ladder.
    void zoomIn();
    void zoomOut();
    /// So near that the chosen box fills a good part of the view.
    void zoomToSelection();
    /// Turns all pages, clockwise by a multiple of 90 degrees; boxes stay on their words.
    void turn(int degrees);

    /// Whether all that is in view is painted for this zoom.
    bool isSharp() const;
    /// What the pictures of pages take.
    qsizetype pictureBytes() const { return m_tiles->bytes(); }

signals:
    void opened(int pages);
    void failed(const xs::Error &error);
    void currentPageChanged(int page);
    /// Other pages are in view than before.
    void pagesShown(const std::vector<int> &pages);
    void zoomChanged();
    void historyChanged();
    void markedTextChanged();
    /// Words were marked by a drag or a click with Ctrl, which is how a review takes them as a value.
    void textTaken();
    /// The pages moved or have another size below what stands above them.
    void viewMoved();
    /// A picture of a page came.
    void pictureChanged();
    void highlightClicked(const QString &path, int citation);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void setupScene();
    void setGround();
    void showPages(const std::vector<domain::PageSize> &sizes);
    void arrange();
    void dressPages();
    template <typename Change>
    void keepSpot(const QPointF &viewPosition, Change change);
    void zoomAt(double zoom, const QPointF &viewPosition);
    double scaleOf(double zoom) const;
    int pictureWidth(int page) const;
    std::vector<PagePart> partsInView() const;
    void addParts(const QRectF &area, std::vector<PagePart> &parts) const;
    void requestPictures();
    void reveal(const QRectF &box);
    void clickAt(const QPointF &scenePosition);
    ViewPlace here() const;
    void leave();
    void goTo(const std::optional<ViewPlace> &place);
    QRectF visibleScene() const;

    QGraphicsScene *m_scene;
    PageTiles *m_tiles;
    WordLoader *m_words;
    PageLayout m_layout;
    std::vector<PageItem *> m_pages;
    BoxLayer *m_boxes;
    FoundMarks *m_found;
    TextTool *m_text;
    ViewHistory m_history;
    double m_zoom = 1;
    ZoomMode m_mode = ZoomMode::FitWidth;
    std::vector<int> m_inView;
    int m_reportedPage = -1;
    bool m_arranging = false;
    /// The words that are being marked are to be taken when they are known.
    bool m_takesText = false;
    QPointF m_pressed;
    QBasicTimer m_requestTimer;
};

} // namespace xs::gui::viewer
