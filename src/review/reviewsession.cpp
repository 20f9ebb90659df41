// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/reviewsession.h"

#include "review/carryover.h"
#include "review/rows.h"

#include <algorithm>

namespace xs::review {

namespace {

/// Whether a decision may change which rows there are: its path ends in a position.
bool isAboutRow(const Entry &entry)
{
    const auto step = QStringView(entry.path).mid(entry.path.lastIndexOf(u'/') + 1);
    return !step.isEmpty() && std::ranges::all_of(step, [](QChar sign) { return sign.isDigit(); });
}

} // namespace

ReviewSession::ReviewSession(ReviewStore &store, const Clock &clock, QString who, QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock), m_who(std::move(who))
{
}

Expected<void> ReviewSession::open(const LocalJobId &job, domain::ResultNode result, const Json &dataSchema)
{
    close();
    m_engineResult = std::move(result);
    m_result = m_engineResult;
    m_dataSchema = dataSchema;
    // A schema that cannot be read explains no value, but forbids no review.
    if (auto fields = schema::readFields(dataSchema))
        m_schema = std::move(*fields);
    readValues();
    auto decisions = m_store.decisions(job);
    if (!decisions)
        return Unexpected(decisions.error());
    m_job = job;
    m_decisions = std::move(*decisions);
    takeRows();
    return {};
}

void ReviewSession::readValues()
{
    m_values.clear();
    domain::forEachValue(m_result, [this](const domain::ResultPath &path, const domain::ResultNode &node) {
        m_values.emplace(path, &node);
    });
}

/// Whether the result has other rows than before.
bool ReviewSession::takeRows()
{
    auto result = withAddedRows(m_engineResult, m_decisions);
    if (result == m_result)
        return false;
    m_result = std::move(result);
    readValues();
    return true;
}

/// A decision about a row is one about its values.
QStringList ReviewSession::withCells(const QStringList &paths) const
{
    auto all = paths;
    for (const auto &path : paths) {
        const auto below = path + u'/';
        for (auto value = m_values.lower_bound(below);
             !path.isEmpty() && value != m_values.end() && value->first.startsWith(below); ++value)
            all << value->first;
    }
    return all;
}

void ReviewSession::close()
{
    m_job = LocalJobId();
    m_values.clear();
    m_engineResult = {};
    m_result = {};
    m_dataSchema = {};
    m_schema = {};
    m_decisions.clear();
}

Expected<void> ReviewSession::carryOver(const LocalJobId &earlierJob, const domain::ResultNode &earlierResult)
{
    if (m_job.isEmpty())
        return {};
    const auto history = m_store.history(m_job);
    if (!history)
        return Unexpected(history.error());
    if (!history->empty())
        return {};
    const auto earlier = m_store.decisions(earlierJob);
    if (!earlier)
        return Unexpected(earlier.error());
    return decide(carriedOver(earlierResult, *earlier, m_engineResult));
}

Decision ReviewSession::decision(const domain::ResultPath &path) const
{
    const auto found = m_decisions.find(path);
    return found != m_decisions.end() ? found->second : Decision();
}

Decisions ReviewSession::standing() const
{
    auto standing = m_decisions;
    for (const auto &[path, decision] : m_decisions)
        if (decision.verdict == Verdict::Removed)
            for (const auto &cell : withCells({path}))
                standing.insert_or_assign(cell, decision);
    if (isDocumentConfirmed())
        for (const auto &[path, node] : m_values)
            standing.try_emplace(path, Decision{Verdict::Confirmed, {}, {}, {}});
    return standing;
}

Decision ReviewSession::standing(const domain::ResultPath &path) const
{
    if (isRemoved(m_decisions, path))
        return {Verdict::Removed, {}, {}, {}};
    const auto own = decision(path);
    if (own.verdict == Verdict::None && isDocumentConfirmed())
        return {Verdict::Confirmed, {}, {}, {}};
    return own;
}

const domain::ResultNode *ReviewSession::value(const domain::ResultPath &path) const
{
    const auto found = m_values.find(path);
    return found != m_values.end() ? found->second : nullptr;
}

Entry ReviewSession::entry(const domain::ResultPath &path, const Decision &decision) const
{
    const auto *node = value(path);
    return {path, decision, node ? node->value : Json(), m_who, m_clock.now()};
}

Expected<void> ReviewSession::decide(const Decisions &decisions)
{
    if (m_job.isEmpty())
        return Unexpected(ErrorCode::StoreUnavailable, QStringLiteral("no review is open"));
    std::vector<Entry> entries;
    QStringList paths;
    for (const auto &[path, decision] : decisions)
        if (decision != this->decision(path)) {
            entries.push_back(entry(path, decision));
            paths << path;
        }
    if (entries.empty())
        return {};
    if (const auto added = m_store.add(m_job, entries); !added)
        return added;
    for (const auto &item : entries)
        if (item.decision.verdict == Verdict::None)
            m_decisions.erase(item.path);
        else
            m_decisions.insert_or_assign(item.path, item.decision);
    if (std::ranges::any_of(entries, isAboutRow) && takeRows())
        emit rowsChanged();
    emit decided(withCells(paths));
    return {};
}

} // namespace xs::review
