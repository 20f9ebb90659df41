// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/viewactions.h"

#include "gui/common/icons.h"
#include "gui/viewer/pageview.h"
#include "gui/viewer/textselection.h"

using namespace Qt::StringLiterals;

namespace xs::gui::viewer {

ViewActions::ViewActions(PageView &pages, QWidget &owner) : QObject(&owner), m_pages(pages)
{
    makeActions(owner);
    connectActions();
    update();
}

QAction *ViewActions::add(QWidget &owner, const QString &name, QStringView icon, const QString &text,
                          const QList<QKeySequence> &keys)
{
    auto *action = new QAction(icon.isEmpty() ? QIcon() : common::icon(icon), text, &owner);
    action->setObjectName(name);
    action->setShortcuts(keys);
    action->setToolTip(keys.isEmpty() ? text : u"%1 (%2)"_s.arg(text, keys.front().toString(QKeySequence::NativeText)));
    owner.addAction(action);
    return action;
}

void ViewActions::makeActions(QWidget &owner)
{
    zoomIn = add(owner, u"zoomInAction"_s, u"plus", tr("Zoom in"), {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal});
    zoomOut = add(owner, u"zoomOutAction"_s, u"minus", tr("Zoom out"), {Qt::CTRL | Qt::Key_Minus});
    fitWidth = add(owner, u"fitWidthAction"_s, u"fitwidth", tr("Fit width"), {Qt::CTRL | Qt::Key_0});
    fitPage = add(owner, u"fitPageAction"_s, u"fitpage", tr("Fit page"), {Qt::CTRL | Qt::Key_9});
    fitWidth->setCheckable(true);
    fitPage->setCheckable(true);
    turnRight = add(owner, u"turnRightAction"_s, u"rotate", tr("Turn right"), {Qt::CTRL | Qt::Key_R});
    turnLeft = add(owner, u"turnLeftAction"_s, {}, tr("Turn left"), {Qt::CTRL | Qt::SHIFT | Qt::Key_R});
    previousPage = add(owner, u"previousPageAction"_s, u"chevronleft", tr("Previous page"), {Qt::ALT | Qt::Key_PageUp});
    nextPage = add(owner, u"nextPageAction"_s, u"chevronright", tr("Next page"), {Qt::ALT | Qt::Key_PageDown});
    back = add(owner, u"backAction"_s, u"arrowleft", tr("Back to where you were"), {Qt::ALT | Qt::Key_Left});
    forward = add(owner, u"forwardAction"_s, {}, tr("Forward again"), {Qt::ALT | Qt::Key_Right});
    copy = add(m_pages, u"copyTextAction"_s, u"copy", tr("Copy text"), {QKeySequence::Copy});
    copy->setShortcutContext(Qt::WidgetShortcut);
}

void ViewActions::connectActions()
{
    const auto call = [this](QAction *action, auto slot) { connect(action, &QAction::triggered, &m_pages, slot); };
    call(copy, &PageView::copyMarkedText);
    call(zoomIn, &PageView::zoomIn);
    call(zoomOut, &PageView::zoomOut);
    call(back, &PageView::goBack);
    call(forward, &PageView::goForward);
    call(fitWidth, [this] { m_pages.setZoomMode(ZoomMode::FitWidth); });
    call(fitPage, [this] { m_pages.setZoomMode(ZoomMode::FitPage); });
    call(turnRight, [this] { m_pages.turn(90); });
    call(turnLeft, [this] { m_pages.turn(-90); });
    call(previousPage, [this] { m_pages.goToPage(m_pages.currentPage() - 1); });
    call(nextPage, [this] { m_pages.goToPage(m_pages.currentPage() + 1); });
    for (const auto signal : {&PageView::zoomChanged, &PageView::historyChanged, &PageView::markedTextChanged})
        connect(&m_pages, signal, this, &ViewActions::update);
    connect(&m_pages, &PageView::currentPageChanged, this, &ViewActions::update);
}

void ViewActions::update()
{
    const auto pages = m_pages.layout().pageCount();
    const auto page = m_pages.currentPage();
    for (auto *action : {fitWidth, fitPage, turnLeft, turnRight})
        action->setEnabled(pages > 0);
    previousPage->setEnabled(page > 0);
    nextPage->setEnabled(page >= 0 && page + 1 < pages);
    back->setEnabled(m_pages.history().canGoBack());
    forward->setEnabled(m_pages.history().canGoForward());
    zoomIn->setEnabled(pages > 0 && m_pages.zoom() < PageView::largestZoom);
    zoomOut->setEnabled(pages > 0 && m_pages.zoom() > PageView::smallestZoom);
    fitWidth->setChecked(pages > 0 && m_pages.zoomMode() == ZoomMode::FitWidth);
    fitPage->setChecked(pages > 0 && m_pages.zoomMode() == ZoomMode::FitPage);
    copy->setEnabled(!m_pages.markedText().isEmpty());
}

} // namespace xs::gui::viewer
