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

/// The day of issue that is likeliest, of all fields that ask for one.
QDate issued(const std::vector<FieldSpec> &fields, const std::vector<std::vector<Candidate>> &candidates)
{
    const Candidate *best = nullptr;
    for (std::size_t f = 0; f < fields.size(); ++f)
        if (isIssue(fields[f]))
            for (const auto &candidate : candidates[f])
                if (candidate.score > leastScoreOfIssue && (!best || candidate.score > best->score))
                    best = &candidate;
    return best ? dateOf(*best) : QDate();
}

} // namespace

void doubtEarlyDueDates(const std::vector<FieldSpec> &fields, std::vector<std::vector<Candidate>> &candidates)
{
    const auto day = issued(fields, candidates);
    if (!day.isValid())
        return;
    for (std::size_t f = 0; f < fields.size(); ++f)
        if (isDue(fields[f]))
            for (auto &candidate : candidates[f])
                if (const auto due = dateOf(candidate); due.isValid() && due < day)
                    candidate[Feature::Quality] *= worthOfEarly;
}

} // namespace xs::engine
