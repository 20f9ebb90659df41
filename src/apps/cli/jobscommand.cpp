// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/jobscommand.h"

#include "apps/cli/resulttable.h"
#include "apps/cli/texttable.h"
#include "client/canceljobcall.h"
#include "client/deletejobcall.h"
#include "client/getjobcall.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::cli {

namespace {

constexpr int largestPage = 100;

} // namespace

Expected<client::JobFilter> JobsListCommand::filter(const CommandLine &line)
{
    client::JobFilter filter;
    filter.status = line.value(u"status"_s).toUpper();
    const auto &states = line.command().option(u"status"_s)->words;
    if (line.has(u"status"_s) && !states.contains(filter.status))
        return line.wrong(tr("--status takes one of: %1.").arg(states.join(u", "_s)));
    filter.fileInput = line.value(u"file"_s);
    if (line.has(u"since"_s)) {
        filter.createdOnOrAfter = QDateTime::fromString(line.value(u"since"_s), Qt::ISODate);
        if (!filter.createdOnOrAfter.isValid())
            return line.wrong(tr("--since takes a day or a moment, such as 2026-01-31 or 2026-01-31T12:00Z."));
    }
    return filter;
}

JobsListCommand::JobsListCommand(const CommandLine &line, AccessWish wish, client::JobFilter filter, int limit,
                                 Terminal &terminal)
    : CallCommand(line, std::move(wish), windowsServiceFolder(), terminal), m_filter(std::move(filter)),
      m_limit(static_cast<std::size_t>(limit))
{
    m_filter.pageSize = std::min(limit, largestPage);
}

void JobsListCommand::begin()
{
    send(std::make_unique<client::ListJobsCall>(network(), *connection(), m_filter),
         [this](const client::ListJobsCall &call) { take(call); });
}

void JobsListCommand::take(const client::ListJobsCall &call)
{
    m_jobs.insert(m_jobs.end(), call.page().items.begin(), call.page().items.end());
    m_filter.pageToken = call.page().nextPageToken;
    if (m_jobs.size() < m_limit && !m_filter.pageToken.isEmpty())
        return begin();
    m_jobs.resize(std::min(m_jobs.size(), m_limit));
    print();
    emit finished(AllDone);
}

void JobsListCommand::print()
{
    if (line().has(u"json"_s)) {
        auto list = Json::array();
        for (const auto &job : m_jobs)
            list.push_back(job.raw);
        return terminal().print(toBytes(list, 2) + '\n');
    }
    if (m_jobs.empty())
        return terminal().say(tr("There are no such jobs."));
    std::vector<QStringList> rows{{tr("Job"), tr("State"), tr("Made"), tr("Input"), tr("Message")}};
    for (const auto &job : m_jobs)
        rows.push_back({shortened(job.id.text()), shortened(stringMember(job.raw, "status").value_or(QString())),
                        job.createdAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s), shortened(job.fileInput),
                        shortened(job.errorMessage.value_or(QString()))});
    terminal().print(textTable(rows));
}

JobsEachCommand::JobsEachCommand(const CommandLine &line, AccessWish wish, Terminal &terminal)
    : CallCommand(line, std::move(wish), windowsServiceFolder(), terminal),
      m_verb(line.command().name.section(u' ', 1)), m_ids(line.arguments())
{
}

void JobsEachCommand::next()
{
    if (m_ids.isEmpty())
        return emit finished(m_hasFailed ? SomeFailed : AllDone);
    m_id = m_ids.takeFirst();
    const JobId id(m_id);
    if (m_verb == "get"_L1)
        return get(id);
    m_verb == "cancel"_L1 ? cancel(id) : remove(id);
}

void JobsEachCommand::failed(const Error &error)
{
    m_hasFailed = true;
    if (m_verb == "cancel"_L1 && client::CancelJobCall::meansOver(error))
        terminal().refuse({u"JobIsOver"_s, tr("%1 is over already, or is not there.").arg(m_id),
                           tr("jobs get says how it ended."), m_id});
    else
        terminal().error(error, m_id);
    next();
}

void JobsEachCommand::get(const JobId &id)
{
    constexpr auto indent = 2;
    send(std::make_unique<client::GetJobCall>(network(), *connection(), id, client::Expand::Everything),
         [this](const client::GetJobCall &call) {
             const auto &job = call.job().raw;
             if (line().has(u"table"_s))
                 terminal().print(m_id + u'\n' + resultTable(job) + u'\n');
             else
                 terminal().print(toBytes(job, indent) + '\n');
             next();
         });
}

void JobsEachCommand::cancel(const JobId &id)
{
    send(std::make_unique<client::CancelJobCall>(network(), *connection(), id), [this](const client::CancelJobCall &) {
        terminal().say(tr("%1: cancelled").arg(m_id));
        next();
    });
}

void JobsEachCommand::remove(const JobId &id)
{
    send(std::make_unique<client::DeleteJobCall>(network(), *connection(), id), [this](const client::DeleteJobCall &) {
        terminal().say(tr("%1: deleted").arg(m_id));
        next();
    });
}

} // namespace xs::cli
