// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/confidencerules.h"
#include "jobs/openanswer.h"
#include "review/decision.h"

#include <QObject>

#include <memory>

namespace xs {
class Clock;
}
namespace xs::jobs {
class JobQueue;
}
namespace xs::review {
class ReviewSession;
class ReviewStore;
} // namespace xs::review
namespace xs::gui::review {
class ResultsPage;
}
namespace xs::gui::viewer {
class DocumentView;
}

namespace xs::gui::shell {

/// Who decides: the name of the account, as the audit trail keeps it.
QString accountName();

/// Shows one job beside its document and keeps both in step: a value leads to its box and a box to its value. What
/// people decide goes into the store of reviews; a later job of the same document takes it over. Owned by the window.
class ReviewController final : public QObject
{
    Q_OBJECT

public:
    /// Without a store of reviews results can be looked at only.
    ReviewController(jobs::JobQueue &queue, xs::review::ReviewStore *reviews, const Clock &clock,
                     viewer::DocumentView &pages, review::ResultsPage &results, QObject *parent = nullptr);
    ~ReviewController() override;

    const LocalJobId &shown() const { return m_shown; }
    void show(const LocalJobId &id);
    /// Chooses a value of the job that is shown, as soon as its values are there.
    void choose(const QString &path);
    void clear();
    /// Decisions about a job were written elsewhere: shows them where it is shown, and tells of them.
    void reread(const LocalJobId &id);
    /// Whether text that is marked on the page is meant for the chosen value, and keys in the page for its review.
    void setReviewing(bool isReviewing);
    /// From which score on values are certain; what is shown is judged anew.
    void setRules(const domain::ConfidenceRules &rules);
    /// The next job whose document is not confirmed, from the beginning again at the end.
    void showNext();

signals:
    void shownChanged(const xs::LocalJobId &id);
    /// Somebody decided something about a job, or took over what was decided before.
    void decided(const xs::LocalJobId &id);
    /// Decisions could not be read or written.
    void failed(const xs::Error &error);
    /// There is no next document: all are reviewed.
    void allReviewed();

private:
    void refresh();
    void showAnswer();
    void forgetAnswer();
    void readLong(const QByteArray &text, const Json &configuration);
    void takeAnswer(Expected<jobs::OpenAnswer> answer);
    void showAgain();
    void showBoxes();
    void takeDecisions();
    void changeBoxes(const xs::review::Decisions &edits);
    void takeMarkedText();
    void carryOver(const QString &sha256);
    void connectViews();
    void connectReview();

    jobs::JobQueue &m_queue;
    viewer::DocumentView &m_pages;
    review::ResultsPage &m_results;
    xs::review::ReviewStore *m_reviews;
    std::unique_ptr<xs::review::ReviewSession> m_session;
    domain::ConfidenceRules m_rules;
    LocalJobId m_shown;
    bool m_isReviewing = false;
    /// The answer that is in the views already: it never changes, while the record may.
    LocalJobId m_answerShown;
    int m_answerRun = 0;
    /// A long answer is being read; what was begun before is let go.
    int m_reading = 0;
    bool m_isReading = false;
    /// What is to be chosen when the answer is there.
    QString m_wantedPath;
    int m_wantedCitation = 0;
    /// The edits that the boxes show: only they move one.
    xs::review::Decisions m_editsShown;
};

} // namespace xs::gui::shell
