// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/documentscontroller.h"

#include "jobs/jobqueue.h"
#include "jobs/openanswer.h"
#include "review/reviewstore.h"
#include "review/rows.h"

#include <QAction>
#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QTimer>
#include <QtConcurrent>

#include <ranges>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

using review::DocumentRow;
using review::DocumentsPage;
using xs::review::Decisions;
using xs::review::Verdict;

namespace {

struct DocumentsTable
{
    QStringList columns;
    std::vector<DocumentRow> rows;
};

/// The documents' names are their jobs' ids; `names` says what people call them. Runs in a thread of the pool: very
/// many documents take seconds.
DocumentsTable tableOf(const std::vector<xs::review::ReviewedDocument> &documents, const QHash<QString, QString> &names)
{
    const auto table = xs::review::flatten(documents).front();
    DocumentsTable result{table.columns, {}};
    std::size_t open = documents.size();
    domain::ResultNode values;
    for (const auto &flat : table.rows) {
        const auto &document = documents[flat.document];
        if (!names.contains(document.name))
            continue;
        if (open != flat.document) {
            open = flat.document;
            values = xs::review::withAddedRows(document.result, document.decisions);
        }
        DocumentRow row{document.name, names.value(document.name), flat.cells, {}};
        if (!flat.numbers.empty())
            row.name += u" · "_s + xs::review::rowNumber(flat);
        for (const auto &cell : flat.cells) {
            const auto *node = cell.path.isEmpty() ? nullptr : domain::nodeAt(values, cell.path);
            const bool has = node && node->evidence && !node->evidence->citations.empty();
            row.places.push_back(has ? std::optional(node->evidence->citations.front()) : std::nullopt);
        }
        result.rows.push_back(std::move(row));
    }
    return result;
}

} // namespace

DocumentsController::DocumentsController(jobs::JobQueue &queue, xs::review::ReviewStore *reviews, const Clock &clock,
                                         ReviewController &review, QUndoStack &undo, QWidget *parent)
    : QObject(parent), m_queue(queue), m_reviews(reviews), m_decisions(queue, reviews, clock, review, this),
      m_spots({520, 92}, this), m_undo(undo), m_page(new DocumentsPage(parent)),
      m_action(new QAction(tr("All documents as one table"), this))
{
    m_action->setObjectName(u"documentsTableAction"_s);
    m_action->setShortcut(Qt::CTRL | Qt::Key_T);
    m_action->setCheckable(true);
    connect(m_action, &QAction::toggled, this, [this](bool on) {
        if (on)
            begin();
    });
    connect(m_page, &DocumentsPage::closeWanted, m_action, [this] { m_action->setChecked(false); });
    connect(m_page, &DocumentsPage::openWanted, this, [this](const QString &document, const QString &path) {
        m_action->setChecked(false);
        emit openWanted(LocalJobId(document), path);
    });
    connect(m_page, &DocumentsPage::confirmWanted, this, &DocumentsController::confirm);
    connect(&m_decisions, &DistantReview::failed, this, &DocumentsController::failed);
    connect(&m_decisions, &DistantReview::decided, this,
            [this](const LocalJobId &job, const QString &path, Verdict verdict) {
                m_page->model()->setVerdict(job.text(), path, verdict);
                // The results take the keys when they are filled; here the next Enter is for the next row.
                if (m_page->isVisible())
                    m_page->setFocus();
            });
    connect(m_page->model(), &review::DocumentsModel::cropWanted, this,
            [this](const QString &document, const QString &path, const domain::Citation &place) {
                if (const auto *job = m_queue.job(LocalJobId(document)); job && !job->document.path.isEmpty())
                    m_spots.want({document, path, job->document.path, place});
            });
    connect(&m_spots, &SpotPictures::painted, this,
            [this](const QString &document, const QString &path, const SpotPicture &picture) {
                m_page->model()->setCrop(document, path, picture.image);
            });
}

/// The newest result of every document, with the schema's columns of all of them.
void DocumentsController::begin()
{
    ++m_turn;
    m_jobs.clear();
    m_next = 0;
    m_documents.clear();
    m_spots.clear();
    QSet<QString> seen;
    for (const auto &id : m_queue.ids() | std::views::reverse) {
        const auto *job = m_queue.job(id);
        const auto key = job->document.path.isEmpty() ? id.text() : job->document.path;
        if (job->phase != jobs::Phase::Completed || seen.contains(key))
            continue;
        seen.insert(key);
        m_jobs.push_back(id);
    }
    std::ranges::reverse(m_jobs);
    readSome(m_turn);
}

void DocumentsController::readSome(int turn)
{
    constexpr int slice = 25;
    if (turn != m_turn)
        return;
    QElapsedTimer time;
    time.start();
    while (m_next < m_jobs.size() && time.elapsed() < slice) {
        const auto id = m_jobs[m_next++];
        auto answer = jobs::openAnswer(m_queue, id);
        if (!answer) {
            emit failed(answer.error());
            continue;
        }
        // The id takes the name's place until the rows are made.
        xs::review::ReviewedDocument document{id.text(), std::move(answer->result), std::move(answer->schema), {}, {}};
        if (m_reviews)
            document.decisions = m_reviews->decisions(id).value_or(Decisions());
        if (document.decisions.contains({}))
            domain::forEachValue(document.result, [&](const QString &path, const domain::ResultNode &) {
                document.decisions.try_emplace(path, xs::review::Decision{Verdict::Confirmed, {}, {}, {}});
            });
        m_documents.push_back(std::move(document));
    }
    if (m_next == m_jobs.size())
        return finish();
    QTimer::singleShot(0, this, [this, turn] { readSome(turn); });
}

void DocumentsController::finish()
{
    QHash<QString, QString> names;
    for (const auto &document : m_documents)
        if (const auto *job = m_queue.job(LocalJobId(document.name)))
            names.insert(document.name, job->document.name);
    auto *watcher = new QFutureWatcher<DocumentsTable>(this);
    connect(watcher, &QFutureWatcher<DocumentsTable>::finished, this, [this, watcher, turn = m_turn] {
        watcher->deleteLater();
        if (turn != m_turn)
            return;
        auto table = watcher->future().takeResult();
        m_page->setRows(table.columns, std::move(table.rows));
    });
    watcher->setFuture(
        QtConcurrent::run([documents = std::move(m_documents), names] { return tableOf(documents, names); }));
    m_documents.clear();
}

/// One step of the review's undo, whichever document is shown.
void DocumentsController::confirm(const QString &document, const QString &path)
{
    const LocalJobId job(document);
    const auto before = m_decisions.decision(job, path);
    if (!xs::review::isEdit(before.verdict) && before.verdict != Verdict::Confirmed)
        m_decisions.decide(job, path, {Verdict::Confirmed, {}, {}, {}}, tr("Confirm a value"), m_undo);
}

} // namespace xs::gui::shell
