// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/placejson.h"

#include <algorithm>

namespace xs::review {

namespace {

/// The numbers of an array that holds exactly `count` of them.
std::optional<std::vector<double>> numbers(const Json &json, std::size_t count)
{
    if (!json.is_array() || json.size() != count ||
        !std::ranges::all_of(json, [](const Json &item) { return item.is_number(); }))
        return std::nullopt;
    return json.get<std::vector<double>>();
}

} // namespace

Json toJson(const std::optional<domain::Citation> &place)
{
    if (!place)
        return {};
    auto boxes = Json::array();
    for (const auto &box : place->boxes)
        boxes.push_back({box.x(), box.y(), box.width(), box.height()});
    Json json{{"page", place->page}, {"text", toStd(place->matchingText)}, {"boxes", std::move(boxes)}};
    if (place->pageSize)
        json["page_size"] = {place->pageSize->width(), place->pageSize->height()};
    return json;
}

std::optional<domain::Citation> placeFromJson(const Json &json)
{
    const auto page = integerMember(json, "page");
    if (!page)
        return std::nullopt;
    domain::Citation place;
    place.page = static_cast<int>(*page);
    place.matchingText = stringMember(json, "text").value_or(QString());
    for (const auto &item : member(json, "boxes"))
        if (const auto box = numbers(item, 4))
            place.boxes.emplace_back((*box)[0], (*box)[1], (*box)[2], (*box)[3]);
    if (const auto size = numbers(member(json, "page_size"), 2))
        place.pageSize = domain::PageSize((*size)[0], (*size)[1]);
    return place;
}

} // namespace xs::review
