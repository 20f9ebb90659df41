// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/joblist/jobstate.h"

#include <QStyledItemDelegate>

namespace xs::gui::joblist {

/// Paints the cells of the job table: marks before words, bars, numbers at the right.
class JobDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit JobDelegate(QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// The width of a cell that shows the whole word of a state.
    static int stateWidth(const QFontMetrics &metrics, JobState state);
};

/// Paints a job as a row of two lines, 44 px high: mark, name, and below it how it stands.
class JobStripDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit JobStripDelegate(QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace xs::gui::joblist
