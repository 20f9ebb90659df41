// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

namespace xs::gui::viewer {

/// A thread with one worker that lives in it. Foreign code that reads a hostile document may never return: then the
/// thread is left behind, and ends by itself should it return after all, so that the window goes on and can be closed.
class WorkThread
{
public:
    /// How long somebody waits for work that was given up, in milliseconds.
    static constexpr int patience = 2000;

    /// Owns the worker, which has no parent, from now on.
    WorkThread(QObject *worker, const QString &name) : m_thread(new QThread), m_worker(worker)
    {
        m_worker->moveToThread(m_thread);
        m_thread->setObjectName(name);
        m_thread->start();
    }
    WorkThread(const WorkThread &) = delete;
    WorkThread &operator=(const WorkThread &) = delete;

    /// Waits for what is under way, but not for ever. The worker has been told that nobody listens any more.
    ~WorkThread()
    {
        m_thread->quit();
        if (m_thread->wait(patience)) {
            delete m_worker;
            delete m_thread;
            return;
        }
        QObject::connect(m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
        QObject::connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
    }

private:
    QThread *m_thread;
    QObject *m_worker;
};

} // namespace xs::gui::viewer
