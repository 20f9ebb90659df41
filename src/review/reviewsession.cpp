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

/// Whether a decision adds a row to a list, or fills one of a list of plain values.
bool addsRow(const domain::ResultPath &path, const Decision &decision)
{
    return decision.verdict == Verdict::Added ||
           (decision.verdict == Verdict::Corrected && isAboutRow({path, decision, {}, {}, {}}));
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
    m_dataSchema = dataSchema;
    // A schema that cannot be read explains no value, but forbids no review.
    if (auto fields = schema::readFields(dataSchema))
        m_schema = std::move(*fields);
    auto decisions = m_store.decisions(job);
    if (!decisions)
        return Unexpected(decisions.error());
    m_job = job;
    m_decisions = std::move(*decisions);
    takeRows();
    return {};
}

/// Whether the result has other rows than before.
bool ReviewSession::takeRows()
{
    Decisions added;
    for (const auto &[path, decision] : m_decisions)
        if (addsRow(path, decision))
            added.emplace(path, decision);
    if (added == m_addedRows)
        return false;
    m_addedRows = std::move(added);
    m_withRows.reset();
    if (!m_addedRows.empty())
        m_withRows = withAddedRows(m_engineResult, m_addedRows);
    return true;
}

/// A decision about a row is one about its values.
QStringList ReviewSession::withCells(const QStringList &paths) const
{
    auto all = paths;
    for (const auto &path : paths)
        if (const auto *node = path.isEmpty() ? nullptr : nodeAt(result(), path); node && !node->children.empty())
            domain::forEachValue(
                *node, [&all](const domain::ResultPath &cell, const domain::ResultNode &) { all << cell; }, path);
    return all;
}

void ReviewSession::close()
{
    m_job = LocalJobId();
    m_engineResult = {};
    m_withRows.reset();
    m_addedRows.clear();
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
        domain::forEachValue(result(), [&standing](const domain::ResultPath &path, const domain::ResultNode &) {
            standing.try_emplace(path, Decision{Verdict::Confirmed, {}, {}, {}});
        });
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
    const auto *node = nodeAt(result(), path);
    return node && node->kind == domain::ResultNode::Kind::Value ? node : nullptr;
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
