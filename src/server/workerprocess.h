// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "base/json.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

namespace xs::server {

/// How workers are started and what one may cost.
struct WorkerSettings
{
    QString program;
    QStringList arguments;
    /// Parent of the workers' private folders.
    QString temporaryFolder;
    int timeLimitMilliseconds = 600'000;
    qint64 largestReply = 64LL * 1024 * 1024;
};

/// The parent side of one worker: a process of its own that reads one document and ends. Started in advance, it
/// waits for its request. Whatever it does, `finished` comes exactly once. Lives in the runner's thread.
class WorkerProcess : public QObject
{
    Q_OBJECT

public:
    explicit WorkerProcess(const WorkerSettings &settings, QObject *parent = nullptr);
    /// Kills the process with everything that it started.
    ~WorkerProcess() override;

    void start();
    /// Hands over the one document. May be called at once after start().
    void run(const Json &request);

signals:
    /// The worker's result, or why there is none: its own error, DocumentBroken after a crash, DocumentTooLarge when it
    /// ran out of memory, TimedOut, Internal when it could not be started.
    void finished(const xs::Expected<xs::Json> &result);

private:
    void readOutput();
    void readGreeting(const QByteArray &line) const;
    void conclude();
    void finishWith(const Expected<Json> &result);
    void killGroup();
    Expected<Json> outcome() const;

    WorkerSettings m_settings;
    QTemporaryDir m_folder;
    QProcess m_process;
    QTimer m_timeLimit;
    QByteArray m_output;
    std::optional<Error> m_failure;
    bool m_finished = false;
};

} // namespace xs::server
