// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/documentscontroller.h"

#include "document/pagesource.h"
#include "gui/review/decidecommand.h"
#include "gui/shell/reviewcontroller.h"
#include "jobs/jobqueue.h"
#include "jobs/openanswer.h"
#include "review/reviewsession.h"
#include "review/rows.h"

#include <QAction>
#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QTimer>
#include <QUndoStack>
#include <QtConcurrent>

#include <ranges>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

using review::DocumentRow;
using review::DocumentsPage;
using xs::review::Decisions;
using xs::review::Verdict;

namespace {

/// The spot with some of the page around it, as wide as the table shows it; runs in a thread of the pool.
QImage paintedCrop(const QString &file, const domain::Citation &place)
{
    constexpr QSize size(520, 92);
    constexpr int pageWidth = 1400;
    const auto document = document::openDocument(file);
    if (!document || place.page < 1 || place.page > (*document)->pageCount())
        return {};
    const auto rects = domain::rectsOnPage(place, (*document)->pageSize(place.page - 1));
    const auto page = (*document)->render(place.page - 1, pageWidth);
    if (rects.empty() || page.isNull())
        return {};
    const QPointF centre(rects.front().center().x() * page.width(), rects.front().center().y() * page.height());
    QRect area({}, size);
    area.moveCenter(centre.toPoint());
    area.moveLeft(std::clamp(area.left(), 0, std::max(0, page.width() - area.width())));
    return page.copy(area);
}

} // namespace

DocumentsController::DocumentsController(jobs::JobQueue &queue, xs::review::ReviewStore *reviews, const Clock &clock,
                                         ReviewController &review, QUndoStack &undo, QWidget *parent)
    : QObject(parent), m_queue(queue), m_reviews(reviews), m_clock(clock), m_review(review), m_undo(undo),
      m_page(new DocumentsPage(parent)), m_action(new QAction(tr("All documents as one table"), this))
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
    connect(m_page->model(), &review::DocumentsModel::cropWanted, this,
            [this](const QString &document, const QString &path, const domain::Citation &place) {
                // The newest wish is for what is seen now.
                m_crops.push_front({document, path, place});
                QTimer::singleShot(0, this, &DocumentsController::paintNext);
            });
}

/// The newest result of every document, with the schema's columns of all of them.
void DocumentsController::begin()
{
    ++m_turn;
    m_jobs.clear();
    m_next = 0;
    m_documents.clear();
    m_crops.clear();
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
    const auto table = xs::review::flatten(m_documents).front();
    std::vector<DocumentRow> rows;
    for (const auto &flat : table.rows) {
        const auto &document = m_documents[flat.document];
        const auto result = xs::review::withAddedRows(document.result, document.decisions);
        const auto *job = m_queue.job(LocalJobId(document.name));
        if (!job)
            continue;
        DocumentRow row{document.name, job->document.name, flat.cells, {}};
        if (!flat.numbers.empty())
            row.name += u" · "_s + xs::review::rowNumber(flat);
        for (const auto &cell : flat.cells) {
            const auto *node = cell.path.isEmpty() ? nullptr : xs::review::nodeAt(result, cell.path);
            const bool has = node && node->evidence && !node->evidence->citations.empty();
            row.places.push_back(has ? std::optional(node->evidence->citations.front()) : std::nullopt);
        }
        rows.push_back(std::move(row));
    }
    m_documents.clear();
    m_page->setRows(table.columns, std::move(rows));
}

/// One step of the review's undo, whichever document is shown.
void DocumentsController::confirm(const QString &document, const QString &path)
{
    if (!m_reviews)
        return;
    const auto apply = [this, path](const LocalJobId &job, const Decisions &decisions) {
        auto answer = jobs::openAnswer(m_queue, job);
        xs::review::ReviewSession session(*m_reviews, m_clock, accountName());
        const auto done = !answer ? Expected<void>(Unexpected(answer.error()))
                          : !session.open(job, std::move(answer->result), answer->dataSchema)
                              ? Expected<void>(Unexpected(ErrorCode::StoreUnavailable, {}, {}))
                              : session.decide(decisions);
        if (!done) {
            emit failed(done.error());
            return false;
        }
        m_page->model()->setVerdict(job.text(), path, session.standing(path).verdict);
        m_review.reread(job);
        // The results take the keys when they are filled; here the next Enter is for the next row.
        if (m_page->isVisible())
            m_page->setFocus();
        return true;
    };
    const LocalJobId job(document);
    const auto known = m_reviews->decisions(job).value_or(Decisions());
    const auto before = known.contains(path) ? known.at(path) : xs::review::Decision();
    if (xs::review::isEdit(before.verdict) || before.verdict == Verdict::Confirmed)
        return;
    m_undo.push(new review::DecideCommand(tr("Confirm a value"), job, {{path, before}},
                                          {{path, {Verdict::Confirmed, {}, {}, {}}}}, apply));
}

void DocumentsController::paintNext()
{
    if (m_isPainting || m_crops.empty())
        return;
    const auto crop = m_crops.front();
    m_crops.pop_front();
    const auto *job = m_queue.job(LocalJobId(crop.document));
    if (!job || job->document.path.isEmpty())
        return paintNext();
    m_isPainting = true;
    auto *watcher = new QFutureWatcher<QImage>(this);
    connect(watcher, &QFutureWatcher<QImage>::finished, this, [this, watcher, crop] {
        m_isPainting = false;
        m_page->model()->setCrop(crop.document, crop.path, watcher->result());
        watcher->deleteLater();
        paintNext();
    });
    watcher->setFuture(QtConcurrent::run(paintedCrop, job->document.path, crop.place));
}

} // namespace xs::gui::shell
