// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/curlform.h"
#include "upload/curlreply.h"

#include <QNetworkProxy>

#include <chrono>

namespace xs::upload {

/// One request on its way: libcurl's handle with all that it needs. Made in the reply's thread, then the sender's
/// alone.
class CurlTransfer
{
public:
    CurlTransfer(const QNetworkRequest &request, const client::FileForm &form, const QNetworkProxy &proxy,
                 std::shared_ptr<ReplyLink> link);
    ~CurlTransfer();

    CURL *handle() const { return m_handle.get(); }
    /// Nobody waits for it any more.
    bool isCut() const { return m_link->isCut(); }
    /// Whether it failed on a connection that was kept from an earlier transfer, before any answer: such a connection
    /// may have been closed by the server just then. True once; the next attempt takes a new connection.
    bool isToBeginAnew(CURLcode code);
    /// Tells the reply how it ended; from now on the form's file is not read.
    void end(CURLcode code);

private:
    struct FreeHandle
    {
        void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
    };
    struct FreeHeaders
    {
        void operator()(curl_slist *headers) const { curl_slist_free_all(headers); }
    };
    /// libcurl reads every number as a long.
    void set(CURLoption option, long value) { curl_easy_setopt(handle(), option, value); }
    template <typename Pointer>
    void set(CURLoption option, Pointer *value)
    {
        curl_easy_setopt(handle(), option, value);
    }
    void setRequest(const QNetworkRequest &request);
    void setProxy(const QNetworkProxy &proxy);
    void setAuthorities(const QNetworkRequest &request);
    void setCallbacks();
    static std::size_t takeHeader(char *data, std::size_t size, std::size_t count, void *transfer);
    static std::size_t takeBody(char *data, std::size_t size, std::size_t count, void *transfer);
    static int progress(void *transfer, curl_off_t, curl_off_t, curl_off_t total, curl_off_t sent);

    std::unique_ptr<CURL, FreeHandle> m_handle;
    std::unique_ptr<curl_slist, FreeHeaders> m_headers;
    std::shared_ptr<ReplyLink> m_link;
    CurlForm m_form;
    bool m_usesProxy = false;
    bool m_beganAnew = false;
    QByteArray m_errorText;
    QList<QPair<QByteArray, QByteArray>> m_answerHeaders;
    /// How much more of the answer is taken.
    qint64 m_answerLeft;
    curl_off_t m_told = -1;
    std::chrono::steady_clock::time_point m_toldAt;
};

} // namespace xs::upload
