// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/headcells.h"

#include "engine/text/words.h"

#include <algorithm>

namespace xs::engine {

namespace {

constexpr double leastLabel = 0.6;
constexpr int mostLinesBelow = 12;
/// In heights of the words: what parts the cells of two columns at least, and labels that surely head two.
constexpr double narrowestGap = 0.2;
constexpr double widestBlank = 0.6;
/// The share of the lines that must have cells for both sides of a cut.
constexpr double mostLines = 0.8;
constexpr qsizetype longestShort = 6;
constexpr qsizetype shortestTail = 5;
constexpr double gainOfBoth = 0.1;
constexpr int fewestParted = 3;
constexpr int fewestJoined = 2;
constexpr int mostWords = 5;

bool isUnder(const QRectF &word, const QRectF &head)
{
    const auto shared = std::min(word.right(), head.right()) - std::max(word.left(), head.left());
    return shared > 0.2 * std::min(word.width(), head.width());
}

/// What stands in the lines below the two parts of a head.
struct CellsBelow
{
    /// Lines with a cell of its own below each part, and with one that is below both.
    int parted = 0;
    int joined = 0;
    /// Lines with a cell below one part only.
    int left = 0;
    int right = 0;
    double narrowest = 1e9;

    bool isMostlyParted() const { return parted > 0 && parted >= mostLines * (parted + joined); }
};

CellsBelow cellsBelow(const Text &text, const Line &line, const QRectF &left, const QRectF &right)
{
    CellsBelow found;
    const auto height = std::max(1.0, line.wordHeight);
    const auto first = text.segments[line.segments.first].line + 1;
    const auto last = std::min(text.page(line.page).lines.last, first + mostLinesBelow);
    for (int l = first; l < last; ++l) {
        const auto &below = text.lines[l];
        if (below.segments.size() < 2)
            continue;
        double end = -1e9, begin = 1e9;
        bool isJoined = false;
        for (int t = below.tokens.first; t < below.tokens.last; ++t) {
            const auto &word = text.tokens[t].box;
            const auto underLeft = isUnder(word, left), underRight = isUnder(word, right);
            isJoined |= underLeft && underRight;
            if (underLeft)
                end = std::max(end, word.right());
            if (underRight)
                begin = std::min(begin, word.left());
        }
        const auto hasLeft = end > -1e9, hasRight = begin < 1e9;
        if (isJoined || (hasLeft && hasRight && begin - end < narrowestGap * height)) {
            ++found.joined;
        } else if (hasLeft && hasRight) {
            ++found.parted;
            found.narrowest = std::min(found.narrowest, (begin - end) / height);
        } else {
            found.left += hasLeft;
            found.right += hasRight;
        }
    }
    return found;
}

/// Whether two parts of a head name one field together better than either does alone: "Commodity code".
bool areOneName(const std::vector<FieldSpec> &fields, const LabelIndex &labels, const Span &left, const Span &right)
{
    const auto best = [&](const Span &words) {
        double most = 0;
        for (const auto &field : fields)
            most = std::max(most, labelSimilarity(field, labels.bagOf(words)));
        return most;
    };
    const auto both = best({left.first, right.last});
    return both >= leastLabel && both > std::max(best(left), best(right)) + gainOfBoth;
}

/// "%", "£": what stands behind a head and is none.
bool isOnlySigns(const Text &text, const Span &words)
{
    return std::ranges::none_of(text.textOf(words), [](QChar c) { return c.isLetterOrNumber(); });
}

/// How sure the words on both sides of a place alone make it a border of columns.
enum class Doubt { Labels, Abbreviation, Words };

/// Whether a head of several words heads two columns. Labels do, unless the cells below say otherwise; an abbreviation
/// does where they agree, and other words where they leave no doubt.
bool isCut(const Text &text, const Line &line, const Span &left, const Span &right, Doubt doubt)
{
    if (isOnlySigns(text, left) || isOnlySigns(text, right))
        return false;
    const auto a = text.boxOf(left), b = text.boxOf(right);
    if (doubt == Doubt::Labels && b.left() - a.right() > widestBlank * line.wordHeight)
        return true;
    const auto below = cellsBelow(text, line, a, b);
    if (doubt != Doubt::Labels)
        return below.isMostlyParted() &&
               (doubt == Doubt::Abbreviation || (below.parted >= fewestParted && below.narrowest > widestBlank));
    // "Unit price" over prices that are flush with its end: nothing stands below one of its words.
    const auto isOneSided = below.parted + below.joined == 0 && std::min(below.left, below.right) == 0 &&
                            std::max(below.left, below.right) >= fewestParted;
    return !isOneSided && (below.joined < fewestJoined || below.isMostlyParted());
}

/// The labels in a segment, from left to right, without those that overlap a better one.
std::vector<Span> labelsIn(std::vector<LabelHit> hits)
{
    std::erase_if(hits, [](const LabelHit &hit) { return hit.similarity < leastLabel; });
    std::ranges::stable_sort(hits, [](const LabelHit &a, const LabelHit &b) { return a.similarity > b.similarity; });
    std::vector<Span> taken;
    for (const auto &hit : hits)
        if (std::ranges::none_of(taken, [&hit](const Span &span) { return span.overlaps(hit.span); }))
            taken.push_back(hit.span);
    std::ranges::sort(taken, {}, &Span::first);
    return taken;
}

/// The first letter and the consonants behind it.
QString consonantsOf(const QString &name)
{
    auto letters = name.left(1);
    for (const auto c : name.sliced(1))
        if (c.isLetter() && !QStringView(u"aeiouy").contains(c))
            letters += c;
    return letters;
}

bool isInOrder(const QString &letters, const QString &name)
{
    qsizetype at = 0;
    return std::ranges::all_of(letters, [&](QChar c) { return (at = name.indexOf(c, at) + 1) > 0; });
}

} // namespace

Abbreviation abbreviationOf(const QString &word)
{
    Abbreviation result;
    const auto isMark = [](QChar c) { return c == u'.' || c == u'/' || c == u'%'; };
    if (word.size() < 2 || !std::ranges::all_of(word, [&](QChar c) { return c.isLetter() || c.isMark() || isMark(c); }))
        return {};
    result.letters = fold(word);
    result.letters.removeIf(isMark);
    if (result.letters.size() < 2)
        return {};
    result.hasStroke = word.contains(u'/');
    return result;
}

std::vector<HeadCell> headCellsOf(const std::vector<FieldSpec> &fields, const LabelIndex &labels, const Line &line,
                                  const std::map<int, std::vector<LabelHit>> &hits)
{
    const auto &text = labels.text();
    std::vector<HeadCell> cells;
    for (int s = line.segments.first; s < line.segments.last; ++s) {
        const auto &segment = text.segments[s];
        const auto here = hits.find(s);
        const auto named = here == hits.end() ? std::vector<Span>() : labelsIn(here->second);
        const auto isShort = [&](int token) {
            const auto word = abbreviationOf(text.tokens[token].text);
            return std::ranges::any_of(fields, [&](const FieldSpec &f) { return isShortFor(word, f); });
        };
        auto isShortBefore = segment.tokens.size() > 1 && isShort(segment.tokens.first);
        std::vector<int> cuts{segment.tokens.first};
        for (int t = segment.tokens.first + 1; t < segment.tokens.last; ++t) {
            const auto isLabel = named.size() >= 2 && std::ranges::find(named, t, &Span::first) != named.end();
            const auto isShortHere = isShort(t);
            const auto doubt = isLabel                        ? Doubt::Labels
                               : isShortBefore || isShortHere ? Doubt::Abbreviation
                                                              : Doubt::Words;
            isShortBefore = isShortHere;
            if (doubt == Doubt::Words && segment.tokens.size() > mostWords)
                continue;
            const auto next = std::ranges::find_if(named, [t](const Span &label) { return label.first > t; });
            const Span left{cuts.back(), t}, right{t, next == named.end() ? segment.tokens.last : next->first};
            if (isCut(text, line, left, right, doubt) && !areOneName(fields, labels, left, right))
                cuts.push_back(t);
        }
        cuts.push_back(segment.tokens.last);
        for (auto it = cuts.begin(); std::next(it) != cuts.end(); ++it) {
            const Span tokens{*it, *std::next(it)};
            cells.push_back({tokens, text.boxOf(tokens), segment.line, key(text.textOf(tokens))});
        }
    }
    return cells;
}

bool isShortFor(const Abbreviation &word, const FieldSpec &field)
{
    const auto &letters = word.letters;
    return !letters.isEmpty() && std::ranges::any_of(field.nameWords, [&](const QString &name) {
        // "Tarief" for "uurtarief": compounds are told by their last part.
        if (letters.size() >= shortestTail && name.size() >= letters.size() + 2 && name.endsWith(letters))
            return true;
        if (letters.size() > longestShort || name.size() <= letters.size() || name.front() != letters.front())
            return false;
        return name.startsWith(letters) || consonantsOf(name).startsWith(letters) ||
               (word.hasStroke && isInOrder(letters, name));
    });
}

} // namespace xs::engine
