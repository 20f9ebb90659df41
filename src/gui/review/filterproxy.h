// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace xs::gui::review {

/// Shows all values of a ResultModel, or only those that wait for a person, were edited or have no evidence, with the
/// groups that they lie in.
class FilterProxy : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Filter { All, NeedsAttention, Edited, NoEvidence };

    using QSortFilterProxyModel::QSortFilterProxyModel;
    /// The model is reset when the filter changes.
    void setFilter(Filter filter);
    Filter filter() const { return m_filter; }
    /// What screen readers say of one row (its first cell), in place of its name; an invalid one ends that.
    void setSpoken(const QModelIndex &row, const QString &text);
    const QString &spoken() const { return m_spoken; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    Filter m_filter = Filter::All;
    QPersistentModelIndex m_spokenRow;
    QString m_spoken;
};

} // namespace xs::gui::review
