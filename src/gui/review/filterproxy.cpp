// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/filterproxy.h"

#include "gui/review/resultmodel.h"

namespace xs::gui::review {

void FilterProxy::setFilter(Filter filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    // One reset: rows that come and go singly would cost a view of many rows the square of their number.
    auto *source = sourceModel();
    setSourceModel(nullptr);
    setSourceModel(source);
}

void FilterProxy::setSpoken(const QModelIndex &row, const QString &text)
{
    m_spokenRow = row;
    m_spoken = text;
}

QVariant FilterProxy::data(const QModelIndex &index, int role) const
{
    if (role == Qt::AccessibleTextRole && m_spokenRow.isValid() && m_spokenRow == index)
        return m_spoken;
    return QSortFilterProxyModel::data(index, role);
}

bool FilterProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    // The group of the values without evidence repeats what a filter shows, and an empty one says nothing.
    if (!parent.isValid() && row == sourceModel()->rowCount() - 1) {
        const auto group = static_cast<const ResultModel *>(sourceModel())->unprovenGroup();
        if (group.isValid() && group.row() == row)
            return m_filter == Filter::All && sourceModel()->rowCount(group) > 0;
    }
    if (parent.isValid() && parent == static_cast<const ResultModel *>(sourceModel())->unprovenGroup())
        return true;
    if (m_filter == Filter::All)
        return true;
    // A group knows what lies below it, so no recursion is needed.
    const auto index = sourceModel()->index(row, 0, parent);
    switch (m_filter) {
    case Filter::All:
        break;
    case Filter::NeedsAttention:
        return index.data(ResultModel::AttentionRole).toInt() != static_cast<int>(xs::review::Attention::None);
    case Filter::Edited:
        return index.data(ResultModel::EditedRole).toBool();
    case Filter::NoEvidence:
        return index.data(ResultModel::NoEvidenceRole).toBool();
    }
    return true;
}

} // namespace xs::gui::review
