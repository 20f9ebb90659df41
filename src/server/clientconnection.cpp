// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clientconnection.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace xs::server {

namespace {

constexpr std::size_t pieceSize = 16 * 1024;

bool isTemporary(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

} // namespace

ClientConnection::~ClientConnection()
{
    ::close(m_socket);
}

bool ClientConnection::receive(std::size_t most)
{
    std::array<char, pieceSize> piece;
    const auto size = ::recv(m_socket, piece.data(), std::min(most, piece.size()), MSG_DONTWAIT);
    if (size > 0)
        m_arrived.append(piece.data(), static_cast<std::size_t>(size));
    return size > 0 || (size < 0 && isTemporary(errno));
}

void ClientConnection::forgetRead()
{
    if (m_read < m_arrived.size())
        return;
    m_arrived.clear();
    m_read = 0;
}

bool ClientConnection::hasHead()
{
    m_arrived.erase(0, std::exchange(m_read, 0));
    const auto start = m_arrived.find_first_not_of("\r\n");
    m_arrived.erase(0, std::min(start, m_arrived.size()));
    return m_arrived.find("\n\r\n") != std::string::npos;
}

bool ClientConnection::waitFor(short events)
{
    pollfd poll{m_socket, events, 0};
    waits = true;
    int ready = 0;
    do
        ready = ::poll(&poll, 1, static_cast<int>(m_stall.count()));
    while (ready < 0 && errno == EINTR);
    waits = false;
    return ready > 0;
}

ssize_t ClientConnection::receiveInto(char *data, std::size_t size)
{
    for (;;) {
        const auto count = ::recv(m_socket, data, size, MSG_DONTWAIT);
        if (count > 0) {
            moved += static_cast<std::size_t>(count);
            return count;
        }
        if (count == 0 || !isTemporary(errno) || !waitFor(POLLIN)) {
            m_isBroken = true;
            return count;
        }
    }
}

ssize_t ClientConnection::read(char *data, std::size_t size)
{
    if (m_arrived.empty()) {
        if (size >= pieceSize)
            return receiveInto(data, size);
        // The library reads heads and chunks byte by byte.
        std::array<char, pieceSize> piece;
        const auto count = receiveInto(piece.data(), piece.size());
        if (count <= 0)
            return count;
        m_arrived.assign(piece.data(), static_cast<std::size_t>(count));
    }
    const auto count = std::min(size, m_arrived.size() - m_read);
    std::copy_n(m_arrived.data() + m_read, count, data);
    m_read += count;
    forgetRead();
    return static_cast<ssize_t>(count);
}

ssize_t ClientConnection::write(const char *data, std::size_t size)
{
    std::size_t written = 0;
    while (written < size) {
        const auto count = ::send(m_socket, data + written, size - written, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (count > 0) {
            written += static_cast<std::size_t>(count);
            moved += static_cast<std::size_t>(count);
        } else if (!isTemporary(errno) || !waitFor(POLLOUT)) {
            m_isBroken = true;
            return -1;
        }
    }
    return static_cast<ssize_t>(written);
}

void ClientConnection::farewell(const std::string &answer)
{
    (void)::send(m_socket, answer.data(), answer.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    ::shutdown(m_socket, SHUT_WR);
    // What was not read would turn the end into a reset, which takes the answer from the client.
    std::array<char, pieceSize> piece;
    for (int i = 0; i < 64 && ::recv(m_socket, piece.data(), piece.size(), MSG_DONTWAIT) > 0; ++i) {
    }
}

void ClientConnection::end()
{
    ::shutdown(m_socket, SHUT_RDWR);
}

} // namespace xs::server
