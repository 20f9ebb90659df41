// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/expected.h"
#include "base/scheduler.h"
#include "client/connection.h"

#include <QObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace xs::supervisor {

/// How the local service is started and how patient the supervisor is with it.
struct ServiceOptions
{
    /// Path of the program; empty: the one beside our own program, else the one on PATH.
    QString program;
    /// Folder of the service's own data.
    QString dataFolder;
    /// 0 picks a free port.
    int port = 0;
    /// The first line has to come within this time.
    std::chrono::milliseconds startTimeout{15'000};
    /// Waits before a restart double from the first to the longest.
    std::chrono::milliseconds firstWait{500};
    std::chrono::milliseconds longestWait{30'000};
    /// A service that dies this often in a row, each time within `quick` of its start, is given up.
    int quickDeaths = 4;
    std::chrono::milliseconds quick{10'000};
    /// After `stop` the service has this long before it is killed.
    std::chrono::milliseconds stopTimeout{3'000};
};

/// Finds the program `extract-studio-service`. Error: ServiceMissing.
Expected<QString> findService(const QString &wanted);

/// Starts the local service, tells where it listens, and starts it again when it dies. The token is made here,
/// new for each supervisor, and handed over in a file that only the user can read. The service ends with us: its
/// standard input is a pipe that closes when we die. Belongs to main(), in the thread of the event loop.
class ServiceSupervisor : public QObject
{
    Q_OBJECT

public:
    ServiceSupervisor(ServiceOptions options, const Clock &clock, Scheduler &scheduler, QObject *parent = nullptr);
    ~ServiceSupervisor() override;

    /// Starts the service unless it runs; also after it was given up.
    void start();
    /// Ends the service; nothing is signalled. Whether it went by itself and did not have to be killed.
    bool stop();

    /// Where the service listens now; otherwise why it does not (ServiceNotStarted while it is starting).
    Expected<client::Connection> connection() const;
    /// 0 when the service does not run.
    qint64 processId() const { return m_process ? m_process->processId() : 0; }

signals:
    /// The service listens, at an address that is new at each start.
    void ready(const xs::client::Connection &connection);
    /// The service died and is started again by itself.
    void restarting(const xs::Error &error, std::chrono::milliseconds wait);
    /// The service is given up: ServiceMissing, ServiceNotStarted, ServiceStopped, PortInUse, or what it said itself.
    void stopped(const xs::Error &error);

private:
    void launch();
    Expected<QString> writeToken();
    void readOutput();
    void firstLine(const QByteArray &line);
    void ended(int exitCode, QProcess::ExitStatus status);
    void died(const Error &error);
    void giveUp(const Error &error);
    void dropProcess();

    ServiceOptions m_options;
    const Clock &m_clock;
    Scheduler &m_scheduler;
    Later m_startLimit;
    Later m_restart;
    QString m_token;
    std::unique_ptr<QTemporaryDir> m_tokenFolder;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_output;
    QByteArray m_messages;
    client::Connection m_connection;
    Error m_error;
    QDateTime m_launchedAt;
    int m_quickDeaths = 0;
};

} // namespace xs::supervisor
