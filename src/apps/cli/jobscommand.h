// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/cli/callcommand.h"
#include "client/listjobscall.h"

namespace xs::cli {

/// `jobs list`: pages of the server's list until there are as many as were asked for.
class JobsListCommand final : public CallCommand
{
    Q_OBJECT

public:
    JobsListCommand(const CommandLine &line, AccessWish wish, client::JobFilter filter, int limit, Terminal &terminal);

    /// What the options restrict the list to. Error InvalidArgument.
    static Expected<client::JobFilter> filter(const CommandLine &line);

protected:
    void begin() override;

private:
    void take(const client::ListJobsCall &call);
    void print();

    client::JobFilter m_filter;
    std::size_t m_limit;
    std::vector<domain::ExtractJob> m_jobs;
};

/// `jobs get`, `jobs cancel` and `jobs delete`: the same for each id in turn; one that fails does not stop the others.
class JobsEachCommand final : public CallCommand
{
    Q_OBJECT

public:
    JobsEachCommand(const CommandLine &line, AccessWish wish, Terminal &terminal);

protected:
    void begin() override { next(); }
    void failed(const Error &error) override;

private:
    void next();
    void get(const JobId &id);
    void cancel(const JobId &id);
    void remove(const JobId &id);

    QString m_verb;
    QStringList m_ids;
    QString m_id;
    bool m_hasFailed = false;
};

} // namespace xs::cli
