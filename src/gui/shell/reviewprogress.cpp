// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/reviewprogress.h"

#include "gui/joblist/jobmodel.h"
#include "gui/shell/reviewcontroller.h"
#include "review/reviewstore.h"

namespace xs::gui::shell {

ReviewProgress::ReviewProgress(xs::review::ReviewStore *reviews, ReviewController &review, joblist::JobModel &jobs,
                               QObject *parent)
    : QObject(parent), m_reviews(reviews), m_jobs(jobs)
{
    if (!m_reviews)
        return;
    tell({});
    connect(&review, &ReviewController::decided, this, &ReviewProgress::tell);
}

/// An empty id means all. A store that cannot be read has told so where it was opened.
void ReviewProgress::tell(const LocalJobId &job)
{
    const auto progress = m_reviews->progress(job);
    if (!progress)
        return;
    for (const auto &[id, state] : *progress)
        m_jobs.setReview(id, {state.decided, state.edits, state.whole});
}

} // namespace xs::gui::shell
