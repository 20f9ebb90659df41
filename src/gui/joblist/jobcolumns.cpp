// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/joblist/jobcolumns.h"

#include "gui/joblist/jobmodel.h"

#include <QDataStream>
#include <QEvent>
#include <QHeaderView>
#include <QIODevice>
#include <QTreeView>

#include <algorithm>
#include <utility>

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
                           {JobModel::Confidence, 21, 18}, {JobModel::Credits, 10, 8},   {JobModel::Elapsed, 10, 9}};
constexpr int margin = 12;
constexpr int leastDocument = 16, mostDocument = 60, leastNote = 30;

} // namespace

JobColumns::JobColumns(QTreeView &table) : QObject(&table), m_table(table)
{
    auto *header = table.header();
    header->setStretchLastSection(true);
    header->setSectionsMovable(true);
    connect(header, &QHeaderView::sectionResized, this, [this](int column) {
        // The last one follows the others.
        m_isUsers = m_isUsers || (m_isHeld && !m_isFitting && column != JobModel::Note);
    });
    header->viewport()->installEventFilter(this);
    table.viewport()->installEventFilter(this);
}

bool JobColumns::eventFilter(QObject *watched, QEvent *event)
{
    // Only what is done with the mouse on the titles is a person's doing: Qt resizes by itself, too.
    if (watched == m_table.header()->viewport()) {
        if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick)
            m_isHeld = true;
        else if (event->type() == QEvent::MouseButtonRelease)
            m_isHeld = false;
    } else if (event->type() == QEvent::Resize) {
        fit();
    }
    return QObject::eventFilter(watched, event);
}

void JobColumns::fit()
{
    if (m_isUsers)
        return;
    const auto wasFitting = std::exchange(m_isFitting, true);
    const auto digit = m_table.fontMetrics().horizontalAdvance(u'0');
    const auto full = m_table.viewport()->width();
    // No title is cut.
    const auto widthOf = [&](const Wish &wish, int Wish::*width) {
        const auto title = m_table.model()->headerData(wish.column, Qt::Horizontal).toString();
        return std::max(wish.*width * digit, m_table.fontMetrics().horizontalAdvance(title) + 2 * margin);
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
    const auto half = (full - others(width)) / 2;
    m_table.setColumnWidth(JobModel::Document, std::clamp(half, leastDocument * digit, mostDocument * digit));
    m_isFitting = wasFitting;
}

QByteArray JobColumns::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_table.header()->saveState() << m_isUsers;
    return state;
}

void JobColumns::restoreState(const QByteArray &state)
{
    QByteArray header;
    bool isUsers = false;
    QDataStream stream(state);
    stream >> header >> isUsers;
    m_isFitting = true;
    const auto isRestored = stream.status() == QDataStream::Ok && m_table.header()->restoreState(header);
    m_isUsers = isRestored && isUsers;
    m_isFitting = false;
    fit();
}

} // namespace xs::gui::joblist
