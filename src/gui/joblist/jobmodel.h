// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "gui/joblist/jobstate.h"
#include "gui/joblist/reviewstate.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QTimer>

namespace xs::gui::joblist {

/// The jobs as rows, in the order in which they were added. It is told of changes, many at once where there are
/// many; everything a row shows is in its record. Owned by the controller.
class JobModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Document, Status, Progress, Pages, Confidence, Credits, Elapsed, Note, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole,
        StateRole,
        /// How far the upload is, 0…1; −1 when the job is not being uploaded.
        FractionRole,
        /// A JobStage: what the Progress column shows.
        StageRole,
        /// The lowest score (double), or invalid.
        LowestRole,
        /// Whether the job has values at all, so that a missing score means "unknown".
        HasValuesRole,
        /// Whether the whole document was confirmed.
        ReviewedRole,
        /// The second line of a narrow row.
        SecondLineRole,
    };

    explicit JobModel(const Clock &clock, QObject *parent = nullptr);

    /// Adds the jobs, or shows them as they are now.
    void setJobs(const std::vector<jobs::JobRecord> &jobs);
    void setJob(const jobs::JobRecord &job) { setJobs({job}); }
    void removeJob(const LocalJobId &id);
    /// How far its review is; the job may come later.
    void setReview(const LocalJobId &id, const ReviewState &state);
    /// Jobs whose documents were confirmed.
    int reviewedCount() const;
    void setUploadProgress(const LocalJobId &id, qint64 sent, qint64 total);
    const jobs::JobRecord *job(const QModelIndex &index) const;
    QModelIndex indexOf(const LocalJobId &id) const;
    /// What a row is sorted by: the number first, texts by the rules of the language.
    struct SortKey
    {
        double number = 0;
        QString text;
    };
    SortKey sortKey(int row, int column) const;
    JobState state(int row) const { return stateOf(m_rows[static_cast<std::size_t>(row)].job); }
    /// Name, what is wrong, and ids in one text.
    QString searchText(int row) const;
    int count(JobState state) const { return m_counts[static_cast<std::size_t>(state)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void countsChanged();

private:
    struct Row
    {
        jobs::JobRecord job;
        double fraction = -1;
    };

    void add(const std::vector<jobs::JobRecord> &jobs);
    void update(const jobs::JobRecord &job);
    static jobs::JobSummary summary(const Row &row);
    QString reviewText(const Row &row) const;
    QString text(const Row &row, int column) const;
    QString note(const Row &row) const;
    QString secondLine(const Row &row) const;
    qint64 elapsedSeconds(const Row &row) const;
    void count(const jobs::JobRecord &job, int step);
    void numberRows(int from);
    void tick();

    const Clock &m_clock;
    std::vector<Row> m_rows;
    QHash<LocalJobId, int> m_places;
    std::array<int, jobStates.size()> m_counts{};
    QHash<LocalJobId, ReviewState> m_reviews;
    QTimer m_second;
};

} // namespace xs::gui::joblist
