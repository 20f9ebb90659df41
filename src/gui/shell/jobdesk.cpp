// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/jobdesk.h"

#include "gui/common/icons.h"
#include "gui/shell/activitypane.h"
#include "gui/shell/batchnotifier.h"
#include "gui/shell/connectionhub.h"
#include "gui/shell/intake.h"
#include "gui/shell/runcontroller.h"
#include "gui/shell/serverinputdialog.h"
#include "gui/shell/watchedfolder.h"
#include "gui/shell/watchsign.h"
#include "gui/shell/workbench.h"
#include "jobs/jobqueue.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QMainWindow>
#include <QSettings>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

const auto removeKey = u"jobs/removeUploads"_s;

} // namespace

JobDesk::JobDesk(Parts parts, QMainWindow *window)
    : QObject(window), m_parts(std::move(parts)), m_window(window),
      m_intake(new Intake(m_parts.network, m_parts.documentFolder, window)),
      m_notifier(new BatchNotifier(m_parts.queue, m_parts.settings, window)),
      m_folder(new WatchedFolder(m_parts.settings, m_parts.network.scheduler, this))
{
    if (m_parts.network.activity) {
        m_activity = new ActivityPane(*m_parts.network.activity, m_parts.settings, window);
        window->addDockWidget(Qt::BottomDockWidgetArea, m_activity);
        m_activity->hide();
    }
    window->statusBar()->addWidget(new WatchSign(*m_folder, window));
    setupActions();
    connect(m_intake, &Intake::pathsCame, this, &JobDesk::pathsCame);
    connect(m_intake, &Intake::serverIdsCame, this, &JobDesk::chooseServerInputs);
    connect(m_intake, &Intake::failed, this, &JobDesk::failed);
    connect(m_intake, &Intake::fetching, this, &JobDesk::fetching);
    connect(m_intake, &Intake::notFetched, this, &JobDesk::notFetched);
    connect(m_notifier, &BatchNotifier::openWanted, this, &JobDesk::jobsWanted);
    connect(m_folder, &WatchedFolder::documentsCame, this, &JobDesk::folderCame);
    connect(&m_parts.queue, &jobs::JobQueue::removalRefused, this,
            [this](const LocalJobId &, const Error &error) { emit failed(error); });
}

QAction *JobDesk::make(const char *name, const QString &text, const QString &icon)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(name));
    if (!icon.isEmpty())
        action->setIcon(common::icon(icon));
    return action;
}

void JobDesk::setupActions()
{
    m_paste = make("pasteDocumentsAction", tr("Paste documents"));
    m_paste->setShortcut(QKeySequence::Paste);
    // Text fields and the schema have a paste of their own.
    m_paste->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_window->centralWidget()->addAction(m_paste);
    connect(m_paste, &QAction::triggered, m_intake, &Intake::paste);

    m_fromServer = make("serverInputsAction", tr("Run what is on the server…"), u"cloud"_s);
    connect(m_fromServer, &QAction::triggered, this, [this] { chooseServerInputs(); });

    m_watch = make("watchFolderAction", tr("Watch a folder…"), u"folder"_s);
    m_watch->setCheckable(true);
    const auto dress = [this] {
        m_watch->setChecked(!m_folder->folder().isEmpty());
        m_watch->setText(m_folder->folder().isEmpty()
                             ? tr("Watch a folder…")
                             : tr("Watch %1").arg(QDir::toNativeSeparators(m_folder->folder())));
    };
    dress();
    connect(m_folder, &WatchedFolder::folderChanged, this, dress);
    connect(m_watch, &QAction::triggered, this, &JobDesk::chooseFolder);

    m_removeUploads = make("removeUploadsAction", tr("Remove uploads from the server after the job"));
    m_removeUploads->setCheckable(true);
    m_removeUploads->setChecked(m_parts.settings.value(removeKey, false).toBool());
    m_parts.queue.setRemoveUploads(m_removeUploads->isChecked());
    connect(m_removeUploads, &QAction::toggled, this, [this](bool on) {
        m_parts.settings.setValue(removeKey, on);
        m_parts.queue.setRemoveUploads(on);
    });

    m_notify = make("notifyAction", tr("Tell when a batch has ended"));
    m_notify->setCheckable(true);
    m_notify->setChecked(m_notifier->isOn());
    connect(m_notify, &QAction::toggled, m_notifier, &BatchNotifier::setOn);
}

void JobDesk::duplicate(const QList<LocalJobId> &ids)
{
    QStringList documents;
    for (const auto &id : ids)
        if (const auto *job = m_parts.queue.job(id); job && !job->isServerInput())
            documents << job->document.path;
    const auto configuration = ids.isEmpty() ? Expected<Json>(Json()) : m_parts.queue.configuration(ids.front());
    if (!configuration)
        return emit failed(configuration.error());
    m_parts.workbench.adopt(*configuration);
    documents.removeDuplicates();
    if (!documents.isEmpty())
        m_parts.workbench.setDocuments(documents);
    emit designWanted();
}

void JobDesk::chooseServerInputs(const QString &ids)
{
    const auto connection = m_parts.connections.connection(m_parts.connections.current().name);
    if (!connection)
        return emit failed(connection.error());
    auto *dialog = new ServerInputDialog(m_parts.network, *connection, m_window);
    dialog->setIds(ids);
    connect(dialog, &ServerInputDialog::runWanted, &m_parts.run, &RunController::runServerInputs);
    dialog->open();
}

void JobDesk::chooseFolder(bool on)
{
    const auto folder =
        on ? QFileDialog::getExistingDirectory(m_window, tr("Run the documents that come into a folder")) : QString();
    m_folder->setFolder(folder);
}

/// With the schema of the window; without one, or where pages cost, they wait on the workbench. Whoever is at work in
/// the window stays where they are.
void JobDesk::folderCame(const QStringList &documents)
{
    if (m_parts.run.schemaObstacle().isEmpty() && !m_parts.run.costsCredits())
        m_parts.run.runDocuments(documents);
    else
        m_parts.workbench.addDocuments(documents);
}

} // namespace xs::gui::shell
