// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/shell/comparisonsource.h"
#include "gui/shell/distantreview.h"
#include "gui/shell/spotpictures.h"

#include <QObject>
#include <QUndoStack>

namespace xs::gui::evaluate {
class EvaluatePage;
}

namespace xs::gui::shell {

/// Fills the place Evaluate: which runs there are, what they can be compared with, and the comparison itself, which is
/// made in slices with the event loop in between. Owned by the window.
class EvaluationController final : public QObject
{
    Q_OBJECT

public:
    EvaluationController(jobs::JobQueue &queue, xs::review::ReviewStore *reviews, QSettings &settings,
                         const Clock &clock, ReviewController &review, evaluate::EvaluatePage &page, QWidget *window);

    /// Corrections of what was expected.
    QUndoStack &undoStack() { return m_undo; }

    /// The place is entered: jobs and reviews may be others now.
    void refresh();
    /// Writes the report, and what was reviewed as expected values; the parts of an export that ask nothing.
    Expected<void> writeReport(const QString &path) const;
    Expected<int> writeExpected(const QString &folder) const;

signals:
    void failed(const xs::Error &error);
    /// What was written, and where.
    void reportWritten(const QString &path);
    void expectedWritten(int documents, const QString &folder);

private:
    void connectCells();
    void askSpot(const LocalJobId &job, const QString &path);
    void correct(const LocalJobId &job, const xs::evaluate::ComparedCell &cell);
    void compareAgain(const LocalJobId &job);
    void chooseReference(const QString &id);
    void choosePath(bool folder);
    void begin();
    void compareSome(int turn);
    void finish();
    std::vector<LocalJobId> chosenJobs() const;
    Expected<std::vector<xs::review::ReviewedDocument>> reviewedDocuments() const;
    void askReport();
    void askExpected();

    jobs::JobQueue &m_queue;
    ComparisonSource m_source;
    DistantReview m_decisions;
    SpotPictures m_spots;
    QUndoStack m_undo;
    QSettings &m_settings;
    evaluate::EvaluatePage &m_page;
    QWidget *m_window;
    QString m_run;
    QString m_reference;
    xs::evaluate::SameRules m_rules;
    /// Of the comparison that is being made; a newer one has another turn.
    int m_turn = 0;
    std::vector<LocalJobId> m_jobs;
    std::size_t m_next = 0;
    std::vector<xs::evaluate::ComparedDocument> m_documents;
    int m_without = 0;
};

} // namespace xs::gui::shell
