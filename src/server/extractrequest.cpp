// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/extractrequest.h"

#include "api/configurationjson.h"
#include "schema/check.h"
#include "server/problems.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

constexpr qsizetype longestFileInput = 200;

const QStringList &tiers()
{
    static const QStringList words{domain::tier::costEffective.toString(), domain::tier::agentic.toString(),
                                   domain::tier::agenticPlus.toString(), domain::tier::turbo.toString()};
    return words;
}

const QStringList &targets()
{
    static const QStringList words{domain::target::perDocument.toString(), domain::target::perPage.toString(),
                                   domain::target::perTableRow.toString()};
    return words;
}

void checkWord(const QString &word, const QStringList &allowed, const QStringList &location, Problems &problems)
{
    if (!allowed.contains(word))
        problems.add(location, u"Input should be one of: %1"_s.arg(allowed.join(", "_L1)), u"literal_error"_s);
}

/// The file under its name or its older one.
QString readFileInput(const Json &body, Problems &problems)
{
    const auto &value =
        member(body, "file_input").is_null() ? member(body, "document_input_value") : member(body, "file_input");
    const QStringList location{u"body"_s, u"file_input"_s};
    if (value.is_null())
        problems.addMissing(location);
    else if (!value.is_string())
        problems.add(location, u"Input should be a valid string"_s, u"string_type"_s);
    else if (const auto text = toQString(value); text.isEmpty() || text.size() > longestFileInput)
        problems.add(location, u"String should have 1 to %1 characters"_s.arg(longestFileInput), u"string_length"_s);
    return toQString(value);
}

void readChoice(const Json &body, ExtractCall &call, Problems &problems)
{
    const auto &inline_ = member(body, "configuration");
    const auto &saved = member(body, "configuration_id");
    if (inline_.is_null() == saved.is_null()) {
        problems.add({u"body"_s}, u"Value error, provide exactly one of configuration and configuration_id"_s);
    } else if (!saved.is_null()) {
        call.configurationId = toQString(saved);
        if (!saved.is_string() || call.configurationId->isEmpty())
            problems.add({u"body"_s, u"configuration_id"_s}, u"Input should be a valid string"_s, u"string_type"_s);
    } else {
        call.configuration = readConfiguration(inline_, {u"body"_s, u"configuration"_s}, problems);
    }
}

} // namespace

std::optional<domain::Configuration> readConfiguration(const Json &json, const QStringList &location,
                                                       Problems &problems)
{
    auto configuration = api::configurationFromJson(json, api::MissingFlags::Off);
    if (!configuration) {
        // The place is the pointer of a member.
        const auto inner = configuration.error().place.split(u'/', Qt::SkipEmptyParts);
        if (inner == QStringList{u"data_schema"_s} && member(json, "data_schema").is_null())
            problems.addMissing(location + inner);
        else
            problems.add(location + inner, configuration.error().detail);
        return {};
    }
    checkWord(configuration->extractionTarget, targets(), location + QStringList(u"extraction_target"_s), problems);
    checkWord(configuration->tier, tiers(), location + QStringList(u"tier"_s), problems);
    return *std::move(configuration);
}

std::optional<Response> refuseSchema(const Json &schema)
{
    const auto problem = schema::firstError(schema::check(schema));
    return problem.isEmpty() ? std::nullopt : std::optional(errorResponse(400, u"schema_validation: "_s + problem));
}

ReadExtractCall readExtractCall(const Json &body, Hosts hosts)
{
    ReadExtractCall read;
    read.refusal = refuseUnlessObject(body);
    if (read.refusal)
        return read;
    Problems problems;
    read.call.fileInput = readFileInput(body, problems);
    readChoice(body, read.call, problems);
    read.call.webhooks = readWebhookWish(body, hosts, problems);
    if (problems.any())
        read.refusal = problems.response();
    else if (read.call.configuration)
        read.refusal = refuseSchema(read.call.configuration->dataSchema);
    return read;
}

} // namespace xs::server
