// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/schemacheck.h"

// Without it, valijson ends the program over a schema that it cannot read.
#define VALIJSON_USE_EXCEPTIONS 1
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace xs::review {

namespace {

using Sorted = nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

/// The validator knows the sorted kind of JSON only; the order of members means nothing to it.
Sorted sorted(const Json &json)
{
    return Sorted::parse(toBytes(json).toStdString(), nullptr, false);
}

/// The field's own schema as a document that finds its definitions.
Json ownSchema(const schema::Field &field, const Json &dataSchema)
{
    auto own = dataSchema.at(Json::json_pointer(toStd(field.pointer)));
    if (field.list && own.contains("items"))
        own = own.at("items");
    for (const auto *key : {"$defs", "definitions"})
        if (dataSchema.contains(key))
            own[key] = dataSchema.at(key);
    return own;
}

/// The standard library matches by recursion, a level or more for each letter: a long text would use up the stack.
constexpr std::size_t longestMatched = 4000;

/// Takes the rules that are checked by regular expressions from a schema and all that is in it.
void dropMatching(Json &schema)
{
    if (schema.is_object())
        for (const auto *rule : {"pattern", "patternProperties", "format"})
            schema.erase(rule);
    for (auto &inner : schema)
        if (inner.is_structured())
            dropMatching(inner);
}

QString brokenRule(valijson::ValidationResults &results)
{
    valijson::ValidationResults::Error error;
    QString text;
    // The first one is the most general ("failed …"); the last names the rule.
    while (results.popError(error))
        text = QString::fromStdString(error.description);
    return text;
}

} // namespace

std::optional<QString> complaint(const Json &value, const schema::Field &field, const Json &dataSchema)
{
    try {
        auto own = ownSchema(field, dataSchema);
        if (value.is_string() && value.get_ref<const std::string &>().size() > longestMatched)
            dropMatching(own);
        const auto schemaJson = sorted(own);
        valijson::Schema schema;
        valijson::SchemaParser parser;
        parser.populateSchema(Adapter(schemaJson), schema);
        const auto valueJson = sorted(value);
        valijson::Validator validator;
        valijson::ValidationResults results;
        if (validator.validate(schema, Adapter(valueJson), &results))
            return std::nullopt;
        return brokenRule(results);
    } catch (const std::exception &) {
        return std::nullopt;
    }
}

} // namespace xs::review
