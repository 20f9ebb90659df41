// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/joblist/jobcolumns.h"

#include "gui/joblist/jobdelegate.h"
#include "gui/joblist/jobmodel.h"

#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::joblist {

namespace {

/// In widths of a digit: what a column has where there is room, and where there is not.
struct Wish
{
    JobModel::Column column;
    int ample;
    int scant;
};
constexpr Wish wishes[] = {{JobModel::Status, 19, 15},     {JobModel::Progress, 16, 11}, {JobModel::Pages, 9, 7},
                           {JobModel::Confidence, 21, 16}, {JobModel::Credits, 10, 8},   {JobModel::Elapsed, 10, 9}};
constexpr int margin = 12;
constexpr int scantDocument = 10, leastDocument = 16, mostDocument = 60, leastNote = 30;

int widestEnd(const QFontMetrics &metrics)
{
    int widest = 0;
    for (const auto state : {JobState::Completed, JobState::Failed, JobState::Cancelled})
        widest = std::max(widest, JobDelegate::stateWidth(metrics, state));
    return widest;
}

} // namespace

JobColumns::JobColumns(QTreeView &table) : ColumnSharing(table), m_table(table)
{
    table.header()->setStretchLastSection(true);
    table.header()->setSectionsMovable(true);
    setFollower(JobModel::Note);
}

void JobColumns::fit()
{
    if (isUsers())
        return;
    const Fitting fitting(*this);
    const auto digit = m_table.fontMetrics().horizontalAdvance(u'0');
    const auto full = m_table.viewport()->width();
    // No title is cut, and no word of how a job ended.
    const auto least = [&](JobModel::Column column) {
        const auto title = m_table.model()->headerData(column, Qt::Horizontal).toString();
        const auto width = m_table.fontMetrics().horizontalAdvance(title) + 2 * margin;
        return column == JobModel::Status ? std::max(width, widestEnd(m_table.fontMetrics())) : width;
    };
    const auto widthOf = [&](const Wish &wish, int Wish::*width) {
        return std::max(wish.*width * digit, least(wish.column));
    };
    const auto others = [&](int Wish::*width) {
        int sum = 0;
        for (const auto &wish : wishes)
            sum += widthOf(wish, width);
        return sum;
    };
    const auto isAmple = full - others(&Wish::ample) >= (leastDocument + leastNote) * digit;
    const auto width = isAmple ? &Wish::ample : &Wish::scant;
    for (const auto &wish : wishes)
        m_table.setColumnWidth(wish.column, widthOf(wish, width));
    const auto rest = full - others(width);
    const auto wanted = std::clamp(rest / 2, leastDocument * digit, mostDocument * digit);
    // Where even that leaves the note no place, names are cut before anything lies outside.
    const auto document = std::max(scantDocument * digit, std::min(wanted, rest - least(JobModel::Note)));
    m_table.setColumnWidth(JobModel::Document, document);
    // As the last one it fills what is left, but never gets narrower by itself.
    m_table.setColumnWidth(JobModel::Note, std::max(least(JobModel::Note), rest - document));
}

QByteArray JobColumns::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_table.header()->saveState() << isUsers();
    return state;
}

void JobColumns::restoreState(const QByteArray &state)
{
    QByteArray header;
    bool wereUsers = false;
    QDataStream stream(state);
    stream >> header >> wereUsers;
    {
        const Fitting fitting(*this);
        const auto isRestored = stream.status() == QDataStream::Ok && m_table.header()->restoreState(header);
        setUsers(isRestored && wereUsers);
    }
    fit();
}

} // namespace xs::gui::joblist
