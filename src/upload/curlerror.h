// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkReply>

#include <curl/curl.h>

namespace xs::upload {

/// What Qt calls a transfer's error, so that both ways to a server fail with the same errors. `handle` is that of the
/// transfer; `usesProxy` tells whose the trouble with a connection is.
QNetworkReply::NetworkError networkError(CURL *handle, CURLcode code, bool usesProxy);

} // namespace xs::upload
