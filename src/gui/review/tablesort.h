// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/review/resultmodel.h"
#include "gui/review/roworder.h"

namespace xs::gui::review {

/// Orders the tables of a result by a column, between events. A decision about a value moves no row: who works through
/// a table keeps his place.
class TableSort : public QObject
{
    Q_OBJECT

public:
    /// The model outlives it.
    explicit TableSort(ResultModel &model, QObject *parent = nullptr);

    /// By this column: rising, then falling, then in the document's own order again.
    void turn(const QString &list, const QString &column);
    /// As it was ordered last, after the result got other rows.
    void again();
    /// The result is another one.
    void forget();

signals:
    void sorted(const QString &list);

private:
    void start();

    ResultModel &m_model;
    RowOrder m_order;
    QString m_list;
    ResultModel::TableOrder m_wanted;
};

} // namespace xs::gui::review
