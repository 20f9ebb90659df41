// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/condition.h"
#include "server/pagetoken.h"
#include "store/database.h"

#include <optional>
#include <vector>

namespace xs::server {

/// A page of a list, with the place of the next one.
template <typename T>
struct ListPage
{
    std::vector<T> items;
    std::optional<PageToken> next;
};

/// Which rows a list shows, and how many at once.
struct ListSource
{
    /// "SELECT … FROM …"; the first column is the row's number.
    QString select;
    Condition where;
    /// "row DESC"
    QString order;
    int pageSize = 50;
};

/// Starts the query for one page. It may give one row more than the page holds: that tells whether there is a next one.
inline Expected<store::Statement> openListPage(store::Database &database, const ListSource &source)
{
    auto sql = source.select;
    if (!source.where.terms.isEmpty())
        sql += QStringLiteral(" WHERE ") + source.where.terms.join(QStringLiteral(" AND "));
    sql += QStringLiteral(" ORDER BY %1 LIMIT ?").arg(source.order);
    return database.run(sql, source.where.values + QVariantList{source.pageSize + 1});
}

/// Reads one page. `readRow(const QSqlQuery &)` gives an item; `sortValue(item)` is what the list is sorted by before
/// the row's number.
template <typename ReadRow, typename SortValue>
auto readListPage(store::Database &database, const ListSource &source, ReadRow &&readRow, SortValue &&sortValue)
    -> Expected<ListPage<std::invoke_result_t<ReadRow, const QSqlQuery &>>>
{
    auto rows = openListPage(database, source);
    if (!rows)
        return Unexpected(rows.error());
    ListPage<std::invoke_result_t<ReadRow, const QSqlQuery &>> page;
    qint64 last = 0;
    while (rows->next()) {
        if (static_cast<int>(page.items.size()) == source.pageSize) {
            page.next = PageToken{sortValue(page.items.back()), last};
            break;
        }
        page.items.push_back(readRow(*rows));
        last = rows->value(0).toLongLong();
    }
    return page;
}

/// A list that is sorted by the row's number alone.
template <typename ReadRow>
auto readListPage(store::Database &database, const ListSource &source, ReadRow &&readRow)
{
    return readListPage(database, source, readRow, [](const auto &) { return QString(); });
}

} // namespace xs::server
