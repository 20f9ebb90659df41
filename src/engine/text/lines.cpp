// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/lines.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace xs::engine {

using document::Word;
using namespace Qt::StringLiterals;

namespace {

/// Share of the lower word's height that must overlap for two words to stand in one line.
constexpr double leastOverlap = 0.45;
/// Gaps between words of one run, in heights of the line's words. Recognised boxes hug the ink and are lower.
constexpr double widestGap = 0.85;
constexpr double widestGapRecognised = 1.25;
constexpr int fewestSpacedLetters = 4;
/// Digits stand alone in tables too; only long numbers are joined, as forms have them in combs of boxes.
constexpr int fewestSpacedDigits = 8;
/// A blank is a quarter of an em wide in most fonts; in heights of a word.
constexpr double widestTightGap = 0.16;
constexpr qsizetype mostLettersOfPiece = 3;
constexpr double widestComb = 2.2;
constexpr double widestCombOfDigits = 1.6;
constexpr double narrowestComb = 0.75;
constexpr int fewestCells = 4;
constexpr double evenPitch = 0.1;
constexpr double mostEmptyCells = 3.3;

double overlap(const QRectF &a, const QRectF &b)
{
    const auto shared = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
    return shared / std::max(0.1, std::min(a.height(), b.height()));
}

bool isUpright(const Word &word)
{
    return word.text.size() >= 3 && word.box.height() > 1.4 * word.box.width();
}

/// The end of a run of single digits and dashes at even distances from `start` on.
std::size_t endOfComb(const std::vector<Word> &line, std::size_t start)
{
    const auto isCell = [&line](std::size_t k) {
        const auto &text = line[k].text;
        return text.size() == 1 && (text[0].isDigit() || u"-–—"_s.contains(text[0]));
    };
    auto end = start;
    while (end < line.size() && isCell(end) &&
           (end == start || line[end].box.left() - line[end - 1].box.right() < widestComb * line[start].box.height()))
        ++end;
    return end;
}

/// Letters and digits in the cells of a comb, from `start` on: how many words there are, and how many cells lie between
/// each and the one before it. Cells are of one width, and some may be empty. Empty where there is no comb.
std::vector<int> cellsOfComb(const std::vector<Word> &line, std::size_t start)
{
    const auto isCell = [&line](std::size_t k) {
        const auto &text = line[k].text;
        return text.size() == 1 && (text[0].isLetterOrNumber() || u"-–/.&,"_s.contains(text[0]));
    };
    const auto step = [&line](std::size_t k) { return line[k].box.center().x() - line[k - 1].box.center().x(); };
    const auto height = line[start].box.height();
    auto end = start;
    auto pitch = widestComb * height;
    while (end < line.size() && isCell(end) && (end == start || step(end) < mostEmptyCells * widestComb * height)) {
        if (end > start)
            pitch = std::min(pitch, step(end));
        ++end;
    }
    std::vector<int> steps{0};
    int letters = 0, next = 0;
    for (auto k = start + 1; k < end; ++k) {
        const auto cells = step(k) / pitch;
        if (std::abs(cells - std::round(cells)) > evenPitch * std::round(cells) || cells > mostEmptyCells)
            break;
        steps.push_back(int(std::round(cells)));
        next += steps.back() == 1;
    }
    for (std::size_t k = 0; k < steps.size(); ++k)
        letters += line[start + k].text[0].isLetter();
    // Figures of one digit stand in columns, too, but farther apart.
    const auto narrow = letters > 0 ? widestComb : widestCombOfDigits;
    const auto isComb = int(steps.size()) >= fewestCells && pitch >= narrowestComb * height &&
                        pitch < narrow * height && 5 * next >= 3 * int(steps.size() - 1);
    return isComb ? steps : std::vector<int>();
}

void append(Word &word, const Word &next)
{
    word.text += next.text;
    word.box = word.box.united(next.box);
    word.spaceAfter = next.spaceAfter;
}

/// How far the letters of a word are apart that was put together from cells.
double pitchOf(const Word &word)
{
    return word.text.size() < 2 ? 0 : (word.box.width() - 0.5 * word.box.height()) / double(word.text.size() - 1);
}

bool isCapitals(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c.isUpper() || c == u'-'; });
}

qsizetype lettersBehindHyphen(const QString &text)
{
    return text.size() - 1 - text.lastIndexOf(u'-');
}

/// Joins "E DUC AT ION" to "EDUCATION": spaced or small capitals whose pieces stand closer together than words do.
std::vector<Word> withoutTightGaps(std::vector<Word> line)
{
    std::vector<Word> joined;
    const Word *before = nullptr;
    for (const auto &word : line) {
        const auto isPiece = before && before->confidence >= 1 && isCapitals(before->text) && isCapitals(word.text) &&
                             std::min(lettersBehindHyphen(before->text), word.text.size()) <= mostLettersOfPiece;
        const auto gap = isPiece ? word.box.left() - before->box.right() : 0;
        if (isPiece && gap >= 0 && gap < widestTightGap * std::min(before->box.height(), word.box.height()))
            append(joined.back(), word);
        else
            joined.push_back(word);
        before = &word;
    }
    return joined;
}

/// Joins "T O T A L" to "TOTAL" when single letters follow each other at even distances.
std::vector<Word> withoutLetterSpacing(std::vector<Word> line)
{
    std::vector<Word> joined;
    for (std::size_t i = 0; i < line.size();) {
        if (const auto steps = cellsOfComb(line, i); !steps.empty()) {
            for (const auto step : steps) {
                if (step == 1)
                    append(joined.back(), line[i]);
                else
                    joined.push_back(line[i]);
                ++i;
            }
            continue;
        }
        std::size_t end = i;
        const auto isLetter = [&line](std::size_t k) {
            return line[k].text.size() == 1 && (line[k].text[0].isLetter() || line[k].text[0] == u'-');
        };
        while (end < line.size() && isLetter(end) &&
               (end == i || line[end].box.left() - line[end - 1].box.right() < 1.3 * line[i].box.height()))
            ++end;
        if (const auto comb = endOfComb(line, i); int(comb - i) >= fewestSpacedDigits && line[i].text[0].isDigit())
            end = comb;
        else if (int(end - i) < fewestSpacedLetters) {
            joined.push_back(line[i++]);
            continue;
        }
        auto word = line[i];
        for (auto k = i + 1; k < end; ++k)
            append(word, line[k]);
        joined.push_back(word);
        i = end;
    }
    return joined;
}

} // namespace

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

double medianHeight(const std::vector<Word> &words)
{
    std::vector<double> heights(words.size());
    std::ranges::transform(words, heights.begin(), [](const Word &word) { return word.box.height(); });
    return median(std::move(heights));
}

namespace {

/// Fonts may claim to be far taller than their letters are, so that every line would overlap the next. Heights are then
/// those that letters of this width usually have, around the middle.
void lowerTallBoxes(std::vector<Word> &words)
{
    constexpr int fewestLetters = 4;
    constexpr std::size_t fewestWords = 20;
    constexpr double tallest = 3.8, usual = 2.6;
    std::vector<double> shapes;
    for (const auto &word : words)
        if (word.confidence >= 1 && word.text.size() >= fewestLetters && !isUpright(word))
            shapes.push_back(word.box.height() * double(word.text.size()) / word.box.width());
    if (shapes.size() < fewestWords)
        return;
    const auto shape = median(std::move(shapes));
    if (shape < tallest)
        return;
    for (auto &word : words) {
        const auto height = word.box.height() * usual / shape;
        word.box = {word.box.x(), word.box.center().y() - height / 2, word.box.width(), height};
    }
}

} // namespace

std::vector<Word> wordsInPoints(const std::vector<Word> &words, const QSizeF &page)
{
    std::vector<Word> scaled;
    for (const auto &word : words) {
        auto text = word.text;
        text.replace(QChar::Nbsp, u' ');
        text = text.trimmed();
        const QRectF box(word.box.x() * page.width(), word.box.y() * page.height(), word.box.width() * page.width(),
                         word.box.height() * page.height());
        const auto finite = std::isfinite(box.x()) && std::isfinite(box.y()) && std::isfinite(box.width()) &&
                            std::isfinite(box.height());
        if (!text.isEmpty() && finite && box.width() > 0 && box.height() > 0)
            scaled.push_back({text, box, word.spaceAfter, word.confidence});
    }
    lowerTallBoxes(scaled);
    return scaled;
}

std::vector<std::vector<Word>> linesOf(std::vector<Word> words)
{
    std::stable_sort(words.begin(), words.end(), [](const Word &a, const Word &b) {
        return std::tuple(a.box.left(), a.box.top()) < std::tuple(b.box.left(), b.box.top());
    });
    std::vector<std::vector<Word>> lines;
    for (auto &word : words) {
        std::vector<Word> *best = nullptr;
        double most = leastOverlap;
        for (auto &line : lines) {
            const auto shared = overlap(line.back().box, word.box);
            const auto runsOver = word.box.left() < line.back().box.center().x();
            if (shared > most && !runsOver && isUpright(word) == isUpright(line.back())) {
                most = shared;
                best = &line;
            }
        }
        if (best)
            best->push_back(std::move(word));
        else
            lines.push_back({std::move(word)});
    }
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        lines[i] = withoutLetterSpacing(withoutTightGaps(std::move(lines[i])));
        std::vector<double> centres;
        for (const auto &word : lines[i])
            centres.push_back(word.box.center().y());
        order.emplace_back(median(std::move(centres)), i);
    }
    std::stable_sort(order.begin(), order.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<std::vector<Word>> sorted;
    for (const auto &[y, index] : order)
        sorted.push_back(std::move(lines[index]));
    return sorted;
}

std::vector<std::vector<Word>> runsOf(const std::vector<Word> &line, bool recognised)
{
    std::vector<std::vector<Word>> runs;
    const auto height = medianHeight(line);
    const auto widest = (recognised ? widestGapRecognised : widestGap) * height;
    for (const auto &word : line) {
        // Words of one comb have an empty cell between them.
        const auto apart = runs.empty() ? 0.0 : std::min(pitchOf(word), pitchOf(runs.back().back()));
        const auto allowed = apart > height ? std::max(widest, mostEmptyCells * apart) : widest;
        if (runs.empty() || word.box.left() - runs.back().back().box.right() > allowed)
            runs.emplace_back();
        runs.back().push_back(word);
    }
    return runs;
}

} // namespace xs::engine
