// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/attention.h"

#include "domain/resultpath.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::review {

namespace {

Attention attentionOf(const ReviewValue &value)
{
    if (value.isReviewed())
        return Attention::None;
    if (value.fault)
        return Attention::Invalid;
    // Nothing was found and nothing is said about it: that is an answer, not a doubt.
    if (value.isNull && !value.score)
        return Attention::None;
    if (value.lacksEvidence())
        return Attention::NoEvidence;
    switch (value.level) {
    case domain::ConfidenceLevel::Low:
        return Attention::Low;
    case domain::ConfidenceLevel::Unknown:
        return Attention::Unknown;
    case domain::ConfidenceLevel::Check:
        return Attention::Check;
    case domain::ConfidenceLevel::Certain:
        break;
    }
    return Attention::None;
}

} // namespace

ReviewValue judge(const domain::ResultPath &path, const domain::ResultNode &node, const schema::Field *field,
                  const domain::ConfidenceLimits &limits, const Decision &decision)
{
    ReviewValue value;
    value.path = path;
    value.verdict = decision.verdict;
    if (node.evidence)
        value.score = node.evidence->confidence;
    value.level = domain::confidenceLevel(value.score, limits);
    // Of very many values few are edited: only of those is a copy made.
    const auto edited = isEdit(decision.verdict) ? std::optional(decided(node, decision)) : std::nullopt;
    const auto &counting = edited ? *edited : node;
    value.isNull = counting.value.is_null();
    value.hasEvidence = counting.evidence && !counting.evidence->citations.empty();
    if (field && decision.verdict != Verdict::Removed)
        value.fault = findFault(counting.value, *field);
    value.attention = attentionOf(value);
    return value;
}

std::vector<ReviewValue> reviewValues(const domain::ResultNode &result, const schema::Field *root,
                                      const domain::ConfidenceRules &rules, const Decisions &decisions)
{
    std::vector<ReviewValue> values;
    domain::forEachValue(result, [&](const domain::ResultPath &path, const domain::ResultNode &node) {
        const auto found = decisions.find(path);
        values.push_back(judge(path, node, fieldOf(root, path), rules.limitsFor(result, path),
                               found != decisions.end() ? found->second : Decision()));
    });
    return values;
}

std::vector<domain::ResultPath> attentionOrder(const std::vector<ReviewValue> &values)
{
    std::vector<const ReviewValue *> waiting;
    for (const auto &value : values)
        if (value.needsAttention())
            waiting.push_back(&value);
    std::ranges::stable_sort(waiting, {}, &ReviewValue::attention);
    std::vector<domain::ResultPath> paths;
    for (const auto *value : waiting)
        paths.push_back(value->path);
    return paths;
}

domain::ResultPath nextToReview(const std::vector<ReviewValue> &values, const QStringList &paths)
{
    const auto after = [&](const std::vector<domain::ResultPath> &order) {
        const auto here = std::ranges::find(order, paths.value(0));
        const auto begin = here == order.end() ? 0 : here - order.begin() + 1;
        for (std::size_t step = 0; step < order.size(); ++step)
            if (const auto &path = order[(begin + step) % order.size()]; !paths.contains(path))
                return path;
        return domain::ResultPath();
    };
    const auto urgent = after(attentionOrder(values));
    if (!urgent.isEmpty())
        return urgent;
    std::vector<domain::ResultPath> rest;
    for (const auto &value : values)
        if (!value.isReviewed() || paths.contains(value.path))
            rest.push_back(value.path);
    return after(rest);
}

Counts count(const std::vector<ReviewValue> &values)
{
    Counts counts;
    counts.all = static_cast<int>(values.size());
    for (const auto &value : values) {
        counts.needAttention += value.needsAttention() ? 1 : 0;
        counts.withoutEvidence += value.lacksEvidence() ? 1 : 0;
        counts.reviewed += value.isReviewed() ? 1 : 0;
        counts.edited += isEdit(value.verdict) ? 1 : 0;
        ++counts.levels[static_cast<size_t>(value.level)];
    }
    return counts;
}

const schema::Field *fieldOf(const schema::Field *root, const domain::ResultPath &path)
{
    const auto *field = root;
    for (const auto &step : domain::stepsOf(path)) {
        if (!field)
            return nullptr;
        const auto name = nameOfStep(step);
        const auto child = std::ranges::find(field->children, name, &schema::Field::name);
        if (child != field->children.end()) {
            field = &*child;
            continue;
        }
        bool isPosition = false;
        step.toInt(&isPosition);
        if (!isPosition)
            return nullptr;
    }
    return field;
}

} // namespace xs::review
