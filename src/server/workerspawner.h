// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/descriptor.h"

#include <QObject>
#include <QProcess>
#include <QSet>
#include <QSocketNotifier>

#include <memory>

namespace xs::server {

/// How workers are started and what one may cost.
struct WorkerSettings
{
    /// What becomes the fork server (runForkServer); `temporaryFolder` is its last argument.
    QString program;
    QStringList arguments;
    /// Parent of the workers' private folders.
    QString temporaryFolder;
    int timeLimitMilliseconds = 600'000;
    qint64 largestReply = 64LL * 1024 * 1024;
};

/// The service's side of the fork server: starts it, and again when it was lost, and has it start and kill workers.
/// Destroying it ends all of them. Lives in the runner's thread.
class WorkerSpawner : public QObject
{
    Q_OBJECT

public:
    explicit WorkerSpawner(WorkerSettings settings, QObject *parent = nullptr);
    ~WorkerSpawner() override;

    const WorkerSettings &settings() const { return m_settings; }
    /// Starts the fork server in advance. False when it cannot be started.
    bool prepare();
    /// Starts a worker with this standard input and output. `ended` comes for it exactly once, and later; nothing
    /// when there is no fork server.
    std::optional<quint64> start(const Descriptors &inputAndOutput);
    /// Kills the worker with everything that it started.
    void kill(quint64 worker);
    /// Gives up a fork server that no longer obeys: kills it, and all workers with it.
    void reset();

signals:
    /// waitpid's status, or ForkNote::neverStarted also when the fork server was lost.
    void ended(quint64 worker, int status);

private:
    void readNotes();

    WorkerSettings m_settings;
    QProcess m_process;
    Descriptor m_socket;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QSet<quint64> m_workers;
    quint64 m_lastWorker = 0;
};

} // namespace xs::server
