// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/tablesort.h"

namespace xs::gui::review {

TableSort::TableSort(ResultModel &model, QObject *parent) : QObject(parent), m_model(model)
{
    // What it looks at is gone.
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_order.stop(); });
    connect(&m_order, &RowOrder::ordered, this, [this](const std::vector<int> &elements) {
        m_model.orderTable(m_list, m_wanted, elements);
        emit sorted(m_list);
    });
}

void TableSort::turn(const QString &list, const QString &column)
{
    // What was wanted last counts, even when it is still under way.
    const auto now = m_order.isBusy() && m_list == list ? m_wanted : m_model.tableOrder(list);
    m_list = list;
    if (now.column != column)
        m_wanted = {column, Qt::AscendingOrder};
    else if (now.direction == Qt::AscendingOrder)
        m_wanted = {column, Qt::DescendingOrder};
    else
        m_wanted = {};
    start();
}

void TableSort::again()
{
    if (!m_wanted.column.isEmpty())
        start();
}

void TableSort::forget()
{
    m_order.stop();
    m_list.clear();
    m_wanted = {};
}

void TableSort::start()
{
    RowOrder::Task task{m_model.elementCount(m_list), {}, {}, m_wanted.direction};
    if (!m_wanted.column.isEmpty())
        task.key = [this](int element) {
            const auto *cell = m_model.cell(m_list, element, m_wanted.column);
            return cell ? sortKeyOf(cell->value) : SortKey();
        };
    m_order.start(std::move(task));
}

} // namespace xs::gui::review
