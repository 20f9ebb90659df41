// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evaluate/scores.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>
#include <QTreeView>

namespace xs::gui::evaluate {

/// Every field's figures as rows: name, accuracy as a bar with its 95 % interval, and how many of how many are right.
/// Precision, recall and F1 are in the tooltip.
class AccuracyModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Field, Bar, Share, Count, ColumnCount };
    enum Role {
        ShareRole = Qt::UserRole, ///< double, 0…1
        LowRole,                  ///< double, lower end of the interval
        HighRole,
    };

    using QAbstractTableModel::QAbstractTableModel;
    void setScores(std::vector<xs::evaluate::FieldScore> scores);
    const xs::evaluate::FieldScore &score(int row) const { return m_scores[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<xs::evaluate::FieldScore> m_scores;
};

/// Paints the bar from 0 to 100 % with its whiskers; the other cells as text.
class AccuracyDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// The list of both; choosing a field tells its name.
class AccuracyList final : public QTreeView
{
    Q_OBJECT

public:
    explicit AccuracyList(QWidget *parent = nullptr);
    AccuracyModel *scores() const { return m_scores; }

signals:
    void fieldChosen(const QString &field);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    AccuracyModel *m_scores;
};

} // namespace xs::gui::evaluate
