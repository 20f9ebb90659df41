// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/cli/options.h"
#include "base/clock.h"
#include "jobs/jobqueue.h"
#include "jobs/jobstore.h"
#include "supervisor/servicesupervisor.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QTemporaryDir>

namespace xs::cli {

/// One `run`: starts the local service when there is no address, sends the documents, tells how they fare and
/// writes the answers. Jobs live in a store of this run only, so that the window's list stays the user's own.
class RunCommand : public QObject
{
    Q_OBJECT

public:
    RunCommand(Options options, Json configuration);
    ~RunCommand() override;

    Expected<void> start();
    /// Cancels what is not done and ends soon; at once with the local service, or when asked a second time.
    void stop();

signals:
    /// 0 when every job was completed, 1 when one was not, 2 when nothing could be started.
    void finished(int exitStatus);

private:
    void startService();
    void addJobs();
    void timeIsOver();
    void jobChanged(const LocalJobId &id);
    void tellProgress(const jobs::JobRecord &job);
    void jobOver(const jobs::JobRecord &job);
    void writeAnswer(const jobs::JobRecord &job);
    void finish();
    Expected<client::Connection> connection() const;
    QString nameOf(const jobs::JobRecord &job) const;

    Options m_options;
    Json m_configuration;
    SystemClock m_clock;
    SystemScheduler m_scheduler;
    QTemporaryDir m_folder;
    std::unique_ptr<supervisor::ServiceSupervisor> m_supervisor;
    /// Goes before the supervisor, since a service waits for open connections when it ends.
    QNetworkAccessManager m_manager;
    std::unique_ptr<jobs::JobStore> m_store;
    std::unique_ptr<jobs::JobQueue> m_queue;
    Later m_limit;
    QHash<LocalJobId, int> m_numbers;
    QHash<LocalJobId, jobs::Phase> m_told;
    QStringList m_outputs;
    Error m_toldTrouble;
    int m_completed = 0;
    bool m_isStopping = false;
};

} // namespace xs::cli
