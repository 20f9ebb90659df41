// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobqueue.h"
#include "jobs/jobstore.h"
#include "support/fakeserver.h"
#include "support/faketime.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace xs::test {

/// A job queue with a fake server behind it, a store on the disk and one log of all that happens: the server's
/// lines, and "job N Phase" whenever a job gets into another phase.
class Bench
{
public:
    Bench();
    ~Bench();

    /// Documents "1.pdf", "2.pdf", …, added at once.
    std::vector<LocalJobId> add(int count);
    /// How often a step is tried while the server itself fails; the program starts anew with it.
    void setAttempts(int attempts);
    /// The program ends and starts again.
    void restart();
    /// Runs until no job is unfinished.
    bool finish();
    /// Runs until the job is in the phase.
    bool reach(const LocalJobId &id, jobs::Phase phase);
    /// What happened since the last call, in one line.
    QString takeLog();
    int count(const QString &line) const { return static_cast<int>(server.log.count(line)); }
    const jobs::JobRecord &job(const LocalJobId &id) const { return *queue->job(id); }
    int number(const LocalJobId &id) const;

    FakeTime time;
    FakeNetwork manager{time};
    FakeServer server{time};
    jobs::JobPolicy policy;
    client::RetryPolicy requestPolicy;
    Expected<client::Connection> connection = client::Connection{
        QStringLiteral("fake"), QUrl(QStringLiteral("https://fake.example.com")), QStringLiteral("llx-good"), {}, 0};
    /// In memory where that is possible: the store waits for the disk after every step.
    QTemporaryDir folder{QFileInfo(QStringLiteral("/dev/shm")).isWritable()
                             ? QStringLiteral("/dev/shm/bench-XXXXXX")
                             : QDir::tempPath() + QStringLiteral("/bench-XXXXXX")};
    std::unique_ptr<jobs::JobStore> store;
    std::unique_ptr<jobs::JobQueue> queue;

private:
    void start();
    void note(const LocalJobId &id);

    std::map<QString, jobs::Phase> m_phases;
};

/// The server does what it was asked for; its answer gets lost.
FakeServer::Fault lost(QNetworkReply::NetworkError error = QNetworkReply::RemoteHostClosedError);
/// The server is not reached.
FakeServer::Fault unreachable(QNetworkReply::NetworkError error = QNetworkReply::ConnectionRefusedError);
/// Another answer than the server's own.
FakeServer::Fault instead(int status, const QByteArray &retryAfter = {});

} // namespace xs::test
