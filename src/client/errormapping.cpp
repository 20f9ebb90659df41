// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/errormapping.h"

#include "api/errorjson.h"

#include <QNetworkReply>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace xs::client {

namespace {

const auto proxyMark = u"proxy: "_s;

ErrorCode codeOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::NoError:
        return ErrorCode::None;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::ProxyConnectionRefusedError:
        return ErrorCode::ConnectionRefused;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::OperationCanceledError:
        return ErrorCode::ConnectionLost;
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ProxyNotFoundError:
        return ErrorCode::HostNotFound;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return ErrorCode::TimedOut;
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorCode::CertificateRefused;
    case QNetworkReply::ProtocolUnknownError:
        return ErrorCode::InvalidArgument;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolInvalidOperationError:
        return ErrorCode::UnreadableAnswer;
    default:
        return ErrorCode::NoNetwork;
    }
}

Error errorOfAnswer(const QNetworkReply &reply, int status, const QByteArray &body)
{
    const auto place = placeOf(reply.request().url());
    if (status >= 300 && status < 400) {
        const auto target = reply.url().resolved(reply.header(QNetworkRequest::LocationHeader).toUrl());
        return {ErrorCode::RequestRefused, u"HTTP %1, redirected to %2"_s.arg(status).arg(placeOf(target)), place};
    }
    const auto detail = api::readErrorDetail(body);
    return {api::errorCodeOfStatus(status), detail.isEmpty() ? u"HTTP %1"_s.arg(status) : detail, place};
}

std::optional<bool> readFlag(const QByteArray &header)
{
    if (header.isEmpty())
        return {};
    return header.trimmed().toLower() == "true";
}

/// Errors of the way to and through a proxy are marked, since their codes are those of the way to a server.
QString detailOf(const QNetworkReply &reply)
{
    const auto isProxy = reply.error() >= QNetworkReply::ProxyConnectionRefusedError &&
                         reply.error() <= QNetworkReply::UnknownProxyError;
    return isProxy ? proxyMark + reply.errorString() : reply.errorString();
}

bool isWithoutAnswer(QNetworkReply::NetworkError error)
{
    // Below 200 are errors of the way; those of HTTP itself and of proxies that answered lie above.
    return error != QNetworkReply::NoError && error < QNetworkReply::ContentAccessDenied;
}

} // namespace

AttemptOutcome outcomeOf(const QNetworkReply &reply, const QByteArray &body, const QDateTime &now)
{
    AttemptOutcome outcome;
    // A connection that broke in the middle of a body has a status, too, but no answer that could be read.
    if (isWithoutAnswer(reply.error())) {
        outcome.error = {codeOf(reply.error()), detailOf(reply), placeOf(reply.request().url())};
        return outcome;
    }
    outcome.httpStatus = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    outcome.retryAfter = readRetryAfter(reply.rawHeader("retry-after-ms"), reply.rawHeader("retry-after"), now);
    outcome.shouldRetry = readFlag(reply.rawHeader("x-should-retry"));
    if (outcome.httpStatus == 0)
        outcome.error = {codeOf(reply.error()), reply.errorString(), placeOf(reply.request().url())};
    else if (outcome.httpStatus < 200 || outcome.httpStatus >= 300)
        outcome.error = errorOfAnswer(reply, outcome.httpStatus, body);
    return outcome;
}

bool isOfProxy(const Error &error)
{
    return error.detail.startsWith(proxyMark);
}

QString placeOf(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace xs::client
