// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/evaluate/differencemodel.h"

#include "gui/common/confidencepainter.h"
#include "gui/common/plaintip.h"

#include <algorithm>

namespace xs::gui::evaluate {

using xs::evaluate::ComparedCell;
using xs::evaluate::ComparedDocument;
using xs::evaluate::Difference;

bool accepts(DifferenceModel::Filter filter, Difference difference)
{
    using Filter = DifferenceModel::Filter;
    switch (filter) {
    case Filter::All:
        return true;
    case Filter::NotEqual:
        return difference != Difference::Same;
    case Filter::Changed:
        return difference == Difference::Changed;
    case Filter::Missing:
        return difference == Difference::Missing;
    case Filter::Extra:
        return difference == Difference::Extra;
    }
    return true;
}

QString DifferenceModel::verdictWord(Difference difference)
{
    const QString words[] = {tr("same"), tr("different"), tr("missing"), tr("extra")};
    return words[static_cast<std::size_t>(difference)];
}

QStringView DifferenceModel::verdictIcon(Difference difference)
{
    constexpr QStringView icons[] = {u"check", u"notequal", u"noevidence", u"plus"};
    return icons[static_cast<std::size_t>(difference)];
}

void DifferenceModel::setDocuments(std::vector<ComparedDocument> documents)
{
    beginResetModel();
    m_documents = std::move(documents);
    show();
    endResetModel();
}

void DifferenceModel::setTitles(const QString &reference, const QString &value)
{
    m_referenceTitle = reference;
    m_valueTitle = value;
    emit headerDataChanged(Qt::Horizontal, Reference, Value);
}

void DifferenceModel::setFilter(Filter filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    show();
    endResetModel();
}

void DifferenceModel::setSearch(const QString &text)
{
    if (text == m_search)
        return;
    beginResetModel();
    m_search = text;
    show();
    endResetModel();
}

int DifferenceModel::count(Filter filter) const
{
    int count = 0;
    for (const auto &document : m_documents)
        for (const auto &cell : document.cells)
            count += accepts(filter, cell.difference) ? 1 : 0;
    return count;
}

bool DifferenceModel::isShown(const Row &row) const
{
    if (!accepts(m_filter, cellOf(row).difference))
        return false;
    if (m_search.isEmpty())
        return true;
    return std::ranges::any_of(std::array{Document, Field, Reference, Value}, [&](Column column) {
        return text(row, column).contains(m_search, Qt::CaseInsensitive);
    });
}

void DifferenceModel::show()
{
    m_rows.clear();
    for (std::size_t i = 0; i < m_documents.size(); ++i)
        for (std::size_t j = 0; j < m_documents[i].cells.size(); ++j)
            if (const Row row{static_cast<int>(i), static_cast<int>(j)}; isShown(row))
                m_rows.push_back(row);
    sortRows();
}

QString DifferenceModel::sortText(const Row &row, int column) const
{
    return text(row, column).toCaseFolded();
}

void DifferenceModel::sortRows()
{
    if (m_sortColumn < 0)
        return;
    const auto apply = [this](auto keyOf) {
        using Key = decltype(keyOf(Row()));
        std::vector<std::pair<Key, Row>> keyed;
        for (const auto &row : m_rows)
            keyed.emplace_back(keyOf(row), row);
        std::ranges::stable_sort(keyed, [this](const auto &a, const auto &b) {
            return m_sortOrder == Qt::AscendingOrder ? a.first < b.first : b.first < a.first;
        });
        for (std::size_t i = 0; i < keyed.size(); ++i)
            m_rows[i] = keyed[i].second;
    };
    if (m_sortColumn == Confidence)
        apply([this](const Row &row) { return m_documents.empty() ? 0.0 : cellOf(row).score.value_or(-1); });
    else if (m_sortColumn == Verdict)
        apply([this](const Row &row) { return m_documents.empty() ? 0 : static_cast<int>(cellOf(row).difference); });
    else
        apply([this](const Row &row) { return m_documents.empty() ? QString() : sortText(row, m_sortColumn); });
}

void DifferenceModel::sort(int column, Qt::SortOrder order)
{
    beginResetModel();
    m_sortColumn = column;
    m_sortOrder = order;
    show();
    endResetModel();
}

const ComparedCell &DifferenceModel::cellOf(const Row &row) const
{
    return m_documents[static_cast<std::size_t>(row.document)].cells[static_cast<std::size_t>(row.cell)];
}

const ComparedCell &DifferenceModel::cell(int row) const
{
    return cellOf(m_rows[static_cast<std::size_t>(row)]);
}

const ComparedDocument &DifferenceModel::document(int row) const
{
    return m_documents[static_cast<std::size_t>(m_rows[static_cast<std::size_t>(row)].document)];
}

int DifferenceModel::rowOf(const QString &document, const ComparedCell &cell) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const auto row = static_cast<int>(i);
        const auto &shown = this->cell(row);
        if (shown.path == cell.path && shown.referencePath == cell.referencePath && this->document(row).id == document)
            return row;
    }
    return -1;
}

int DifferenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DifferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DifferenceModel::text(const Row &row, int column) const
{
    const auto &cell = cellOf(row);
    switch (column) {
    case Document:
        return m_documents[static_cast<std::size_t>(row.document)].name;
    case Field:
        return cell.place;
    case Reference:
        return cell.reference.is_null() ? tr("not in the document") : displayText(cell.reference);
    case Value:
        return cell.value.is_null() ? tr("no value") : displayText(cell.value);
    case Confidence:
        return cell.score ? common::ConfidencePainter::sentence(domain::confidenceLevel(cell.score), cell.score)
                          : tr("no score");
    case Verdict:
        return verdictWord(cell.difference);
    default:
        return {};
    }
}

QVariant DifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &row = m_rows[static_cast<std::size_t>(index.row())];
    const auto &cell = cellOf(row);
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return common::plainTip(text(row, index.column()));
    case DifferenceRole:
        return static_cast<int>(cell.difference);
    case ScoreRole:
        return cell.score ? QVariant(*cell.score) : QVariant();
    case LevelRole:
        return static_cast<int>(domain::confidenceLevel(cell.score));
    case NullRole:
        return index.column() == Reference ? cell.reference.is_null() : index.column() == Value && cell.value.is_null();
    case OtherTextRole:
        return displayText(index.column() == Reference ? cell.value : cell.reference);
    default:
        return {};
    }
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Document"), tr("Field"),      m_referenceTitle,
                            m_valueTitle,   tr("Confidence"), tr("Verdict")};
    return names.value(section);
}

} // namespace xs::gui::evaluate
