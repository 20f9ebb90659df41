// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/reviewcontroller.h"

#include "gui/review/resultspage.h"
#include "gui/review/revieweditor.h"
#include "gui/viewer/documentview.h"
#include "gui/viewer/pageview.h"
#include "gui/viewer/textselection.h"
#include "jobs/jobqueue.h"
#include "review/reviewsession.h"
#include "wording/errortext.h"

#include <QFutureWatcher>
#include <QSet>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

/// Values as they count, each in its place: a row that was removed keeps its path and has no boxes.
static domain::ResultNode shownTree(const xs::review::ReviewSession &session)
{
    auto decisions = session.standing();
    std::erase_if(decisions, [&](const auto &item) {
        return item.second.verdict == xs::review::Verdict::Removed && !session.value(item.first);
    });
    for (auto &[path, decision] : decisions)
        if (decision.verdict == xs::review::Verdict::Removed)
            decision.verdict = xs::review::Verdict::Rejected;
    return xs::review::decided(session.result(), decisions);
}

QString accountName()
{
    const auto name = qEnvironmentVariable("USER");
    return name.isEmpty() ? qEnvironmentVariable("USERNAME") : name;
}

/// The decisions after which a value is another one, or stands elsewhere.
static xs::review::Decisions editsOf(const xs::review::Decisions &decisions)
{
    xs::review::Decisions edits;
    for (const auto &[path, decision] : decisions)
        if (xs::review::isEdit(decision.verdict))
            edits.emplace(path, decision);
    return edits;
}

ReviewController::ReviewController(jobs::JobQueue &queue, xs::review::ReviewStore *reviews, const Clock &clock,
                                   viewer::DocumentView &pages, review::ResultsPage &results, QObject *parent)
    : QObject(parent), m_queue(queue), m_pages(pages), m_results(results), m_reviews(reviews)
{
    if (m_reviews)
        m_session = std::make_unique<xs::review::ReviewSession>(*m_reviews, clock, accountName());
    connectViews();
    connectReview();
    connect(&m_queue, &jobs::JobQueue::jobChanged, this, [this](const LocalJobId &id) {
        if (id == m_shown)
            refresh();
    });
    connect(&m_queue, &jobs::JobQueue::jobRemoved, this, [this](const LocalJobId &id) {
        if (id == m_shown)
            clear();
        if (m_reviews)
            if (const auto removed = m_reviews->remove(id); !removed)
                emit failed(removed.error());
    });
}

ReviewController::~ReviewController() = default;

void ReviewController::connectReview()
{
    using review::ResultsPage;
    connect(&m_results, &ResultsPage::failed, this, &ReviewController::failed);
    connect(&m_results, &ResultsPage::nextDocumentWanted, this, &ReviewController::showNext);
    connect(m_pages.pages(), &viewer::PageView::textTaken, this, &ReviewController::takeMarkedText);
    connect(&m_results.editor(), &review::ReviewEditor::jobWanted, this, &ReviewController::show);
    if (m_session)
        connect(m_session.get(), &xs::review::ReviewSession::decided, this, &ReviewController::takeDecisions);
}

void ReviewController::connectViews()
{
    using review::ResultsPage;
    using viewer::DocumentView;
    connect(&m_results, &ResultsPage::valueSelected, &m_pages, &DocumentView::select);
    connect(&m_results, &ResultsPage::zoomRequested, &m_pages, &DocumentView::zoomToSelection);
    connect(&m_results, &ResultsPage::cropRequested, &m_pages, &DocumentView::requestCrop);
    connect(&m_pages, &DocumentView::cropReady, &m_results, &ResultsPage::showCrop);
    connect(&m_pages, &DocumentView::highlightClicked, &m_results, &ResultsPage::select);
    connect(&m_pages, &DocumentView::withoutEvidenceWanted, &m_results, [this] {
        m_results.setFilter(review::FilterProxy::Filter::NoEvidence);
        m_results.setFocus();
    });
    connect(&m_pages, &DocumentView::citationLocated, &m_results, &ResultsPage::setLocated);
    connect(&m_results, &ResultsPage::attentionChanged, &m_pages, &DocumentView::setWaiting);
    m_results.peekFrom(m_pages.pages());
    connect(&m_pages, &DocumentView::opened, this, [this] {
        m_results.setPageSizes(m_pages.pageSizes());
        m_pages.setWaiting(m_answerShown.isEmpty() ? QStringList() : m_results.attention());
        if (!m_answerShown.isEmpty())
            m_pages.select(m_results.currentPath(), m_results.currentCitation());
    });
}

void ReviewController::show(const LocalJobId &id)
{
    const auto *job = m_queue.job(id);
    if (!job)
        return clear();
    forgetAnswer();
    m_shown = id;
    m_pages.setResult({});
    m_pages.open(job->document.path);
    refresh();
    emit shownChanged(id);
}

void ReviewController::choose(const QString &path)
{
    if (m_isReading) {
        m_wantedPath = path;
        m_wantedCitation = 0;
        return;
    }
    m_results.select(path);
    m_pages.select(path);
}

void ReviewController::clear()
{
    forgetAnswer();
    m_shown = LocalJobId();
    m_pages.setResult({});
    m_results.showNothing();
    emit shownChanged(m_shown);
}

/// One that is still being read is not waited for.
void ReviewController::forgetAnswer()
{
    m_answerShown = LocalJobId();
    ++m_reading;
    m_isReading = false;
    m_wantedPath.clear();
}

void ReviewController::refresh()
{
    const auto *job = m_queue.job(m_shown);
    if (!job)
        return;
    if (job->phase == jobs::Phase::Completed) {
        if ((m_answerShown != m_shown || m_answerRun != job->run) && !m_isReading)
            showAnswer();
    } else if (job->phase == jobs::Phase::Failed) {
        m_results.showError(job->error);
    } else if (job->phase == jobs::Phase::Cancelled) {
        m_results.showError({ErrorCode::Cancelled, {}, job->document.path});
    } else if (job->error.code != ErrorCode::None) {
        m_results.showWaiting(tr("Waiting to try again: %1").arg(wording::errorText(job->error).what));
    } else {
        m_results.showWaiting(tr("%1 is being read.").arg(job->document.name));
    }
}

void ReviewController::showAnswer()
{
    const auto text = m_queue.answerText(m_shown);
    if (!text)
        return m_results.showError(text.error());
    const auto configuration = m_queue.configuration(m_shown).value_or(Json());
    constexpr qsizetype shortAnswer = 512 * 1024;
    if (text->size() > shortAnswer)
        readLong(*text, configuration);
    else
        takeAnswer(jobs::readAnswer(*text, configuration));
}

/// Apart from the window, which would stand still meanwhile.
void ReviewController::readLong(const QByteArray &text, const Json &configuration)
{
    m_results.showWaiting(tr("The values are being opened."));
    m_isReading = true;
    auto *watcher = new QFutureWatcher<Expected<jobs::OpenAnswer>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, reading = ++m_reading] {
        watcher->deleteLater();
        if (reading != m_reading)
            return;
        m_isReading = false;
        takeAnswer(watcher->future().takeResult());
    });
    watcher->setFuture(QtConcurrent::run([text, configuration] {
        auto answer = jobs::readAnswer(text, configuration);
        // Freeing the server's own object takes as long as reading it.
        if (answer)
            answer->job = {};
        return answer;
    }));
}

void ReviewController::takeAnswer(Expected<jobs::OpenAnswer> answer)
{
    const auto *job = m_queue.job(m_shown);
    if (!answer || !job)
        return m_results.showError(answer ? Error{ErrorCode::NotFound, {}, m_shown.text()} : answer.error());
    m_answerShown = m_shown;
    m_answerRun = job->run;
    m_results.setPageSizes(m_pages.pageSizes());
    const auto opened = m_session ? m_session->open(m_shown, answer->result, answer->dataSchema) : Expected<void>();
    if (!opened)
        emit failed(opened.error());
    if (m_session && opened) {
        carryOver(job->document.sha256);
        m_results.showReview(*m_session, m_rules);
        showBoxes();
    } else {
        m_pages.setResult(answer->result, m_rules);
        m_results.setResult(std::move(answer->result), std::move(answer->schema), m_rules);
    }
    if (const auto path = std::exchange(m_wantedPath, {}); !path.isEmpty())
        m_results.select(path, m_wantedCitation);
    m_pages.select(m_results.currentPath(), m_results.currentCitation());
}

void ReviewController::setRules(const domain::ConfidenceRules &rules)
{
    if (rules == m_rules)
        return;
    m_rules = rules;
    if (!m_answerShown.isEmpty())
        showAgain();
}

void ReviewController::reread(const LocalJobId &id)
{
    if (id == m_answerShown)
        showAgain();
    emit decided(id);
}

/// With the same value chosen.
void ReviewController::showAgain()
{
    m_wantedPath = m_results.currentPath();
    m_wantedCitation = m_results.currentCitation();
    showAnswer();
}

/// Decisions that change no value leave the boxes alone.
void ReviewController::takeDecisions()
{
    if (const auto edits = editsOf(m_session->decisions()); edits != m_editsShown)
        changeBoxes(edits);
    emit decided(m_session->job());
}

/// A few values that changed do not make all boxes anew: there may be very many.
void ReviewController::changeBoxes(const xs::review::Decisions &edits)
{
    constexpr qsizetype few = 100;
    QSet<QString> changed;
    const auto takeChanges = [&changed](const xs::review::Decisions &from, const xs::review::Decisions &to) {
        for (const auto &[path, decision] : from)
            if (const auto other = to.find(path); other == to.end() || other->second != decision)
                changed.insert(path);
    };
    takeChanges(edits, m_editsShown);
    takeChanges(m_editsShown, edits);
    const auto isValue = [this](const QString &path) { return m_session->value(path) != nullptr; };
    const auto change = [this](const QString &path) {
        return m_pages.changeValue(path, xs::review::decided(*m_session->value(path), m_session->standing(path)));
    };
    if (changed.size() > few || !std::ranges::all_of(changed, isValue) || !std::ranges::all_of(changed, change))
        return showBoxes();
    m_editsShown = edits;
}

void ReviewController::setReviewing(bool isReviewing)
{
    if (m_isReviewing == isReviewing)
        return;
    m_isReviewing = isReviewing;
    for (auto *action : m_results.reviewActions()) {
        if (isReviewing)
            m_pages.pages()->addAction(action);
        else
            m_pages.pages()->removeAction(action);
    }
}

/// Boxes stand where the value that counts was found, be it by the engine or by a person.
void ReviewController::showBoxes()
{
    m_editsShown = editsOf(m_session->decisions());
    m_pages.setResult(shownTree(*m_session), m_rules);
}

void ReviewController::takeMarkedText()
{
    auto *view = m_pages.pages();
    const auto &marked = view->markedText();
    const auto sizes = m_pages.pageSizes();
    if (!m_isReviewing || m_answerShown.isEmpty() || marked.page() >= static_cast<int>(sizes.size()))
        return;
    const auto size = sizes[static_cast<std::size_t>(marked.page())];
    domain::Citation place{marked.page() + 1, marked.text().simplified(), {}, size};
    for (const auto &box : marked.boxes())
        place.boxes.emplace_back(box.x() * size.width(), box.y() * size.height(), box.width() * size.width(),
                                 box.height() * size.height());
    view->clearMarkedText();
    m_results.takeText(place.matchingText, place);
}

/// The latest review of the same bytes is where this one begins.
void ReviewController::carryOver(const QString &sha256)
{
    const auto ids = m_queue.ids();
    const auto isEarlier = [&](const LocalJobId &id) {
        const auto *job = m_queue.job(id);
        return id != m_shown && job->phase == jobs::Phase::Completed && job->document.sha256 == sha256 &&
               !m_reviews->decisions(id).value_or({}).empty();
    };
    const auto earlier = sha256.isEmpty() ? ids.rend() : std::find_if(ids.rbegin(), ids.rend(), isEarlier);
    if (earlier == ids.rend())
        return;
    if (const auto answer = openAnswer(m_queue, *earlier))
        if (const auto carried = m_session->carryOver(*earlier, answer->result); !carried)
            emit failed(carried.error());
}

void ReviewController::showNext()
{
    const auto ids = m_queue.ids();
    const auto shown = std::ranges::find(ids, m_shown);
    // Without one that is shown, the first comes first.
    const auto here = shown == ids.end() ? ids.size() - 1 : static_cast<std::size_t>(shown - ids.begin());
    for (std::size_t step = 1; m_reviews && step <= ids.size(); ++step) {
        const auto &id = ids[(here + step) % ids.size()];
        if (id != m_shown && m_queue.job(id)->phase == jobs::Phase::Completed &&
            !m_reviews->decisions(id).value_or({}).contains({}))
            return show(id);
    }
    emit allReviewed();
}

} // namespace xs::gui::shell
