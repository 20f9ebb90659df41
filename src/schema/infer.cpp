// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/infer.h"

#include "schema/csvline.h"

#include <QDate>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace xs::schema {

namespace {

const char *typeOf(const Json &value)
{
    if (value.is_boolean())
        return "boolean";
    if (value.is_number_integer())
        return "integer";
    return value.is_number() ? "number" : "string";
}

bool isDate(const Json &value)
{
    constexpr qsizetype length = 10;
    if (!value.is_string())
        return false;
    const auto text = toQString(value);
    return text.size() == length && QDate::fromString(text, Qt::ISODate).isValid();
}

Json ofType(const char *type)
{
    auto schema = Json::object();
    schema["type"] = type;
    return schema;
}

Json nullable(Json schema)
{
    auto result = Json::object();
    result["anyOf"] = Json::array({std::move(schema), ofType("null")});
    return result;
}

Json fromValues(const std::vector<const Json *> &values);

/// One object schema for all the objects, members in the order in which they were first seen.
Json fromObjects(const std::vector<const Json *> &objects)
{
    std::vector<std::string> names;
    for (const auto *object : objects)
        for (const auto &[name, value] : object->items())
            if (std::ranges::find(names, name) == names.end())
                names.push_back(name);
    auto schema = ofType("object");
    schema["properties"] = Json::object();
    auto required = Json::array();
    for (const auto &name : names) {
        std::vector<const Json *> values;
        for (const auto *object : objects)
            if (const auto found = object->find(name); found != object->end())
                values.push_back(&*found);
        schema["properties"][name] = fromValues(values);
        const auto always = values.size() == objects.size() &&
                            std::ranges::none_of(values, [](const Json *one) { return one->is_null(); });
        if (always)
            required.push_back(name);
    }
    if (!required.empty())
        schema["required"] = std::move(required);
    return schema;
}

Json fromArrays(const std::vector<const Json *> &arrays)
{
    std::vector<const Json *> elements;
    for (const auto *array : arrays)
        for (const auto &element : *array)
            elements.push_back(&element);
    auto schema = ofType("array");
    schema["items"] = fromValues(elements);
    return schema;
}

Json fromScalars(const std::vector<const Json *> &values)
{
    std::set<std::string> types;
    for (const auto *value : values)
        types.insert(typeOf(*value));
    if (types.size() == 1) {
        auto schema = ofType(typeOf(*values.front()));
        if (std::ranges::all_of(values, [](const Json *value) { return isDate(*value); }))
            schema["format"] = "date";
        return schema;
    }
    const auto onlyNumbers = types == std::set<std::string>{"integer", "number"};
    return ofType(onlyNumbers ? "number" : "string");
}

Json fromValues(const std::vector<const Json *> &values)
{
    std::vector<const Json *> present;
    for (const auto *value : values)
        if (!value->is_null())
            present.push_back(value);
    if (present.empty())
        return values.empty() ? ofType("string") : nullable(ofType("string"));
    Json schema;
    if (std::ranges::all_of(present, [](const Json *one) { return one->is_object(); }))
        schema = fromObjects(present);
    else if (std::ranges::all_of(present, [](const Json *one) { return one->is_array(); }))
        schema = fromArrays(present);
    else
        schema = fromScalars(present);
    return present.size() == values.size() ? schema : nullable(std::move(schema));
}

QChar separatorOf(const QString &line)
{
    QChar best = u',';
    for (const auto candidate : {u',', u';', u'\t', u'|'})
        if (line.count(candidate) > line.count(best))
            best = candidate;
    return best;
}

/// "1.234,50" or "1,234.50": a number as tables of people have it.
bool hasPrintedNumber(const QString &cell)
{
    static const QRegularExpression printed(
        QRegularExpression::anchoredPattern(uR"([+-]?(?:\d+|\d{1,3}(?:[.,'\x{a0} ]\d{3})+)(?:[.,]\d+)?)"_s));
    return printed.match(cell).hasMatch();
}

const char *cellType(const QString &cell)
{
    bool isInteger = false;
    bool isNumber = false;
    cell.toLongLong(&isInteger);
    cell.toDouble(&isNumber);
    isNumber = isNumber || hasPrintedNumber(cell);
    // "007" is a number that nobody calculates with.
    const auto isCode =
        cell.size() > 1 && cell.startsWith(u'0') && !cell.startsWith("0."_L1) && !cell.startsWith("0,"_L1);
    if (isCode || !isNumber)
        return cell.toLower() == "true"_L1 || cell.toLower() == "false"_L1 ? "boolean" : "string";
    return isInteger ? "integer" : "number";
}

/// The type that all filled cells of a column have.
const char *columnType(const std::vector<QStringList> &rows, qsizetype column)
{
    std::set<std::string> types;
    const char *last = "string";
    for (const auto &row : rows)
        if (column < row.size() && !row[column].isEmpty())
            types.insert(last = cellType(row[column]));
    if (types == std::set<std::string>{"integer", "number"})
        return "number";
    return types.size() == 1 ? last : "string";
}

} // namespace

bool looksLikeSchema(const Json &json)
{
    // Data that has a member "type" with just such a word is rare; a schema without it is not.
    static const QStringList typeWords{u"object"_s,  u"array"_s,   u"string"_s, u"number"_s,
                                       u"integer"_s, u"boolean"_s, u"null"_s};
    return json.is_object() &&
           (member(json, "properties").is_object() || json.contains("$schema") || json.contains("$defs") ||
            json.contains("definitions") || member(json, "allOf").is_array() || json.contains("$ref") ||
            typeWords.contains(toQString(member(json, "type"))));
}

Json inferFromInstance(const Json &instance)
{
    if (instance.is_array()) {
        std::vector<const Json *> elements;
        for (const auto &element : instance)
            elements.push_back(&element);
        return fromValues(elements);
    }
    return fromValues({&instance});
}

Json inferFromCsv(const QString &text)
{
    const auto lines = text.split(QRegularExpression(u"\\r?\\n"_s), Qt::SkipEmptyParts);
    auto schema = ofType("object");
    schema["properties"] = Json::object();
    if (lines.isEmpty())
        return schema;
    const auto separator = separatorOf(lines.front());
    std::vector<QStringList> rows;
    for (qsizetype i = 1; i < std::min<qsizetype>(lines.size(), 200); ++i)
        rows.push_back(csvCells(lines[i], separator));
    const auto header = csvCells(lines.front(), separator);
    for (qsizetype i = 0; i < header.size(); ++i)
        if (!header[i].isEmpty())
            schema["properties"][toStd(header[i])] = ofType(columnType(rows, i));
    return schema;
}

bool looksLikeCsv(const QString &text)
{
    constexpr int longestHeader = 20'000;
    const auto header = text.section(u'\n', 0, 0);
    return !header.trimmed().isEmpty() && header.size() <= longestHeader && header.contains(separatorOf(header));
}

} // namespace xs::schema
