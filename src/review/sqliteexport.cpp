// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/sqliteexport.h"

#include "base/replacefile.h"
#include "store/database.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace xs::review {

namespace {

QString quoted(const QString &name)
{
    return u'"' + QString(name).replace(u'"', u"\"\""_s) + u'"';
}

/// SQLite's names do not tell capitals from small letters.
QString unique(const QString &name, QSet<QString> &taken)
{
    auto result = name;
    for (int i = 2; taken.contains(result.toLower()); ++i)
        result = u"%1_%2"_s.arg(name).arg(i);
    taken.insert(result.toLower());
    return result;
}

QVariant variant(const Json &value)
{
    if (value.is_null())
        return QVariant(QMetaType::fromType<QString>());
    if (value.is_boolean())
        return value.get<bool>() ? 1 : 0;
    if (value.is_number_integer() && !value.is_number_unsigned())
        return QVariant::fromValue(value.get<qint64>());
    if (value.is_number_unsigned() && value.get<quint64>() <= quint64(std::numeric_limits<qint64>::max()))
        return QVariant::fromValue(value.get<qint64>());
    if (value.is_number())
        return value.get<double>();
    return displayText(value);
}

/// A table of the database: its name, its columns, and how a row of it is written.
struct Target
{
    const FlatTable *table;
    QString name;
    QStringList columns;

    QString create() const
    {
        QStringList parts{u"document_id INTEGER NOT NULL"_s};
        parts << (table->name.isEmpty() ? u"document TEXT NOT NULL"_s : u"row TEXT NOT NULL"_s);
        for (const auto &column : columns)
            parts << quoted(column);
        return u"CREATE TABLE %1 (%2)"_s.arg(quoted(name), parts.join(u", "_s));
    }

    QString insert() const
    {
        QStringList marks(columns.size() + 2, u"?"_s);
        return u"INSERT INTO %1 VALUES (%2)"_s.arg(quoted(name), marks.join(u", "_s));
    }
};

Expected<void> writeRows(store::Database &database, const Target &target,
                         const std::vector<ReviewedDocument> &documents)
{
    for (const auto &row : target.table->rows) {
        const auto id = static_cast<qint64>(row.document) + 1;
        const auto number = rowNumber(row);
        QVariantList values{id, target.table->name.isEmpty() ? documents[row.document].name : number};
        for (const auto &cell : row.cells)
            values << variant(cell.value);
        if (const auto done = database.run(target.insert(), values); !done)
            return Unexpected(done.error());
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto &cell = row.cells[i];
            if (!cell.present)
                continue;
            const auto done = database.run(
                u"INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                {target.name, id, number.isNull() ? u""_s : number, target.columns[static_cast<qsizetype>(i)],
                 cell.page > 0 ? QVariant(cell.page) : QVariant(QMetaType::fromType<int>()),
                 cell.citation.isNull() ? u""_s : cell.citation,
                 cell.score ? QVariant(*cell.score) : QVariant(QMetaType::fromType<double>()),
                 stateWord(cell.verdict)});
            if (!done)
                return Unexpected(done.error());
        }
    }
    return {};
}

} // namespace

Expected<void> writeSqlite(const QString &path, const std::vector<FlatTable> &tables,
                           const std::vector<ReviewedDocument> &documents)
{
    QSet<QString> names{u"evidence"_s};
    std::vector<Target> targets;
    store::Migration create{
        u"CREATE TABLE evidence (table_name TEXT NOT NULL, document_id INTEGER NOT NULL, row TEXT NOT NULL, "
        "column_name TEXT NOT NULL, page INTEGER, citation TEXT NOT NULL, confidence REAL, state TEXT NOT NULL)"_s};
    for (const auto &table : tables) {
        Target target{&table, unique(table.name.isEmpty() ? u"documents"_s : table.name, names), {}};
        QSet<QString> columns{u"document_id"_s, u"document"_s, u"row"_s};
        for (const auto &column : table.columns)
            target.columns << unique(column, columns);
        create << target.create();
        targets.push_back(std::move(target));
    }
    const auto written = replaceFile(path, [&](const QString &temporary) -> Expected<void> {
        auto database = store::Database::open(temporary, {create});
        if (!database)
            return Unexpected(database.error());
        auto transaction = store::Transaction::begin(**database);
        if (!transaction)
            return Unexpected(transaction.error());
        for (const auto &target : targets)
            if (const auto done = writeRows(**database, target, documents); !done)
                return done;
        return transaction->commit();
    });
    if (!written)
        return Unexpected(ErrorCode::FileNotWritten, written.error().detail, path);
    return {};
}

} // namespace xs::review
