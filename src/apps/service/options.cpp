// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/service/options.h"

#include "server/token.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QHostAddress>
#include <QStandardPaths>
#include <QThread>

#include <optional>

using namespace Qt::StringLiterals;

namespace xs::service {

namespace {

const QCommandLineOption portOption(u"port"_s, u"Listen on this port; 0 picks a free one (default)."_s, u"N"_s, u"0"_s);
const QCommandLineOption listenOption(u"listen"_s,
                                      u"Listen on this address of the computer instead of 127.0.0.1. Callers from "
                                      "other computers need the token, which travels unencrypted."_s,
                                      u"ADDRESS"_s, u"127.0.0.1"_s);
const QCommandLineOption dataOption(u"data"_s, u"Keep files, jobs and results in this folder."_s, u"DIR"_s);
const QCommandLineOption tokenFileOption(u"token-file"_s,
                                         u"Read the bearer token from this file; it is made when it does not exist."_s,
                                         u"FILE"_s);
const QCommandLineOption
    anyTokenOption(u"any-token"_s,
                   u"Accept any bearer token, as every program on this computer may then use the service."_s);
const QCommandLineOption
    workersOption(u"workers"_s, u"Read this many documents at once (default: one per processor core)."_s, u"N"_s);
const QCommandLineOption timeLimitOption(u"time-limit"_s,
                                         u"Give up on a document after this many seconds (default 600)."_s,
                                         u"SECONDS"_s, u"600"_s);
const QCommandLineOption
    stdinOption({u"exit-on-stdin-eof"_s, u"exit-with-parent"_s},
                u"End when standard input is closed, so that nothing is left behind by a parent that was killed."_s);

const QCommandLineOption webhookOption(u"allow-any-webhook"_s,
                                       u"Send webhooks to other computers too, not only to programs on this one."_s);

const QCommandLineOption
    webhookTimeOption(u"webhook-time-limit"_s,
                      u"Give up on the receiver of a webhook after this many seconds (default 30)."_s, u"SECONDS"_s,
                      u"30"_s);

const QCommandLineOption
    sourceOption(u"allow-any-source"_s,
                 u"Fetch the documents of parse jobs (source_url) from other computers too, not only from this one."_s);

const QCommandLineOption anyProjectOption(
    u"any-project"_s,
    u"Ignore the project and organization that requests name, for programs that bring those of the cloud."_s);

const QCommandLineOption modelUrlOption(
    u"model-url"_s,
    u"Let jobs of the tier agentic ask the language model at this address, which answers as OpenAI's chat completions "
    u"do "
    "(https://…/v1). The document's text is sent there. Its key is read from EXTRACT_STUDIO_MODEL_KEY."_s,
    u"URL"_s);
const QCommandLineOption modelOption(u"model"_s, u"The name of that language model."_s, u"NAME"_s);

/// Options go before the environment; the key is not among them, because everybody may see a program's options.
Expected<server::ModelSettings> readModel(const QCommandLineParser &parser)
{
    const auto value = [&parser](const QCommandLineOption &option, const char *variable) {
        return parser.isSet(option) ? parser.value(option) : qEnvironmentVariable(variable);
    };
    server::ModelSettings settings;
    settings.baseUrl = QUrl(value(modelUrlOption, "EXTRACT_STUDIO_MODEL_URL"));
    settings.model = value(modelOption, "EXTRACT_STUDIO_MODEL");
    settings.key = qgetenv("EXTRACT_STUDIO_MODEL_KEY");
    // Not for the processes that read documents.
    qunsetenv("EXTRACT_STUDIO_MODEL_KEY");
    if (const auto checked = server::checkModelSettings(settings); !checked)
        return Unexpected(checked.error());
    return settings;
}

QString defaultDataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
}

Expected<int> number(const QCommandLineParser &parser, const QCommandLineOption &option, int least, int most)
{
    bool ok = false;
    const auto value = parser.value(option).toInt(&ok);
    if (!ok || value < least || value > most)
        return Unexpected(ErrorCode::InvalidArgument,
                          u"--%1 takes a number from %2 to %3"_s.arg(option.names().first()).arg(least).arg(most),
                          parser.value(option));
    return value;
}

/// One address, because requests and links name it; and no open door to other computers.
Expected<QString> readAddress(const QCommandLineParser &parser)
{
    const QHostAddress address(parser.value(listenOption));
    const auto isOne = !address.isNull() && address != QHostAddress(QHostAddress::AnyIPv4) &&
                       address != QHostAddress(QHostAddress::AnyIPv6) && address != QHostAddress(QHostAddress::Any);
    if (!isOne)
        return Unexpected(ErrorCode::InvalidArgument, u"--listen takes one address of this computer, in numbers"_s,
                          parser.value(listenOption));
    if (parser.isSet(anyTokenOption) && !address.isLoopback())
        return Unexpected(ErrorCode::InvalidArgument, u"--any-token would let every computer in"_s, address.toString());
    return address.toString();
}

Expected<void> readToken(const QCommandLineParser &parser, Options &options)
{
    if (parser.isSet(anyTokenOption))
        return {};
    if (!parser.isSet(tokenFileOption)) {
        options.service.token = server::makeToken();
        options.tellToken = true;
        return {};
    }
    auto token = server::tokenFromFile(parser.value(tokenFileOption));
    if (!token)
        return Unexpected(token.error());
    options.service.token = *std::move(token);
    return {};
}

} // namespace

Expected<Options> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Extracts data from documents on this computer, behind the REST API of LlamaCloud Extract v2."_s);
    parser.addOptions({portOption, listenOption, dataOption, tokenFileOption, anyTokenOption, workersOption,
                       timeLimitOption, stdinOption, webhookOption, webhookTimeOption, sourceOption, anyProjectOption,
                       modelUrlOption, modelOption});
    parser.addHelpOption();
    parser.addVersionOption();
    if (!parser.parse(arguments))
        return Unexpected(ErrorCode::InvalidArgument, parser.errorText());
    if (parser.isSet(u"help"_s))
        parser.showHelp();
    if (parser.isSet(u"version"_s))
        parser.showVersion();
    if (!parser.positionalArguments().isEmpty())
        return Unexpected(ErrorCode::InvalidArgument, u"there are no arguments beside the options"_s,
                          parser.positionalArguments().constFirst());

    Options options;
    const auto port = number(parser, portOption, 0, 65'535);
    const auto workers = parser.isSet(workersOption) ? number(parser, workersOption, 1, 256)
                                                     : Expected<int>(QThread::idealThreadCount());
    const auto timeLimit = number(parser, timeLimitOption, 1, 86'400);
    const auto webhookTime = number(parser, webhookTimeOption, 1, 3600);
    for (const auto *value : {&port, &workers, &timeLimit, &webhookTime})
        if (!*value)
            return Unexpected(value->error());
    const auto address = readAddress(parser);
    if (!address)
        return Unexpected(address.error());
    options.service.place = {*port, *address};
    options.service.workers = *workers;
    options.service.dataFolder = parser.isSet(dataOption) ? parser.value(dataOption) : defaultDataFolder();
    options.service.worker.program = QCoreApplication::applicationFilePath();
    options.service.worker.arguments = {u"--fork-server"_s};
    options.service.worker.timeLimitMilliseconds = *timeLimit * 1000;
    options.service.webhookHosts = parser.isSet(webhookOption) ? server::Hosts::Any : server::Hosts::LoopbackOnly;
    options.service.webhookAnswerTime = std::chrono::seconds(*webhookTime);
    options.service.fetchLimits.hosts = parser.isSet(sourceOption) ? server::Hosts::Any : server::Hosts::LoopbackOnly;
    options.service.otherProjects =
        parser.isSet(anyProjectOption) ? server::OtherProjects::Ignored : server::OtherProjects::Refused;
    auto model = readModel(parser);
    if (!model)
        return Unexpected(model.error());
    options.service.model = *std::move(model);
    options.exitOnStdinEof = parser.isSet(stdinOption);
    if (const auto done = readToken(parser, options); !done)
        return Unexpected(done.error());
    return options;
}

QString startFailureText(const Error &error)
{
    const auto reason = error.detail.isEmpty() ? QString() : u" (%1)"_s.arg(error.detail);
    switch (error.code) {
    case ErrorCode::PortInUse:
        return u"%1 is in use by another program%2; choose another --port, or 0 for a free one."_s.arg(error.place,
                                                                                                       reason);
    case ErrorCode::StoreUnavailable:
        return u"the data folder %1 cannot be used%2; choose another with --data."_s.arg(error.place, reason);
    case ErrorCode::StoreCorrupt:
        return u"the database %1 is damaged%2; nothing was changed. Restore it, or choose another folder with --data."_s
            .arg(error.place, reason);
    case ErrorCode::StoreTooNew:
        return u"the database %1 was written by a later version of this program%2; nothing was changed."_s.arg(
            error.place, reason);
    case ErrorCode::FileUnreadable:
    case ErrorCode::FileNotWritten:
        return u"the token file %1 cannot be used%2."_s.arg(error.place, reason);
    case ErrorCode::InvalidArgument:
        return error.place.isEmpty() ? error.detail : u"%1: %2"_s.arg(error.place, error.detail);
    default:
        return u"the service cannot start: %1%2 %3"_s.arg(errorCodeName(error.code), reason, error.place);
    }
}

} // namespace xs::service
