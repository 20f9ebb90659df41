// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/json.h"
#include "server/httpmessage.h"
#include "server/listenplace.h"

namespace xs::server {

/// Makes and checks URLs that give away one thing for a time, without a bearer token. They are signed with a
/// secret of this start, so they end with the service. Read-only after construction.
class Presigner
{
public:
    Presigner(const Clock &clock, const ListenPlace &place);

    /// The API's PresignedURL object. Below `folder` the thing is found by its id; ids are different in all folders.
    Json urlOf(const QString &id, qint64 lifetimeSeconds, QStringView folder = u"content") const;
    /// Whether the request's query proves that its URL is for this thing and not yet over.
    bool allows(const Request &request, const QString &id) const;

    static constexpr qint64 defaultLifetime = 3600;
    static constexpr qint64 longestLifetime = 7 * 24 * 3600;
    /// The pattern of a folder's route.
    static QString pattern(QStringView folder = u"content") { return QStringLiteral("/%1/{id}").arg(folder); }

private:
    QByteArray signature(const QString &id, const QByteArray &expiry) const;

    const Clock &m_clock;
    QString m_authority;
    QByteArray m_secret;
};

} // namespace xs::server
