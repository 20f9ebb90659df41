// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "review/decision.h"

#include <QObject>

class QUndoStack;

namespace xs {
class Clock;
}
namespace xs::jobs {
class JobQueue;
}
namespace xs::review {
class ReviewStore;
}

namespace xs::gui::shell {

class ReviewController;

/// Decides about single values of jobs, whichever job is shown: from a table of all documents, from an evaluation.
/// Owned by its controller; belongs to the window's thread.
class DistantReview final : public QObject
{
    Q_OBJECT

public:
    /// Without a store of reviews nothing can be decided.
    DistantReview(jobs::JobQueue &queue, xs::review::ReviewStore *reviews, const Clock &clock, ReviewController &review,
                  QObject *parent);

    bool canDecide() const { return m_reviews; }
    /// What was decided about this very value.
    xs::review::Decision decision(const LocalJobId &job, const QString &path) const;
    /// One step on an undo stack, called `text` there.
    void decide(const LocalJobId &job, const QString &path, const xs::review::Decision &decision, const QString &text,
                QUndoStack &undo);

signals:
    /// What holds of a value now: it was decided, or taken back.
    void decided(const xs::LocalJobId &job, const QString &path, xs::review::Verdict verdict);
    void failed(const xs::Error &error);

private:
    bool apply(const LocalJobId &job, const QString &path, const xs::review::Decisions &decisions);

    jobs::JobQueue &m_queue;
    xs::review::ReviewStore *m_reviews;
    const Clock &m_clock;
    ReviewController &m_review;
};

} // namespace xs::gui::shell
