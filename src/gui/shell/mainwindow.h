// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "client/network.h"
#include "gui/joblist/joblistcontroller.h"
#include "gui/shell/connectionhub.h"
#include "gui/shell/docks.h"
#include "gui/shell/samples.h"
#include "gui/shell/workbench.h"

#include <QMainWindow>
#include <QUndoGroup>

class QComboBox;
class QMenu;
class QSettings;
class QStackedWidget;
class QToolButton;

namespace xs::gui::common {
class KeyHintRow;
class PaneHeader;
} // namespace xs::gui::common
namespace xs::gui::evaluate {
class EvaluatePage;
}
namespace xs::gui::joblist {
class JobsPage;
class JobStrip;
} // namespace xs::gui::joblist
namespace xs::gui::review {
class ResultsPage;
}
namespace xs::gui::schemaeditor {
class ConfigurationPage;
class SchemaPage;
} // namespace xs::gui::schemaeditor
namespace xs::gui::viewer {
class DocumentView;
}
namespace xs::review {
class ReviewStore;
}

namespace xs::gui::shell {

class CompareController;
class ConfidenceController;
class ConnectionController;
class DocumentsController;
class EvaluationController;
class ExportController;
class FileController;
class JobDesk;
class NoticeBar;
class PageFieldController;
class PagePictures;
class Places;
class ReviewController;
class RunController;
class RunCost;
class StartPage;
enum class Place;

/// What main() makes and the window uses; all of it outlives the window.
struct Studio
{
    jobs::JobQueue &queue;
    /// Null when it cannot be opened: results can be looked at only.
    xs::review::ReviewStore *reviews;
    ConnectionHub &connections;
    client::Network network;
    QSettings &settings;
    const Clock &clock;
    std::vector<Sample> samples;
    /// Where the unsaved work is kept.
    QString stateFile;
    /// Where the user may keep a table of rates.
    QString ratesFile = {};
};

/// The window: arranges pages around the document, offers every command as an action, takes drops anywhere.
/// What the commands do is in the controllers.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Studio studio, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Makes the pages. The first start is painted without them: they are made right after that, or when somebody
    /// wants something of the window before.
    void build();
    bool isBuilt() const { return m_isBuilt; }
    /// Documents, folders and schemas, as they are dropped.
    void openPaths(const QStringList &paths);
    void openConfiguration(const QString &path);
    /// A sample with its schema, by name ("invoice").
    void openSample(const QString &name);
    /// Starts a run as soon as the document in view is known.
    void run();
    void showJob(const LocalJobId &id);
    /// Trouble of the program that the window does not see by itself.
    void report(const Error &error);
    /// Another start of the program asks for the window.
    void comeForward();

signals:
    /// All pages are there.
    void built();

protected:
    void paintEvent(QPaintEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setupScheme();
    void setupCentral();
    void setupViews();
    void setupDocks();
    void setupActions();
    void setupMenuTitles();
    void setupMenus();
    void setupAppearance(QMenu &view);
    void setupToolBar();
    void setupStatusBar();
    void connectWork();
    void connectPages();
    void connectEvaluation();
    void connectDraft();
    void connectDocumentCheck();
    void placeChanged();
    bool isFirstStart() const;
    void showPage();
    void showCentral();
    void dressRun();
    void dressReviewNext();
    void fitToolBar();
    void fillDocumentMenu();
    void fillRecentMenu(class QMenu &menu);
    void refreshToolBar();
    void refreshTitle();
    void showCost();
    void editRates();
    void showDocument();
    void showReview();
    void started(const std::vector<LocalJobId> &jobs);
    void showKeys();
    void showAbout();
    void restore();
    void begin();

    Studio m_studio;
    Workbench m_workbench;
    joblist::JobListController m_jobs;
    FileController *m_files;
    ConnectionController *m_servers = nullptr;
    RunCost *m_cost;
    RunController *m_run;
    ReviewController *m_review = nullptr;
    ExportController *m_export = nullptr;
    CompareController *m_compare = nullptr;
    ConfidenceController *m_confidence = nullptr;
    DocumentsController *m_documents = nullptr;
    EvaluationController *m_evaluation = nullptr;
    PageFieldController *m_pageField = nullptr;
    Docks m_docks{*this};
    Places *m_places = nullptr;
    JobDesk *m_desk = nullptr;

    PagePictures *m_pictures = nullptr;
    NoticeBar *m_notice = nullptr;
    QStackedWidget *m_central = nullptr;
    StartPage *m_start = nullptr;
    viewer::DocumentView *m_document = nullptr;
    joblist::JobsPage *m_jobsPage = nullptr;
    joblist::JobStrip *m_strip = nullptr;
    schemaeditor::SchemaPage *m_schema = nullptr;
    schemaeditor::ConfigurationPage *m_configuration = nullptr;
    review::ResultsPage *m_results = nullptr;
    evaluate::EvaluatePage *m_evaluate = nullptr;

    /// What Ctrl+Z undoes: the schema in Design, decisions in Review.
    QUndoGroup m_undo;
    struct Menus
    {
        QMenu *file, *edit, *view, *schema, *run, *review, *tools, *help;
    };
    Menus m_menus{};
    QAction *m_runAction = nullptr;
    QAction *m_exportAction = nullptr;
    QToolButton *m_connectionButton = nullptr;
    QToolButton *m_documentButton = nullptr;
    QToolButton *m_runButton = nullptr;
    QToolButton *m_reviewNextButton = nullptr;
    QAction *m_reviewNextAction = nullptr;
    QComboBox *m_tierCombo = nullptr;
    QComboBox *m_targetCombo = nullptr;
    QAction *m_tierAction = nullptr;
    QAction *m_targetAction = nullptr;
    QAction *m_documentAction = nullptr;
    common::KeyHintRow *m_hints = nullptr;
    bool m_isBuilt = false;
    /// A run was asked for before the document was known.
    bool m_runWanted = false;
    /// The user knows that the unsaved work is lost.
    bool m_mayLoseWork = false;
};

} // namespace xs::gui::shell
