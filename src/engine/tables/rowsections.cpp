// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/rowsections.h"

#include "engine/candidates/values.h"
#include "engine/tables/itemroles.h"
#include "engine/tables/tablecells.h"
#include "engine/text/words.h"

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr double sameAmount = 0.011;
constexpr int mostWordsOfHeading = 8;
constexpr double leastLabel = 0.7;
constexpr double qualityOfHeading = 0.6;
constexpr double noteGap = 0.8;

class Sections
{
public:
    Sections(std::vector<Row> &rows, const std::vector<FieldSpec> &fields, const Workspace &workspace)
        : m_rows(rows), m_fields(fields), m_workspace(workspace), m_text(workspace.text)
    {
        // A choice may be one of headings, but words that are called so are sooner.
        for (int f = 0; f < int(fields.size()); ++f)
            if (!isFilled(f) && asksForSection(fields[f]) &&
                (m_section < 0 || fields[std::size_t(m_section)].kind == ValueKind::Choice))
                m_section = f;
    }

    void read(int headEnd)
    {
        takeGroups();
        std::vector<int> missing;
        for (int f = 0; f < int(m_fields.size()); ++f)
            if (f != m_section && !isFilled(f) && m_fields[f].kind == ValueKind::Identifier)
                missing.push_back(f);
        if (m_section < 0 && missing.empty())
            return;
        std::vector<std::optional<Candidate>> current(m_fields.size());
        int above = headEnd;
        for (auto &row : m_rows) {
            // What stands above the first row of a following page belongs to the paper.
            const auto samePage = m_text.lines[above].page == m_text.lines[row.lines.first].page;
            for (int l = above; samePage && l < row.lines.first; ++l)
                if (isHeading(m_text.lines[l]) && (l == headEnd || !isNote(l)))
                    readHeading(m_text.lines[l], missing, current);
            for (std::size_t f = 0; f < m_fields.size(); ++f)
                if (current[f] && !row.values[f])
                    row.values[f] = current[f];
            // Only what stands above the first row stands above all; below rows their own notes are labelled.
            std::erase_if(missing, [&current](int f) { return !current[std::size_t(f)]; });
            above = std::min(std::max(row.close, row.lines.first + 1), int(m_text.lines.size()) - 1);
        }
    }

private:
    /// By its name, by its description ("Heading above the rows"), or with headings as its only values.
    static bool asksForSection(const FieldSpec &field)
    {
        const auto isWords = field.kind == ValueKind::Text || field.kind == ValueKind::Name;
        return field.kind == ValueKind::Choice || (isWords && (field.isHeading || field.says("section"_L1)));
    }

    bool isFilled(int field) const
    {
        return std::ranges::any_of(m_rows, [field](const Row &row) { return row.values[field].has_value(); });
    }

    bool isHeading(const Line &line) const
    {
        const auto words = m_text.textOf(line.tokens);
        const auto letters = lettersIn(words);
        return line.segments.size() <= 2 && line.tokens.size() <= mostWordsOfHeading && letters >= 3 &&
               !isTotalLine(m_workspace, line);
    }

    /// Closer to what is above it than to the row below.
    bool isNote(int l) const
    {
        const auto &box = m_text.lines[l].box;
        const auto above = box.top() - m_text.lines[l - 1].box.bottom();
        const auto below = m_text.lines[l + 1].box.top() - box.bottom();
        return l > 0 && above < noteGap * below;
    }

    void readHeading(const Line &line, const std::vector<int> &missing, std::vector<std::optional<Candidate>> &current)
    {
        if (m_section >= 0)
            if (auto heading = sectionIn(m_text.segments[line.segments.first].tokens))
                current[std::size_t(m_section)] = std::move(heading);
        if (missing.empty())
            return;
        std::vector<FieldSpec> asked;
        for (const auto f : missing)
            asked.push_back(m_fields[f]);
        const SearchArea band{line.segments, line.page, line.page};
        const auto found = LabelledSearch(m_workspace.labels, m_workspace.occurrences).find(asked, band);
        for (std::size_t i = 0; i < missing.size(); ++i)
            for (const auto &candidate : found[i])
                if (candidate.spans.front().first >= line.tokens.first &&
                    candidate.spans.back().last <= line.tokens.last && candidate[Feature::Same] > 0 &&
                    candidate[Feature::LabelSimilarity] >= leastLabel) {
                    current[std::size_t(missing[i])] = candidate;
                    break;
                }
    }

    std::optional<Candidate> sectionIn(const Span &heading) const
    {
        const auto &field = m_fields[std::size_t(m_section)];
        return field.kind == ValueKind::Choice ? readCell(field, m_workspace, heading) : textOf(heading);
    }

    Candidate textOf(const Span &span) const
    {
        Candidate candidate;
        candidate.value = toStd(cleanText(m_text.textOf(span)));
        candidate.spans = {span};
        candidate[Feature::Quality] = qualityOfHeading;
        candidate[Feature::LabelSimilarity] = qualityOfHeading;
        return candidate;
    }

    std::optional<double> amountOf(std::size_t row, int field) const
    {
        const auto &value = m_rows[row].values[std::size_t(field)];
        return value && value->value.is_number() ? std::optional(value->value.get<double>()) : std::nullopt;
    }

    double leftOf(std::size_t row) const
    {
        return m_text.segments[m_text.lines[m_rows[row].lines.first].segments.first].box.left();
    }

    /// How many rows below a row add up to its amount and are set in from it; 0 for none.
    std::size_t groupBelow(std::size_t row, int amount) const
    {
        const auto all = amountOf(row, amount);
        if (!all)
            return 0;
        const auto indent = 0.4 * m_text.lines[m_rows[row].lines.first].wordHeight;
        double sum = 0;
        for (auto k = row + 1; k < m_rows.size() && leftOf(k) > leftOf(row) + indent; ++k) {
            const auto part = amountOf(k, amount);
            if (!part)
                return 0;
            sum += *part;
            const auto ends = k + 1 == m_rows.size() || leftOf(k + 1) <= leftOf(row) + indent;
            if (ends && std::abs(sum - *all) < sameAmount)
                return k - row;
        }
        return 0;
    }

    void takeGroups()
    {
        const auto amount = itemRoles(m_fields).amount;
        if (amount < 0)
            return;
        std::vector<std::size_t> sizes;
        for (std::size_t r = 0; r < m_rows.size(); ++r)
            sizes.push_back(groupBelow(r, amount));
        if (std::ranges::none_of(sizes, [](std::size_t size) { return size >= 2; }))
            return;
        std::vector<Row> kept;
        for (std::size_t r = 0; r < m_rows.size(); ++r) {
            if (sizes[r] == 0) {
                kept.push_back(std::move(m_rows[r]));
                continue;
            }
            for (auto k = r + 1; m_section >= 0 && k <= r + sizes[r]; ++k)
                m_rows[k].values[std::size_t(m_section)] =
                    sectionIn(m_text.segments[m_text.lines[m_rows[r].lines.first].segments.first].tokens);
        }
        m_rows = std::move(kept);
    }

    std::vector<Row> &m_rows;
    const std::vector<FieldSpec> &m_fields;
    const Workspace &m_workspace;
    const Text &m_text;
    int m_section = -1;
};

} // namespace

void readSections(std::vector<Row> &rows, const std::vector<FieldSpec> &fields, const Workspace &workspace, int headEnd)
{
    if (!rows.empty())
        Sections(rows, fields, workspace).read(headEnd);
}

} // namespace xs::engine
