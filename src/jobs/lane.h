// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobqueue.h"
#include "jobs/jobrun.h"
#include "jobs/poller.h"

#include <unordered_map>

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
    struct HashId
    {
        std::size_t operator()(const LocalJobId &id) const { return qHash(id); }
    };
    /// What works wait for; those that wait for the server's result are the poller's.
    enum class Queue { None, Here, Uploads, Requests, Sleepers };
    struct Work
    {
        LocalJobId id;
        /// The order in which they came.
        quint64 number = 0;
        Queue queue = Queue::None;
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
    void mindTheClock();
    /// Puts a job where its record says that it belongs; lets go of one that is over or gone.
    void place(const LocalJobId &id);
    void unqueue(Work &work);
    void sleep(Work &work, const QDateTime &until);
    void wakeSleepers();
    void startSteps(const client::Connection *connection);
    bool mayStart(Queue queue) const;
    void start(Work &work, const client::Connection &connection);
    void endRun(Work &work);
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
    /// Of the server's clock before ours; every run knows it.
    std::optional<milliseconds> m_serverAhead;
    std::unordered_map<LocalJobId, std::unique_ptr<Work>, HashId> m_works;
    quint64 m_lastNumber = 0;
    /// Works that may take their step as soon as there is room, first come, first served.
    std::map<quint64, LocalJobId> m_here;
    std::map<quint64, LocalJobId> m_uploads;
    std::map<quint64, LocalJobId> m_requests;
    std::map<std::pair<QDateTime, quint64>, LocalJobId> m_sleepers;
    int m_uploadsRunning = 0;
    int m_requestsRunning = 0;
    Error m_shownTrouble;
    QDateTime m_withoutConnectionSince;
    QDateTime m_lastPump;
    bool m_pumpsSoon = false;
    Later m_alarm;
};

} // namespace xs::jobs
