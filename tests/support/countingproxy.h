// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/answerserver.h"

namespace xs::test {

/// A proxy that counts: tunnels CONNECT and passes on plain requests, or refuses all.
class CountingProxy : public QTcpServer
{
public:
    enum class Mood { Helpful, WantsPassword };

    explicit CountingProxy(Mood mood)
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(this, &QTcpServer::newConnection, this, [this, mood] {
            auto *client = nextPendingConnection();
            connect(client, &QTcpSocket::readyRead, this,
                    [this, client, mood, server = (QTcpSocket *)nullptr, isRefused = false]() mutable {
                        const auto bytes = client->readAll();
                        // What still comes is read: to close before would take the answer away on its way.
                        if (isRefused)
                            return;
                        if (server) {
                            server->write(bytes);
                            return;
                        }
                        ++requests;
                        if (mood == Mood::WantsPassword) {
                            client->write(httpAnswer("407 Proxy Authentication Required", "", "text/plain",
                                                     "Proxy-Authenticate: Basic realm=\"x\"\r\n"));
                            isRefused = true;
                            return;
                        }
                        server = new QTcpSocket(client);
                        connectThrough(*client, *server, bytes);
                    });
        });
    }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }

    int requests = 0;

private:
    static void connectThrough(QTcpSocket &client, QTcpSocket &server, const QByteArray &head)
    {
        const auto target = QString::fromLatin1(head.split(' ').value(1));
        const auto isTunnel = head.startsWith("CONNECT ");
        const QUrl url(isTunnel ? QStringLiteral("x://") + target : target);
        connect(&server, &QTcpSocket::readyRead, &client, [&] { client.write(server.readAll()); });
        connect(&server, &QTcpSocket::disconnected, &client, [&] { client.disconnectFromHost(); });
        server.connectToHost(url.host(), static_cast<quint16>(url.port(80)));
        if (!server.waitForConnected())
            return;
        if (isTunnel)
            client.write("HTTP/1.1 200 Connection established\r\n\r\n");
        else
            server.write(head);
    }
};

} // namespace xs::test
