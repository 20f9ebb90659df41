// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/joblist/jobstate.h"

#include <QAbstractProxyModel>

#include <functional>
#include <vector>

namespace xs::gui::joblist {

class JobModel;

/// The jobs of one state (or all) whose name, note or identifier contains a text, in the order of a column. A few
/// thousand are arranged at once; of very many a worker makes the new arrangement while the old one stays to be
/// used, so that nobody waits for it. (QSortFilterProxyModel would hold the event loop for seconds.)
class JobProxy final : public QAbstractProxyModel
{
    Q_OBJECT

public:
    explicit JobProxy(QObject *parent = nullptr);
    ~JobProxy() override;
    void setState(std::optional<JobState> state);
    void setText(const QString &text);
    /// Column −1 is the order in which the jobs were added.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    void setSourceModel(QAbstractItemModel *model) override;
    QModelIndex mapToSource(const QModelIndex &index) const override;
    QModelIndex mapFromSource(const QModelIndex &index) const override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &) const override { return {}; }
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    /// What a worker needs to know of all rows, apart from the model.
    struct Task;
    static std::vector<int> arrangement(const Task &task);

    Task makeTask() const;
    bool accepts(int row) const;
    void arrangeSoon();
    void arrange();
    void apply(std::vector<int> rows);
    void sourceInserted(int first, int last);
    void sourceAboutToRemove(int row);
    void sourceRemoved(int row);
    void tellOfChange(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles);
    void sourceChanged(int first, int last);
    void renumber();

    JobModel *m_model = nullptr;
    std::optional<JobState> m_state;
    QString m_text;
    int m_column = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    /// Source rows in the order shown, and where each is shown (−1: it is not).
    std::vector<int> m_rows;
    std::vector<int> m_places;
    /// Raised with everything that makes an arrangement out of date.
    int m_generation = 0;
    bool m_arrangesSoon = false;
    bool m_isArranging = false;
};

} // namespace xs::gui::joblist
