// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "gui/joblist/jobstate.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QTimer>

namespace xs::gui::joblist {

/// The jobs as rows, in the order in which they were added. It is told of every change; answers are read once,
/// when their row is first looked at. Owned by the controller.
class JobModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Document, Status, Progress, Pages, Confidence, Credits, Elapsed, Note, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole,
        StateRole,
        /// 0…1 while uploading; −1 when nothing can be said.
        FractionRole,
        /// The lowest score (double), or invalid.
        LowestRole,
        /// Whether the job has values at all, so that a missing score means "unknown".
        HasValuesRole,
        SortRole,
        /// Name, note and ids in one text.
        SearchRole,
        /// The second line of a narrow row.
        SecondLineRole,
    };

    JobModel(const Clock &clock, Summarize summarize, QObject *parent = nullptr);

    /// Adds the job, or shows it as it is now.
    void setJob(const jobs::JobRecord &job);
    void removeJob(const LocalJobId &id);
    void setUploadProgress(const LocalJobId &id, qint64 sent, qint64 total);
    const jobs::JobRecord *job(const QModelIndex &index) const;
    QModelIndex indexOf(const LocalJobId &id) const;
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
        mutable std::optional<JobSummary> summary;
    };

    const JobSummary &summary(const Row &row) const;
    QString text(const Row &row, int column) const;
    QVariant sortValue(const Row &row, int column) const;
    QString note(const Row &row) const;
    QString secondLine(const Row &row) const;
    qint64 elapsedSeconds(const Row &row) const;
    void count(const jobs::JobRecord &job, int step);
    void numberRows(int from);
    void tick();

    const Clock &m_clock;
    Summarize m_summarize;
    std::vector<Row> m_rows;
    QHash<LocalJobId, int> m_places;
    std::array<int, jobStates.size()> m_counts{};
    QTimer m_second;
};

} // namespace xs::gui::joblist
