// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <functional>
#include <utility>
#include <vector>

namespace xs::server {

/// Takes a body piece by piece; false asks to read no further.
using BodySink = std::function<bool(const char *data, std::size_t size)>;

/// How the reading of a body ended.
enum class BodyEnd { Complete, TooLarge, Broken };

/// One request, apart from any HTTP library, so that routes can be tested without a socket.
struct Request
{
    QByteArray method;
    /// As it came, still percent-encoded, without the query.
    QByteArray path;
    std::vector<std::pair<QString, QString>> query;
    /// Names in lower case.
    QHash<QByteArray, QByteArray> headers;
    /// The decoded values of the route's `{…}` segments, in their order.
    QStringList pathValues;
    /// Reads at most `limit` bytes of body into a sink. May be called once.
    std::function<BodyEnd(qint64 limit, const BodySink &sink)> readBody;

    QByteArray header(const char *name) const { return headers.value(name); }
};

/// One answer: bytes, mostly of JSON, or a file on disk, or neither.
struct Response
{
    int status = 200;
    QByteArray body;
    /// Of the bytes.
    QByteArray contentType = "application/json";
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    /// A file to send as the body, as an attachment of that name.
    QString filePath;
    QString fileName;
};

using Handler = std::function<Response(const Request &)>;

Response jsonResponse(const Json &json, int status = 200);
/// 204, without a body.
Response emptyResponse();
/// `{"detail": "…"}`. A permanent conflict (409) tells the SDKs not to repeat it.
Response errorResponse(int status, const QString &detail);

/// The path and the query of a request target. A `+` in the query is a blank, as forms write it.
void parseTarget(const QByteArray &target, Request &request);

/// The whole body as a JSON object; or the answer that says why there is none (400, 413, 422).
struct JsonBody
{
    Json json;
    std::optional<Response> refusal;
};
JsonBody readJsonBody(const Request &request);

} // namespace xs::server
