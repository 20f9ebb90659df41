// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/documentsmodel.h"

#include "gui/common/confidencepainter.h"
#include "gui/common/plaintip.h"
#include "gui/common/shownvalue.h"
#include "gui/review/verdictwords.h"

#include <algorithm>

namespace xs::gui::review {

using xs::review::FlatCell;
using xs::review::Verdict;

namespace {

bool waits(const FlatCell &cell)
{
    return cell.present && cell.verdict == Verdict::None && !(cell.value.is_null() && !cell.score) &&
           cell.level != domain::ConfidenceLevel::Certain;
}

QString cropKey(const QString &document, const QString &path)
{
    return document + path;
}

} // namespace

DocumentsModel::DocumentsModel(QObject *parent) : QAbstractTableModel(parent)
{
    connect(&m_order, &RowOrder::ordered, this, [this](const std::vector<int> &rows) {
        beginResetModel();
        m_shown = rows;
        endResetModel();
    });
}

void DocumentsModel::setRows(const QStringList &columns, std::vector<DocumentRow> rows)
{
    m_order.stop();
    beginResetModel();
    m_columns = columns;
    m_rows = std::move(rows);
    m_shown.clear();
    m_crops.clear();
    m_asked.clear();
    m_waitingColumn = -1;
    endResetModel();
    choose();
}

void DocumentsModel::setFilter(bool waiting, int column)
{
    m_waiting = waiting;
    m_waitingColumn = column;
    choose();
}

int DocumentsModel::waitingCount(int column) const
{
    return static_cast<int>(std::ranges::count_if(m_rows, [column](const DocumentRow &row) {
        return column < 0 ? std::ranges::any_of(row.cells, waits) : waits(row.cells[static_cast<std::size_t>(column)]);
    }));
}

void DocumentsModel::setSearch(const QString &text)
{
    m_search = text;
    choose();
}

bool DocumentsModel::accepts(const DocumentRow &row) const
{
    if (m_waiting && m_waitingColumn >= 0 && !waits(row.cells[static_cast<std::size_t>(m_waitingColumn)]))
        return false;
    if (m_waiting && m_waitingColumn < 0 && std::ranges::none_of(row.cells, waits))
        return false;
    return m_search.isEmpty() || row.name.contains(m_search, Qt::CaseInsensitive) ||
           std::ranges::any_of(row.cells, [this](const FlatCell &cell) {
               return displayText(cell.value).contains(m_search, Qt::CaseInsensitive);
           });
}

SortKey DocumentsModel::keyOf(const DocumentRow &row) const
{
    return m_sortColumn == 0 ? sortKeyOf(row.name)
                             : sortKeyOf(row.cells[static_cast<std::size_t>(m_sortColumn - 1)].value);
}

/// Rows and columns stay while this is under way: setRows() ends it.
void DocumentsModel::choose()
{
    RowOrder::Task task{static_cast<int>(m_rows.size()), {}, {}, m_sortOrder};
    if (m_waiting || !m_search.isEmpty())
        task.accepts = [this](int row) { return accepts(m_rows[static_cast<std::size_t>(row)]); };
    if (m_sortColumn >= 0 && m_sortColumn <= m_columns.size())
        task.key = [this](int row) { return keyOf(m_rows[static_cast<std::size_t>(row)]); };
    m_order.start(std::move(task));
}

void DocumentsModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    choose();
}

void DocumentsModel::setCrop(const QString &document, const QString &path, const QImage &crop)
{
    m_crops.insert(cropKey(document, path), crop);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {CropRole});
}

void DocumentsModel::setVerdict(const QString &document, const QString &path, Verdict verdict)
{
    for (auto &row : m_rows)
        if (row.id == document)
            for (auto &cell : row.cells)
                if (cell.path == path)
                    cell.verdict = verdict;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int DocumentsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int DocumentsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size()) + 1;
}

QVariant DocumentsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &shown = row(index.row());
    if (role == DocumentRole)
        return shown.id;
    if (index.column() == 0)
        return role == Qt::DisplayRole   ? QVariant(shown.name)
               : role == Qt::ToolTipRole ? QVariant(common::plainTip(shown.name))
                                         : QVariant();
    const auto at = static_cast<std::size_t>(index.column() - 1);
    const auto &cell = shown.cells[at];
    switch (role) {
    case Qt::DisplayRole:
        return cell.value.is_null() ? (cell.present ? tr("no value") : QString()) : common::shownText(cell.value);
    case Qt::ToolTipRole:
        if (!cell.present)
            return {};
        return common::plainTip(common::ConfidencePainter::sentence(cell.level, cell.score) + QLatin1String(" · ") +
                                verdictText(cell.verdict) + QLatin1Char('\n') + common::shownText(cell.value));
    case Qt::TextAlignmentRole:
        return static_cast<int>((cell.value.is_number() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case PathRole:
        return cell.path;
    case LevelRole:
        return static_cast<int>(cell.level);
    case VerdictRole:
        return static_cast<int>(cell.verdict);
    case WaitsRole:
        return waits(cell);
    case NullRole:
        return cell.value.is_null();
    case CropRole: {
        const auto key = cropKey(shown.id, cell.path);
        if (!m_crops.contains(key) && shown.places[at] && !m_asked.contains(key)) {
            m_asked.insert(key);
            emit cropWanted(shown.id, cell.path, *shown.places[at]);
        }
        return m_crops.value(key);
    }
    default:
        return {};
    }
}

QVariant DocumentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return section == 0 ? tr("Document") : m_columns.value(section - 1);
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

} // namespace xs::gui::review
