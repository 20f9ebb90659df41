// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/csvrecords.h"

#include <algorithm>

namespace xs {

namespace {

void endRecord(QList<QStringList> &records, QStringList &record)
{
    for (auto &cell : record)
        cell = cell.trimmed();
    if (std::ranges::any_of(record, [](const QString &cell) { return !cell.isEmpty(); }))
        records << record;
    record = {QString()};
}

} // namespace

QList<QStringList> csvRecords(const QString &text, QChar separator)
{
    QList<QStringList> records;
    QStringList record{QString()};
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto c = text[i];
        if (c == u'"' && quoted && i + 1 < text.size() && text[i + 1] == u'"')
            record.back() += text[++i];
        else if (c == u'"')
            quoted = !quoted;
        else if (c == separator && !quoted)
            record << QString();
        else if (c == u'\n' && !quoted)
            endRecord(records, record);
        else
            record.back() += c;
    }
    endRecord(records, record);
    return records;
}

} // namespace xs
