// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/blocks.h"

#include "engine/candidates/values.h"
#include "engine/text/addresswords.h"
#include "engine/text/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr double leastHeading = 0.8;
constexpr int mostEntries = 60;
constexpr int mostWordsOfPeriod = 9;
constexpr int mostWordsOfTitle = 16;
/// In heights of the heading's words.
constexpr double farthestIndent = 1.6;
constexpr double farthestFirst = 4;
constexpr double widestTitleGap = 2.2;

bool isDash(const QString &word)
{
    return word.size() == 1 && u"-–—|•·@"_s.contains(word[0]);
}

/// Which fields an entry's lines give.
struct Roles
{
    std::vector<int> dates;
    std::vector<int> texts;
};

/// An entry: its period, the words of its title, and the short line below the period.
struct Entry
{
    Span period;
    std::vector<Span> title;
    std::optional<Span> note;
    Span lines;
};

/// Asks for the beginning or the end of a period, if only for its year.
bool isOfPeriod(const FieldSpec &field)
{
    if (field.kind == ValueKind::Month || field.kind == ValueKind::Date)
        return true;
    const auto isPlain =
        field.kind == ValueKind::Integer || field.kind == ValueKind::Number || field.kind == ValueKind::Text;
    return isPlain && (field.isStart || field.isEnd || field.nameSays("year"_L1));
}

/// A month, or a year alone, of a period.
struct Moment
{
    Span span;
    QString month;
    int year = 0;
};

class BlockReader
{
public:
    BlockReader(const schema::Field &list, const std::vector<FieldSpec> &fields, const Workspace &workspace,
                const SearchArea &area)
        : m_fields(fields), m_workspace(workspace), m_text(workspace.text), m_area(area)
    {
        auto element = list;
        element.list = false;
        m_list = fieldSpec(element, {}, workspace.lexicon);
        for (int f = 0; f < int(fields.size()); ++f) {
            if (isOfPeriod(fields[f]))
                m_roles.dates.push_back(f);
            else if (fields[f].kind == ValueKind::Text || fields[f].kind == ValueKind::Name)
                m_roles.texts.push_back(f);
        }
    }

    std::vector<Row> read() const
    {
        if (m_roles.dates.empty() || m_roles.texts.empty() || m_area.segments.isEmpty())
            return {};
        const auto hits = m_workspace.labels.hits({m_list}, m_area.segments);
        for (const auto &hit : hits.front()) {
            if (hit.similarity < leastHeading || !hit.startsSegment || !(hit.endsSegment || hit.endsWithColon))
                continue;
            std::vector<Row> rows;
            for (const auto &entry : entriesUnder(m_text.segments[hit.segment]))
                rows.push_back(rowOf(entry));
            if (!rows.empty())
                return rows;
        }
        return {};
    }

private:
    /// The segments below the heading that start at its left edge, up to the next heading.
    std::vector<int> columnUnder(const Segment &head) const
    {
        std::vector<int> column;
        const auto height = std::max(1.0, head.box.height());
        const auto last =
            std::min(m_text.page(head.page).lines.last, m_text.segments[m_area.segments.last - 1].line + 1);
        const auto left = leftUnder(head, last);
        for (int l = head.line + 1; l < last; ++l) {
            const auto &line = m_text.lines[l];
            for (int s = line.segments.first; s < line.segments.last; ++s) {
                const auto &segment = m_text.segments[s];
                const auto isUnder = std::abs(segment.box.left() - left) <= farthestIndent * height;
                const auto isBeside = std::abs(segment.box.left() - head.box.left()) <= farthestIndent * height;
                if (!isUnder && !isBeside)
                    continue;
                if (isHeading(segment, head))
                    return column;
                if (!isUnder)
                    continue;
                // A bullet stands alone or before the words of a description.
                if (m_text.tokens[segment.tokens.first].text.size() > 1)
                    column.push_back(s);
                break;
            }
        }
        return column;
    }

    /// Where entries begin: at the heading's left, or as far in as the first of them.
    double leftUnder(const Segment &head, int last) const
    {
        const auto height = std::max(1.0, head.box.height());
        for (int l = head.line + 1; l < last; ++l)
            for (int s = m_text.lines[l].segments.first; s < m_text.lines[l].segments.last; ++s) {
                const auto &segment = m_text.segments[s];
                const auto indent = segment.box.left() - head.box.left();
                if (indent > -farthestIndent * height && indent < farthestFirst * height)
                    return segment.box.left();
            }
        return head.box.left();
    }

    bool isHeading(const Segment &segment, const Segment &head) const
    {
        const auto words = m_text.textOf(segment.tokens), headWords = m_text.textOf(head.tokens);
        const auto shouts = headWords == headWords.toUpper() && words == words.toUpper() && words != words.toLower() &&
                            words.size() > 4 && !hasDigit(words);
        const auto taller =
            segment.box.height() > 0.95 * head.box.height() &&
            head.box.height() > (m_text.page(head.page).recognised ? 1.25 : 1.12) * m_text.page(head.page).wordHeight;
        return shouts || taller;
    }

    /// The words of a line from a segment on: dates often stand apart at the right.
    Span lineFrom(int segment) const
    {
        return {m_text.segments[segment].tokens.first, m_text.segments[segment].tokens.last};
    }

    /// The part of the line that tells a period, from its first month or year on.
    std::optional<Span> periodIn(const Span &words) const
    {
        const auto moments = momentsIn(words);
        if (moments.empty() || words.last - moments.front().span.first > mostWordsOfPeriod)
            return {};
        return Span{moments.front().span.first, words.last};
    }

    std::vector<Moment> momentsIn(const Span &words) const
    {
        std::vector<Moment> moments;
        for (const auto &month : m_workspace.occurrences.in(words, ValueKind::Month))
            moments.push_back({month.span, toQString(month.value), toQString(month.value).left(4).toInt()});
        if (!moments.empty())
            return moments;
        for (const auto &number : m_workspace.occurrences.in(words, ValueKind::Number)) {
            const auto digits = digitsIn(m_text.textOf(number.span));
            const auto year = int(std::abs(number.number));
            if (number.decimals == 0 && digits == 4 && year >= 1950 && year <= 2050)
                moments.push_back({number.span, {}, year});
        }
        // One year alone is a period where it ends the line.
        if (moments.size() == 1 && moments.front().span.last != words.last)
            moments.clear();
        return moments;
    }

    Json momentValue(const FieldSpec &field, const Moment &moment) const
    {
        if (field.field.type == schema::FieldType::Integer || field.field.type == schema::FieldType::Number)
            return Json(moment.year);
        if (moment.month.isEmpty() || field.nameSays("year"_L1))
            return toStd(QString::number(moment.year));
        return toStd(moment.month);
    }

    /// A period at the right end of a line that starts in the column.
    std::optional<Span> periodBeside(int segment) const
    {
        if (const auto own = periodIn(lineFrom(segment)))
            return own;
        const auto &line = m_text.lines[m_text.segments[segment].line];
        const auto next = segment + 1;
        if (next >= line.segments.last || next >= m_area.segments.last)
            return {};
        const auto &beside = m_text.segments[next].tokens;
        const auto period = periodIn(beside);
        return period && period->first == beside.first ? period : std::nullopt;
    }

    std::vector<Entry> entriesUnder(const Segment &head) const
    {
        std::vector<Entry> entries;
        const auto column = columnUnder(head);
        std::vector<std::optional<Span>> periods;
        for (const auto segment : column)
            periods.push_back(periodBeside(segment));
        const auto first = std::ranges::find_if(periods, [](const auto &p) { return p.has_value(); });
        if (first == periods.end())
            return entries;
        const auto titleAbove = first != periods.begin();
        for (std::size_t i = 0; i < column.size() && int(entries.size()) < mostEntries; ++i) {
            if (!periods[i])
                continue;
            Entry entry;
            entry.period = *periods[i];
            const auto line = m_text.segments[column[i]].line;
            entry.lines = {line, line + 1};
            const Span before{lineFrom(column[i]).first, std::min(lineFrom(column[i]).last, entry.period.first)};
            if (!before.isEmpty() && lettersIn(m_text.textOf(before)) > 2)
                entry.title.push_back(before);
            addLines(entry, column, periods, i, titleAbove);
            if (!entry.title.empty())
                entries.push_back(std::move(entry));
        }
        return entries;
    }

    /// The title's lines close to the period, and the line on its other side.
    void addLines(Entry &entry, const std::vector<int> &column, const std::vector<std::optional<Span>> &periods,
                  std::size_t at, bool titleAbove) const
    {
        const auto close = [&](std::size_t upper, std::size_t lower) {
            const auto &a = m_text.segments[column[upper]].box, &b = m_text.segments[column[lower]].box;
            return b.top() - a.bottom() < widestTitleGap * std::max(1.0, a.height());
        };
        if (titleAbove) {
            std::vector<Span> above;
            for (auto k = at; k > 0 && !periods[k - 1] && above.size() < 2 && close(k - 1, k); --k)
                above.insert(above.begin(), lineFrom(column[k - 1]));
            // A note of the entry above may stand closer to it than to this one.
            if (above.size() == 2 && at >= 3 && periods[at - 3])
                above.erase(above.begin());
            entry.title.insert(entry.title.begin(), above.begin(), above.end());
        }
        if (at + 1 >= column.size() || periods[at + 1] || !close(at, at + 1))
            return;
        if (!titleAbove && entry.title.size() < 2) {
            entry.title.push_back(lineFrom(column[at + 1]));
            if (entry.title.size() == 1 && at + 2 < column.size() && !periods[at + 2] && close(at + 1, at + 2))
                entry.title.push_back(lineFrom(column[at + 2]));
        } else if (lineFrom(column[at + 1]).size() <= mostWordsOfTitle) {
            entry.note = lineFrom(column[at + 1]);
        }
    }

    Row rowOf(const Entry &entry) const
    {
        Row row;
        row.values.resize(m_fields.size());
        row.lines = entry.lines;
        const auto moments = momentsIn(entry.period);
        for (std::size_t i = 0; i < std::min(moments.size(), m_roles.dates.size()); ++i) {
            const auto f = m_roles.dates[i];
            Candidate candidate;
            candidate.value = momentValue(m_fields[f], moments[i]);
            candidate.spans = {moments[i].span};
            set(row, f, std::move(candidate), 0.9);
        }
        auto parts = partsOf(entry.title);
        std::vector<int> texts = m_roles.texts;
        auto note = entry.note;
        if (parts.size() == 1 && note && texts.size() >= 2) {
            parts.push_back(*note);
            note.reset();
        }
        const auto isOrganisation = [this](int f) {
            return m_fields[f].kind == ValueKind::Name || m_fields[f].nameSays("company"_L1) ||
                   m_fields[f].nameSays("vendor"_L1) || m_fields[f].nameSays("employer"_L1) ||
                   m_fields[f].nameSays("education"_L1);
        };
        if (parts.size() == 2 && texts.size() >= 2) {
            // The part with a company's or school's word is the organisation, whichever stands first.
            const auto first = isOrganisation(texts[0]) && !isOrganisation(texts[1]);
            const auto second = isOrganisation(texts[1]) && !isOrganisation(texts[0]);
            const auto swapped = (second && isInstitution(parts[0]) && !isInstitution(parts[1])) ||
                                 (first && isInstitution(parts[1]) && !isInstitution(parts[0]));
            setText(row, texts[0], parts[swapped ? 1 : 0]);
            setText(row, texts[1], parts[swapped ? 0 : 1]);
        } else if (!parts.empty()) {
            setText(row, texts.front(), parts.front());
        }
        if (note && texts.size() >= 3)
            setText(row, texts[2], *note);
        return row;
    }

    bool isInstitution(const Span &words) const
    {
        return hasCompanyForm(m_text, words) || hasInstitutionWord(m_text, words);
    }

    /// Post and employer, degree and school: two lines, or one line cut before the organisation.
    std::vector<Span> partsOf(const std::vector<Span> &title) const
    {
        if (title.size() == 2)
            if (auto parts = partsOf({title.front()}); parts.size() == 2 && isInstitution(parts[1]))
                return parts;
        if (title.size() != 1)
            return {title.begin(), title.begin() + std::min<std::ptrdiff_t>(2, std::ssize(title))};
        const auto line = title.front();
        int firstDash = -1, lastCut = -1, lastComma = -1;
        for (int i = line.first + 1; i < line.last - 1; ++i) {
            const auto dash = isDash(m_text.tokens[i].text), comma = m_text.tokens[i].text.endsWith(u',');
            if (!dash && !comma)
                continue;
            firstDash = dash && firstDash < 0 ? i : firstDash;
            lastComma = comma ? i : lastComma;
            if (isInstitution({i + 1, line.last}))
                lastCut = i;
        }
        const auto cut = lastCut >= 0 ? lastCut : firstDash >= 0 ? firstDash : lastComma;
        if (cut < 0)
            return {line};
        return {{line.first, cut + (isDash(m_text.tokens[cut].text) ? 0 : 1)}, {cut + 1, line.last}};
    }

    void setText(Row &row, int field, const Span &words) const
    {
        const auto value = cleanText(m_text.textOf(words));
        if (lettersIn(value) < 2 || words.size() > mostWordsOfTitle)
            return;
        Candidate candidate;
        candidate.value = toStd(value);
        candidate.spans = {words};
        set(row, field, std::move(candidate), 0.6);
    }

    static void set(Row &row, int field, Candidate candidate, double quality)
    {
        candidate[Feature::Quality] = quality;
        candidate[Feature::LabelSimilarity] = 0.5;
        row.values[field] = std::move(candidate);
    }

    const std::vector<FieldSpec> &m_fields;
    const Workspace &m_workspace;
    const Text &m_text;
    const SearchArea &m_area;
    FieldSpec m_list;
    Roles m_roles;
};

} // namespace

std::vector<Row> readBlocks(const schema::Field &list, const std::vector<FieldSpec> &fields, const Workspace &workspace,
                            const SearchArea &area)
{
    return BlockReader(list, fields, workspace, area).read();
}

} // namespace xs::engine
