// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/documentview.h"

#include "gui/common/buttonlook.h"
#include "gui/common/elidedlabel.h"
#include "gui/common/emptystate.h"
#include "gui/common/icons.h"
#include "gui/common/messagerow.h"
#include "gui/common/panebar.h"
#include "gui/viewer/levelcounts.h"
#include "gui/viewer/pagerenderer.h"
#include "gui/viewer/pageview.h"
#include "gui/viewer/textselection.h"
#include "gui/viewer/thumbnaillist.h"

#include <QAction>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLineEdit>
#include <QStackedWidget>
#include <QToolButton>

#include <set>

using namespace Qt::StringLiterals;

namespace xs::gui::viewer {

namespace {

enum Place { EmptyPlace, PagesPlace, MessagePlace };

} // namespace

DocumentView::DocumentView(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"documentView"_s);
    setAccessibleName(tr("Document"));
    setupActions();
    setupPages();

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_thumbnails);
    middle->addWidget(m_stack, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addLayout(middle, 1);
    layout->addWidget(makeFooter());
    close();
}

DocumentView::~DocumentView() = default;

QAction *DocumentView::addViewAction(const QString &name, QStringView icon, const QString &text,
                                     const QKeySequence &key)
{
    auto *action = new QAction(common::icon(icon), text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setToolTip(key.isEmpty() ? text : u"%1 (%2)"_s.arg(text, key.toString(QKeySequence::NativeText)));
    addAction(action);
    return action;
}

void DocumentView::setupActions()
{
    m_thumbnailsAction =
        addViewAction(u"thumbnailsAction"_s, u"thumbnails", tr("Thumbnails"), QKeySequence(Qt::Key_F7));
    m_previousAction =
        addViewAction(u"previousPageAction"_s, u"chevronleft", tr("Previous page"), Qt::ALT | Qt::Key_PageUp);
    m_nextAction = addViewAction(u"nextPageAction"_s, u"chevronright", tr("Next page"), Qt::ALT | Qt::Key_PageDown);
    m_zoomInAction = addViewAction(u"zoomInAction"_s, u"plus", tr("Zoom in"), QKeySequence(Qt::CTRL | Qt::Key_Plus));
    m_zoomInAction->setShortcuts({Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal});
    m_zoomOutAction =
        addViewAction(u"zoomOutAction"_s, u"minus", tr("Zoom out"), QKeySequence(Qt::CTRL | Qt::Key_Minus));
    m_fitWidthAction =
        addViewAction(u"fitWidthAction"_s, u"fitwidth", tr("Fit width"), QKeySequence(Qt::CTRL | Qt::Key_0));
    m_fitPageAction = addViewAction(u"fitPageAction"_s, u"fitpage", tr("Fit page"), QKeySequence(Qt::CTRL | Qt::Key_9));
    m_boxesAction = addViewAction(u"boxesAction"_s, u"eye", tr("Boxes"), QKeySequence(Qt::Key_F6));
    m_copyAction = addViewAction(u"copyTextAction"_s, u"copy", tr("Copy text"), QKeySequence::Copy);
    for (auto *action : {m_thumbnailsAction, m_fitWidthAction, m_fitPageAction, m_boxesAction})
        action->setCheckable(true);
    m_thumbnailsAction->setChecked(true);
    m_boxesAction->setChecked(true);
}

QList<QAction *> DocumentView::viewActions() const
{
    return {m_zoomInAction, m_zoomOutAction,    m_fitWidthAction, m_fitPageAction, m_previousAction,
            m_nextAction,   m_thumbnailsAction, m_boxesAction,    m_copyAction};
}

QToolButton *DocumentView::makeButton(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    auto name = action->objectName();
    button->setObjectName(name.replace("Action"_L1, "Button"_L1));
    button->setAccessibleName(action->text());
    button->setFocusPolicy(Qt::TabFocus);
    common::setButtonLook(button, common::ButtonLook::Quiet);
    common::setSmallButton(button);
    return button;
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
        m_thumbnails->setPages(pageSizes());
        m_pageTotal->setText(tr("of %n", "as in: page 1 of 4", pages));
        updatePageNumber(0);
        updateZoom();
        showResult();
        emit opened(pages);
    });
    connect(m_pages, &PageView::failed, this, &DocumentView::showError);
    connect(m_pages, &PageView::currentPageChanged, this, &DocumentView::updatePageNumber);
    connect(m_pages, &PageView::zoomChanged, this, &DocumentView::updateZoom);
    connect(m_pages, &PageView::highlightClicked, this, &DocumentView::highlightClicked);
    connect(m_thumbnails, &ThumbnailList::pageChosen, m_pages, &PageView::goToPage);
    connect(m_cropRenderer, &PageRenderer::rendered, this, [this](const RenderRequest &request, const QImage &image) {
        if (m_crop && *m_crop == request)
            emit cropReady(m_cropId, image);
    });
    connect(m_thumbnailsAction, &QAction::toggled, m_thumbnails, &QWidget::setVisible);
    connect(m_boxesAction, &QAction::toggled, m_pages, &PageView::setBoxesVisible);
    // Ctrl+C belongs to what has the focus: cells and editors have their own.
    m_copyAction->setShortcutContext(Qt::WidgetShortcut);
    m_copyAction->setEnabled(false);
    removeAction(m_copyAction);
    m_pages->addAction(m_copyAction);
    connect(m_copyAction, &QAction::triggered, m_pages, &PageView::copyMarkedText);
    connect(m_pages, &PageView::markedTextChanged, this,
            [this] { m_copyAction->setEnabled(!m_pages->markedText().isEmpty()); });
    connect(m_zoomInAction, &QAction::triggered, m_pages, &PageView::zoomIn);
    connect(m_zoomOutAction, &QAction::triggered, m_pages, &PageView::zoomOut);
    connect(m_fitWidthAction, &QAction::triggered, this, [this] { m_pages->setZoomMode(ZoomMode::FitWidth); });
    connect(m_fitPageAction, &QAction::triggered, this, [this] { m_pages->setZoomMode(ZoomMode::FitPage); });
    connect(m_previousAction, &QAction::triggered, this, [this] { m_pages->goToPage(m_pages->currentPage() - 1); });
    connect(m_nextAction, &QAction::triggered, this, [this] { m_pages->goToPage(m_pages->currentPage() + 1); });
}

QWidget *DocumentView::makeHeader()
{
    m_pageEdit = new QLineEdit(this);
    m_pageEdit->setObjectName(u"pageEdit"_s);
    m_pageEdit->setAccessibleName(tr("Page number"));
    m_pageEdit->setAlignment(Qt::AlignCenter);
    m_pageEdit->setFixedWidth(36);
    common::setSmallButton(m_pageEdit);
    m_pageEdit->setValidator(new QIntValidator(1, 999999, m_pageEdit));
    connect(m_pageEdit, &QLineEdit::returnPressed, this, [this] {
        m_pages->goToPage(std::min(m_pageEdit->text().toInt(), m_pageCount) - 1);
        m_pages->setFocus();
    });
    m_pageTotal = new common::RoleLabel({}, common::TextRole::Secondary, this);
    m_fileName = new common::ElidedLabel(this, common::TextRole::Strong, Qt::ElideMiddle);
    m_fileName->setObjectName(u"fileName"_s);
    m_fileName->setAlignment(Qt::AlignCenter);
    m_fileName->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_zoomLabel = new common::RoleLabel({}, common::TextRole::Secondary, this);
    m_zoomLabel->setObjectName(u"zoomLabel"_s);
    m_zoomLabel->setAlignment(Qt::AlignCenter);
    m_zoomLabel->setMinimumWidth(40);

    auto *bar = new common::PaneBar(common::PaneBar::Edge::Bottom, 32, this);
    auto *layout = bar->row();
    layout->setContentsMargins(4, 0, 4, 1);
    layout->setSpacing(4);
    layout->addWidget(makeButton(m_thumbnailsAction));
    layout->addWidget(makeButton(m_previousAction));
    layout->addWidget(m_pageEdit);
    layout->addWidget(m_pageTotal);
    layout->addWidget(makeButton(m_nextAction));
    layout->addSpacing(8);
    layout->addWidget(m_fileName, 1);
    layout->addSpacing(8);
    layout->addWidget(makeButton(m_zoomOutAction));
    layout->addWidget(m_zoomLabel);
    layout->addWidget(makeButton(m_zoomInAction));
    layout->addWidget(makeButton(m_fitWidthAction));
    return bar;
}

QWidget *DocumentView::makeFooter()
{
    auto *boxes = makeButton(m_boxesAction);
    boxes->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    common::setButtonLook(boxes, common::ButtonLook::Text);
    const auto showState = [this](bool visible) {
        m_boxesAction->setIcon(common::icon(visible ? u"eye" : u"eyeoff", common::IconColor::Text2));
    };
    connect(m_boxesAction, &QAction::toggled, this, showState);
    showState(true);
    m_counts = new LevelCounts(this);
    m_counts->setObjectName(u"levelCounts"_s);
    auto *bar = new common::PaneBar(common::PaneBar::Edge::Top, 30, this);
    bar->row()->setContentsMargins(4, 1, 12, 0);
    bar->row()->setSpacing(12);
    bar->row()->addWidget(boxes);
    bar->row()->addWidget(m_counts, 1);
    return bar;
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
    m_thumbnails->open(file);
    m_cropRenderer->open(file);
}

void DocumentView::close()
{
    m_file.clear();
    m_result.reset();
    m_crop.reset();
    m_pageCount = 0;
    m_pages->close();
    m_thumbnails->close();
    m_cropRenderer->close();
    m_fileName->clear();
    m_pageEdit->clear();
    m_pageTotal->clear();
    m_counts->setCounts({}, 0);
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
    if (m_result && m_pageCount > 0)
        showHighlights(highlightsOf(*m_result, pageSizes(), m_rules), countWithoutEvidence(*m_result));
}

std::vector<domain::PageSize> DocumentView::pageSizes() const
{
    std::vector<domain::PageSize> sizes;
    for (int page = 0; page < m_pageCount; ++page)
        sizes.push_back(m_pages->layout().pageSize(page));
    return sizes;
}

void DocumentView::setHighlights(std::vector<Highlight> highlights, int withoutEvidence)
{
    m_result.reset();
    showHighlights(std::move(highlights), withoutEvidence);
}

void DocumentView::showHighlights(std::vector<Highlight> highlights, int withoutEvidence)
{
    std::array<int, 4> counts{};
    std::set<QString> counted;
    for (const auto &highlight : highlights)
        if (counted.insert(highlight.path).second)
            ++counts[static_cast<size_t>(highlight.level)];
    m_counts->setCounts(counts, withoutEvidence);
    m_pages->setHighlights(std::move(highlights));
}

void DocumentView::select(const QString &path, int citation)
{
    m_pages->select(path, citation);
}

void DocumentView::zoomToSelection()
{
    m_pages->zoomToSelection();
}

void DocumentView::requestCrop(int id, int page, const QRectF &area, int width)
{
    m_cropId = id;
    m_crop = std::make_unique<RenderRequest>(RenderRequest{page, width, area});
    m_cropRenderer->render({*m_crop});
}

void DocumentView::updatePageNumber(int page)
{
    m_pageEdit->setEnabled(m_pageCount > 0);
    m_pageEdit->setText(page >= 0 ? QString::number(page + 1) : QString());
    m_previousAction->setEnabled(page > 0);
    m_nextAction->setEnabled(page >= 0 && page + 1 < m_pageCount);
    if (page >= 0)
        m_thumbnails->setCurrentPage(page);
}

void DocumentView::updateZoom()
{
    const bool any = m_pageCount > 0;
    m_zoomLabel->setText(any ? tr("%1 %", "zoom").arg(qRound(m_pages->zoom() * 100)) : QString());
    m_zoomInAction->setEnabled(any && m_pages->zoom() < PageView::largestZoom);
    m_zoomOutAction->setEnabled(any && m_pages->zoom() > PageView::smallestZoom);
    m_fitWidthAction->setEnabled(any);
    m_fitPageAction->setEnabled(any);
    m_fitWidthAction->setChecked(m_pages->zoomMode() == ZoomMode::FitWidth);
    m_fitPageAction->setChecked(m_pages->zoomMode() == ZoomMode::FitPage);
}

} // namespace xs::gui::viewer
