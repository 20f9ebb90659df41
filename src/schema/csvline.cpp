// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/csvline.h"

using namespace Qt::StringLiterals;

namespace xs::schema {

QStringList csvCells(const QString &line, QChar separator)
{
    QStringList result{{}};
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const auto c = line[i];
        if (c == u'"' && quoted && i + 1 < line.size() && line[i + 1] == u'"')
            result.back() += line[++i];
        else if (c == u'"')
            quoted = !quoted;
        else if (c == separator && !quoted)
            result << QString();
        else
            result.back() += c;
    }
    for (auto &cell : result)
        cell = cell.trimmed();
    return result;
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
