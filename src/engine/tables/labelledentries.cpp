// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/labelledentries.h"

#include "engine/candidates/values.h"
#include "engine/tables/sectionheads.h"
#include "engine/tables/sectionlines.h"
#include "engine/text/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr int mostWordsOfLabel = 4;
constexpr double leastSimilarity = 0.45;
constexpr int fewestLabelled = 2;
constexpr double quality = 0.8;

/// Words that end with a colon, and what stands behind them.
struct Labelled
{
    Span label;
    Span value;
    int line = 0;
};

class LabelledReader
{
public:
    LabelledReader(const std::vector<FieldSpec> &fields, const Workspace &workspace)
        : m_fields(fields), m_workspace(workspace), m_text(workspace.text)
    {
    }

    /// A row begins where a field that the row has is labelled again.
    std::vector<Row> read(const std::vector<SectionLine> &lines) const
    {
        std::vector<Row> rows;
        std::vector<bool> seen;
        for (const auto &line : lines)
            for (const auto &part : labelledIn(line)) {
                const auto field = fieldOf(part.label);
                if (!field)
                    continue;
                if (rows.empty() || seen[*field]) {
                    rows.emplace_back();
                    rows.back().values.resize(m_fields.size());
                    rows.back().lines = {part.line, part.line + 1};
                    seen.assign(m_fields.size(), false);
                }
                seen[*field] = true;
                rows.back().lines.last = part.line + 1;
                rows.back().values[*field] = valueOf(m_fields[*field], part);
            }
        const auto isPoor = std::ranges::any_of(rows, [](const Row &row) { return row.filled() < fewestLabelled; });
        return isPoor ? std::vector<Row>() : rows;
    }

private:
    std::vector<Labelled> labelledIn(const SectionLine &line) const
    {
        std::vector<Labelled> found;
        for (std::size_t s = 0; s < line.segments.size(); ++s) {
            auto words = m_text.segments[line.segments[s]].tokens;
            while (!words.isEmpty()) {
                auto end = words.first;
                while (end < words.last && end - words.first < mostWordsOfLabel && !endsLabel(end))
                    ++end;
                if (end >= words.last || !endsLabel(end))
                    break;
                const auto next = m_workspace.labels.nextLabel({end, words.last});
                Labelled part{{words.first, end + 1}, {end + 1, next}, line.line};
                // The value may stand apart.
                if (part.value.isEmpty() && s + 1 < line.segments.size() &&
                    !endsLabel(m_text.segments[line.segments[s + 1]].tokens.first))
                    part.value = m_text.segments[line.segments[s + 1]].tokens;
                found.push_back(part);
                words.first = std::max(next, end + 1);
            }
        }
        return found;
    }

    bool endsLabel(int word) const { return m_text.tokens[word].text.endsWith(u':'); }

    std::optional<std::size_t> fieldOf(const Span &label) const
    {
        const auto words = key(m_text.textOf(label));
        std::optional<std::size_t> best;
        double most = leastSimilarity;
        for (std::size_t f = 0; f < m_fields.size(); ++f) {
            const auto isName = words == key(m_fields[f].field.name) || words == key(m_fields[f].field.title);
            const auto similarity = isName ? 2 : labelSimilarity(m_fields[f], m_workspace.labels.bagOf(label));
            if (similarity >= most) {
                most = similarity;
                best = f;
            }
        }
        return best;
    }

    std::optional<Candidate> valueOf(const FieldSpec &field, const Labelled &part) const
    {
        Candidate candidate;
        const auto words = cleanText(m_text.textOf(part.value));
        if (field.kind == ValueKind::Text || field.kind == ValueKind::Name || field.kind == ValueKind::City ||
            field.kind == ValueKind::Address) {
            if (words.isEmpty())
                return {};
            candidate.value = toStd(words);
            candidate.spans = {part.value};
        } else {
            auto values = readValues(field, m_workspace.occurrences, m_workspace.labels, part.value, Relation::Same);
            if (values.empty())
                return {};
            candidate = std::move(
                *std::ranges::max_element(values, {}, [](const Candidate &own) { return own[Feature::Quality]; }));
        }
        candidate.label = part.label;
        candidate[Feature::Quality] = quality;
        candidate[Feature::LabelSimilarity] = quality;
        return candidate;
    }

    const std::vector<FieldSpec> &m_fields;
    const Workspace &m_workspace;
    const Text &m_text;
};

} // namespace

std::vector<Row> readLabelledEntries(const schema::Field &list, const std::vector<FieldSpec> &fields,
                                     const Workspace &workspace, const SearchArea &area)
{
    if (fields.size() < std::size_t(fewestLabelled))
        return {};
    const LabelledReader reader(fields, workspace);
    for (const auto head : headsOf(list, workspace, area))
        if (auto rows = reader.read(linesUnder(workspace.text.segments[head], workspace.text, area)); !rows.empty())
            return rows;
    return {};
}

} // namespace xs::engine
