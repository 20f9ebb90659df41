// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/clientconnection.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

namespace xs::server {

/// What clients may cost.
struct ConnectionLimits
{
    /// Open at once, in all. Below the usual 1024 descriptors of a process, with room for files and workers.
    std::size_t connections = 512;
    std::size_t headBytes = 64 * 1024;
    std::size_t headLines = 128;
    /// From the connection's begin, or from the first byte of a later request, to the end of its head.
    std::chrono::milliseconds head = std::chrono::seconds(10);
    /// Between two requests.
    std::chrono::milliseconds idle = std::chrono::seconds(15);
    /// Within a body, or while the client takes an answer.
    std::chrono::milliseconds stall = std::chrono::seconds(30);
    /// A client that is served may be as slow as it likes for this long; then it may have to make room.
    std::chrono::milliseconds grace = std::chrono::seconds(2);
};

/// Keeps the open connections. One thread watches all that wait (epoll) and costs the same however many are silent; a
/// connection gets a thread of its own when the whole head of a request is there, and gives it back after the answer.
/// When as many are open as may be, a newcomer takes the place of the one that has been silent for longest, or else
/// of the slowest that is being served; so slow clients starve each other and nobody else.
class Reactor
{
public:
    /// Answers one request; true when the connection can take another. Runs on many threads at once.
    using Serve = std::function<bool(ClientConnection &)>;

    /// Begins to accept on a listening socket, which stays the caller's.
    Reactor(int listener, const ConnectionLimits &limits, Serve serve);
    /// Ends all connections; returns when nothing is served any more.
    ~Reactor();
    Reactor(const Reactor &) = delete;
    Reactor &operator=(const Reactor &) = delete;

private:
    using Time = std::chrono::steady_clock::time_point;
    struct Client;
    using ClientPointer = std::shared_ptr<Client>;

    void watch();
    void acceptAll();
    void admit(int socket);
    bool makeRoom();
    void look(int socket);
    void wait(const ClientPointer &client);
    void queue(const ClientPointer &client);
    void addThread();
    void refuse(const ClientPointer &client, const char *status);
    void forget(const ClientPointer &client);
    void expire();
    void work();

    const int m_listener;
    const ConnectionLimits m_limits;
    const Serve m_serve;
    int m_epoll = -1;
    int m_wake = -1;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_stopping = false;
    /// By socket.
    std::unordered_map<int, ClientPointer> m_clients;
    /// Those that were told to end, but are still served.
    std::size_t m_ending = 0;
    /// With a whole head, for the next free thread.
    std::deque<ClientPointer> m_queue;
    std::size_t m_freeThreads = 0;
    std::vector<std::thread> m_threads;
    std::thread m_watcher;
};

} // namespace xs::server
