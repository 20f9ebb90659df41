// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/runinputs.h"

#include "api/configurationjson.h"
#include "domain/pagerange.h"
#include "schema/check.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace xs::cli {

namespace {

Expected<Json> readSchema(const QString &path)
{
    auto schema = readJsonFile(path);
    if (!schema)
        return schema;
    if (!schema->is_object())
        return Unexpected(ErrorCode::SchemaNotObject, {}, path);
    return schema;
}

Expected<void> checkSchema(const Json &schema, const QString &path)
{
    const auto findings = schema::check(schema);
    for (const auto &finding : findings)
        if (finding.kind == schema::FindingKind::RootNotObject)
            return Unexpected(ErrorCode::SchemaNotObject, {}, path);
    const auto problem = schema::firstError(findings);
    if (!problem.isEmpty())
        return Unexpected(ErrorCode::SchemaInvalid, problem, path);
    return {};
}

Expected<Json> readConfiguration(const Options &options)
{
    if (options.configurationFile.isEmpty())
        return Json::object();
    auto json = readJsonFile(options.configurationFile);
    if (json && !json->is_object())
        return Unexpected(ErrorCode::ConfigurationInvalid, u"it is no JSON object"_s, options.configurationFile);
    return json;
}

} // namespace

Expected<Json> makeConfiguration(const Options &options)
{
    auto json = readConfiguration(options);
    if (!json)
        return json;
    const auto schemaFile = options.schemaFile.isEmpty() ? options.configurationFile : options.schemaFile;
    if (!options.schemaFile.isEmpty()) {
        auto schema = readSchema(options.schemaFile);
        if (!schema)
            return schema;
        (*json)["data_schema"] = std::move(*schema);
    }
    if (options.targetPages)
        (*json)["target_pages"] = toStd(*options.targetPages);
    if (options.tier)
        (*json)["tier"] = toStd(*options.tier);
    if (options.target)
        (*json)["extraction_target"] = toStd(*options.target);
    const auto configuration = api::configurationFromJson(*json, api::MissingFlags::On);
    if (!configuration)
        return Unexpected(configuration.error());
    if (const auto checked = checkSchema(configuration->dataSchema, schemaFile); !checked)
        return Unexpected(checked.error());
    return api::toJson(*configuration);
}

Expected<void> prepareFolder(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return Unexpected(ErrorCode::FileNotWritten, u"the folder cannot be made"_s, folder);
    QTemporaryFile trial(QDir(folder).filePath(u".extract-studio-XXXXXX"_s));
    if (!trial.open())
        return Unexpected(ErrorCode::FileNotWritten, trial.errorString(), folder);
    return {};
}

QStringList outputNames(const QStringList &documents)
{
    // A document's plain name goes before the numbered names of others.
    QSet<QString> taken;
    for (const auto &document : documents)
        taken.insert(QFileInfo(document).completeBaseName().toCaseFolded());
    QSet<QString> given;
    QStringList names;
    for (const auto &document : documents) {
        const auto base = QFileInfo(document).completeBaseName();
        auto name = base;
        for (int number = 2;
             given.contains(name.toCaseFolded()) || (name != base && taken.contains(name.toCaseFolded())); ++number)
            name = u"%1-%2"_s.arg(base).arg(number);
        given.insert(name.toCaseFolded());
        names << name + u".json"_s;
    }
    return names;
}

} // namespace xs::cli
