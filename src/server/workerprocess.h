// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "base/json.h"
#include "server/workerspawner.h"

#include <QTimer>

namespace xs::server {

/// What a worker's last line says: its result or its error; DocumentBroken when it is neither.
Expected<Json> readReply(const QByteArray &line);
/// What a worker says of a document is an object. The document may have taken it over, so nothing else about it is
/// certain. Error DocumentBroken when it is none.
Expected<Json> documentResult(Expected<Json> result);

/// The parent side of one worker: a process of its own that reads one document and ends. Whatever it does, `finished`
/// comes exactly once. Lives in the runner's thread.
class WorkerProcess : public QObject
{
    Q_OBJECT

public:
    explicit WorkerProcess(WorkerSpawner &spawner, QObject *parent = nullptr);
    /// Kills the process with everything that it started.
    ~WorkerProcess() override;

    /// Starts the process and hands over the one document.
    void run(const Json &request);

signals:
    /// The worker's result, or why there is none: its own error, DocumentBroken after a crash, DocumentTooLarge when it
    /// ran out of memory, TimedOut, Internal when it could not be started.
    void finished(const xs::Expected<xs::Json> &result);

private:
    bool start(const Json &request);
    void readOutput();
    void readGreeting(const QByteArray &line) const;
    void fail(const Error &error);
    void conclude(int status);
    Expected<Json> outcome(int status) const;

    WorkerSpawner &m_spawner;
    /// Nothing before the start and after the end.
    std::optional<quint64> m_worker;
    Descriptor m_replies;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_timeLimit;
    QByteArray m_output;
    std::optional<Error> m_failure;
};

} // namespace xs::server
