// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connections.h"
#include "client/listprojectscall.h"

#include <memory>
#include <optional>

namespace xs::client {

/// What a test of a connection found.
struct Verdict
{
    enum class Kind {
        Works,
        /// The key is good at `otherRegion`.
        WrongRegion,
        WrongKey,
        /// The key is good, but not for this (project, organisation).
        Forbidden,
        /// Unknown host, refused, no network, silence.
        NoRoute,
        /// The proxy refused, or wants a password.
        Proxy,
        Certificate,
        /// Something answers there, but not this API.
        NotThisApi,
        /// The server has trouble of its own.
        Server,
    };
    Kind kind = Kind::Works;
    /// The reason of all but Works.
    Error error;
    std::vector<Project> projects;
};

/// Tries a connection out with the cheapest call that needs address and key to be right. A key that a region of
/// LlamaCloud refuses is tried at the other region, so that a mix-up of regions is said to be one. Started once; then
/// tells finished, unless it is destroyed before.
class ConnectionTest final : public QObject
{
    Q_OBJECT

public:
    /// `otherRegion`: where else the key may belong, if anywhere.
    ConnectionTest(const Network &network, Connection connection, std::optional<Connection> otherRegion);

    void start();
    /// Nothing is asked or told any more; for DeleteLater.
    void stop() { m_call.reset(); }
    const Verdict &verdict() const { return m_verdict; }

signals:
    void finished();

private:
    void failed(const Error &error);
    bool goesThroughProxy() const;
    void tryOtherRegion();
    void end(Verdict::Kind kind, const Error &error = {});

    Network m_network;
    Connection m_connection;
    std::optional<Connection> m_otherRegion;
    CallPointer m_call;
    Verdict m_verdict;
};

/// The same key at the other region of LlamaCloud; nothing for a connection to any other server.
std::optional<Connection> atOtherRegion(Connection connection, const Connections &profiles);

/// What an error of such a call says about the connection.
Verdict::Kind verdictOf(const Error &error);

} // namespace xs::client
