// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobrecord.h"

#include <QObject>
#include <QSet>

class QSettings;
class QWidget;

namespace xs::jobs {
class JobQueue;
}

namespace xs::gui::shell {

/// Tells through the desktop (org.freedesktop.Notifications) that a batch has ended while the window is not in
/// front. A desktop without notifications is none the worse. Owned by the window.
class BatchNotifier final : public QObject
{
    Q_OBJECT

public:
    BatchNotifier(jobs::JobQueue &queue, QSettings &settings, QWidget *window);

    /// A choice of the menu, remembered.
    bool isOn() const;
    void setOn(bool on);

signals:
    /// A click on the notification.
    void openWanted();

private slots:
    void actionInvoked(uint id, const QString &action);

private:
    void jobChanged(const LocalJobId &id);
    void ended();
    void notify(const QString &summary, const QString &body);

    jobs::JobQueue &m_queue;
    QSettings &m_settings;
    QWidget *m_window;
    /// Jobs that were seen unfinished since the last end.
    QSet<LocalJobId> m_batch;
    uint m_shown = 0;
};

} // namespace xs::gui::shell
