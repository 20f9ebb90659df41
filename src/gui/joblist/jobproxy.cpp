// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/joblist/jobproxy.h"

#include "gui/joblist/jobmodel.h"

namespace xs::gui::joblist {

JobProxy::JobProxy(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(JobModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
    setDynamicSortFilter(true);
}

void JobProxy::setState(std::optional<JobState> state)
{
    m_state = state;
    invalidateFilter();
}

void JobProxy::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

bool JobProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const auto index = sourceModel()->index(row, 0, parent);
    if (m_state && index.data(JobModel::StateRole).toInt() != static_cast<int>(*m_state))
        return false;
    return m_text.isEmpty() || index.data(JobModel::SearchRole).toString().contains(m_text, Qt::CaseInsensitive);
}

} // namespace xs::gui::joblist
