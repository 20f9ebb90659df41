// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "gui/review/documentspage.h"
#include "gui/shell/distantreview.h"
#include "gui/shell/spotpictures.h"

#include <QObject>

class QAction;
class QUndoStack;

namespace xs::gui::shell {

/// Ctrl+T in Review: the newest results of all documents as one table, in the place of the pages. Documents are read in
/// slices, and spots on pages are painted one after the other in a thread, for the rows that are seen. Owned by the
/// window.
class DocumentsController final : public QObject
{
    Q_OBJECT

public:
    DocumentsController(jobs::JobQueue &queue, xs::review::ReviewStore *reviews, const Clock &clock,
                        ReviewController &review, QUndoStack &undo, QWidget *parent);

    review::DocumentsPage *page() const { return m_page; }
    /// Checked while the table is shown.
    QAction *action() const { return m_action; }

signals:
    void openWanted(const xs::LocalJobId &job, const QString &path);
    void failed(const xs::Error &error);

private:
    void begin();
    void readSome(int turn);
    void finish();
    void confirm(const QString &document, const QString &path);

    jobs::JobQueue &m_queue;
    xs::review::ReviewStore *m_reviews;
    DistantReview m_decisions;
    SpotPictures m_spots;
    QUndoStack &m_undo;
    review::DocumentsPage *m_page;
    QAction *m_action;
    /// Of the reading that goes on; a newer one has another turn.
    int m_turn = 0;
    std::vector<LocalJobId> m_jobs;
    std::size_t m_next = 0;
    std::vector<xs::review::ReviewedDocument> m_documents;
};

} // namespace xs::gui::shell
