// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of a ResultModel say: on the screen, in tooltips and to screen readers.
#include "gui/common/confidencepainter.h"
#include "gui/common/shownvalue.h"
#include "gui/review/resultmodel.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace xs::gui::review {

using domain::ResultNode;

/// A row of a small table is one thing to a screen reader, and so says all its cells.
QString ResultModel::spokenRow(const Row &row) const
{
    if (row.kind == RowKind::Group && !row.node)
        return row.name + u": "_s + valueText(row);
    if (row.kind == RowKind::TableHeader)
        return spokenHeader(row);
    if (row.kind != RowKind::TableRow)
        return common::shownText(row.name);
    QStringList cells;
    for (const auto &cell : cellsOf(row))
        if (cell.node)
            cells << common::shownText(cell.node->value);
    return tr("Row %1").arg(row.name) + u": "_s + cells.join(u", "_s);
}

QString ResultModel::spokenHeader(const Row &row) const
{
    const auto order = tableOrder(row.path);
    QStringList names;
    for (const auto &cell : cellsOf(row))
        names << (cell.name != order.column               ? cell.name
                  : order.direction == Qt::AscendingOrder ? tr("%1, rising", "order of a column").arg(cell.name)
                                                          : tr("%1, falling", "order of a column").arg(cell.name));
    return tr("Columns: %1").arg(names.join(u", "_s));
}

QString ResultModel::spokenValue(const QString &path) const
{
    const auto *row = rowOfPath(path);
    const auto *known = value(path);
    if (!row || !known)
        return {};
    const auto shown = known->isNull ? tr("no value") : common::shownText(node(path)->value);
    QStringList parts{
        row->kind != RowKind::TableRow
            ? tr("%1: %2", "name and value").arg(row->name, shown)
            : tr("Row %1, %2: %3", "row, column and value").arg(row->name, nameOfStep(path.section(u'/', -1)), shown)};
    if (!known->isNull || known->score)
        parts << common::ConfidencePainter::sentence(known->level, known->score);
    if (known->fault)
        parts << faultText(*known->fault);
    if (known->lacksEvidence())
        parts << tr("no evidence");
    parts << verdictText(known->verdict);
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString ResultModel::valueText(const Row &row) const
{
    if (row.kind == RowKind::Value) {
        const auto &shown = counting(row.path, row.node)->value;
        return shown.is_null() ? tr("no value") : common::shownText(shown);
    }
    const bool isSection = row.kind == RowKind::Group && !row.node;
    if (row.kind != RowKind::Group || (row.node && row.node->kind != ResultNode::Kind::List))
        return {};
    QStringList parts{isSection ? tr("%n value(s)", nullptr, static_cast<int>(row.children.size()))
                                : tr("%n row(s)", nullptr, static_cast<int>(row.node->children.size()))};
    if (row.waiting > 0)
        parts << tr("%n need(s) attention", "values of a list", row.waiting);
    if (row.edited > 0)
        parts << tr("%n edited", "values of a list", row.edited);
    return parts.join(u" · "_s);
}

QString ResultModel::pageText(const Row &row) const
{
    const auto *known = value(row.path);
    if (!known || known->isNull)
        return {};
    if (known->lacksEvidence())
        return tr("none", "no page: there is no evidence");
    constexpr qsizetype mostNamed = 8;
    QStringList pages;
    QSet<int> named{0};
    for (const auto &citation : counting(row.path, row.node)->evidence->citations) {
        if (named.contains(citation.page))
            continue;
        if (pages.size() == mostNamed)
            return pages.join(", "_L1) + u", …"_s;
        named.insert(citation.page);
        pages << QString::number(citation.page);
    }
    return pages.join(", "_L1);
}

QString ResultModel::text(const Row &row, int column) const
{
    const auto *known = row.kind == RowKind::Value ? value(row.path) : nullptr;
    switch (column) {
    case FieldColumn:
        return common::shownText(row.name);
    case ValueColumn:
        return valueText(row);
    case ConfidenceColumn:
        if (known && !(known->isNull && !known->score))
            return common::ConfidencePainter::sentence(known->level, known->score);
        return {};
    case StateColumn:
        return known ? verdictText(known->verdict) : QString();
    case PageColumn:
        return row.kind == RowKind::Value ? pageText(row) : QString();
    default:
        return {};
    }
}

QString ResultModel::tooltip(const Row &row, int column) const
{
    const auto *known = value(row.path);
    if (column == FieldColumn)
        if (const auto *described = field(row.path); described && !described->description.isEmpty())
            return described->description;
    if (column == ValueColumn && row.kind == RowKind::Value)
        return known && known->fault ? faultText(*known->fault) : text(row, column);
    if (column == ConfidenceColumn)
        return known && !text(row, column).isEmpty() ? confidenceDetail(*known, row.node) : QString();
    return {};
}

} // namespace xs::gui::review
