// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/contenthash.h"

#include <openssl/evp.h>

#include <array>

namespace xs::client {

void ContentHash::Free::operator()(evp_md_ctx_st *digest) const
{
    EVP_MD_CTX_free(digest);
}

ContentHash::ContentHash() : m_digest(EVP_MD_CTX_new())
{
    reset();
}

ContentHash::~ContentHash() = default;

void ContentHash::reset()
{
    m_good = m_digest && EVP_DigestInit_ex(m_digest.get(), EVP_sha256(), nullptr) == 1;
}

void ContentHash::add(const char *data, qint64 size)
{
    m_good = m_good && EVP_DigestUpdate(m_digest.get(), data, static_cast<std::size_t>(size)) == 1;
}

QString ContentHash::result()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
    unsigned int size = 0;
    if (!std::exchange(m_good, false) || EVP_DigestFinal_ex(m_digest.get(), sum.data(), &size) != 1)
        return {};
    const QByteArray bytes(reinterpret_cast<const char *>(sum.data()), static_cast<qsizetype>(size));
    return QString::fromLatin1(bytes.toHex());
}

} // namespace xs::client
