// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text.h"

#include "engine/lines.h"

namespace xs::engine {

QString Text::textOf(const Span &span) const
{
    QString result;
    for (int i = span.first; i < span.last; ++i) {
        if (i > span.first && (tokens[i - 1].spaceAfter || tokens[i].line != tokens[i - 1].line))
            result += u' ';
        result += tokens[i].text;
    }
    return result;
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
