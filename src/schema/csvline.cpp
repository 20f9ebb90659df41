// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/csvline.h"

#include "base/csvrecords.h"

using namespace Qt::StringLiterals;

namespace xs::schema {

QStringList csvCells(const QString &line, QChar separator)
{
    return csvRecords(line, separator).value(0, {QString()});
}

QString csvLine(const QStringList &values)
{
    QStringList cells;
    for (auto value : values) {
        const auto needsQuotes = value.contains(u',') || value.contains(u'"');
        cells << (needsQuotes ? u'"' + value.replace(u'"', u"\"\""_s) + u'"' : value);
    }
    return cells.join(", "_L1);
}

} // namespace xs::schema
