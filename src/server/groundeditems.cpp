// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/groundeditems.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

using engine::ItemLine;
using engine::PageItem;

/// Bytes first … last-1 of a text in UTF-8.
struct ByteSpan
{
    qsizetype first = 0;
    qsizetype last = 0;
};

/// Finds the words of an item in the text that was made of them, one after the other.
class WordFinder
{
public:
    explicit WordFinder(QString source) : m_source(std::move(source)) {}

    /// Nothing when something else comes next in the text.
    std::optional<ByteSpan> next(const QString &word)
    {
        for (auto at = m_position; at < m_source.size(); ++at) {
            if (const auto length = lengthAt(at, word); length > 0)
                return take(at, length);
            if (!isMark(at))
                break;
        }
        return {};
    }

private:
    /// What Markdown puts between words: blanks, heads of lines, boxes to tick.
    bool isMark(qsizetype at) const
    {
        const auto sign = m_source[at];
        return sign.isSpace() || u"\\#-[]|"_s.contains(sign) || (sign == u'x' && at > 0 && m_source[at - 1] == u'[');
    }

    /// How much of the text the word takes there, with the backslashes that take the meaning from its signs; 0 when it
    /// is not there.
    qsizetype lengthAt(qsizetype at, const QString &word) const
    {
        auto end = at;
        for (const auto sign : word) {
            if (end < m_source.size() && m_source[end] == u'\\' && sign != u'\\')
                ++end;
            if (end >= m_source.size() || m_source[end] != sign)
                return 0;
            ++end;
        }
        return end - at;
    }

    ByteSpan take(qsizetype at, qsizetype length)
    {
        const auto bytes = [this](qsizetype from, qsizetype count) {
            return QStringView(m_source).mid(from, count).toUtf8().size();
        };
        ByteSpan span;
        span.first = m_bytes + bytes(m_position, at - m_position);
        span.last = m_bytes = span.first + bytes(at, length);
        m_position = at + length;
        return span;
    }

    QString m_source;
    qsizetype m_position = 0;
    /// The bytes before the position.
    qsizetype m_bytes = 0;
};

/// Hundredths of a point are finer than any document is set.
Json plainBox(const QRectF &box)
{
    const auto rounded = [](double points) { return std::round(points * 100) / 100; };
    return {
        {"x", rounded(box.x())}, {"y", rounded(box.y())}, {"w", rounded(box.width())}, {"h", rounded(box.height())}};
}

Json grounded(const ByteSpan &span, const QRectF &box)
{
    return {{"span", Json::array({span.first, span.last})}, {"bbox", plainBox(box)}};
}

QRectF boxOf(const std::vector<ItemLine> &lines)
{
    QRectF box;
    for (const auto &line : lines)
        for (const auto &word : line)
            box = box.isNull() ? word.box : box.united(word.box);
    return box;
}

Json groundedLines(const QString &source, const std::vector<ItemLine> &lines, const BoxLevels &levels)
{
    WordFinder finder(source);
    auto json = Json::array();
    for (const auto &line : lines) {
        std::optional<ByteSpan> whole;
        auto words = Json::array();
        for (const auto &word : line) {
            const auto span = finder.next(word.text);
            if (!span)
                continue;
            whole = whole ? ByteSpan{whole->first, span->last} : *span;
            words.push_back(grounded(*span, word.box));
        }
        if (!whole)
            continue;
        auto entry = grounded(*whole, boxOf({line}));
        if (levels.words)
            entry["words"] = std::move(words);
        json.push_back(std::move(entry));
    }
    return json;
}

Json groundedCell(const QString &text, const std::vector<ItemLine> &lines, const BoxLevels &levels)
{
    if (lines.empty())
        return {};
    Json json;
    if (levels.cells)
        json["bbox"] = boxJson(boxOf(lines));
    if (levels.words || levels.lines)
        json["lines"] = groundedLines(text, lines, levels);
    return json;
}

Json groundedTable(const PageItem &item, const BoxLevels &levels)
{
    auto rows = Json::array();
    for (std::size_t r = 0; r < item.rows.size(); ++r) {
        auto row = Json::array();
        for (std::size_t c = 0; c < item.cellLines[r].size(); ++c)
            row.push_back(groundedCell(item.rows[r][qsizetype(c)], item.cellLines[r][c], levels));
        rows.push_back(std::move(row));
    }
    return {{"source", "rows"}, {"rows", std::move(rows)}};
}

Json groundingOf(const PageItem &item, const Json &json, const BoxLevels &levels)
{
    if (item.kind == PageItem::Kind::Table)
        return groundedTable(item, levels);
    if (!levels.words && !levels.lines)
        return {};
    return {{"source", "md"},
            {"lines", groundedLines(stringMember(json, "md").value_or(QString()), item.wordLines, levels)}};
}

} // namespace

BoxLevels boxLevels(const Json &parseConfiguration)
{
    const auto &wanted = member(member(parseConfiguration, "output_options"), "granular_bboxes");
    const auto has = [&wanted](const char *level) {
        return wanted.is_array() && std::ranges::find(wanted, Json(level)) != wanted.end();
    };
    return {has("word"), has("line"), has("cell")};
}

Json boxJson(const QRectF &box)
{
    return Json::array({plainBox(box)});
}

Json groundedItems(const std::vector<engine::ParsedPage> &pages, const Json &itemPages, const BoxLevels &levels)
{
    auto json = itemPages;
    for (std::size_t p = 0; p < pages.size(); ++p)
        for (std::size_t i = 0; i < pages[p].items.size(); ++i) {
            auto &item = json[p]["items"][i];
            item["grounding"] = groundingOf(pages[p].items[i], item, levels);
        }
    return json;
}

} // namespace xs::server
