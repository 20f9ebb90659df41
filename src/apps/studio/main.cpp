// SPDX-License-Identifier: GPL-3.0-or-later
// The window: builds the objects that outlive it, and opens it.
#include "apps/studio/instancelink.h"
#include "apps/studio/options.h"
#include "apps/studio/windowlock.h"
#include "base/datafolder.h"
#include "base/scheduler.h"
#include "client/accessmanager.h"
#include "client/activitylog.h"
#include "client/keystore.h"
#include "client/profilenetwork.h"
#include "gui/common/studiostyle.h"
#include "gui/shell/connectionhub.h"
#include "gui/shell/mainwindow.h"
#include "jobs/jobqueue.h"
#include "jobs/jobstore.h"
#include "review/reviewstore.h"
#include "supervisor/serviceshare.h"
#include "wording/errortext.h"
#include "wording/translation.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QIcon>
#include <QLocale>
#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>
#include <QTextStream>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace xs;

namespace {

/// Without its store the program could lose jobs, so it does not start.
int tellAndEnd(const wording::ErrorText &text)
{
    QTextStream(stderr) << text.line() << Qt::endl;
    QMessageBox box(QMessageBox::Critical, u"Extract Studio"_s, text.what, QMessageBox::Close);
    box.setInformativeText(text.toDo);
    box.setObjectName(u"startFailure"_s);
    box.exec();
    return 1;
}

/// Two windows would look after the same jobs, and send them twice.
wording::ErrorText alreadyOpen()
{
    return {QCoreApplication::translate("Start", "Extract Studio is already open."),
            QCoreApplication::translate("Start", "Use the window that is there; it looks after all jobs.")};
}

/// What the command line asks for, once the window is there.
void carryOut(gui::shell::MainWindow &window, const Options &options)
{
    if (options.sample)
        window.openSample(u"invoice"_s);
    if (!options.configuration.isEmpty())
        window.openConfiguration(QFileInfo(options.configuration).absoluteFilePath());
    if (!options.documents.isEmpty())
        window.openPaths(options.documents);
    if (options.run)
        window.run();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(u"extract-studio"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(XS_VERSION));
    if (const auto status = answerWithoutWindow(argc, argv))
        return *status;
    QApplication application(argc, argv);
    // The system's fonts are looked up on another core, while settings and stores are opened. The pool waits for it
    // before the application goes: a second start is over sooner than the look-up.
    QThreadPool fontLookup;
    fontLookup.start([font = QApplication::font().family()] { QFontDatabase::hasFamily(font); });
    QApplication::setApplicationDisplayName(u"Extract Studio"_s);
    QApplication::setDesktopFileName(u"extract-studio"_s);
    wording::installTranslation(application, QLocale());
    const auto options = readOptions(QApplication::arguments());
    gui::common::StudioStyle::install(application);

    const QDir data(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    data.mkpath(u"."_s);
    const WindowLock lock(data.filePath(u"window.lock"_s));
    InstanceLink link(data.absolutePath());
    if (lock.isHeldByAnother())
        return link.handOver(handedOver(options)) ? 0 : tellAndEnd(alreadyOpen());
    auto store = jobs::JobStore::open(data.filePath(u"jobs.sqlite"_s));
    if (!store)
        return tellAndEnd(wording::errorText(store.error()));

    // Without it results can still be looked at; the window says so.
    auto reviews = review::ReviewStore::open(data.filePath(u"reviews.sqlite"_s));

    QSettings settings(data.filePath(u"settings.ini"_s), QSettings::IniFormat);
    client::Connections profiles(settings);
    if (!options.connection.isEmpty())
        profiles.setCurrent(options.connection);
    client::SystemKeyStore keys;
    SystemClock clock;
    SystemScheduler scheduler;
    client::AccessManager manager;
    manager.setProxyFactory(new client::ProfileProxies([&profiles] { return profiles.profiles(); }));
    client::ActivityLog activity;
    const client::Network network{manager, clock, scheduler, {}, &activity};
    const auto serviceFolder = data.filePath(u"service"_s);
    supervisor::ServiceSupervisor service({.program = {}, .dataFolder = serviceFolder}, clock, scheduler);
    // Without it the command line cannot ask for this computer's jobs while the window is open.
    supervisor::ServiceShare share(service, serviceFolder);
    share.listen();
    gui::shell::ConnectionHub connections(profiles, keys, service);
    jobs::JobQueue queue(**store, network,
                         [&connections](const QString &name) { return connections.connection(name); });
    QObject::connect(&connections, &gui::shell::ConnectionHub::changed, &queue, &jobs::JobQueue::connectionChanged);
    if (const auto resumed = queue.resume(); !resumed)
        return tellAndEnd(wording::errorText(resumed.error()));

    gui::shell::MainWindow window({queue, reviews ? reviews->get() : nullptr, connections, network, settings, clock,
                                   gui::shell::readSamples(dataFolder(u"samples"_s).value_or(QString())),
                                   data.filePath(u"workbench.json"_s), data.filePath(u"rates.json"_s)});
    window.show();
    // Painted in many sizes, so not before the window itself.
    const auto setIcon = [] { QApplication::setWindowIcon(QIcon(u":/extract-studio.svg"_s)); };
    QObject::connect(&window, &gui::shell::MainWindow::built, &application, setIcon);
    if (window.isBuilt())
        setIcon();
    if (!reviews)
        window.report(reviews.error());
    QObject::connect(&link, &InstanceLink::argumentsCame, &window, [&](const QStringList &arguments) {
        const auto wanted = readOptions(arguments);
        if (!wanted.connection.isEmpty() && profiles.contains(wanted.connection))
            connections.setCurrent(wanted.connection);
        window.comeForward();
        carryOut(window, wanted);
    });
    link.listen();
    carryOut(window, options);
    return QApplication::exec();
}
