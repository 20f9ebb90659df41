// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/joblist/jobmodel.h"

namespace xs::jobs {
class JobQueue;
}

namespace xs::gui::joblist {

/// Keeps a JobModel in step with the job queue and carries out what people wish for jobs. Owned by the window.
class JobListController final : public QObject
{
    Q_OBJECT

public:
    JobListController(jobs::JobQueue &queue, const Clock &clock, Summarize summarize, QObject *parent = nullptr);

    JobModel &model() { return m_model; }

public slots:
    void retry(const QList<xs::LocalJobId> &ids);
    void retryAllFailed();
    void cancel(const QList<xs::LocalJobId> &ids);
    void remove(const QList<xs::LocalJobId> &ids);

private:
    void show(const LocalJobId &id);

    jobs::JobQueue &m_queue;
    JobModel m_model;
};

} // namespace xs::gui::joblist
