// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace xs::server::test {

/// A language model's endpoint on this computer that says what a test wants: the script gets the number of the request
/// (from 0) and its body, and gives the bytes to send; none means that it stays silent.
class ScriptedModel : public QObject
{
public:
    using Script = std::function<QByteArray(int, const Json &)>;

    explicit ScriptedModel(Script script) : m_script(std::move(script))
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (auto *socket = m_server.nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        });
    }

    QString url() const { return QStringLiteral("http://127.0.0.1:%1/v1").arg(m_server.serverPort()); }

    static QByteArray http(int status, const QByteArray &body, const QByteArray &more = {})
    {
        return "HTTP/1.1 " + QByteArray::number(status) + " Some\r\nContent-Type: application/json\r\n" + more +
               "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    static QByteArray completion(const Json &message, const char *reason = "stop")
    {
        const Json body = {{"choices", Json::array({{{"message", message}, {"finish_reason", reason}}})}};
        return http(200, toBytes(body));
    }
    static QByteArray says(const QByteArray &content)
    {
        return completion({{"role", "assistant"}, {"content", content.toStdString()}});
    }

    QList<QByteArray> heads;
    QList<Json> bodies;

private:
    void read(QTcpSocket &socket)
    {
        auto &bytes = m_received[&socket];
        bytes += socket.readAll();
        const auto end = bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const auto head = bytes.left(end).toLower();
        const auto at = head.indexOf("content-length:");
        const auto length = head.mid(at + 15, head.indexOf('\r', at) - at - 15).trimmed().toLongLong();
        if (bytes.size() < end + 4 + length)
            return;
        heads << bytes.left(end);
        bodies << parseJson(bytes.mid(end + 4, length)).value_or(Json());
        bytes.remove(0, end + 4 + length);
        if (const auto answer = m_script(int(heads.size()) - 1, bodies.back()); !answer.isEmpty())
            socket.write(answer);
    }

    Script m_script;
    QTcpServer m_server;
    QHash<QTcpSocket *, QByteArray> m_received;
};

} // namespace xs::server::test
