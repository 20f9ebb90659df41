// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/import/reader.h"

#include "schema/pointer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::schema::import {

void Reader::skipBrackets()
{
    int depth = 0;
    do {
        const auto token = take();
        if (token.kind != Token::Kind::Sign)
            continue;
        if (token.text == "("_L1 || token.text == "["_L1 || token.text == "{"_L1)
            ++depth;
        else if (token.text == ")"_L1 || token.text == "]"_L1 || token.text == "}"_L1)
            --depth;
    } while (depth > 0 && !atEnd());
}

Json Reader::ofType(const char *type)
{
    auto schema = Json::object();
    schema["type"] = type;
    return schema;
}

Json Reader::anyOf(std::vector<Json> alternatives)
{
    std::vector<Json> single;
    std::optional<std::size_t> values;
    for (auto &one : alternatives) {
        // Literals beside each other are the values of one enum.
        if (one.contains("enum") && values) {
            for (const auto &value : one["enum"])
                single[*values]["enum"].push_back(value);
            continue;
        }
        if (one.contains("enum"))
            values = single.size();
        if (std::ranges::find(single, one) == single.end())
            single.push_back(std::move(one));
    }
    // Null stands last, as everywhere.
    std::ranges::stable_partition(single, [](const Json &one) { return one != ofType("null"); });
    if (single.size() == 1)
        return single.front();
    auto schema = Json::object();
    schema["anyOf"] = single;
    return schema;
}

Json Reader::reference(const QString &name)
{
    auto schema = Json::object();
    schema["$ref"] = toStd(u"#/$defs/"_s + pointerStep(name));
    return schema;
}

Json Reader::listOf(Json items)
{
    auto schema = ofType("array");
    schema["items"] = std::move(items);
    return schema;
}

} // namespace xs::schema::import
