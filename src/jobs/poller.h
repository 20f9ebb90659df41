// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/getjobcall.h"
#include "jobs/gate.h"

#include <QHash>

#include <map>
#include <vector>

namespace xs::client {
class ListJobsCall;
}

namespace xs::jobs {

class JobTable;

/// Reads the jobs that one server works on, each in its own rhythm while there are few, all together in list
/// calls when there are many. A job that is over is read once more with all its parts. Owned by the Lane, which
/// calls `pump`.
class Poller : public QObject
{
    Q_OBJECT

public:
    Poller(JobTable &table, const client::Network &network, const JobPolicy &policy, Gate &gate);
    ~Poller() override;

    /// Watches a job in phase Waiting that is not watched yet.
    void watch(const LocalJobId &id);
    void forget(const LocalJobId &id);
    bool isWatched(const LocalJobId &id) const;

    /// The clock was set back by so much: all waits stay as long as they were.
    void setBack(milliseconds span);
    /// Sends the reads that are due, as far as the gate lets them.
    void pump(const client::Connection &connection);
    /// Until the next read is due; none when nothing is watched or enough is under way.
    std::optional<milliseconds> nextDue() const;

signals:
    /// A read came back, in whatever way; there may be more to do.
    void moved();
    /// The server answered.
    void through();
    void trouble(const xs::Error &error, std::optional<xs::client::milliseconds> retryAfter);

private:
    struct Watched
    {
        LocalJobId id;
        QDateTime since;
        QDateTime dueAt;
        int reads = 0;
        /// Over on the server: what is left is to read all its parts.
        bool isOver = false;
        bool isBeingRead = false;
    };

    Watched *find(const LocalJobId &id);
    bool mayRead() const;
    std::vector<Watched *> due();
    void readOne(const client::Connection &connection, Watched &watched);
    void readMany(const client::Connection &connection, const std::vector<Watched *> &group);
    void listAnswered(const client::ListJobsCall &call, const std::vector<LocalJobId> &group);
    void seen(Watched &watched, const domain::ExtractJob &job);
    void complete(const LocalJobId &id, const domain::ExtractJob &job);
    void readFailed(const std::vector<LocalJobId> &group, const client::Call &call);
    void schedule(Watched &watched);
    void start(client::Call *call);
    void drop(client::Call *call);

    JobTable &m_table;
    client::Network m_network;
    JobPolicy m_policy;
    Gate &m_gate;
    /// In the order in which they came.
    std::map<quint64, Watched> m_watched;
    QHash<LocalJobId, quint64> m_numbers;
    quint64 m_lastNumber = 0;
    std::vector<client::CallPointer> m_calls;
    /// A server that refuses list calls is asked for each job alone.
    bool m_listRefused = false;
};

} // namespace xs::jobs
