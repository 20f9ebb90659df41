// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/linewords.h"

#include <algorithm>
#include <cmath>

namespace xs::readers {

namespace {

/// Ink is what is at least this dark, as a share of the line's darkest.
constexpr float leastInk = 0.4F;
/// A gap of this many heights of the line is a blank though the net saw none.
constexpr double wideGap = 0.5;
/// The same behind a comma or a colon, where the net likes to see no blank.
constexpr double gapBehindSign = 0.2;
/// More digits than these behind a comma are no part of the number before it.
constexpr std::size_t mostGroupedDigits = 3;

struct Gap
{
    int begin = 0, end = 0;
    int length() const { return end - begin; }
};

class Words
{
public:
    explicit Words(const LineReading &reading) : m_reading(reading)
    {
        const auto darkest = reading.ink.empty() ? 0.0F : *std::ranges::max_element(reading.ink);
        for (const auto ink : reading.ink)
            m_inked.push_back(ink > 0 && ink >= leastInk * darkest);
    }

    std::vector<LineWord> all()
    {
        const auto &letters = m_reading.letters;
        std::vector<LineWord> words;
        int left = 0;
        for (std::size_t first = 0; first < letters.size();) {
            if (isBlank(letters[first])) {
                ++first;
                continue;
            }
            auto last = first;
            while (last + 1 < letters.size() && !isBlank(letters[last + 1]) && !isTorn(last))
                ++last;
            auto next = last + 1;
            while (next < letters.size() && isBlank(letters[next]))
                ++next;
            const auto gap = next < letters.size() ? widestGap(letters[last], letters[next])
                                                   : Gap{trimmedEnd(column(letters[last])), int(m_inked.size())};
            words.push_back(word(first, last, trimmedBegin(left, column(letters[first])), gap.begin));
            left = gap.end;
            first = next;
        }
        return words;
    }

private:
    static bool isBlank(const LineLetter &letter) { return letter.text.trimmed().isEmpty(); }

    int column(const LineLetter &letter) const
    {
        return std::clamp(int(letter.place * m_reading.columnsPerHeight), 0, std::max(0, int(m_inked.size()) - 1));
    }

    /// The longest run of columns without ink between two letters; half-way where there is none.
    Gap widestGap(const LineLetter &a, const LineLetter &b) const
    {
        const auto begin = column(a), end = column(b), middle = (begin + end) / 2;
        Gap best{middle, middle}, own{begin, begin};
        for (int i = begin; i < end; ++i) {
            if (m_inked[std::size_t(i)])
                own = {i + 1, i + 1};
            else
                own.end = i + 1;
            if (own.length() > best.length())
                best = own;
        }
        return best;
    }

    /// Whether a word ends with this letter though no blank was seen behind it.
    bool isTorn(std::size_t letter) const
    {
        const auto gap = widestGap(m_reading.letters[letter], m_reading.letters[letter + 1]).length();
        const auto least = isSignBetweenWords(letter) ? gapBehindSign : wideGap;
        return gap >= least * m_reading.columnsPerHeight;
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

    int trimmedBegin(int from, int to) const
    {
        while (from < to && !m_inked[std::size_t(from)])
            ++from;
        return from;
    }

    int trimmedEnd(int from) const
    {
        auto end = int(m_inked.size());
        while (end > from + 1 && !m_inked[std::size_t(end - 1)])
            --end;
        return end;
    }

    LineWord word(std::size_t first, std::size_t last, int begin, int end) const
    {
        LineWord word;
        double product = 0;
        for (auto i = first; i <= last; ++i) {
            word.text += m_reading.letters[i].text;
            product += std::log(std::max(1e-6, m_reading.letters[i].confidence));
        }
        word.confidence = std::exp(product / double(last - first + 1));
        const auto all = std::max(1.0, double(m_inked.size()));
        word.begin = begin / all;
        word.end = std::max(end, begin + 1) / all;
        return word;
    }

    const LineReading &m_reading;
    std::vector<bool> m_inked;
};

} // namespace

std::vector<LineWord> wordsOf(const LineReading &reading)
{
    return Words(reading).all();
}

} // namespace xs::readers
