// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/pageview.h"

#include "gui/common/busyring.h"
#include "gui/common/theme.h"
#include "gui/viewer/boxpainter.h"
#include "gui/viewer/sceneitems.h"
#include "gui/viewer/texttool.h"

#include <QApplication>
#include <QClipboard>
#include <QGraphicsScene>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace xs::gui::viewer {

namespace {

constexpr double pointsPerInch = 72;
/// Wider pictures cost more memory than they are worth; beyond, only what is visible is painted sharp.
constexpr int widestPicture = 1600;
constexpr int pulseMilliseconds = 700;
constexpr double zoomSteps[] = {0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5, 6, 8};

/// How far beyond the visible part a sharp detail reaches, as a part of it, so that small moves need no new one.
constexpr double detailMargin = 0.25;

/// A part of a page in its fractions.
QRectF fractions(const QRectF &part, const QRectF &page)
{
    return {(part.x() - page.x()) / page.width(), (part.y() - page.y()) / page.height(), part.width() / page.width(),
            part.height() / page.height()};
}

double area(const QRectF &rect)
{
    return rect.width() * rect.height();
}

} // namespace

PageView::PageView(QWidget *parent)
    : QGraphicsView(parent), m_scene(new QGraphicsScene(this)), m_renderer(new PageRenderer(this))
{
    setupScene();
    m_text = new TextTool(*m_scene, m_layout, this);
    connect(m_text, &TextTool::changed, this, [this] {
        emit markedTextChanged();
        if (!markedText().isEmpty() && std::exchange(m_takesText, false))
            emit textTaken();
    });
    connect(m_renderer, &PageRenderer::opened, this, &PageView::showPages);
    connect(m_renderer, &PageRenderer::failed, this, &PageView::failed);
    connect(m_renderer, &PageRenderer::rendered, this, &PageView::showPicture);
    m_pulse.setDuration(pulseMilliseconds);
    m_pulse.setKeyValueAt(0, 0.0);
    m_pulse.setKeyValueAt(0.3, 1.0);
    m_pulse.setKeyValueAt(1, 0.0);
    connect(&m_pulse, &QVariantAnimation::valueChanged, this, [this](const QVariant &glow) {
        for (auto *box : boxesOf(m_selectedPath, m_selectedCitation))
            box->setGlow(glow.toDouble());
    });
}

PageView::~PageView() = default;

void PageView::setupScene()
{
    setScene(m_scene);
    setFrameShape(QFrame::NoFrame);
    setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    setViewportUpdateMode(QGraphicsView::SmartViewportUpdate);
    setOptimizationFlag(QGraphicsView::DontSavePainterState);
    // A scroll bar that comes and goes would change the width that pages are fitted to.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setBackgroundBrush(common::Theme::of(palette()).canvas);
    m_scene->setItemIndexMethod(QGraphicsScene::NoIndex);
    m_flag = new FlagItem(QApplication::font());
    m_scene->addItem(m_flag);
}

void PageView::open(const QString &path)
{
    close();
    m_text->open(path);
    m_renderer->open(path);
}

void PageView::close()
{
    m_renderer->close();
    m_text->open({});
    m_selectedPath.clear();
    m_highlights.clear();
    m_reportedPage = -1;
    showPages({});
}

void PageView::showPages(const std::vector<domain::PageSize> &sizes)
{
    for (auto *page : m_pages)
        delete page;
    m_pages.clear();
    m_layout = PageLayout(sizes);
    for (int page = 0; page < m_layout.pageCount(); ++page) {
        m_pages.push_back(new PageItem);
        m_scene->addItem(m_pages.back());
    }
    rebuildBoxes();
    arrange();
    verticalScrollBar()->setValue(0);
    if (sizes.empty())
        return;
    emit opened(m_layout.pageCount());
    if (!m_selectedPath.isEmpty())
        select(m_selectedPath, m_selectedCitation);
    requestPictures();
}

void PageView::showPicture(const RenderRequest &request, const QImage &image)
{
    if (request.page >= static_cast<int>(m_pages.size()) || image.isNull())
        return;
    auto *page = m_pages[request.page];
    if (request.area == domain::PageRect(0, 0, 1, 1))
        page->setPicture(QPixmap::fromImage(image));
    else
        page->setDetail(QPixmap::fromImage(image), request.area, request.width);
}

double PageView::scaleOf(double zoom) const
{
    return zoom * logicalDpiX() / pointsPerInch;
}

void PageView::arrange()
{
    if (m_arranging)
        return;
    m_arranging = true;
    const QSizeF view(viewport()->size());
    auto scale = scaleOf(m_zoom);
    if (m_mode == ZoomMode::FitWidth)
        scale = m_layout.scaleForWidth(view.width());
    else if (m_mode == ZoomMode::FitPage)
        scale = m_layout.scaleForPage(std::max(0, currentPage()), view);
    const auto before = m_zoom;
    m_zoom = std::clamp(scale * pointsPerInch / logicalDpiX(), smallestZoom, largestZoom);
    m_layout.arrange(scaleOf(m_zoom), view.width());
    m_scene->setSceneRect(QRectF(QPointF(), m_layout.size()));
    for (int page = 0; page < m_layout.pageCount(); ++page)
        m_pages[page]->setRect(m_layout.pageRect(page));
    placeBoxes();
    m_text->place();
    m_arranging = false;
    if (!qFuzzyCompare(before, m_zoom))
        emit zoomChanged();
    emit viewMoved();
    m_requestTimer.start(0, this);
}

void PageView::rebuildBoxes()
{
    for (auto *box : m_boxes)
        delete box;
    m_boxes.clear();
    m_flag->setVisible(false);
    for (size_t i = 0; i < m_highlights.size(); ++i) {
        const auto &highlight = m_highlights[i];
        if (highlight.page < 0 || highlight.page >= m_layout.pageCount())
            continue;
        for (size_t part = 0; part < highlight.rects.size(); ++part) {
            m_boxes.push_back(new BoxItem(i, static_cast<int>(part), highlight.level));
            m_boxes.back()->setVisible(m_boxesVisible);
            m_scene->addItem(m_boxes.back());
        }
    }
}

void PageView::placeBoxes()
{
    size_t part = 0;
    for (size_t i = 0; i < m_boxes.size(); ++i) {
        part = i > 0 && m_boxes[i]->highlight() == m_boxes[i - 1]->highlight() ? part + 1 : 0;
        const auto &highlight = m_highlights[m_boxes[i]->highlight()];
        m_boxes[i]->setBox(boxes::around(m_layout.toPixels(highlight.page, highlight.rects[part])));
    }
    placeFlag();
}

void PageView::placeFlag()
{
    m_flag->setVisible(false);
    const auto chosen = boxesOf(m_selectedPath, m_selectedCitation);
    if (chosen.empty())
        return;
    std::vector<QRectF> taken;
    for (const auto *box : m_boxes)
        taken.push_back(box->box().adjusted(-7, -1, 1, 1));
    const auto &highlight = m_highlights[chosen.front()->highlight()];
    auto room = visibleScene();
    room.setTop(m_layout.pageRect(highlight.page).top());
    room.setBottom(m_layout.pageRect(highlight.page).bottom());
    const auto body = QApplication::font();
    const auto flag =
        viewer::placeFlag(chosen.front()->box(), flagSize(highlight, body), taken, room.adjusted(2, 2, -2, -2));
    if (flag)
        m_flag->show(highlight, *flag);
}

void PageView::setHighlights(std::vector<Highlight> highlights)
{
    m_highlights = std::move(highlights);
    rebuildBoxes();
    placeBoxes();
    for (auto *box : boxesOf(m_selectedPath, m_selectedCitation))
        box->setChosen(true);
}

void PageView::setBoxesVisible(bool visible)
{
    m_boxesVisible = visible;
    const auto chosen = boxesOf(m_selectedPath, m_selectedCitation);
    for (auto *box : m_boxes)
        box->setVisible(visible || std::ranges::find(chosen, box) != chosen.end());
}

void PageView::select(const QString &path, int citation)
{
    m_pulse.stop();
    for (auto *box : boxesOf(m_selectedPath, m_selectedCitation)) {
        box->setChosen(false);
        box->setVisible(m_boxesVisible);
    }
    m_selectedPath = path;
    m_selectedCitation = citation;
    const auto chosen = boxesOf(path, citation);
    for (auto *box : chosen) {
        box->setChosen(true);
        box->setVisible(true);
    }
    if (!chosen.empty())
        reveal(chosen.front()->box());
    placeFlag();
}

/// A visible box only pulses; on the page in view the view moves as little as it can; another page is jumped to,
/// with the box a third below the top.
void PageView::reveal(const QRectF &box)
{
    const auto wanted = box.adjusted(-boxes::reach - 4, -24, boxes::reach + 4, 24);
    const auto view = visibleScene();
    if (view.contains(wanted))
        return pulse();
    const bool onPageInView = m_layout.pageAt(box.center().y()) == currentPage() || view.intersects(box);
    if (!onPageInView)
        verticalScrollBar()->setValue(static_cast<int>(box.center().y() - view.height() / 3));
    ensureVisible(wanted, 0, 0);
    pulse();
}

void PageView::pulse()
{
    if (common::motionAllowed(this))
        m_pulse.start();
}

std::vector<BoxItem *> PageView::boxesOf(const QString &path, int citation) const
{
    std::vector<BoxItem *> found;
    if (path.isEmpty())
        return found;
    for (auto *box : m_boxes) {
        const auto &highlight = m_highlights[box->highlight()];
        if (highlight.path == path && highlight.citation == citation)
            found.push_back(box);
    }
    return found;
}

/// Smallest first, so that a box inside a larger one can be reached.
std::vector<BoxItem *> PageView::boxesAt(const QPointF &scenePosition) const
{
    std::vector<BoxItem *> found;
    for (auto *box : m_boxes)
        if (box->isVisible() && box->box().adjusted(-6, -2, 2, 2).contains(scenePosition))
            found.push_back(box);
    std::ranges::stable_sort(found, {}, [](const BoxItem *box) { return area(box->box()); });
    return found;
}

QRectF PageView::boxOnScreen(const QString &path, int citation, size_t part) const
{
    const auto found = boxesOf(path, citation);
    return part < found.size() ? viewportTransform().mapRect(found[part]->box()) : QRectF();
}

QRectF PageView::flagOnScreen() const
{
    return m_flag->isVisible() ? viewportTransform().mapRect(m_flag->flag().rect) : QRectF();
}

QRectF PageView::visibleScene() const
{
    return mapToScene(viewport()->rect()).boundingRect();
}

int PageView::currentPage() const
{
    // The page in the upper third is the one that people read.
    const auto view = visibleScene();
    return m_layout.pageAt(view.top() + view.height() / 3);
}

void PageView::goToPage(int page)
{
    if (page >= 0 && page < m_layout.pageCount())
        verticalScrollBar()->setValue(static_cast<int>(m_layout.pageRect(page).top() - PageLayout::margin));
}

void PageView::setZoom(double zoom)
{
    zoomAt(zoom, QPointF(viewport()->rect().center()));
}

void PageView::setZoomMode(ZoomMode mode)
{
    m_mode = mode;
    const auto page = currentPage();
    arrange();
    if (mode == ZoomMode::FitPage)
        goToPage(page);
    emit zoomChanged();
}

void PageView::zoomIn()
{
    const auto next = std::ranges::upper_bound(zoomSteps, m_zoom + 0.005);
    setZoom(next != std::end(zoomSteps) ? *next : largestZoom);
}

void PageView::zoomOut()
{
    const auto next = std::ranges::lower_bound(zoomSteps, m_zoom - 0.005);
    setZoom(next != std::begin(zoomSteps) ? *(next - 1) : smallestZoom);
}

void PageView::zoomToSelection()
{
    const auto chosen = boxesOf(m_selectedPath, m_selectedCitation);
    if (chosen.empty())
        return;
    const auto box = chosen.front()->box();
    const auto fit = std::min(viewport()->width() * 0.6 / box.width(), viewport()->height() * 0.3 / box.height());
    setZoom(std::min(m_zoom * fit, 4.0));
    centerOn(boxesOf(m_selectedPath, m_selectedCitation).front()->box().center());
}

/// The spot under `viewPosition` stays where it is.
void PageView::zoomAt(double zoom, const QPointF &viewPosition)
{
    const auto spot = viewportTransform().inverted().map(viewPosition);
    const auto page = m_layout.pageAt(spot.y());
    if (page < 0)
        return;
    const auto before = m_layout.pageRect(page);
    const QPointF inPage((spot.x() - before.x()) / before.width(), (spot.y() - before.y()) / before.height());
    m_mode = ZoomMode::Fixed;
    m_zoom = std::clamp(zoom, smallestZoom, largestZoom);
    arrange();
    const auto after = m_layout.pageRect(page);
    const QPointF moved(after.x() + inPage.x() * after.width(), after.y() + inPage.y() * after.height());
    horizontalScrollBar()->setValue(qRound(moved.x() - viewPosition.x()));
    verticalScrollBar()->setValue(qRound(moved.y() - viewPosition.y()));
    placeFlag();
    emit zoomChanged();
}

/// Visible pages first, then a sharp detail where the picture is not sharp enough, then one page each way.
void PageView::requestPictures()
{
    const auto view = visibleScene();
    const auto ratio = devicePixelRatioF();
    const auto visible = m_layout.pagesBetween(view.top(), view.bottom());
    std::vector<RenderRequest> wanted;
    const auto addPage = [&](int page) {
        if (page < 0 || page >= m_layout.pageCount())
            return;
        const auto width = std::min(qRound(m_layout.pageRect(page).width() * ratio), widestPicture);
        if (m_pages[page]->pictureWidth() != width)
            wanted.push_back({page, width});
    };
    for (const auto page : visible)
        addPage(page);
    for (const auto page : visible) {
        const auto place = m_layout.pageRect(page);
        const auto width = qRound(place.width() * ratio);
        if (width <= widestPicture) {
            m_pages[page]->clearDetail();
            continue;
        }
        const auto seen = view.intersected(place);
        if (m_pages[page]->hasDetail(fractions(seen, place), width))
            continue;
        const auto part = seen.adjusted(-view.width() * detailMargin, -view.height() * detailMargin,
                                        view.width() * detailMargin, view.height() * detailMargin);
        wanted.push_back({page, width, fractions(part.intersected(place), place)});
    }
    if (!visible.empty()) {
        addPage(visible.back() + 1);
        addPage(visible.front() - 1);
    }
    for (int page = 0; page < m_layout.pageCount(); ++page)
        if (m_pages[page]->hasPicture() && (visible.empty() || page < visible.front() - 3 || page > visible.back() + 3))
            m_pages[page]->clearPictures();
    m_renderer->render(wanted);
}

void PageView::resizeEvent(QResizeEvent *event)
{
    // What stands at the top stays there while the window changes its width.
    const auto page = m_layout.pageAt(visibleScene().top());
    const auto before = page >= 0 ? m_layout.pageRect(page) : QRectF();
    const auto part = page >= 0 ? (visibleScene().top() - before.top()) / before.height() : 0;
    QGraphicsView::resizeEvent(event);
    arrange();
    if (page >= 0 && verticalScrollBar()->value() > 0)
        verticalScrollBar()->setValue(qRound(m_layout.pageRect(page).top() + part * m_layout.pageRect(page).height()));
}

void PageView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QGraphicsView::wheelEvent(event);
    constexpr double factorPerNotch = 1.15;
    constexpr double anglePerNotch = 120;
    zoomAt(m_zoom * std::pow(factorPerNotch, event->angleDelta().y() / anglePerNotch), event->position());
    event->accept();
}

bool PageView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomAt(m_zoom * (1 + gesture->value()), gesture->position());
            return true;
        }
    }
    return QGraphicsView::viewportEvent(event);
}

void PageView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position();
    QGraphicsView::mousePressEvent(event);
}

void PageView::mouseMoveEvent(QMouseEvent *event)
{
    QGraphicsView::mouseMoveEvent(event);
    const auto isDrag = event->buttons().testFlag(Qt::LeftButton) &&
                        (event->position() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (isDrag)
        m_text->drag(mapToScene(m_pressed.toPoint()), mapToScene(event->position().toPoint()));
}

void PageView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QGraphicsView::mouseDoubleClickEvent(event);
    m_takesText = false;
    if (event->button() == Qt::LeftButton)
        m_text->takeWordAt(mapToScene(event->position().toPoint()));
    // The release that follows is no click of its own.
    m_pressed = QPointF(-1'000, -1'000);
}

const TextSelection &PageView::markedText() const
{
    return m_text->selection();
}

void PageView::clearMarkedText()
{
    m_text->clear();
}

void PageView::copyMarkedText()
{
    if (!markedText().isEmpty())
        QGuiApplication::clipboard()->setText(markedText().text());
}

QRectF PageView::markedOnScreen() const
{
    QRectF all;
    for (const auto &box : markedText().boxes())
        all = all.united(m_layout.toPixels(markedText().page(), box));
    return all.isEmpty() ? QRectF() : viewportTransform().mapRect(all);
}

void PageView::mouseReleaseEvent(QMouseEvent *event)
{
    QGraphicsView::mouseReleaseEvent(event);
    const bool click = event->button() == Qt::LeftButton &&
                       (event->position() - m_pressed).manhattanLength() < QApplication::startDragDistance();
    m_takesText = event->button() == Qt::LeftButton && (!click || event->modifiers().testFlag(Qt::ControlModifier));
    if (event->button() == Qt::LeftButton)
        m_text->drop();
    if (click && m_takesText)
        return m_text->takeWordAt(mapToScene(event->position().toPoint()));
    if (click)
        m_text->clear();
    const auto hit = click ? boxesAt(mapToScene(event->position().toPoint())) : std::vector<BoxItem *>();
    if (hit.empty())
        return;
    const auto chosen = std::ranges::find_if(hit, [this](const BoxItem *box) {
        const auto &highlight = m_highlights[box->highlight()];
        return highlight.path == m_selectedPath && highlight.citation == m_selectedCitation;
    });
    const auto *next = chosen == hit.end() || chosen + 1 == hit.end() ? hit.front() : *(chosen + 1);
    const auto highlight = m_highlights[next->highlight()];
    select(highlight.path, highlight.citation);
    emit highlightClicked(highlight.path, highlight.citation);
}

void PageView::scrollContentsBy(int dx, int dy)
{
    QGraphicsView::scrollContentsBy(dx, dy);
    emit viewMoved();
    m_requestTimer.start(0, this);
}

void PageView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_requestTimer.timerId())
        return QGraphicsView::timerEvent(event);
    m_requestTimer.stop();
    requestPictures();
    if (const auto page = currentPage(); page != m_reportedPage) {
        m_reportedPage = page;
        emit currentPageChanged(page);
    }
}

void PageView::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setBackgroundBrush(common::Theme::of(palette()).canvas);
}

} // namespace xs::gui::viewer
