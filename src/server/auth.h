// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/httpmessage.h"
#include "server/listenplace.h"

namespace xs::server {

/// Whether two texts are equal, in a time that does not tell how much of them is.
bool equalInConstantTime(const QByteArray &a, const QByteArray &b);

/// Lets in callers that know the token, and no web page: a browser that was lured here sends a foreign Host (DNS
/// rebinding) or an Origin. Read-only after construction.
class Gate
{
public:
    /// An empty token means that any bearer value will do.
    Gate(QByteArray token, const ListenPlace &place);

    /// The refusal of a request that may come from a web page (403).
    std::optional<Response> checkOrigin(const Request &request) const;
    /// The refusal of a request without the right bearer token (401).
    std::optional<Response> checkToken(const Request &request) const;

private:
    bool isOwnName(const QByteArray &hostAndPort) const;

    QByteArray m_token;
    /// The hosts by which callers may call the service.
    QByteArrayList m_names;
};

} // namespace xs::server
