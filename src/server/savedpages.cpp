// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/savedpages.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

constexpr std::size_t numbersPerBox = 4;

void addBox(const QRectF &box, Json &boxes)
{
    for (const auto side : {box.x(), box.y(), box.width(), box.height()})
        boxes.push_back(side);
}

QRectF boxAt(const Json &boxes, std::size_t index)
{
    const auto side = [&boxes, index](std::size_t n) { return boxes.at(numbersPerBox * index + n).get<double>(); };
    return {side(0), side(1), side(2), side(3)};
}

Json savedPage(const document::ReadPage &page)
{
    auto texts = Json::array();
    auto boxes = Json::array();
    auto joined = Json::array();
    auto confidences = Json::array();
    bool recognised = false;
    for (const auto &word : page.words) {
        addBox(word.box, boxes);
        if (!word.spaceAfter)
            joined.push_back(texts.size());
        texts.push_back(toStd(word.text));
        confidences.push_back(word.confidence);
        recognised = recognised || word.confidence < 1;
    }
    Json json;
    json["number"] = page.number;
    json["width"] = page.size.width();
    json["height"] = page.size.height();
    json["turn"] = page.turn;
    json["texts"] = std::move(texts);
    json["boxes"] = std::move(boxes);
    json["joined"] = std::move(joined);
    auto filled = Json::array();
    auto labels = Json::array();
    for (const auto &field : page.filledFields) {
        addBox(field.area, filled);
        labels.push_back(toStd(field.label));
    }
    json["filled"] = std::move(filled);
    json["filled_labels"] = std::move(labels);
    // Those of a text layer are all 1.
    json["confidences"] = recognised ? std::move(confidences) : Json();
    return json;
}

document::ReadPage readPage(const Json &json)
{
    document::ReadPage page;
    page.number = json.at("number").get<int>();
    page.size = {json.at("width").get<double>(), json.at("height").get<double>()};
    page.turn = json.at("turn").get<int>();
    const auto &texts = json.at("texts");
    const auto &boxes = json.at("boxes");
    const auto &confidences = json.at("confidences");
    for (std::size_t w = 0; w < texts.size(); ++w) {
        page.words.push_back(
            {toQString(texts[w]), boxAt(boxes, w), true, confidences.is_array() ? confidences.at(w).get<double>() : 1});
    }
    const auto &filled = json.at("filled");
    const auto &labels = member(json, "filled_labels");
    for (std::size_t f = 0; numbersPerBox * f < filled.size(); ++f)
        page.filledFields.push_back({boxAt(filled, f), f < labels.size() ? toQString(labels.at(f)) : QString()});
    for (const auto &index : json.at("joined"))
        page.words.at(index.get<std::size_t>()).spaceAfter = false;
    return page;
}

} // namespace

Json savedPages(const std::vector<document::ReadPage> &pages, int pageCount)
{
    Json json;
    json["page_count"] = pageCount;
    auto &list = json["pages"] = Json::array();
    for (const auto &page : pages)
        list.push_back(savedPage(page));
    return json;
}

Expected<SavedPages> readSavedPages(const Json &json)
{
    try {
        SavedPages saved;
        saved.pageCount = json.at("page_count").get<int>();
        for (const auto &page : json.at("pages"))
            saved.pages.push_back(readPage(page));
        return saved;
    } catch (const std::exception &e) {
        return Unexpected(ErrorCode::StoreCorrupt, QString::fromUtf8(e.what()));
    }
}

} // namespace xs::server
