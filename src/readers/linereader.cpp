// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/linereader.h"

#include "readers/greypicture.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace xs::readers {

namespace {

/// The height of a line as the net sees it, and what its width is a multiple of.
constexpr int stripHeight = 48;
constexpr int widthStep = 16;
/// Longer lines are pressed together; attention costs by the square of the width.
constexpr int widest = 3200;
/// Letters that are less likely are not worth a thought.
constexpr float leastLikely = 0.003F;

int rounded(int width)
{
    return std::max(stripHeight, (width + widthStep - 1) / widthStep * widthStep);
}

/// The line's own proportions at the net's height; what is left of the strip looks as the net expects it: grey.
int cut(const Pix *grey, const TextLine &line, Tensor &strip)
{
    const auto across = line.right - line.left;
    const auto length = std::hypot(across.x(), across.y());
    const auto columns = std::clamp(int(std::ceil(stripHeight * length / line.height)), 1, widest);
    strip.resize(stripHeight, rounded(columns), 1);
    std::fill_n(strip.data(), strip.size(), 127.5F);
    const auto down = QPointF(-across.y(), across.x()) * (line.height / length);
    GreyPicture(grey).cutInto(strip, columns, line.left - down / 2, across, down);
    return columns;
}

std::vector<float> inkOf(const Tensor &strip, int columns)
{
    constexpr int margin = stripHeight / 8;
    std::vector<float> darkest(std::size_t(columns), 255), all;
    all.reserve(std::size_t(stripHeight) * std::size_t(columns));
    for (int row = 0; row < stripHeight; ++row)
        for (int column = 0; column < columns; ++column) {
            const auto value = strip.data()[std::ptrdiff_t(row) * strip.width() + column];
            all.push_back(value);
            if (row >= margin && row < stripHeight - margin)
                darkest[std::size_t(column)] = std::min(darkest[std::size_t(column)], value);
        }
    const auto paper = all.begin() + std::ptrdiff_t(all.size() * 3 / 4);
    std::ranges::nth_element(all, paper);
    for (auto &value : darkest)
        value = std::max(0.0F, *paper - value);
    return darkest;
}

/// The letter that scores best in a column, and what it may be else.
LineLetter letterOf(const float *scores, const QStringList &known, double place)
{
    const auto *best = std::max_element(scores, scores + known.size());
    float sum = 0;
    for (qsizetype i = 0; i < known.size(); ++i)
        sum += std::exp(scores[i] - *best);
    LineLetter letter{known[best - scores], 1.0 / double(sum), place, {}};
    for (qsizetype i = 1; i < known.size(); ++i)
        if (const auto share = std::exp(scores[i] - *best) / sum; share >= leastLikely && known[i] != letter.text)
            letter.others.push_back({known[i], double(share)});
    std::ranges::stable_sort(letter.others, std::greater(), &OtherLetter::confidence);
    return letter;
}

} // namespace

LineReading LineReader::read(const Pix *grey, const TextLine &line)
{
    LineReading reading;
    if (line.height < 1 || line.width() < 1)
        return reading;
    const auto columns = cut(grey, line, m_strip);
    reading.ink = inkOf(m_strip, columns);
    reading.columnsPerHeight = stripHeight;
    const auto width = m_strip.width();
    const auto *scores = m_net->run(m_strip);
    const auto &known = m_net->letters();
    if (!scores || scores->height() != 1 || scores->channels() != known.size())
        return reading;
    const auto step = double(width) / scores->width() / stripHeight;
    qsizetype before = 0;
    for (int i = 0; i < scores->width(); ++i) {
        const auto *own = scores->data() + std::ptrdiff_t(i) * known.size();
        const auto best = std::max_element(own, own + known.size()) - own;
        // Class 0 stands between letters; a letter goes on for some columns and counts where it is surest.
        if (best != 0) {
            auto letter = letterOf(own, known, (i + 0.5) * step);
            if (best != before)
                reading.letters.push_back(std::move(letter));
            else if (letter.confidence > reading.letters.back().confidence)
                reading.letters.back() = std::move(letter);
        }
        before = best;
    }
    return reading;
}

} // namespace xs::readers
