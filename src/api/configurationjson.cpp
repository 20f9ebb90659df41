// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/configurationjson.h"

#include "domain/pagerange.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace xs::api {

namespace {

constexpr std::array knownMembers{"data_schema", "cite_sources",      "confidence_scores", "extract_version",
                                  "version",     "extraction_target", "max_pages",         "parse_config_id",
                                  "parse_tier",  "system_prompt",     "target_pages",      "tier"};

/// Reads members one after the other and remembers the first that is wrong.
class Reader
{
public:
    explicit Reader(const Json &json) : m_json(json) {}

    void read(const char *key, QString &text)
    {
        if (const auto &value = member(m_json, key); value.is_string())
            text = toQString(value);
        else if (!value.is_null())
            refuse(key, u"must be a string"_s);
    }

    void read(const char *key, std::optional<QString> &text)
    {
        QString found;
        read(key, found);
        if (!found.isEmpty())
            text = found;
    }

    void read(const char *key, bool &flag)
    {
        if (const auto &value = member(m_json, key); value.is_boolean())
            flag = value.get<bool>();
        else if (!value.is_null())
            refuse(key, u"must be true or false"_s);
    }

    /// Integers may come as 10.0, because the reference page calls them numbers.
    void read(const char *key, std::optional<int> &count)
    {
        const auto &value = member(m_json, key);
        if (value.is_null())
            return;
        const auto number = value.is_number() ? value.get<double>() : 0;
        if (number < 1 || number > 1e9 || number != static_cast<int>(number))
            refuse(key, u"must be a whole number from 1 on"_s);
        else
            count = static_cast<int>(number);
    }

    void refuse(const char *key, const QString &reason)
    {
        if (!m_error)
            m_error = Error{ErrorCode::ConfigurationInvalid, reason, u'/' + QString::fromLatin1(key)};
    }

    const std::optional<Error> &error() const { return m_error; }

private:
    const Json &m_json;
    std::optional<Error> m_error;
};

void readVersion(Reader &reader, domain::Configuration &configuration)
{
    std::optional<QString> seed;
    std::optional<QString> current;
    reader.read("extract_version", seed);
    reader.read("version", current);
    if (seed && current && *seed != *current)
        reader.refuse("version", u"contradicts extract_version"_s);
    configuration.extractVersion = seed ? *seed : current.value_or(u"latest"_s);
}

void readPages(Reader &reader, domain::Configuration &configuration)
{
    reader.read("max_pages", configuration.maxPages);
    reader.read("target_pages", configuration.targetPages);
    if (!configuration.targetPages)
        return;
    if (const auto range = domain::PageRange::parse(*configuration.targetPages); !range)
        reader.refuse("target_pages", range.error().detail);
}

} // namespace

Json toJson(const domain::Configuration &configuration)
{
    Json json;
    json["data_schema"] = configuration.dataSchema;
    json["cite_sources"] = configuration.citeSources;
    json["confidence_scores"] = configuration.confidenceScores;
    json["extract_version"] = toStd(configuration.extractVersion);
    if (configuration.extractVersion != "latest"_L1)
        json["version"] = toStd(configuration.extractVersion);
    json["extraction_target"] = toStd(configuration.extractionTarget);
    if (configuration.maxPages)
        json["max_pages"] = *configuration.maxPages;
    const auto write = [&json](const char *key, const std::optional<QString> &text) {
        if (text)
            json[key] = toStd(*text);
    };
    write("parse_config_id", configuration.parseConfigId);
    write("parse_tier", configuration.parseTier);
    write("system_prompt", configuration.systemPrompt);
    write("target_pages", configuration.targetPages);
    json["tier"] = toStd(configuration.tier);
    json.update(configuration.others);
    return json;
}

Expected<domain::Configuration> configurationFromJson(const Json &json, MissingFlags missing)
{
    if (!json.is_object())
        return Unexpected(ErrorCode::ConfigurationInvalid, u"the configuration must be a JSON object"_s);
    domain::Configuration configuration;
    Reader reader(json);
    if (const auto &schema = member(json, "data_schema"); schema.is_object())
        configuration.dataSchema = schema;
    else
        reader.refuse("data_schema", u"must be a JSON object"_s);
    configuration.citeSources = configuration.confidenceScores = missing == MissingFlags::On;
    reader.read("cite_sources", configuration.citeSources);
    reader.read("confidence_scores", configuration.confidenceScores);
    reader.read("extraction_target", configuration.extractionTarget);
    reader.read("tier", configuration.tier);
    reader.read("parse_config_id", configuration.parseConfigId);
    reader.read("parse_tier", configuration.parseTier);
    reader.read("system_prompt", configuration.systemPrompt);
    readVersion(reader, configuration);
    readPages(reader, configuration);
    if (reader.error())
        return Unexpected(*reader.error());
    for (const auto &[key, value] : json.items())
        if (std::ranges::find(knownMembers, key) == knownMembers.end())
            configuration.others[key] = value;
    return configuration;
}

} // namespace xs::api
