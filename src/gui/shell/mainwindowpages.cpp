// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the window and what joins them to the work and to each other.
#include "gui/shell/mainwindow.h"

#include "gui/common/icons.h"
#include "gui/evaluate/evaluatepage.h"
#include "gui/joblist/jobmodel.h"
#include "gui/joblist/jobspage.h"
#include "gui/joblist/jobstrip.h"
#include "gui/review/resultspage.h"
#include "gui/review/revieweditor.h"
#include "gui/schemaeditor/configurationpage.h"
#include "gui/schemaeditor/schemapage.h"
#include "gui/schemaeditor/schemaview.h"
#include "gui/shell/comparecontroller.h"
#include "gui/shell/confidencecontroller.h"
#include "gui/shell/connectioncontroller.h"
#include "gui/shell/costquestion.h"
#include "gui/shell/documentcheck.h"
#include "gui/shell/documentscontroller.h"
#include "gui/shell/evaluationcontroller.h"
#include "gui/shell/exportcontroller.h"
#include "gui/shell/filecontroller.h"
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
#include "gui/shell/schemahelp.h"
#include "gui/shell/startpage.h"
#include "gui/shell/webhookcontroller.h"
#include "gui/viewer/documentview.h"
#include "jobs/jobqueue.h"

#include <QAction>
#include <QDesktopServices>
#include <QFileInfo>
#include <QStackedWidget>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

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
    for (auto *page : std::initializer_list<QWidget *>{m_document, m_jobsPage, m_evaluate, m_documents->page()})
        m_central->addWidget(page);
    // The page in sight says how narrow the centre can be; the others would take the room of the docks.
    connect(m_central, &QStackedWidget::currentChanged, this, [this](int current) {
        for (int page = 0; page < m_central->count(); ++page) {
            const auto policy = page == current ? QSizePolicy::Preferred : QSizePolicy::Ignored;
            m_central->widget(page)->setSizePolicy(policy, policy);
        }
    });
}

void MainWindow::setupDocks()
{
    m_docks.addSchema(tr("Schema"), m_schema, m_schema->takeHeader());
    m_docks.addJobs(tr("Jobs"), m_strip, m_strip->takeHeader());
    m_docks.addConfiguration(tr("Configuration"), common::icon(u"gear"), m_configuration);
    m_docks.addResults(tr("Results"), common::icon(u"review"), m_compare->stack());
    // Before the docks: the page decides how much of the width they can have.
    connect(m_places, &Places::changing, this, &MainWindow::showPage);
    connect(m_places, &Places::changed, this, &MainWindow::placeChanged);
    m_desk = new JobDesk({m_studio.queue, m_studio.connections, m_studio.network, m_studio.settings, m_workbench,
                          *m_run, QFileInfo(m_studio.stateFile).absolutePath() + u"/documents"_s},
                         this);
}

void MainWindow::connectWork()
{
    connect(m_files, &FileController::failed, this, [this](const Error &error) { m_notice->show(u"file"_s, error); });
    connect(m_files, &FileController::documentsOpened, this, [this] {
        m_notice->settle(u"file"_s);
        m_places->go(Place::Design);
    });
    connect(m_files, &FileController::savedSchemaAlone, this, [this](const QString &path) {
        const wording::ErrorText text{
            tr("%1 has the schema alone.").arg(QFileInfo(path).fileName()),
            tr("The configuration stays in this window. A file that ends in .extract.json has both.")};
        m_notice->remind(u"alone"_s, text, tr("Save as…"), [this] { m_files->saveAs(); });
    });
    connect(m_schema, &schemaeditor::SchemaPage::documentsPasted, m_desk->pasteAction(), &QAction::trigger);
    connect(m_files, &FileController::fieldsFileFound, m_schema, &schemaeditor::SchemaPage::importFile);
    connect(m_files, &FileController::recentChanged, this, [this] { m_start->setRecent(m_files->recent()); });
    connect(m_run, &RunController::started, this, &MainWindow::started);
    connect(m_run, &RunController::changed, this, &MainWindow::dressRun);
    connect(&m_jobs.model(), &joblist::JobModel::countsChanged, this, [this] {
        dressReviewNext();
        fitToolBar();
    });
    connect(m_results, &review::ResultsPage::startWanted, this, [this] {
        if (m_run->obstacle().isEmpty())
            m_runAction->trigger();
        else if (m_workbench.documents().isEmpty())
            m_files->chooseDocuments();
        else
            m_places->go(Place::Design);
    });
    connect(m_run, &RunController::refused, this, [this](const Error &error) {
        const auto isKey = error.code >= ErrorCode::KeyMissing && error.code <= ErrorCode::KeyringRefused;
        m_notice->show(u"run"_s, error, isKey ? tr("Connection…") : QString(), [this] { m_servers->edit(); });
    });
    connect(m_run, &RunController::questionWanted, this, [this] { askAboutCost(*m_run, this); });
    connect(m_cost, &RunCost::changed, this, &MainWindow::showCost);
    connect(&m_studio.queue, &jobs::JobQueue::storeFailed, this,
            [this](const Error &error) { m_notice->show(u"store"_s, error); });
    connect(&m_studio.connections, &ConnectionHub::currentChanged, this, &MainWindow::refreshToolBar);
    connect(&m_workbench, &Workbench::fileChanged, this, [this] {
        m_notice->settle(u"alone"_s);
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
    connect(m_desk, &JobDesk::fetching, this, [this](int count) {
        if (count > 0)
            return m_notice->tell(u"fetch"_s, tr("%n document(s) are being fetched.", nullptr, count));
        m_notice->settle(u"fetch"_s);
    });
    connect(m_desk, &JobDesk::notFetched, this,
            [this](const wording::ErrorText &text) { m_notice->show(u"fetch"_s, text); });
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
    connect(m_start, &StartPage::connectionsWanted, this, [this] { m_servers->edit(); });
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
    connect(m_strip, &joblist::JobStrip::jobOpened, m_results, [this] { m_results->setFocus(); });
    connect(m_results, &review::ResultsPage::exportRequested, this, [this] { m_export->start(m_review->shown(), {}); });
    connect(m_export, &ExportController::failed, this,
            [this](const Error &error) { m_notice->show(u"export"_s, error); });
    connect(m_export, &ExportController::exported, this, [this](int documents, const QString &path) {
        m_notice->tell(u"export"_s, tr("%n document(s) exported to %1.", nullptr, documents).arg(path), tr("Open"),
                       [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
    });
    connect(m_review, &ReviewController::failed, this,
            [this](const Error &error) { m_notice->show(u"review"_s, error); });
    connect(m_review, &ReviewController::allReviewed, this,
            [this] { m_notice->tell(u"review"_s, tr("All documents are reviewed.")); });
    for (const auto signal : {&ReviewController::shownChanged, &ReviewController::decided})
        connect(m_review, signal, this, [this] { m_notice->settle(u"review"_s); });
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
        m_review->choose(path);
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

} // namespace xs::gui::shell
