// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/pageview.h"

#include "gui/common/busyring.h"
#include "gui/common/theme.h"
#include "gui/viewer/boxlayer.h"
#include "gui/viewer/boxpainter.h"
#include "gui/viewer/foundmarks.h"
#include "gui/viewer/pageviewaccess.h"
#include "gui/viewer/sceneitems.h"
#include "gui/viewer/texttool.h"
#include "gui/viewer/wordloader.h"

#include <QGraphicsScene>
#include <QScrollBar>

#include <algorithm>

namespace xs::gui::viewer {

namespace {

/// The part of the next page that is painted before it is looked at, as a part of the view's height.
constexpr double partAhead = 1;

} // namespace

PageView::PageView(QWidget *parent)
    : QGraphicsView(parent), m_scene(new QGraphicsScene(this)), m_tiles(new PageTiles(this)),
      m_words(new WordLoader(this)), m_boxes(new BoxLayer(*m_scene, m_layout, this)),
      m_found(new FoundMarks(*m_scene, m_layout)), m_text(new TextTool(*m_scene, m_layout, *m_words, this))
{
    setupScene();
    connect(m_text, &TextTool::changed, this, [this] {
        emit markedTextChanged();
        if (!markedText().isEmpty() && std::exchange(m_takesText, false))
            emit textTaken();
    });
    connect(m_tiles, &PageTiles::opened, this, &PageView::showPages);
    connect(m_tiles, &PageTiles::failed, this, &PageView::failed);
    connect(m_tiles, &PageTiles::pictureChanged, this, [this](int page) {
        if (page < static_cast<int>(m_pages.size()))
            m_pages[page]->update();
        m_boxes->takePicture(page);
        emit pictureChanged();
    });
    m_boxes->setInk([this](int page, const QRectF &place) {
        return m_tiles->ink(page, pictureWidth(page), m_layout.toPage(page, place));
    });
}

PageView::~PageView()
{
    delete m_found;
}

void PageView::setupScene()
{
    setScene(m_scene);
    PageViewAccess::install();
    setFrameShape(QFrame::NoFrame);
    setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    setViewportUpdateMode(QGraphicsView::SmartViewportUpdate);
    // A scroll bar that comes and goes would change the width that pages are fitted to.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setGround();
    m_scene->setItemIndexMethod(QGraphicsScene::NoIndex);
    viewport()->grabGesture(Qt::PinchGesture);
}

void PageView::open(const QString &path)
{
    close();
    m_words->setDocument(path);
    m_tiles->open(path);
}

void PageView::close()
{
    m_tiles->close();
    m_words->setDocument({});
    m_text->reset();
    m_found->clear();
    m_boxes->select({}, 0);
    m_boxes->setHighlights({});
    m_history.clear();
    m_layout.setTurn(0);
    m_reportedPage = -1;
    showPages({});
    emit historyChanged();
}

void PageView::showPages(const std::vector<domain::PageSize> &sizes)
{
    qDeleteAll(m_pages);
    m_pages.clear();
    m_layout = PageLayout(sizes);
    for (int page = 0; page < m_layout.pageCount(); ++page) {
        m_pages.push_back(new PageItem(*m_tiles, page));
        m_scene->addItem(m_pages.back());
    }
    arrange();
    verticalScrollBar()->setValue(0);
    if (sizes.empty())
        return;
    emit opened(m_layout.pageCount());
    if (!selectedPath().isEmpty())
        select(selectedPath(), selectedCitation());
    requestPictures();
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
    m_zoom = std::clamp(scale / scaleOf(1), smallestZoom, largestZoom);
    m_layout.arrange(scaleOf(m_zoom), view.width());
    m_scene->setSceneRect(QRectF(QPointF(), m_layout.size()));
    for (int page = 0; page < m_layout.pageCount(); ++page)
        m_pages[page]->place(m_layout.pageRect(page), m_layout.turn(), pictureWidth(page));
    m_boxes->place();
    m_found->place();
    m_text->place();
    m_arranging = false;
    dressPages();
    if (!qFuzzyCompare(before, m_zoom))
        emit zoomChanged();
    emit viewMoved();
    m_requestTimer.start(0, this);
}

/// Boxes and marks of the pages that are looked at; those of the others are not in the scene.
void PageView::dressPages()
{
    const auto view = visibleScene();
    const auto pages = m_layout.pagesBetween(view.top(), view.bottom());
    m_boxes->showPages(pages, view);
    m_found->showPages(pages);
    if (std::exchange(m_inView, pages) != pages)
        emit pagesShown(pages);
}

void PageView::setHighlights(std::vector<Highlight> highlights)
{
    m_boxes->setHighlights(std::move(highlights));
}

void PageView::addHighlights(const std::vector<Highlight> &highlights)
{
    m_boxes->addHighlights(highlights);
}

void PageView::replaceHighlights(const QString &path, const std::vector<Highlight> &highlights)
{
    m_boxes->replaceHighlights(path, highlights);
}

const std::vector<Highlight> &PageView::highlights() const
{
    return m_boxes->highlights();
}

std::array<int, 4> PageView::levelCounts() const
{
    return m_boxes->levelCounts();
}

int PageView::pageOf(const QString &path) const
{
    return m_boxes->firstPageOf(path);
}

std::vector<const Highlight *> PageView::shownHighlights() const
{
    return m_boxes->shown();
}

const Highlight *PageView::shownHighlight(const QString &path, int citation) const
{
    const auto shown = m_boxes->shown();
    const auto found = std::ranges::find_if(
        shown, [&](const Highlight *one) { return one->path == path && one->citation == citation; });
    return found == shown.end() ? nullptr : *found;
}

void PageView::setBoxesVisible(bool visible)
{
    m_boxes->setVisible(visible);
}

const QString &PageView::selectedPath() const
{
    return m_boxes->selectedPath();
}

int PageView::selectedCitation() const
{
    return m_boxes->selectedCitation();
}

void PageView::select(const QString &path, int citation)
{
    m_boxes->select(path, citation);
    if (const auto boxes = m_boxes->boxesOf(path, citation); !boxes.empty()) {
        reveal(boxes.front());
        if (common::motionAllowed(this))
            m_boxes->pulse();
    }
}

/// What is visible stays where it is; on the page in view the view moves as little as it can; another page is jumped
/// to, with the box a third below the top.
void PageView::reveal(const QRectF &box)
{
    const auto wanted = box.adjusted(-boxes::reach - 4, -24, boxes::reach + 4, 24);
    const auto view = visibleScene();
    if (view.contains(wanted))
        return;
    const bool onPageInView = m_layout.pageAt(box.center().y()) == currentPage() || view.intersects(box);
    if (!onPageInView) {
        leave();
        verticalScrollBar()->setValue(static_cast<int>(box.center().y() - view.height() / 3));
    }
    ensureVisible(wanted, 0, 0);
}

void PageView::showPlace(int page, const domain::PageRect &place)
{
    if (page >= 0 && page < m_layout.pageCount())
        reveal(m_layout.toPixels(page, place));
}

QRectF PageView::boxOnScreen(const QString &path, int citation, size_t part) const
{
    const auto boxes = m_boxes->boxesOf(path, citation);
    return part < boxes.size() ? viewportTransform().mapRect(boxes[part]) : QRectF();
}

QRectF PageView::flagOnScreen() const
{
    const auto flag = m_boxes->flag();
    return flag.isEmpty() ? QRectF() : viewportTransform().mapRect(flag);
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

void PageView::jumpToPage(int page)
{
    if (page == currentPage() || page < 0 || page >= m_layout.pageCount())
        return goToPage(page);
    leave();
    goToPage(page);
}

ViewPlace PageView::here() const
{
    const auto corner = visibleScene().topLeft();
    const auto page = m_layout.pageAt(corner.y());
    if (page < 0)
        return {};
    const auto rect = m_layout.pageRect(page);
    return {page, {(corner.x() - rect.x()) / rect.width(), (corner.y() - rect.y()) / rect.height()}, m_zoom};
}

void PageView::leave()
{
    m_history.leave(here());
    emit historyChanged();
}

void PageView::goBack()
{
    goTo(m_history.back(here()));
}

void PageView::goForward()
{
    goTo(m_history.forward(here()));
}

void PageView::goTo(const std::optional<ViewPlace> &place)
{
    if (!place || place->page >= m_layout.pageCount())
        return;
    if (!qFuzzyCompare(place->zoom, m_zoom))
        setZoom(place->zoom);
    const auto rect = m_layout.pageRect(place->page);
    horizontalScrollBar()->setValue(qRound(rect.x() + place->spot.x() * rect.width()));
    verticalScrollBar()->setValue(qRound(rect.y() + place->spot.y() * rect.height()));
    emit historyChanged();
}

int PageView::pictureWidth(int page) const
{
    const auto size = m_layout.pageRect(page).size();
    return std::max(1, qRound((m_layout.turn() % 180 == 0 ? size.width() : size.height()) * devicePixelRatioF()));
}

std::vector<PagePart> PageView::partsInView() const
{
    const auto view = visibleScene();
    std::vector<PagePart> parts;
    addParts(view, parts);
    return parts;
}

void PageView::addParts(const QRectF &area, std::vector<PagePart> &parts) const
{
    for (const auto page : m_layout.pagesBetween(area.top(), area.bottom()))
        // A page may only touch the area.
        if (const auto part = area.intersected(m_layout.pageRect(page)); !part.isEmpty())
            parts.push_back({page, pictureWidth(page), m_layout.toPage(page, part)});
}

/// What is in view, then what a person would see with the next turn of the wheel, below and above.
void PageView::requestPictures()
{
    const auto view = visibleScene();
    const auto seen = partsInView();
    std::vector<PagePart> next;
    addParts(view.translated(0, view.height() * partAhead), next);
    addParts(view.translated(0, -view.height() * partAhead), next);
    m_tiles->want(seen, next);
}

bool PageView::isSharp() const
{
    const auto parts = partsInView();
    return !parts.empty() &&
           std::ranges::all_of(parts, [this](const PagePart &part) { return m_tiles->isSharp(part); });
}

void PageView::resizeEvent(QResizeEvent *event)
{
    // What stands at the top stays there while the window changes its width.
    const auto before = here();
    QGraphicsView::resizeEvent(event);
    arrange();
    if (before.page < m_layout.pageCount() && verticalScrollBar()->value() > 0) {
        const auto rect = m_layout.pageRect(before.page);
        verticalScrollBar()->setValue(qRound(rect.top() + before.spot.y() * rect.height()));
    }
}

void PageView::scrollContentsBy(int dx, int dy)
{
    QGraphicsView::scrollContentsBy(dx, dy);
    if (m_arranging)
        return;
    dressPages();
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
        setGround();
}

/// The canvas, also below the scroll bar.
void PageView::setGround()
{
    const auto canvas = common::Theme::of(palette()).canvas;
    setBackgroundBrush(canvas);
    auto ground = viewport()->palette();
    ground.setColor(viewport()->backgroundRole(), canvas);
    viewport()->setPalette(ground);
}

} // namespace xs::gui::viewer
