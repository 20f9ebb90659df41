// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "server/httpmessage.h"
#include "server/listenplace.h"
#include "server/reactor.h"

#include <memory>

namespace xs::server {

/// The listener. The reactor keeps the connections, cpp-httplib reads the requests and writes the answers;
/// the handler runs on many threads at once. The only file that knows the HTTP library.
class HttpServer
{
public:
    /// Takes a port (0 = any free one) without answering yet. Errors: PortInUse, ServiceNotStarted.
    static Expected<std::unique_ptr<HttpServer>> bind(const ListenPlace &place, const ConnectionLimits &limits = {});
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// With the port that was found.
    const ListenPlace &place() const { return m_place; }
    int port() const { return m_place.port; }
    /// Begins to answer, on threads of its own.
    void start(Handler handler);
    /// Ends all connections; returns when no handler runs any more.
    void stop();

private:
    class Library;
    explicit HttpServer(const ConnectionLimits &limits);

    ConnectionLimits m_limits;
    std::unique_ptr<Library> m_library;
    Handler m_handler;
    std::unique_ptr<Reactor> m_reactor;
    ListenPlace m_place;
};

} // namespace xs::server
