// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/mainwindow.h"

#include "gui/common/icons.h"
#include "gui/evaluate/evaluatepage.h"
#include "gui/joblist/jobspage.h"
#include "gui/joblist/jobstrip.h"
#include "gui/review/resultspage.h"
#include "gui/review/revieweditor.h"
#include "gui/schemaeditor/configurationpage.h"
#include "gui/schemaeditor/schemapage.h"
#include "gui/schemaeditor/schemaview.h"
#include "gui/shell/activitypane.h"
#include "gui/shell/closequestion.h"
#include "gui/shell/comparecontroller.h"
#include "gui/shell/confidencecontroller.h"
#include "gui/shell/connectiondialog.h"
#include "gui/shell/costquestion.h"
#include "gui/shell/documentcheck.h"
#include "gui/shell/documentscontroller.h"
#include "gui/shell/evaluationcontroller.h"
#include "gui/shell/exportcontroller.h"
#include "gui/shell/filecontroller.h"
#include "gui/shell/intake.h"
#include "gui/shell/jobdesk.h"
#include "gui/shell/noticebar.h"
#include "gui/shell/pagefield.h"
#include "gui/shell/pagepictures.h"
#include "gui/shell/parseconfigurations.h"
#include "gui/shell/places.h"
#include "gui/shell/reviewcontroller.h"
#include "gui/shell/reviewprogress.h"
#include "gui/shell/runcontroller.h"
#include "gui/shell/runcost.h"
#include "gui/shell/savedconfigurationsdialog.h"
#include "gui/shell/schemahelp.h"
#include "gui/shell/startpage.h"
#include "gui/shell/webhookcontroller.h"
#include "gui/viewer/documentview.h"
#include "jobs/jobqueue.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

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
    setupViews();
    setupDocks();
    m_desk = new JobDesk({m_studio.queue, m_studio.connections, m_studio.network, m_studio.settings, m_workbench,
                          *m_run, QFileInfo(m_studio.stateFile).absolutePath() + u"/documents"_s},
                         this);
    setupActions();
    setupMenus();
    setupToolBar();
    setupStatusBar();
    connectWork();
    connectDraft();
    connectDocumentCheck();
    connectPages();
    connectEvaluation();
    restore();
    // Text fields take dropped files as text, so files are caught before they reach any widget.
    qApp->installEventFilter(this);
}

MainWindow::~MainWindow() = default;

void MainWindow::setupViews()
{
    m_document = new viewer::DocumentView(this);
    m_schema = new schemaeditor::SchemaPage(m_workbench.schema(), this);
    m_configuration = new schemaeditor::ConfigurationPage(this);
    m_pictures = new PagePictures(*m_configuration, this);
    new ParseConfigurations(*m_configuration, m_studio.connections, m_studio.network, this);
    auto *webhooks = new WebhookController(*m_configuration, m_workbench, m_studio.connections, m_studio.network, this);
    connect(webhooks, &WebhookController::failed, this,
            [this](const Error &error) { m_notice->show(u"secret"_s, error); });
    m_jobsPage = new joblist::JobsPage(m_jobs, this);
    m_strip = new joblist::JobStrip(m_jobs, this);
    m_results = new review::ResultsPage(this);
    m_start = new StartPage(m_studio.samples, this);
    m_notice = new NoticeBar(this);
    m_export = new ExportController(m_studio.queue, m_studio.reviews, m_studio.settings, this);
    m_review = new ReviewController(m_studio.queue, m_studio.reviews, m_studio.clock, *m_document, *m_results, this);
    new ReviewProgress(m_studio.reviews, *m_review, m_jobs.model(), this);
    m_confidence = new ConfidenceController(m_studio.settings, *m_review, *m_results, this);
    m_compare = new CompareController(m_studio.queue, m_studio.reviews, m_studio.settings, *m_review, *m_results,
                                      *m_document, this);
    m_documents = new DocumentsController(m_studio.queue, m_studio.reviews, m_studio.clock, *m_review,
                                          m_results->editor().undoStack(), this);
    m_evaluate = new evaluate::EvaluatePage(this);
    m_evaluation = new EvaluationController(m_studio.queue, m_studio.reviews, m_studio.settings, m_studio.clock,
                                            *m_review, *m_evaluate, this);
    m_pageField = new PageFieldController(m_workbench, *m_schema, *m_document, this);
    auto *help =
        new SchemaHelpController(m_workbench, m_studio.connections, m_studio.queue, m_studio.network, *m_schema, this);
    for (auto *action : {m_pageField->action(), help->generateAction(), help->checkAction()})
        m_schema->addCommand(action);
    m_central = new QStackedWidget(this);
    m_central->addWidget(m_start);
    m_central->addWidget(m_document);
    m_central->addWidget(m_jobsPage);
    m_central->addWidget(m_evaluate);
    m_central->addWidget(m_documents->page());
    // The page in sight says how narrow the centre can be; the others would take the room of the docks.
    connect(m_central, &QStackedWidget::currentChanged, this, [this](int current) {
        for (int page = 0; page < m_central->count(); ++page) {
            const auto policy = page == current ? QSizePolicy::Preferred : QSizePolicy::Ignored;
            m_central->widget(page)->setSizePolicy(policy, policy);
        }
    });
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_central, 1);
    setCentralWidget(body);
}

void MainWindow::setupDocks()
{
    m_docks.addSchema(tr("Schema"), m_schema, m_schema->takeHeader());
    m_docks.addJobs(tr("Jobs"), m_strip, m_strip->takeHeader());
    m_docks.addConfiguration(tr("Configuration"), common::icon(u"gear"), m_configuration);
    m_docks.addResults(tr("Results"), common::icon(u"review"), m_compare->stack());
    m_places = new Places(*this, m_studio.settings, m_docks);
    // Before the docks: the page decides how much of the width they can have.
    connect(m_places, &Places::changing, this, &MainWindow::showPage);
    connect(m_places, &Places::changed, this, &MainWindow::placeChanged);
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
        m_places->resetCurrent();
    // Enter makes the first field.
    if (wasStart && m_central->currentWidget() == m_document)
        m_schema->view().setFocus();
}

void MainWindow::connectWork()
{
    connect(m_files, &FileController::failed, this, [this](const Error &error) { m_notice->show(u"file"_s, error); });
    connect(m_files, &FileController::documentsOpened, this, [this] {
        m_notice->settle(u"file"_s);
        m_places->go(Place::Design);
    });
    connect(m_files, &FileController::fieldsFileFound, m_schema, &schemaeditor::SchemaPage::importFile);
    connect(m_files, &FileController::recentChanged, this, [this] { m_start->setRecent(m_files->recent()); });
    connect(m_run, &RunController::started, this, &MainWindow::started);
    connect(m_run, &RunController::changed, this, &MainWindow::dressRun);
    connect(m_run, &RunController::refused, this, [this](const Error &error) {
        const auto isKey = error.code >= ErrorCode::KeyMissing && error.code <= ErrorCode::KeyringRefused;
        m_notice->show(u"run"_s, error, isKey ? tr("Connection…") : QString(), [this] { editConnections(); });
    });
    connect(m_run, &RunController::questionWanted, this, [this] { askAboutCost(*m_run, this); });
    connect(m_cost, &RunCost::changed, this, &MainWindow::showCost);
    connect(&m_studio.queue, &jobs::JobQueue::storeFailed, this,
            [this](const Error &error) { m_notice->show(u"store"_s, error); });
    connect(&m_studio.connections, &ConnectionHub::changed, this, &MainWindow::refreshService);
    connect(&m_studio.connections, &ConnectionHub::currentChanged, this, &MainWindow::refreshToolBar);
    connect(&m_workbench, &Workbench::fileChanged, this, [this] {
        m_configuration->setConfiguration(m_workbench.configuration());
        refreshTitle();
        showCentral();
        if (m_places->current() == Place::Design && m_workbench.schema().isEmpty())
            m_schema->view().setFocus();
    });
    connect(&m_workbench, &Workbench::documentsChanged, this, [this] {
        showCentral();
        showDocument();
        refreshToolBar();
    });
    connect(&m_workbench, &Workbench::configurationChanged, this, [this] {
        m_configuration->setConfiguration(m_workbench.configuration());
        refreshToolBar();
    });
    connect(&m_workbench.schema().undoStack(), &QUndoStack::cleanChanged, this, &MainWindow::refreshTitle);
    connect(&m_workbench.schema(), &schemaeditor::SchemaDocument::changed, this, &MainWindow::showCentral);
}

/// JSON with a mistake is not what would run; it is kept as it stands.
void MainWindow::connectDraft()
{
    connect(m_schema, &schemaeditor::SchemaPage::mistakeChanged, this, [this] {
        m_workbench.setDraft(m_schema->draft());
        m_run->setTextProblem(m_schema->mistake());
        if (m_schema->mistake().isEmpty())
            m_notice->settle(u"mistake"_s);
    });
    connect(&m_workbench, &Workbench::stateFailed, this,
            [this](const Error &error) { m_notice->show(u"state"_s, error); });
    connect(&m_workbench, &Workbench::stateSaved, this, [this] { m_notice->settle(u"state"_s); });
}

/// Boxes of a document that is another one by now are worth a word, not an alarm.
void MainWindow::connectDocumentCheck()
{
    auto *check = new DocumentCheck(this);
    connect(m_review, &ReviewController::shownChanged, check,
            [this, check](const LocalJobId &id) { check->look(m_studio.queue.job(id)); });
    connect(check, &DocumentCheck::unchanged, this, [this] { m_notice->settle(u"document"_s); });
    connect(check, &DocumentCheck::changed, this, [this](const LocalJobId &id) {
        if (m_places->current() != Place::Review)
            return;
        const wording::ErrorText text{tr("The document has changed since this run: boxes may be in the wrong place."),
                                      tr("Run it again to read it as it is now.")};
        m_notice->remind(u"document"_s, text, tr("Run again"), [this, id] {
            m_desk->duplicate({id});
            run();
        });
    });
}

void MainWindow::connectPages()
{
    connect(m_desk, &JobDesk::failed, this, [this](const Error &error) { m_notice->show(u"file"_s, error); });
    connect(m_desk, &JobDesk::pathsCame, this, &MainWindow::openPaths);
    connect(m_desk, &JobDesk::designWanted, this, [this] { m_places->go(Place::Design); });
    connect(m_desk, &JobDesk::jobsWanted, this, [this] {
        comeForward();
        m_places->go(Place::Jobs);
    });
    connect(m_jobsPage, &joblist::JobsPage::duplicateWanted, m_desk, &JobDesk::duplicate);
    connect(m_results, &review::ResultsPage::retryRequested, this, [this] { m_jobs.retry({m_review->shown()}); });
    connect(m_start, &StartPage::sampleWanted, this, &MainWindow::openSample);
    connect(m_start, &StartPage::templateWanted, this, [this](const schema::Template &chosen) {
        m_files->newSchema();
        m_schema->begin(chosen);
    });
    connect(m_start, &StartPage::openDocumentsWanted, m_files, &FileController::chooseDocuments);
    connect(m_start, &StartPage::openConfigurationWanted, m_files, &FileController::chooseConfiguration);
    connect(m_start, &StartPage::configurationWanted, m_files, &FileController::openConfiguration);
    connect(m_start, &StartPage::connectionsWanted, this, [this] { editConnections(); });
    connect(m_configuration, &schemaeditor::ConfigurationPage::changed, this, [this] {
        m_workbench.setConfiguration(m_configuration->configuration());
        m_run->setFormProblem(m_configuration->problem());
        refreshTitle();
    });
    connect(m_configuration, &schemaeditor::ConfigurationPage::budgetChanged, m_cost, &RunCost::setBudget);
    connect(m_configuration, &schemaeditor::ConfigurationPage::ratesWanted, this, &MainWindow::editRates);
    connect(m_jobsPage, &joblist::JobsPage::openWanted, this, &MainWindow::showJob);
    connect(m_jobsPage, &joblist::JobsPage::addDocumentsWanted, m_files, &FileController::chooseDocuments);
    connect(m_jobsPage, &joblist::JobsPage::exportWanted, this,
            [this](const QList<LocalJobId> &jobs) { m_export->start(jobs.value(0), jobs); });
    connect(m_strip, &joblist::JobStrip::jobChosen, this, &MainWindow::showJob);
    connect(m_results, &review::ResultsPage::exportRequested, this, [this] { m_export->start(m_review->shown(), {}); });
    connect(m_export, &ExportController::failed, this,
            [this](const Error &error) { m_notice->show(u"export"_s, error); });
    connect(m_export, &ExportController::exported, this, [this](int documents, const QString &path) {
        m_notice->tell(u"export"_s, tr("%n document(s) exported to %1.", nullptr, documents).arg(path));
    });
    connect(m_review, &ReviewController::failed, this,
            [this](const Error &error) { m_notice->show(u"review"_s, error); });
    connect(m_review, &ReviewController::allReviewed, this,
            [this] { m_notice->tell(u"review"_s, tr("All documents are reviewed.")); });
    connect(m_review, &ReviewController::shownChanged, this, [this] { m_notice->settle(u"review"_s); });
    connect(m_review, &ReviewController::shownChanged, m_strip, &joblist::JobStrip::setCurrent);
    connect(m_document, &viewer::DocumentView::opened, this, [this] {
        const auto isOfWork = m_document->file() == m_workbench.document();
        m_pictures->show(m_document->file(), isOfWork ? m_document->pageSizes() : std::vector<domain::PageSize>());
        if (std::exchange(m_runWanted, false))
            m_run->run();
    });
    connect(m_document, &viewer::DocumentView::failed, this, [this] {
        if (std::exchange(m_runWanted, false))
            m_run->run();
    });
}

void MainWindow::connectEvaluation()
{
    const auto open = [this](const LocalJobId &job, const QString &path) {
        showJob(job);
        m_results->select(path);
        m_document->select(path);
    };
    connect(m_documents->action(), &QAction::toggled, this, [this](bool on) {
        if (on)
            m_places->go(Place::Review);
        showCentral();
        if (on)
            m_documents->page()->setFocus();
    });
    connect(m_documents, &DocumentsController::openWanted, this, open);
    connect(m_documents, &DocumentsController::failed, this,
            [this](const Error &error) { m_notice->show(u"review"_s, error); });
    connect(m_evaluate, &evaluate::EvaluatePage::openWanted, this,
            [open](const QString &job, const QString &path) { open(LocalJobId(job), path); });
    connect(m_evaluation, &EvaluationController::failed, this,
            [this](const Error &error) { m_notice->show(u"export"_s, error); });
    connect(m_evaluation, &EvaluationController::reportWritten, this,
            [this](const QString &path) { m_notice->tell(u"export"_s, tr("The report is in %1.").arg(path)); });
    connect(m_evaluation, &EvaluationController::expectedWritten, this, [this](int documents, const QString &folder) {
        m_notice->tell(u"export"_s, tr("Expected values of %n document(s) are in %1.", nullptr, documents).arg(folder));
    });
}

void MainWindow::restore()
{
    if (!restoreGeometry(m_studio.settings.value(u"window/geometry"_s).toByteArray()))
        resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
    m_schema->restoreState(m_studio.settings.value(u"window/schemaPage"_s).toByteArray());
    m_jobsPage->restoreState(m_studio.settings.value(u"window/jobsPage"_s).toByteArray());
    m_start->setRecent(m_files->recent());
    m_workbench.restoreState();
    if (!m_workbench.draft().isEmpty())
        m_schema->takeDraft(m_workbench.draft());
    m_configuration->setConfiguration(m_workbench.configuration());
    m_studio.connections.prepare(m_studio.connections.current().name);
    m_results->showNothing();
    m_places->begin(Place::Design);
    refreshTitle();
    refreshService();
    showCost();
    dressRun();
}

void MainWindow::openPaths(const QStringList &paths)
{
    m_files->open(paths);
}

void MainWindow::openConfiguration(const QString &path)
{
    m_files->openConfiguration(path);
}

void MainWindow::openSample(const QString &name)
{
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

void MainWindow::editConnections(const QString &profile)
{
    auto *dialog = new ConnectionDialog(m_studio.connections, m_studio.network, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!profile.isEmpty())
        dialog->showProfile(profile);
    connect(dialog, &QDialog::accepted, this, [this] { m_notice->settle(u"run"_s); });
    dialog->open();
}

void MainWindow::showCost()
{
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

void MainWindow::showSavedConfigurations()
{
    const auto profile = m_studio.connections.current();
    const auto connection = m_studio.connections.connection(profile.name);
    if (!connection)
        return m_notice->show(u"run"_s, connection.error(), tr("Connection…"), [this] { editConnections(); });
    auto *dialog =
        new SavedConfigurationsDialog(m_studio.network, *connection, profileTitle(profile), m_workbench, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::refreshService()
{
    if (const auto &failure = m_studio.connections.serviceFailure())
        m_notice->show(u"service"_s, *failure, tr("Restart"), [this] {
            m_notice->settle(u"service"_s);
            m_studio.connections.restartService();
        });
    else
        m_notice->settle(u"service"_s);
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    const auto type = event->type();
    const auto isDrag = type == QEvent::DragEnter || type == QEvent::DragMove || type == QEvent::Drop;
    const auto *widget = isDrag ? qobject_cast<QWidget *>(watched) : nullptr;
    if (!widget || widget->window() != this)
        return QMainWindow::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event);
    if (!Intake::accepts(*drop->mimeData()))
        return QMainWindow::eventFilter(watched, event);
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (type == QEvent::Drop)
        m_desk->intake().take(*drop->mimeData());
    return true;
}

void MainWindow::comeForward()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_schema->commit();
    m_places->saveState();
    m_studio.settings.setValue(u"window/geometry"_s, saveGeometry());
    m_studio.settings.setValue(u"window/schemaPage"_s, m_schema->saveState());
    m_studio.settings.setValue(u"window/jobsPage"_s, m_jobsPage->saveState());
    if (const auto kept = m_workbench.saveState(); !kept && m_workbench.hasUnsavedWork() && !m_mayLoseWork) {
        event->ignore();
        return askAboutClosing(kept.error(), this, [this] {
            m_mayLoseWork = true;
            close();
        });
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    refreshToolBar();
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
