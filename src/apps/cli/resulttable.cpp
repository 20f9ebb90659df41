// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/resulttable.h"

#include "api/resultjson.h"
#include "schema/field.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace xs::cli {

namespace {

constexpr int columns = 4;
constexpr qsizetype widest = 48;

using Row = std::array<QString, columns>;

/// "/line_items/0/price" as "line_items[0].price".
QString shownPath(const QString &pointer)
{
    QString shown;
    for (auto step : pointer.split(u'/', Qt::SkipEmptyParts)) {
        bool isPosition = false;
        step.toInt(&isPosition);
        step.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
        if (isPosition)
            shown += u'[' + step + u']';
        else
            shown += shown.isEmpty() ? step : u'.' + step;
    }
    return shown;
}

QString shortened(QString text)
{
    text = text.simplified();
    return text.size() <= widest ? text : text.left(widest - 1) + u'…';
}

struct Table
{
    Q_DECLARE_TR_FUNCTIONS(ResultTable)

public:
    static Row head() { return {tr("Field"), tr("Value"), tr("Confidence"), tr("Citation")}; }
    static QString citation(const domain::Citation &citation)
    {
        const auto text = shortened(citation.matchingText);
        return citation.page > 0 ? tr("page %1: %2").arg(citation.page).arg(text) : text;
    }
};

Row rowOf(const QString &path, const domain::ResultNode &node)
{
    Row row{shownPath(path), node.value.is_null() ? u"–"_s : shortened(displayText(node.value)), {}, {}};
    if (!node.evidence)
        return row;
    if (node.evidence->confidence)
        row[2] = QString::number(*node.evidence->confidence, 'f', 2);
    if (!node.evidence->citations.empty())
        row[3] = Table::citation(node.evidence->citations.front());
    return row;
}

QString printed(const std::vector<Row> &rows)
{
    std::array<qsizetype, columns> widths{};
    for (const auto &row : rows)
        for (int i = 0; i < columns; ++i)
            widths[i] = std::max(widths[i], row[i].size());
    QString text;
    for (const auto &row : rows) {
        QString line;
        for (int i = 0; i < columns; ++i)
            line += row[i].leftJustified(widths[i] + 2);
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    return text;
}

} // namespace

QString resultTable(const Json &job)
{
    const auto root = schema::readFields(member(member(job, "configuration"), "data_schema"));
    const auto tree =
        api::readResult(member(job, "extract_result"), member(job, "extract_metadata"), root ? &*root : nullptr);
    std::vector<Row> rows{Table::head()};
    domain::forEachValue(
        tree, [&rows](const QString &path, const domain::ResultNode &node) { rows.push_back(rowOf(path, node)); });
    return printed(rows);
}

} // namespace xs::cli
