// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/httpmessage.h"

#include "api/errorjson.h"
#include "server/problems.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

/// A schema may have 150,000 characters; this leaves room for escapes and everything around it.
constexpr qint64 largestJsonBody = 4 * 1024 * 1024;

QString decoded(const QByteArray &text)
{
    return QUrl::fromPercentEncoding(QByteArray(text).replace('+', ' '));
}

} // namespace

Response jsonResponse(const Json &json, int status)
{
    Response response;
    response.status = status;
    response.body = toBytes(json);
    return response;
}

Response emptyResponse()
{
    Response response;
    response.status = 204;
    return response;
}

Response errorResponse(int status, const QString &detail)
{
    auto response = jsonResponse(api::errorBody(detail), status);
    if (status == 409)
        response.headers.emplace_back("x-should-retry", "false");
    return response;
}

void parseTarget(const QByteArray &target, Request &request)
{
    const auto mark = target.indexOf('?');
    request.path = target.left(mark < 0 ? target.size() : mark);
    if (mark < 0)
        return;
    for (const auto &item : target.mid(mark + 1).split('&')) {
        if (item.isEmpty())
            continue;
        const auto equals = item.indexOf('=');
        const auto value = equals < 0 ? QByteArray() : item.mid(equals + 1);
        request.query.emplace_back(decoded(item.left(equals < 0 ? item.size() : equals)), decoded(value));
    }
}

JsonBody readJsonBody(const Request &request)
{
    QByteArray bytes;
    const auto end = request.readBody(largestJsonBody, [&bytes](const char *data, std::size_t size) {
        bytes.append(data, static_cast<qsizetype>(size));
        return true;
    });
    if (end == BodyEnd::TooLarge)
        return {{}, errorResponse(413, u"the request body exceeds %1 MB"_s.arg(largestJsonBody / 1024 / 1024))};
    if (end == BodyEnd::Broken)
        return {{}, errorResponse(400, u"the request body ended early"_s)};
    auto json = parseJson(bytes);
    if (!json)
        return {{}, errorResponse(400, u"the request body is no JSON: %1"_s.arg(json.error().detail))};
    if (auto refusal = refuseUnlessObject(*json))
        return {{}, std::move(refusal)};
    return {*std::move(json), {}};
}

} // namespace xs::server
