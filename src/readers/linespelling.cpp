// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/linespelling.h"

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace xs::readers {

namespace {

/// How likely another letter must be to be taken where letters on both sides, or digits, speak for it; where a word
/// begins with it; and where only one side speaks for it.
constexpr double likelyInside = 0.02;
constexpr double likelyAtBegin = 0.1;
constexpr double likelyAtEnd = 0.2;
constexpr std::size_t fewestBeforeZero = 3;

using Run = std::span<LineLetter>;

bool isDigit(const QString &text)
{
    return text.size() == 1 && text[0] >= u'0' && text[0] <= u'9';
}

bool isLetter(const QString &text)
{
    return text.size() == 1 && text[0].isLetter();
}

bool isUpper(const QString &text)
{
    return isLetter(text) && text[0].isUpper();
}

bool isLower(const QString &text)
{
    return isLetter(text) && text[0].isLower();
}

template <typename Fits>
const OtherLetter *likeliest(const LineLetter &letter, double least, Fits fits)
{
    const auto found = std::ranges::find_if(
        letter.others, [&](const OtherLetter &other) { return other.confidence >= least && fits(other.text); });
    return found == letter.others.end() ? nullptr : &*found;
}

void take(LineLetter &letter, const OtherLetter &other)
{
    // The shape speaks for it, too: it is about as sure as both together.
    const auto confidence = std::min(1.0, letter.confidence + other.confidence);
    const auto text = other.text;
    letter.text = text;
    letter.confidence = confidence;
}

std::ptrdiff_t digitsIn(Run run)
{
    return std::ranges::count_if(run, [](const LineLetter &letter) { return isDigit(letter.text); });
}

/// A number in which every letter may be a digit.
bool spellNumber(Run run)
{
    const auto digits = digitsIn(run);
    if (digits < 2 || digits <= std::ssize(run) - digits)
        return false;
    const auto may = [](const LineLetter &letter) {
        return isDigit(letter.text) || likeliest(letter, likelyInside, isDigit);
    };
    if (!std::ranges::all_of(run, may))
        return false;
    for (auto &letter : run)
        if (!isDigit(letter.text))
            take(letter, *likeliest(letter, likelyInside, isDigit));
    return true;
}

/// "O" behind several digits, as where a number and a word run into each other.
void spellZero(Run run)
{
    std::size_t digits = 0;
    for (auto &letter : run) {
        const auto isZero = [](const QString &text) { return text == "0"_L1; };
        if (const auto *zero = likeliest(letter, likelyInside, isZero);
            zero && digits >= fewestBeforeZero && letter.text.toUpper() == "O"_L1)
            take(letter, *zero);
        digits = isDigit(letter.text) ? digits + 1 : 0;
    }
}

/// Digits within or at the ends of a word.
void spellWord(Run run)
{
    const auto digits = digitsIn(run), letters = std::ssize(run) - digits;
    if (letters < 1 || letters < digits)
        return;
    const auto small =
        std::ranges::any_of(run.subspan(1), [](const LineLetter &letter) { return isLower(letter.text); });
    for (std::size_t i = 0; i < run.size();) {
        auto end = i;
        while (end < run.size() && isDigit(run[end].text))
            ++end;
        const auto least = i > 0 && end < run.size() ? likelyInside : i == 0 ? likelyAtBegin : likelyAtEnd;
        for (auto k = i; k < end && (end < run.size() || end - i == 1); ++k) {
            // Before small letters only the first letter of a word is a large one.
            const auto fits = [&](const QString &text) { return small && k > 0 ? isLower(text) : isUpper(text); };
            if (const auto *other = likeliest(run[k], least, fits))
                take(run[k], *other);
        }
        i = std::max(end, i + 1);
    }
}

/// "lnvoice", "ltem": hardly a word begins with a small L before a consonant; shorter ones are units ("lbs").
bool beginsLikeLargeI(Run run)
{
    constexpr std::size_t fewest = 4;
    const auto isOneOf = [](const QString &text, QLatin1StringView letters) {
        return text.size() == 1 && letters.contains(text[0]);
    };
    return run.size() >= fewest && run[0].text == "l"_L1 && isOneOf(run[1].text, "cdmnprstv"_L1) &&
           std::ranges::any_of(run.subspan(2, 2),
                               [&](const LineLetter &letter) { return isOneOf(letter.text, "aeiou"_L1); });
}

/// "I" and "l" look alike; large and small letters beside them tell.
void spellCase(Run run)
{
    if (beginsLikeLargeI(run))
        if (const auto *other = likeliest(run[0], likelyInside, [](const QString &text) { return text == "I"_L1; }))
            take(run[0], *other);
    for (std::size_t i = 1; i < run.size(); ++i) {
        const auto next = i + 1 < run.size() ? run[i + 1].text : run[i - 1].text;
        const OtherLetter *other = nullptr;
        if (run[i].text == "I"_L1 && isLower(next))
            other = likeliest(run[i], likelyInside, [](const QString &text) { return text == "l"_L1; });
        else if (run[i].text == "l"_L1 && isUpper(run[i - 1].text) && isUpper(next))
            other = likeliest(run[i], likelyInside, isUpper);
        if (other)
            take(run[i], *other);
    }
}

} // namespace

void spellByShape(LineReading &reading)
{
    auto &letters = reading.letters;
    const auto isPart = [](const LineLetter &letter) { return isDigit(letter.text) || isLetter(letter.text); };
    for (auto begin = letters.begin(); begin != letters.end();) {
        begin = std::find_if(begin, letters.end(), isPart);
        const auto end = std::find_if_not(begin, letters.end(), isPart);
        const Run run(begin, end);
        if (!run.empty() && !spellNumber(run)) {
            spellZero(run);
            spellWord(run);
            spellCase(run);
        }
        begin = end;
    }
}

} // namespace xs::readers
