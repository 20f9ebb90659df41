// SPDX-License-Identifier: GPL-3.0-or-later
// The group of the values without evidence in a ResultModel.
#include "domain/resultpath.h"
#include "gui/review/resultmodel.h"

#include <algorithm>

namespace xs::gui::review {

void ResultModel::nameUnproven()
{
    if (!m_unproven)
        return;
    m_unproven->name = tr("Without evidence", "the group of such values");
    for (const auto &row : m_unproven->children)
        row->name = domain::readablePathIn(m_result, row->path);
}

/// A value that lost or won its evidence comes or goes. Returns its row in the group, or an invalid index.
QModelIndex ResultModel::takeUnproven(const QString &path)
{
    const auto position = m_unproven ? positionOf(path) : -1;
    if (position < 0)
        return {};
    const auto wanted = static_cast<std::size_t>(position);
    auto &rows = m_unproven->children;
    const auto place = std::ranges::lower_bound(rows, wanted, {}, [](const auto &row) { return row->firstValue; });
    const auto at = static_cast<int>(place - rows.begin());
    const bool isThere = place != rows.end() && (*place)->firstValue == wanted;
    const bool belongs = m_values[wanted].lacksEvidence();
    if (isThere && !belongs) {
        beginRemoveRows(indexOfRow(m_unproven), at, at);
        m_unproven->remove(at);
        endRemoveRows();
        return {};
    }
    if (!isThere && belongs) {
        beginInsertRows(indexOfRow(m_unproven), at, at);
        auto *row = m_unproven->insert(at, RowKind::Value, path, m_nodes[wanted]);
        row->firstValue = wanted;
        row->valueCount = 1;
        row->name = domain::readablePathIn(m_result, path);
        endInsertRows();
    }
    return belongs ? indexOfRow(rows[static_cast<std::size_t>(at)].get()) : QModelIndex();
}

QModelIndex ResultModel::unprovenIndexOf(const QString &path) const
{
    const auto position = m_unproven ? positionOf(path) : -1;
    if (position < 0)
        return {};
    const auto wanted = static_cast<std::size_t>(position);
    const auto &rows = m_unproven->children;
    const auto place = std::ranges::lower_bound(rows, wanted, {}, [](const auto &row) { return row->firstValue; });
    return place != rows.end() && (*place)->firstValue == wanted ? indexOfRow(place->get()) : QModelIndex();
}

QModelIndex ResultModel::unprovenGroup() const
{
    return indexOfRow(m_unproven);
}

} // namespace xs::gui::review
