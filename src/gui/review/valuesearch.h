// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QObject>

#include <cstddef>
#include <vector>

namespace xs::gui::review {

class FilterProxy;
class ResultModel;

/// Looks a text up in the values that the filter shows, and in the names of those that are no cells of a table. It
/// works in slices between events, from one value on and then from the first; what was found so far can be walked
/// meanwhile. Decisions and filters begin it anew.
class ValueSearch : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    ValueSearch(const ResultModel &model, const FilterProxy &filter, QObject *parent = nullptr);

    /// arrived() tells the first value from this path on. An empty text ends the search.
    void start(const QString &text, const QString &fromPath);
    const QString &text() const { return m_text; }

    int count() const { return static_cast<int>(m_before.size() + m_after.size()); }
    /// Which of those that were found a value is, from 0; −1 where it is none of them.
    int placeOf(const QString &path) const;
    /// The next (1) or previous (−1) one of a value, around the ends; empty where nothing was found.
    QString next(const QString &path, int direction) const;
    /// How many values are still to be looked at.
    int left() const { return static_cast<int>(m_left); }

signals:
    /// More was found, or the search ended.
    void changed();
    void arrived(const QString &path);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void begin(std::size_t from);
    bool matches(std::size_t position) const;
    std::size_t found(std::size_t place) const;

    const ResultModel &m_model;
    const FilterProxy &m_filter;
    QString m_text;
    /// Positions in the model's values: those before the value that the search began at, and those from there on.
    std::vector<std::size_t> m_before;
    std::vector<std::size_t> m_after;
    std::size_t m_from = 0;
    std::size_t m_left = 0;
    bool m_hasArrived = true;
    QBasicTimer m_timer;
};

} // namespace xs::gui::review
