// SPDX-License-Identifier: GPL-3.0-or-later
// For scripts/bench upload: uploads files, one after the other, with the call that the window uses. Prints the most
// memory that the process held, in bytes. Usage: uploadfile BASE_URL FILE…
#include "base/scheduler.h"
#include "client/accessmanager.h"
#include "client/uploadfilecall.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#include <functional>

using namespace Qt::StringLiterals;
using namespace xs;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    auto files = QCoreApplication::arguments().mid(2);
    client::AccessManager manager;
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
    // Not getrusage(): its maximum is that of the process before it became this program, too.
    QFile file(u"/proc/self/status"_s);
    const auto opened = file.open(QIODevice::ReadOnly);
    const auto lines = opened ? file.readAll().split('\n') : QByteArrayList();
    for (const auto &line : lines)
        if (line.startsWith("VmHWM:"))
            QTextStream(stdout) << line.simplified().split(' ').value(1).toLongLong() * 1024 << Qt::endl;
    return status;
}
