// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/cli/terminal.h"
#include "jobs/jobrecord.h"

#include <QCoreApplication>
#include <QHash>

namespace xs::cli {

/// Tells how the jobs of a run fare: a line for each that ends, and below them a bar on a terminal, or a line for each
/// step where there is none.
class RunReport
{
    Q_DECLARE_TR_FUNCTIONS(RunReport)

public:
    explicit RunReport(Terminal &terminal) : m_terminal(terminal) {}

    /// How many documents there will be; none while nobody knows (a folder is watched).
    void expect(std::optional<int> documents) { m_expected = documents; }
    /// A job of this run, in the order of numbers.
    void add(const jobs::JobRecord &job);
    bool knows(const LocalJobId &id) const { return m_jobs.contains(id); }
    /// Whether the job has come to another phase; tells the trouble that jobs wait for.
    bool changed(const jobs::JobRecord &job);

    void done(const jobs::JobRecord &job, const QString &file, bool isFromBefore);
    void failed(const jobs::JobRecord &job, const Error &error);
    void cancelled(const jobs::JobRecord &job);
    /// The last line of a batch.
    void end();

    int completed() const { return m_completed; }
    int count() const { return static_cast<int>(m_jobs.size()); }

private:
    struct Known
    {
        int number = 0;
        jobs::Phase phase = jobs::Phase::Queued;
    };

    QString nameOf(const jobs::JobRecord &job) const;
    QString subjectOf(const jobs::JobRecord &job) const;
    void drawBar();

    Terminal &m_terminal;
    std::optional<int> m_expected;
    QHash<LocalJobId, Known> m_jobs;
    Error m_toldTrouble;
    int m_completed = 0;
    int m_failed = 0;
    /// Sum over all jobs of how far they have come.
    double m_way = 0;
};

/// A bar of text: "[#####-----] 12/24".
QString progressBar(double share, int done, int count, int width);

} // namespace xs::cli
