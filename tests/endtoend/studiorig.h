// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/scheduler.h"
#include "client/accessmanager.h"
#include "client/activitylog.h"
#include "client/keystore.h"
#include "gui/shell/connectionhub.h"
#include "gui/shell/mainwindow.h"
#include "jobs/jobqueue.h"
#include "jobs/jobstore.h"
#include "review/reviewstore.h"
#include "supervisor/servicesupervisor.h"

#include <QSettings>

#include <map>
#include <memory>

/// A keyring of a test: it has what it was given, or is not there.
class TestKeyStore final : public xs::client::KeyStore
{
public:
    void read(const QString &name, QObject *context, std::function<void(xs::Expected<QString>)> answer) override;
    void write(const QString &name, const QString &key, QObject *context,
               std::function<void(xs::Expected<void>)> answer) override;
    void remove(const QString &name, QObject *context, std::function<void(xs::Expected<void>)> answer) override;

    std::map<QString, QString> keys;
    bool isThere = true;
};

/// Everything that the program builds, on a folder of its own, with the real local service.
class StudioRig
{
public:
    /// `service` empty means the one that was built with this test.
    explicit StudioRig(const QString &folder, const QString &service = {});
    ~StudioRig();

    xs::gui::shell::MainWindow &window() { return *m_window; }
    xs::jobs::JobQueue &queue() { return *m_queue; }
    xs::gui::shell::ConnectionHub &connections() { return *m_connections; }
    TestKeyStore &keys() { return m_keys; }
    const xs::client::ActivityLog &activity() const { return m_activity; }

    /// Brings the window to the front, as keys need it; false when the desktop does not.
    bool isInFront();

    template <typename T>
    T *find(const QString &name)
    {
        return m_window->findChild<T *>(name);
    }

private:
    xs::client::ActivityLog m_activity;
    xs::client::AccessManager m_manager;
    xs::SystemClock m_clock;
    xs::SystemScheduler m_scheduler;
    TestKeyStore m_keys;
    QSettings m_settings;
    xs::client::Connections m_profiles;
    std::unique_ptr<xs::jobs::JobStore> m_store;
    std::unique_ptr<xs::supervisor::ServiceSupervisor> m_service;
    std::unique_ptr<xs::gui::shell::ConnectionHub> m_connections;
    std::unique_ptr<xs::jobs::JobQueue> m_queue;
    std::unique_ptr<xs::review::ReviewStore> m_reviews;
    std::unique_ptr<xs::gui::shell::MainWindow> m_window;
};

/// Drops files on a widget, as a file manager does.
void dropFiles(QWidget *widget, const QStringList &paths);
