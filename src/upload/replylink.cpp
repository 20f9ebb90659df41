// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/replylink.h"

#include "upload/curlreply.h"

namespace xs::upload {

ReplyLink::ReplyLink(CurlReply &reply, std::function<void()> wake) : m_reply(&reply), m_wake(std::move(wake))
{
}

void ReplyLink::cut()
{
    {
        const std::lock_guard guard(m_mutex);
        m_reply = nullptr;
    }
    m_wake();
}

bool ReplyLink::isCut() const
{
    const std::lock_guard guard(m_mutex);
    return !m_reply;
}

void ReplyLink::tell(std::function<void(CurlReply &)> what)
{
    // What was told before a reply is destroyed is thrown away with it.
    const std::lock_guard guard(m_mutex);
    if (m_reply)
        QMetaObject::invokeMethod(
            m_reply, [reply = m_reply, what = std::move(what)] { what(*reply); }, Qt::QueuedConnection);
}

} // namespace xs::upload
