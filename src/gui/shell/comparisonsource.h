// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "base/ids.h"
#include "evaluate/expected.h"
#include "evaluate/report.h"
#include "gui/evaluate/comparepane.h"

#include <QCoreApplication>

#include <vector>

class QSettings;

namespace xs::jobs {
class JobQueue;
}
namespace xs::review {
class ReviewStore;
}

namespace xs::gui::shell {

/// Jobs that were added together.
struct Run
{
    /// "run:" and the moment.
    QString id;
    QString text;
    std::vector<LocalJobId> jobs;
};

/// Reads what a job's result is compared with: expected values, what people decided, or another run. References go by
/// an id: `reviewed`, `beside`, `path:…` (a folder or file), `run:…` (jobs that were added together), `job:…`. Owned by
/// its controller; belongs to the queue's thread.
class ComparisonSource
{
    Q_DECLARE_TR_FUNCTIONS(xs::gui::shell::ComparisonSource)

public:
    /// Without a store of reviews nothing was decided.
    ComparisonSource(jobs::JobQueue &queue, xs::review::ReviewStore *reviews, QSettings &settings);

    /// Completed jobs that were added together, newest first.
    std::vector<Run> runs() const;
    /// The newest completed job of every document.
    std::vector<LocalJobId> latest() const;
    /// Earlier and later completed jobs of the same document, newest first.
    std::vector<LocalJobId> otherRuns(const LocalJobId &job) const;

    /// `reviewed`, `beside`, and the folders and files that were chosen lately.
    QList<evaluate::Choice> expectedChoices() const;
    /// Remembers a folder or file and says its id.
    QString addPath(const QString &path);
    /// How a reference is called over its column.
    QString title(const QString &reference) const;
    /// "14 Mar 2026 15:02": a job's or a run's moment.
    static QString moment(const QDateTime &time);

    /// Opens what a reference names; to be called before compared(). Errors: those of ExpectedValues::open.
    Expected<void> open(const QString &reference);
    /// One job's values beside the reference; nothing where that says nothing about the document. Errors: those of the
    /// stores, of the answers, of a file of expected values.
    Expected<std::optional<xs::evaluate::ComparedDocument>> compared(const LocalJobId &job,
                                                                     const xs::evaluate::SameRules &rules) const;
    /// Whether what the reference says can be changed: another run cannot.
    bool isCorrectable() const;
    /// What a document's file of expected values says, and another content for it; an empty reference means the one
    /// that is open. Errors: those of ExpectedValues.
    Expected<Json> expectedValues(const LocalJobId &job) const { return expected(job); }
    Expected<void> replaceExpected(const QString &reference, const LocalJobId &job, const Json &values);
    const QString &reference() const { return m_reference; }
    /// With what people decided.
    Expected<xs::review::ReviewedDocument> reviewed(const LocalJobId &job) const;

private:
    bool isSameDocument(const LocalJobId &a, const LocalJobId &b) const;
    Expected<Json> expected(const LocalJobId &job) const;
    QString documentOf(const LocalJobId &job) const;
    LocalJobId counterpart(const LocalJobId &job) const;

    jobs::JobQueue &m_queue;
    xs::review::ReviewStore *m_reviews;
    QSettings &m_settings;
    QString m_reference;
    xs::evaluate::ExpectedValues m_values;
    std::vector<LocalJobId> m_otherRun;
};

} // namespace xs::gui::shell
