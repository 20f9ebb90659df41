// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/activitylog.h"

#include <QAbstractTableModel>

namespace xs::gui::shell {

/// The requests and answers of the activity log as rows, the newest at the end. Owned by the ActivityPane.
class ActivityModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Verb, Path, Code, Took, Note, ColumnCount };
    enum Role {
        NumberRole = Qt::UserRole,
        /// Whether it failed or was refused.
        IsErrorRole,
        /// Everything that a filter looks at, in one text.
        SearchRole,
    };

    explicit ActivityModel(client::ActivityLog &log, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const client::Exchange &exchange, int column) const;
    QString note(const client::Exchange &exchange) const;

    client::ActivityLog &m_log;
    /// What the views know of; the log has one more while a row is being added.
    int m_rows = 0;
};

} // namespace xs::gui::shell
