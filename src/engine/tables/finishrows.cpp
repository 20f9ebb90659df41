// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/finishrows.h"

#include "engine/candidates/values.h"
#include "engine/fields/wish.h"
#include "engine/tables/tablecells.h"
#include "engine/text/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

/// Without the plural's ending.
QString stem(const QString &word)
{
    return word.size() > 4 && word.endsWith(u's') ? word.chopped(1) : word;
}

bool isDash(const QString &word)
{
    return word == u"-"_s || word == u"–"_s || word == u"—"_s;
}

/// The words of a code before a description, without its brackets: "[FURN_77] Chair", "48812* Oil".
std::optional<Span> leadingCode(const Text &text, const Span &words)
{
    if (words.size() < 2)
        return {};
    const auto &first = text.tokens[words.first].text;
    const auto bracketed = (first.startsWith(u'[') && first.endsWith(u']')) ||
                           (first.startsWith(u'(') && first.endsWith(u')') && first.size() > 4);
    const auto marked = first.size() > 3 && (first.endsWith(u'*') || first.endsWith(u':'));
    const auto digits = digitsIn(first);
    const auto lower = std::ranges::count_if(first, [](QChar c) { return c.isLower(); });
    const auto coded = first.size() >= 5 && lower == 0 && (2 * digits >= first.size() || (marked && digits > 0));
    // "PREST-01 - Taille de haie"
    const auto isParted =
        words.size() > 2 && lower == 0 && first.size() >= 2 && isDash(text.tokens[words.first + 1].text);
    if (!bracketed && !coded && !isParted)
        return {};
    return Span{words.first, words.first + 1};
}

/// Whether a word of the row ends a label.
bool hasColon(const Row &row, const Text &text)
{
    const auto first = text.lines[row.lines.first].tokens.first, last = text.lines[row.lines.last - 1].tokens.last;
    return std::any_of(text.tokens.begin() + first, text.tokens.begin() + last,
                       [](const Token &token) { return token.text.startsWith(u':') || token.text.endsWith(u':'); });
}

} // namespace

RowHints hintsOf(const schema::Field &list)
{
    const auto text = fold(list.description);
    RowHints hints;
    static const Wish denial("denial"), totals("totalRows");
    static const QRegularExpression clauses(uR"([;.])"_s);
    for (const auto &clause : text.split(clauses, Qt::SkipEmptyParts)) {
        const auto denies = denial.isIn(clause);
        hints.totalsAreRows |= !denies && totals.isIn(clause);
        if (denies)
            for (const auto &word : sentenceWords(clause))
                if (!Lexicon::standard().isIgnored(word))
                    hints.excluded << stem(word);
    }
    return hints;
}

namespace {

/// "8 pcs" in the column of units: the count of a column that stands close before it.
void splitCount(Candidate &unit, std::optional<Candidate> &quantity, const FieldSpec &field, const Workspace &workspace)
{
    auto &span = unit.spans.front();
    if (span.size() < 2 || unit.spans.size() > 1)
        return;
    const auto numbers = workspace.occurrences.in({span.first, span.first + 1}, ValueKind::Number);
    if (numbers.size() != 1 || lettersIn(workspace.text.tokens[span.first].text) > 0)
        return;
    quantity = unit;
    quantity->value = typedValue(field, numbers.front(), workspace.text);
    quantity->spans = {numbers.front().span};
    ++span.first;
    unit.value = toStd(cleanText(workspace.text.textOf(span)));
}

} // namespace

void splitUnits(Row &row, const std::vector<FieldSpec> &fields, const Workspace &workspace)
{
    const auto find = [&](auto &&wanted) {
        for (std::size_t f = 0; f < fields.size(); ++f)
            if (wanted(fields[f]))
                return int(f);
        return -1;
    };
    const auto unit =
        find([](const FieldSpec &f) { return f.nameSays("unit"_L1) && !f.isNumeric() && !f.nameSays("price"_L1); });
    const auto quantity = find([](const FieldSpec &f) { return f.nameSays("quantity"_L1) && f.isNumeric(); });
    if (unit < 0 || quantity < 0)
        return;
    const auto &text = workspace.text;
    if (row.values[unit] && !row.values[quantity])
        splitCount(*row.values[unit], row.values[quantity], fields[std::size_t(quantity)], workspace);
    if (row.values[unit] || !row.values[quantity])
        return;
    const auto after = row.values[quantity]->spans.front().last;
    if (after >= int(text.tokens.size()) || text.tokens[after].line != text.tokens[after - 1].line)
        return;
    const auto &word = text.tokens[after];
    const auto near = word.box.left() - text.tokens[after - 1].box.right() < 2.5 * word.box.height();
    static const QRegularExpression unitWord(uR"(^(?:[\p{L}.²³]{1,8}|\p{L}{1,2}[23])$)"_s,
                                             QRegularExpression::UseUnicodePropertiesOption);
    if (!near || !unitWord.match(word.text).hasMatch())
        return;
    Candidate candidate = *row.values[quantity];
    candidate.value = toStd(word.text);
    candidate.spans = {{after, after + 1}};
    row.values[unit] = candidate;
}

void splitRowNumbers(std::vector<Row> &rows, const std::vector<FieldSpec> &fields, const Text &text)
{
    constexpr std::size_t fewestRows = 3;
    int number = -1;
    for (int f = 0; f < int(fields.size()); ++f)
        if (fields[f].nameSays("position"_L1) || (fields[f].nameSays("number"_L1) && fields[f].isNumeric()))
            number = number < 0 ? f : number;
    for (std::size_t f = 0; f < fields.size() && rows.size() >= fewestRows; ++f) {
        if (fields[f].kind != ValueKind::Text)
            continue;
        int expected = -1;
        const auto counts = std::ranges::all_of(rows, [&](const Row &row) {
            const auto &value = row.values[f];
            if (!value || !value->value.is_string() || value->spans.front().size() < 2)
                return false;
            bool ok = false;
            const auto found = text.tokens[value->spans.front().first].text.toInt(&ok);
            const auto fits = ok && (expected < 0 ? found == 1 : found == expected);
            expected = found + 1;
            return fits;
        });
        for (auto &row : rows) {
            if (!counts)
                break;
            auto &value = *row.values[f];
            auto &span = value.spans.front();
            if (number >= 0 && !row.values[std::size_t(number)]) {
                auto own = value;
                own.value = text.tokens[span.first].text.toInt();
                own.spans = {{span.first, span.first + 1}};
                row.values[std::size_t(number)] = own;
            }
            const auto words = toQString(value.value).trimmed();
            value.value = toStd(words.sliced(std::max<qsizetype>(0, words.indexOf(u' '))).trimmed());
            ++span.first;
        }
    }
}

void fillEmpty(Row &row, const std::vector<FieldSpec> &fields)
{
    constexpr double qualityOfNothing = 0.6;
    const auto first = std::ranges::find_if(row.values, [](const auto &value) { return value.has_value(); });
    if (first == row.values.end())
        return;
    Candidate nothing;
    nothing.spans = {(*first)->spans.front()};
    nothing[Feature::Quality] = qualityOfNothing;
    nothing[Feature::LabelSimilarity] = qualityOfNothing;
    for (std::size_t f = 0; f < fields.size(); ++f)
        if (fields[f].ifEmpty && !row.values[f]) {
            nothing.value = *fields[f].ifEmpty;
            row.values[f] = nothing;
        }
}

void dropPriceOfOne(Row &row, const std::vector<FieldSpec> &fields, const Text &text)
{
    for (std::size_t f = 0; f < fields.size(); ++f) {
        auto &value = row.values[f];
        if (!value || fields[f].kind != ValueKind::Text || !value->value.is_string() || value->spans.size() != 1 ||
            value->spans.front().size() < 2)
            continue;
        auto &span = value->spans.front();
        const auto &last = text.tokens[span.last - 1].text;
        if (!last.startsWith(u'@') || !hasDigit(last) || lettersIn(last) > 0)
            continue;
        --span.last;
        value->value = toStd(cleanText(text.textOf(span)));
    }
}

void dropRemarks(Row &row, const std::vector<FieldSpec> &fields)
{
    static const QRegularExpression remark(uR"(\s*(?:\([^()]*\)?|\s[—–-]\s*[\d.,]+\s*%)\s*$)"_s);
    for (std::size_t f = 0; f < fields.size(); ++f) {
        auto &value = row.values[f];
        if (!value || !fields[f].withoutBrackets || !value->value.is_string())
            continue;
        if (const auto words = toQString(value->value).remove(remark).trimmed(); !words.isEmpty())
            value->value = toStd(words);
    }
}

void splitCodes(std::vector<Row> &rows, const std::vector<FieldSpec> &fields, const Text &text)
{
    int code = -1, description = -1;
    for (int f = 0; f < int(fields.size()); ++f) {
        const auto filled = std::ranges::any_of(rows, [f](const Row &row) { return row.values[f].has_value(); });
        if (fields[f].kind == ValueKind::Identifier && !filled && code < 0)
            code = f;
        else if (fields[f].kind == ValueKind::Text && filled && description < 0 && !fields[f].nameSays("section"_L1))
            description = f;
    }
    if (code < 0 || description < 0)
        return;
    const auto codeOf = [&](const Row &row) {
        const auto &value = row.values[description];
        return value && value->value.is_string() ? leadingCode(text, value->spans.front()) : std::nullopt;
    };
    const auto coded = std::ranges::count_if(rows, [&](const Row &row) { return codeOf(row).has_value(); });
    if (2 * std::size_t(coded) < rows.size())
        return;
    for (auto &row : rows) {
        const auto span = codeOf(row);
        if (!span)
            continue;
        auto &value = *row.values[description];
        const auto word = text.tokens[span->first].text;
        auto letters = word;
        while (!letters.isEmpty() && !letters.front().isLetterOrNumber())
            letters.remove(0, 1);
        while (!letters.isEmpty() && !letters.back().isLetterOrNumber())
            letters.chop(1);
        auto found = value;
        found.value = toStd(letters);
        found.spans = {*span};
        row.values[code] = found;
        const auto rest = toQString(value.value).trimmed();
        const auto at = rest.indexOf(u' ');
        value.value = toStd(cleanText(at > 0 ? rest.sliced(at) : rest));
        value.spans.front().first = span->last;
    }
}

void readLabelled(Row &row, const std::vector<FieldSpec> &fields, const Workspace &workspace)
{
    const auto &text = workspace.text;
    if (!hasColon(row, text))
        return;
    std::vector<FieldSpec> missing;
    std::vector<std::size_t> index;
    for (std::size_t f = 0; f < fields.size(); ++f) {
        if (!row.values[f]) {
            missing.push_back(fields[f]);
            index.push_back(f);
        }
    }
    if (missing.empty())
        return;
    const SearchArea band{{text.lines[row.lines.first].segments.first, text.lines[row.lines.last - 1].segments.last},
                          text.lines[row.lines.first].page,
                          text.lines[row.lines.first].page};
    const LabelledSearch search(workspace.labels, workspace.occurrences);
    const auto found = search.find(missing, band);
    for (std::size_t i = 0; i < missing.size(); ++i) {
        for (const auto &candidate : found[i]) {
            const auto inside = candidate.spans.front().first >= text.lines[row.lines.first].tokens.first &&
                                candidate.spans.back().last <= text.lines[row.lines.last - 1].tokens.last;
            if (inside && candidate[Feature::LabelSimilarity] >= 0.7 && candidate[Feature::LabelColon] > 0 &&
                candidate[Feature::Same] + candidate[Feature::Right] > 0) {
                row.values[index[i]] = candidate;
                break;
            }
        }
    }
}

void readGroupReferences(std::vector<Row> &rows, const std::vector<FieldSpec> &fields, const Workspace &workspace)
{
    const auto &text = workspace.text;
    std::vector<FieldSpec> missing;
    std::vector<std::size_t> index;
    for (std::size_t f = 0; f < fields.size(); ++f) {
        const auto isReference = fields[f].kind == ValueKind::Identifier || fields[f].kind == ValueKind::Date;
        if (isReference && std::ranges::none_of(rows, [f](const Row &row) { return row.values[f].has_value(); })) {
            missing.push_back(fields[f]);
            index.push_back(f);
        }
    }
    if (missing.empty() || rows.empty() || rows.front().lines.first == 0)
        return;
    const LabelledSearch search(workspace.labels, workspace.occurrences);
    std::vector<std::optional<Candidate>> current(missing.size());
    const auto take = [&](const Line &line) {
        const auto found = search.find(missing, {line.segments, line.page, line.page});
        bool any = false;
        for (std::size_t i = 0; i < missing.size(); ++i)
            for (const auto &candidate : found[i])
                if (candidate.spans.front().first >= line.tokens.first &&
                    candidate.spans.back().last <= line.tokens.last && candidate[Feature::LabelSimilarity] >= 0.6 &&
                    candidate[Feature::Same] + candidate[Feature::Right] > 0) {
                    current[i] = candidate;
                    any = true;
                    break;
                }
        return any;
    };
    if (!take(text.lines[rows.front().lines.first - 1]))
        return;
    int line = rows.front().lines.first;
    for (auto &row : rows) {
        for (; line < row.lines.first; ++line)
            take(text.lines[line]);
        for (std::size_t i = 0; i < missing.size(); ++i)
            row.values[index[i]] = current[i];
        line = std::max(line, row.lines.first + 1);
    }
}

void dropExcluded(std::vector<Row> &rows, const RowHints &hints, const Text &text)
{
    constexpr double most = 0.6;
    if (hints.excluded.isEmpty() || rows.size() < 2)
        return;
    std::erase_if(rows, [&](const Row &row) {
        int words = 0, excluded = 0;
        for (const auto &value : row.values) {
            if (!value || !value->value.is_string())
                continue;
            for (const auto &span : value->spans)
                for (const auto &word : sentenceWords(text.textOf(span))) {
                    if (Lexicon::standard().isIgnored(word) || hasDigit(word))
                        continue;
                    ++words;
                    excluded += hints.excluded.contains(stem(word));
                }
            break;
        }
        return words > 0 && excluded > most * words;
    });
}

void fillDown(std::vector<Row> &rows, const std::vector<FieldSpec> &fields)
{
    constexpr double mostFilled = 0.9;
    for (std::size_t f = 0; f < fields.size(); ++f) {
        const auto isText = fields[f].kind == ValueKind::Text || fields[f].kind == ValueKind::Name ||
                            fields[f].kind == ValueKind::Choice || fields[f].kind == ValueKind::Date;
        const auto filled = std::ranges::count_if(rows, [f](const Row &row) { return row.values[f].has_value(); });
        if (!isText || fields[f].field.presence != schema::Presence::Required || rows.size() < 3 ||
            !rows.front().values[f] || double(filled) > mostFilled * double(rows.size()))
            continue;
        for (std::size_t r = 1; r < rows.size(); ++r)
            if (!rows[r].values[f])
                rows[r].values[f] = rows[r - 1].values[f];
    }
}

} // namespace xs::engine
