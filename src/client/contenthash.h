// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

struct evp_md_ctx_st;

namespace xs::client {

/// SHA-256 of bytes that come piece by piece. With OpenSSL, which uses the processor's own instructions and is several
/// times as fast as QCryptographicHash.
class ContentHash
{
public:
    ContentHash();
    ~ContentHash();

    void add(const char *data, qint64 size);
    /// In lower-case hex, once; empty when OpenSSL failed.
    QString result();
    /// Forgets what was added.
    void reset();

private:
    struct Free
    {
        void operator()(evp_md_ctx_st *digest) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_digest;
    bool m_good = false;
};

} // namespace xs::client
