// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/answers.h"

#include "server/log.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace xs::server {

Response storeErrorResponse(const Error &error, const QString &what)
{
    if (error.code == ErrorCode::NotFound)
        return errorResponse(404, u"%1 not found: %2"_s.arg(what, error.place));
    if (error.code == ErrorCode::Conflict)
        return errorResponse(409, error.detail);
    if (error.code == ErrorCode::RateLimited || error.code == ErrorCode::ServiceStopped) {
        auto response = errorResponse(error.code == ErrorCode::RateLimited ? 429 : 503, error.detail);
        response.headers.emplace_back("Retry-After", "2");
        return response;
    }
    return faultResponse(error.code == ErrorCode::FileNotWritten ? 507 : 500,
                         u"the service could not store or read its data: "_s + error.detail,
                         errorCodeName(error.code) + u' ' + error.detail + u' ' + error.place);
}

Response faultResponse(int status, const QString &detail, const QString &logged)
{
    const auto correlation = QUuid::createUuid().toString(QUuid::WithoutBraces);
    qCCritical(lcServer).noquote() << correlation << (logged.isEmpty() ? detail : logged);
    return errorResponse(status, u"%1 (correlation id %2)"_s.arg(detail, correlation));
}

} // namespace xs::server
