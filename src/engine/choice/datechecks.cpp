// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/choice/datechecks.h"

#include <QDate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr double worthOfEarly = 0.05;
/// Below this score a date is hardly the document's own.
constexpr double leastScoreOfIssue = -1;

bool isDue(const FieldSpec &field)
{
    return field.kind == ValueKind::Date && field.nameSays("due"_L1);
}

bool isIssue(const FieldSpec &field)
{
    return field.kind == ValueKind::Date && !field.isStart && !field.isEnd &&
           !saysAny(field.name, {"due", "delivery", "order", "birth", "period", "paid", "shipping", "start", "end"}) &&
           (saysAny(field.name, {"invoice", "issue", "receipt", "document"}) || field.name.size() == 1);
}

QDate dateOf(const Candidate &candidate)
{
    return candidate.value.is_string() ? QDate::fromString(toQString(candidate.value), Qt::ISODate) : QDate();
}

/// The day of issue that is likeliest, of all fields that ask for one; null without any.
const Candidate *issued(const std::vector<FieldSpec> &fields, const std::vector<std::vector<Candidate>> &candidates)
{
    const Candidate *best = nullptr;
    for (std::size_t f = 0; f < fields.size(); ++f)
        if (isIssue(fields[f]))
            for (const auto &candidate : candidates[f])
                if (candidate.score > leastScoreOfIssue && (!best || candidate.score > best->score))
                    best = &candidate;
    return best;
}

/// Whether a date elsewhere, behind the day of issue, has a label that is due's.
bool hasLater(const std::vector<Candidate> &list, const Candidate &issue)
{
    constexpr double leastLabel = 0.5;
    return std::ranges::any_of(list, [&issue](const Candidate &candidate) {
        return candidate.spans != issue.spans && candidate[Feature::LabelSimilarity] >= leastLabel &&
               dateOf(candidate).isValid() && dateOf(candidate) >= dateOf(issue);
    });
}

} // namespace

void doubtEarlyDueDates(const std::vector<FieldSpec> &fields, std::vector<std::vector<Candidate>> &candidates)
{
    const auto *issue = issued(fields, candidates);
    const auto day = issue ? dateOf(*issue) : QDate();
    if (!day.isValid())
        return;
    for (std::size_t f = 0; f < fields.size(); ++f) {
        if (!isDue(fields[f]) || !hasLater(candidates[f], *issue))
            continue;
        for (auto &candidate : candidates[f])
            if (const auto due = dateOf(candidate); due.isValid() && due < day)
                candidate[Feature::Quality] *= worthOfEarly;
    }
}

} // namespace xs::engine
