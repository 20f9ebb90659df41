// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connectiontest.h"

#include "client/accessmanager.h"
#include "client/errormapping.h"

#include <QNetworkProxyFactory>

using namespace Qt::StringLiterals;

namespace xs::client {

Verdict::Kind verdictOf(const Error &error)
{
    if (isOfProxy(error))
        return Verdict::Kind::Proxy;
    switch (error.code) {
    case ErrorCode::WrongKey:
        return Verdict::Kind::WrongKey;
    case ErrorCode::Forbidden:
    case ErrorCode::CreditsUsedUp:
        return Verdict::Kind::Forbidden;
    case ErrorCode::CertificateRefused:
        return Verdict::Kind::Certificate;
    case ErrorCode::NoNetwork:
    case ErrorCode::HostNotFound:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::ConnectionLost:
    case ErrorCode::TimedOut:
        return Verdict::Kind::NoRoute;
    case ErrorCode::RateLimited:
    case ErrorCode::ServerFailed:
        return Verdict::Kind::Server;
    default:
        return Verdict::Kind::NotThisApi;
    }
}

std::optional<Connection> atOtherRegion(Connection connection, const Connections &profiles)
{
    if (profiles.profile(connection.name).kind != Profile::Kind::LlamaCloud)
        return {};
    connection.name = (connection.name == llamaCloudEurope ? llamaCloudNorthAmerica : llamaCloudEurope).toString();
    connection.baseUrl = profiles.profile(connection.name).baseUrl;
    connection.projectId.clear();
    return connection;
}

ConnectionTest::ConnectionTest(const Network &network, Connection connection, std::optional<Connection> otherRegion)
    : m_network(network), m_connection(std::move(connection)), m_otherRegion(std::move(otherRegion))
{
    // A person waits for the answer; patience is for jobs.
    m_network.policy.attempts = 1;
}

void ConnectionTest::start()
{
    auto *call = new ListProjectsCall(m_network, m_connection);
    m_call.reset(call);
    connect(call, &Call::finished, this, [this, call] {
        m_verdict.projects = call->projects();
        end(Verdict::Kind::Works);
    });
    connect(call, &Call::failed, this, &ConnectionTest::failed);
    m_call->start();
}

void ConnectionTest::failed(const Error &error)
{
    auto kind = verdictOf(error);
    m_verdict.error = error;
    // With a proxy, nothing but the proxy is connected to and looked up from here.
    const auto isFirstStep = error.code == ErrorCode::ConnectionRefused || error.code == ErrorCode::HostNotFound ||
                             error.code == ErrorCode::NoNetwork;
    if (kind == Verdict::Kind::NoRoute && isFirstStep && goesThroughProxy())
        kind = Verdict::Kind::Proxy;
    if (kind == Verdict::Kind::WrongKey && m_otherRegion)
        tryOtherRegion();
    else
        end(kind, error);
}

bool ConnectionTest::goesThroughProxy() const
{
    auto *factory = m_network.manager.proxyFactory();
    if (!factory)
        return false;
    const auto proxies = factory->queryProxy(QNetworkProxyQuery(m_connection.baseUrl));
    return !proxies.isEmpty() && proxies.front().type() != QNetworkProxy::NoProxy;
}

void ConnectionTest::tryOtherRegion()
{
    const auto first = m_verdict.error;
    m_call.reset(new ListProjectsCall(m_network, *m_otherRegion));
    connect(m_call.get(), &Call::finished, this, [this, first] { end(Verdict::Kind::WrongRegion, first); });
    connect(m_call.get(), &Call::failed, this, [this, first] { end(Verdict::Kind::WrongKey, first); });
    m_call->start();
}

void ConnectionTest::end(Verdict::Kind kind, const Error &error)
{
    m_verdict.kind = kind;
    m_verdict.error = error;
    emit finished();
}

} // namespace xs::client
