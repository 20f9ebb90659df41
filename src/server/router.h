// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/httpmessage.h"

namespace xs::server {

/// Whether a route asks for the bearer token. Open routes carry their own proof in the URL.
enum class Access { Token, Open };

/// Finds the handler of a request by method and path. Paths are compared segment by segment while still
/// encoded, so that an id with a slash stays one segment; a literal segment wins over `{…}`. Filled once
/// before the server starts, then only read, from many threads.
class Router
{
public:
    /// `pattern` such as "/api/v2/extract/{job_id}"; a segment in braces takes any one segment.
    void add(const QByteArray &method, const QString &pattern, Handler handler, Access access = Access::Token);

    struct Match
    {
        /// Null when no route takes the request; then `refusal` says why (404, 405).
        const Handler *handler = nullptr;
        Access access = Access::Token;
        QStringList pathValues;
        Response refusal;
    };
    Match find(const QByteArray &method, const QByteArray &path) const;

private:
    struct Route
    {
        QByteArray method;
        QList<QByteArray> segments;
        Handler handler;
        Access access;
    };
    std::vector<Route> m_routes;
};

} // namespace xs::server
