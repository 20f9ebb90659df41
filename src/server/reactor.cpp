// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/reactor.h"

#include "server/log.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace xs::server {

namespace {

using Clock = std::chrono::steady_clock;

/// How often the limits on time are looked at.
constexpr int tickMilliseconds = 250;

std::string lastAnswer(const char *status)
{
    const std::string body = std::string(R"({"detail":")") + status + "\"}";
    return std::string("HTTP/1.1 ") + status + "\r\nContent-Type: application/json\r\nConnection: close\r\n" +
           (status[0] == '5' ? "Retry-After: 1\r\n" : "") + "Content-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

void addTo(int epoll, int descriptor)
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = descriptor;
    ::epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event);
}

} // namespace

struct Reactor::Client
{
    Client(int socket, std::chrono::milliseconds stall) : connection(socket, stall) {}

    ClientConnection connection;
    bool isServed = false;
    bool isEnding = false;
    int requests = 0;
    /// Since it is served, or since it waits.
    Time since = Clock::now();
    /// When the first byte of a head arrived.
    Time headSince;

    /// Bytes a second while it is served.
    double pace(Time now) const
    {
        return double(connection.moved) / std::chrono::duration<double>(now - since).count();
    }
};

Reactor::Reactor(int listener, const ConnectionLimits &limits, Serve serve)
    : m_listener(listener), m_limits(limits), m_serve(std::move(serve)), m_epoll(::epoll_create1(EPOLL_CLOEXEC)),
      m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    ::fcntl(m_listener, F_SETFL, ::fcntl(m_listener, F_GETFL) | O_NONBLOCK);
    addTo(m_epoll, m_listener);
    addTo(m_epoll, m_wake);
    m_watcher = std::thread([this] { watch(); });
}

Reactor::~Reactor()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        for (const auto &[socket, client] : m_clients)
            client->connection.end();
    }
    m_changed.notify_all();
    ::eventfd_write(m_wake, 1);
    m_watcher.join();
    for (auto &thread : m_threads)
        thread.join();
    ::close(m_wake);
    ::close(m_epoll);
}

void Reactor::watch()
{
    std::array<epoll_event, 64> events;
    for (;;) {
        const auto count = ::epoll_wait(m_epoll, events.data(), int(events.size()), tickMilliseconds);
        const std::lock_guard lock(m_mutex);
        if (m_stopping)
            return;
        for (int i = 0; i < count; ++i) {
            const auto descriptor = events[static_cast<std::size_t>(i)].data.fd;
            if (descriptor == m_listener)
                acceptAll();
            else
                look(descriptor);
        }
        expire();
    }
}

void Reactor::acceptAll()
{
    for (;;) {
        const auto socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket >= 0) {
            admit(socket);
            continue;
        }
        // Without a free descriptor the newcomer waits until somebody has left.
        if ((errno == EMFILE || errno == ENFILE) && !makeRoom())
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        return;
    }
}

void Reactor::admit(int socket)
{
    const auto client = std::make_shared<Client>(socket, m_limits.stall);
    client->headSince = client->since;
    if (m_clients.size() - m_ending >= m_limits.connections && !makeRoom()) {
        client->connection.farewell(lastAnswer("503 Service Unavailable"));
        return;
    }
    // An answer goes out at once, in however many pieces it is written.
    const int yes = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes));
    m_clients.emplace(socket, client);
    addTo(m_epoll, socket);
}

/// Ends one connection; false when none can be ended without hurting somebody who did nothing slow.
bool Reactor::makeRoom()
{
    const auto now = Clock::now();
    ClientPointer silent, slow;
    for (const auto &[socket, client] : m_clients) {
        if (client->isEnding)
            continue;
        if (!client->isServed) {
            // Those that never asked for anything go first.
            const auto rank = [](const ClientPointer &c) { return std::pair(c->requests > 0, c->since); };
            if (!silent || rank(client) < rank(silent))
                silent = client;
        } else if (client->connection.waits && now - client->since > m_limits.grace &&
                   (!slow || client->pace(now) < slow->pace(now))) {
            slow = client;
        }
    }
    if (silent) {
        forget(silent);
    } else if (slow) {
        // Its thread finds out and forgets it.
        slow->isEnding = true;
        ++m_ending;
        slow->connection.end();
    }
    return silent || slow;
}

/// Something has arrived, or the client is gone.
void Reactor::look(int socket)
{
    const auto found = m_clients.find(socket);
    if (found == m_clients.end() || found->second->isServed)
        return;
    const auto client = found->second;
    const auto wasEmpty = client->connection.arrived().empty();
    const auto isAlive = client->connection.receive(m_limits.headBytes);
    const auto isWhole = client->connection.hasHead();
    const auto &arrived = client->connection.arrived();
    if (wasEmpty && client->requests > 0)
        client->headSince = Clock::now();
    if (!isAlive)
        return forget(client);
    // A body's first bytes may have come along; they count only while there is no whole head.
    const auto head = std::string_view(arrived).substr(0, isWhole ? arrived.find("\n\r\n") + 1 : arrived.size());
    if (head.size() > m_limits.headBytes || std::size_t(std::ranges::count(head, '\n')) > m_limits.headLines)
        refuse(client, "431 Request Header Fields Too Large");
    else if (isWhole)
        queue(client);
}

void Reactor::wait(const ClientPointer &client)
{
    client->isServed = false;
    client->since = client->headSince = Clock::now();
    ++client->requests;
    // The next request may have come along with the last one.
    if (client->connection.hasHead())
        queue(client);
    else
        addTo(m_epoll, client->connection.socket());
}

void Reactor::queue(const ClientPointer &client)
{
    ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, client->connection.socket(), nullptr);
    client->isServed = true;
    client->since = Clock::now();
    client->connection.moved = 0;
    m_queue.push_back(client);
    if (m_freeThreads < m_queue.size())
        addThread();
    m_changed.notify_one();
}

void Reactor::addThread()
{
    try {
        m_threads.emplace_back([this] { work(); });
        ++m_freeThreads;
    } catch (const std::system_error &e) {
        // The request waits for one of the threads that are there.
        qCWarning(lcServer) << "no more threads for requests:" << e.what();
    }
}

void Reactor::refuse(const ClientPointer &client, const char *status)
{
    client->connection.farewell(lastAnswer(status));
    forget(client);
}

void Reactor::forget(const ClientPointer &client)
{
    if (client->isEnding)
        --m_ending;
    // Closing the socket takes it out of epoll.
    m_clients.erase(client->connection.socket());
}

void Reactor::expire()
{
    const auto now = Clock::now();
    std::vector<ClientPointer> late, idle;
    for (const auto &[socket, client] : m_clients) {
        if (client->isServed)
            continue;
        const auto isEmpty = client->connection.arrived().empty();
        if (isEmpty && client->requests > 0) {
            if (now - client->since > m_limits.idle)
                idle.push_back(client);
        } else if (now - client->headSince > m_limits.head) {
            (isEmpty ? idle : late).push_back(client);
        }
    }
    for (const auto &client : late)
        refuse(client, "408 Request Timeout");
    for (const auto &client : idle)
        forget(client);
}

/// One of the threads that serve.
void Reactor::work()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
        --m_freeThreads;
        if (m_stopping)
            return;
        const auto client = m_queue.front();
        m_queue.pop_front();
        lock.unlock();
        const auto canGoOn = m_serve(client->connection);
        lock.lock();
        if (canGoOn && !client->isEnding && !m_stopping)
            wait(client);
        else
            forget(client);
        ++m_freeThreads;
    }
}

} // namespace xs::server
