// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/batchnotifier.h"

#include "jobs/jobqueue.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QSettings>
#include <QVariantMap>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

// Desktop Notifications Specification 1.2, freedesktop.org.
const auto service = u"org.freedesktop.Notifications"_s;
const auto path = u"/org/freedesktop/Notifications"_s;
const auto key = u"notifications/on"_s;

} // namespace

BatchNotifier::BatchNotifier(jobs::JobQueue &queue, QSettings &settings, QWidget *window)
    : QObject(window), m_queue(queue), m_settings(settings), m_window(window)
{
    for (const auto &id : m_queue.ids())
        jobChanged(id);
    connect(&m_queue, &jobs::JobQueue::jobAdded, this, &BatchNotifier::jobChanged);
    connect(&m_queue, &jobs::JobQueue::jobChanged, this, &BatchNotifier::jobChanged);
    connect(&m_queue, &jobs::JobQueue::idle, this, &BatchNotifier::ended);
    QDBusConnection::sessionBus().connect(service, path, service, u"ActionInvoked"_s, this,
                                          SLOT(actionInvoked(uint, QString)));
}

bool BatchNotifier::isOn() const
{
    return m_settings.value(key, true).toBool();
}

void BatchNotifier::setOn(bool on)
{
    m_settings.setValue(key, on);
}

void BatchNotifier::jobChanged(const LocalJobId &id)
{
    if (const auto *job = m_queue.job(id); job && !jobs::isOver(job->phase))
        m_batch.insert(id);
}

void BatchNotifier::ended()
{
    const auto batch = std::exchange(m_batch, {});
    int completed = 0;
    int failed = 0;
    for (const auto &id : batch)
        if (const auto *job = m_queue.job(id)) {
            completed += job->phase == jobs::Phase::Completed;
            failed += job->phase == jobs::Phase::Failed;
        }
    if (!isOn() || completed + failed == 0 || m_window->isActiveWindow() || QApplication::activeModalWidget())
        return;
    auto body = tr("%n job(s) completed", nullptr, completed);
    if (failed > 0)
        body += u", "_s + tr("%n failed", nullptr, failed);
    notify(failed > 0 ? tr("A batch has ended with errors") : tr("A batch has ended"), body);
}

void BatchNotifier::notify(const QString &summary, const QString &body)
{
    auto call = QDBusMessage::createMethodCall(service, path, service, u"Notify"_s);
    call << QApplication::applicationDisplayName() << m_shown << u"extract-studio"_s << summary << body
         << QStringList{u"default"_s, tr("Show the jobs")} << QVariantMap{{u"desktop-entry"_s, u"extract-studio"_s}}
         << -1;
    const auto pending = QDBusConnection::sessionBus().asyncCall(call);
    auto *watcher = new QDBusPendingCallWatcher(pending, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<uint> reply = *watcher;
        m_shown = reply.isValid() ? reply.value() : 0;
        watcher->deleteLater();
    });
}

void BatchNotifier::actionInvoked(uint id, const QString &)
{
    if (id == m_shown && m_shown != 0)
        emit openWanted();
}

} // namespace xs::gui::shell
