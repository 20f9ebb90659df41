// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/printreader.h"

#include "base/datafolder.h"
#include "readers/linegaps.h"
#include "readers/linespelling.h"
#include "readers/linewords.h"

#include <algorithm>
#include <functional>
#include <numeric>

using namespace Qt::StringLiterals;

namespace xs::readers {

namespace {

/// Lines are found with some paper around them; of their height this much is print.
constexpr double printedHeight = 0.8;
/// Below this mean confidence a line is no print.
constexpr double leastSure = 0.5;

QRectF boxOf(const TextLine &line, const LineWord &word)
{
    const auto along = line.right - line.left;
    const auto begin = line.left + along * word.begin, end = line.left + along * word.end;
    const auto half = printedHeight * line.height / 2;
    return {QPointF(begin.x(), std::min(begin.y(), end.y()) - half),
            QPointF(end.x(), std::max(begin.y(), end.y()) + half)};
}

double meanConfidence(const LineReading &reading)
{
    double sum = 0;
    for (const auto &letter : reading.letters)
        sum += letter.confidence;
    return reading.letters.empty() ? 0 : sum / double(reading.letters.size());
}

} // namespace

std::optional<PrintReader> PrintReader::load()
{
    const auto folder = dataFolder(u"ocr"_s);
    if (!folder)
        return {};
    const auto pool = std::make_shared<TensorPool>();
    auto lines = NeuralNet::load(*folder + u"/textlines.net"_s, Precision::Fast, pool);
    auto letters = NeuralNet::load(*folder + u"/letters.net"_s, Precision::Fast, pool);
    if (!lines || !letters)
        return {};
    return PrintReader(TextLineFinder(std::move(*lines)), LineReader(std::move(*letters)));
}

std::vector<Word> PrintReader::read(const Pix *grey)
{
    std::vector<Word> words;
    const auto lines = m_finder.find(grey);
    if (m_finder.isOnItsSide())
        return words;
    // The widest first: the memory of its tensors then holds those of all others.
    std::vector<std::size_t> order(lines.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, std::greater(),
                             [&lines](std::size_t i) { return lines[i].width() / lines[i].height; });
    std::vector<LineReading> readings(lines.size());
    for (const auto i : order)
        readings[i] = m_reader.read(grey, lines[i]);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto &line = lines[i];
        auto &reading = readings[i];
        if (meanConfidence(reading) < leastSure)
            continue;
        partAtGaps(reading);
        spellByShape(reading);
        for (const auto &word : wordsOf(reading))
            words.push_back({word.text, boxOf(line, word), true, word.confidence});
    }
    return words;
}

} // namespace xs::readers
