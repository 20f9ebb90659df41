// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/rowmarks.h"

#include "engine/fields/wish.h"
#include "engine/text/words.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr qsizetype lettersOfStem = 5;
constexpr qsizetype longestMark = 4;

/// "Letter of the footnote": "note" alone asks for remarks.
bool saysMark(const FieldSpec &field)
{
    static const Wish mark("footnoteMark");
    return mark.isIn(fold(field.field.description));
}

/// "(a)" is a.
QString bareMark(QString mark)
{
    return mark.remove(u'(').remove(u')');
}

} // namespace

RowMarks::RowMarks(const TableHead &head, const std::vector<FieldSpec> &fields, const Text &text, bool rowsAreResults)
    : m_head(head), m_fields(fields), m_text(text), m_rowsAreResults(rowsAreResults), m_noteField(noteField())
{
    if (rowsAreResults)
        findMark();
}

void RowMarks::addTo(BodyLine &line) const
{
    if (m_noteField >= 0)
        addNote(line);
    else if (m_rowsAreResults)
        dropNotes(line);
    addMark(line);
}

int RowMarks::noteField() const
{
    for (int f = 0; f < int(m_fields.size()); ++f)
        if ((m_fields[f].nameSays("footnote"_L1) || saysMark(m_fields[f])) &&
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
        static const Wish star("star");
        const auto description = fold(field.field.description);
        m_mark = description.contains(u'*') || star.isIn(description) ? u"*"_s : noteMark(field);
        m_markField = m_mark.isEmpty() ? -1 : f;
    }
}

QString RowMarks::noteMark(const FieldSpec &field) const
{
    static const QRegularExpression mark(uR"(^(?:\(\w{1,2}\)|[*†‡#]+)$)"_s);
    for (std::size_t t = 0; t + 1 < m_text.tokens.size(); ++t)
        if (mark.match(m_text.tokens[t].text).hasMatch() && m_text.tokens[t + 1].line == m_text.tokens[t].line) {
            const auto said = key(m_text.tokens[t + 1].text).left(lettersOfStem);
            const auto named = std::ranges::any_of(field.nameWords, [&said](const QString &part) {
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
    for (const auto &cell : line.cells) {
        if (cell.size() < 2 || (!m_text.isFootnoteMark(cell.last - 1) && !isMarkOfNote(cell.last - 1)))
            continue;
        Candidate candidate;
        candidate.value = toStd(bareMark(m_text.tokens[cell.last - 1].text));
        candidate.spans = {{cell.last - 1, cell.last}};
        candidate[Feature::Quality] = 0.7;
        candidate[Feature::LabelSimilarity] = 0.5;
        takeFromText(line, cell);
        line.values[std::size_t(m_noteField)] = std::move(candidate);
        return;
    }
}

void RowMarks::dropNotes(BodyLine &line) const
{
    for (const auto &cell : line.cells)
        if (cell.size() >= 2 && isMarkOfNote(cell.last - 1))
            takeFromText(line, cell);
}

bool RowMarks::isMarkOfNote(int token) const
{
    const auto &words = m_text.tokens[token].text;
    if (!words.startsWith(u'(') || !words.endsWith(u')') || words.size() < 3 || words.size() > longestMark)
        return false;
    const auto &tokens = m_text.tokens;
    for (auto t = std::size_t(token) + 1; t + 1 < tokens.size(); ++t) {
        if (tokens[t].text != words || tokens[t].line == tokens[token].line || tokens[t + 1].line != tokens[t].line)
            continue;
        const auto begins = tokens[t].line != tokens[t - 1].line || tokens[t - 1].text.endsWith(u'.');
        if (begins && (tokens[t].box.left() < tokens[token].box.left() || tokens[t + 1].text.front().isUpper()))
            return true;
    }
    return false;
}

/// The text of the cell ends before the mark.
void RowMarks::takeFromText(BodyLine &line, const Span &cell) const
{
    const auto mark = m_text.tokens[cell.last - 1].text;
    for (auto &value : line.values)
        if (value && value->value.is_string() && value->spans.size() == 1 && value->spans.front() == cell)
            if (auto words = toQString(value->value); words.endsWith(mark) && words.size() > mark.size()) {
                value->value = toStd(words.chopped(mark.size()).trimmed());
                value->spans.front().last -= 1;
            }
}

} // namespace xs::engine
