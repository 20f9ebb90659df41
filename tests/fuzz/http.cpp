// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz.h"
#include "server/descriptor.h"
#include "server/httpserver.h"

#include <QLoggingCategory>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace xs;

namespace {

/// A listener that answers whatever is asked with what it has read.
struct FuzzedListener
{
    FuzzedListener()
    {
        QLoggingCategory::setFilterRules(u"*=false"_s);
        auto bound = server::HttpServer::bind(0);
        fuzz::require(bool(bound), "the listener has a port");
        server = *std::move(bound);
        server->start([](const server::Request &request) {
            QByteArray body;
            (void)request.readBody(largest, [&body](const char *data, std::size_t size) {
                body.append(data, static_cast<qsizetype>(size));
                return true;
            });
            fuzz::require(body.size() <= largest, "a body is no larger than its limit");
            return server::jsonResponse({{"query", request.query.size()}, {"size", body.size()}});
        });
    }

    static constexpr qsizetype largest = 4096;
    std::unique_ptr<server::HttpServer> server;
};

QByteArray answerTo(int port, const QByteArray &sent)
{
    const server::Descriptor connection(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    fuzz::require(::connect(connection.get(), reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0,
                  "the listener accepts");
    (void)::send(connection.get(), sent.constData(), static_cast<std::size_t>(sent.size()), MSG_NOSIGNAL);
    ::shutdown(connection.get(), SHUT_WR);
    QByteArray answer(64 * 1024, Qt::Uninitialized);
    qsizetype size = 0;
    while (size < answer.size()) {
        const auto count =
            ::recv(connection.get(), answer.data() + size, static_cast<std::size_t>(answer.size() - size), 0);
        if (count <= 0)
            break;
        size += count;
    }
    return answer.left(size);
}

} // namespace

/// What a client sends on one connection, as bytes. Whatever it is, what comes back is nothing or HTTP, and the next
/// client is answered.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static FuzzedListener fuzzed;
    const auto port = fuzzed.server->port();
    const auto answer = answerTo(port, fuzz::bytes(data, size));
    fuzz::require(answer.isEmpty() || answer.startsWith("HTTP/1."), "an answer is HTTP");
    fuzz::require(
        answerTo(port, "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").startsWith("HTTP/1.1 200"),
        "the next client is answered");
    return 0;
}
