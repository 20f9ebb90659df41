// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/retrypolicy.h"

class QNetworkReply;

namespace xs::client {

/// What a finished reply means: a network error or an HTTP status as one of our errors, with the headers that
/// speak about repeating. `place` is the address without its query. Code None for a good answer (2xx).
AttemptOutcome outcomeOf(const QNetworkReply &reply, const QByteArray &body, const QDateTime &now);

/// Whether an error of outcomeOf() happened at the proxy and not at the server; its detail begins with "proxy: ".
bool isOfProxy(const Error &error);

/// An address as it may be shown and logged: without user, password, query and fragment.
QString placeOf(const QUrl &url);

} // namespace xs::client
