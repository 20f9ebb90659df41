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
/// Longer lines are pressed together.
constexpr int widest = 16'000;
/// Longer lines are read in parts, which are this long at most: the net loses letters of lines that are longer than
/// those it learned from, and attention costs by the square of the width.
constexpr int longestWhole = 1200;
constexpr int longestPart = 640;
/// Columns with less ink than this share of the darkest are paper.
constexpr float leastInk = 0.25F;
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

struct Part
{
    int begin = 0, end = 0;
};

/// The end of the part that begins at `begin`: in the middle of the widest gap of its second half.
Part partFrom(const std::vector<float> &ink, int begin, float paper)
{
    const auto columns = int(ink.size());
    if (columns - begin <= longestPart)
        return {begin, columns};
    int gapBegin = begin + longestPart, gapEnd = gapBegin, start = -1;
    for (int column = begin + longestPart / 2; column < begin + longestPart; ++column) {
        if (ink[std::size_t(column)] > paper) {
            start = -1;
            continue;
        }
        if (start < 0)
            start = column;
        if (column + 1 - start > gapEnd - gapBegin) {
            gapBegin = start;
            gapEnd = column + 1;
        }
    }
    return {begin, (gapBegin + gapEnd) / 2};
}

std::vector<Part> partsOf(const std::vector<float> &ink)
{
    const auto paper = ink.empty() ? 0 : leastInk * *std::ranges::max_element(ink);
    std::vector<Part> parts;
    if (int(ink.size()) <= longestWhole)
        return {{0, int(ink.size())}};
    for (int begin = 0; begin < int(ink.size()); begin = parts.back().end)
        parts.push_back(partFrom(ink, begin, paper));
    return parts;
}

void copyPart(const Tensor &strip, const Part &part, Tensor &own)
{
    own.resize(stripHeight, rounded(part.end - part.begin), 1);
    std::fill_n(own.data(), own.size(), 127.5F);
    for (int row = 0; row < stripHeight; ++row)
        std::copy_n(strip.row(row) + part.begin, part.end - part.begin, own.row(row));
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
    const auto parts = partsOf(reading.ink);
    if (parts.size() == 1) {
        readStrip(m_strip, 0, reading.letters);
        return reading;
    }
    for (const auto &part : parts) {
        copyPart(m_strip, part, m_part);
        readStrip(m_part, double(part.begin) / stripHeight, reading.letters);
    }
    return reading;
}

/// Adds the letters of a strip that begins at `place`, in heights of the line.
void LineReader::readStrip(Tensor &strip, double place, std::vector<LineLetter> &letters)
{
    const auto width = strip.width();
    const auto *scores = m_net->run(strip);
    const auto &known = m_net->letters();
    if (!scores || scores->height() != 1 || scores->channels() != known.size())
        return;
    const auto step = double(width) / scores->width() / stripHeight;
    qsizetype before = 0;
    for (int i = 0; i < scores->width(); ++i) {
        const auto *own = scores->data() + std::ptrdiff_t(i) * known.size();
        const auto best = std::max_element(own, own + known.size()) - own;
        // Class 0 stands between letters; a letter goes on for some columns and counts where it is surest.
        if (best != 0) {
            auto letter = letterOf(own, known, place + (i + 0.5) * step);
            if (best != before)
                letters.push_back(std::move(letter));
            else if (letter.confidence > letters.back().confidence)
                letters.back() = std::move(letter);
        }
        before = best;
    }
}

} // namespace xs::readers
