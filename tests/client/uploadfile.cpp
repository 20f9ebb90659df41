// SPDX-License-Identifier: GPL-3.0-or-later
// For scripts/bench upload: uploads files, one after the other, with the call that the window uses. Prints the most
// memory that the process held, in bytes. Usage: uploadfile BASE_URL FILE…
#include "base/scheduler.h"
#include "client/uploadfilecall.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QTextStream>

#include <functional>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace xs;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    auto files = QCoreApplication::arguments().mid(2);
    QNetworkAccessManager manager;
    SystemClock clock;
    SystemScheduler scheduler;
    const client::Network network{manager, clock, scheduler};
    client::Connection connection;
    connection.name = u"bench"_s;
    connection.baseUrl = QUrl(QCoreApplication::arguments().value(1));
    connection.key = u"bench"_s;
    client::CallPointer call;
    const std::function<void()> next = [&] {
        if (files.isEmpty())
            return QCoreApplication::exit(0);
        call.reset(new client::UploadFileCall(network, connection, files.takeFirst()));
        QObject::connect(call.get(), &client::Call::finished, &application, next);
        QObject::connect(call.get(), &client::Call::failed, &application, [](const Error &error) {
            QTextStream(stderr) << errorCodeName(error.code) << ' ' << error.detail << Qt::endl;
            QCoreApplication::exit(1);
        });
        call->start();
    };
    QMetaObject::invokeMethod(&application, next, Qt::QueuedConnection);
    const auto status = QCoreApplication::exec();
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    QTextStream(stdout) << usage.ru_maxrss * 1024 << Qt::endl;
    return status;
}
