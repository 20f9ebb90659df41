// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/text.h"

#include "engine/text/boxnumbers.h"
#include "engine/text/lines.h"
#include "engine/text/readingrepair.h"
#include "engine/text/textcolumns.h"
#include "engine/text/twintables.h"
#include "engine/text/uprighttext.h"
#include "engine/text/wordcuts.h"

#include <algorithm>

namespace xs::engine {

QString Text::textOf(const Span &span) const
{
    qsizetype length = 0;
    for (int i = span.first; i < span.last; ++i)
        length += tokens[i].text.size() + 1;
    QString result;
    result.reserve(length);
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

bool Text::isFootnoteMark(int token) const
{
    constexpr double mostHeight = 0.8, leastRise = 0.15, widestGap = 0.3;
    constexpr qsizetype longest = 3, shortestWord = 3;
    if (token <= 0 || tokens[token].line != tokens[token - 1].line || tokens[token].text.size() > longest)
        return false;
    const auto &mark = tokens[token].box, &word = tokens[token - 1].box;
    return tokens[token - 1].text.size() >= shortestWord && mark.height() < mostHeight * word.height() &&
           mark.bottom() < word.bottom() - leastRise * word.height() &&
           mark.left() - word.right() < widestGap * word.height();
}

QRectF Text::boxOf(const Span &span) const
{
    QRectF box;
    for (int i = span.first; i < span.last; ++i)
        box = i == span.first ? tokens[i].box : box.united(tokens[i].box);
    return box;
}

QRectF Text::placeOf(const Token &token) const
{
    const auto &levelling = page(token.page).levelling;
    return levelling.isLevel() ? token.box : levelling.onPage(token.box);
}

QRectF Text::cellAround(int number, const QRectF &box) const
{
    const auto &around = page(number);
    const auto middle = box.center();
    double left = 0, right = around.size.width(), top = 0, bottom = around.size.height();
    for (const auto &rule : around.uprightRules) {
        const auto x = rule.center().x();
        if (rule.top() > middle.y() || rule.bottom() < middle.y())
            continue;
        if (x <= middle.x())
            left = std::max(left, x);
        else
            right = std::min(right, x);
    }
    for (const auto &rule : around.levelRules) {
        const auto y = rule.center().y();
        if (rule.left() > middle.x() || rule.right() < middle.x())
            continue;
        if (y <= middle.y())
            top = std::max(top, y);
        else
            bottom = std::min(bottom, y);
    }
    return {left, top, right - left, bottom - top};
}

Span Text::entryAt(int entry) const
{
    const auto isOfEntry = [entry](const Token &token) { return token.entry == entry; };
    const auto first = std::ranges::find_if(tokens, isOfEntry);
    // Lines of a larger field have other words between them.
    const auto last = std::find_if_not(first, tokens.end(), isOfEntry);
    return {int(first - tokens.begin()), int(last - tokens.begin())};
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

QRectF inPoints(const domain::PageRect &area, const QSizeF &size)
{
    return {area.x() * size.width(), area.y() * size.height(), area.width() * size.width(),
            area.height() * size.height()};
}

std::vector<QRectF> inPoints(const std::vector<domain::PageRect> &areas, const QSizeF &size)
{
    std::vector<QRectF> boxes;
    for (const auto &area : areas)
        boxes.push_back(inPoints(area, size));
    return boxes;
}

/// Runs cut where a line is drawn between two words.
std::vector<std::vector<document::Word>> cutAtRules(std::vector<std::vector<document::Word>> runs,
                                                    const std::vector<QRectF> &rules)
{
    if (rules.empty())
        return runs;
    constexpr double slack = 0.2;
    const auto isParted = [&rules](const QRectF &a, const QRectF &b) {
        const auto y = (a.center().y() + b.center().y()) / 2, reach = slack * std::min(a.height(), b.height());
        return std::ranges::any_of(rules, [&](const QRectF &rule) {
            const auto x = rule.center().x();
            return x > a.right() - reach && x < b.left() + reach && rule.top() < y && rule.bottom() > y &&
                   rule.height() > b.height();
        });
    };
    std::vector<std::vector<document::Word>> cut;
    for (auto &run : runs)
        for (std::size_t i = 0; i < run.size(); ++i) {
            if (i == 0 || isParted(cut.back().back().box, run[i].box))
                cut.emplace_back();
            cut.back().push_back(std::move(run[i]));
        }
    return cut;
}

/// The number of the field, from 1, in which a word stands; 0 for none.
int entryAt(const document::Word &word, const std::vector<QRectF> &entries)
{
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (entries[i].contains(word.box.center()))
            return int(i) + 1;
    return 0;
}

/// Runs cut where a form's field begins or ends.
std::vector<std::vector<document::Word>> cutAtEntries(std::vector<std::vector<document::Word>> runs,
                                                      const std::vector<QRectF> &entries)
{
    if (entries.empty())
        return runs;
    std::vector<std::vector<document::Word>> cut;
    for (auto &run : runs) {
        int before = -1;
        for (auto &word : run) {
            const auto entry = entryAt(word, entries);
            if (entry != before)
                cut.emplace_back();
            before = entry;
            cut.back().push_back(std::move(word));
        }
    }
    return cut;
}

} // namespace

void appendPage(Text &text, int number, const QSizeF &size, const std::vector<document::Word> &words,
                const std::vector<document::FilledField> &filled, const document::DrawnRules &rules)
{
    std::vector<QRectF> entries;
    for (const auto &field : filled)
        entries.push_back(inPoints(field.area, size));
    Page page;
    page.uprightRules = inPoints(rules.upright, size);
    page.levelRules = inPoints(rules.level, size);
    page.number = number;
    page.lines.first = int(text.lines.size());
    page.segments.first = int(text.segments.size());
    page.tokens.first = int(text.tokens.size());
    auto scaled = wordsInPoints(words, size);
    page.recognised = std::ranges::any_of(words, [](const document::Word &word) { return word.confidence < 1; });
    page.levelling = page.recognised && filled.empty() ? Levelling::of(scaled, size) : Levelling(size);
    page.size = page.levelling.size();
    if (!page.levelling.isLevel())
        for (auto &word : scaled)
            word.box = page.levelling.level(word.box);
    page.wordHeight = page.levelling.isLevel() ? size.height() * medianHeight(words) : medianHeight(scaled);
    cutGluedLabels(scaled);
    // What runs up the margin stands behind the page's lines and in none of them.
    auto upright = takeUprightTexts(scaled);
    auto lines = withoutTextColumns(withoutTwinTables(linesOf(std::move(scaled))));
    if (page.recognised) {
        for (auto &words : lines)
            repairReading(words);
        repairAmounts(lines);
    }
    std::ranges::move(upright, std::back_inserter(lines));
    for (auto &words : lines) {
        Line line;
        line.page = number;
        line.tokens.first = int(text.tokens.size());
        line.segments.first = int(text.segments.size());
        line.wordHeight = medianHeight(words);
        for (auto &run : cutAtEntries(cutAtRules(runsOf(words, page.recognised), page.uprightRules), entries)) {
            Segment segment;
            segment.page = number;
            segment.line = int(text.lines.size());
            segment.tokens.first = int(text.tokens.size());
            for (auto &word : run) {
                const auto entry = entryAt(word, entries);
                segment.box = segment.box.isNull() ? word.box : segment.box.united(word.box);
                text.tokens.push_back({std::move(word.text), word.box, number, word.confidence, word.spaceAfter,
                                       segment.line, int(text.segments.size()),
                                       entry > 0 ? int(text.entryLabels.size()) + entry : 0, false});
            }
            segment.tokens.last = int(text.tokens.size());
            line.box = line.box.isNull() ? segment.box : line.box.united(segment.box);
            text.segments.push_back(segment);
        }
        line.tokens.last = int(text.tokens.size());
        line.segments.last = int(text.segments.size());
        text.lines.push_back(line);
    }
    for (const auto &field : filled)
        text.entryLabels.push_back(field.label);
    page.lines.last = int(text.lines.size());
    page.segments.last = int(text.segments.size());
    page.tokens.last = int(text.tokens.size());
    markBoxNumbers(text, page);
    text.pages.push_back(page);
}

} // namespace xs::engine
