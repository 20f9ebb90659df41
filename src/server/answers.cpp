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
    // The same words in the answer and in the log bring the two together.
    const auto correlation = QUuid::createUuid().toString(QUuid::WithoutBraces);
    qCCritical(lcServer).noquote() << correlation << errorCodeName(error.code) << error.detail << error.place;
    const auto isFull = error.code == ErrorCode::FileNotWritten;
    return errorResponse(
        isFull ? 507 : 500,
        u"the service could not store or read its data: %1 (correlation id %2)"_s.arg(error.detail, correlation));
}

} // namespace xs::server
