// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <mutex>

namespace xs::upload {

class CurlReply;

/// What the sender's thread and a reply have of each other; either may be gone first.
class ReplyLink
{
public:
    /// `wake` makes the sender's thread look at its transfers.
    ReplyLink(CurlReply &reply, std::function<void()> wake);

    /// For the reply, which wants nothing more: `tell` does nothing from now on.
    void cut();
    bool isCut() const;
    /// Any thread: runs in the reply's thread, never at once.
    void tell(std::function<void(CurlReply &)> what);

private:
    mutable std::mutex m_mutex;
    CurlReply *m_reply;
    std::function<void()> m_wake;
};

} // namespace xs::upload
