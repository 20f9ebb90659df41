// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/curlerror.h"

#include <cerrno>

namespace xs::upload {

namespace {

using Error = QNetworkReply::NetworkError;

/// Nobody answered at an address.
Error withoutConnection(CURL *handle, bool usesProxy)
{
    long reason = 0;
    curl_easy_getinfo(handle, CURLINFO_OS_ERRNO, &reason);
    switch (reason) {
    case ECONNREFUSED:
        return usesProxy ? Error::ProxyConnectionRefusedError : Error::ConnectionRefusedError;
    case ETIMEDOUT:
        return usesProxy ? Error::ProxyTimeoutError : Error::TimeoutError;
    case ECONNRESET:
        return usesProxy ? Error::ProxyConnectionClosedError : Error::RemoteHostClosedError;
    default:
        return usesProxy ? Error::UnknownProxyError : Error::UnknownNetworkError;
    }
}

/// A connection ended that was there.
Error lostConnection(CURL *handle)
{
    // What a proxy said to the wish for a tunnel; 0 where there was none.
    long answer = 0;
    curl_easy_getinfo(handle, CURLINFO_HTTP_CONNECTCODE, &answer);
    if (answer == 407)
        return Error::ProxyAuthenticationRequiredError;
    return answer >= 300 ? Error::UnknownProxyError : Error::RemoteHostClosedError;
}

} // namespace

QNetworkReply::NetworkError networkError(CURL *handle, CURLcode code, bool usesProxy)
{
    switch (code) {
    case CURLE_OK:
        return Error::NoError;
    case CURLE_COULDNT_RESOLVE_HOST:
        return Error::HostNotFoundError;
    case CURLE_COULDNT_RESOLVE_PROXY:
        return Error::ProxyNotFoundError;
    case CURLE_COULDNT_CONNECT:
        return withoutConnection(handle, usesProxy);
    case CURLE_PROXY:
        return Error::UnknownProxyError;
    case CURLE_OPERATION_TIMEDOUT:
        return Error::TimeoutError;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
        return Error::SslHandshakeFailedError;
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_PARTIAL_FILE:
        return lostConnection(handle);
    case CURLE_URL_MALFORMAT:
        return Error::ProtocolUnknownError;
    // HTTP of before 1.0 among them, which is what anything but HTTP looks like.
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
        return Error::ProtocolFailure;
    default:
        return Error::UnknownNetworkError;
    }
}

} // namespace xs::upload
