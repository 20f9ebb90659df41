// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervisor/serviceshare.h"

#include "base/json.h"
#include "client/connections.h"
#include "supervisor/ownsocket.h"

#include <QFile>
#include <QHostAddress>
#include <QLocalSocket>

using namespace Qt::StringLiterals;

namespace xs::supervisor {

namespace {

constexpr int patience = 2'000;
constexpr qsizetype longestAnswer = 64 * 1024;

QString socketPath(const QString &dataFolder)
{
    return dataFolder + u".socket"_s;
}

std::optional<client::Connection> fromJson(const QByteArray &bytes)
{
    const auto json = parseJson(bytes);
    const QUrl url(json ? stringMember(*json, "url").value_or(QString()) : QString());
    // The token stays on this computer whatever answers.
    if (url.scheme() != "http"_L1 || !QHostAddress(url.host()).isLoopback())
        return {};
    return client::Connection{
        client::thisComputer.toString(), url, stringMember(*json, "token").value_or(QString()), {}, 0};
}

} // namespace

ServiceShare::ServiceShare(const ServiceSupervisor &supervisor, const QString &dataFolder)
    : m_supervisor(supervisor), m_path(socketPath(dataFolder))
{
    connect(&m_server, &QLocalServer::newConnection, this, &ServiceShare::connected);
}

bool ServiceShare::listen()
{
    return listenAlone(m_server, m_path);
}

void ServiceShare::connected()
{
    auto *socket = m_server.nextPendingConnection();
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    if (const auto connection = m_supervisor.connection())
        socket->write(toBytes({{"url", toStd(connection->baseUrl.toString())}, {"token", toStd(connection->key)}}));
    socket->disconnectFromServer();
}

std::optional<client::Connection> sharedService(const QString &dataFolder)
{
    QLocalSocket socket;
    socket.connectToServer(socketPath(dataFolder), QIODevice::ReadOnly);
    if (!socket.waitForConnected(patience))
        return {};
    QByteArray answer;
    do
        answer += socket.readAll();
    while (answer.size() < longestAnswer && socket.waitForReadyRead(patience));
    answer += socket.readAll();
    return fromJson(answer);
}

} // namespace xs::supervisor
