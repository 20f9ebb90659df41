// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/valuesearch.h"

#include "gui/review/filterproxy.h"
#include "gui/review/resultmodel.h"

#include <QElapsedTimer>
#include <QTimerEvent>

#include <algorithm>

namespace xs::gui::review {

ValueSearch::ValueSearch(const ResultModel &model, const FilterProxy &filter, QObject *parent)
    : QObject(parent), m_model(model), m_filter(filter)
{
    // What was arrived at stays; only the places are found anew.
    const auto again = [this] {
        if (!m_text.isEmpty())
            begin(0);
    };
    connect(&filter, &QAbstractItemModel::modelReset, this, again);
    connect(&model, &QAbstractItemModel::dataChanged, this, again);
}

void ValueSearch::start(const QString &text, const QString &fromPath)
{
    m_text = text;
    m_hasArrived = text.isEmpty();
    begin(static_cast<std::size_t>(std::max(0, m_model.positionOf(fromPath))));
    emit changed();
}

void ValueSearch::begin(std::size_t from)
{
    m_before.clear();
    m_after.clear();
    m_from = from;
    m_left = m_text.isEmpty() ? 0 : m_model.values().size();
    if (m_left > 0)
        m_timer.start(0, this);
    else
        m_timer.stop();
}

bool ValueSearch::matches(std::size_t position) const
{
    const auto &value = m_model.values()[position];
    const auto row = m_model.indexOf(value.path);
    if (!m_filter.mapFromSource(row).isValid())
        return false;
    const bool isRow = row.data(ResultModel::KindRole).toInt() == static_cast<int>(RowKind::Value);
    if (isRow && row.data().toString().contains(m_text, Qt::CaseInsensitive))
        return true;
    return !value.isNull && displayText(m_model.node(value.path)->value).contains(m_text, Qt::CaseInsensitive);
}

void ValueSearch::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    constexpr int slice = 10;
    constexpr std::size_t step = 50;
    QElapsedTimer time;
    time.start();
    const auto all = m_model.values().size();
    while (m_left > 0 && time.elapsed() < slice)
        for (std::size_t i = 0; i < step && m_left > 0; ++i, --m_left) {
            const auto position = (m_from + all - m_left) % all;
            if (matches(position))
                (position < m_from ? m_before : m_after).push_back(position);
        }
    if (m_left == 0)
        m_timer.stop();
    const bool arrives = !m_hasArrived && count() > 0;
    m_hasArrived = m_hasArrived || arrives;
    if (arrives)
        emit arrived(m_model.values()[m_after.empty() ? m_before.front() : m_after.front()].path);
    emit changed();
}

std::size_t ValueSearch::found(std::size_t place) const
{
    return place < m_before.size() ? m_before[place] : m_after[place - m_before.size()];
}

int ValueSearch::placeOf(const QString &path) const
{
    const auto position = m_model.positionOf(path);
    if (position < 0)
        return -1;
    const auto wanted = static_cast<std::size_t>(position);
    const auto &part = wanted < m_from ? m_before : m_after;
    const auto here = std::ranges::lower_bound(part, wanted);
    if (here == part.end() || *here != wanted)
        return -1;
    return static_cast<int>(here - part.begin() + (wanted < m_from ? 0 : static_cast<std::ptrdiff_t>(m_before.size())));
}

QString ValueSearch::next(const QString &path, int direction) const
{
    if (count() == 0)
        return {};
    // The place that this value has, or would have.
    const auto wanted = static_cast<std::size_t>(std::max(0, m_model.positionOf(path)));
    std::size_t low = 0;
    for (auto high = static_cast<std::size_t>(count()); low < high;) {
        const auto middle = (low + high) / 2;
        if (found(middle) < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    const auto all = static_cast<std::size_t>(count());
    const bool isHere = low < all && found(low) == wanted;
    const auto place = direction < 0 ? (low + all - 1) % all : (low + (isHere ? 1 : 0)) % all;
    return m_model.values()[found(place)].path;
}

} // namespace xs::gui::review
