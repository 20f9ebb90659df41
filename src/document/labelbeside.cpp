// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/labelbeside.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::document {

namespace {

/// A label further away than this part of the page's width belongs to something else.
constexpr double furthest = 0.45;
/// Words of one phrase stand closer than so many times their height.
constexpr double gapInPhrase = 0.9;
constexpr qsizetype longestLabel = 5;

bool hasLetters(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isLetter(); });
}

/// Whether a phrase names something: "Order no." does, the neighbour "A-3" in a table does not.
bool hasPlainWord(const QString &text)
{
    for (const auto &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const auto isPlain = std::ranges::none_of(word, [](QChar c) { return c.isDigit(); });
        if (isPlain && std::ranges::count_if(word, [](QChar c) { return c.isLetter(); }) >= 2)
            return true;
    }
    return false;
}

bool isOnLine(const domain::PageRect &box, const domain::PageRect &line)
{
    const auto middle = box.center().y();
    return middle > line.top() && middle < line.bottom();
}

/// The words of a line around one of them that stand close to each other, from left to right.
QStringList phrase(std::vector<const Word *> line, const Word *around)
{
    std::ranges::sort(line, {}, [](const Word *word) { return word->box.left(); });
    const auto at = std::ranges::find(line, around) - line.begin();
    // Widths are fractions of the width and heights of the height; pages are about as high as 1.4 times their width.
    const auto near = around->box.height() * 1.4 * gapInPhrase;
    auto first = at;
    while (first > 0 && line[first]->box.left() - line[first - 1]->box.right() < near)
        --first;
    auto last = at;
    while (last + 1 < std::ssize(line) && line[last + 1]->box.left() - line[last]->box.right() < near)
        ++last;
    QStringList words;
    for (auto i = first; i <= last; ++i)
        words << line[i]->text;
    return words;
}

QString cleaned(QStringList words)
{
    if (words.size() > longestLabel)
        words = words.last(longestLabel);
    auto text = words.join(u' ').trimmed();
    while (!text.isEmpty() && QStringView(u":.…-–=").contains(text.back()) &&
           !text.endsWith("no."_L1, Qt::CaseInsensitive))
        text.chop(1);
    text = text.trimmed();
    return hasPlainWord(text) ? text : QString();
}

} // namespace

QString labelBeside(const std::vector<Word> &words, const domain::PageRect &value)
{
    std::vector<const Word *> left;
    std::vector<const Word *> above;
    for (const auto &word : words) {
        const auto &box = word.box;
        if (isOnLine(box, value) && box.center().x() < value.left())
            left.push_back(&word);
        else if (box.bottom() <= value.top() + value.height() / 4 && box.left() < value.right() &&
                 box.right() > value.left() && hasLetters(word.text))
            above.push_back(&word);
    }
    if (!left.empty()) {
        const auto *nearest = *std::ranges::max_element(left, {}, [](const Word *word) { return word->box.right(); });
        if (value.left() - nearest->box.right() < furthest)
            if (const auto label = cleaned(phrase(left, nearest)); !label.isEmpty())
                return label;
    }
    if (above.empty())
        return {};
    const auto *nearest = *std::ranges::max_element(above, {}, [](const Word *word) { return word->box.bottom(); });
    std::vector<const Word *> line;
    for (const auto &word : words)
        if (isOnLine(word.box, nearest->box))
            line.push_back(&word);
    return cleaned(phrase(line, nearest));
}

} // namespace xs::document
