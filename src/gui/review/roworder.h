// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QBasicTimer>
#include <QObject>

#include <functional>
#include <vector>

namespace xs::gui::review {

/// What a row of a table is ordered by: numbers by value, before texts as the language orders them ("row 9" before
/// "row 10"); rows without a value stand last in both directions.
struct SortKey
{
    enum class Kind { Number, Text, None };

    Kind kind = Kind::None;
    double number = 0;
    QString text;
};

SortKey sortKeyOf(const Json &value);
SortKey sortKeyOf(const QString &text);

/// The positions of the keys in their order; rows with equal keys keep theirs.
std::vector<int> orderOf(const std::vector<SortKey> &keys, Qt::SortOrder order);

/// Chooses rows of a table and puts them in order without holding up the event loop: rows are looked at in slices
/// between events, and very many keys are ordered in a thread of the pool. What is quickly done is done at once.
class RowOrder : public QObject
{
    Q_OBJECT

public:
    struct Task
    {
        int rows = 0;
        /// Null: all rows.
        std::function<bool(int row)> accepts;
        /// Null: the rows' own order.
        std::function<SortKey(int row)> key;
        Qt::SortOrder order = Qt::AscendingOrder;
    };

    using QObject::QObject;

    /// Begins, in place of what was under way. What the functions look at must stay until ordered() or stop().
    void start(Task task);
    void stop();
    bool isBusy() const { return m_isBusy; }

signals:
    void ordered(const std::vector<int> &rows);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void work();
    void sortKeys();
    void finish(const std::vector<int> &places);

    Task m_task;
    std::vector<int> m_rows;
    std::vector<SortKey> m_keys;
    int m_next = 0;
    int m_turn = 0;
    bool m_isBusy = false;
    QBasicTimer m_timer;
};

} // namespace xs::gui::review
