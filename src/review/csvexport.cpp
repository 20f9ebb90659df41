// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/csvexport.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::review {

namespace {

QByteArray quoted(const QString &text)
{
    const bool plain = !text.contains(u'"') && !text.contains(u',') && !text.contains(u'\n') && !text.contains(u'\r') &&
                       text.trimmed() == text;
    return plain ? text.toUtf8() : ('"' + QString(text).replace(u'"', u"\"\""_s).toUtf8() + '"');
}

QByteArray safe(const QString &text)
{
    return quoted(looksLikeFormula(text) ? u'\'' + text : text);
}

QByteArray field(const Json &value)
{
    return value.is_string() ? safe(toQString(value)) : quoted(displayText(value));
}

QByteArrayList provenance(const FlatCell &cell)
{
    return {cell.page > 0 ? QByteArray::number(cell.page) : QByteArray(), safe(cell.citation),
            cell.score ? QByteArray::number(*cell.score, 'g', 6) : QByteArray(),
            cell.present ? stateWord(cell.verdict).toUtf8() : QByteArray()};
}

} // namespace

bool looksLikeFormula(const QString &text)
{
    if (text.isEmpty() || !u"=+-@\t\r\n"_s.contains(text.front()))
        return false;
    bool isNumber = false;
    text.toDouble(&isNumber);
    return !isNumber;
}

QByteArray csv(const FlatTable &table, const std::vector<ReviewedDocument> &documents, const CsvOptions &options)
{
    QByteArray bytes = options.withByteOrderMark ? "\xef\xbb\xbf" : "";
    const auto addLine = [&bytes](const QByteArrayList &fields) { bytes += fields.join(',') + "\r\n"; };
    const bool withNumbers = std::ranges::any_of(table.rows, [](const FlatRow &row) { return !row.numbers.empty(); });
    QByteArrayList head{"document"};
    if (withNumbers)
        head << "row";
    for (const auto &column : table.columns) {
        head << safe(column);
        if (options.withProvenance)
            for (const auto *part : {" page", " citation", " confidence", " state"})
                head << safe(column + QLatin1StringView(part));
    }
    addLine(head);
    for (const auto &row : table.rows) {
        QByteArrayList fields{safe(documents[row.document].name)};
        if (withNumbers)
            fields << rowNumber(row).toUtf8();
        for (const auto &cell : row.cells) {
            fields << field(cell.value);
            if (options.withProvenance)
                fields << provenance(cell);
        }
        addLine(fields);
    }
    return bytes;
}

} // namespace xs::review
