// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/priceline.h"

#include "engine/text/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr qsizetype shortestCode = 5;
constexpr int longestUnit = 6;
/// Prices of one piece may have more decimals than amounts.
constexpr int mostDecimals = 4;
constexpr double sameAmount = 0.011;
/// In heights of the words: a blank, and what parts a name from the columns behind it.
constexpr double widestBlank = 1.3;
constexpr double narrowestColumn = 2.5;

/// "6x1.25L", "48X230ML": what is in a pack, and no price.
bool isMeasure(const QString &word)
{
    static const QRegularExpression measure(uR"(\d\p{L}+[\d.,]*\d)"_s);
    return measure.match(word).hasMatch();
}

/// "15OZ", "0,5L", "X3", "1/4": how much is in a pack, at the end of a name. "2x" counts packs.
bool isSize(const QString &word)
{
    static const QRegularExpression size(
        uR"(^(?:[\d.,/]+\p{L}{1,3}\.?|[xX]\d{1,3}|\d{1,2}/\d{1,2}|\d+[xX*]\d+\p{L}{0,3})$)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression count(uR"(^\d{1,3}[xX]$)"_s);
    return size.match(word).hasMatch() && !count.match(word).hasMatch();
}

bool isTimes(const QString &word)
{
    return word == "x"_L1 || word == "X"_L1 || word == "@"_L1 || word == "*"_L1 || word == u"×";
}

class LineReader
{
public:
    LineReader(bool hasCodes, const Workspace &workspace)
        : m_hasCodes(hasCodes), m_workspace(workspace), m_text(workspace.text)
    {
    }

    PriceLine partsOf(int l) const
    {
        const auto &line = m_text.lines[l];
        PriceLine parts;
        parts.first = parts.line = l;
        for (int s = line.segments.first; s < line.segments.last; ++s)
            for (const auto &money : m_workspace.occurrences.in(m_text.segments[s].tokens, ValueKind::Money))
                if (money.decimals >= 2 && money.decimals <= mostDecimals && !money.hasPercent && money.quality > 0.3 &&
                    !isMeasure(m_text.tokens[money.span.last - 1].text))
                    parts.money.push_back(money);
        mendAmount(parts, line);
        while (!parts.money.empty() && parts.money.back().decimals != 2)
            parts.money.pop_back();
        const auto end = parts.money.empty() ? line.tokens.last : parts.money.front().span.first;
        readQuantity(parts, line);
        int first = line.tokens.first;
        while (first < end && isNumberOfItem(first)) {
            if (m_text.tokens[first].text.size() >= shortestCode)
                parts.code = Span{first, first + 1};
            else if (!parts.leading)
                parts.leading = numberAt(first);
            ++first;
        }
        // Without a price beside it, a short number belongs to the name, unless the schema asks for it.
        if (parts.money.empty() && parts.leading && !m_hasCodes)
            first = parts.leading->span.first;
        int close = end;
        while (close > first && lettersIn(m_text.tokens[close - 1].text) < 2)
            --close;
        while (close > first && close < end && isPartOfName(close, line))
            ++close;
        if (parts.quantity && parts.quantity->span.first > first)
            close = std::min(close, parts.quantity->span.first);
        const auto letters = close > first ? lettersIn(m_text.textOf({first, close})) : 0;
        if (letters >= 3)
            parts.name = Span{first, close};
        parts.isUnit = parts.name && !parts.money.empty() && (parts.leading || parts.quantity) &&
                       parts.name->size() == 1 && letters <= longestUnit;
        if (!parts.money.empty() && parts.money.back().span.last < line.tokens.last)
            parts.mark = Span{parts.money.back().span.last, line.tokens.last};
        return parts;
    }

private:
    /// Whether a word without letters to speak of goes on with the name before it: a size, or a number that stands a
    /// blank behind it and far before the next column.
    bool isPartOfName(int token, const Line &line) const
    {
        const auto &word = m_text.tokens[token];
        if (isSize(word.text) ||
            (isTimes(word.text) && token + 1 < line.tokens.last && isSize(m_text.tokens[token + 1].text)))
            return true;
        const auto height = std::max(1.0, line.wordHeight);
        const auto before = word.box.left() - m_text.tokens[token - 1].box.right();
        const auto isLast = token + 1 == line.tokens.last;
        return isDigits(word.text) && word.text.size() >= 2 && word.text.size() <= 4 && before < widestBlank * height &&
               (isLast || m_text.tokens[token + 1].box.left() - word.box.right() > narrowestColumn * height);
    }

    /// "47.805" is 47.80 and the mark of a tax that was read as a digit, where a quantity times the price says so.
    void mendAmount(PriceLine &parts, const Line &line) const
    {
        if (parts.money.size() < 2 || parts.money.back().decimals != 3 || !m_text.page(line.page).recognised)
            return;
        auto &amount = parts.money.back();
        const auto shorter = std::floor(amount.number * 100 + 1e-6) / 100;
        for (const auto &number : m_workspace.occurrences.in(line.tokens, ValueKind::Number))
            if (number.span.first < amount.span.first && number.number > 0 &&
                isProduct(number.number, parts.money.front().number, shorter)) {
                amount.number = shorter;
                amount.value = shorter;
                amount.decimals = 2;
                return;
            }
    }

    /// Digits alone, or a dash or mark behind a code: "061558 - Soap".
    bool isNumberOfItem(int token) const
    {
        const auto &text = m_text.tokens[token].text;
        return isDigits(text) || (lettersIn(text) == 0 && !hasDigit(text));
    }

    std::optional<Occurrence> numberAt(int token) const
    {
        for (const auto &number : m_workspace.occurrences.in({token, token + 1}, ValueKind::Number))
            if (number.number > 0 && number.number < 1000 && number.decimals == 0)
                return number;
        return {};
    }

    /// A number with "x", "@" or "*" against it, or the one that makes unit price times quantity the amount.
    void readQuantity(PriceLine &parts, const Line &line) const
    {
        const auto numbers = m_workspace.occurrences.in(line.tokens, ValueKind::Number);
        for (const auto &number : numbers) {
            const auto &word = m_text.tokens[number.span.last - 1].text;
            const auto next = number.span.last < line.tokens.last ? m_text.tokens[number.span.last].text : QString();
            // "48MM x 20M" is how large it is.
            const auto isLength = number.span.last + 1 < line.tokens.last && isTimes(next) && isSize(word) &&
                                  isSize(m_text.tokens[number.span.last + 1].text);
            if (isLength)
                continue;
            // "2 pc @ 269.00"
            const auto behindUnit = number.span.last + 1 < line.tokens.last && next.size() <= 4 &&
                                    lettersIn(next) > 0 && isTimes(m_text.tokens[number.span.last + 1].text);
            const auto bound = word.size() <= 4 && (word.endsWith(u'x') || word.endsWith(u'X')) && number.decimals == 0;
            if ((isTimes(next) || behindUnit || bound) && number.number > 0 && number.number < 1000) {
                parts.quantity = number;
                return;
            }
        }
        if (parts.money.size() < 2)
            return;
        for (const auto &number : numbers)
            if (number.number > 0 && number.number < 1000 && number.decimals != 2 &&
                isProduct(number.number, parts.money[0].number, parts.money.back().number))
                parts.quantity = number;
    }

    bool m_hasCodes;
    const Workspace &m_workspace;
    const Text &m_text;
};

} // namespace

PriceLine priceLineOf(int line, bool hasCodes, const Workspace &workspace)
{
    return LineReader(hasCodes, workspace).partsOf(line);
}

bool isProduct(double quantity, double price, double amount)
{
    return std::abs(quantity * price - amount) < sameAmount;
}

} // namespace xs::engine
