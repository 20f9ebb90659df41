// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/exportfile.h"

#include "review/csvexport.h"
#include "review/jsonexport.h"
#include "review/sqliteexport.h"
#include "review/xlsxexport.h"

#include <QFileInfo>
#include <QSet>

using namespace Qt::StringLiterals;

namespace xs::review {

namespace {

/// "scan.json", and "scan-2.json" for the second document of this name.
QString uniqueName(const QString &document, QSet<QString> &taken)
{
    auto name = exportName(document);
    for (int i = 2; taken.contains(name.toLower()); ++i)
        name = exportName(document, i);
    taken.insert(name.toLower());
    return name;
}

/// The files of several documents, in their order.
QStringList namesOf(const std::vector<ReviewedDocument> &documents)
{
    QStringList names;
    QSet<QString> taken;
    for (const auto &document : documents)
        names << uniqueName(document.name, taken);
    return names;
}

Expected<void> writeJson(const QString &path, const std::vector<ReviewedDocument> &documents)
{
    if (documents.size() == 1)
        return writeFile(path, jobJson(documents.front()));
    const auto names = namesOf(documents);
    for (std::size_t i = 0; i < documents.size(); ++i)
        if (const auto written = writeFile(path + u'/' + names[qsizetype(i)], jobJson(documents[i])); !written)
            return written;
    return {};
}

} // namespace

QString exportSuffix(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Json:
        return u"json"_s;
    case ExportFormat::JsonLines:
        return u"jsonl"_s;
    case ExportFormat::Csv:
        return u"csv"_s;
    case ExportFormat::Xlsx:
        return u"xlsx"_s;
    case ExportFormat::Sqlite:
        return u"sqlite"_s;
    case ExportFormat::Html:
        break;
    }
    return u"html"_s;
}

std::optional<ExportFormat> exportFormatFromSuffix(QStringView suffix)
{
    for (const auto format : exportFormats)
        if (exportSuffix(format) == suffix)
            return format;
    return std::nullopt;
}

Expected<void> exportTo(const QString &path, const ExportChoice &choice, const std::vector<ReviewedDocument> &documents,
                        const PagePictures &pictures)
{
    switch (choice.format) {
    case ExportFormat::Json:
        return writeJson(path, documents);
    case ExportFormat::JsonLines:
        return writeFile(path, jsonLines(documents));
    case ExportFormat::Csv:
        return writeFile(path, csv(exploded(flatten(documents), choice.list), documents,
                                   {.withProvenance = choice.withProvenance, .withByteOrderMark = true}));
    case ExportFormat::Xlsx:
        return writeXlsx(path, flatten(documents), documents);
    case ExportFormat::Sqlite:
        return writeSqlite(path, flatten(documents), documents);
    case ExportFormat::Html:
        break;
    }
    return writeFile(path, evidencePage(documents, pictures));
}

QStringList replacedFiles(const QString &path, const ExportChoice &choice,
                          const std::vector<ReviewedDocument> &documents)
{
    if (choice.format != ExportFormat::Json || documents.size() < 2)
        return {};
    auto names = namesOf(documents);
    names.removeIf([&path](const QString &name) { return !QFileInfo::exists(path + u'/' + name); });
    return names;
}

QStringList exportableLists(const std::vector<ReviewedDocument> &documents)
{
    QStringList lists;
    for (const auto &table : flatten(documents))
        if (!table.name.isEmpty())
            lists << table.name;
    return lists;
}

} // namespace xs::review
