// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <string>

#include <sys/types.h>

namespace xs::server {

/// One accepted connection: its socket, and what has arrived on it and was not read yet. Used by one thread at a time,
/// but for end() and the two counters below.
class ClientConnection
{
public:
    using Milliseconds = std::chrono::milliseconds;

    /// Takes the socket over. `stall`: how long a client may keep read() or write() waiting.
    ClientConnection(int socket, Milliseconds stall) : m_socket(socket), m_stall(stall) {}
    ~ClientConnection();
    ClientConnection(const ClientConnection &) = delete;
    ClientConnection &operator=(const ClientConnection &) = delete;

    int socket() const { return m_socket; }
    /// What has arrived before a request is read; meaningful after hasHead().
    const std::string &arrived() const { return m_arrived; }
    /// Takes what has arrived without waiting, at most `most` bytes. False when the client is gone.
    bool receive(std::size_t most);
    /// Whether all of a request's head has arrived: up to its empty line. Empty lines before it are dropped (RFC 9112,
    /// 2.2).
    bool hasHead();

    /// At most `size` bytes, after waiting for them; 0 at the end, −1 when the client stalls or is gone.
    ssize_t read(char *data, std::size_t size);
    /// All of the bytes, or −1.
    ssize_t write(const char *data, std::size_t size);
    /// Whether a read() or write() has failed; then nothing more can follow.
    bool isBroken() const { return m_isBroken; }
    /// A last answer, as far as it goes without waiting.
    void farewell(const std::string &answer);
    /// Wakes whoever waits in read() or write(); both fail from now on. From any thread.
    void end();

    /// The bytes that went through read() and write() since the count was reset, and whether one of them waits for
    /// the client now. From any thread.
    std::atomic<std::size_t> moved = 0;
    std::atomic<bool> waits = false;

private:
    bool waitFor(short events);
    ssize_t receiveInto(char *data, std::size_t size);
    void forgetRead();

    int m_socket;
    Milliseconds m_stall;
    bool m_isBroken = false;
    std::string m_arrived;
    /// How much of it was read.
    std::size_t m_read = 0;
};

} // namespace xs::server
