// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/descriptor.h"

#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <unistd.h>

namespace xs::server {

namespace {

using Pair = std::array<int, 2>;

/// Room for the descriptors of one datagram, aligned as the system wants it.
union Control {
    cmsghdr header;
    char bytes[CMSG_SPACE(sizeof(Pair))];
};

} // namespace

Descriptor::~Descriptor()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

bool sendDatagram(int socket, const void *data, std::size_t size, const Descriptors *descriptors)
{
    iovec part{const_cast<void *>(data), size};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    Control control{};
    if (descriptors) {
        message.msg_control = control.bytes;
        message.msg_controllen = sizeof(control.bytes);
        auto *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(Pair));
        const Pair pair{(*descriptors)[0].get(), (*descriptors)[1].get()};
        std::memcpy(CMSG_DATA(header), pair.data(), sizeof(pair));
    }
    return ::sendmsg(socket, &message, MSG_NOSIGNAL) == static_cast<ssize_t>(size);
}

std::optional<Descriptors> receiveDatagram(int socket, void *data, std::size_t size)
{
    iovec part{data, size};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    Control control{};
    message.msg_control = control.bytes;
    message.msg_controllen = sizeof(control.bytes);
    ssize_t received = 0;
    do
        received = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    while (received < 0 && errno == EINTR);
    Descriptors descriptors;
    if (const auto *header = CMSG_FIRSTHDR(&message); header && header->cmsg_type == SCM_RIGHTS) {
        Pair pair{};
        std::memcpy(pair.data(), CMSG_DATA(header), sizeof(pair));
        descriptors = {Descriptor(pair[0]), Descriptor(pair[1])};
    }
    if (received != static_cast<ssize_t>(size))
        return {};
    return descriptors;
}

} // namespace xs::server
