// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/documentview.h"

#include "domain/resultpath.h"
#include "gui/common/buttonlook.h"
#include "gui/common/elidedlabel.h"
#include "gui/common/emptystate.h"
#include "gui/common/findbar.h"
#include "gui/common/icons.h"
#include "gui/common/messagerow.h"
#include "gui/common/panebar.h"
#include "gui/viewer/levelcounts.h"
#include "gui/viewer/locator.h"
#include "gui/viewer/pagerenderer.h"
#include "gui/viewer/pageview.h"
#include "gui/viewer/textsearch.h"
#include "gui/viewer/textselection.h"
#include "gui/viewer/thumbnaillist.h"
#include "gui/viewer/viewactions.h"
#include "gui/viewer/wordloader.h"

#include <QAction>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLineEdit>
#include <QStackedWidget>
#include <QToolButton>

#include <map>

using namespace Qt::StringLiterals;

namespace xs::gui::viewer {

namespace {

enum Place { EmptyPlace, PagesPlace, MessagePlace };

/// Less than the bars want: in a small window the panes at the sides would cover them.
constexpr int narrowest = 300;

} // namespace

DocumentView::DocumentView(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"documentView"_s);
    setAccessibleName(tr("Document"));
    setupPages();
    setupSearch();
    setupActions();

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_thumbnails);
    middle->addWidget(m_stack, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_searchBar);
    layout->addLayout(middle, 1);
    layout->addWidget(makeFooter());
    setMinimumWidth(narrowest);
    close();
}

DocumentView::~DocumentView() = default;

void DocumentView::setupActions()
{
    const auto add = [this](const QString &name, QStringView icon, const QString &text, const QKeySequence &key) {
        return ViewActions::add(*this, name, icon, text, {key});
    };
    m_actions = new ViewActions(*m_pages, *this);
    m_thumbnailsAction = add(u"thumbnailsAction"_s, u"thumbnails", tr("Thumbnails"), Qt::Key_F7);
    m_boxesAction = add(u"boxesAction"_s, u"eye", tr("Boxes"), Qt::Key_F6);
    for (auto *action : {m_thumbnailsAction, m_boxesAction}) {
        action->setCheckable(true);
        action->setChecked(true);
    }
    m_searchAction = add(u"searchAction"_s, u"search", tr("Search the document"), Qt::CTRL | Qt::Key_F);
    auto *next = add(u"nextPlaceAction"_s, {}, tr("Next place"), Qt::Key_F3);
    auto *previous = add(u"previousPlaceAction"_s, {}, tr("Previous place"), Qt::SHIFT | Qt::Key_F3);
    m_stepActions = {next, previous};
    connect(m_searchAction, &QAction::triggered, this, &DocumentView::openSearch);
    connect(next, &QAction::triggered, m_search, &TextSearch::next);
    connect(previous, &QAction::triggered, m_search, &TextSearch::previous);
    connect(m_thumbnailsAction, &QAction::toggled, m_thumbnails, &QWidget::setVisible);
    // Who shows or hides them by hand decides for every width.
    connect(m_thumbnailsAction, &QAction::triggered, this, [this] { m_thumbnailsFollow = false; });
    connect(m_boxesAction, &QAction::toggled, m_pages, &PageView::setBoxesVisible);
}

QList<QAction *> DocumentView::viewActions() const
{
    const auto *a = m_actions;
    return {a->zoomIn,   a->zoomOut, a->fitWidth, a->fitPage,         a->turnRight,  a->turnLeft,    a->previousPage,
            a->nextPage, a->back,    a->forward,  m_thumbnailsAction, m_boxesAction, m_searchAction, a->copy};
}

void DocumentView::setupPages()
{
    m_pages = new PageView(this);
    m_pages->setObjectName(u"pageView"_s);
    m_pages->setAccessibleName(tr("Pages"));
    m_thumbnails = new ThumbnailList(this);
    m_cropRenderer = new PageRenderer(this);
    m_message = new common::MessageRow(this);
    m_message->setObjectName(u"documentMessage"_s);

    auto *messagePlace = new QWidget(this);
    auto *messageLayout = new QVBoxLayout(messagePlace);
    messageLayout->setContentsMargins(0, 8, 0, 0);
    messageLayout->addWidget(m_message);
    messageLayout->addStretch();
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(new common::EmptyState(tr("No document is open."), {}, {}, this));
    m_stack->addWidget(m_pages);
    m_stack->addWidget(messagePlace);

    connect(m_pages, &PageView::opened, this, [this](int pages) {
        m_pageCount = pages;
        m_thumbnails->open(m_file);
        m_thumbnails->setPages(pageSizes());
        m_search->reset(pages);
        m_pageTotal->setText(tr("of %n", "as in: page 1 of 4", pages));
        showThumbnails();
        updatePageNumber(0);
        updateZoom();
        showResult();
        emit opened(pages);
    });
    connect(m_pages, &PageView::failed, this, &DocumentView::showError);
    connect(m_pages, &PageView::currentPageChanged, this, &DocumentView::updatePageNumber);
    connect(m_pages, &PageView::zoomChanged, this, &DocumentView::updateZoom);
    connect(m_pages, &PageView::highlightClicked, this, &DocumentView::highlightClicked);
    connect(m_thumbnails, &ThumbnailList::pageChosen, m_pages, &PageView::jumpToPage);
    connect(m_cropRenderer, &PageRenderer::rendered, this, [this](const RenderRequest &request, const QImage &image) {
        if (m_crop && *m_crop == request)
            emit cropReady(m_cropId, image);
    });
    m_locator = new Locator(m_pages->words(), this);
    connect(m_pages, &PageView::pagesShown, m_locator, &Locator::lookOn);
    connect(m_locator, &Locator::located, this, &DocumentView::takeLocated);
}

void DocumentView::setupSearch()
{
    m_search = new TextSearch(m_pages->words(), this);
    m_searchBar = new common::FindBar(u"search"_s, tr("Search the document"), this);
    connect(m_searchBar, &common::FindBar::textWanted, this,
            [this](const QString &text) { m_search->start(text, m_pages->currentPage()); });
    connect(m_searchBar, &common::FindBar::nextWanted, m_search, &TextSearch::next);
    connect(m_searchBar, &common::FindBar::previousWanted, m_search, &TextSearch::previous);
    connect(m_searchBar, &common::FindBar::closed, m_pages, [this] { m_pages->setFocus(); });
    connect(m_search, &TextSearch::changed, this, [this] {
        const auto left = m_search->pagesLeft();
        m_searchBar->setState(m_search->current(), static_cast<int>(m_search->places().size()),
                              left > 0 ? tr("%n page(s) left", nullptr, left) : QString());
        m_pages->found().setPlaces(m_search->places(), m_search->current());
        for (auto *action : m_stepActions)
            action->setEnabled(!m_search->places().empty());
    });
    connect(m_search, &TextSearch::arrived, this, [this](const FoundPlace &place) {
        if (!place.rects.empty())
            m_pages->showPlace(place.page, place.rects.front());
    });
}

/// Words that are marked on the page are what one wants to look up.
void DocumentView::openSearch()
{
    const auto &marked = m_pages->markedText();
    if (m_pageCount > 0)
        m_searchBar->open(marked.isEmpty() ? QString() : marked.text().simplified());
}

void DocumentView::open(const QString &file)
{
    if (file == m_file && !file.isEmpty())
        return;
    close();
    m_file = file;
    if (file.isEmpty())
        return;
    m_fileName->setText(QFileInfo(file).fileName());
    m_stack->setCurrentIndex(PagesPlace);
    m_pages->open(file);
}

void DocumentView::close()
{
    m_file.clear();
    m_result.reset();
    m_crop.reset();
    m_pageCount = 0;
    m_given.clear();
    m_hasChanges = false;
    m_unplaced.clear();
    m_waiting.clear();
    m_locator->setCitations({}, 0);
    m_search->reset(0);
    m_searchBar->hide();
    m_pages->close();
    m_thumbnails->close();
    m_cropRenderer->close();
    m_fileName->clear();
    m_pageEdit->clear();
    m_pageTotal->clear();
    m_withoutEvidence = 0;
    showCounts();
    m_stack->setCurrentIndex(EmptyPlace);
    updatePageNumber(-1);
    updateZoom();
}

void DocumentView::showError(const Error &error)
{
    m_message->setError(error);
    m_stack->setCurrentIndex(MessagePlace);
    // Asked for once more, the file is tried again: it may have been repaired.
    m_file.clear();
    emit failed(error);
}

void DocumentView::setResult(const domain::ResultNode &result, const domain::ConfidenceRules &rules)
{
    m_result = result;
    m_rules = rules;
    showResult();
}

void DocumentView::showResult()
{
    if (!m_result || m_pageCount == 0)
        return;
    const auto sizes = pageSizes();
    showHighlights(highlightsOf(*m_result, sizes, m_rules), unplacedCitations(*m_result, sizes, m_rules),
                   countWithoutEvidence(*m_result));
}

bool DocumentView::changeValue(const QString &path, const domain::ResultNode &value)
{
    auto *node = m_result ? const_cast<domain::ResultNode *>(domain::nodeAt(*m_result, path)) : nullptr;
    if (!node || node->kind != domain::ResultNode::Kind::Value)
        return false;
    node->value = value.value;
    node->evidence = value.evidence;
    if (m_pageCount == 0)
        return true;
    const auto sizes = pageSizes();
    m_hasChanges = true;
    m_pages->replaceHighlights(path, highlightsOf(*m_result, sizes, m_rules, path));
    m_locator->replaceCitations(path, unplacedCitations(*m_result, sizes, m_rules, path));
    m_locator->lookOn(m_pages->pagesInView());
    m_withoutEvidence = countWithoutEvidence(*m_result);
    showCounts();
    showWaiting();
    return true;
}

std::vector<domain::PageSize> DocumentView::pageSizes() const
{
    return m_pageCount > 0 ? m_pages->layout().pageSizes() : std::vector<domain::PageSize>();
}

void DocumentView::setHighlights(std::vector<Highlight> highlights, int withoutEvidence)
{
    m_result.reset();
    showHighlights(std::move(highlights), {}, withoutEvidence);
}

/// The same places again change nothing: what was located stays.
void DocumentView::showHighlights(std::vector<Highlight> highlights, std::vector<Unplaced> unplaced,
                                  int withoutEvidence)
{
    m_withoutEvidence = withoutEvidence;
    if (std::exchange(m_hasChanges, false) || highlights != m_given || unplaced != m_unplaced) {
        m_given = highlights;
        m_unplaced = unplaced;
        m_pages->setHighlights(std::move(highlights));
        m_locator->setCitations(std::move(unplaced), m_pageCount);
        m_locator->lookOn(m_pages->pagesInView());
        showWaiting();
    }
    showCounts();
}

void DocumentView::showCounts()
{
    m_counts->setCounts(m_pages->levelCounts());
    showWithoutEvidence();
}

void DocumentView::takeLocated(const std::vector<Highlight> &highlights)
{
    m_pages->addHighlights(highlights);
    showCounts();
    showWaiting();
    for (const auto &highlight : highlights) {
        if (highlight.path == m_pages->selectedPath() && highlight.citation == m_pages->selectedCitation())
            m_pages->select(highlight.path, highlight.citation);
        emit citationLocated(highlight.path, highlight.citation, highlight.page, highlight.rects);
    }
}

void DocumentView::setWaiting(const QStringList &paths)
{
    m_waiting = paths;
    showWaiting();
}

void DocumentView::showWaiting()
{
    std::map<int, int> waiting;
    for (const auto &path : m_waiting)
        if (const auto page = m_pages->pageOf(path); page >= 0)
            ++waiting[page];
    m_thumbnails->setWaiting(std::move(waiting));
}

void DocumentView::select(const QString &path, int citation)
{
    m_pages->select(path, citation);
    m_locator->lookFor(path, citation);
}

void DocumentView::zoomToSelection()
{
    m_pages->zoomToSelection();
}

void DocumentView::requestCrop(int id, int page, const QRectF &area, int width)
{
    // Opened when it is needed first, so that the first page does not wait for it.
    if (!m_crop)
        m_cropRenderer->open(m_file);
    m_cropId = id;
    m_crop = std::make_unique<RenderRequest>(RenderRequest{page, width, area});
    m_cropRenderer->render({*m_crop});
}

} // namespace xs::gui::viewer
