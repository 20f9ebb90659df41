// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/findvalue.h"

#include "engine/text/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

/// A single letter stands everywhere and proves nothing.
constexpr qsizetype shortestText = 2;
constexpr int mostWords = 80;

/// Keeps the nearer of two places.
void keepNearer(std::optional<Span> &best, const Span &span, int near)
{
    if (!best || std::abs(span.first - near) < std::abs(best->first - near))
        best = span;
}

std::optional<Span> findNumber(double number, const Occurrences &occurrences, int near)
{
    std::optional<Span> best;
    for (const auto kind : {ValueKind::Money, ValueKind::Number, ValueKind::Integer, ValueKind::Percent})
        for (const auto &found : occurrences.all(kind))
            if (std::abs(found.number - number) <= 1e-6 * std::max(1.0, std::abs(number)))
                keepNearer(best, found.span, near);
    return best;
}

std::optional<Span> findDate(const Json &date, const Occurrences &occurrences, int near)
{
    std::optional<Span> best;
    for (const auto kind : {ValueKind::Date, ValueKind::Month})
        for (const auto &found : occurrences.all(kind))
            if (found.value == date)
                keepNearer(best, found.span, near);
    return best;
}

/// Words in reading order whose letters and digits are those of the text.
std::optional<Span> findWords(const QString &text, const Text &document, int near)
{
    const auto wanted = key(text);
    std::optional<Span> best;
    if (wanted.size() < shortestText && text.trimmed().size() > 1)
        return best;
    const auto count = int(document.tokens.size());
    for (int first = 0; first < count; ++first) {
        qsizetype length = 0;
        for (int last = first; last < std::min(count, first + mostWords); ++last) {
            const auto part = key(document.tokens[last].text);
            if (wanted.mid(length, part.size()) != part || (part.isEmpty() && last == first))
                break;
            length += part.size();
            if (length == wanted.size()) {
                keepNearer(best, {first, last + 1}, near);
                break;
            }
        }
    }
    return best;
}

} // namespace

std::vector<Span> findValue(const Json &value, const Occurrences &occurrences, int near)
{
    if (value.is_number()) {
        const auto span = findNumber(value.get<double>(), occurrences, near);
        return span ? std::vector{*span} : std::vector<Span>();
    }
    const auto text = toQString(value);
    if (key(text).isEmpty())
        return {};
    if (const auto span = findDate(value, occurrences, near))
        return {*span};
    if (const auto span = findWords(text, occurrences.text(), near))
        return {*span};
    // An address whose lines stand in a column, with another column beside it.
    static const QRegularExpression separators(u"\\s*[,;\\n]\\s*"_s);
    std::vector<Span> spans;
    const auto parts = text.split(separators, Qt::SkipEmptyParts);
    if (parts.size() < 2)
        return {};
    for (const auto &part : parts) {
        const auto span = findWords(part, occurrences.text(), spans.empty() ? near : spans.back().last);
        if (!span)
            return {};
        spans.push_back(*span);
    }
    std::ranges::sort(spans);
    return spans;
}

} // namespace xs::engine
