// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text.h"

#include "engine/lines.h"

#include <algorithm>

namespace xs::engine {

QString Text::textOf(const Span &span) const
{
    QString result;
    for (int i = span.first; i < span.last; ++i) {
        if (i > span.first && isSeparated(i))
            result += u' ';
        result += tokens[i].text;
    }
    return result;
}

bool Text::isSeparated(int token) const
{
    const auto &before = tokens[token - 1];
    const auto &here = tokens[token];
    return before.spaceAfter || here.segment != before.segment ||
           here.box.left() - before.box.right() > 0.3 * here.box.height();
}

QRectF Text::boxOf(const Span &span) const
{
    QRectF box;
    for (int i = span.first; i < span.last; ++i)
        box = i == span.first ? tokens[i].box : box.united(tokens[i].box);
    return box;
}

const Page &Text::page(int number) const
{
    static const Page none;
    for (const auto &page : pages)
        if (page.number == number)
            return page;
    return none;
}

namespace {

/// Text recognition tears "79.35" into "79." and "35".
void joinTornNumbers(std::vector<document::Word> &line)
{
    const auto isDigits = [](QStringView text) {
        return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c.isDigit(); });
    };
    for (std::size_t i = 0; i + 1 < line.size();) {
        auto &left = line[i];
        const auto &right = line[i + 1];
        const auto tail = left.text.size() > 1 ? left.text[left.text.size() - 1] : QChar();
        const auto torn = (tail == u'.' || tail == u',') && left.text[left.text.size() - 2].isDigit() &&
                          right.text.size() == 2 && isDigits(right.text) &&
                          right.box.left() - left.box.right() < 0.9 * left.box.height();
        if (!torn) {
            ++i;
            continue;
        }
        left.text += right.text;
        left.box = left.box.united(right.box);
        left.confidence = std::min(left.confidence, right.confidence);
        left.spaceAfter = right.spaceAfter;
        line.erase(line.begin() + std::ptrdiff_t(i) + 1);
    }
}

} // namespace

void appendPage(Text &text, int number, const QSizeF &size, const std::vector<document::Word> &words)
{
    Page page;
    page.number = number;
    page.size = size;
    page.lines.first = int(text.lines.size());
    page.segments.first = int(text.segments.size());
    page.tokens.first = int(text.tokens.size());
    auto lines = linesOf(wordsInPoints(words, size));
    std::vector<double> heights;
    for (const auto &word : words) {
        heights.push_back(word.box.height() * size.height());
        page.recognised |= word.confidence < 1;
    }
    page.wordHeight = median(heights);
    for (auto &words : lines) {
        if (page.recognised)
            joinTornNumbers(words);
        Line line;
        line.page = number;
        line.tokens.first = int(text.tokens.size());
        line.segments.first = int(text.segments.size());
        line.wordHeight = medianHeight(words);
        for (auto &run : runsOf(words, page.recognised)) {
            Segment segment;
            segment.page = number;
            segment.line = int(text.lines.size());
            segment.tokens.first = int(text.tokens.size());
            for (auto &word : run) {
                segment.box = segment.box.isNull() ? word.box : segment.box.united(word.box);
                text.tokens.push_back({std::move(word.text), word.box, number, word.confidence, word.spaceAfter,
                                       segment.line, int(text.segments.size())});
            }
            segment.tokens.last = int(text.tokens.size());
            line.box = line.box.isNull() ? segment.box : line.box.united(segment.box);
            text.segments.push_back(segment);
        }
        line.tokens.last = int(text.tokens.size());
        line.segments.last = int(text.segments.size());
        text.lines.push_back(line);
    }
    page.lines.last = int(text.lines.size());
    page.segments.last = int(text.segments.size());
    page.tokens.last = int(text.tokens.size());
    text.pages.push_back(page);
}

} // namespace xs::engine
