// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/ids.h"

#include <QObject>

namespace xs::review {
class ReviewStore;
}
namespace xs::gui::joblist {
class JobModel;
}

namespace xs::gui::shell {

class ReviewController;

/// Tells the list of jobs how far each review is: all of them at the start, then the one that changed. Owned by the
/// window.
class ReviewProgress final : public QObject
{
    Q_OBJECT

public:
    /// Without a store nothing is told.
    ReviewProgress(xs::review::ReviewStore *reviews, ReviewController &review, joblist::JobModel &jobs,
                   QObject *parent);

private:
    void tell(const LocalJobId &job);

    xs::review::ReviewStore *m_reviews;
    joblist::JobModel &m_jobs;
};

} // namespace xs::gui::shell
