// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/confidence.h"
#include "evaluate/report.h"

#include <QAbstractTableModel>

namespace xs::gui::evaluate {

/// The values of compared documents as rows: what was expected beside what the run says. It filters and sorts itself,
/// with one reset, so that very many rows cost no more than one pass over them.
class DifferenceModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Document, Field, Reference, Value, Confidence, Verdict, ColumnCount };
    enum Role {
        DifferenceRole = Qt::UserRole, ///< int, an evaluate::Difference
        ScoreRole,                     ///< double, invalid without a score
        LevelRole,                     ///< int, a domain::ConfidenceLevel
        NullRole,                      ///< bool: this side says that there is nothing
        OtherTextRole,                 ///< QString: the same cell of the other side
    };
    enum class Filter { All, NotEqual, Changed, Missing, Extra };

    using QAbstractTableModel::QAbstractTableModel;

    void setDocuments(std::vector<xs::evaluate::ComparedDocument> documents);
    const std::vector<xs::evaluate::ComparedDocument> &documents() const { return m_documents; }
    /// The column of what is compared with: "Expected", "Run of 14:02".
    void setTitles(const QString &reference, const QString &value);
    void setFilter(Filter filter);
    Filter filter() const { return m_filter; }
    /// Rows whose document, field or one of whose values has this text in it, without regard to case.
    void setSearch(const QString &text);
    int count(Filter filter) const;

    const xs::evaluate::ComparedCell &cell(int row) const;
    const xs::evaluate::ComparedDocument &document(int row) const;
    /// The row that shows a value, −1 when it is not shown.
    int rowOf(const QString &document, const xs::evaluate::ComparedCell &cell) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// "different", "missing", "extra", "same".
    static QString verdictWord(xs::evaluate::Difference difference);
    /// The icon that goes with it.
    static QStringView verdictIcon(xs::evaluate::Difference difference);

private:
    struct Row
    {
        int document = 0;
        int cell = 0;
    };
    void show();
    void sortRows();
    bool isShown(const Row &row) const;
    const xs::evaluate::ComparedCell &cellOf(const Row &row) const;
    QString sortText(const Row &row, int column) const;
    QString text(const Row &row, int column) const;

    std::vector<xs::evaluate::ComparedDocument> m_documents;
    std::vector<Row> m_rows;
    QString m_referenceTitle;
    QString m_valueTitle;
    Filter m_filter = Filter::All;
    QString m_search;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

/// Whether a filter shows a kind of difference.
bool accepts(DifferenceModel::Filter filter, xs::evaluate::Difference difference);

} // namespace xs::gui::evaluate
