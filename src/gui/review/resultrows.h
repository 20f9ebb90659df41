// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/resultnode.h"
#include "review/attention.h"

#include <QHash>

#include <memory>

namespace xs::gui::review {

/// What a row of the result tree is.
enum class RowKind {
    Value,       ///< one value
    Group,       ///< an object, or a list; without a node the group of the values without evidence
    TableHeader, ///< the column names of a list of flat objects
    TableRow,    ///< one element of such a list; its values are cells, not rows
};

/// One cell of a TableRow.
struct TableCell
{
    QString name;
    /// Numbers stand at the right.
    bool numeric = false;
    /// Null where the element has no such member, and in the header.
    const domain::ResultNode *node = nullptr;
    xs::review::ReviewValue value;
};

/// A row of the tree. It points into the result, which stays where it is until the next setResult().
struct ResultRow
{
    RowKind kind = RowKind::Group;
    QString path;
    QString name;
    const domain::ResultNode *node = nullptr;
    ResultRow *parent = nullptr;
    int position = 0;
    /// Of a TableRow: which element of the list it is, from 0, whatever order the rows are shown in.
    std::size_t element = 0;
    std::vector<std::unique_ptr<ResultRow>> children;
    /// Of a Value or TableRow: where its values stand among all values of the result, and how many they are.
    std::size_t firstValue = 0;
    std::size_t valueCount = 0;
    /// Of the row's own value, or the most urgent and the sum of what lies below.
    xs::review::Attention attention = xs::review::Attention::None;
    bool anyWithoutEvidence = false;
    int waiting = 0;
    int edited = 0;
    /// Of a list that is shown as a table.
    std::vector<TableCell> columns;

    ResultRow *add(RowKind childKind, const QString &childPath, const domain::ResultNode *childNode)
    {
        return insert(static_cast<int>(children.size()), childKind, childPath, childNode);
    }

    ResultRow *insert(int at, RowKind childKind, const QString &childPath, const domain::ResultNode *childNode)
    {
        auto *child = children.insert(children.begin() + at, std::make_unique<ResultRow>())->get();
        child->kind = childKind;
        child->path = childPath;
        child->node = childNode;
        child->parent = this;
        number(at);
        return child;
    }

    void remove(int at)
    {
        children.erase(children.begin() + at);
        number(at);
    }

    void number(int from)
    {
        for (auto i = static_cast<std::size_t>(from); i < children.size(); ++i)
            children[i]->position = static_cast<int>(i);
    }
};

/// Finds rows: groups and rows of tables by path, and the row of every value by its position among all values, which is
/// that of domain::forEachValue().
struct RowPlaces
{
    QHash<QString, ResultRow *> byPath;
    std::vector<ResultRow *> ofValue;
};
/// The rows of a result, below an unnamed root. The result must stay where it is.
std::unique_ptr<ResultRow> buildRows(const domain::ResultNode &result, const schema::Field &schema, RowPlaces &places);

/// Adds a group at the end of the root's rows with one row for each value that has no evidence, in the result's order.
/// It may be empty, because decisions give values and take them; where the engine proved none at all there is no group,
/// which would say nothing. The rows have no names yet. `nodes` are the engine's nodes of the values.
ResultRow *addUnproven(ResultRow &root, const std::vector<xs::review::ReviewValue> &values,
                       const std::vector<const domain::ResultNode *> &nodes);

/// Sums up a row from its children's sums alone, or with everything below it. `values` are all values of the result.
void summarize(ResultRow &row, const std::vector<xs::review::ReviewValue> &values);
void summarizeTree(ResultRow &row, const std::vector<xs::review::ReviewValue> &values);

/// The member of an object; null where there is none.
const domain::ResultNode *member(const domain::ResultNode &object, const QString &name);

} // namespace xs::gui::review
