// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobqueue.h"
#include "jobs/jobrun.h"
#include "jobs/poller.h"

namespace xs::jobs {

/// All unfinished jobs of one connection: decides which of them may take its next step now, keeps to the limits
/// of the policy and of the server, and lets everything wait while there is no way to it. Owned by the JobQueue.
class Lane : public QObject
{
    Q_OBJECT

public:
    Lane(QString connectionName, JobTable &table, const client::Network &network,
         const JobQueue::ConnectionProvider &connections, const JobPolicy &policy);
    ~Lane() override;

    /// Takes care of an unfinished job, or looks again at one that was changed from outside.
    void care(const LocalJobId &id);
    /// The job is gone, or its upload is not wanted any more: what is under way for it is dropped.
    void interrupt(const LocalJobId &id);
    /// There is a reason to try again at once.
    void retryNow();

signals:
    void uploadProgress(const xs::LocalJobId &id, qint64 sent, qint64 total);

private:
    struct Work
    {
        LocalJobId id;
        std::unique_ptr<JobRun, JobRun::Drop> run;
        QDateTime notBefore;
        /// Failed attempts at the present step, the reason of the last, and looks for a lost create.
        int attempts = 0;
        Error lastError;
        int looks = 0;
    };

    Work *find(const LocalJobId &id);
    void pumpSoon();
    void pump();
    void sweep();
    void startSteps(const client::Connection *connection);
    bool mayStart(Step step) const;
    void start(Work &work, Step step, const client::Connection &connection);
    void over(const LocalJobId &id, JobRun::Outcome outcome, const Error &error,
              std::optional<client::milliseconds> retryAfter);
    void tryAgain(Work &work, Step step, const Error &error, std::optional<client::milliseconds> retryAfter);
    void notThere(Work &work);
    void giveUp(const LocalJobId &id, const Error &error);
    void trouble(const Error &error, std::optional<client::milliseconds> retryAfter);
    void through();
    void showTrouble(const Error &error);
    bool isOutOfPatience();
    void setAlarm();

    QString m_name;
    JobTable &m_table;
    client::Network m_network;
    const JobQueue::ConnectionProvider &m_connections;
    JobPolicy m_policy;
    Gate m_gate;
    Poller m_poller;
    std::vector<std::unique_ptr<Work>> m_works;
    Error m_shownTrouble;
    QDateTime m_withoutConnectionSince;
    bool m_pumpsSoon = false;
    Later m_alarm;
};

} // namespace xs::jobs
