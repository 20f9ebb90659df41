// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "supervisor/servicesupervisor.h"

#include <QLocalServer>

#include <optional>

namespace xs::supervisor {

/// Tells other programs of the same user where the supervised service listens, and its token, while both run: only one
/// service works with a data folder at a time. The socket lies beside the data folder and is open to its owner only;
/// nothing is written to a file. In the supervisor's thread; the supervisor outlives it.
class ServiceShare final : public QObject
{
    Q_OBJECT

public:
    ServiceShare(const ServiceSupervisor &supervisor, const QString &dataFolder);

    /// Takes the socket, also one that a killed program left. Whoever calls it holds the data folder's lock. False
    /// where the path is too long for a socket; nothing is shared then.
    bool listen();

private:
    void connected();

    const ServiceSupervisor &m_supervisor;
    QString m_path;
    QLocalServer m_server;
};

/// The service that works with this data folder and is shared, if there is one. Waits two seconds at most.
std::optional<client::Connection> sharedService(const QString &dataFolder);

} // namespace xs::supervisor
