// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/roworder.h"

#include "gui/common/shownvalue.h"

#include <QCollator>
#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QTimerEvent>
#include <QtConcurrent>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace xs::gui::review {

namespace {

/// So much of a text decides where it stands.
constexpr qsizetype mostCompared = 200;
/// So many keys are ordered at once, which takes a millisecond or two.
constexpr std::size_t few = 1000;

/// One key with what its text is compared by, which is made once and not for each comparison.
struct Placed
{
    const SortKey *key;
    QCollatorSortKey text;
    int place;
};

bool isBefore(const Placed &a, const Placed &b)
{
    if (a.key->kind != b.key->kind)
        return a.key->kind < b.key->kind;
    return a.key->kind == SortKey::Kind::Text ? a.text < b.text : a.key->number < b.key->number;
}

} // namespace

SortKey sortKeyOf(const Json &value)
{
    if (value.is_null())
        return {};
    if (!value.is_number())
        return sortKeyOf(common::shownText(value, mostCompared));
    const auto number = value.get<double>();
    return std::isnan(number) ? SortKey() : SortKey{SortKey::Kind::Number, number, {}};
}

SortKey sortKeyOf(const QString &text)
{
    return {SortKey::Kind::Text, 0, text.left(mostCompared).toCaseFolded()};
}

std::vector<int> orderOf(const std::vector<SortKey> &keys, Qt::SortOrder order)
{
    QCollator collator;
    collator.setNumericMode(true);
    const auto none = collator.sortKey(QString());
    std::vector<Placed> placed;
    placed.reserve(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i)
        placed.push_back({&keys[i], keys[i].kind == SortKey::Kind::Text ? collator.sortKey(keys[i].text) : none,
                          static_cast<int>(i)});
    std::ranges::stable_sort(placed, [order](const Placed &a, const Placed &b) {
        const bool hasNone = a.key->kind == SortKey::Kind::None || b.key->kind == SortKey::Kind::None;
        return order == Qt::AscendingOrder || hasNone ? isBefore(a, b) : isBefore(b, a);
    });
    std::vector<int> places;
    places.reserve(placed.size());
    for (const auto &one : placed)
        places.push_back(one.place);
    return places;
}

void RowOrder::start(Task task)
{
    stop();
    m_task = std::move(task);
    m_isBusy = true;
    work();
}

void RowOrder::stop()
{
    ++m_turn;
    m_timer.stop();
    m_rows.clear();
    m_keys.clear();
    m_next = 0;
    m_task = {};
    m_isBusy = false;
}

void RowOrder::work()
{
    constexpr int slice = 8;
    constexpr int step = 64;
    QElapsedTimer time;
    time.start();
    while (m_next < m_task.rows && time.elapsed() < slice)
        for (int i = 0; i < step && m_next < m_task.rows; ++i, ++m_next) {
            if (m_task.accepts && !m_task.accepts(m_next))
                continue;
            m_rows.push_back(m_next);
            if (m_task.key)
                m_keys.push_back(m_task.key(m_next));
        }
    if (m_next < m_task.rows)
        return m_timer.start(0, this);
    m_timer.stop();
    sortKeys();
}

void RowOrder::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    work();
}

void RowOrder::sortKeys()
{
    if (m_keys.size() <= few) {
        if (m_task.key)
            return finish(orderOf(m_keys, m_task.order));
        std::vector<int> places(m_rows.size());
        std::iota(places.begin(), places.end(), 0);
        return finish(places);
    }
    auto *watcher = new QFutureWatcher<std::vector<int>>(this);
    connect(watcher, &QFutureWatcher<std::vector<int>>::finished, this, [this, watcher, turn = m_turn] {
        watcher->deleteLater();
        if (turn == m_turn)
            finish(watcher->result());
    });
    watcher->setFuture(
        QtConcurrent::run([keys = std::move(m_keys), order = m_task.order] { return orderOf(keys, order); }));
}

void RowOrder::finish(const std::vector<int> &places)
{
    std::vector<int> rows;
    rows.reserve(places.size());
    for (const auto place : places)
        rows.push_back(m_rows[static_cast<std::size_t>(place)]);
    stop();
    emit ordered(rows);
}

} // namespace xs::gui::review
