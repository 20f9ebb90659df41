// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/tickboxes.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

/// Gaps in heights of the words: from a mark to its words, and between these.
constexpr double farthestWords = 3;
constexpr double widestGap = 0.9;
/// How many lines above its marks the head of a column may stand.
constexpr int mostRowsBelowHead = 25;

bool isEmptyBox(const QString &text)
{
    static const QSet<QString> boxes{u"☐"_s,      u"□"_s,      u"◻"_s,      u"❏"_s,     u"❑"_s,  u"▢"_s,
                                     u"○"_s,      u"◯"_s,      u"[]"_s,     u"[_]"_s,   u"()"_s, u"¨"_s,
                                     u"\uF0A8"_s, u"\uF06F"_s, u"\uF0A3"_s, u"\uF030"_s};
    return boxes.contains(text);
}

/// Marks that lists also have before every entry.
bool isBullet(const QString &text)
{
    return text == u"●"_s || text == u"■"_s;
}

bool hasDigitAtEdge(const Text &text, int token)
{
    const auto isNumber = [&](int t) {
        return t >= 0 && t < int(text.tokens.size()) && text.tokens[t].line == text.tokens[token].line &&
               (text.tokens[t].text.front().isDigit() || text.tokens[t].text.back().isDigit());
    };
    return isNumber(token - 1) || isNumber(token + 1);
}

class TickFinder
{
public:
    explicit TickFinder(const Text &text) : m_text(text) {}

    std::vector<TickBox> inLine(const Line &line) const
    {
        std::vector<TickBox> boxes;
        for (int t = line.tokens.first; t < line.tokens.last; ++t)
            if (isMark(t))
                boxes.push_back({{t, t + 1}, {t + 1, t + 1}, isTick(m_text.tokens[t].text)});
        if (boxes.empty())
            return boxes;
        const auto touch = [&](std::size_t i) { return boxes[i].mark.last == boxes[i + 1].mark.first; };
        bool sideBySide = false;
        for (std::size_t i = 0; i + 1 < boxes.size(); ++i)
            sideBySide |= touch(i);
        const auto before = !sideBySide && wordsBehind(boxes.back().mark, line).isEmpty();
        for (auto &box : boxes) {
            box.wordsStandBefore = before;
            box.words = before ? wordsBefore(box.mark, line) : wordsBehind(box.mark, line);
            if (box.words.isEmpty() || sideBySide)
                if (const auto head = headOf(box.mark, line); !head.isEmpty() && (sideBySide || box.words.isEmpty()))
                    box.words = head;
        }
        return boxes;
    }

private:
    bool isMark(int token) const
    {
        const auto &word = m_text.tokens[token].text;
        if (!isTickBox(word))
            return false;
        if (isBullet(word))
            return hasCircles(m_text.tokens[token].page);
        return !word.front().isLetter() || !hasDigitAtEdge(m_text, token);
    }

    bool hasCircles(int number) const
    {
        const auto &page = m_text.page(number);
        return std::any_of(m_text.tokens.begin() + page.tokens.first, m_text.tokens.begin() + page.tokens.last,
                           [](const Token &token) { return isEmptyBox(token.text); });
    }

    double gapBetween(int left, int right) const
    {
        const auto &a = m_text.tokens[left], &b = m_text.tokens[right];
        return (b.box.left() - a.box.right()) / std::max(1.0, std::min(a.box.height(), b.box.height()));
    }

    Span wordsBehind(const Span &mark, const Line &line) const
    {
        Span words{mark.last, mark.last};
        while (words.last < line.tokens.last && !isMark(words.last) &&
               gapBetween(words.last - 1, words.last) <= (words.isEmpty() ? farthestWords : widestGap))
            ++words.last;
        return words;
    }

    Span wordsBefore(const Span &mark, const Line &line) const
    {
        Span words{mark.first, mark.first};
        while (words.first > line.tokens.first && !isMark(words.first - 1) &&
               gapBetween(words.first - 1, words.first) <= (words.isEmpty() ? farthestWords : widestGap))
            --words.first;
        return words;
    }

    /// The words that stand above a mark and above all marks of its column.
    Span headOf(const Span &mark, const Line &line) const
    {
        const auto &box = m_text.tokens[mark.first].box;
        const auto &page = m_text.page(line.page);
        const auto here = int(&line - m_text.lines.data());
        for (int l = here - 1; l >= std::max(page.lines.first, here - mostRowsBelowHead); --l) {
            const auto &above = m_text.lines[l];
            Span words;
            bool marked = false;
            for (int t = above.tokens.first; t < above.tokens.last; ++t) {
                const auto &token = m_text.tokens[t];
                const auto centre = box.center().x();
                if (token.box.left() > centre + box.width() || token.box.right() < centre - box.width())
                    continue;
                marked |= isMark(t);
                words = words.isEmpty() ? Span{t, t + 1} : Span{words.first, t + 1};
            }
            if (!marked && !words.isEmpty())
                return words;
        }
        return {};
    }

    const Text &m_text;
};

} // namespace

bool isTick(const QString &text)
{
    static const QSet<QString> ticks{u"✔"_s, u"✓"_s, u"☑"_s, u"☒"_s, u"✗"_s, u"✘"_s, u"■"_s, u"[x]"_s, u"[X]"_s,
                                     u"(x)"_s, u"(X)"_s, u"X"_s, u"x"_s, u"⊠"_s, u"●"_s, u"◉"_s,
                                     // Boxes of symbol fonts whose letters mean nothing.
                                     u"þ"_s, u"ý"_s, u"\uF0FE"_s, u"\uF0FD"_s, u"\uF0FC"_s, u"\uF052"_s, u"\uF054"_s};
    return ticks.contains(text);
}

bool isTickBox(const QString &word)
{
    return isTick(word) || isEmptyBox(word);
}

bool isBoxGlyph(const QString &word)
{
    return isEmptyBox(word) || word == u"☑"_s || word == u"☒"_s || word == u"⊠"_s || word == u"þ"_s || word == u"ý"_s ||
           word == u"\uF0FE"_s || word == u"\uF0FD"_s;
}

std::vector<TickBox> findTickBoxes(const Text &text, const Span &tokens)
{
    std::vector<TickBox> boxes;
    const TickFinder finder(text);
    for (int t = tokens.first; t < tokens.last;) {
        const auto &line = text.lines[text.tokens[t].line];
        for (const auto &box : finder.inLine(line))
            if (box.mark.first >= tokens.first && box.mark.last <= tokens.last)
                boxes.push_back(box);
        t = line.tokens.last;
    }
    return boxes;
}

} // namespace xs::engine
