// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/rowmarks.h"

#include "engine/text/words.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr qsizetype lettersOfStem = 5;

} // namespace

RowMarks::RowMarks(const TableHead &head, const std::vector<FieldSpec> &fields, const Text &text, bool rowsAreResults)
    : m_head(head), m_fields(fields), m_text(text), m_noteField(noteField())
{
    if (rowsAreResults)
        findMark();
}

void RowMarks::addTo(BodyLine &line) const
{
    addNote(line);
    addMark(line);
}

int RowMarks::noteField() const
{
    for (int f = 0; f < int(m_fields.size()); ++f)
        if (m_fields[f].nameSays("footnote"_L1) &&
            std::ranges::none_of(m_head.columns, [f](const Column &c) { return c.field == f; }))
            return f;
    return -1;
}

void RowMarks::findMark()
{
    for (int f = 0; f < int(m_fields.size()) && m_markField < 0; ++f) {
        const auto &field = m_fields[f];
        const auto hasColumn = std::ranges::any_of(m_head.columns, [f](const Column &c) { return c.field == f; });
        if (field.kind != ValueKind::Boolean || hasColumn)
            continue;
        static const QRegularExpression star(uR"(\b(?:asterisk|star|sternchen|astérisque|asterisco|sterretje)\b|\*)"_s,
                                             QRegularExpression::CaseInsensitiveOption);
        m_mark = star.match(field.field.description).hasMatch() ? u"*"_s : noteMark(field);
        m_markField = m_mark.isEmpty() ? -1 : f;
    }
}

QString RowMarks::noteMark(const FieldSpec &field) const
{
    static const QRegularExpression mark(uR"(^(?:\(\w{1,2}\)|[*†‡#]+)$)"_s);
    for (std::size_t t = 0; t + 1 < m_text.tokens.size(); ++t)
        if (mark.match(m_text.tokens[t].text).hasMatch() && m_text.tokens[t + 1].line == m_text.tokens[t].line) {
            const auto said = key(m_text.tokens[t + 1].text).left(lettersOfStem);
            const auto named = std::ranges::any_of(nameParts(field.field.name), [&said](const QString &part) {
                return said.size() == lettersOfStem && key(part).startsWith(said);
            });
            if (named)
                return m_text.tokens[t].text;
        }
    return {};
}

void RowMarks::addMark(BodyLine &line) const
{
    if (m_markField < 0 || line.fits == 0)
        return;
    Candidate candidate;
    candidate.value = false;
    const auto &tokens = m_text.lines[line.line].tokens;
    candidate.spans = {{tokens.first, tokens.first + 1}};
    for (int t = tokens.first; t < tokens.last; ++t)
        if (m_text.tokens[t].text == m_mark || (m_mark == u"*"_s && m_text.tokens[t].text.endsWith(u'*'))) {
            candidate.value = true;
            candidate.spans = {{t, t + 1}};
        }
    candidate[Feature::Quality] = 0.8;
    candidate[Feature::LabelSimilarity] = 0.6;
    line.values[std::size_t(m_markField)] = std::move(candidate);
}

void RowMarks::addNote(BodyLine &line) const
{
    if (m_noteField < 0)
        return;
    for (const auto &cell : line.cells) {
        if (cell.size() < 2 || !m_text.isFootnoteMark(cell.last - 1))
            continue;
        Candidate candidate;
        candidate.value = toStd(m_text.tokens[cell.last - 1].text);
        candidate.spans = {{cell.last - 1, cell.last}};
        candidate[Feature::Quality] = 0.7;
        candidate[Feature::LabelSimilarity] = 0.5;
        line.values[std::size_t(m_noteField)] = std::move(candidate);
        return;
    }
}

} // namespace xs::engine
