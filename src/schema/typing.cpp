// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/typing.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace xs::schema {

namespace {

/// Keywords that tell about a field and stay outside of the alternatives with null.
constexpr std::array annotations{"title", "description", "examples", "example", "default", "deprecated", "$comment"};
/// Keywords that belong to one element, and move with it into a list and out of it.
constexpr std::array elementKeywords{"type", "properties", "required", "additionalProperties",
                                     "enum", "format",     "pattern",  "$ref"};

template <typename List>
bool isOneOf(const List &list, const std::string &key)
{
    return std::ranges::find(list, key) != list.end();
}

bool isAnnotation(const std::string &key)
{
    return isOneOf(annotations, key) || key.starts_with("x-");
}

/// The key of the alternatives and the position of the only one that is not null.
std::optional<std::pair<std::string, std::size_t>> alternative(const Json &schema)
{
    for (const auto *key : {"anyOf", "oneOf"}) {
        const auto &list = member(schema, key);
        if (!list.is_array())
            continue;
        std::vector<std::size_t> others;
        for (std::size_t i = 0; i < list.size(); ++i)
            if (stringMember(list[i], "type") != u"null"_s)
                others.push_back(i);
        if (others.size() == 1)
            return std::pair{std::string(key), others.front()};
    }
    return {};
}

bool allowsNull(const Json &schema)
{
    for (const auto *key : {"anyOf", "oneOf"})
        for (const auto &one : member(schema, key).is_array() ? member(schema, key) : Json::array())
            if (stringMember(one, "type") == u"null"_s)
                return true;
    const auto &type = member(schema, "type");
    return type.is_array() && std::ranges::find(type, Json("null")) != type.end();
}

Json typeValue(const Json &former, const char *word)
{
    const auto withNullWord = former.is_array() && std::ranges::find(former, Json("null")) != former.end();
    return withNullWord ? Json::array({word, "null"}) : Json(word);
}

const char *word(FieldType type)
{
    switch (type) {
    case FieldType::Number:
        return "number";
    case FieldType::Integer:
        return "integer";
    case FieldType::Boolean:
        return "boolean";
    case FieldType::Object:
        return "object";
    default:
        return "string";
    }
}

bool isArray(const Json &schema)
{
    const auto &type = member(schema, "type");
    return type == "array" || (type.is_array() && std::ranges::find(type, Json("array")) != type.end());
}

/// The keywords of one element, out of a list's `items` or out of the schema itself.
Json elementOf(const Json &schema)
{
    if (isArray(schema))
        return member(schema, "items").is_object() ? member(schema, "items") : Json::object();
    auto element = Json::object();
    for (const auto &[key, value] : schema.items())
        if (isOneOf(elementKeywords, key))
            element[key] = value;
    return element;
}

/// The element as another type. Members stay with an object, values and formats with a text.
Json retyped(const Json &element, const TypeChoice &type)
{
    auto result = Json::object();
    const auto isObject = type.type == FieldType::Object;
    result["type"] = word(type.type);
    for (const auto &[key, value] : element.items()) {
        const auto ofObject = key == "properties" || key == "required" || key == "additionalProperties";
        const auto ofText = key == "enum" || key == "format" || key == "pattern";
        const auto goes = key == "type" || key == "$ref" || (ofObject && !isObject) ||
                          (ofText && type.type != FieldType::String) || (key == "enum" && !type.enumeration);
        if (!goes)
            result[key] = value;
    }
    if (isObject && !result.contains("properties"))
        result["properties"] = Json::object();
    if (type.enumeration && !result.contains("enum"))
        result["enum"] = Json::array();
    return result;
}

/// The schema with the type's keywords replaced, where the first of them stood; everything else stays.
Json withTypeKeywords(const Json &schema, const Json &keywords)
{
    auto result = Json::object();
    bool done = false;
    const auto putKeywords = [&] {
        if (!std::exchange(done, true))
            for (const auto &[key, value] : keywords.items())
                result[key] = value;
    };
    for (const auto &[key, value] : schema.items()) {
        if (isOneOf(elementKeywords, key) || key == "items")
            putKeywords();
        else
            result[key] = value;
    }
    if (done)
        return result;
    auto first = keywords;
    first.update(result);
    return first;
}

/// `change` made to the schema in which the type is said, inside of alternatives with null.
template <typename Change>
Json changedInside(const Json &property, Change &&change)
{
    if (!property.is_object())
        return change(Json::object());
    if (const auto found = alternative(property)) {
        auto result = property;
        auto &inner = result[found->first][found->second];
        inner = changedInside(inner, change);
        return result;
    }
    return change(property);
}

Json wrappedInNull(const Json &property)
{
    auto inner = Json::object();
    auto result = Json::object();
    for (const auto &[key, value] : property.items()) {
        if (isAnnotation(key)) {
            result[key] = value;
            continue;
        }
        if (inner.empty())
            result["anyOf"] = Json();
        inner[key] = value;
    }
    result["anyOf"] = Json::array({inner, {{"type", "null"}}});
    return result;
}

Json unwrapped(const Json &property, const std::string &key, std::size_t index)
{
    auto result = Json::object();
    for (const auto &[name, value] : property.items()) {
        if (name != key) {
            result[name] = value;
            continue;
        }
        for (const auto &[innerName, innerValue] : value[index].items())
            if (!property.contains(innerName))
                result[innerName] = innerValue;
    }
    return result;
}

Json withoutNullWord(const Json &property)
{
    auto result = property;
    auto words = Json::array();
    for (const auto &one : property["type"])
        if (one != "null")
            words.push_back(one);
    result["type"] = words.size() == 1 ? words.front() : words;
    return result;
}

} // namespace

std::optional<TypeChoice> typeChoice(const QString &text)
{
    auto word = text.trimmed().toLower();
    TypeChoice choice;
    if (word.endsWith("[]"_L1)) {
        choice.list = true;
        word = word.chopped(2).trimmed();
    }
    if (word == "enum"_L1) {
        choice.enumeration = true;
        return choice;
    }
    if (word == "array"_L1 || word == "list"_L1)
        return TypeChoice{FieldType::String, true};
    for (const auto type :
         {FieldType::String, FieldType::Number, FieldType::Integer, FieldType::Boolean, FieldType::Object})
        if (word == typeWord(type, false)) {
            choice.type = type;
            return choice;
        }
    return {};
}

Json newProperty(const TypeChoice &type)
{
    return withType(Json::object(), type);
}

Json withType(const Json &property, const TypeChoice &type)
{
    return changedInside(property, [&type](const Json &schema) {
        auto keywords = retyped(elementOf(schema), type);
        if (type.list) {
            auto list = Json::object();
            list["type"] = "array";
            list["items"] = std::move(keywords);
            keywords = std::move(list);
        }
        const auto wordOnly = keywords["type"].get<std::string>();
        keywords["type"] = typeValue(member(schema, "type"), wordOnly.c_str());
        return withTypeKeywords(schema, keywords);
    });
}

Json withNull(const Json &property, bool nullable)
{
    if (!property.is_object() || allowsNull(property) == nullable)
        return property;
    if (!nullable && member(property, "type").is_array())
        return withoutNullWord(property);
    if (nullable) {
        auto &&type = member(property, "type");
        if (!type.is_array())
            return wrappedInNull(property);
        auto result = property;
        result["type"].push_back("null");
        return result;
    }
    if (const auto found = alternative(property))
        return unwrapped(property, found->first, found->second);
    auto result = property;
    for (const auto *key : {"anyOf", "oneOf"}) {
        if (!member(property, key).is_array())
            continue;
        auto &list = result[key];
        for (std::size_t i = list.size(); i-- > 0;)
            if (stringMember(list[i], "type") == u"null"_s)
                list.erase(i);
    }
    return result;
}

Json withEnum(const Json &property, Json values)
{
    return changedInside(property, [&values](const Json &schema) {
        auto result = schema;
        if (isArray(schema))
            result["items"]["enum"] = std::move(values);
        else
            result["enum"] = std::move(values);
        return result;
    });
}

Json enumOf(const Json &property)
{
    const auto &typed = property.at(Json::json_pointer(toStd(typedPlace(property))));
    return member(isArray(typed) ? member(typed, "items") : typed, "enum");
}

QString typedPlace(const Json &property, bool ofElements)
{
    QString place;
    const auto *schema = &property;
    while (const auto found = alternative(*schema)) {
        place += u"/%1/%2"_s.arg(toQString(found->first)).arg(found->second);
        schema = &(*schema)[found->first][found->second];
    }
    return ofElements ? place + u"/items"_s : place;
}

Json valueOfType(const QString &text, FieldType type)
{
    const auto isTyped = type == FieldType::Number || type == FieldType::Integer || type == FieldType::Boolean;
    if (isTyped) {
        const auto parsed = parseJson(text.trimmed().toUtf8());
        const auto fits = parsed && (type == FieldType::Boolean ? parsed->is_boolean() : parsed->is_number());
        if (fits)
            return *parsed;
    }
    return toStd(text);
}

} // namespace xs::schema
