// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/resultnode.h"
#include "gui/review/resultrows.h"
#include "gui/review/verdictwords.h"
#include "review/attention.h"
#include "schema/field.h"

#include <QAbstractItemModel>

#include <map>
#include <memory>

namespace xs::gui::review {

/// An extraction result as a tree in the schema's order: names, values, confidence, state, page. Lists of flat objects
/// become a header row and one row an element, whose cells are asked for with cells(). Values are shown as they count
/// after people's decisions.
class ResultModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { FieldColumn, ValueColumn, ConfidenceColumn, StateColumn, PageColumn, ColumnCount };
    enum Role {
        PathRole = Qt::UserRole, ///< QString
        KindRole,                ///< int, a RowKind
        LevelRole,               ///< int, a domain::ConfidenceLevel; values only
        ScoreRole,               ///< double, invalid without a score
        CitationCountRole,       ///< int
        AttentionRole,           ///< int, a review::Attention; of a group the most urgent of its values
        NoEvidenceRole,          ///< bool; of a group whether any of its values lacks evidence
        NullRole,                ///< bool, "no value"
        VerdictRole,             ///< int, a review::Verdict; values only
        EditedRole,              ///< bool; of a group whether any of its values was edited
    };

    explicit ResultModel(QObject *parent = nullptr);
    ~ResultModel() override;

    /// The engine's result and what was decided about it.
    void setResult(domain::ResultNode result, schema::Field schema, const domain::ConfidenceRules &rules = {},
                   const xs::review::Decisions &decisions = {});
    void clear();
    /// Takes new decisions about some values (Verdict::None where one was taken back); the tree keeps its shape.
    void setDecisions(const xs::review::Decisions &decisions);

    const domain::ResultNode &result() const { return m_result; }
    const std::vector<xs::review::ReviewValue> &values() const { return m_values; }
    /// The value at a path as it counts, or null.
    const domain::ResultNode *node(const QString &path) const;
    const xs::review::ReviewValue *value(const QString &path) const;
    /// Where a value stands in values(); −1 for none.
    int positionOf(const QString &path) const;
    const schema::Field *field(const QString &path) const { return xs::review::fieldOf(&m_schema, path); }
    /// The paths of all values that lie in the same object as this one: of a table row its cells.
    QStringList siblings(const QString &path) const;

    /// A value as a screen reader says it, with its row and column where it is a cell: "Row 2, price: 24.80, check
    /// 0.74, confirmed".
    QString spokenValue(const QString &path) const;
    /// The row that shows a path: its own, or that of the table row it is a cell of. Invalid for an unknown path.
    QModelIndex indexOf(const QString &path) const;
    /// The cells of a TableHeader or TableRow.
    std::vector<TableCell> cells(const QModelIndex &index) const;
    /// Values without evidence stand in a group of their own at the end, too, named by their path. It may be empty;
    /// where the engine proved no value at all there is none. And the row of a value in it.
    QModelIndex unprovenGroup() const;
    QModelIndex unprovenIndexOf(const QString &path) const;

    /// What a table is ordered by; no column means the document's own order.
    struct TableOrder
    {
        QString column;
        Qt::SortOrder direction = Qt::AscendingOrder;
        bool operator==(const TableOrder &) const = default;
    };
    TableOrder tableOrder(const QString &list) const;
    int elementCount(const QString &list) const;
    /// A cell as it counts of the element with this number, whatever order the table has; null where there is none.
    const domain::ResultNode *cell(const QString &list, int number, const QString &column) const;
    /// Puts all elements of a table in an order; they keep their numbers and paths.
    void orderTable(const QString &list, const TableOrder &order, const std::vector<int> &elements);

    /// How many elements the table has that a TableHeader or TableRow belongs to, and one of its rows.
    int tableSize(const QModelIndex &index) const;
    std::vector<TableCell> tableRow(const QModelIndex &index, int element) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    using Row = ResultRow;

    const Row *rowOfPath(const QString &path) const;
    void decide(const QString &path, const xs::review::Decision &decision);
    const Row *rowOf(const QModelIndex &index) const;
    std::vector<TableCell> cellsOf(const Row &row) const;
    QModelIndex indexOfRow(const Row *row, int column = 0) const;
    QString text(const Row &row, int column) const;
    QString spokenRow(const Row &row) const;
    QString spokenHeader(const Row &row) const;
    QString valueText(const Row &row) const;
    QString pageText(const Row &row) const;
    QString tooltip(const Row &row, int column) const;

    void nameUnproven();
    int elementCount(const Row &table) const;
    QModelIndex takeUnproven(const QString &path);
    const domain::ResultNode *element(const QString &list, int number) const;
    const domain::ResultNode *counting(const QString &path, const domain::ResultNode *engine) const;

    domain::ResultNode m_result;
    schema::Field m_schema;
    domain::ConfidenceRules m_rules;
    /// The values that were edited, as they count.
    std::map<QString, domain::ResultNode> m_edited;
    std::vector<xs::review::ReviewValue> m_values;
    /// The engine's nodes of the values, position by position.
    std::vector<const domain::ResultNode *> m_nodes;
    QHash<QString, size_t> m_valueOfPath;
    RowPlaces m_places;
    std::unique_ptr<Row> m_root;
    /// The group of the values without evidence, at the end of the root's children; null without one.
    Row *m_unproven = nullptr;
    QHash<QString, TableOrder> m_tableOrders;
};

} // namespace xs::gui::review
