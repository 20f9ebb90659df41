// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/theme.h"
#include "gui/review/resultmodel.h"

#include <QRect>

class QPainter;

namespace xs::gui::review {

/// How the rows of a list of flat objects look inside the result tree: a small framed table whose columns line up.
/// Certain cells stay plain; the others carry sign and number, and a soft ground while they wait for a person.
class NestedTable
{
public:
    /// Measures the columns of the table that `index` (its header or any row) belongs to.
    NestedTable(const ResultModel &model, const QModelIndex &index, const QFont &body);

    /// Where the columns lie in a row that spans `row`; numbers keep their width, texts share what is left. Columns
    /// that have no room even when they are narrow lie beside the frame until they are scrolled into it.
    std::vector<QRect> columnRects(const QRect &row) const;
    /// The column at a place, −1 for none.
    int columnAt(const QRect &row, const QPoint &position) const;
    /// By so many pixels to the right, as far as there are columns. Whether anything moved.
    bool scrollBy(const QRect &row, int pixels);
    /// So far that a column is inside of the frame. Whether anything moved.
    bool reveal(const QRect &row, int column);
    /// How far a click in the header scrolls: −1, 1, or 0 where no mark of more columns is.
    int scrollMarkAt(const QRect &row, const QPoint &position) const;

    struct RowState
    {
        bool last = false;
        /// The chosen cell, −1 for none.
        int chosen = -1;
        /// A text that is marked wherever it stands in a cell.
        QString found;
    };
    /// `order` names the column that the table is ordered by, with a mark behind its name.
    void paintHeader(QPainter *painter, const QRect &row, const ResultModel::TableOrder &order,
                     const common::Theme &theme) const;
    void paintRow(QPainter *painter, const QRect &row, const QString &number, const std::vector<TableCell> &cells,
                  const RowState &state, const common::Theme &theme) const;

private:
    QRect frame(const QRect &row) const;
    /// The frame without the numbers of the rows: where the columns are seen.
    QRect window(const QRect &row) const;
    std::vector<int> widthsIn(int room) const;
    void paintScrollMarks(QPainter *painter, const QRect &row, const common::Theme &theme) const;
    int markWidth(const TableCell &cell, bool isShort) const;
    /// Whether the columns have no room for the numbers of the marks: then a mark is only its sign.
    bool hasShortMarks(int room) const;
    void paintCell(QPainter *painter, const QRect &rect, const TableCell &cell, bool chosen, bool hasShortMark,
                   const QString &found, const common::Theme &theme) const;

    QFont m_body;
    std::vector<TableCell> m_columns;
    /// What each column wants, and what it wants with short marks.
    std::vector<int> m_widths;
    std::vector<int> m_shortWidths;
    /// How far the columns are scrolled to the left, in pixels.
    int m_offset = 0;
};

} // namespace xs::gui::review
