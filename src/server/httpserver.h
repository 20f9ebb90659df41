// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "server/httpmessage.h"

#include <memory>
#include <thread>

namespace httplib {
class Server;
}

namespace xs::server {

/// The listener on 127.0.0.1. Turns cpp-httplib's requests into ours; the handler runs on many threads at once.
/// The only file that knows the HTTP library.
class HttpServer
{
public:
    /// Takes a port (0 = any free one) without answering yet. Errors: PortInUse, ServiceNotStarted.
    static Expected<std::unique_ptr<HttpServer>> bind(int port);
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    int port() const { return m_port; }
    /// Begins to answer, on threads of its own.
    void start(Handler handler);
    /// Ends all connections; returns when no handler runs any more.
    void stop();

private:
    HttpServer();

    std::unique_ptr<httplib::Server> m_server;
    Handler m_handler;
    std::thread m_thread;
    int m_port = 0;
};

} // namespace xs::server
