// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/workbench.h"

#include "api/configurationjson.h"
#include "base/filehash.h"
#include "domain/webhooksecrets.h"
#include "gui/schemaeditor/commands/editjsoncommand.h"
#include "gui/schemaeditor/commands/replaceschemacommand.h"
#include "gui/shell/configurationcommand.h"
#include "schema/infer.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace xs::gui::shell {

namespace {

const auto configurationSuffix = ".extract.json"_L1;
constexpr auto webhooksKey = "webhook_configurations";
constexpr auto webhookIdsKey = "webhook_configuration_ids";

Json texts(const QStringList &list)
{
    auto json = Json::array();
    for (const auto &text : list)
        json.push_back(toStd(text));
    return json;
}

/// Where the schema stands in a configuration.
const auto schemaPart = u"/data_schema"_s;

/// How the numbers of a file's schema are written.
schema::NumberForms formsOf(const QString &path, const QString &part)
{
    schema::NumberForms forms;
    if (QFile file(path); file.open(QIODevice::ReadOnly))
        forms.learn(file.readAll(), part);
    return forms;
}

} // namespace

Workbench::Workbench(QString stateFile, QObject *parent) : QObject(parent), m_stateFile(std::move(stateFile))
{
    m_saving.setSingleShot(true);
    m_saving.setInterval(1s);
    connect(&m_saving, &QTimer::timeout, this, &Workbench::keepState);
    const auto later = [this] { m_saving.start(); };
    connect(&m_schema, &schemaeditor::SchemaDocument::changed, this, later);
    connect(this, &Workbench::configurationChanged, this, later);
    connect(this, &Workbench::documentsChanged, this, later);
    connect(this, &Workbench::fileChanged, this, later);
}

void Workbench::setConfiguration(const domain::Configuration &configuration)
{
    auto plain = configuration;
    plain.dataSchema = Json::object();
    if (plain == m_configuration)
        return;
    m_schema.undoStack().push(new ConfigurationCommand(m_configuration, std::move(plain),
                                                       [this](const domain::Configuration &value) { put(value); }));
}

void Workbench::put(const domain::Configuration &configuration)
{
    m_configuration = configuration;
    emit configurationChanged();
}

Json Workbench::configurationJson() const
{
    auto whole = m_configuration;
    whole.dataSchema = m_schema.schema();
    auto json = api::toJson(whole);
    if (!whole.webhooks.empty())
        json[webhooksKey] = whole.webhooks;
    if (!whole.webhookIds.empty())
        json[webhookIdsKey] = whole.webhookIds;
    return json;
}

Expected<void> Workbench::open(const QString &path)
{
    const auto json = readJsonFile(path);
    if (!json)
        return Unexpected(json.error());
    const auto isConfiguration = member(*json, "data_schema").is_object();
    // A schema that was guessed from data is not what the file holds.
    const auto isFile = isConfiguration || schema::looksLikeSchema(*json);
    Work work{{}, isFile ? path : QString(), formsOf(path, isConfiguration ? schemaPart : QString())};
    if (const auto taken = take(*json, std::move(work)); !taken)
        return Unexpected(taken.error().code, taken.error().detail, path);
    if (isFile)
        m_fileHashes[path] = sha256OfFile(path);
    return {};
}

Expected<void> Workbench::openSaved(Json parameters)
{
    if (!member(parameters, "data_schema").is_object())
        return Unexpected(ErrorCode::ConfigurationInvalid, u"no data_schema"_s, u"/data_schema"_s);
    parameters.erase("product_type");
    parameters[webhooksKey] = m_configuration.webhooks;
    parameters[webhookIdsKey] = m_configuration.webhookIds;
    // Here a flag that is missing is off, as the API has it.
    for (const auto *flag : {"cite_sources", "confidence_scores"})
        if (member(parameters, flag).is_null())
            parameters[flag] = false;
    const auto taken = take(parameters, {});
    if (taken)
        m_schema.undoStack().resetClean();
    return taken;
}

Expected<void> Workbench::take(const Json &json, Work work)
{
    auto schema = json;
    if (member(json, "data_schema").is_object()) {
        auto read = api::configurationFromJson(json, api::MissingFlags::On);
        if (!read)
            return Unexpected(read.error());
        work.configuration = std::move(*read);
        schema = work.configuration.dataSchema;
        takeWebhooks(work.configuration);
    } else if (!schema::looksLikeSchema(json)) {
        schema = schema::inferFromInstance(json);
    }
    work.configuration.dataSchema = Json::object();
    return replace(std::move(schema), std::move(work), tr("Open another schema"));
}

/// Fields that somebody drew come back with one step.
Expected<void> Workbench::replace(Json schema, Work work, const QString &text)
{
    const auto put = [this](const Work &value) {
        m_path = value.path;
        m_schema.numberForms() = value.numberForms;
        this->put(value.configuration);
        emit fileChanged();
    };
    if (m_schema.isEmpty()) {
        if (const auto loaded = m_schema.load(std::move(schema)); !loaded)
            return loaded;
        put(work);
        return {};
    }
    if (const auto fields = schema::readFields(schema); !fields)
        return Unexpected(fields.error());
    auto &history = m_schema.undoStack();
    history.beginMacro(text);
    const auto done = m_schema.push(std::make_unique<schemaeditor::ReplaceSchemaCommand>(std::move(schema), text));
    history.push(new WorkCommand({m_configuration, m_path, m_schema.numberForms()}, std::move(work), put));
    history.endMacro();
    history.setClean();
    return done;
}

void Workbench::adopt(const Json &json)
{
    auto configuration = api::configurationFromJson(json, api::MissingFlags::Off);
    if (!configuration)
        return;
    takeWebhooks(*configuration);
    auto schema = configuration->dataSchema;
    if (schema == m_schema.schema()) {
        setConfiguration(*configuration);
        return;
    }
    // Another schema than the file's, which saving must not write over.
    configuration->dataSchema = Json::object();
    static_cast<void>(
        replace(std::move(schema), {*std::move(configuration), {}, {}}, tr("Take another configuration")).has_value());
}

/// Files have the webhooks beside the configuration's own members. A secret that somebody wrote into a file goes to
/// the keyring and is not written again.
void Workbench::takeWebhooks(domain::Configuration &configuration)
{
    if (const auto &entries = member(configuration.others, webhooksKey); entries.is_array())
        configuration.webhooks = entries;
    if (const auto &ids = member(configuration.others, webhookIdsKey); ids.is_array())
        configuration.webhookIds = ids;
    configuration.others.erase(webhooksKey);
    configuration.others.erase(webhookIdsKey);
    for (auto &entry : configuration.webhooks)
        for (const auto &secret : domain::takeSecrets(entry))
            emit webhookSecretFound(secret.name, secret.value);
}

Expected<void> Workbench::save(const QString &path)
{
    const auto &forms = m_schema.numberForms();
    const auto json =
        holdsConfiguration(path) ? forms.marked(configurationJson(), schemaPart) : forms.marked(m_schema.schema());
    const auto written = writeFile(path, schema::NumberForms::restored(toBytes(json, 2)) + '\n');
    if (!written)
        return written;
    m_path = path;
    m_fileHashes[path] = sha256OfFile(path);
    m_schema.undoStack().setClean();
    emit fileChanged();
    return {};
}

void Workbench::clear()
{
    const auto done = replace(schemaeditor::SchemaDocument::emptySchema(), {m_configuration, {}, {}}, tr("New schema"));
    static_cast<void>(done.has_value());
}

bool Workbench::isFileChanged() const
{
    const auto known = m_fileHashes.value(m_path);
    const auto there = known.isEmpty() ? known : sha256OfFile(m_path);
    return !there.isEmpty() && there != known;
}

bool Workbench::holdsConfiguration(const QString &path)
{
    return path.endsWith(configurationSuffix, Qt::CaseInsensitive);
}

bool Workbench::isModified() const
{
    return !m_schema.undoStack().isClean();
}

void Workbench::addDocuments(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    for (const auto &path : paths)
        if (!m_documents.contains(path))
            m_documents << path;
    m_document = paths.front();
    emit documentsChanged();
}

void Workbench::setDocuments(const QStringList &paths)
{
    m_documents = paths;
    m_document = paths.value(0);
    emit documentsChanged();
}

void Workbench::setDocument(const QString &path)
{
    if (path == m_document || !m_documents.contains(path))
        return;
    m_document = path;
    emit documentsChanged();
}

void Workbench::removeDocument(const QString &path)
{
    m_documents.removeAll(path);
    if (m_document == path)
        m_document = m_documents.value(0);
    emit documentsChanged();
}

void Workbench::setDraft(const QString &text)
{
    if (std::exchange(m_draft, text) != text)
        m_saving.start();
}

bool Workbench::hasUnsavedWork() const
{
    return isModified() || !m_draft.isEmpty() || (m_path.isEmpty() && !m_schema.isEmpty());
}

void Workbench::keepState()
{
    if (const auto saved = saveState(); saved)
        emit stateSaved();
    else
        emit stateFailed(saved.error());
}

Expected<void> Workbench::saveState() const
{
    if (m_stateFile.isEmpty())
        return {};
    auto state = Json::object();
    state["configuration"] = m_schema.numberForms().marked(configurationJson(), schemaPart);
    state["path"] = toStd(m_path);
    state["file_hash"] = toStd(m_fileHashes.value(m_path));
    state["modified"] = isModified();
    state["documents"] = texts(m_documents);
    state["document"] = toStd(m_document);
    if (!m_draft.isEmpty())
        state["draft"] = toStd(m_draft);
    return writeFile(m_stateFile, schema::NumberForms::restored(toBytes(state)));
}

/// A state that cannot be read is as good as none: it held nothing that was saved.
void Workbench::restoreState()
{
    const auto state = m_stateFile.isEmpty() ? Expected<Json>(Json()) : readJsonFile(m_stateFile);
    if (!state || !state->is_object())
        return;
    static_cast<void>(take(member(*state, "configuration"), {{},
                                                             stringMember(*state, "path").value_or(QString()),
                                                             formsOf(m_stateFile, u"/configuration"_s + schemaPart)})
                          .has_value());
    m_fileHashes[m_path] = stringMember(*state, "file_hash").value_or(QString());
    if (boolMember(*state, "modified").value_or(false))
        m_schema.undoStack().resetClean();
    for (const auto &path : member(*state, "documents"))
        if (QFileInfo::exists(toQString(path)))
            m_documents << toQString(path);
    m_draft = stringMember(*state, "draft").value_or(QString());
    const auto document = stringMember(*state, "document").value_or(QString());
    m_document = m_documents.contains(document) ? document : m_documents.value(0);
    emit fileChanged();
    emit documentsChanged();
}

} // namespace xs::gui::shell
