// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

#include <memory>

namespace xs::gui::viewer {

/// A thread with one worker that lives in it. Whatever takes long in it must end soon after nobody wants it any more
/// (document/isolatedpages.h).
class WorkThread
{
public:
    /// Owns the worker, which has no parent, from now on.
    WorkThread(QObject *worker, const QString &name) : m_worker(worker)
    {
        m_worker->moveToThread(&m_thread);
        m_thread.setObjectName(name);
        m_thread.start();
    }
    WorkThread(const WorkThread &) = delete;
    WorkThread &operator=(const WorkThread &) = delete;

    /// Waits for what is under way. The worker has been told that nobody listens any more.
    ~WorkThread()
    {
        m_thread.quit();
        m_thread.wait();
    }

private:
    std::unique_ptr<QObject> m_worker;
    QThread m_thread;
};

} // namespace xs::gui::viewer
