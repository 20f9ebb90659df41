// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/mainwindow.h"

#include "gui/evaluate/evaluatepage.h"
#include "gui/joblist/jobspage.h"
#include "gui/review/resultspage.h"
#include "gui/review/revieweditor.h"
#include "gui/schemaeditor/configurationpage.h"
#include "gui/schemaeditor/schemapage.h"
#include "gui/schemaeditor/schemaview.h"
#include "gui/shell/activitypane.h"
#include "gui/shell/connectioncontroller.h"
#include "gui/shell/documentscontroller.h"
#include "gui/shell/evaluationcontroller.h"
#include "gui/shell/filecontroller.h"
#include "gui/shell/jobdesk.h"
#include "gui/shell/noticebar.h"
#include "gui/shell/pagefield.h"
#include "gui/shell/pagepictures.h"
#include "gui/shell/places.h"
#include "gui/shell/reviewcontroller.h"
#include "gui/shell/runcontroller.h"
#include "gui/shell/runcost.h"
#include "gui/shell/startpage.h"
#include "gui/viewer/documentview.h"
#include "jobs/jobqueue.h"

#include <QAction>
#include <QApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace xs::gui::shell {

MainWindow::MainWindow(Studio studio, QWidget *parent)
    : QMainWindow(parent), m_studio(std::move(studio)), m_workbench(m_studio.stateFile),
      m_jobs(m_studio.queue, m_studio.clock), m_files(new FileController(m_workbench, m_studio.settings, this)),
      m_cost(new RunCost(m_workbench, m_studio.connections, m_studio.settings, m_studio.ratesFile, this)),
      m_run(new RunController(m_studio.queue, m_studio.connections, m_workbench, *m_cost, this))
{
    setObjectName(u"mainWindow"_s);
    setMinimumSize(720, 480);
    setAcceptDrops(true);
    m_places = new Places(*this, m_studio.settings, m_docks);
    setupScheme();
    setupCentral();
    setupActions();
    setupMenuTitles();
    setupToolBar();
    setupStatusBar();
    restore();
    // Text fields take dropped files as text, so files are caught before they reach any widget. And who acts needs
    // all pages.
    qApp->installEventFilter(this);
}

MainWindow::~MainWindow() = default;

/// What the first start shows; everything else is made in build().
void MainWindow::setupCentral()
{
    m_start = new StartPage(m_studio.samples, this);
    m_notice = new NoticeBar(this);
    const auto openJobs = [&queue = m_studio.queue](const QString &connection) {
        return static_cast<int>(std::ranges::count_if(queue.ids(), [&](const LocalJobId &id) {
            const auto *job = queue.job(id);
            return job && job->connectionName == connection && !jobs::isOver(job->phase);
        }));
    };
    m_servers =
        new ConnectionController(m_studio.connections, openJobs, m_studio.network, m_workbench, *m_notice, this);
    m_central = new QStackedWidget(this);
    m_central->addWidget(m_start);
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_central, 1);
    setCentralWidget(body);
}

void MainWindow::build()
{
    if (std::exchange(m_isBuilt, true))
        return;
    setupViews();
    setupDocks();
    setupMenus();
    connectWork();
    connectDraft();
    connectDocumentCheck();
    connectPages();
    connectEvaluation();
    begin();
    emit built();
}

void MainWindow::placeChanged()
{
    const auto place = m_places->current();
    m_undo.setActiveStack(place == Place::Design     ? &m_workbench.schema().undoStack()
                          : place == Place::Review   ? &m_results->editor().undoStack()
                          : place == Place::Evaluate ? &m_evaluation->undoStack()
                                                     : nullptr);
    showCentral();
    m_review->setReviewing(place == Place::Review);
    m_pageField->setDesigning(m_places->current() == Place::Design);
    if (place != Place::Review)
        m_notice->settle(u"document"_s);
    if (m_places->current() == Place::Design) {
        showDocument();
        m_schema->view().setFocus();
    } else if (m_places->current() == Place::Review) {
        showReview();
    } else if (m_places->current() == Place::Evaluate) {
        m_evaluation->refresh();
    } else {
        m_jobsPage->setFocus();
    }
    refreshToolBar();
    if (auto *activity = m_desk ? m_desk->activity() : nullptr)
        activity->restoreVisibility();
}

/// The job that was looked at before, else the newest that has values, else the newest.
void MainWindow::showReview()
{
    const auto ids = m_studio.queue.ids();
    const auto hasValues = [this](const LocalJobId &id) {
        const auto *job = m_studio.queue.job(id);
        return job && job->status() == domain::JobStatus::Completed;
    };
    const auto done = std::find_if(ids.rbegin(), ids.rend(), hasValues);
    if (!m_review->shown().isEmpty())
        m_review->show(m_review->shown());
    else if (!ids.empty())
        m_review->show(done != ids.rend() ? *done : ids.back());
    else
        m_results->showNothing();
    m_results->setFocus();
}

/// The start page stands in the place of everything while there is nothing to design.
bool MainWindow::isFirstStart() const
{
    return m_places->current() == Place::Design && m_workbench.isEmpty();
}

void MainWindow::showPage()
{
    const auto place = m_places->current();
    QWidget *page = m_document;
    if (isFirstStart())
        page = m_start;
    else if (place == Place::Jobs)
        page = m_jobsPage;
    else if (place == Place::Evaluate)
        page = m_evaluate;
    else if (place == Place::Review && m_documents->action()->isChecked())
        page = m_documents->page();
    m_central->setCurrentWidget(page);
    if (page == m_jobsPage && !page->isAncestorOf(focusWidget()))
        page->setFocus();
    // At once, for the docks that are arranged next.
    centralWidget()->updateGeometry();
}

void MainWindow::showCentral()
{
    const auto wasStart = m_central->currentWidget() == m_start;
    showPage();
    if (isFirstStart())
        m_docks.hideAll();
    else if (m_places->current() == Place::Design && m_docks.isDesignHidden())
        m_places->showCurrent();
    // Enter makes the first field.
    if (wasStart && m_central->currentWidget() == m_document)
        m_schema->view().setFocus();
}

void MainWindow::restore()
{
    if (!restoreGeometry(m_studio.settings.value(u"window/geometry"_s).toByteArray()))
        resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
    m_start->setRecent(m_files->recent());
    m_workbench.restoreState();
    if (!m_workbench.isEmpty())
        return build();
    // A window that nobody sees is never painted.
    QTimer::singleShot(1s, this, &MainWindow::build);
    m_places->action(Place::Design)->setChecked(true);
    refreshToolBar();
    setWindowTitle(tr("Extract Studio"));
}

/// The pages take up the work where it was left.
void MainWindow::begin()
{
    m_schema->restoreState(m_studio.settings.value(u"window/schemaPage"_s).toByteArray());
    m_jobsPage->restoreState(m_studio.settings.value(u"window/jobsPage"_s).toByteArray());
    if (!m_workbench.draft().isEmpty())
        m_schema->takeDraft(m_workbench.draft());
    m_configuration->setConfiguration(m_workbench.configuration());
    m_studio.connections.prepare(m_studio.connections.current().name);
    m_results->showNothing();
    m_places->begin(Place::Design);
    refreshTitle();
    m_servers->refreshService();
    showCost();
    dressRun();
}

void MainWindow::openPaths(const QStringList &paths)
{
    build();
    m_files->open(paths);
}

void MainWindow::openConfiguration(const QString &path)
{
    build();
    m_files->openConfiguration(path);
}

void MainWindow::openSample(const QString &name)
{
    build();
    const auto &samples = m_studio.samples;
    const auto sample = std::ranges::find(samples, name, &Sample::name);
    if (sample == samples.end()) {
        m_notice->show(u"file"_s, {ErrorCode::FileMissing, {}, name});
        return;
    }
    m_files->openConfiguration(sample->schema);
    auto configuration = m_workbench.configuration();
    if (!sample->target.isEmpty())
        configuration.extractionTarget = sample->target;
    m_workbench.setConfiguration(configuration);
    m_files->open({sample->document});
}

void MainWindow::run()
{
    build();
    m_schema->commit();
    if (const auto &mistake = m_schema->mistake(); !mistake.isEmpty()) {
        const wording::ErrorText text{mistake, tr("Correct the text, or undo the change in it, and run again.")};
        m_notice->show(u"mistake"_s, text);
        m_places->go(Place::Design);
        return m_schema->showMistake();
    }
    if (m_workbench.documents().size() == 1 && m_document->pageSizes().empty() && m_run->obstacle().isEmpty())
        m_runWanted = true;
    else
        m_run->run();
}

/// One document: its page and its progress in Review. Several: the list.
void MainWindow::started(const std::vector<LocalJobId> &jobs)
{
    m_notice->settle(u"run"_s);
    if (jobs.size() == 1)
        showJob(jobs.front());
    else
        m_places->go(Place::Jobs);
}

void MainWindow::showJob(const LocalJobId &id)
{
    build();
    const auto isNew = m_review->shown() != id;
    if (isNew)
        m_review->show(id);
    m_places->go(Place::Review);
}

void MainWindow::report(const Error &error)
{
    m_notice->show(u"program"_s, error);
}

void MainWindow::showDocument()
{
    if (m_places->current() != Place::Design)
        return;
    const auto &file = m_workbench.document();
    m_document->setResult({});
    if (file.isEmpty()) {
        m_pictures->show({}, {});
        m_document->close();
    } else if (m_document->file() == file && !m_document->pageSizes().empty()) {
        m_pictures->show(file, m_document->pageSizes());
    } else {
        m_pictures->show({}, {});
        m_document->open(file);
    }
}

void MainWindow::showCost()
{
    m_configuration->setLocal(m_studio.connections.current().kind == client::Profile::Kind::ThisComputer);
    m_configuration->setCost(m_cost->costsCredits() ? &m_cost->rates() : nullptr, m_cost->estimate(), m_cost->budget());
    if (const auto &error = m_cost->ratesError())
        m_notice->show(u"rates"_s, *error);
    else
        m_notice->settle(u"rates"_s);
}

void MainWindow::editRates()
{
    if (const auto made = m_cost->makeRatesFile(); !made)
        m_notice->show(u"rates"_s, made.error());
    else
        QDesktopServices::openUrl(QUrl::fromLocalFile(m_cost->ratesFile()));
}

void MainWindow::refreshTitle()
{
    const auto &path = m_workbench.path();
    m_schema->setFileName(path.isEmpty() ? QString() : QFileInfo(path).fileName());
    setWindowTitle(path.isEmpty() ? tr("Extract Studio")
                                  : u"%1[*] – %2"_s.arg(QFileInfo(path).fileName(), tr("Extract Studio")));
    setWindowModified(!path.isEmpty() && m_workbench.isModified());
}

} // namespace xs::gui::shell
