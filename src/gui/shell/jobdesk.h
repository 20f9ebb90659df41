// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/scheduler.h"
#include "client/network.h"
#include "gui/joblist/joblistcontroller.h"

#include <QList>
#include <QObject>

class QAction;
class QMainWindow;
class QMimeData;
class QSettings;

namespace xs::wording {
struct ErrorText;
}

namespace xs::gui::shell {

class ActivityPane;
class BatchNotifier;
class ConnectionHub;
class Intake;
class RunController;
class WatchedFolder;
class Workbench;

/// The commands around jobs that are not a page of their own: paste and fetch documents, run what is on the server,
/// watch a folder, tell when a batch has ended, show the activity. Owned by the window.
class JobDesk final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        jobs::JobQueue &queue;
        ConnectionHub &connections;
        client::Network network;
        QSettings &settings;
        Workbench &workbench;
        RunController &run;
        /// Where pasted and fetched documents are kept.
        QString documentFolder;
    };

    JobDesk(Parts parts, QMainWindow *window);

    Intake &intake() { return *m_intake; }
    /// Null without an activity log.
    ActivityPane *activity() { return m_activity; }
    /// For the menus Edit, Run and Tools.
    QAction *pasteAction() const { return m_paste; }
    QList<QAction *> runActions() const { return {m_fromServer, m_watch, m_removeUploads, m_notify}; }

public slots:
    /// The jobs' documents and configuration become the workbench's, to be changed and run again.
    void duplicate(const QList<xs::LocalJobId> &ids);
    void chooseServerInputs(const QString &ids = {});

signals:
    void failed(const xs::Error &error);
    /// See Intake.
    void fetching(int count);
    void notFetched(const xs::wording::ErrorText &text);
    void pathsCame(const QStringList &paths);
    /// A notification was clicked.
    void jobsWanted();
    /// The workbench has what is to be changed.
    void designWanted();

private:
    void setupActions();
    void chooseFolder(bool on);
    void folderCame(const QStringList &documents);
    QAction *make(const char *name, const QString &text, const QString &icon = {});

    Parts m_parts;
    QMainWindow *m_window;
    Intake *m_intake;
    BatchNotifier *m_notifier;
    WatchedFolder *m_folder;
    ActivityPane *m_activity = nullptr;
    QAction *m_paste = nullptr;
    QAction *m_fromServer = nullptr;
    QAction *m_watch = nullptr;
    QAction *m_removeUploads = nullptr;
    QAction *m_notify = nullptr;
};

} // namespace xs::gui::shell
