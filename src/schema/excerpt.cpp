// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/excerpt.h"

#include "schema/pointer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::schema {

namespace {

/// Copies the definitions that a schema refers to into `result`, at the places where they stand in the document.
void addReferred(const Json &document, Json schema, Json &result)
{
    changeReferences(schema, [&](const QString &reference) {
        const Json::json_pointer place(reference.startsWith("#/"_L1) ? toStd(reference.mid(1)) : std::string());
        if (!place.empty() && document.contains(place) && !result.contains(place)) {
            result[place] = document.at(place);
            addReferred(document, document.at(place), result);
        }
        return reference;
    });
}

bool isRequired(const Json &document, const QString &pointer)
{
    const Json::json_pointer owner(toStd(ownerOf(pointer)));
    const auto &required = member(document.at(owner), "required");
    return required.is_array() && std::ranges::find(required, Json(toStd(lastName(pointer)))) != required.end();
}

} // namespace

Json excerpt(const Json &document, const QStringList &pointers)
{
    Json schema = {{"type", "object"}, {"properties", Json::object()}};
    auto required = Json::array();
    for (const auto &pointer : pointers) {
        const Json::json_pointer place(toStd(pointer));
        if (!pointer.contains("/properties/"_L1) || !document.contains(place))
            continue;
        auto name = toStd(lastName(pointer));
        for (int i = 2; schema["properties"].contains(name); ++i)
            name = toStd(u"%1_%2"_s.arg(lastName(pointer)).arg(i));
        schema["properties"][name] = document.at(place);
        if (isRequired(document, pointer))
            required.push_back(name);
    }
    if (!required.empty())
        schema["required"] = std::move(required);
    const auto properties = schema["properties"];
    addReferred(document, properties, schema);
    return schema;
}

} // namespace xs::schema
