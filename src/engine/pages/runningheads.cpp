// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pages/runningheads.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

/// How far from the page's end a line may stand, as a share of its height, and how many are looked at.
constexpr double margin = 0.12;
/// The same for the outermost line.
constexpr double outermost = 0.25;
constexpr int mostLines = 4;

/// What two pages' lines are compared by: their words with all numbers alike.
QString pattern(const QString &text)
{
    static const QRegularExpression number(u"\\d+"_s);
    return QString(text).replace(number, u"#"_s);
}

/// The page's number in a line such as "Page 3 of 10", "3 / 10", "- 3 -" or "3".
QString pageNumberIn(const QString &text)
{
    static const QRegularExpression named(
        u"\\b(?:page|seite|p\\.|s\\.|página|pagina|bladzijde|strona)\\s*([0-9]{1,4}|[ivxlc]{1,6})\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression alone(
        u"^[-–—\\s]*([0-9]{1,4}|[ivxlc]{1,6})(?:\\s*(?:/|of|von|de|sur)\\s*[0-9]{1,4})?[-–—\\s]*$"_s);
    const auto found = named.match(text);
    return found.hasMatch() ? found.captured(1) : alone.match(text).captured(1);
}

/// The outermost lines of a page's upper or lower margin, from outside in.
std::vector<int> outerLines(const Text &text, const Page &page, bool upper)
{
    std::vector<int> lines;
    for (int i = 0; i < std::min(mostLines, page.lines.size()); ++i) {
        const auto line = upper ? page.lines.first + i : page.lines.last - 1 - i;
        const auto y = text.lines[line].box.center().y() / std::max(1.0, page.size.height());
        const auto reach = i == 0 ? outermost : margin;
        if (upper ? y > reach : y < 1 - reach)
            break;
        lines.push_back(line);
    }
    return lines;
}

} // namespace

RunningHeads::RunningHeads(const Text &text) : m_text(text)
{
    for (const auto upper : {true, false}) {
        QMap<QString, int> pages;
        for (const auto &page : text.pages) {
            std::set<QString> seen;
            for (const auto line : outerLines(text, page, upper))
                seen.insert(pattern(text.textOf(text.lines[line].tokens)));
            for (const auto &words : seen)
                ++pages[words];
        }
        // Few pages may share a form's heading; what stands on one in three of many pages is a running head.
        const auto fewest = std::max(2, int(text.pages.size()) / 3);
        for (const auto &page : text.pages)
            for (const auto line : outerLines(text, page, upper)) {
                const auto words = text.textOf(text.lines[line].tokens);
                const auto repeated = pages.value(pattern(words)) >= fewest;
                const auto isNumber = !pageNumberIn(words).isEmpty() && text.lines[line].tokens.size() <= 6;
                if (repeated || isNumber)
                    (upper ? m_headers : m_footers).insert(line);
            }
    }
}

QString RunningHeads::printedNumber(const Page &page) const
{
    auto lines = footers(page);
    std::ranges::move(headers(page), std::back_inserter(lines));
    for (const auto line : lines)
        for (int s = m_text.lines[line].segments.first; s < m_text.lines[line].segments.last; ++s)
            if (const auto number = pageNumberIn(m_text.textOf(m_text.segments[s].tokens)); !number.isEmpty())
                return number;
    return {};
}

std::vector<int> RunningHeads::on(const Page &page, const std::set<int> &lines)
{
    return {lines.lower_bound(page.lines.first), lines.lower_bound(page.lines.last)};
}

} // namespace xs::engine
