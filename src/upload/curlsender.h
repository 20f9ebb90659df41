// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/curltransfer.h"

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

namespace xs::upload {

/// Sends forms with libcurl, all of them in one thread, and keeps connections for the next.
class CurlSender final : public client::FormSender
{
public:
    CurlSender();
    ~CurlSender() override;

    QNetworkReply *post(const QNetworkRequest &request, const client::FileForm &form,
                        const QNetworkProxy &proxy) override;

private:
    using Transfers = std::vector<std::unique_ptr<CurlTransfer>>;

    void run();
    void takeNew();
    void dropCut();
    void endDone();
    void remove(Transfers::iterator transfer);

    /// Shared with replies, which wake the thread and may be destroyed after this.
    std::shared_ptr<CURLM> m_multi;
    std::mutex m_mutex;
    /// Under the mutex: what the thread has not taken yet.
    Transfers m_new;
    /// The thread's own.
    Transfers m_running;
    std::atomic<bool> m_isOver = false;
    std::thread m_thread;
};

} // namespace xs::upload
