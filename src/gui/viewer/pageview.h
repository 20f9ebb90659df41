// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/viewer/highlight.h"
#include "gui/viewer/pagelayout.h"
#include "gui/viewer/pagerenderer.h"

#include <QBasicTimer>
#include <QGraphicsView>
#include <QVariantAnimation>

class QGraphicsScene;

namespace xs::gui::viewer {

class BoxItem;
class FlagItem;
class PageItem;
class TextSelection;
class TextTool;

enum class ZoomMode { FitWidth, FitPage, Fixed };

/// The pages below each other with the boxes on them. One scene unit is one pixel: a zoom lays everything out anew,
/// so lines, badges and flags keep their size. Pictures come from a PageRenderer that it owns.
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
    const std::vector<Highlight> &highlights() const { return m_highlights; }
    void setBoxesVisible(bool visible);
    /// Chooses a value's citation and brings it into view as calmly as possible; an unknown path chooses nothing.
    void select(const QString &path, int citation = 0);
    /// The box where it is drawn, in viewport pixels, and the flag's place; empty where there is none.
    QRectF boxOnScreen(const QString &path, int citation = 0, size_t part = 0) const;
    QRectF flagOnScreen() const;

    /// The words that are marked: by a drag over them, a double click, or a click with Ctrl. Ctrl+C copies them.
    const TextSelection &markedText() const;
    void clearMarkedText();
    /// The marked words where they are drawn, in viewport pixels; empty where there are none.
    QRectF markedOnScreen() const;
    void copyMarkedText();

    const PageLayout &layout() const { return m_layout; }
    int currentPage() const;
    void goToPage(int page);

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

signals:
    void opened(int pages);
    void failed(const xs::Error &error);
    void currentPageChanged(int page);
    void zoomChanged();
    void markedTextChanged();
    /// Words were marked by a drag or a click with Ctrl, which is how a review takes them as a value.
    void textTaken();
    /// The pages moved or have another size below what stands above them.
    void viewMoved();
    void highlightClicked(const QString &path, int citation);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
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
    void showPages(const std::vector<domain::PageSize> &sizes);
    void showPicture(const RenderRequest &request, const QImage &image);
    void arrange();
    void placeBoxes();
    void placeFlag();
    void rebuildBoxes();
    void zoomAt(double zoom, const QPointF &viewPosition);
    double scaleOf(double zoom) const;
    void requestPictures();
    void reveal(const QRectF &box);
    void pulse();
    std::vector<BoxItem *> boxesOf(const QString &path, int citation) const;
    std::vector<BoxItem *> boxesAt(const QPointF &scenePosition) const;
    QRectF visibleScene() const;

    QGraphicsScene *m_scene;
    PageRenderer *m_renderer;
    PageLayout m_layout;
    std::vector<PageItem *> m_pages;
    std::vector<BoxItem *> m_boxes;
    FlagItem *m_flag = nullptr;
    TextTool *m_text = nullptr;
    std::vector<Highlight> m_highlights;
    QString m_selectedPath;
    int m_selectedCitation = 0;
    bool m_boxesVisible = true;
    double m_zoom = 1;
    ZoomMode m_mode = ZoomMode::FitWidth;
    int m_reportedPage = -1;
    bool m_arranging = false;
    /// The words that are being marked are to be taken when they are known.
    bool m_takesText = false;
    QPointF m_pressed;
    QBasicTimer m_requestTimer;
    QVariantAnimation m_pulse;
};

} // namespace xs::gui::viewer
