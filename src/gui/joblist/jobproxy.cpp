// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/joblist/jobproxy.h"

#include "gui/joblist/jobmodel.h"

#include <QCollator>
#include <QFutureWatcher>
#include <QTimer>
#include <QtConcurrentRun>

#include <algorithm>
#include <limits>
#include <numeric>

using namespace std::chrono_literals;

namespace xs::gui::joblist {

namespace {

/// Up to here a new arrangement takes a few milliseconds.
constexpr int mostAtOnce = 3'000;

} // namespace

struct JobProxy::Task
{
    std::vector<int> rows;
    /// Of every source row; empty when the order is the model's own.
    std::vector<JobModel::SortKey> keys;
    /// Of every source row; empty without a text to look for.
    std::vector<QString> searched;
    QString text;
    Qt::SortOrder order = Qt::AscendingOrder;
};

std::vector<int> JobProxy::arrangement(const Task &task)
{
    auto rows = task.rows;
    if (!task.text.isEmpty())
        std::erase_if(rows, [&task](int row) {
            return !task.searched[static_cast<std::size_t>(row)].contains(task.text, Qt::CaseInsensitive);
        });
    if (task.keys.empty())
        return rows;
    // Comparing two texts by the rules of a language is slow, comparing their keys is not.
    std::vector<std::optional<QCollatorSortKey>> texts(task.keys.size());
    // The locale C has no rules for numbers in names.
    QCollator collator(QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale());
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    for (const auto row : rows)
        if (const auto &key = task.keys[static_cast<std::size_t>(row)]; !key.text.isEmpty())
            texts[static_cast<std::size_t>(row)] = collator.sortKey(key.text);
    const auto isLess = [&](int left, int right) {
        const auto l = static_cast<std::size_t>(left);
        const auto r = static_cast<std::size_t>(right);
        if (task.keys[l].number != task.keys[r].number)
            return task.keys[l].number < task.keys[r].number;
        if (texts[l] && texts[r])
            return texts[l]->compare(*texts[r]) < 0;
        return texts[l].has_value() < texts[r].has_value();
    };
    if (task.order == Qt::AscendingOrder)
        std::ranges::stable_sort(rows, isLess);
    else
        std::ranges::stable_sort(rows, [&isLess](int left, int right) { return isLess(right, left); });
    return rows;
}

JobProxy::JobProxy(QObject *parent) : QAbstractProxyModel(parent)
{
}

JobProxy::~JobProxy() = default;

void JobProxy::setSourceModel(QAbstractItemModel *model)
{
    beginResetModel();
    QAbstractProxyModel::setSourceModel(model);
    m_model = qobject_cast<JobModel *>(model);
    Q_ASSERT(m_model);
    m_places.assign(static_cast<std::size_t>(m_model->rowCount()), -1);
    m_rows = arrangement(makeTask());
    renumber();
    endResetModel();
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { sourceInserted(first, last); });
    // The model takes jobs out one by one.
    connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int row) { sourceAboutToRemove(row); });
    connect(m_model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int row) { sourceRemoved(row); });
    connect(m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
                tellOfChange(first, last, roles);
                // A cell alone is a time or a progress that goes on; it moves no row.
                if (first.column() != last.column())
                    sourceChanged(first.row(), last.row());
            });
}

/// One range around the places of all changed rows: a view paints only what it shows of it.
void JobProxy::tellOfChange(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    int top = std::numeric_limits<int>::max();
    int bottom = -1;
    for (int row = first.row(); row <= last.row(); ++row) {
        if (const auto place = m_places[static_cast<std::size_t>(row)]; place >= 0) {
            top = std::min(top, place);
            bottom = std::max(bottom, place);
        }
    }
    if (bottom >= 0)
        emit dataChanged(index(top, first.column()), index(bottom, last.column()), roles);
}

JobProxy::Task JobProxy::makeTask() const
{
    Task task{.rows = {}, .keys = {}, .searched = {}, .text = m_text, .order = m_order};
    const auto count = m_model->rowCount();
    for (int row = 0; row < count; ++row)
        if (!m_state || m_model->state(row) == *m_state)
            task.rows.push_back(row);
    if (m_column >= 0) {
        task.keys.resize(static_cast<std::size_t>(count));
        for (const auto row : task.rows)
            task.keys[static_cast<std::size_t>(row)] = m_model->sortKey(row, m_column);
    }
    if (!m_text.isEmpty()) {
        task.searched.resize(static_cast<std::size_t>(count));
        for (const auto row : task.rows)
            task.searched[static_cast<std::size_t>(row)] = m_model->searchText(row);
    }
    return task;
}

bool JobProxy::accepts(int row) const
{
    return (!m_state || m_model->state(row) == *m_state) &&
           (m_text.isEmpty() || m_model->searchText(row).contains(m_text, Qt::CaseInsensitive));
}

void JobProxy::setState(std::optional<JobState> state)
{
    m_state = state;
    arrange();
}

void JobProxy::setText(const QString &text)
{
    if (m_text == text.trimmed())
        return;
    m_text = text.trimmed();
    arrange();
}

void JobProxy::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    arrange();
}

/// Many changes make one new arrangement; of very many rows not more than a few a second.
void JobProxy::arrangeSoon()
{
    ++m_generation;
    if (std::exchange(m_arrangesSoon, true))
        return;
    const auto wait = m_places.size() > mostAtOnce ? 500ms : 0ms;
    QTimer::singleShot(wait, this, [this] {
        m_arrangesSoon = false;
        arrange();
    });
}

void JobProxy::arrange()
{
    ++m_generation;
    if (!m_model)
        return;
    if (m_places.size() <= mostAtOnce)
        return apply(arrangement(makeTask()));
    if (m_isArranging)
        return; // the one under way sees that it is out of date, and begins again
    m_isArranging = true;
    using Result = std::vector<int>;
    auto *watcher = new QFutureWatcher<Result>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, generation = m_generation] {
        watcher->deleteLater();
        m_isArranging = false;
        if (generation != m_generation)
            return arrange();
        apply(watcher->future().takeResult());
    });
    watcher->setFuture(QtConcurrent::run([task = makeTask()] { return arrangement(task); }));
}

void JobProxy::apply(std::vector<int> rows)
{
    if (rows == m_rows)
        return;
    emit layoutAboutToBeChanged();
    const auto before = persistentIndexList();
    std::vector<int> sourceRows;
    for (const auto &shown : before)
        sourceRows.push_back(m_rows[static_cast<std::size_t>(shown.row())]);
    m_rows = std::move(rows);
    renumber();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const auto place = m_places[static_cast<std::size_t>(sourceRows[static_cast<std::size_t>(i)])];
        after << (place < 0 ? QModelIndex() : createIndex(place, before[i].column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

void JobProxy::renumber()
{
    std::ranges::fill(m_places, -1);
    for (std::size_t place = 0; place < m_rows.size(); ++place)
        m_places[static_cast<std::size_t>(m_rows[place])] = static_cast<int>(place);
}

/// New jobs stand at the end until they are arranged.
void JobProxy::sourceInserted(int first, int last)
{
    m_places.resize(static_cast<std::size_t>(m_model->rowCount()), -1);
    std::vector<int> shown;
    for (int row = first; row <= last; ++row)
        if (accepts(row))
            shown.push_back(row);
    if (!shown.empty()) {
        const auto end = static_cast<int>(m_rows.size());
        beginInsertRows({}, end, end + static_cast<int>(shown.size()) - 1);
        for (const auto row : shown) {
            m_places[static_cast<std::size_t>(row)] = static_cast<int>(m_rows.size());
            m_rows.push_back(row);
        }
        endInsertRows();
    }
    ++m_generation;
    if (m_column >= 0)
        arrangeSoon();
}

void JobProxy::sourceAboutToRemove(int row)
{
    ++m_generation;
    if (const auto place = m_places[static_cast<std::size_t>(row)]; place >= 0)
        beginRemoveRows({}, place, place);
}

void JobProxy::sourceRemoved(int row)
{
    const auto place = m_places[static_cast<std::size_t>(row)];
    if (place >= 0)
        m_rows.erase(m_rows.begin() + place);
    m_places.erase(m_places.begin() + row);
    for (auto &other : m_rows)
        other -= other > row ? 1 : 0;
    renumber();
    if (place >= 0)
        endRemoveRows();
}

void JobProxy::sourceChanged(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const auto isShown = m_places[static_cast<std::size_t>(row)] >= 0;
        if (m_column >= 0 || isShown != accepts(row))
            return arrangeSoon();
    }
}

QModelIndex JobProxy::mapToSource(const QModelIndex &index) const
{
    return index.isValid() ? m_model->index(m_rows[static_cast<std::size_t>(index.row())], index.column())
                           : QModelIndex();
}

QModelIndex JobProxy::mapFromSource(const QModelIndex &index) const
{
    if (!index.isValid() || static_cast<std::size_t>(index.row()) >= m_places.size())
        return {};
    const auto place = m_places[static_cast<std::size_t>(index.row())];
    return place < 0 ? QModelIndex() : createIndex(place, index.column());
}

QModelIndex JobProxy::index(int row, int column, const QModelIndex &parent) const
{
    return parent.isValid() || row < 0 || row >= rowCount() || column < 0 || column >= columnCount()
               ? QModelIndex()
               : createIndex(row, column);
}

int JobProxy::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

/// Also while no row is shown.
QVariant JobProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_model ? m_model->headerData(section, orientation, role) : QVariant();
}

int JobProxy::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_model ? 0 : m_model->columnCount();
}

} // namespace xs::gui::joblist
