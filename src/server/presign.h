// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/json.h"
#include "server/httpmessage.h"

namespace xs::server {

/// Makes and checks URLs that give away one file for a time, without a bearer token. They are signed with a
/// secret of this start, so they end with the service. Read-only after construction.
class Presigner
{
public:
    Presigner(const Clock &clock, int port);

    /// The API's PresignedURL object.
    Json urlOf(const QString &fileId, qint64 lifetimeSeconds) const;
    /// Whether the request's query proves that its URL is for this file and not yet over.
    bool allows(const Request &request, const QString &fileId) const;

    static constexpr qint64 defaultLifetime = 3600;
    static constexpr qint64 longestLifetime = 7 * 24 * 3600;
    /// The route's pattern.
    static QString pattern() { return QStringLiteral("/content/{file_id}"); }

private:
    QByteArray signature(const QString &fileId, const QByteArray &expiry) const;

    const Clock &m_clock;
    int m_port;
    QByteArray m_secret;
};

} // namespace xs::server
