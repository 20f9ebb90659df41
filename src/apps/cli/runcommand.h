// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/cli/access.h"
#include "apps/cli/command.h"
#include "apps/cli/inputfetch.h"
#include "apps/cli/knownjobs.h"
#include "apps/cli/runcost.h"
#include "apps/cli/runfolder.h"
#include "apps/cli/runreport.h"
#include "apps/cli/runresults.h"
#include "document/folderwatch.h"
#include "jobs/jobstore.h"

namespace xs::cli {

/// One `run`: sends the documents with the window's queue, tells how they fare and writes the answers. Its jobs live in
/// the output folder, so that the window's list stays the user's own and the same command can go on later.
class RunCommand final : public Command
{
    Q_OBJECT

public:
    /// `configuration` is the API's object.
    RunCommand(RunOptions options, Json configuration, AccessWish wish, RunCost cost, Terminal &terminal);
    ~RunCommand() override;

    void start() override;
    /// Leaves what the server has to a later run; without an output folder there is none, so it is cancelled.
    void stop() override;

private:
    Expected<void> openFolder();
    bool hasRoom();
    void opened();
    void fetchInputs();
    void resume();
    void goOn();
    /// Makes jobs of what has none yet. False when it was refused, and nothing was sent.
    bool take(const QStringList &inputs);
    bool makeJobs(const QStringList &inputs, QHash<QString, LocalJobId> &ids);
    std::optional<Refusal> namesFor(const QStringList &inputs, QStringList &names) const;
    int expectedJobs() const;
    void follow(const LocalJobId &id, bool again);
    bool isWatching() const { return !m_options.watchFolder.isEmpty(); }
    void refuse(const Refusal &refusal, ExitStatus status);
    void jobChanged(const LocalJobId &id);
    void jobOver(const jobs::JobRecord &job, bool isFromBefore);
    void allOver();
    void writeCommonFile();
    void timeIsOver();
    void cancelAll();
    void tellWhatIsLeft();
    void finish();

    RunOptions m_options;
    Json m_configuration;
    Terminal &m_terminal;
    QStringList m_inputs;
    RunFolder m_folder;
    RunCost m_cost;
    /// Behind the folder, in which its service works.
    Access m_access;
    std::unique_ptr<InputFetch> m_fetch;
    std::unique_ptr<jobs::JobStore> m_store;
    std::unique_ptr<jobs::JobQueue> m_queue;
    std::unique_ptr<RunResults> m_results;
    std::unique_ptr<KnownJobs> m_known;
    RunReport m_report;
    document::FolderWatch m_watch;
    Later m_limit;
    /// Of this run, in the order in which results are written.
    std::vector<LocalJobId> m_jobs;
    bool m_isGoing = false;
    bool m_isStopping = false;
    bool m_isFinished = false;
    /// The status of a run that was stopped.
    ExitStatus m_stopStatus = Interrupted;
    /// Something failed that is no job.
    bool m_hasProblem = false;
};

} // namespace xs::cli
