// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/comparisonsource.h"

#include "jobs/jobqueue.h"
#include "jobs/openanswer.h"
#include "review/reviewstore.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QSet>
#include <QSettings>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

using evaluate::Choice;

namespace {

const auto pathsKey = u"evaluate/paths"_s;
constexpr QStringView reviewedId = u"reviewed";
constexpr QStringView besideId = u"beside";
constexpr QLatin1StringView pathPrefix("path:");
constexpr QLatin1StringView runPrefix("run:");
constexpr QLatin1StringView jobPrefix("job:");

} // namespace

ComparisonSource::ComparisonSource(jobs::JobQueue &queue, xs::review::ReviewStore *reviews, QSettings &settings)
    : m_queue(queue), m_reviews(reviews), m_settings(settings)
{
}

QString ComparisonSource::moment(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

std::vector<Run> ComparisonSource::runs() const
{
    std::vector<Run> runs;
    QHash<QString, std::size_t> places;
    for (const auto &id : m_queue.ids()) {
        const auto *job = m_queue.job(id);
        if (job->phase != jobs::Phase::Completed)
            continue;
        const auto key = runPrefix + job->createdAt.toUTC().toString(Qt::ISODateWithMs);
        if (!places.contains(key)) {
            places.insert(key, runs.size());
            runs.push_back({key, moment(job->createdAt), {}});
        }
        runs[places.value(key)].jobs.push_back(id);
    }
    for (auto &run : runs)
        run.text +=
            u" · "_s + (run.jobs.size() == 1 ? m_queue.job(run.jobs.front())->document.name
                                             : tr("%n document(s)", nullptr, static_cast<int>(run.jobs.size())));
    std::ranges::reverse(runs);
    return runs;
}

bool ComparisonSource::isSameDocument(const LocalJobId &a, const LocalJobId &b) const
{
    const auto &one = m_queue.job(a)->document;
    const auto &other = m_queue.job(b)->document;
    if (!one.sha256.isEmpty() && !other.sha256.isEmpty())
        return one.sha256 == other.sha256;
    return !one.path.isEmpty() && one.path == other.path;
}

std::vector<LocalJobId> ComparisonSource::latest() const
{
    QSet<QString> seen;
    std::vector<LocalJobId> latest;
    for (const auto &id : m_queue.ids() | std::views::reverse) {
        const auto *job = m_queue.job(id);
        const auto key = job->document.path.isEmpty() ? id.text() : job->document.path;
        if (job->phase != jobs::Phase::Completed || seen.contains(key))
            continue;
        seen.insert(key);
        latest.push_back(id);
    }
    std::ranges::reverse(latest);
    return latest;
}

std::vector<LocalJobId> ComparisonSource::otherRuns(const LocalJobId &job) const
{
    std::vector<LocalJobId> others;
    for (const auto &id : m_queue.ids() | std::views::reverse)
        if (id != job && m_queue.job(id)->phase == jobs::Phase::Completed && isSameDocument(id, job))
            others.push_back(id);
    return others;
}

QList<Choice> ComparisonSource::expectedChoices() const
{
    QList<Choice> choices{{reviewedId.toString(), tr("What people reviewed")},
                          {besideId.toString(), tr("Expected values beside the documents")}};
    for (const auto &path : m_settings.value(pathsKey).toStringList())
        if (QFileInfo::exists(path))
            choices << Choice{pathPrefix + path, tr("Expected values in %1").arg(QDir::toNativeSeparators(path))};
    return choices;
}

QString ComparisonSource::addPath(const QString &path)
{
    constexpr int most = 5;
    auto paths = m_settings.value(pathsKey).toStringList();
    paths.removeAll(path);
    paths.prepend(path);
    m_settings.setValue(pathsKey, paths.mid(0, most));
    return pathPrefix + path;
}

QString ComparisonSource::title(const QString &reference) const
{
    if (reference == reviewedId)
        return tr("Reviewed");
    if (reference.startsWith(runPrefix))
        return tr("Run of %1").arg(moment(QDateTime::fromString(reference.mid(runPrefix.size()), Qt::ISODateWithMs)));
    if (reference.startsWith(jobPrefix))
        if (const auto *job = m_queue.job(LocalJobId(reference.mid(jobPrefix.size()))))
            return tr("Run of %1").arg(moment(job->createdAt));
    return tr("Expected");
}

Expected<void> ComparisonSource::open(const QString &reference)
{
    m_reference = reference;
    m_values = xs::evaluate::ExpectedValues::besideDocuments();
    m_otherRun.clear();
    if (reference.startsWith(pathPrefix)) {
        auto values = xs::evaluate::ExpectedValues::open(reference.mid(pathPrefix.size()));
        if (!values)
            return Unexpected(values.error());
        m_values = std::move(*values);
    } else if (reference.startsWith(runPrefix)) {
        for (auto &run : runs())
            if (run.id == reference)
                m_otherRun = std::move(run.jobs);
    } else if (reference.startsWith(jobPrefix)) {
        m_otherRun = {LocalJobId(reference.mid(jobPrefix.size()))};
    }
    return {};
}

LocalJobId ComparisonSource::counterpart(const LocalJobId &job) const
{
    for (const auto &other : m_otherRun)
        if (m_queue.job(other) && isSameDocument(other, job))
            return other;
    return {};
}

Expected<xs::review::ReviewedDocument> ComparisonSource::reviewed(const LocalJobId &job) const
{
    auto answer = jobs::openAnswer(m_queue, job);
    if (!answer)
        return Unexpected(answer.error());
    xs::review::ReviewedDocument document{m_queue.job(job)->document.name,
                                          std::move(answer->result),
                                          std::move(answer->schema),
                                          {},
                                          std::move(answer->job)};
    if (m_reviews) {
        auto decisions = m_reviews->decisions(job);
        if (!decisions)
            return Unexpected(decisions.error());
        document.decisions = std::move(*decisions);
    }
    return document;
}

bool ComparisonSource::isCorrectable() const
{
    return m_reference == reviewedId || m_reference == besideId || m_reference.startsWith(pathPrefix);
}

Expected<void> ComparisonSource::replaceExpected(const QString &reference, const LocalJobId &job, const Json &values)
{
    if (!m_queue.job(job))
        return Unexpected(ErrorCode::FileMissing, {}, {});
    if (reference == m_reference)
        return m_values.replace(documentOf(job), values);
    auto other = reference.startsWith(pathPrefix) ? xs::evaluate::ExpectedValues::open(reference.mid(pathPrefix.size()))
                                                  : xs::evaluate::ExpectedValues::besideDocuments();
    return other ? other->replace(documentOf(job), values) : Unexpected(other.error());
}

/// By what files of expected values know it.
QString ComparisonSource::documentOf(const LocalJobId &job) const
{
    const auto &document = m_queue.job(job)->document;
    return document.path.isEmpty() ? document.name : document.path;
}

Expected<Json> ComparisonSource::expected(const LocalJobId &job) const
{
    if (m_reference != reviewedId)
        return m_values.of(documentOf(job));
    const auto document = reviewed(job);
    return document ? Expected<Json>(xs::evaluate::expectedFrom(*document)) : Unexpected(document.error());
}

Expected<std::optional<xs::evaluate::ComparedDocument>>
ComparisonSource::compared(const LocalJobId &job, const xs::evaluate::SameRules &rules) const
{
    using Result = std::optional<xs::evaluate::ComparedDocument>;
    xs::evaluate::CompareRules compareRules{rules, false};
    domain::ResultNode reference;
    if (m_reference.startsWith(runPrefix) || m_reference.startsWith(jobPrefix)) {
        const auto other = counterpart(job);
        if (other.isEmpty())
            return Result();
        auto answer = jobs::openAnswer(m_queue, other);
        if (!answer)
            return Unexpected(answer.error());
        reference = std::move(answer->result);
    } else {
        const auto values = expected(job);
        if (!values)
            return Unexpected(values.error());
        if (values->is_null())
            return Result();
        reference = domain::resultFromPlain(*values);
        compareRules.onlyNamed = true;
    }
    const auto answer = jobs::openAnswer(m_queue, job);
    if (!answer)
        return Unexpected(answer.error());
    return Result(
        {job.text(), m_queue.job(job)->document.name, xs::evaluate::compare(reference, answer->result, compareRules)});
}

} // namespace xs::gui::shell
