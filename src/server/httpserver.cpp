// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/httpserver.h"

#include "server/answers.h"
#include "server/log.h"

#include <QElapsedTimer>
#include <QFile>
#include <QUrl>

#include <httplib.h>

#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

/// What is read and thrown away of a body that nobody wants, to keep the connection usable.
constexpr qint64 longestUnwantedBody = 1024LL * 1024 * 1024;

/// Without SO_REUSEPORT, which the library sets and with which two services would share one port.
void setSocketOptions(socket_t socket)
{
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
}

/// A connection as the library wants to see it.
class LibraryStream final : public httplib::Stream
{
public:
    explicit LibraryStream(ClientConnection &connection) : m_connection(connection) {}

    bool is_readable() const override { return true; }
    bool is_writable() const override { return true; }
    ssize_t read(char *data, std::size_t size) override { return m_connection.read(data, size); }
    ssize_t write(const char *data, std::size_t size) override { return m_connection.write(data, size); }
    void get_remote_ip_and_port(std::string &, int &) const override {}
    void get_local_ip_and_port(std::string &, int &) const override {}
    /// Asked for only to refuse what select() cannot take, and nothing here calls select().
    socket_t socket() const override { return 0; }

private:
    ClientConnection &m_connection;
};

bool mayHaveBody(const std::string &method)
{
    return method == "POST" || method == "PUT" || method == "PATCH" || method == "DELETE";
}

bool announcesBody(const httplib::Request &request)
{
    const auto length = request.get_header_value("Content-Length");
    return request.has_header("Transfer-Encoding") || (!length.empty() && length != "0");
}

/// Reads a body once, within a limit. What goes beyond it is taken from the connection all the same: an answer
/// may only follow a body that was read to its end.
class BodyReader
{
public:
    BodyReader(const httplib::Request &request, const httplib::ContentReader &reader)
        : m_reader(reader), m_exists(announcesBody(request))
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
                           response.contentType.toStdString());
}

/// The library cuts the ranges that a request names out of every answer, whatever they are, and leaves its status. Here
/// one range of a file is given, and any other wish ignored, as it may be (RFC 9110, section 14).
void settleRanges(const httplib::Request &source, const Response &response, httplib::Response &target)
{
    auto &ranges = const_cast<httplib::Request &>(source).ranges;
    const auto wanted = std::exchange(ranges, {});
    if (wanted.size() != 1 || source.method != "GET" || response.filePath.isEmpty() || target.status != 200)
        return;
    const auto size = static_cast<ssize_t>(target.content_length_);
    auto [first, last] = wanted.front();
    // "-5" are the last five bytes.
    if (first < 0)
        std::tie(first, last) = std::pair(std::max<ssize_t>(0, size - last), last > 0 ? size - 1 : -1);
    last = last < 0 && wanted.front().first >= 0 ? size - 1 : std::min(last, size - 1);
    if (first < size && first <= last) {
        ranges = {{first, last}};
        target.status = 206;
        return;
    }
    target = {};
    send(errorResponse(416, u"the file has %1 bytes"_s.arg(size)), target);
    target.set_header("Content-Range", "bytes */" + std::to_string(size));
}

Response answer(const Handler &handler, const Request &request)
{
    try {
        return handler(request);
    } catch (const std::exception &e) {
        return faultResponse(500, u"internal error"_s,
                             QString::fromLatin1(request.method + ' ' + request.path) + u" failed: "_s +
                                 QString::fromUtf8(e.what()));
    }
}

/// Takes the header that makes the library unpack a body; true when there was one. A few bytes can become
/// gigabytes, and none of the API's clients packs what it sends.
bool hidePacking(const httplib::Request &request)
{
    constexpr auto header = "Content-Encoding";
    const auto packing = request.get_header_value(header);
    const_cast<httplib::Request &>(request).headers.erase(header);
    return !packing.empty() && packing != "identity";
}

void refusePacking(httplib::Response &target, BodyReader &body)
{
    body.skipRest();
    send(errorResponse(415, u"the body must not be compressed: leave the header Content-Encoding away"_s), target);
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
    settleRanges(source, response, target);
    qCDebug(lcServer).noquote() << request.method << request.path << target.status << timer.elapsed() << "ms";
}

} // namespace

/// The library's parser and writer, on connections that are not its own.
class HttpServer::Library final : public httplib::Server
{
public:
    int listener() const { return svr_sock_; }
    void close()
    {
        if (const auto socket = svr_sock_.exchange(INVALID_SOCKET); socket != INVALID_SOCKET)
            ::close(socket);
    }

    /// One request and its answer; true when another may follow.
    bool process(ClientConnection &connection)
    {
        LibraryStream stream(connection);
        bool isUnderstood = false;
        bool mustClose = false;
        const auto done = process_request(stream, false, mustClose, [&](httplib::Request &request) {
            isUnderstood = true;
            // The library packs answers as tightly as it can, which takes a second for each half megabyte: longer than
            // any way within a computer.
            request.headers.erase("Accept-Encoding");
            if (!mayHaveBody(request.method) && announcesBody(request)) {
                // Nobody reads it, so what follows on the connection would be taken for a request.
                mustClose = true;
                request.headers.emplace("Connection", "close");
            }
        });
        return done && isUnderstood && !mustClose && !connection.isBroken();
    }
};

HttpServer::HttpServer(const ConnectionLimits &limits) : m_limits(limits), m_library(std::make_unique<Library>())
{
}

HttpServer::~HttpServer()
{
    stop();
}

Expected<std::unique_ptr<HttpServer>> HttpServer::bind(const ListenPlace &place, const ConnectionLimits &limits)
{
    auto self = std::unique_ptr<HttpServer>(new HttpServer(limits));
    auto &server = *self->m_library;
    server.set_socket_options(setSocketOptions);
    server.set_keep_alive_max_count(1'000'000);
    server.set_keep_alive_timeout(std::chrono::duration_cast<std::chrono::seconds>(limits.idle).count());
    errno = 0;
    self->m_place = place;
    const auto address = place.address.toStdString();
    if (place.port == 0)
        self->m_place.port = server.bind_to_any_port(address);
    else if (!server.bind_to_port(address, place.port))
        self->m_place.port = -1;
    if (self->m_place.port > 0)
        return self;
    const auto isElsewhere = errno == EACCES || errno == EADDRNOTAVAIL;
    const auto reason = QString::fromLocal8Bit(std::strerror(errno));
    return Unexpected(isElsewhere ? ErrorCode::ServiceNotStarted : ErrorCode::PortInUse, reason, place.authority());
}

void HttpServer::start(Handler handler)
{
    m_handler = std::move(handler);
    auto &server = *m_library;
    // Everything is routed by the handler, so the library sees one pattern.
    server.set_pre_routing_handler([this](const httplib::Request &source, httplib::Response &target) {
        if (mayHaveBody(source.method))
            return httplib::Server::HandlerResponse::Unhandled;
        const httplib::ContentReader nothing({}, {});
        httplib::Request bare;
        BodyReader body(bare, nothing);
        serve(m_handler, source, target, body);
        return httplib::Server::HandlerResponse::Handled;
    });
    const auto withBody = [this](const httplib::Request &source, httplib::Response &target,
                                 const httplib::ContentReader &reader) {
        hideMultipart(source);
        const auto isPacked = hidePacking(source);
        BodyReader body(source, reader);
        if (isPacked)
            refusePacking(target, body);
        else
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
    // The library's queue of connections that nobody has accepted yet holds five; each further one would be told to
    // come again a second later.
    ::listen(server.listener(), SOMAXCONN);
    m_reactor = std::make_unique<Reactor>(
        server.listener(), m_limits, [&server](ClientConnection &connection) { return server.process(connection); });
}

void HttpServer::stop()
{
    m_reactor.reset();
    m_library->close();
}

} // namespace xs::server
