// SPDX-License-Identifier: GPL-3.0-or-later
#include "endtoend/studiorig.h"

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QTest>
#include <QTimer>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace xs;

void TestKeyStore::read(const QString &name, QObject *context, std::function<void(Expected<QString>)> answer)
{
    QTimer::singleShot(0, context, [this, name, answer] {
        if (!isThere)
            return answer(Unexpected(ErrorCode::KeyringUnavailable, {}, name));
        const auto found = keys.find(name);
        answer(found == keys.end() ? Expected<QString>(Unexpected(ErrorCode::KeyMissing, {}, name))
                                   : Expected<QString>(found->second));
    });
}

void TestKeyStore::write(const QString &name, const QString &key, QObject *context,
                         std::function<void(Expected<void>)> answer)
{
    QTimer::singleShot(0, context, [this, name, key, answer] {
        if (!isThere)
            return answer(Unexpected(ErrorCode::KeyringUnavailable, {}, name));
        keys[name] = key;
        answer({});
    });
}

void TestKeyStore::remove(const QString &name, QObject *context, std::function<void(Expected<void>)> answer)
{
    QTimer::singleShot(0, context, [this, name, answer] {
        keys.erase(name);
        answer({});
    });
}

StudioRig::StudioRig(const QString &folder, const QString &service)
    : m_settings(folder + u"/settings.ini"_s, QSettings::IniFormat), m_profiles(m_settings)
{
    const client::Network network{m_manager, m_clock, m_scheduler, {}, &m_activity};
    m_store = std::move(*jobs::JobStore::open(folder + u"/jobs.sqlite"_s));
    supervisor::ServiceOptions options;
    options.program = service.isEmpty() ? QStringLiteral(XS_BIN_DIR "/extract-studio-service") : service;
    options.dataFolder = folder + u"/service"_s;
    m_service = std::make_unique<supervisor::ServiceSupervisor>(options, m_clock, m_scheduler);
    m_connections = std::make_unique<gui::shell::ConnectionHub>(m_profiles, m_keys, *m_service);
    m_queue = std::make_unique<jobs::JobQueue>(*m_store, network,
                                               [this](const QString &name) { return m_connections->connection(name); });
    QObject::connect(m_connections.get(), &gui::shell::ConnectionHub::changed, m_queue.get(),
                     &jobs::JobQueue::connectionChanged);
    if (!m_queue->resume())
        qFatal("the stored jobs cannot be read");
    m_reviews = review::ReviewStore::open(folder + u"/reviews.sqlite"_s).value();
    const auto samples = gui::shell::readSamples(QStringLiteral(XS_SOURCE_DIR "/resources/samples"));
    m_window = std::make_unique<gui::shell::MainWindow>(
        gui::shell::Studio{*m_queue, m_reviews.get(), *m_connections, network, m_settings, m_clock, samples,
                           folder + u"/workbench.json"_s, folder + u"/rates.json"_s});
    m_window->resize(1440, 900);
    m_window->show();
    m_window->build();
}

StudioRig::~StudioRig()
{
    m_window->close();
    m_window.reset();
    m_queue.reset();
    m_connections.reset();
    m_service.reset();
}

bool StudioRig::isInFront()
{
    constexpr int patience = 60'000;
    m_window->activateWindow();
    return QTest::qWaitForWindowActive(m_window.get(), patience);
}

void dropFiles(QWidget *widget, const QStringList &paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const auto &path : paths)
        urls << QUrl::fromLocalFile(path);
    data.setUrls(urls);
    const QPoint middle(widget->width() / 2, widget->height() / 2);
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &enter);
    if (!enter.isAccepted())
        return;
    QDropEvent drop(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &drop);
}
