// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

namespace xs::api {

/// The service's error body in its plain form: `{"detail": "…"}`.
Json errorBody(const QString &detail);

/// One entry of the list form that comes with 422: where in the request, what, and of which type.
Json validationErrorBody(const QStringList &location, const QString &message, const QString &type);

/// What an error body says, in one line: the `detail` text, or the entries of its list ("body.file_input:
/// Field required"), or the beginning of a body that is no JSON. Empty for an empty body.
QString readErrorDetail(const QByteArray &body);

/// The code of an HTTP status (contract of the API, "Troubleshooting & Error Codes"); None for 2xx.
ErrorCode errorCodeOfStatus(int httpStatus);

/// A failed job's `error_message` is "CODE: text". The error that it stands for; a text without a known code
/// is ServerFailed, with the whole text as its detail.
Error errorOfFailedJob(const QString &errorMessage);
/// The `error_message` of a document that could not be read.
QString failureMessage(const Error &error);

} // namespace xs::api
