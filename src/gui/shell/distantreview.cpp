// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/distantreview.h"

#include "gui/review/decidecommand.h"
#include "gui/shell/reviewcontroller.h"
#include "jobs/jobqueue.h"
#include "jobs/openanswer.h"
#include "review/reviewsession.h"

#include <QUndoStack>

namespace xs::gui::shell {

using xs::review::Decision;
using xs::review::Decisions;

DistantReview::DistantReview(jobs::JobQueue &queue, xs::review::ReviewStore *reviews, const Clock &clock,
                             ReviewController &review, QObject *parent)
    : QObject(parent), m_queue(queue), m_reviews(reviews), m_clock(clock), m_review(review)
{
}

Decision DistantReview::decision(const LocalJobId &job, const QString &path) const
{
    const auto known = m_reviews ? m_reviews->decisions(job).value_or(Decisions()) : Decisions();
    const auto found = known.find(path);
    return found != known.end() ? found->second : Decision();
}

bool DistantReview::apply(const LocalJobId &job, const QString &path, const Decisions &decisions)
{
    auto answer = jobs::openAnswer(m_queue, job);
    if (!answer) {
        emit failed(answer.error());
        return false;
    }
    xs::review::ReviewSession session(*m_reviews, m_clock, accountName());
    auto done = session.open(job, std::move(answer->result), answer->dataSchema);
    if (done)
        done = session.decide(decisions);
    if (!done) {
        emit failed(done.error());
        return false;
    }
    m_review.reread(job);
    emit decided(job, path, session.standing(path).verdict);
    return true;
}

void DistantReview::decide(const LocalJobId &job, const QString &path, const Decision &decision, const QString &text,
                           QUndoStack &undo)
{
    if (m_reviews)
        undo.push(new review::DecideCommand(
            text, job, {{path, this->decision(job, path)}}, {{path, decision}},
            [this, path](const LocalJobId &id, const Decisions &decisions) { return apply(id, path, decisions); }));
}

} // namespace xs::gui::shell
