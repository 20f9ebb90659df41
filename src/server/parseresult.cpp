// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/parseresult.h"

#include "engine/pages/markdown.h"
#include "server/savedpages.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

using engine::PageItem;

/// Hundredths of a point are finer than any document is set.
double rounded(double points)
{
    return std::round(points * 100) / 100;
}

Json orNull(const QString &text)
{
    return text.isEmpty() ? Json() : Json(toStd(text));
}

Json orNull(const std::optional<double> &number)
{
    return number ? Json(*number) : Json();
}

std::string kindWord(PageItem::Kind kind)
{
    switch (kind) {
    case PageItem::Kind::Heading:
        return "heading";
    case PageItem::Kind::List:
        return "list";
    case PageItem::Kind::Table:
        return "table";
    case PageItem::Kind::Header:
        return "header";
    case PageItem::Kind::Footer:
        return "footer";
    case PageItem::Kind::Text:
        break;
    }
    return "text";
}

Json textItem(const QString &text, const QString &markdown)
{
    return {{"type", "text"}, {"md", toStd(markdown)}, {"value", toStd(text)}};
}

Json boxesOf(const PageItem &item)
{
    auto boxes = boxJson(item.box);
    boxes[0]["confidence"] = orNull(item.confidence);
    boxes[0]["label"] = kindWord(item.kind);
    return boxes;
}

void addTable(const PageItem &item, Json &json)
{
    auto &rows = json["rows"] = Json::array();
    for (const auto &row : item.rows) {
        auto cells = Json::array();
        for (const auto &cell : row)
            cells.push_back(toStd(cell));
        rows.push_back(std::move(cells));
    }
    json["csv"] = toStd(engine::csv(item));
    json["html"] = toStd(engine::html(item));
}

void addEntries(const PageItem &item, Json &json)
{
    json["ordered"] = item.ordered;
    auto &entries = json["items"] = Json::array();
    for (const auto &entry : item.entries)
        entries.push_back(textItem(entry.text, entry.text));
}

Json itemJson(const PageItem &item)
{
    Json json;
    json["type"] = kindWord(item.kind);
    json["md"] = toStd(engine::markdown(item));
    switch (item.kind) {
    case PageItem::Kind::Table:
        addTable(item, json);
        break;
    case PageItem::Kind::List:
        addEntries(item, json);
        break;
    case PageItem::Kind::Header:
    case PageItem::Kind::Footer:
        json["items"] = Json::array({textItem(item.text, engine::markdown(item))});
        break;
    case PageItem::Kind::Heading:
        json["level"] = item.level;
        [[fallthrough]];
    case PageItem::Kind::Text:
        json["value"] = toStd(item.text);
        break;
    }
    json["bbox"] = boxesOf(item);
    return json;
}

Json itemsPage(const engine::ParsedPage &page)
{
    Json json;
    json["page_number"] = page.number;
    json["page_width"] = rounded(page.size.width());
    json["page_height"] = rounded(page.size.height());
    json["success"] = true;
    auto &items = json["items"] = Json::array();
    for (const auto &item : page.items)
        items.push_back(itemJson(item));
    return json;
}

Json markdownPage(const engine::ParsedPage &page)
{
    Json json;
    json["page_number"] = page.number;
    json["markdown"] = toStd(engine::markdown(page));
    json["success"] = true;
    json["header"] = orNull(engine::markdown(page, PageItem::Kind::Header));
    json["footer"] = orNull(engine::markdown(page, PageItem::Kind::Footer));
    return json;
}

Json metadataPage(const engine::ParsedPage &page)
{
    Json json;
    json["page_number"] = page.number;
    json["confidence"] = orNull(page.confidence);
    json["original_orientation_angle"] = page.turn;
    json["printed_page_number"] = orNull(page.printedNumber);
    json["page_width"] = rounded(page.size.width());
    json["page_height"] = rounded(page.size.height());
    return json;
}

/// The mean and the least of the pages that were recognised; null when all had a text layer.
Json documentConfidence(const std::vector<engine::ParsedPage> &pages)
{
    double sum = 0, least = 1;
    int scored = 0;
    for (const auto &page : pages)
        if (page.confidence) {
            sum += *page.confidence;
            least = std::min(least, *page.confidence);
            ++scored;
        }
    if (scored == 0)
        return {};
    const Json breakdown{{"min_page_score", least}, {"scored_pages", scored}, {"total_pages", pages.size()}};
    return {{"confidence", std::round(sum / scored * 10000) / 10000}, {"confidence_breakdown", breakdown}};
}

} // namespace

Json parseResult(const std::vector<document::ReadPage> &pages, int pageCount, const BoxLevels &levels)
{
    const auto parsed = engine::parsePages(pages);
    Json result;
    for (const auto *part : {"text", "markdown", "items", "metadata"})
        result[part]["pages"] = Json::array();
    std::size_t words = 0;
    for (std::size_t p = 0; p < parsed.size(); ++p) {
        const auto &page = parsed[p];
        result["text"]["pages"].push_back({{"page_number", page.number}, {"text", toStd(engine::plainText(page))}});
        result["markdown"]["pages"].push_back(markdownPage(page));
        result["items"]["pages"].push_back(itemsPage(page));
        result["metadata"]["pages"].push_back(metadataPage(page));
        words += pages[p].words.size();
    }
    result["metadata"]["document"] = documentConfidence(parsed);
    if (levels.any())
        result["grounded_items"] = groundedItems(parsed, result["items"]["pages"], levels);
    result["words"] = savedPages(pages, pageCount);
    result["job_metadata"] = {{"document_pages", pageCount}, {"parsed_pages", pages.size()}, {"words", words}};
    return result;
}

} // namespace xs::server
