// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "domain/extractjob.h"
#include "domain/resultnode.h"
#include "schema/field.h"

#include <QObject>

namespace xs::jobs {
class JobQueue;
}
namespace xs::gui::review {
class ResultsPage;
}
namespace xs::gui::viewer {
class DocumentView;
}

namespace xs::gui::shell {

/// A job's answer, ready to be shown: values with evidence, and the schema that was asked for.
struct OpenAnswer
{
    domain::ExtractJob job;
    domain::ResultNode result;
    schema::Field schema;
};

/// Reads a completed job from the queue's store. Errors: those of the store, of the answer, of the schema.
Expected<OpenAnswer> openAnswer(jobs::JobQueue &queue, const LocalJobId &id);

/// Shows one job beside its document and keeps both in step: a value leads to its box and a box to its value.
/// Owned by the window.
class ReviewController final : public QObject
{
    Q_OBJECT

public:
    ReviewController(jobs::JobQueue &queue, viewer::DocumentView &pages, review::ResultsPage &results,
                     QObject *parent = nullptr);

    const LocalJobId &shown() const { return m_shown; }
    void show(const LocalJobId &id);
    void clear();

signals:
    void shownChanged(const xs::LocalJobId &id);

private:
    void refresh();
    void showAnswer();
    void connectViews();

    jobs::JobQueue &m_queue;
    viewer::DocumentView &m_pages;
    review::ResultsPage &m_results;
    LocalJobId m_shown;
    /// The answer that is in the views already: it never changes, while the record may.
    LocalJobId m_answerShown;
    int m_answerRun = 0;
};

} // namespace xs::gui::shell
