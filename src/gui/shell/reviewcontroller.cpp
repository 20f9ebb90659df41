// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/reviewcontroller.h"

#include "api/jobjson.h"
#include "api/resultjson.h"
#include "gui/review/resultspage.h"
#include "gui/viewer/documentview.h"
#include "jobs/jobqueue.h"
#include "wording/errortext.h"

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

Expected<OpenAnswer> openAnswer(jobs::JobQueue &queue, const LocalJobId &id)
{
    const auto answer = queue.answer(id);
    if (!answer)
        return Unexpected(answer.error());
    auto job = api::jobFromJson(*answer);
    if (!job)
        return Unexpected(job.error());
    const auto configuration = queue.configuration(id);
    const auto fields = configuration ? schema::readFields(member(*configuration, "data_schema"))
                                      : Expected<schema::Field>(Unexpected(configuration.error()));
    OpenAnswer open{std::move(*job), {}, fields ? *fields : schema::Field()};
    open.result = api::readResult(open.job.extractResult, open.job.extractMetadata, fields ? &open.schema : nullptr);
    return open;
}

ReviewController::ReviewController(jobs::JobQueue &queue, viewer::DocumentView &pages, review::ResultsPage &results,
                                   QObject *parent)
    : QObject(parent), m_queue(queue), m_pages(pages), m_results(results)
{
    connectViews();
    connect(&m_queue, &jobs::JobQueue::jobChanged, this, [this](const LocalJobId &id) {
        if (id == m_shown)
            refresh();
    });
    connect(&m_queue, &jobs::JobQueue::jobRemoved, this, [this](const LocalJobId &id) {
        if (id == m_shown)
            clear();
    });
}

void ReviewController::connectViews()
{
    using review::ResultsPage;
    using viewer::DocumentView;
    connect(&m_results, &ResultsPage::valueSelected, &m_pages, &DocumentView::select);
    connect(&m_results, &ResultsPage::zoomRequested, &m_pages, &DocumentView::zoomToSelection);
    connect(&m_results, &ResultsPage::cropRequested, &m_pages, &DocumentView::requestCrop);
    connect(&m_pages, &DocumentView::cropReady, &m_results, &ResultsPage::showCrop);
    connect(&m_pages, &DocumentView::highlightClicked, &m_results, &ResultsPage::select);
    connect(&m_pages, &DocumentView::opened, this, [this] {
        m_results.setPageSizes(m_pages.pageSizes());
        if (!m_answerShown.isEmpty())
            m_pages.select(m_results.currentPath(), m_results.currentCitation());
    });
}

void ReviewController::show(const LocalJobId &id)
{
    const auto *job = m_queue.job(id);
    if (!job)
        return clear();
    m_shown = id;
    m_answerShown = LocalJobId();
    m_pages.setResult({});
    m_pages.open(job->document.path);
    refresh();
    emit shownChanged(id);
}

void ReviewController::clear()
{
    m_shown = LocalJobId();
    m_answerShown = LocalJobId();
    m_pages.setResult({});
    m_results.showNothing();
    emit shownChanged(m_shown);
}

void ReviewController::refresh()
{
    const auto *job = m_queue.job(m_shown);
    if (!job)
        return;
    if (job->phase == jobs::Phase::Completed) {
        if (m_answerShown != m_shown || m_answerRun != job->run)
            showAnswer();
    } else if (job->phase == jobs::Phase::Failed) {
        m_results.showError(job->error);
    } else if (job->phase == jobs::Phase::Cancelled) {
        m_results.showError({ErrorCode::Cancelled, {}, job->document.path});
    } else if (job->error.code != ErrorCode::None) {
        m_results.showWaiting(tr("Waiting to try again: %1").arg(wording::errorText(job->error).what));
    } else {
        m_results.showWaiting(tr("%1 is being read.").arg(job->document.name));
    }
}

void ReviewController::showAnswer()
{
    auto answer = openAnswer(m_queue, m_shown);
    if (!answer) {
        m_results.showError(answer.error());
        return;
    }
    m_answerShown = m_shown;
    m_answerRun = m_queue.job(m_shown)->run;
    m_pages.setResult(answer->result);
    m_results.setPageSizes(m_pages.pageSizes());
    m_results.setResult(std::move(answer->result), std::move(answer->schema));
    m_pages.select(m_results.currentPath(), m_results.currentCitation());
}

} // namespace xs::gui::shell
