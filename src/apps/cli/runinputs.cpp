// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/runinputs.h"

#include "api/configurationjson.h"
#include "client/filefetch.h"
#include "document/documentfiles.h"
#include "schema/check.h"
#include "schema/field.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace xs::cli {

namespace {

struct Inputs
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

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

Expected<Json> readConfiguration(const RunOptions &options)
{
    if (options.configurationFile.isEmpty())
        return Json::object();
    auto json = readJsonFile(options.configurationFile);
    if (json && !json->is_object())
        return Unexpected(ErrorCode::ConfigurationInvalid, u"it is no JSON object"_s, options.configurationFile);
    return json;
}

/// The lists below a field, named as the columns of tables are: "lines", "order.lines", "lines.parts".
void findLists(const schema::Field &field, const QString &name, QStringList &lists)
{
    if (field.list)
        lists << name;
    for (const auto &child : field.children)
        findLists(child, name.isEmpty() ? child.name : name + u'.' + child.name, lists);
}

} // namespace

Expected<void> checkRows(const RunOptions &options, const Json &configuration, const CommandLine &line)
{
    if (options.results.list.isEmpty())
        return {};
    const auto fields = schema::readFields(member(configuration, "data_schema"));
    QStringList lists;
    if (fields)
        findLists(*fields, {}, lists);
    if (lists.contains(options.results.list))
        return {};
    return lists.isEmpty() ? line.wrong(Inputs::tr("The schema has no list, so --rows has nothing to make rows of."))
                           : line.wrong(Inputs::tr("The schema has no list %1. --rows takes one of: %2.")
                                            .arg(options.results.list, lists.join(u", "_s)));
}

Expected<Json> makeConfiguration(const RunOptions &options)
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

bool isAddress(const QString &input)
{
    return client::FileFetch::isFetchable(QUrl(input, QUrl::StrictMode));
}

Expected<QStringList> findInputs(const QStringList &arguments)
{
    static const QRegularExpression serverId(u"^(?:dfl|pjb)-[A-Za-z0-9_-]+$"_s);
    QStringList inputs;
    for (const auto &argument : arguments) {
        const QFileInfo file(argument);
        if (!file.exists() && (serverId.match(argument).hasMatch() || isAddress(argument))) {
            inputs << argument;
            continue;
        }
        const auto found = document::documentsIn({argument});
        if (found.isEmpty())
            return Unexpected(ErrorCode::InvalidArgument,
                              Inputs::tr("There is no PDF file and no picture in %1.").arg(argument), u"run"_s);
        inputs << found;
    }
    inputs.removeDuplicates();
    return inputs;
}

} // namespace xs::cli
