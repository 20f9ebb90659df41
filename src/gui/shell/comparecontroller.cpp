// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/comparecontroller.h"

#include "gui/evaluate/comparepane.h"
#include "gui/review/resultspage.h"
#include "gui/shell/reviewcontroller.h"
#include "gui/viewer/documentview.h"
#include "jobs/jobqueue.h"

#include <QAction>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

using evaluate::Choice;
using evaluate::ComparePane;

CompareController::CompareController(jobs::JobQueue &queue, xs::review::ReviewStore *reviews, QSettings &settings,
                                     ReviewController &review, review::ResultsPage &results,
                                     viewer::DocumentView &pages, QWidget *parent)
    : QObject(parent), m_queue(queue), m_source(queue, reviews, settings), m_review(review), m_results(results),
      m_pages(pages), m_stack(new QStackedWidget(parent)), m_pane(new ComparePane(m_stack)),
      m_action(new QAction(tr("Compare with another run or expected values"), this))
{
    m_stack->addWidget(&results);
    m_stack->addWidget(m_pane);
    m_action->setObjectName(u"compareAction"_s);
    m_action->setShortcut(Qt::Key_D);
    m_action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_action->setCheckable(true);
    m_stack->addAction(m_action);
    connect(m_action, &QAction::triggered, this, [this] { m_stack->currentWidget() == m_pane ? close() : open(); });
    connect(m_pane, &ComparePane::closeWanted, this, &CompareController::close);
    connect(m_pane, &ComparePane::referenceChosen, this, [this](const QString &id) {
        m_reference = id;
        compare();
    });
    connect(m_pane, &ComparePane::valueChosen, this, [this](const QString &path) { m_pages.select(path); });
    connect(m_pane, &ComparePane::openWanted, this, [this](const QString &path) {
        close();
        m_results.select(path);
    });
    connect(&m_review, &ReviewController::shownChanged, this, [this] {
        if (m_stack->currentWidget() == m_pane)
            open();
    });
}

void CompareController::open()
{
    const auto *job = m_queue.job(m_review.shown());
    if (!job || job->phase != jobs::Phase::Completed)
        return close();
    QList<Choice> choices;
    for (const auto &other : m_source.otherRuns(job->id))
        choices << Choice{u"job:"_s + other.text(), m_source.title(u"job:"_s + other.text())};
    if (!choices.isEmpty())
        choices << Choice();
    choices << m_source.expectedChoices();
    if (m_reference.isEmpty() || std::ranges::find(choices, m_reference, &Choice::id) == choices.end())
        m_reference = choices.front().id;
    m_pane->setReferences(choices, m_reference);
    m_stack->setCurrentWidget(m_pane);
    m_action->setChecked(true);
    compare();
    m_pane->setFocus();
}

void CompareController::close()
{
    m_action->setChecked(false);
    if (m_stack->currentWidget() != m_pane)
        return;
    m_stack->setCurrentWidget(&m_results);
    m_results.setFocus();
    m_pages.select(m_results.currentPath(), m_results.currentCitation());
}

void CompareController::compare()
{
    if (const auto opened = m_source.open(m_reference); !opened)
        return m_pane->showError(opened.error());
    auto compared = m_source.compared(m_review.shown(), {});
    if (!compared)
        return m_pane->showError(compared.error());
    m_pane->setComparison(*compared ? std::move(**compared) : xs::evaluate::ComparedDocument(),
                          m_source.title(m_reference));
}

} // namespace xs::gui::shell
