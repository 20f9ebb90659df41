// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/blocks.h"

#include "engine/candidates/values.h"
#include "engine/tables/sectionentries.h"
#include "engine/text/addresswords.h"
#include "engine/text/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr double leastHeading = 0.8;
constexpr int mostWordsOfTitle = 16;

bool isDash(const QString &word)
{
    return word.size() == 1 && u"-–—|•·@"_s.contains(word[0]);
}

/// Asks for the beginning or the end of a period, if only for its year.
bool isOfPeriod(const FieldSpec &field)
{
    if (field.kind == ValueKind::Month || field.kind == ValueKind::Date)
        return true;
    const auto isPlain =
        field.kind == ValueKind::Integer || field.kind == ValueKind::Number || field.kind == ValueKind::Text;
    return isPlain && (field.isStart || field.isEnd || field.nameSays("year"_L1));
}

bool isOfPlace(const FieldSpec &field)
{
    return field.kind == ValueKind::City || field.kind == ValueKind::Country || field.kind == ValueKind::State ||
           field.kind == ValueKind::Address || field.nameSays("city"_L1) || field.nameSays("place"_L1);
}

bool isOfOrganisation(const FieldSpec &field)
{
    return field.kind == ValueKind::Name || field.nameSays("company"_L1) || field.nameSays("vendor"_L1) ||
           field.nameSays("employer"_L1) || field.nameSays("education"_L1);
}

/// Which fields an entry's lines give.
struct Roles
{
    std::vector<int> dates;
    std::vector<int> texts;
    std::optional<int> place;
};

/// The words of an entry's title: what it says first and second, and the place behind them.
struct TitleParts
{
    std::vector<Span> texts;
    Span place;
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
            else if (!m_roles.place && isOfPlace(fields[f]))
                m_roles.place = f;
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
            for (const auto &entry : entriesOf(m_text.segments[hit.segment], m_workspace, m_area))
                rows.push_back(rowOf(entry));
            if (!rows.empty())
                return rows;
        }
        return {};
    }

private:
    Json momentValue(const FieldSpec &field, const Moment &moment) const
    {
        if (field.field.type == schema::FieldType::Integer || field.field.type == schema::FieldType::Number)
            return Json(moment.year);
        if (moment.month.isEmpty() || field.nameSays("year"_L1))
            return toStd(QString::number(moment.year));
        return toStd(moment.month);
    }

    Row rowOf(const SectionEntry &entry) const
    {
        Row row;
        row.values.resize(m_fields.size());
        row.lines = entry.lines;
        auto moments = entry.moments;
        // A field for the end alone takes the end.
        if (m_roles.dates.size() == 1 && moments.size() > 1 && m_fields[m_roles.dates.front()].isEnd)
            moments.erase(moments.begin());
        for (std::size_t i = 0; i < std::min(moments.size(), m_roles.dates.size()); ++i) {
            const auto f = m_roles.dates[i];
            Candidate candidate;
            candidate.value = momentValue(m_fields[f], moments[i]);
            candidate.spans = moments[i].spans;
            set(row, f, std::move(candidate), 0.9);
        }
        const auto &texts = m_roles.texts;
        auto note = entry.note;
        auto title = entry.title;
        if (title.size() == 1 && note && texts.size() >= 2 && partsOf(title).texts.size() == 1) {
            title.push_back(*note);
            note.reset();
        }
        const auto parts = partsOf(title);
        if (parts.texts.size() == 2 && texts.size() >= 2) {
            const auto swapped = isSwapped(parts.texts);
            setText(row, texts[0], parts.texts[swapped ? 1 : 0]);
            setText(row, texts[1], parts.texts[swapped ? 0 : 1]);
        } else if (!parts.texts.empty()) {
            setText(row, texts.front(), parts.texts.front());
        }
        if (m_roles.place && !parts.place.isEmpty())
            setText(row, *m_roles.place, parts.place);
        if (note && texts.size() >= 3)
            setText(row, texts[2], note->words);
        return row;
    }

    /// The part with a company's or school's word is the organisation, whichever stands first.
    bool isSwapped(const std::vector<Span> &parts) const
    {
        const auto &first = m_fields[m_roles.texts[0]], &second = m_fields[m_roles.texts[1]];
        if (isOfOrganisation(first) == isOfOrganisation(second))
            return false;
        const auto organisation = isOfOrganisation(first) ? 0 : 1;
        return isInstitution(parts[1 - organisation]) && !isInstitution(parts[organisation]);
    }

    bool isInstitution(const Span &words) const
    {
        return hasCompanyForm(m_text, words) || hasInstitutionWord(m_text, words);
    }

    /// The title's lines, or the parts of its only one; what stands apart at their right, or behind the last comma of
    /// the line with the organisation, is the place where the schema asks for one.
    TitleParts partsOf(const std::vector<EntryLine> &title) const
    {
        TitleParts parts;
        std::vector<Span> lines;
        for (const auto &line : title) {
            lines.push_back(line.words);
            if (parts.place.isEmpty())
                parts.place = line.beside;
        }
        if (m_roles.place && parts.place.isEmpty())
            parts.place = cutPlace(lines);
        parts.texts = textsOf(lines);
        return parts;
    }

    /// Takes the place off the line that has one: "Company, Town, Country", or "Post, Company, Town" in one line.
    Span cutPlace(std::vector<Span> &lines) const
    {
        const auto isWhole = m_fields[*m_roles.place].kind != ValueKind::City;
        for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
            const auto commas = commasIn(*line);
            // A single line begins with the post: its first comma stands before the organisation.
            const std::size_t before = lines.size() == 1 ? 1 : 0;
            if (commas.size() <= before)
                continue;
            auto at = commas[before];
            for (const auto comma : commas)
                if (isInstitution({line->first, comma + 1}) && comma > at && !isInstitution({line->first, at + 1}))
                    at = comma;
            const Span behind{at + 1, line->last};
            if (hasDigit(m_text.textOf(behind)))
                continue;
            line->last = at + 1;
            const auto next = commasIn(behind);
            return isWhole || next.empty() ? behind : Span{behind.first, next.front() + 1};
        }
        return {};
    }

    std::vector<int> commasIn(const Span &words) const
    {
        std::vector<int> commas;
        for (int i = words.first; i < words.last - 1; ++i)
            if (m_text.tokens[i].text.endsWith(u','))
                commas.push_back(i);
        return commas;
    }

    /// Post and employer, degree and school: two lines, or one line cut before the organisation.
    std::vector<Span> textsOf(const std::vector<Span> &title) const
    {
        if (title.size() == 2)
            if (auto parts = textsOf({title.front()}); parts.size() == 2 && isInstitution(parts[1]))
                return parts;
        if (title.size() != 1)
            return {title.begin(), title.begin() + std::min<std::ptrdiff_t>(2, std::ssize(title))};
        const auto line = title.front();
        int firstDash = -1, lastCut = -1, lastComma = -1;
        for (int i = line.first; i < line.last - 1; ++i) {
            const auto dash = i > line.first && isDash(m_text.tokens[i].text),
                       comma = m_text.tokens[i].text.endsWith(u',');
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
