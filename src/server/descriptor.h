// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <sys/types.h>
#include <utility>

namespace xs::server {

/// Owns a file descriptor; −1 is none.
class Descriptor
{
public:
    explicit Descriptor(int descriptor = -1) : m_descriptor(descriptor) {}
    ~Descriptor();
    Descriptor(Descriptor &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    explicit operator bool() const { return m_descriptor >= 0; }
    int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

/// What may travel with a datagram: a worker's standard input and output.
using Descriptors = std::array<Descriptor, 2>;

/// Sends a datagram, with descriptors when they are given. False when the other side is gone.
bool sendDatagram(int socket, const void *data, std::size_t size, const Descriptors *descriptors = nullptr);
/// Waits for a datagram of exactly `size` bytes and gives the descriptors that came with it (none: both are −1).
/// Nothing when the other side is gone.
std::optional<Descriptors> receiveDatagram(int socket, void *data, std::size_t size);

} // namespace xs::server
