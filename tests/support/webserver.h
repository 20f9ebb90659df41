// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>
#include <QTcpServer>
#include <QTcpSocket>

namespace xs::test {

/// A web server on a loopback port that gives out what was put there, byte for byte, and notes what was asked for.
class WebServer : public QObject
{
public:
    WebServer()
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            auto *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this] { ++m_ended; });
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    QString url(const QString &path) const
    {
        return QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(path);
    }
    /// A whole answer; the connection is closed after it. A path without one is never answered.
    void put(const QString &path, const QByteArray &answer) { m_answers[path] = answer; }
    void putFile(const QString &path, const QByteArray &content)
    {
        put(path, "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(content.size()) + "\r\n\r\n" + content);
    }
    void putRedirection(const QString &path, const QString &target)
    {
        put(path, "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + target.toUtf8() + "\r\n\r\n");
    }
    const QStringList &asked() const { return m_asked; }
    /// The connections that have ended.
    int ended() const { return m_ended; }

private:
    void answer(QTcpSocket *socket)
    {
        auto &request = m_requests[socket];
        request += socket->readAll();
        if (!request.contains("\r\n\r\n"))
            return;
        const auto path = QString::fromLatin1(request.split(' ').value(1));
        m_asked << path;
        request.clear();
        if (!m_answers.contains(path))
            return;
        socket->write(m_answers[path]);
        socket->disconnectFromHost();
    }

    QTcpServer m_server;
    QHash<QString, QByteArray> m_answers;
    QHash<QTcpSocket *, QByteArray> m_requests;
    QStringList m_asked;
    int m_ended = 0;
};

} // namespace xs::test
