// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/retrypolicy.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace xs::client {

namespace {

/// Nobody waits longer than a day because a header says so.
constexpr double longestMilliseconds = 24.0 * 3600 * 1000;

std::optional<milliseconds> wait(double ms)
{
    if (!std::isfinite(ms))
        return {};
    return milliseconds(static_cast<qint64>(std::clamp(ms, 0.0, longestMilliseconds)));
}

bool isTransportTrouble(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NoNetwork:
    case ErrorCode::HostNotFound:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::ConnectionLost:
    case ErrorCode::TimedOut:
        return true;
    default:
        return false;
    }
}

} // namespace

bool mayHaveArrived(const AttemptOutcome &outcome)
{
    if (outcome.httpStatus != 0)
        return outcome.httpStatus < 400 || (outcome.httpStatus >= 500 && outcome.httpStatus != 503);
    switch (outcome.error.code) {
    case ErrorCode::HostNotFound:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::CertificateRefused:
        return false;
    default:
        return true;
    }
}

bool isRepeatable(const AttemptOutcome &outcome, Repeatable repeatable)
{
    if (repeatable == Repeatable::WhenNotArrived && mayHaveArrived(outcome))
        return false;
    if (outcome.shouldRetry)
        return *outcome.shouldRetry;
    const auto status = outcome.httpStatus;
    if (status == 0)
        return isTransportTrouble(outcome.error.code);
    return status == 408 || status == 409 || status == 429 || status >= 500;
}

milliseconds waitAfter(const RetryPolicy &policy, int attempt, const AttemptOutcome &outcome, double chance)
{
    if (outcome.retryAfter)
        return *outcome.retryAfter;
    const auto doublings = std::clamp(attempt - 1, 0, 30);
    const auto full = std::min<double>(std::ldexp(static_cast<double>(policy.firstWait.count()), doublings),
                                       static_cast<double>(policy.longestWait.count()));
    return milliseconds(static_cast<qint64>(full * (1.0 - policy.jitter * chance)));
}

/// "Sun, 06 Nov 1994 08:49:37 GMT"
QDateTime readHttpDate(const QByteArray &text)
{
    auto moment =
        QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    moment.setTimeSpec(Qt::UTC);
    return moment;
}

std::optional<milliseconds> readRetryAfter(const QByteArray &retryAfterMs, const QByteArray &retryAfter,
                                           const QDateTime &now)
{
    bool isNumber = false;
    if (const auto ms = retryAfterMs.trimmed().toDouble(&isNumber); isNumber)
        return wait(ms);
    if (const auto seconds = retryAfter.trimmed().toDouble(&isNumber); isNumber)
        return wait(seconds * 1000);
    if (const auto moment = readHttpDate(retryAfter); moment.isValid())
        return wait(static_cast<double>(now.msecsTo(moment)));
    return {};
}

} // namespace xs::client
