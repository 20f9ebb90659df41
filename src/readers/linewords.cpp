// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/linewords.h"

#include "readers/linegaps.h"

#include <algorithm>
#include <cmath>

namespace xs::readers {

namespace {

class Words
{
public:
    explicit Words(const LineReading &reading) : m_reading(reading), m_ink(reading) {}

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
            while (last + 1 < letters.size() && !isBlank(letters[last + 1]))
                ++last;
            auto next = last + 1;
            while (next < letters.size() && isBlank(letters[next]))
                ++next;
            const auto gap = next < letters.size()
                                 ? m_ink.widestGap(letters[last], letters[next])
                                 : LineGap{trimmedEnd(m_ink.columnOf(letters[last])), m_ink.columns()};
            words.push_back(word(first, last, trimmedBegin(left, m_ink.columnOf(letters[first])), gap.begin));
            left = gap.end;
            first = next;
        }
        return words;
    }

private:
    int trimmedBegin(int from, int to) const
    {
        while (from < to && !m_ink.isInked(from))
            ++from;
        return from;
    }

    int trimmedEnd(int from) const
    {
        auto end = m_ink.columns();
        while (end > from + 1 && !m_ink.isInked(end - 1))
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
        const auto all = std::max(1.0, double(m_ink.columns()));
        word.begin = begin / all;
        word.end = std::max(end, begin + 1) / all;
        return word;
    }

    const LineReading &m_reading;
    const LineInk m_ink;
};

} // namespace

std::vector<LineWord> wordsOf(const LineReading &reading)
{
    return Words(reading).all();
}

} // namespace xs::readers
