// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

namespace xs::test {

/// Answers each request when all of it is there, on a loopback port; with TLS when it is given to a QSslServer.
template <typename Base>
class AnswerServer : public Base
{
public:
    using Answer = std::function<QByteArray(const QByteArray &head)>;
    enum class After { Closes, StaysOpen };

    explicit AnswerServer(Answer answer, After after = After::Closes) : m_answer(std::move(answer)), m_after(after)
    {
        QObject::connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
            ++connections;
            auto *socket = this->nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, this,
                             [this, socket, bytes = QByteArray()]() mutable { take(*socket, bytes); });
        });
        if (!this->listen(QHostAddress::LocalHost))
            qFatal("no port");
    }
    QUrl url(const QString &scheme) const
    {
        return QUrl(QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(this->serverPort()));
    }

    QList<QByteArray> heads;
    QList<QByteArray> bodies;
    int connections = 0;

private:
    static qsizetype lengthIn(const QByteArray &head)
    {
        const QByteArray name("\r\ncontent-length:");
        const auto at = head.toLower().indexOf(name);
        return at < 0
                   ? 0
                   : head.mid(at + name.size(), head.indexOf('\r', at + name.size()) - at - name.size()).toLongLong();
    }
    void take(QTcpSocket &socket, QByteArray &bytes)
    {
        bytes += socket.readAll();
        const auto headSize = bytes.indexOf("\r\n\r\n") + 4;
        if (headSize < 4 || bytes.size() < headSize + lengthIn(bytes.left(headSize)))
            return;
        heads << bytes.left(headSize);
        bodies << bytes.mid(headSize);
        bytes.clear();
        socket.write(m_answer(heads.back()));
        if (m_after == After::Closes)
            socket.disconnectFromHost();
    }

    Answer m_answer;
    After m_after;
};

/// A whole answer, JSON unless something else is said.
inline QByteArray httpAnswer(const QByteArray &status, const QByteArray &body,
                             const QByteArray &type = "application/json", const QByteArray &more = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + more +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace xs::test
