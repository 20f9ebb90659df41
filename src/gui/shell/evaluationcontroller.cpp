// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/evaluationcontroller.h"

#include "gui/evaluate/evaluatepage.h"
#include "gui/evaluate/thresholdpane.h"
#include "gui/shell/expectedcommand.h"
#include "gui/shell/replacequestion.h"
#include "jobs/jobqueue.h"
#include "jobs/openanswer.h"
#include "review/rows.h"

#include <QElapsedTimer>
#include <QFileDialog>
#include <QSettings>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

using evaluate::Choice;
using evaluate::EvaluatePage;

namespace {

const auto latestId = u"latest"_s;
const auto folderId = u"choose-folder"_s;
const auto fileId = u"choose-file"_s;
const auto referenceKey = u"evaluate/reference"_s;
const auto matchCaseKey = u"evaluate/matchCase"_s;
const auto thresholdKey = u"evaluate/threshold"_s;

} // namespace

EvaluationController::EvaluationController(jobs::JobQueue &queue, xs::review::ReviewStore *reviews, QSettings &settings,
                                           const Clock &clock, ReviewController &review, EvaluatePage &page,
                                           QWidget *window)
    : QObject(window), m_queue(queue), m_source(queue, reviews, settings),
      m_decisions(queue, reviews, clock, review, this), m_spots({424, 152}, this), m_settings(settings), m_page(page),
      m_window(window), m_run(latestId), m_reference(settings.value(referenceKey, u"reviewed"_s).toString())
{
    m_rules.matchCase = settings.value(matchCaseKey, false).toBool();
    for (auto *action : page.actions())
        if (action->isCheckable())
            action->setChecked(m_rules.matchCase);
    page.threshold()->setThreshold(settings.value(thresholdKey, 0.85).toDouble());
    connect(page.threshold(), &evaluate::ThresholdPane::thresholdChanged, this,
            [this](double threshold) { m_settings.setValue(thresholdKey, threshold); });
    connect(&page, &EvaluatePage::runChosen, this, [this](const QString &id) {
        m_run = id;
        begin();
    });
    connect(&page, &EvaluatePage::referenceChosen, this, &EvaluationController::chooseReference);
    connect(&page, &EvaluatePage::expectedFolderWanted, this, [this] { choosePath(true); });
    connect(&page, &EvaluatePage::compareAgainWanted, this, &EvaluationController::refresh);
    connect(&page, &EvaluatePage::matchCaseChanged, this, [this](bool on) {
        m_rules.matchCase = on;
        m_settings.setValue(matchCaseKey, on);
        begin();
    });
    connect(&page, &EvaluatePage::reportWanted, this, &EvaluationController::askReport);
    connect(&page, &EvaluatePage::expectedWanted, this, &EvaluationController::askExpected);
    connectCells();
}

void EvaluationController::connectCells()
{
    connect(&m_page, &EvaluatePage::spotWanted, this,
            [this](const QString &document, const QString &path) { askSpot(LocalJobId(document), path); });
    connect(&m_spots, &SpotPictures::painted, this,
            [this](const QString &document, const QString &path, const SpotPicture &picture) {
                m_page.showSpot(document, path, picture.image, picture.mark);
            });
    connect(&m_page, &EvaluatePage::correctionWanted, this,
            [this](const QString &document, const xs::evaluate::ComparedCell &cell) {
                correct(LocalJobId(document), cell);
            });
    connect(&m_decisions, &DistantReview::decided, this, &EvaluationController::compareAgain);
    connect(&m_decisions, &DistantReview::failed, this, &EvaluationController::failed);
}

void EvaluationController::askSpot(const LocalJobId &job, const QString &path)
{
    const auto *record = m_queue.job(job);
    const auto answer = record ? jobs::openAnswer(m_queue, job) : Unexpected(ErrorCode::FileMissing, {}, {});
    const auto *node = answer ? domain::nodeAt(answer->result, path) : nullptr;
    m_spots.clear();
    if (node && node->evidence && !node->evidence->citations.empty() && !record->document.path.isEmpty())
        m_spots.want({job.text(), path, record->document.path, node->evidence->citations.front()});
    else
        m_page.showSpot(job.text(), path, {}, {});
}

/// What people reviewed is decided again: the machine was right. Files of expected values are written.
void EvaluationController::correct(const LocalJobId &job, const xs::evaluate::ComparedCell &cell)
{
    const auto text = tr("Correct an expected value");
    const auto answer = jobs::openAnswer(m_queue, job);
    const auto before = m_source.expectedValues(job);
    if (!answer || !before) {
        emit failed(answer ? before.error() : answer.error());
        return;
    }
    if (m_reference == u"reviewed") {
        if (domain::nodeAt(answer->result, cell.path))
            return m_decisions.decide(job, cell.path, {xs::review::Verdict::Confirmed, {}, {}, {}}, text, m_undo);
        return m_page.showHint(tr("A person added or removed this row. Open it in Review to change that."));
    }
    const auto after = xs::evaluate::agreeing(*before, cell, answer->result);
    if (!after)
        return m_page.showHint(tr("This row lies in a list inside a list. Change it in the file of expected values."));
    m_undo.push(new ExpectedCommand(text, *before, *after, [this, job, of = m_reference](const Json &values) {
        if (const auto written = m_source.replaceExpected(of, job, values); !written) {
            emit failed(written.error());
            return false;
        }
        compareAgain(job);
        return true;
    }));
}

void EvaluationController::compareAgain(const LocalJobId &job)
{
    auto compared = m_source.compared(job, m_rules);
    if (!compared)
        emit failed(compared.error());
    else if (*compared)
        m_page.setComparedAgain(std::move(**compared));
}

void EvaluationController::refresh()
{
    const auto runs = m_source.runs();
    QList<Choice> runChoices{{latestId, tr("Newest run of every document")}};
    for (const auto &run : runs)
        runChoices << Choice{run.id, run.text};
    if (std::ranges::find(runChoices, m_run, &Choice::id) == runChoices.end())
        m_run = latestId;
    m_page.setRuns(runChoices, m_run);
    auto references = m_source.expectedChoices();
    references << Choice{folderId, tr("Expected values in a folder…")}
               << Choice{fileId, tr("Expected values in a file…")} << Choice();
    for (const auto &run : runs)
        references << Choice{run.id, tr("Run of %1").arg(run.text)};
    if (std::ranges::find(references, m_reference, &Choice::id) == references.end())
        m_reference = u"reviewed"_s;
    m_page.setReferences(references, m_reference);
    begin();
}

void EvaluationController::chooseReference(const QString &id)
{
    if (id == folderId || id == fileId)
        return choosePath(id == folderId);
    m_reference = id;
    m_settings.setValue(referenceKey, id);
    begin();
}

void EvaluationController::choosePath(bool folder)
{
    auto *dialog = new QFileDialog(m_window, tr("Expected values"));
    dialog->setObjectName(u"expectedPathDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    if (!folder)
        dialog->setNameFilters({tr("Expected values") + u" (*.json *.jsonl)"_s, tr("All files") + u" (*)"_s});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_reference = m_source.addPath(path);
        m_settings.setValue(referenceKey, m_reference);
    });
    // Also when nothing was chosen: the chooser shows again what holds.
    connect(dialog, &QFileDialog::finished, this, &EvaluationController::refresh);
    dialog->open();
}

std::vector<LocalJobId> EvaluationController::chosenJobs() const
{
    for (auto &run : m_source.runs())
        if (run.id == m_run)
            return run.jobs;
    return m_source.latest();
}

void EvaluationController::begin()
{
    ++m_turn;
    m_page.clearError();
    m_jobs = chosenJobs();
    m_next = 0;
    m_documents.clear();
    m_without = 0;
    if (m_jobs.empty())
        return m_page.showEmpty(tr("There is nothing to evaluate yet."),
                                tr("Run documents, and come back when they are completed."), false);
    if (const auto opened = m_source.open(m_reference); !opened) {
        m_page.showError(opened.error());
        return m_page.showEmpty(tr("The expected values cannot be read."), tr("Choose others, or compare again."),
                                true);
    }
    m_page.setCorrectable(m_source.isCorrectable(), tr("Another run is compared here, and nothing that was expected."));
    compareSome(m_turn);
}

void EvaluationController::compareSome(int turn)
{
    constexpr int slice = 25;
    if (turn != m_turn)
        return;
    QElapsedTimer time;
    time.start();
    while (m_next < m_jobs.size() && time.elapsed() < slice) {
        auto compared = m_source.compared(m_jobs[m_next++], m_rules);
        if (!compared)
            m_page.showError(compared.error());
        else if (*compared)
            m_documents.push_back(std::move(**compared));
        else
            ++m_without;
    }
    if (m_next == m_jobs.size())
        return finish();
    m_page.showProgress(static_cast<int>(m_next), static_cast<int>(m_jobs.size()));
    QTimer::singleShot(0, this, [this, turn] { compareSome(turn); });
}

void EvaluationController::finish()
{
    if (!m_documents.empty())
        return m_page.setComparison(std::move(m_documents), m_source.title(m_reference), m_without);
    const auto note =
        m_reference == u"reviewed" ? tr("Confirm or correct values in Review, or choose a folder of expected values: "
                                        "NAME.expected.json for NAME.pdf.")
        : m_reference == u"beside" ? tr("Put NAME.expected.json or NAME.json beside NAME.pdf, with the values as JSON.")
                                   : tr("Choose something else to compare with.");
    m_page.showEmpty(tr("There is nothing to compare these documents with."), note, true);
}

Expected<void> EvaluationController::writeReport(const QString &path) const
{
    const auto report = xs::evaluate::reportJson(m_page.list()->model()->documents(), m_page.threshold()->threshold());
    return writeFile(path, toBytes(report, 2) + '\n');
}

Expected<std::vector<xs::review::ReviewedDocument>> EvaluationController::reviewedDocuments() const
{
    std::vector<xs::review::ReviewedDocument> documents;
    for (const auto &job : chosenJobs()) {
        auto document = m_source.reviewed(job);
        if (!document)
            return Unexpected(document.error());
        documents.push_back(std::move(*document));
    }
    return documents;
}

Expected<int> EvaluationController::writeExpected(const QString &folder) const
{
    const auto documents = reviewedDocuments();
    if (!documents)
        return Unexpected(documents.error());
    return xs::evaluate::writeExpected(folder, *documents);
}

void EvaluationController::askReport()
{
    auto *dialog = new QFileDialog(m_window, tr("Export report"));
    dialog->setObjectName(u"reportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->setNameFilter(u"*.json"_s);
    dialog->selectFile(tr("evaluation", "name of a file") + u".json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (const auto written = writeReport(path); written)
            emit reportWritten(path);
        else
            emit failed(written.error());
    });
    dialog->open();
}

void EvaluationController::askExpected()
{
    auto *dialog = new QFileDialog(m_window, tr("Folder of the expected values"));
    dialog->setObjectName(u"expectedFolderDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        const auto documents = reviewedDocuments();
        const auto replaced = documents ? xs::evaluate::replacedExpected(folder, *documents) : QStringList();
        askToReplace(tr("Expected values"), replaced, m_window, [this, folder] {
            if (const auto written = writeExpected(folder); written)
                emit expectedWritten(*written, folder);
            else
                emit failed(written.error());
        });
    });
    dialog->open();
}

} // namespace xs::gui::shell
