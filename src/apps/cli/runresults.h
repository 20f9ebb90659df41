// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/cli/runfolder.h"
#include "apps/cli/runoptions.h"
#include "jobs/jobqueue.h"
#include "review/flatten.h"

namespace xs::cli {

/// Writes what completed jobs say, in the wanted format: each at once where the format allows it, else all at the end.
class RunResults
{
public:
    RunResults(const RunOptions &options, RunFolder &folder, const jobs::JobQueue &queue, Terminal &terminal)
        : m_options(options), m_folder(folder), m_queue(queue), m_terminal(terminal)
    {
    }

    /// A job is completed. Returns where its answer is; empty where that is standard output or a common file.
    Expected<QString> take(const jobs::JobRecord &job);
    /// As `take` for a job of an earlier run: its file is written only when it is not there any more.
    Expected<QString> takeKnown(const jobs::JobRecord &job);
    /// Writes the file of all results, or the table on standard output.
    Expected<void> finish(const std::vector<LocalJobId> &jobs);
    /// The common file; empty where there is none.
    QString commonFile() const;

private:
    bool isCommon() const { return m_options.results.format != review::ExportFormat::Json; }
    Expected<review::ReviewedDocument> document(const jobs::JobRecord &job) const;
    Expected<std::vector<review::ReviewedDocument>> documents(const std::vector<LocalJobId> &jobs) const;

    const RunOptions &m_options;
    RunFolder &m_folder;
    const jobs::JobQueue &m_queue;
    Terminal &m_terminal;
};

} // namespace xs::cli
