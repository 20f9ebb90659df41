// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/blocks.h"

#include "engine/candidates/values.h"
#include "engine/fields/sectionnames.h"
#include "engine/tables/entrytitle.h"
#include "engine/tables/sectionentries.h"
#include "engine/tables/sectionheads.h"
#include "engine/text/numbers.h"
#include "engine/text/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr int mostWordsOfTitle = 22;
/// Between a number and the word that says what it is.
constexpr int farthestName = 3;

bool isPlainText(const FieldSpec &field)
{
    return field.kind == ValueKind::Text || field.kind == ValueKind::Name;
}

bool isCalled(const FieldSpec &field, EntryWord kind)
{
    return std::ranges::any_of(field.nameWords, [kind](const QString &word) { return isEntryWord(word, kind); });
}

/// Whose words tell what it is for, though its description may speak of a town or a number, too.
bool isStringCalled(const FieldSpec &field, EntryWord kind)
{
    const auto isString = field.kind == ValueKind::City || field.kind == ValueKind::Country ||
                          field.kind == ValueKind::Address || field.kind == ValueKind::Identifier;
    return (isString || isPlainText(field)) && isCalled(field, kind);
}

/// Asks for the period as it is printed.
bool isOfWholePeriod(const FieldSpec &field)
{
    return isPlainText(field) && !field.isStart && !field.isEnd && field.nameSays("period"_L1);
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
    if (isCalled(field, EntryWord::Organisation))
        return false;
    return field.kind == ValueKind::City || field.kind == ValueKind::Country || field.kind == ValueKind::State ||
           field.kind == ValueKind::Address || field.nameSays("city"_L1) || field.nameSays("place"_L1) ||
           (isPlainText(field) && isCalled(field, EntryWord::Place));
}

bool isOfOrganisation(const FieldSpec &field)
{
    return field.kind == ValueKind::Name || field.nameSays("company"_L1) || field.nameSays("vendor"_L1) ||
           field.nameSays("employer"_L1) || field.nameSays("education"_L1) || isCalled(field, EntryWord::Organisation);
}

/// Which fields an entry's lines give.
struct Roles
{
    std::vector<int> dates;
    std::vector<int> texts;
    std::vector<int> choices;
    std::optional<int> place, period, length, subject;
};

class BlockReader
{
public:
    BlockReader(const schema::Field &list, const std::vector<FieldSpec> &fields, const Workspace &workspace,
                const SearchArea &area)
        : m_list(list), m_fields(fields), m_workspace(workspace), m_text(workspace.text), m_area(area)
    {
        for (int f = 0; f < int(fields.size()); ++f) {
            if (isOfWholePeriod(fields[f]))
                m_roles.period = f;
            else if (isOfPeriod(fields[f]) || endsPeriodOf(f))
                m_roles.dates.push_back(f);
            else if (!m_roles.place && isOfPlace(fields[f]))
                m_roles.place = f;
            else if (fields[f].kind == ValueKind::Choice)
                m_roles.choices.push_back(f);
            else if (isStringCalled(fields[f], EntryWord::Length))
                m_roles.length = f;
            else if (isPlainText(fields[f]) && isCalled(fields[f], EntryWord::Subject))
                m_roles.subject = f;
            else if (isPlainText(fields[f]) || isStringCalled(fields[f], EntryWord::Organisation))
                m_roles.texts.push_back(f);
        }
        m_hasOrganisation = std::ranges::any_of(m_roles.texts, [&](int f) { return isOfOrganisation(fields[f]); });
    }

    std::vector<Row> read() const
    {
        const auto hasPeriods = !m_roles.dates.empty() || m_roles.period;
        if (!hasPeriods || (m_roles.texts.empty() && m_roles.choices.empty()) || m_area.segments.isEmpty())
            return {};
        for (const auto segment : headsOf(m_list, m_workspace, m_area))
            if (auto rows = rowsUnder(m_text.segments[segment]); !rows.empty())
                return rows;
        return {};
    }

private:
    /// A field that is only called "to", behind one for the beginning.
    bool endsPeriodOf(int field) const
    {
        const auto &own = m_fields[field];
        return field > 0 && !m_roles.dates.empty() && m_roles.dates.back() == field - 1 && own.nameWords.size() == 1 &&
               leadsToPeriod(own.nameWords.front()) && (own.isNumeric() || isPlainText(own));
    }

    std::vector<Row> rowsUnder(const Segment &head) const
    {
        const auto entries = entriesOf(head, m_workspace, m_area);
        const EntryTitles titles(m_text, {m_roles.texts.size() + (m_roles.subject ? 1 : 0) + m_roles.choices.size(),
                                          m_roles.place.has_value(), m_hasOrganisation,
                                          m_roles.place && m_fields[*m_roles.place].kind == ValueKind::City});
        std::vector<TitleParts> parts;
        int first = 0, second = 0;
        for (const auto &entry : entries) {
            parts.push_back(titles.partsOf(entry));
            if (parts.back().texts.size() < 2)
                continue;
            const auto one = titles.isInstitution(parts.back().texts[0]);
            const auto other = titles.isInstitution(parts.back().texts[1]);
            first += one && !other;
            second += other && !one;
        }
        std::vector<Row> rows;
        for (std::size_t i = 0; i < entries.size(); ++i)
            rows.push_back(rowOf(entries[i], parts[i], first > second));
        return rows;
    }

    Json momentValue(const FieldSpec &field, const Moment &moment) const
    {
        if (field.field.type == schema::FieldType::Integer || field.field.type == schema::FieldType::Number)
            return Json(moment.year);
        if (moment.month.isEmpty() || field.nameSays("year"_L1))
            return toStd(QString::number(moment.year));
        return toStd(moment.month);
    }

    /// `organisationFirst`: the list's entries begin with the employer or the school.
    Row rowOf(const SectionEntry &entry, TitleParts parts, bool organisationFirst) const
    {
        Row row;
        row.values.resize(m_fields.size());
        row.lines = entry.lines;
        setMoments(row, entry);
        if (m_roles.period)
            setText(row, *m_roles.period, entry.period);
        if (m_roles.place)
            setText(row, *m_roles.place, parts.place);
        if (m_roles.length)
            setText(row, *m_roles.length, entry.belowPeriod);
        for (const auto f : m_roles.choices)
            setChoice(row, f, parts.texts);
        setTexts(row, parts.texts, organisationFirst);
        for (int f = 0; f < int(m_fields.size()); ++f)
            if (m_fields[f].isNumeric() && !row.values[std::size_t(f)])
                setNumber(row, f, entry);
        return row;
    }

    /// A number behind a word of the field's name ("Grade: 7.9"), or the only amount beside the title.
    void setNumber(Row &row, int field, const SectionEntry &entry) const
    {
        const auto &own = m_fields[field];
        for (const auto &span : entry.all.spans())
            for (const auto &number : m_workspace.occurrences.in(span, ValueKind::Number))
                for (int i = std::max(span.first, number.span.first - farthestName); i < number.span.first; ++i)
                    if (isNamed(own, i))
                        return setNumber(row, field, number);
        if (own.kind != ValueKind::Money)
            return;
        for (const auto &line : entry.title)
            for (const auto &span : line.beside.spans())
                if (const auto amounts = m_workspace.occurrences.in(span, ValueKind::Money); amounts.size() == 1)
                    return setNumber(row, field, amounts.front());
    }

    bool isNamed(const FieldSpec &field, int word) const
    {
        const auto name = key(m_text.tokens[word].text);
        const auto isOwn = std::ranges::any_of(field.nameWords, [&](const auto &own) { return key(own) == name; });
        return !name.isEmpty() && !hasDigit(name) &&
               (isOwn || std::ranges::any_of(m_workspace.labels.bagOf({word, word + 1}),
                                             [&](const Meaning &m) { return isIn(m, field.name); }));
    }

    void setNumber(Row &row, int field, const Occurrence &number) const
    {
        Candidate candidate;
        candidate.value = typedValue(m_fields[field], number, m_text);
        candidate.spans = {number.span};
        set(row, field, std::move(candidate), 0.7);
    }

    void setMoments(Row &row, const SectionEntry &entry) const
    {
        auto moments = entry.moments;
        // A field for the end alone, or for a year alone, takes the end.
        if (m_roles.dates.size() == 1 && moments.size() > 1 && !m_fields[m_roles.dates.front()].isStart &&
            (m_fields[m_roles.dates.front()].isEnd || m_roles.texts.size() > 1))
            moments.erase(moments.begin());
        for (std::size_t i = 0; i < std::min(moments.size(), m_roles.dates.size()); ++i) {
            const auto f = m_roles.dates[i];
            Candidate candidate;
            candidate.value = momentValue(m_fields[f], moments[i]);
            candidate.spans = moments[i].spans;
            set(row, f, std::move(candidate), 0.9);
        }
    }

    /// The value of an enum that a part begins with, which is the part's no more: "PhD" in "PhD, Geography".
    void setChoice(Row &row, int field, std::vector<Phrase> &parts) const
    {
        for (auto part = parts.begin(); part != parts.end(); ++part)
            for (const auto &value : m_fields[field].field.enumValues)
                for (int length = 1; length <= std::min(4, part->size()); ++length) {
                    const auto words = part->part(0, length);
                    if (key(words.text(m_text)) != key(value))
                        continue;
                    Candidate candidate;
                    candidate.value = toStd(value);
                    candidate.spans = words.spans();
                    set(row, field, std::move(candidate), 0.9);
                    *part = part->part(length, part->size());
                    if (part->isEmpty() || m_roles.texts.size() < parts.size())
                        parts.erase(part);
                    return;
                }
    }

    /// The part with a company's or school's word is the organisation, whichever stands first.
    void setTexts(Row &row, std::vector<Phrase> parts, bool organisationFirst) const
    {
        auto fields = m_roles.texts;
        if (m_roles.subject && parts.size() > fields.size()) {
            // "PhD, Geography, University of Northam"
            const auto at = m_roles.choices.empty() ? 1 : 0;
            setText(row, *m_roles.subject, parts[std::size_t(at)]);
            parts.erase(parts.begin() + at);
        }
        if (fields.size() >= 2 && isOfOrganisation(m_fields[fields[0]]) != isOfOrganisation(m_fields[fields[1]]) &&
            parts.size() >= 2 && organisationFirst != isOfOrganisation(m_fields[fields[0]]))
            std::swap(fields[0], fields[1]);
        if (fields.size() == 1 && parts.size() >= 2 && organisationFirst != isOfOrganisation(m_fields[fields[0]]))
            std::swap(parts[0], parts[1]);
        for (std::size_t i = 0; i < std::min(fields.size(), parts.size()); ++i)
            setText(row, fields[i], parts[i]);
    }

    void setText(Row &row, int field, const Phrase &words) const
    {
        auto value = cleanText(words.text(m_text));
        if (value.startsWith(u'(') && value.endsWith(u')'))
            value = value.sliced(1, value.size() - 2);
        if (lettersIn(value) + digitsIn(value) < 2 || words.size() > mostWordsOfTitle)
            return;
        Candidate candidate;
        candidate.value = toStd(value);
        candidate.spans = words.spans();
        set(row, field, std::move(candidate), 0.6);
    }

    static void set(Row &row, int field, Candidate candidate, double quality)
    {
        candidate[Feature::Quality] = quality;
        candidate[Feature::LabelSimilarity] = 0.5;
        row.values[std::size_t(field)] = std::move(candidate);
    }

    const schema::Field &m_list;
    const std::vector<FieldSpec> &m_fields;
    const Workspace &m_workspace;
    const Text &m_text;
    const SearchArea &m_area;
    Roles m_roles;
    bool m_hasOrganisation = false;
};

} // namespace

std::vector<Row> readBlocks(const schema::Field &list, const std::vector<FieldSpec> &fields, const Workspace &workspace,
                            const SearchArea &area)
{
    return BlockReader(list, fields, workspace, area).read();
}

} // namespace xs::engine
