// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace xs::wording {

/// Whether a refused handshake is about the certificate: a server that speaks no TLS has none. Those are OpenSSL's
/// words for an answer that is none.
inline bool isAboutCertificate(const Error &error)
{
    using namespace Qt::StringLiterals;
    return !error.detail.contains("wrong version number"_L1) && !error.detail.contains("packet length too long"_L1);
}

} // namespace xs::wording
