// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/formsender.h"

#include <curl/curl.h>

namespace xs::upload {

/// A form as libcurl reads it: piece by piece, while it is sent. Must live as long as the transfer.
class CurlForm
{
public:
    /// `handle` is the transfer's.
    CurlForm(CURL *handle, client::FileForm form);

    curl_mime *mime() const { return m_mime.get(); }

private:
    struct Free
    {
        void operator()(curl_mime *mime) const { curl_mime_free(mime); }
    };
    curl_mimepart *addPart(const QByteArray &name);
    static std::size_t readFile(char *data, std::size_t size, std::size_t count, void *form);
    static int seekFile(void *form, curl_off_t offset, int origin);
    static std::size_t readLastField(char *data, std::size_t size, std::size_t count, void *form);
    static int seekLastField(void *form, curl_off_t offset, int origin);

    client::FileForm m_form;
    qsizetype m_lastFieldRead = 0;
    std::unique_ptr<curl_mime, Free> m_mime;
};

} // namespace xs::upload
