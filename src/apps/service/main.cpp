// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/service/options.h"
#include "base/stopsignals.h"
#include "document/readers.h"
#include "server/forkserver.h"
#include "server/worker.h"

#include <QCoreApplication>
#include <QFile>

#include <csignal>
#include <cstdio>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace xs;

namespace {

void printLine(const Json &json)
{
    const auto line = toBytes(json) + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fflush(stdout);
}

Json greeting(const service::Options &options, const server::Service &service)
{
    Json json;
    json["url"] = toStd(service.url());
    if (options.tellToken)
        json["token"] = options.service.token.toStdString();
    json["pid"] = ::getpid();
    json["version"] = XS_VERSION;
    return json;
}

int startWorkers(const QString &folder)
{
    server::prepareWorker(folder);
    const auto recogniser = document::makePictureReader();
    if (recogniser)
        recogniser->prepare();
    const auto work = [&recogniser](const Json &request) { return server::workOn(request, recogniser.get()); };
    return server::runForkServer(QFile::encodeName(folder).toStdString(),
                                 [&work] { return server::runWorker({}, work); });
}

/// The same for programs, as the first line, and for people.
int failWith(const Error &error)
{
    Json json;
    json["error"] = {
        {"code", toStd(errorCodeName(error.code))}, {"detail", toStd(error.detail)}, {"place", toStd(error.place)}};
    printLine(json);
    std::fprintf(stderr, "extract-studio-service: %s\n", qUtf8Printable(service::startFailureText(error)));
    return 1;
}

} // namespace

int main(int argc, char *argv[])
{
    ::umask(0077);
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"extract-studio-service"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(XS_VERSION));
    const auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--fork-server"_L1)
        return startWorkers(arguments.value(2));

    std::signal(SIGPIPE, SIG_IGN);
    const auto options = service::readOptions(arguments);
    if (!options)
        return failWith(options.error());
    onStopSignals(&app, &QCoreApplication::quit);
    const auto running = server::Service::start(options->service);
    if (!running)
        return failWith(running.error());
    printLine(greeting(*options, **running));
    if (options->exitOnStdinEof)
        quitOnStdinEof();
    return QCoreApplication::exec();
}
