// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/resulttable.h"

#include "api/resultjson.h"
#include "apps/cli/texttable.h"
#include "base/jsonpointer.h"
#include "schema/field.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace xs::cli {

namespace {

/// "/line_items/0/price" as "line_items[0].price", as programs name it.
QString shownPath(const QString &pointer)
{
    QString shown;
    for (const auto &step : pointer.split(u'/', Qt::SkipEmptyParts)) {
        bool isPosition = false;
        step.toInt(&isPosition);
        const auto name = nameOfStep(step);
        if (isPosition)
            shown += u'[' + name + u']';
        else
            shown += shown.isEmpty() ? name : u'.' + name;
    }
    return shown;
}

struct Table
{
    Q_DECLARE_TR_FUNCTIONS(ResultTable)

public:
    static QStringList head() { return {tr("Field"), tr("Value"), tr("Confidence"), tr("Citation")}; }
    static QString citation(const domain::Citation &citation)
    {
        const auto text = shortened(citation.matchingText);
        return citation.page > 0 ? tr("page %1: %2").arg(citation.page).arg(text) : text;
    }
};

QStringList rowOf(const QString &path, const domain::ResultNode &node)
{
    QStringList row{
        shortened(shownPath(path)), node.value.is_null() ? u"–"_s : shortened(displayText(node.value)), {}, {}};
    if (!node.evidence)
        return row;
    if (node.evidence->confidence)
        row[2] = QString::number(*node.evidence->confidence, 'f', 2);
    if (!node.evidence->citations.empty())
        row[3] = Table::citation(node.evidence->citations.front());
    return row;
}

} // namespace

QString resultTable(const Json &job)
{
    const auto root = schema::readFields(member(member(job, "configuration"), "data_schema"));
    const auto tree =
        api::readResult(member(job, "extract_result"), member(job, "extract_metadata"), root ? &*root : nullptr);
    std::vector<QStringList> rows{Table::head()};
    domain::forEachValue(
        tree, [&rows](const QString &path, const domain::ResultNode &node) { rows.push_back(rowOf(path, node)); });
    return textTable(rows);
}

} // namespace xs::cli
