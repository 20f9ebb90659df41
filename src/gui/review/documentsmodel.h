// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/review/roworder.h"
#include "review/flatten.h"

#include <QAbstractTableModel>
#include <QImage>

namespace xs::gui::review {

/// One document (or, where results are lists, one of its elements) as a row: a cell for each column.
struct DocumentRow
{
    /// What the caller finds the document again by.
    QString id;
    QString name;
    std::vector<xs::review::FlatCell> cells;
    /// Where each cell's value stands; parallel to `cells`.
    std::vector<std::optional<domain::Citation>> places;
};

/// Several documents as one table: one row a document, one column a field. Filters and sorts itself with one reset,
/// which comes at once for few rows and later for very many, so that the event loop goes on.
class DocumentsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        PathRole = Qt::UserRole, ///< QString, of the cell's value; empty where the document has none
        DocumentRole,            ///< QString, the row's id
        LevelRole,               ///< int, a domain::ConfidenceLevel
        VerdictRole,             ///< int, a review::Verdict
        WaitsRole,               ///< bool: neither certain nor decided
        NullRole,
        CropRole, ///< QImage of the spot on the page; null while it is on its way
    };

    explicit DocumentsModel(QObject *parent = nullptr);

    void setRows(const QStringList &columns, std::vector<DocumentRow> rows);
    const QStringList &columns() const { return m_columns; }
    /// Only rows that have a value which waits, in `column` or, for −1, anywhere.
    void setFilter(bool waiting, int column = -1);
    void setSearch(const QString &text);
    /// Rows with a value that waits, in `column` or, for −1, anywhere.
    int waitingCount(int column) const;
    /// The picture of a cell of a document's row; cells are told of that have none when they are asked for it.
    void setCrop(const QString &document, const QString &path, const QImage &crop);
    /// What people decided about a cell.
    void setVerdict(const QString &document, const QString &path, xs::review::Verdict verdict);
    const DocumentRow &row(int shown) const
    {
        return m_rows[static_cast<std::size_t>(m_shown[static_cast<std::size_t>(shown)])];
    }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

signals:
    void cropWanted(const QString &document, const QString &path, const xs::domain::Citation &place) const;

private:
    void choose();
    SortKey keyOf(const DocumentRow &row) const;
    bool accepts(const DocumentRow &row) const;

    QStringList m_columns;
    std::vector<DocumentRow> m_rows;
    std::vector<int> m_shown;
    RowOrder m_order;
    QHash<QString, QImage> m_crops;
    mutable QSet<QString> m_asked;
    QString m_search;
    bool m_waiting = false;
    int m_waitingColumn = -1;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace xs::gui::review
