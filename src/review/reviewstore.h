// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "review/decision.h"
#include "store/database.h"

#include <QDateTime>

namespace xs::review {

/// One line of the audit trail: somebody decided something about a value, or took it back (Verdict::None).
struct Entry
{
    domain::ResultPath path;
    Decision decision;
    /// What the engine had said.
    Json original;
    /// Who decided: the name of the person's account on this computer.
    QString who;
    /// UTC.
    QDateTime when;

    bool operator==(const Entry &) const = default;
};

/// How far a review is, without its values.
struct Progress
{
    /// Values (and added or removed rows) that are decided, and how many of these decisions change something.
    int decided = 0;
    int edits = 0;
    /// The whole document was confirmed.
    bool whole = false;

    bool operator==(const Progress &) const = default;
};

/// The decisions of all reviews (SQLite). Entries are only ever added; what holds for a value is its last entry.
/// Belongs to the thread that opened it. All errors are those of store::Database; every write is on the disk when it
/// returns.
class ReviewStore
{
public:
    static Expected<std::unique_ptr<ReviewStore>> open(const QString &path);

    /// Adds entries about one job's values; all of them or none.
    Expected<void> add(const LocalJobId &job, const std::vector<Entry> &entries);
    /// What holds now, without what was taken back.
    Expected<Decisions> decisions(const LocalJobId &job);
    /// Everything that was ever decided about a job, oldest first.
    Expected<std::vector<Entry>> history(const LocalJobId &job);
    /// How far reviews are: of one job, or, for an empty id, of all that somebody has decided about.
    Expected<std::vector<std::pair<LocalJobId, Progress>>> progress(const LocalJobId &job = {});
    /// Takes a job out, with its trail: for a job that a person deletes.
    Expected<void> remove(const LocalJobId &job);

private:
    explicit ReviewStore(std::unique_ptr<store::Database> database) : m_database(std::move(database)) {}

    std::unique_ptr<store::Database> m_database;
};

} // namespace xs::review
