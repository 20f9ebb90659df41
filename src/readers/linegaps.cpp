// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/linegaps.h"

#include <algorithm>
#include <optional>

namespace xs::readers {

namespace {

/// Ink is what is at least this dark, as a share of the line's darkest.
constexpr float leastInk = 0.4F;
/// A gap of this many heights of the line is a blank though the net saw none.
constexpr double wideGap = 0.5;
/// The same behind a comma or a colon, where the net likes to see no blank.
constexpr double gapBehindSign = 0.2;
/// Between two letters a gap is a blank where it is so many times the usual one of the line, and so many heights more.
constexpr double usualGaps = 1.6;
constexpr double moreThanUsual = 0.08;
constexpr double leastForLetters = 0.2;
/// Behind letters that print leaves white behind ("L", "T").
constexpr double moreBehindOpen = 0.1;
/// Beside a thin letter, where print of one width leaves more room: so much more than at its other side.
constexpr double moreThanOtherSide = 0.15;
/// Fewer gaps than these say nothing of the usual one.
constexpr std::size_t fewestGaps = 4;
/// More digits than these behind a comma are no part of the number before it.
constexpr std::size_t mostGroupedDigits = 3;

class Gaps
{
public:
    explicit Gaps(const LineReading &reading) : m_reading(reading), m_ink(reading), m_usualGap(usualGap()) {}

    /// Whether a word ends with this letter though no blank was seen behind it.
    bool isTorn(std::size_t letter) const
    {
        const auto &letters = m_reading.letters;
        if (isBlank(letters[letter]) || isBlank(letters[letter + 1]))
            return false;
        const auto gap = gapBehind(letter);
        return gap >= (isSignBetweenWords(letter) ? gapBehindSign : wideGap) || isWideForLetters(letter, gap);
    }

    /// In the middle of the gap.
    double placeBehind(std::size_t letter) const
    {
        const auto gap = m_ink.widestGap(m_reading.letters[letter], m_reading.letters[letter + 1]);
        return (gap.begin + gap.end) / 2.0 / m_reading.columnsPerHeight;
    }

private:
    /// In heights of the line.
    double gapBehind(std::size_t letter) const
    {
        const auto &letters = m_reading.letters;
        return double(m_ink.widestGap(letters[letter], letters[letter + 1]).length()) / m_reading.columnsPerHeight;
    }

    /// The gap between letters of the line that is in the middle of all; none where there are few.
    std::optional<double> usualGap() const
    {
        std::vector<double> gaps;
        for (std::size_t i = 0; i + 1 < m_reading.letters.size(); ++i)
            if (isFull(i) && isFull(i + 1) && !isOpenBehind(i))
                gaps.push_back(gapBehind(i));
        if (gaps.size() < fewestGaps)
            return {};
        const auto middle = gaps.begin() + std::ptrdiff_t(gaps.size() / 2);
        std::ranges::nth_element(gaps, middle);
        return *middle;
    }

    /// Whether a gap between two letters, or a letter and a digit, is a blank that the net did not see, by the other
    /// gaps of the line.
    bool isWideForLetters(std::size_t letter, double gap) const
    {
        if (!m_usualGap || !isWordLetter(letter) || !isWordLetter(letter + 1) ||
            (isDigit(letter) && isDigit(letter + 1)))
            return false;
        auto least = std::max(usualGaps * *m_usualGap + moreThanUsual, leastForLetters);
        if (isOpenBehind(letter))
            least += moreBehindOpen;
        if (isThin(letter) && letter > 0)
            least = std::max(least, gapBehind(letter - 1) + moreThanOtherSide);
        if (isThin(letter + 1) && letter + 2 < m_reading.letters.size())
            least = std::max(least, gapBehind(letter + 1) + moreThanOtherSide);
        return gap >= least;
    }

    bool isWordLetter(std::size_t letter) const
    {
        const auto &text = m_reading.letters[letter].text;
        return text.size() == 1 && text[0].isLetterOrNumber();
    }

    bool isThin(std::size_t letter) const { return isOneOf(letter, u"Iil1jtfr"); }
    /// A letter that fills its place: what the gaps beside it tell is the font's.
    bool isFull(std::size_t letter) const { return isWordLetter(letter) && !isThin(letter); }
    bool isOpenBehind(std::size_t letter) const { return isOneOf(letter, u"LTFPYVEk7"); }

    bool isOneOf(std::size_t letter, QStringView signs) const
    {
        const auto &text = m_reading.letters[letter].text;
        return text.size() == 1 && signs.contains(text[0]);
    }

    bool isDigit(std::size_t letter) const
    {
        const auto &text = m_reading.letters[letter].text;
        return text.size() == 1 && text[0].isDigit();
    }

    bool isSignBetweenWords(std::size_t letter) const
    {
        const auto &text = m_reading.letters[letter].text;
        if (text != u"," && text != u":" && text != u";")
            return false;
        auto end = letter + 1;
        while (end < m_reading.letters.size() && isDigit(end))
            ++end;
        const auto withinNumber = letter > 0 && isDigit(letter - 1) && end > letter + 1;
        return !withinNumber || (text == u"," && end - letter - 1 > mostGroupedDigits);
    }

    const LineReading &m_reading;
    const LineInk m_ink;
    /// In heights of the line.
    const std::optional<double> m_usualGap;
};

} // namespace

LineInk::LineInk(const LineReading &reading) : m_reading(reading)
{
    const auto darkest = reading.ink.empty() ? 0.0F : *std::ranges::max_element(reading.ink);
    for (const auto ink : reading.ink)
        m_inked.push_back(ink > 0 && ink >= leastInk * darkest);
}

int LineInk::columnOf(const LineLetter &letter) const
{
    return std::clamp(int(letter.place * m_reading.columnsPerHeight), 0, std::max(0, columns() - 1));
}

LineGap LineInk::widestGap(const LineLetter &a, const LineLetter &b) const
{
    const auto begin = columnOf(a), end = columnOf(b), middle = (begin + end) / 2;
    LineGap best{middle, middle}, own{begin, begin};
    for (int i = begin; i < end; ++i) {
        if (isInked(i))
            own = {i + 1, i + 1};
        else
            own.end = i + 1;
        if (own.length() > best.length())
            best = own;
    }
    return best;
}

void partAtGaps(LineReading &reading)
{
    const Gaps gaps(reading);
    std::vector<LineLetter> parted;
    for (std::size_t i = 0; i < reading.letters.size(); ++i) {
        parted.push_back(reading.letters[i]);
        if (i + 1 < reading.letters.size() && gaps.isTorn(i))
            parted.push_back({QStringLiteral(" "), 1, gaps.placeBehind(i), {}});
    }
    reading.letters = std::move(parted);
}

} // namespace xs::readers
