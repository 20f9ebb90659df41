// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/studio/instancelink.h"

#include "supervisor/ownsocket.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 5'000;
/// More than any command line has.
constexpr qint64 longest = 4 * 1024 * 1024;

/// In the folder, unless the path is too long for a socket (108 bytes on Linux); then in the user's own folder for
/// such things, where nobody else can take its name.
QString socketName(const QString &folder)
{
    const auto path = folder + u"/window.socket"_s;
    if (QFile::encodeName(path).size() < 100)
        return path;
    const auto hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    const QDir own(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation));
    return own.filePath(u"extract-studio-%1.socket"_s.arg(QString::fromLatin1(hash)));
}

} // namespace

InstanceLink::InstanceLink(const QString &dataFolder, QObject *parent) : QObject(parent), m_name(socketName(dataFolder))
{
    connect(&m_server, &QLocalServer::newConnection, this, &InstanceLink::connected);
}

bool InstanceLink::listen()
{
    return xs::supervisor::listenAlone(m_server, m_name);
}

void InstanceLink::connected()
{
    auto *socket = m_server.nextPendingConnection();
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        if (socket->bytesAvailable() > longest)
            return socket->abort();
        QDataStream stream(socket);
        stream.startTransaction();
        QStringList arguments;
        stream >> arguments;
        if (!stream.commitTransaction())
            return;
        socket->write("taken");
        socket->disconnectFromServer();
        emit argumentsCame(arguments);
    });
}

bool InstanceLink::handOver(const QStringList &arguments) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(patience))
        return false;
    QByteArray message;
    QDataStream stream(&message, QIODevice::WriteOnly);
    stream << arguments;
    socket.write(message);
    QByteArray answer;
    while (answer != "taken" && socket.waitForReadyRead(patience))
        answer += socket.readAll();
    return answer == "taken";
}
