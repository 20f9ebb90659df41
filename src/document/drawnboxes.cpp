// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/drawnboxes.h"

#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::document {

namespace {

/// How far recognition's box of a box may be off, in sides.
constexpr double slackOfWord = 0.3;

/// What stands in a box that somebody ticks, and what symbol fonts without a map to Unicode call their boxes.
bool isMark(const QString &text)
{
    static const QSet<QString> marks{u"x"_s, u"X"_s, u"✓"_s, u"✔"_s, u"✗"_s, u"✘"_s, u"×"_s, u"•"_s, u"●"_s, u"■"_s,
                                     u"v"_s, u"V"_s, u"√"_s, u"*"_s, u"q"_s, u"o"_s, u"r"_s, u"n"_s, u"p"_s, u"¨"_s};
    return marks.contains(text) || (text.size() == 1 && !text[0].isLetterOrNumber());
}

/// Whether what looks like a box is a letter of a word that was read well: recognition leaves a box out or takes it for
/// letters before or behind the others, not between, and a box that is no higher than letters is wider.
bool isLetterOf(const Word &word, const DrawnBox &box)
{
    constexpr double sure = 0.6, fullHeight = 0.85, widestLetter = 1.3;
    const auto overlap = word.box.intersected(box.area);
    const auto side = box.area.width();
    const auto reads = std::ranges::any_of(word.text, [](QChar c) { return c.isLetterOrNumber(); });
    if (!reads || word.confidence < sure || overlap.width() < 0.5 * side || overlap.height() < 0.5 * box.area.height())
        return false;
    const auto isInside = box.area.left() - word.box.left() > slackOfWord * side &&
                          word.box.right() - box.area.right() > slackOfWord * side;
    return (isInside && word.text.size() > 2) || (box.area.height() < fullHeight * word.box.height() &&
                                                  side < widestLetter * word.box.width() / double(word.text.size()));
}

/// What recognition makes of a box: a letter or two, or some at an end of a word.
bool takesOut(Word &word, const DrawnBox &box)
{
    const auto overlap = word.box.intersected(box.area);
    const auto side = box.area.width();
    if (overlap.isEmpty() || overlap.height() < 0.4 * std::min(word.box.height(), box.area.height()))
        return false;
    if (word.box.width() < 1.6 * side || word.text.size() <= 2)
        return overlap.width() > 0.4 * word.box.width();
    const auto letters = std::clamp<qsizetype>(
        std::lround(overlap.width() / word.box.width() * double(word.text.size())), 0, word.text.size());
    if (word.box.left() > box.area.left() - slackOfWord * side && letters > 0) {
        word.text = word.text.sliced(letters);
        word.box.setLeft(box.area.right());
    } else if (word.box.right() < box.area.right() + slackOfWord * side && letters > 0) {
        word.text.chop(letters);
        word.box.setRight(box.area.left());
    }
    return word.text.isEmpty();
}

} // namespace

void addDrawnBoxes(std::vector<Word> &words, const std::vector<DrawnBox> &boxes, PictureOrigin origin)
{
    const auto isScanned = origin == PictureOrigin::Scanned;
    for (const auto &box : boxes) {
        const auto isOther = [&](const Word &word) {
            return box.area.contains(word.box.center()) || word.box.contains(box.area.center()) ? !isMark(word.text)
                                                                                                : false;
        };
        // Letters of a text layer are what they are; a frame around them is a field.
        if (!isScanned && std::ranges::any_of(words, isOther))
            continue;
        if (isScanned && std::ranges::any_of(words, [&box](const Word &word) { return isLetterOf(word, box); }))
            continue;
        if (isScanned)
            std::erase_if(words, [&box](Word &word) { return takesOut(word, box); });
        else
            std::erase_if(words, [&box](const Word &word) {
                return box.area.contains(word.box.center()) || word.box.contains(box.area.center());
            });
        words.push_back({box.isTicked ? u"☒"_s : u"☐"_s, box.area, true, isScanned ? 0.9 : 1.0});
    }
}

} // namespace xs::document
