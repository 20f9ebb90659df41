// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/httpserver.h"

#include "server/log.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QUrl>

#include <httplib.h>

#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

/// A connection keeps its thread while it is open, so this is also the number of connections served at once.
constexpr int connectionCount = 128;
constexpr int idleSeconds = 15;
/// How long a client may stall within a request or while it takes an answer.
constexpr int stallSeconds = 30;
/// What is read and thrown away of a body that nobody wants, to keep the connection usable.
constexpr qint64 longestUnwantedBody = 1024LL * 1024 * 1024;

/// Without SO_REUSEPORT, which the library sets and with which two services would share one port.
void setSocketOptions(socket_t socket)
{
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
}

/// Ends the connections that were accepted on a port. The library would wait for each until it is idle for too
/// long, and keeps its sockets to itself; so they are looked for among the process's descriptors.
void endConnections(int port)
{
    for (const auto &name : QDir(u"/proc/self/fd"_s).entryList(QDir::Files | QDir::System)) {
        sockaddr_in address{};
        socklen_t size = sizeof(address);
        const auto descriptor = name.toInt();
        if (::getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &size) == 0 &&
            address.sin_family == AF_INET && ntohs(address.sin_port) == port)
            ::shutdown(descriptor, SHUT_RDWR);
    }
}

bool hasBody(const httplib::Request &request)
{
    return request.has_header("Transfer-Encoding") || request.get_header_value("Content-Length") != "0";
}

/// Reads a body once, within a limit. What goes beyond it is taken from the connection all the same: an answer
/// may only follow a body that was read to its end.
class BodyReader
{
public:
    BodyReader(const httplib::Request &request, const httplib::ContentReader &reader)
        : m_reader(reader),
          m_exists((request.has_header("Content-Length") || request.has_header("Transfer-Encoding")) &&
                   hasBody(request))
    {
    }

    BodyEnd read(qint64 limit, const BodySink &sink)
    {
        if (m_done || !m_exists)
            return BodyEnd::Complete;
        m_done = true;
        qint64 size = 0;
        bool wanted = true;
        const auto complete = m_reader([&](const char *data, std::size_t length) {
            size += static_cast<qint64>(length);
            if (size > limit)
                return size <= longestUnwantedBody;
            if (wanted)
                wanted = sink(data, length);
            return true;
        });
        if (size > limit)
            return BodyEnd::TooLarge;
        return complete ? BodyEnd::Complete : BodyEnd::Broken;
    }

    void skipRest()
    {
        (void)read(0, [](const char *, std::size_t) { return false; });
    }

private:
    const httplib::ContentReader &m_reader;
    bool m_exists;
    bool m_done = false;
};

constexpr auto contentType = "Content-Type";
constexpr auto hiddenContentType = "X-Content-Type";

/// Cuts the library's own reader of multipart bodies short, by moving the header that switches it on. It matches
/// part headers of any length with a recursive regular expression, which lets a hostile upload end the process.
/// The request is not const where the library made it.
void hideMultipart(const httplib::Request &request)
{
    auto &headers = const_cast<httplib::Request &>(request).headers;
    const auto type = request.get_header_value(contentType);
    headers.erase(contentType);
    headers.erase(hiddenContentType);
    headers.emplace(hiddenContentType, type);
}

Request convert(const httplib::Request &source)
{
    Request request;
    request.method = QByteArray::fromStdString(source.method);
    parseTarget(QByteArray::fromStdString(source.target), request);
    for (const auto &[name, value] : source.headers)
        request.headers.insert(QByteArray::fromStdString(name).toLower(), QByteArray::fromStdString(value));
    if (const auto hidden = request.headers.constFind("x-content-type"); hidden != request.headers.cend())
        request.headers.insert("content-type", *hidden);
    return request;
}

/// RFC 6266 with the name in UTF-8.
std::string attachment(const QString &name)
{
    return "attachment; filename*=UTF-8''" + QUrl::toPercentEncoding(name).toStdString();
}

void sendFile(const Response &response, httplib::Response &target)
{
    const auto file = std::make_shared<QFile>(response.filePath);
    if (!file->open(QIODevice::ReadOnly)) {
        target.status = 404;
        target.set_content(R"({"detail":"the file is gone"})", "application/json");
        return;
    }
    target.set_header("Content-Disposition", attachment(response.fileName));
    target.set_content_provider(static_cast<std::size_t>(file->size()), "application/octet-stream",
                                [file](std::size_t offset, std::size_t length, httplib::DataSink &sink) {
                                    constexpr std::size_t piece = 256 * 1024;
                                    if (!file->seek(static_cast<qint64>(offset)))
                                        return false;
                                    const auto bytes = file->read(static_cast<qint64>(std::min(length, piece)));
                                    return !bytes.isEmpty() &&
                                           sink.write(bytes.constData(), static_cast<std::size_t>(bytes.size()));
                                });
}

void send(const Response &response, httplib::Response &target)
{
    target.status = response.status;
    for (const auto &[name, value] : response.headers)
        target.set_header(name.toStdString(), value.toStdString());
    if (!response.filePath.isEmpty())
        sendFile(response, target);
    else if (response.status != 204)
        target.set_content(response.body.constData(), static_cast<std::size_t>(response.body.size()),
                           "application/json");
}

Response answer(const Handler &handler, const Request &request)
{
    try {
        return handler(request);
    } catch (const std::exception &e) {
        qCCritical(lcServer) << request.method << request.path << "failed:" << e.what();
        return errorResponse(500, u"internal error"_s);
    }
}

void serve(const Handler &handler, const httplib::Request &source, httplib::Response &target, BodyReader &body)
{
    QElapsedTimer timer;
    timer.start();
    auto request = convert(source);
    request.readBody = [&body](qint64 limit, const BodySink &sink) { return body.read(limit, sink); };
    const auto response = answer(handler, request);
    body.skipRest();
    send(response, target);
    qCDebug(lcServer).noquote() << request.method << request.path << target.status << timer.elapsed() << "ms";
}

} // namespace

HttpServer::HttpServer() : m_server(std::make_unique<httplib::Server>())
{
}

HttpServer::~HttpServer()
{
    stop();
}

Expected<std::unique_ptr<HttpServer>> HttpServer::bind(int port)
{
    auto self = std::unique_ptr<HttpServer>(new HttpServer);
    auto &server = *self->m_server;
    server.set_socket_options(setSocketOptions);
    server.set_tcp_nodelay(true);
    server.new_task_queue = [] { return new httplib::ThreadPool(connectionCount); };
    server.set_keep_alive_max_count(1'000'000);
    server.set_keep_alive_timeout(idleSeconds);
    server.set_read_timeout(stallSeconds);
    server.set_write_timeout(stallSeconds);
    errno = 0;
    if (port == 0)
        self->m_port = server.bind_to_any_port("127.0.0.1");
    else
        self->m_port = server.bind_to_port("127.0.0.1", port) ? port : -1;
    if (self->m_port > 0)
        return self;
    const auto place = u"127.0.0.1:%1"_s.arg(port);
    const auto reason = QString::fromLocal8Bit(std::strerror(errno));
    return Unexpected(errno == EACCES ? ErrorCode::ServiceNotStarted : ErrorCode::PortInUse, reason, place);
}

void HttpServer::start(Handler handler)
{
    m_handler = std::move(handler);
    auto &server = *m_server;
    // Everything is routed by the handler, so the library sees one pattern. The requests below have no body.
    server.set_pre_routing_handler([this](const httplib::Request &source, httplib::Response &target) {
        const auto withBody =
            source.method == "POST" || source.method == "PUT" || source.method == "PATCH" || source.method == "DELETE";
        if (withBody)
            return httplib::Server::HandlerResponse::Unhandled;
        const httplib::ContentReader nothing({}, {});
        httplib::Request bare;
        bare.headers.emplace("Content-Length", "0");
        BodyReader body(bare, nothing);
        serve(m_handler, source, target, body);
        return httplib::Server::HandlerResponse::Handled;
    });
    const auto withBody = [this](const httplib::Request &source, httplib::Response &target,
                                 const httplib::ContentReader &reader) {
        hideMultipart(source);
        BodyReader body(source, reader);
        serve(m_handler, source, target, body);
    };
    constexpr auto anything = R"([\s\S]*)";
    server.Post(anything, withBody);
    server.Put(anything, withBody);
    server.Patch(anything, withBody);
    server.Delete(anything, withBody);
    // What the library refuses by itself has no body yet.
    server.set_error_handler(httplib::Server::Handler([](const httplib::Request &, httplib::Response &target) {
        if (target.body.empty())
            send(errorResponse(target.status, u"the request was not understood"_s), target);
    }));
    m_thread = std::thread([this] { m_server->listen_after_bind(); });
    // The library forgets a stop() that comes before its loop runs.
    while (!m_server->is_running())
        std::this_thread::yield();
}

void HttpServer::stop()
{
    if (!m_thread.joinable())
        return;
    m_server->stop();
    endConnections(m_port);
    m_thread.join();
}

} // namespace xs::server
