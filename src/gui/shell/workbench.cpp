// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/workbench.h"

#include "api/configurationjson.h"
#include "domain/webhooksecrets.h"
#include "gui/schemaeditor/commands/editjsoncommand.h"
#include "gui/shell/configurationcommand.h"
#include "schema/infer.h"

#include <QCryptographicHash>
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

/// Empty when the file cannot be read.
QByteArray hashOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result().toHex() : QByteArray();
}

} // namespace

Workbench::Workbench(QString stateFile, QObject *parent) : QObject(parent), m_stateFile(std::move(stateFile))
{
    m_saving.setSingleShot(true);
    m_saving.setInterval(1s);
    connect(&m_saving, &QTimer::timeout, this, &Workbench::saveState);
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
    if (const auto taken = take(*json, path, formsOf(path, isConfiguration ? schemaPart : QString())); !taken)
        return taken;
    // A schema that was guessed from data is not what the file holds.
    m_path = member(*json, "data_schema").is_object() || schema::looksLikeSchema(*json) ? path : QString();
    m_fileHash = hashOf(m_path);
    emit fileChanged();
    tellReplaced();
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
    if (const auto taken = take(parameters, {}); !taken)
        return taken;
    m_path.clear();
    m_schema.undoStack().resetClean();
    emit fileChanged();
    tellReplaced();
    return {};
}

Expected<void> Workbench::take(const Json &json, const QString &path, const schema::NumberForms &forms)
{
    domain::Configuration configuration;
    auto schema = json;
    if (member(json, "data_schema").is_object()) {
        auto read = api::configurationFromJson(json, api::MissingFlags::On);
        if (!read)
            return Unexpected(read.error().code, read.error().detail, path);
        configuration = std::move(*read);
        schema = configuration.dataSchema;
        takeWebhooks(configuration);
    } else if (!schema::looksLikeSchema(json)) {
        schema = schema::inferFromInstance(json);
    }
    auto former = unsaved();
    if (const auto loaded = m_schema.load(std::move(schema), forms); !loaded)
        return Unexpected(loaded.error().code, loaded.error().detail, path);
    m_former = std::move(former);
    configuration.dataSchema = Json::object();
    put(configuration);
    return {};
}

void Workbench::adopt(const Json &json)
{
    auto configuration = api::configurationFromJson(json, api::MissingFlags::Off);
    if (!configuration)
        return;
    static_cast<void>(
        m_schema.push(std::make_unique<schemaeditor::EditJsonCommand>(configuration->dataSchema)).has_value());
    takeWebhooks(*configuration);
    setConfiguration(*configuration);
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
    const auto json = path.endsWith(configurationSuffix) ? forms.marked(configurationJson(), schemaPart)
                                                         : forms.marked(m_schema.schema());
    const auto written = writeFile(path, schema::NumberForms::restored(toBytes(json, 2)) + '\n');
    if (!written)
        return written;
    m_path = path;
    m_fileHash = hashOf(path);
    m_schema.undoStack().setClean();
    emit fileChanged();
    return {};
}

void Workbench::clear()
{
    m_former = unsaved();
    static_cast<void>(m_schema.load(schemaeditor::SchemaDocument::emptySchema()).has_value());
    m_path.clear();
    emit fileChanged();
    tellReplaced();
}

/// What would be lost when another file takes the place of this one.
std::optional<Workbench::Work> Workbench::unsaved() const
{
    if (!isModified() || m_schema.isEmpty())
        return {};
    return Work{m_schema.schema(), m_schema.numberForms(), m_configuration, m_path, m_fileHash};
}

void Workbench::tellReplaced()
{
    if (m_former)
        emit workReplaced(m_former->path);
}

void Workbench::bringBack()
{
    if (!m_former)
        return;
    auto former = *std::exchange(m_former, unsaved());
    static_cast<void>(m_schema.load(std::move(former.schema), std::move(former.forms)).has_value());
    put(former.configuration);
    m_path = former.path;
    m_fileHash = former.fileHash;
    m_schema.undoStack().resetClean();
    emit fileChanged();
    tellReplaced();
}

bool Workbench::isFileChanged() const
{
    const auto there = m_path.isEmpty() ? QByteArray() : hashOf(m_path);
    return !m_fileHash.isEmpty() && !there.isEmpty() && there != m_fileHash;
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

void Workbench::saveState() const
{
    if (m_stateFile.isEmpty())
        return;
    auto state = Json::object();
    state["configuration"] = m_schema.numberForms().marked(configurationJson(), schemaPart);
    state["path"] = toStd(m_path);
    state["file_hash"] = m_fileHash.toStdString();
    state["modified"] = isModified();
    state["documents"] = texts(m_documents);
    state["document"] = toStd(m_document);
    static_cast<void>(writeFile(m_stateFile, schema::NumberForms::restored(toBytes(state))).has_value());
}

/// A state that cannot be read is as good as none: it held nothing that was saved.
void Workbench::restoreState()
{
    const auto state = m_stateFile.isEmpty() ? Expected<Json>(Json()) : readJsonFile(m_stateFile);
    if (!state || !state->is_object())
        return;
    if (take(member(*state, "configuration"), {}, formsOf(m_stateFile, u"/configuration"_s + schemaPart)))
        m_path = stringMember(*state, "path").value_or(QString());
    m_fileHash = stringMember(*state, "file_hash").value_or(QString()).toLatin1();
    if (boolMember(*state, "modified").value_or(false))
        m_schema.undoStack().resetClean();
    for (const auto &path : member(*state, "documents"))
        if (QFileInfo::exists(toQString(path)))
            m_documents << toQString(path);
    const auto document = stringMember(*state, "document").value_or(QString());
    m_document = m_documents.contains(document) ? document : m_documents.value(0);
    emit fileChanged();
    emit documentsChanged();
}

} // namespace xs::gui::shell
