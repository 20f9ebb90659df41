// SPDX-License-Identifier: GPL-3.0-or-later
// For scripts/bench upload: uploads one file with the call that the window uses. Prints the most memory that the
// process held, in bytes. Usage: uploadfile BASE_URL FILE
#include "base/scheduler.h"
#include "client/uploadfilecall.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QTextStream>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace xs;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    QNetworkAccessManager manager;
    SystemClock clock;
    SystemScheduler scheduler;
    const client::Network network{manager, clock, scheduler};
    client::Connection connection;
    connection.name = u"bench"_s;
    connection.baseUrl = QUrl(arguments.value(1));
    connection.key = u"bench"_s;
    client::UploadFileCall call(network, connection, arguments.value(2));
    QObject::connect(&call, &client::Call::finished, &application, [] { QCoreApplication::exit(0); });
    QObject::connect(&call, &client::Call::failed, &application, [](const Error &error) {
        QTextStream(stderr) << errorCodeName(error.code) << ' ' << error.detail << Qt::endl;
        QCoreApplication::exit(1);
    });
    call.start();
    const auto status = QCoreApplication::exec();
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    QTextStream(stdout) << usage.ru_maxrss * 1024 << Qt::endl;
    return status;
}
