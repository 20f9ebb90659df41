// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/runresults.h"

#include "apps/cli/knownjobs.h"
#include "apps/cli/resulttable.h"
#include "apps/cli/texttable.h"
#include "jobs/openanswer.h"
#include "review/csvexport.h"
#include "review/jsonexport.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace xs::cli {

using review::ExportFormat;

Expected<QString> RunResults::takeKnown(const jobs::JobRecord &job)
{
    const auto path = m_folder.fileOf(job.id);
    if (isCommon() || m_options.table || !m_folder.isLasting() || path.isEmpty() || !QFileInfo::exists(path))
        return take(job);
    return path;
}

Expected<QString> RunResults::take(const jobs::JobRecord &job)
{
    const auto answer = m_queue.answer(job.id);
    if (!answer)
        return Unexpected(answer.error());
    constexpr auto indent = 2;
    QString path;
    if (!isCommon() && m_folder.isLasting()) {
        if (m_folder.fileOf(job.id).isEmpty()) {
            const QStringList document{inputOf(job)};
            const auto names = m_folder.namesFor(document, RunFolder::Naming::Beside);
            if (const auto promised = m_folder.promise({job.id}, document, names); !promised)
                return Unexpected(promised.error());
        }
        path = m_folder.fileOf(job.id);
        if (const auto written = writeFile(path, toBytes(*answer, indent) + '\n'); !written)
            return Unexpected(written.error());
    } else if (m_options.results.format == ExportFormat::JsonLines && !m_folder.isLasting()) {
        auto read = document(job);
        if (!read)
            return Unexpected(read.error());
        m_terminal.print(review::jsonLines({std::move(*read)}));
    } else if (!isCommon() && !m_options.table) {
        m_terminal.print(toBytes(*answer, indent) + '\n');
    }
    if (m_options.table)
        m_terminal.print(printable(job.document.name) + u'\n' + resultTable(*answer) + u'\n');
    return path;
}

QString RunResults::commonFile() const
{
    return isCommon() && m_folder.isLasting() ? m_folder.tableFile(review::exportSuffix(m_options.results.format))
                                              : QString();
}

Expected<void> RunResults::finish(const std::vector<LocalJobId> &jobs)
{
    const auto isText = !m_folder.isLasting() && m_options.results.format == ExportFormat::Csv;
    if (commonFile().isEmpty() && !isText)
        return {};
    const auto all = documents(jobs);
    if (!all)
        return Unexpected(all.error());
    if (all->empty())
        return {};
    if (isText) {
        const auto table = review::exploded(review::flatten(*all), m_options.results.list);
        m_terminal.print(review::csv(table, *all, {.withProvenance = m_options.results.withProvenance}));
        return {};
    }
    if (const auto written = review::exportTo(commonFile(), m_options.results, *all, {}); !written)
        return written;
    return m_folder.tableWritten(review::exportSuffix(m_options.results.format));
}

Expected<review::ReviewedDocument> RunResults::document(const jobs::JobRecord &job) const
{
    auto answer = jobs::openAnswer(m_queue, job.id);
    if (!answer)
        return Unexpected(answer.error());
    return review::ReviewedDocument{
        job.document.name, std::move(answer->result), std::move(answer->schema), {}, std::move(answer->job)};
}

Expected<std::vector<review::ReviewedDocument>> RunResults::documents(const std::vector<LocalJobId> &jobs) const
{
    std::vector<review::ReviewedDocument> documents;
    for (const auto &id : jobs) {
        const auto *job = m_queue.job(id);
        if (!job || job->phase != jobs::Phase::Completed)
            continue;
        auto read = document(*job);
        if (!read)
            return Unexpected(read.error());
        documents.push_back(std::move(*read));
    }
    return documents;
}

} // namespace xs::cli
