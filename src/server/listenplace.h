// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace xs::server {

/// Where the service listens: one address of this computer, in numbers, and a port.
struct ListenPlace
{
    // A port alone is one of the loopback address.
    ListenPlace(int port = 0, QString address = QStringLiteral("127.0.0.1")) : address(std::move(address)), port(port)
    {
    }

    QString address;
    int port;

    /// Whether only programs on this computer can reach it.
    bool isLoopback() const;
    /// "127.0.0.1:8080", "[::1]:8080".
    QString authority() const;
};

} // namespace xs::server
