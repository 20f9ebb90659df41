// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/schemacommand.h"

#include "apps/cli/texttable.h"
#include "client/deletefilecall.h"
#include "client/generateschemacall.h"
#include "client/uploadfilecall.h"
#include "client/validateschemacall.h"
#include "schema/check.h"
#include "schema/import/importtext.h"
#include "wording/findingtext.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace xs::cli {

namespace {

constexpr qint64 longestText = 8 * 1024 * 1024;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(SchemaCommand)
};

std::optional<Refusal> occupied(const CommandLine &line)
{
    const auto path = line.value(u"output"_s);
    if (path.isEmpty() || line.has(u"overwrite"_s) || !QFileInfo::exists(path))
        return {};
    return Refusal{u"FileExists"_s, Texts::tr("The file %1 is there already.").arg(QDir::toNativeSeparators(path)),
                   Texts::tr("Give --overwrite to replace it, or another name with --output."), path};
}

/// To the file that was asked for, else to standard output.
int writeSchema(const Json &schema, const CommandLine &line, Terminal &terminal)
{
    constexpr auto indent = 2;
    const auto text = toBytes(schema, indent) + '\n';
    if (!line.has(u"output"_s)) {
        terminal.print(text);
        return AllDone;
    }
    if (const auto written = writeFile(line.value(u"output"_s), text); !written) {
        terminal.error(written.error());
        return NothingStarted;
    }
    return AllDone;
}

/// A file's text; `-` is standard input.
Expected<QString> readText(const QString &path)
{
    QFile file(path);
    if (path == "-"_L1) {
        if (!file.open(stdin, QIODevice::ReadOnly))
            return Unexpected(ErrorCode::FileUnreadable, file.errorString(), path);
    } else if (!file.exists()) {
        return Unexpected(ErrorCode::FileMissing, {}, path);
    } else if (!file.open(QIODevice::ReadOnly)) {
        return Unexpected(ErrorCode::FileUnreadable, file.errorString(), path);
    }
    const auto bytes = file.read(longestText + 1);
    if (bytes.size() > longestText)
        return Unexpected(ErrorCode::FileTooLarge, {}, path);
    if (bytes.isEmpty())
        return Unexpected(ErrorCode::FileEmpty, {}, path);
    return QString::fromUtf8(bytes);
}

} // namespace

int inferSchema(const CommandLine &line, Terminal &terminal)
{
    if (const auto refusal = occupied(line)) {
        terminal.refuse(*refusal);
        return NothingStarted;
    }
    const auto path = line.arguments().front();
    const auto text = readText(path);
    auto imported =
        text ? schema::import::importText(*text) : Expected<schema::import::Imported>(Unexpected(text.error()));
    if (!imported) {
        auto error = imported.error();
        if (error.code == ErrorCode::InvalidArgument)
            error = {ErrorCode::InvalidArgument,
                     Texts::tr("%1 is no schema, no example in JSON, no table and no types that are known.").arg(path),
                     line.command().name};
        else if (error.place.isEmpty())
            error.place = path;
        terminal.error(error);
        return NothingStarted;
    }
    for (const auto &note : imported->notes)
        terminal.say(note.line > 0 ? Texts::tr("Not taken over, line %1: %2").arg(note.line).arg(note.what)
                                   : Texts::tr("Not taken over: %1").arg(note.what));
    return writeSchema(imported->schema, line, terminal);
}

SchemaValidateCommand::SchemaValidateCommand(const CommandLine &line, AccessWish wish, Json schema,
                                             const QString &serviceFolder, Terminal &terminal)
    : CallCommand(line, std::move(wish), serviceFolder, terminal), m_schema(std::move(schema))
{
}

void SchemaValidateCommand::start()
{
    const auto reader = isLocal() ? schema::Reader::ThisComputer : schema::Reader::Server;
    for (const auto &finding : schema::check(m_schema, reader))
        add(finding.isError(), finding.pointer, wording::findingText(finding), u"local"_s);
    if (line().has(u"server"_s) || line().has(u"connection"_s) || line().has(u"base-url"_s))
        CallCommand::start();
    else
        end();
}

void SchemaValidateCommand::begin()
{
    send(std::make_unique<client::ValidateSchemaCall>(network(), *connection(), m_schema),
         [this](const client::ValidateSchemaCall &) { end(); });
}

void SchemaValidateCommand::failed(const Error &error)
{
    if (error.code != ErrorCode::RequestRefused)
        return CallCommand::failed(error);
    add(true, {}, error.detail, u"server"_s);
    end();
}

void SchemaValidateCommand::add(bool isError, const QString &pointer, const QString &message, const QString &source)
{
    m_hasError = m_hasError || isError;
    m_findings.push_back({{"severity", isError ? "error" : "warning"},
                          {"pointer", toStd(pointer)},
                          {"message", toStd(message)},
                          {"source", toStd(source)}});
}

void SchemaValidateCommand::end()
{
    if (line().has(u"json"_s)) {
        terminal().print(toBytes(m_findings, 2) + '\n');
        return emit finished(m_hasError ? SomeFailed : AllDone);
    }
    for (const auto &finding : m_findings) {
        const auto isError = finding["severity"] == "error";
        const auto pointer = toQString(finding["pointer"]);
        terminal().print(u"%1: %2: %3\n"_s.arg(isError ? tr("error") : tr("warning"),
                                               pointer.isEmpty() ? u"/"_s : printable(pointer),
                                               printable(toQString(finding["message"]))));
    }
    if (m_findings.empty())
        terminal().say(tr("Nothing is wrong with this schema."));
    emit finished(m_hasError ? SomeFailed : AllDone);
}

SchemaGenerateCommand::SchemaGenerateCommand(const CommandLine &line, AccessWish wish, Json schema,
                                             const QString &serviceFolder, Terminal &terminal)
    : CallCommand(line, std::move(wish), serviceFolder, terminal), m_schema(std::move(schema))
{
}

void SchemaGenerateCommand::start()
{
    if (const auto refusal = occupied(line())) {
        terminal().refuse(*refusal);
        return emit finished(NothingStarted);
    }
    CallCommand::start();
}

void SchemaGenerateCommand::begin()
{
    if (line().arguments().isEmpty())
        return generate();
    send(std::make_unique<client::UploadFileCall>(network(), *connection(), line().arguments().front()),
         [this](const client::UploadFileCall &call) {
             m_file = call.file().id.text();
             generate();
         });
}

void SchemaGenerateCommand::generate()
{
    const client::SchemaWish wish{m_file, line().value(u"prompt"_s), m_schema, {}};
    send(std::make_unique<client::GenerateSchemaCall>(network(), *connection(), wish),
         [this](const client::GenerateSchemaCall &call) { endWith(writeSchema(call.schema(), line(), terminal())); });
}

void SchemaGenerateCommand::endWith(int status)
{
    m_status = status;
    if (m_file.isEmpty())
        return emit finished(status);
    send(std::make_unique<client::DeleteFileCall>(network(), *connection(), FileId(m_file)),
         [this](const client::DeleteFileCall &) { emit finished(*m_status); });
}

void SchemaGenerateCommand::failed(const Error &error)
{
    if (m_status)
        return emit finished(*m_status);
    terminal().error(error);
    endWith(SomeFailed);
}

} // namespace xs::cli
