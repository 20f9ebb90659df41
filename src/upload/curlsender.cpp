// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/curlsender.h"

#include <algorithm>
#include <csignal>

namespace xs::upload {

namespace {

/// Longest wait for something to happen; sending, cutting and ending wake the thread by themselves.
constexpr int longestWait = 60'000;

/// TLS may write to a connection that the other side has closed.
void blockBrokenPipes()
{
    sigset_t brokenPipe;
    sigemptyset(&brokenPipe);
    sigaddset(&brokenPipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &brokenPipe, nullptr);
}

} // namespace

CurlSender::CurlSender() : m_multi(curl_multi_init(), curl_multi_cleanup), m_thread([this] { run(); })
{
}

CurlSender::~CurlSender()
{
    m_isOver = true;
    curl_multi_wakeup(m_multi.get());
    m_thread.join();
}

QNetworkReply *CurlSender::post(const QNetworkRequest &request, const client::FileForm &form,
                                const QNetworkProxy &proxy)
{
    auto reply = std::make_unique<CurlReply>(request, [multi = std::weak_ptr<CURLM>(m_multi)] {
        if (const auto there = multi.lock())
            curl_multi_wakeup(there.get());
    });
    auto transfer = std::make_unique<CurlTransfer>(request, form, proxy, reply->link());
    {
        const std::lock_guard guard(m_mutex);
        m_new.push_back(std::move(transfer));
    }
    curl_multi_wakeup(m_multi.get());
    reply->link()->tell([](CurlReply &begun) { begun.begun(); });
    return reply.release();
}

void CurlSender::run()
{
    blockBrokenPipes();
    while (!m_isOver) {
        takeNew();
        dropCut();
        int running = 0;
        curl_multi_perform(m_multi.get(), &running);
        endDone();
        curl_multi_poll(m_multi.get(), nullptr, 0, longestWait, nullptr);
    }
    while (!m_running.empty())
        remove(m_running.begin());
}

void CurlSender::takeNew()
{
    const std::lock_guard guard(m_mutex);
    for (auto &transfer : m_new) {
        curl_multi_add_handle(m_multi.get(), transfer->handle());
        m_running.push_back(std::move(transfer));
    }
    m_new.clear();
}

void CurlSender::dropCut()
{
    while (true) {
        const auto cut = std::ranges::find_if(m_running, [](const auto &transfer) { return transfer->isCut(); });
        if (cut == m_running.end())
            return;
        remove(cut);
    }
}

void CurlSender::endDone()
{
    int left = 0;
    while (const auto *message = curl_multi_info_read(m_multi.get(), &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        const auto code = message->data.result;
        const auto done = std::ranges::find_if(
            m_running, [handle = message->easy_handle](const auto &other) { return other->handle() == handle; });
        curl_multi_remove_handle(m_multi.get(), message->easy_handle);
        if ((*done)->isToBeginAnew(code)) {
            curl_multi_add_handle(m_multi.get(), (*done)->handle());
            continue;
        }
        (*done)->end(code);
        m_running.erase(done);
    }
}

void CurlSender::remove(Transfers::iterator transfer)
{
    curl_multi_remove_handle(m_multi.get(), (*transfer)->handle());
    m_running.erase(transfer);
}

} // namespace xs::upload
