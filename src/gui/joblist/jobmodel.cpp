// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/joblist/jobmodel.h"

#include "gui/common/confidencepainter.h"
#include "wording/errortext.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace xs::gui::joblist {

namespace {

/// "1:12", or "1:02:03" from an hour on.
QString clockText(qint64 seconds)
{
    const auto twoDigits = [](qint64 number) { return u"%1"_s.arg(number, 2, 10, QLatin1Char('0')); };
    const auto minutes = seconds / 60;
    const auto head =
        minutes >= 60 ? u"%1:%2"_s.arg(minutes / 60).arg(twoDigits(minutes % 60)) : QString::number(minutes);
    return head + u':' + twoDigits(seconds % 60);
}

bool isRightAligned(int column)
{
    return column == JobModel::Pages || column == JobModel::Credits || column == JobModel::Elapsed;
}

} // namespace

JobModel::JobModel(const Clock &clock, QObject *parent) : QAbstractTableModel(parent), m_clock(clock)
{
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &JobModel::tick);
}

void JobModel::setJobs(const std::vector<jobs::JobRecord> &jobs)
{
    std::vector<jobs::JobRecord> added;
    bool anyOpen = false;
    for (const auto &job : jobs) {
        anyOpen = anyOpen || !jobs::isOver(job.phase);
        if (m_places.contains(job.id))
            update(job);
        else
            added.push_back(job);
    }
    add(added);
    emit countsChanged();
    if (anyOpen && !m_second.isActive())
        m_second.start();
}

void JobModel::add(const std::vector<jobs::JobRecord> &jobs)
{
    if (jobs.empty())
        return;
    const auto first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(jobs.size()) - 1);
    for (const auto &job : jobs) {
        m_places.insert(job.id, static_cast<int>(m_rows.size()));
        m_rows.push_back({job, -1});
        count(job, +1);
    }
    endInsertRows();
}

void JobModel::update(const jobs::JobRecord &job)
{
    const auto place = m_places.value(job.id);
    auto &row = m_rows[static_cast<std::size_t>(place)];
    count(row.job, -1);
    row.job = job;
    if (job.phase != jobs::Phase::Uploading)
        row.fraction = -1;
    count(job, +1);
    emit dataChanged(index(place, 0), index(place, ColumnCount - 1));
}

void JobModel::removeJob(const LocalJobId &id)
{
    const auto found = m_places.constFind(id);
    if (found == m_places.cend())
        return;
    const auto place = *found;
    beginRemoveRows({}, place, place);
    count(m_rows[static_cast<std::size_t>(place)].job, -1);
    m_rows.erase(m_rows.begin() + place);
    m_places.remove(id);
    m_reviews.remove(id);
    numberRows(place);
    endRemoveRows();
    emit countsChanged();
}

void JobModel::setReview(const LocalJobId &id, const ReviewState &state)
{
    if (m_reviews.value(id) == state)
        return;
    m_reviews.insert(id, state);
    if (const auto place = indexOf(id); place.isValid()) {
        emit dataChanged(place, place.siblingAtColumn(ColumnCount - 1));
        emit countsChanged();
    }
}

int JobModel::reviewedCount() const
{
    return static_cast<int>(std::ranges::count_if(m_rows, [this](const Row &row) {
        return row.job.phase == jobs::Phase::Completed && m_reviews.value(row.job.id).whole;
    }));
}

void JobModel::setUploadProgress(const LocalJobId &id, qint64 sent, qint64 total)
{
    const auto place = indexOf(id);
    if (!place.isValid() || total <= 0)
        return;
    m_rows[static_cast<std::size_t>(place.row())].fraction = static_cast<double>(sent) / static_cast<double>(total);
    emit dataChanged(place.siblingAtColumn(Progress), place.siblingAtColumn(Progress));
}

const jobs::JobRecord *JobModel::job(const QModelIndex &index) const
{
    return index.isValid() ? &m_rows[static_cast<std::size_t>(index.row())].job : nullptr;
}

QModelIndex JobModel::indexOf(const LocalJobId &id) const
{
    const auto found = m_places.constFind(id);
    return found == m_places.cend() ? QModelIndex() : index(*found, 0);
}

void JobModel::count(const jobs::JobRecord &job, int step)
{
    m_counts[static_cast<std::size_t>(stateOf(job))] += step;
}

void JobModel::numberRows(int from)
{
    for (auto i = static_cast<std::size_t>(from); i < m_rows.size(); ++i)
        m_places[m_rows[i].job.id] = static_cast<int>(i);
}

/// Only the times of unfinished jobs change by themselves; they are told as one range, however many they are.
void JobModel::tick()
{
    const auto isOpen = [](const Row &row) { return !jobs::isOver(row.job.phase); };
    const auto first = std::ranges::find_if(m_rows, isOpen);
    if (first == m_rows.end()) {
        m_second.stop();
        return;
    }
    const auto behindLast = std::ranges::find_if(m_rows.rbegin(), m_rows.rend(), isOpen).base();
    const auto rowOf = [this](auto place) { return static_cast<int>(place - m_rows.begin()); };
    emit dataChanged(index(rowOf(first), Elapsed), index(rowOf(behindLast) - 1, Elapsed), {Qt::DisplayRole});
}

jobs::JobSummary JobModel::summary(const Row &row)
{
    return row.job.summary.value_or(jobs::JobSummary());
}

qint64 JobModel::elapsedSeconds(const Row &row) const
{
    const auto end = jobs::isOver(row.job.phase) ? row.job.updatedAt : m_clock.now();
    return std::max<qint64>(0, row.job.createdAt.secsTo(end));
}

/// "reviewed · 1 edit", "19 of 24 reviewed"; empty before anything was decided.
QString JobModel::reviewText(const Row &row) const
{
    const auto review = m_reviews.value(row.job.id);
    if (!review.whole)
        return review.decided > 0 ? tr("%1 of %2 reviewed").arg(review.decided).arg(summary(row).values) : QString();
    auto text = tr("reviewed");
    if (review.edits > 0)
        text += u" · "_s + tr("%n edit(s)", nullptr, review.edits);
    return text;
}

QString JobModel::note(const Row &row) const
{
    if (row.job.error.code != ErrorCode::None)
        return wording::shortErrorText(row.job.error);
    if (row.job.removeWanted)
        return tr("is being deleted");
    if (row.job.cancelWanted && !jobs::isOver(row.job.phase))
        return tr("is being cancelled");
    switch (row.job.phase) {
    case jobs::Phase::Uploading:
        return tr("uploading");
    case jobs::Phase::Creating:
        return tr("being sent");
    case jobs::Phase::Waiting:
        return row.job.status() == domain::JobStatus::Running ? tr("being read") : tr("accepted by the server");
    case jobs::Phase::Completed: {
        const auto review = reviewText(row);
        return review.isEmpty() ? tr("%n value(s)", nullptr, summary(row).values) : review;
    }
    default:
        return {};
    }
}

QString JobModel::secondLine(const Row &row) const
{
    const auto state = stateOf(row.job);
    if (state == JobState::Completed) {
        if (m_reviews.value(row.job.id).whole)
            return reviewText(row);
        const auto found = summary(row);
        const auto lowest = found.lowest ? tr("lowest %1").arg(common::ConfidencePainter::number(found.lowest))
                                         : tr("confidence unknown");
        const auto review = reviewText(row);
        return (review.isEmpty() ? tr("%n value(s)", nullptr, found.values) : review) + u" · "_s + lowest;
    }
    const auto text = note(row);
    return text.isEmpty() ? stateWord(state).toLower() : text;
}

QString JobModel::text(const Row &row, int column) const
{
    switch (column) {
    case Document:
        return row.job.document.name;
    case Status:
        return stateWord(stateOf(row.job));
    case Progress:
        return row.fraction < 0 ? stageWord(stageOf(row.job)) : tr("%1 %").arg(static_cast<int>(row.fraction * 100));
    case Pages: {
        const auto pages = row.job.document.pageCount ? row.job.document.pageCount : summary(row).pages;
        return pages ? QLocale().toString(*pages) : QString();
    }
    case Confidence:
        return summary(row).values > 0 ? common::ConfidencePainter::sentence(
                                             domain::confidenceLevel(summary(row).lowest), summary(row).lowest)
                                       : QString();
    case Credits:
        return summary(row).credits ? QLocale().toString(*summary(row).credits) : QString();
    case Elapsed:
        return clockText(elapsedSeconds(row));
    case Note:
        return note(row);
    default:
        return {};
    }
}

JobModel::SortKey JobModel::sortKey(int at, int column) const
{
    const auto &row = m_rows[static_cast<std::size_t>(at)];
    const auto found = summary(row);
    switch (column) {
    case Status:
        return {double(stateOf(row.job)), {}};
    case Progress:
        return {double(stageOf(row.job)) + std::max(0.0, row.fraction), {}};
    case Pages:
        return {double(row.job.document.pageCount.value_or(found.pages.value_or(0))), {}};
    case Confidence:
        return {found.values > 0 ? found.lowest.value_or(-1) : 2.0, {}};
    case Credits:
        return {found.credits.value_or(0), {}};
    case Elapsed:
        return {double(elapsedSeconds(row)), {}};
    default:
        return {0, text(row, column)};
    }
}

QString JobModel::searchText(int at) const
{
    const auto &row = m_rows[static_cast<std::size_t>(at)];
    const auto hasError = row.job.error.code != ErrorCode::None;
    return row.job.document.name + u'\n' + (hasError ? note(row) : QString()) + u'\n' + row.job.remoteId.text() +
           u'\n' + row.job.fileId.text();
}

int JobModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int JobModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JobModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Note && row.job.error.code != ErrorCode::None)
            return wording::errorText(row.job.error).line();
        return index.column() == Document ? row.job.document.path : text(row, index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>((isRightAligned(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case IdRole:
        return QVariant::fromValue(row.job.id.text());
    case StateRole:
        return static_cast<int>(stateOf(row.job));
    case FractionRole:
        return row.fraction;
    case StageRole:
        return static_cast<int>(stageOf(row.job));
    case LowestRole:
        return summary(row).lowest ? QVariant(*summary(row).lowest) : QVariant();
    case HasValuesRole:
        return summary(row).values > 0;
    case ReviewedRole:
        return m_reviews.value(row.job.id).whole;
    case SecondLineRole:
        return secondLine(row);
    default:
        return {};
    }
}

QVariant JobModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isRightAligned(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Document"),          tr("Status"),  tr("Progress"), tr("Pages"),
                            tr("Lowest confidence"), tr("Credits"), tr("Elapsed"),  tr("Note")};
    return names.value(section);
}

} // namespace xs::gui::joblist
