// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/joblist/jobmodel.h"

#include <QSet>

#include <deque>

namespace xs::jobs {
class JobQueue;
}

namespace xs::gui::joblist {

/// Keeps a JobModel in step with the job queue and carries out what people wish for jobs. Changes are shown in
/// slices with the event loop in between, however many come at once, and so are wishes carried out: each is written to
/// the disk. Owned by the window.
class JobListController final : public QObject
{
    Q_OBJECT

public:
    JobListController(jobs::JobQueue &queue, const Clock &clock, QObject *parent = nullptr);
    ~JobListController() override;

    JobModel &model() { return m_model; }
    /// Whether everything is shown that the queue told of.
    bool isUpToDate() const { return m_waiting.empty(); }

public slots:
    void retry(const QList<xs::LocalJobId> &ids);
    void retryAllFailed();
    void cancel(const QList<xs::LocalJobId> &ids);
    void remove(const QList<xs::LocalJobId> &ids);
    /// The server forgets them, too.
    void removeEverywhere(const QList<xs::LocalJobId> &ids);

private:
    using Wish = void (jobs::JobQueue::*)(const LocalJobId &);

    void wish(Wish wish, const QList<LocalJobId> &ids);
    void fulfilSlice();
    void fulfilNext();
    void show(const LocalJobId &id);
    void showSlice();
    void forget(const LocalJobId &id);

    jobs::JobQueue &m_queue;
    JobModel m_model;
    /// In the order in which the queue told of them, each once.
    std::deque<LocalJobId> m_waiting;
    QSet<LocalJobId> m_isWaiting;
    bool m_showsSoon = false;
    std::deque<std::pair<Wish, LocalJobId>> m_wishes;
};

} // namespace xs::gui::joblist
