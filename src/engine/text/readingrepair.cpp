// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/readingrepair.h"

#include "engine/text/data.h"
#include "engine/text/wordcuts.h"
#include "engine/text/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

using document::Word;

/// "19 . 80": the point stands alone.
void joinLonePoints(std::vector<Word> &line)
{
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
        const auto &point = line[i];
        const auto torn = (point.text == u'.' || point.text == u',') && isDigits(line[i - 1].text) &&
                          line[i + 1].text.size() == 2 && isDigits(line[i + 1].text) &&
                          line[i + 1].box.left() - line[i - 1].box.right() < 1.8 * line[i - 1].box.height();
        if (!torn)
            continue;
        line[i - 1].text += point.text;
        line[i - 1].box = line[i - 1].box.united(point.box);
        line.erase(line.begin() + std::ptrdiff_t(i));
        --i;
    }
}

void joinTornNumbers(std::vector<Word> &line)
{
    for (std::size_t i = 0; i + 1 < line.size();) {
        auto &left = line[i];
        const auto &right = line[i + 1];
        const auto tail = left.text.size() > 1 ? left.text[left.text.size() - 1] : QChar();
        const auto torn = (tail == u'.' || tail == u',') && left.text[left.text.size() - 2].isDigit() &&
                          right.text.size() == 2 && isDigits(right.text) &&
                          right.box.left() - left.box.right() < 0.9 * left.box.height();
        if (!torn) {
            ++i;
            continue;
        }
        left.text += right.text;
        left.box = left.box.united(right.box);
        left.confidence = std::min(left.confidence, right.confidence);
        left.spaceAfter = right.spaceAfter;
        line.erase(line.begin() + std::ptrdiff_t(i) + 1);
    }
}

/// "BHD(1234-X)": a registration number that has grown together with the name before it.
void cutAtBrackets(std::vector<Word> &line)
{
    static const QRegularExpression grown(uR"(^(\p{L}[\p{L}./&()]+)(\(\d[\w\-]{3,}\)?)$)"_s);
    for (std::size_t i = 0; i < line.size(); ++i) {
        const auto match = grown.match(line[i].text);
        if (!match.hasMatch())
            continue;
        auto number = line[i];
        number.text = match.captured(2);
        const auto cut =
            number.box.left() + number.box.width() * double(match.capturedStart(2)) / double(line[i].text.size());
        number.box.setLeft(cut);
        line[i].text = match.captured(1);
        line[i].box.setRight(cut);
        line[i].spaceAfter = false;
        line.insert(line.begin() + std::ptrdiff_t(i) + 1, number);
    }
}

/// Letters that look like digits, where everything around them is an amount or a date.
void repairDigits(QString &word)
{
    static const QRegularExpression shape(
        uR"(^(?:RM|\p{Sc})?[-(]?(?:[\dOoQIl|SB]{1,7}[.,][\dOoQIl|SB]{2}|[\dOoQIl|SB]{1,2}([-/.])[\dOoQIl|SB]{1,2}\1(?:[\dOoQIl|SB]{4}|[\dOoQIl|SB]{2}))\)?$)"_s);
    const auto digits = digitsIn(word);
    const auto start = word.startsWith("RM"_L1) ? 2 : 0;
    const auto letters =
        std::count_if(word.begin() + start, word.end(), [](QChar c) { return c.isLetter() || c == u'|'; });
    if (letters == 0 || digits < 2 || letters >= digits || !shape.match(word).hasMatch())
        return;
    for (auto i = start; i < word.size(); ++i) {
        auto &c = word[i];
        c = c == u'O' || c == u'o' || c == u'Q'   ? QChar(u'0')
            : c == u'I' || c == u'l' || c == u'|' ? QChar(u'1')
            : c == u'S'                           ? QChar(u'5')
            : c == u'B'                           ? QChar(u'8')
                                                  : c;
    }
}

/// The word without marks at its ends, in capitals.
QString bare(const QString &word)
{
    auto letters = word.toUpper();
    while (!letters.isEmpty() && !letters.back().isLetterOrNumber())
        letters.chop(1);
    return letters;
}

int differences(const QString &a, const QString &b)
{
    int count = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        count += a[i] != b[i];
    return count;
}

/// The wanted word as the paper has it: in capitals or not, with the marks behind it.
void put(QString &word, const QString &wanted)
{
    const auto tail = word.sliced(bare(word).size());
    const auto capitals = word.size() < 2 || word == word.toUpper();
    word = (capitals ? wanted : wanted.left(1) + wanted.sliced(1).toLower()) + tail;
}

void repairLegalForms(std::vector<Word> &line)
{
    static const auto pairs = [] {
        std::vector<std::array<QString, 2>> list;
        for (const auto &pair : member(engineData("places"), "companyFormPairs"))
            list.push_back({toQString(pair[0]).toUpper(), toQString(pair[1]).toUpper()});
        return list;
    }();
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
        const auto first = bare(line[i].text), second = bare(line[i + 1].text);
        for (const auto &pair : pairs) {
            if (first.size() != pair[0].size() || second.size() != pair[1].size())
                continue;
            const auto wrong = std::max(differences(first, pair[0]), differences(second, pair[1]));
            if (wrong != 1)
                continue;
            put(line[i].text, pair[0]);
            put(line[i + 1].text, pair[1]);
            break;
        }
    }
}

/// How near the right edges of one column are, and how far the next amount of it may be, in heights of a word.
constexpr double sameEdge = 0.5;
constexpr double nearby = 8;
/// How wide a lost decimal sign may gape.
constexpr double widestTear = 0.8;
/// "123456" could be 1234.56; longer numbers are codes.
constexpr qsizetype fewestDigits = 3, mostDigits = 6;

/// The decimal sign of an amount with two decimals; none for other words.
QChar decimalSignOf(const QString &word)
{
    static const QRegularExpression amount(uR"(^[^\d\s]{0,3}\d{1,6}([.,])\d\d[A-Z*]{0,2}$)"_s);
    const auto match = amount.match(word);
    return match.hasMatch() ? match.captured(1).front() : QChar();
}

} // namespace

void repairAmounts(std::vector<std::vector<Word>> &lines)
{
    struct Amount
    {
        double right, y;
        qsizetype digits;
        QChar sign;
    };
    std::vector<Amount> amounts;
    for (const auto &line : lines)
        for (const auto &word : line)
            if (const auto sign = decimalSignOf(word.text); !sign.isNull())
                amounts.push_back({word.box.right(), word.box.center().y(), digitsIn(word.text), sign});
    const auto signOfColumn = [&amounts](const Word &word, bool isTorn) {
        int above = 0, below = 0;
        QChar sign;
        for (const auto &amount : amounts) {
            const auto distance = amount.y - word.box.center().y();
            if (word.text.size() > amount.digits + 2 ||
                std::abs(amount.right - word.box.right()) > sameEdge * word.box.height() ||
                std::abs(distance) > nearby * word.box.height())
                continue;
            ++(distance < 0 ? above : below);
            sign = amount.sign;
        }
        return above >= 2 || (above == 1 && below >= 1) || (isTorn && below >= 2) ? sign : QChar();
    };
    for (auto &line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            auto &word = line[i];
            if (!isDigits(word.text) || word.text.size() > mostDigits)
                continue;
            // "92 80": the point between the two was not seen.
            const auto isTorn = i > 0 && word.text.size() == 2 && isDigits(line[i - 1].text) &&
                                line[i - 1].text.size() <= 4 &&
                                word.box.left() - line[i - 1].box.right() < widestTear * word.box.height();
            if (!isTorn && word.text.size() < fewestDigits)
                continue;
            const auto sign = signOfColumn(word, isTorn);
            if (sign.isNull())
                continue;
            if (isTorn) {
                word.text = line[i - 1].text + sign + word.text;
                word.box = word.box.united(line[i - 1].box);
                word.confidence = std::min(word.confidence, line[i - 1].confidence);
                line.erase(line.begin() + std::ptrdiff_t(i) - 1);
                --i;
            } else {
                word.text.insert(word.text.size() - 2, sign);
            }
        }
    }
}

void repairReading(std::vector<Word> &line)
{
    joinLonePoints(line);
    joinTornNumbers(line);
    cutAtBrackets(line);
    cutGrownWords(line);
    for (auto &word : line)
        repairDigits(word.text);
    repairLegalForms(line);
}

} // namespace xs::engine
