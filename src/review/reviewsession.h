// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "review/attention.h"
#include "review/reviewstore.h"

#include <QObject>
#include <QStringList>

namespace xs::review {

/// The review of one job's result: what the engine said, what people decided, and what therefore counts. Every decision
/// is in the store before it is seen. Lives in the thread of its store, which outlives it.
class ReviewSession : public QObject
{
    Q_OBJECT

public:
    /// `who` is written into the audit trail.
    ReviewSession(ReviewStore &store, const Clock &clock, QString who, QObject *parent = nullptr);

    /// Begins with a job's result and reads what was decided about it. Errors: those of the store; the result is shown
    /// without decisions then, and nothing can be decided.
    Expected<void> open(const LocalJobId &job, domain::ResultNode result, const Json &dataSchema);
    void close();
    /// Takes over what still holds of another job's review of the same document, unless something was ever decided
    /// about this one.
    Expected<void> carryOver(const LocalJobId &earlierJob, const domain::ResultNode &earlierResult);

    const LocalJobId &job() const { return m_job; }
    /// As the server gave it, with the rows that people added (see rows.h).
    const domain::ResultNode &result() const { return m_withRows ? *m_withRows : m_engineResult; }
    /// The schema that was asked for, and its fields.
    const Json &dataSchema() const { return m_dataSchema; }
    const schema::Field &schema() const { return m_schema; }
    const Decisions &decisions() const { return m_decisions; }
    /// Verdict::None where nobody has decided about this very value.
    Decision decision(const domain::ResultPath &path) const;
    /// What holds for every value: its own decision, or Confirmed where the whole document was confirmed.
    Decisions standing() const;
    /// The same for one value, without a copy of all.
    Decision standing(const domain::ResultPath &path) const;
    bool isDocumentConfirmed() const { return m_decisions.contains({}); }
    /// The engine's value; null where there is no such path.
    const domain::ResultNode *value(const domain::ResultPath &path) const;

    /// Writes decisions (Verdict::None takes back) and tells of them. An error means that none was made.
    Expected<void> decide(const Decisions &decisions);

signals:
    void decided(const QStringList &paths);
    /// Rows were added to a list or taken back: result() has other values now. Comes before decided().
    void rowsChanged();

private:
    bool takeRows();
    QStringList withCells(const QStringList &paths) const;
    Entry entry(const domain::ResultPath &path, const Decision &decision) const;

    ReviewStore &m_store;
    const Clock &m_clock;
    QString m_who;
    LocalJobId m_job;
    domain::ResultNode m_engineResult;
    /// The same with the rows that `m_addedRows` adds; none where there are none.
    std::optional<domain::ResultNode> m_withRows;
    Decisions m_addedRows;
    Json m_dataSchema;
    schema::Field m_schema;
    Decisions m_decisions;
};

} // namespace xs::review
