// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/joblist/jobstate.h"

#include <QSortFilterProxyModel>

namespace xs::gui::joblist {

/// The jobs of one state (or all) whose name, note or identifier contains a text.
class JobProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit JobProxy(QObject *parent = nullptr);
    void setState(std::optional<JobState> state);
    void setText(const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    std::optional<JobState> m_state;
    QString m_text;
};

} // namespace xs::gui::joblist
