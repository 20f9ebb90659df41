// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/findtext.h"

#include <algorithm>
#include <cmath>

namespace xs::document {

namespace {

constexpr double leastLikeness = 0.8;
constexpr qsizetype longestText = 2000;
constexpr std::size_t mostPlaces = 20;

/// Folded letters and digits: what is compared.
QString keyOf(const QString &text)
{
    QString key;
    for (const auto c : text.toCaseFolded().normalized(QString::NormalizationForm_KD))
        if (c.isLetterOrNumber())
            key += c;
    return key;
}

/// 1 − edit distance by length; gives up with 0 when it falls below the least.
double likenessOf(const QString &a, const QString &b)
{
    if (a == b)
        return 1;
    const auto longest = std::max(a.size(), b.size());
    const auto allowed = qsizetype((1 - leastLikeness) * double(longest));
    if (longest == 0 || std::abs(a.size() - b.size()) > allowed)
        return 0;
    std::vector<qsizetype> row(std::size_t(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = qsizetype(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        auto diagonal = row[0];
        auto least = row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto above = row[std::size_t(j)];
            row[std::size_t(j)] =
                std::min({above + 1, row[std::size_t(j) - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
            least = std::min(least, row[std::size_t(j)]);
        }
        if (least > allowed)
            return 0;
    }
    return 1 - double(row.back()) / double(longest);
}

FoundText placeOf(const std::vector<Word> &words, std::size_t first, std::size_t last, double likeness)
{
    FoundText found;
    found.likeness = likeness;
    for (auto i = first; i < last; ++i) {
        const auto &box = words[i].box;
        if (!found.boxes.empty()) {
            auto &line = found.boxes.back();
            const auto sameLine =
                std::abs(box.center().y() - line.center().y()) < 0.6 * std::max(box.height(), line.height()) &&
                box.left() >= line.left();
            if (sameLine)
                line = line.united(box);
            else
                found.boxes.push_back(box);
            found.text += words[i - 1].spaceAfter ? QStringLiteral(" ") : QString();
        } else {
            found.boxes.push_back(box);
        }
        found.text += words[i].text;
    }
    return found;
}

} // namespace

std::vector<FoundText> findText(const std::vector<Word> &words, const QString &text)
{
    std::vector<FoundText> places;
    const auto wanted = keyOf(text.left(longestText));
    if (wanted.isEmpty())
        return places;
    std::vector<QString> keys;
    for (const auto &word : words)
        keys.push_back(keyOf(word.text));
    struct Run
    {
        std::size_t first, end;
        double likeness;
    };
    std::vector<Run> runs;
    const auto slack = std::max<qsizetype>(2, wanted.size() / 4);
    for (std::size_t first = 0; first < words.size(); ++first) {
        if (keys[first].isEmpty())
            continue;
        QString here;
        double best = 0;
        std::size_t end = first;
        for (auto last = first; last < words.size() && here.size() <= wanted.size() + slack; ++last) {
            here += keys[last];
            if (keys[last].isEmpty() || std::abs(here.size() - wanted.size()) > slack)
                continue;
            const auto likeness = likenessOf(wanted, here);
            if (likeness > best) {
                best = likeness;
                end = last + 1;
            }
        }
        if (best >= leastLikeness)
            runs.push_back({first, end, best});
    }
    std::ranges::stable_sort(runs, [](const Run &a, const Run &b) { return a.likeness > b.likeness; });
    std::vector<Run> kept;
    for (const auto &run : runs)
        if (kept.size() < mostPlaces && std::ranges::none_of(kept, [&run](const Run &other) {
                return run.first < other.end && other.first < run.end;
            }))
            kept.push_back(run);
    for (const auto &run : kept)
        places.push_back(placeOf(words, run.first, run.end, run.likeness));
    return places;
}

} // namespace xs::document
