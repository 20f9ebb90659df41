// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/decision.h"

#include "review/rows.h"

#include <array>

using namespace Qt::StringLiterals;

namespace xs::review {

namespace {

using domain::ResultNode;

constexpr std::array<std::pair<Verdict, QLatin1StringView>, 8> names{{
    {Verdict::None, "None"_L1},
    {Verdict::Confirmed, "Confirmed"_L1},
    {Verdict::Corrected, "Corrected"_L1},
    {Verdict::Absent, "Absent"_L1},
    {Verdict::Doubtful, "Doubtful"_L1},
    {Verdict::Rejected, "Rejected"_L1},
    {Verdict::Added, "Added"_L1},
    {Verdict::Removed, "Removed"_L1},
}};

void decideIn(ResultNode &node, const domain::ResultPath &path, const Decisions &decisions)
{
    if (node.kind == ResultNode::Kind::Value) {
        if (const auto found = decisions.find(path); found != decisions.end())
            node = decided(node, found->second);
        return;
    }
    for (std::size_t i = 0; i < node.children.size(); ++i)
        decideIn(node.children[i], path + u'/' + domain::stepOf(node, i), decisions);
    if (node.kind != ResultNode::Kind::List)
        return;
    // Last, when every path has been read off the positions.
    std::size_t position = 0;
    std::erase_if(node.children, [&](const ResultNode &) {
        const auto row = decisions.find(path + u'/' + QString::number(position++));
        return row != decisions.end() && row->second.verdict == Verdict::Removed;
    });
}

} // namespace

QString verdictName(Verdict verdict)
{
    for (const auto &[known, name] : names)
        if (known == verdict)
            return name;
    return {};
}

std::optional<Verdict> verdictFromName(QStringView name)
{
    for (const auto &[verdict, known] : names)
        if (known == name)
            return verdict;
    return std::nullopt;
}

ResultNode decided(const ResultNode &value, const Decision &decision)
{
    auto result = value;
    if (!isEdit(decision.verdict))
        return result;
    result.value = decision.verdict == Verdict::Corrected ? decision.value : Json();
    if (decision.verdict != Verdict::Corrected) {
        result.evidence.reset();
        return result;
    }
    domain::Evidence evidence;
    if (decision.place)
        evidence.citations = {*decision.place};
    else if (value.evidence)
        evidence.citations = value.evidence->citations;
    result.evidence = evidence;
    return result;
}

ResultNode decided(const ResultNode &result, const Decisions &decisions)
{
    auto copy = withAddedRows(result, decisions);
    decideIn(copy, {}, decisions);
    return copy;
}

} // namespace xs::review
