// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/markedrates.h"

#include "engine/candidates/values.h"
#include "engine/tables/itemroles.h"
#include "engine/text/words.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr qsizetype longestMark = 2;
/// Words from a mark to its rate: "A = 7%", "1 TVA 20%".
constexpr int farthestRate = 3;
constexpr double qualityOfMarked = 0.8;

/// The mark that a word is, or none.
QString markOf(const QString &word)
{
    const auto mark = key(word);
    return mark.size() <= longestMark && !word.contains(u'%') ? mark : QString();
}

/// The letters at the end of an amount that mark it: "4,99H".
QString lettersBehind(const QString &amount)
{
    auto first = amount.size();
    while (first > 0 && amount[first - 1].isLetter())
        --first;
    return markOf(amount.sliced(first));
}

/// The rates that stand behind a mark which begins their line.
QHash<QString, Occurrence> explainedMarks(const Workspace &workspace, const Span &lines)
{
    const auto &text = workspace.text;
    QHash<QString, Occurrence> marks;
    for (int l = lines.first; l < lines.last; ++l) {
        const auto &line = text.lines[l].tokens;
        const auto mark = markOf(text.tokens[line.first].text);
        if (mark.isEmpty())
            continue;
        const Span near{line.first + 1, std::min(line.last, line.first + 1 + farthestRate)};
        for (const auto &rate : workspace.occurrences.in(near, ValueKind::Percent))
            if (rate.hasPercent && !marks.contains(mark))
                marks.insert(mark, rate);
    }
    return marks;
}

QString markBehind(const Candidate &amount, const Text &text)
{
    const auto last = amount.spans.back().last;
    const auto &word = text.tokens[last - 1];
    const auto isNext = last < int(text.tokens.size()) && text.tokens[last].line == word.line;
    return isNext ? markOf(text.tokens[last].text) : lettersBehind(word.text);
}

} // namespace

void readMarkedRates(std::vector<Row> &rows, const std::vector<FieldSpec> &fields, const Workspace &workspace)
{
    const auto rate = std::ranges::find_if(
        fields, [](const FieldSpec &field) { return field.kind == ValueKind::Percent && field.says("tax"_L1); });
    const auto amount = itemRoles(fields).amount;
    if (rate == fields.end() || amount < 0 || rows.empty())
        return;
    const auto &text = workspace.text;
    const auto &page = text.page(text.lines[rows.front().lines.first].page);
    const auto marks = explainedMarks(workspace, page.lines);
    if (marks.isEmpty())
        return;
    const auto column = std::size_t(rate - fields.begin());
    for (auto &row : rows) {
        const auto &value = row.values[std::size_t(amount)];
        if (row.values[column] || !value || value->spans.empty() || value->spans.back().isEmpty())
            continue;
        const auto found = marks.constFind(markBehind(*value, text));
        if (found == marks.constEnd())
            continue;
        Candidate candidate;
        candidate.value = typedValue(*rate, *found, text);
        candidate.spans = {found->span};
        candidate[Feature::Quality] = candidate[Feature::LabelSimilarity] = qualityOfMarked;
        row.values[column] = candidate;
    }
}

} // namespace xs::engine
