// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/configurationstore.h"

#include "server/rowbyid.h"
#include "server/serverids.h"
#include "server/storedvalues.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

constexpr TableWithIds table{"configurations"_L1, "row, id, name, product_type, parameters, created_at, updated_at"_L1};

StoredConfiguration readRow(const QSqlQuery &row)
{
    StoredConfiguration configuration;
    configuration.id = row.value(1).toString();
    configuration.name = row.value(2).toString();
    configuration.productType = row.value(3).toString();
    configuration.parameters = readStoredJson(row.value(4));
    configuration.createdAt = fromMicroseconds(row.value(5).toLongLong());
    configuration.updatedAt = fromMicroseconds(row.value(6).toLongLong());
    return configuration;
}

} // namespace

Expected<StoredConfiguration> ConfigurationStore::save(const QString &name, const QString &productType,
                                                       const Json &parameters)
{
    const auto now = toMicroseconds(m_clock.now());
    return m_store.call([&](store::Database &database) -> Expected<StoredConfiguration> {
        const auto done = database.run(
            u"INSERT INTO configurations (id, name, product_type, parameters, created_at, updated_at) VALUES (?, ?, ?, "
            u"?, ?, ?) "
            "ON CONFLICT (name, product_type) DO UPDATE SET parameters = excluded.parameters, updated_at = excluded.updated_at"_s,
            {newId(u"cfg-"), name, productType, storedText(parameters), now, now});
        if (!done)
            return Unexpected(done.error());
        return findRow(database, table, u"name = ? AND product_type = ?"_s, {name, productType}, readRow);
    });
}

Expected<StoredConfiguration> ConfigurationStore::find(const QString &id) const
{
    return m_store.call([&](store::Database &database) { return findRowById(database, table, id, readRow); });
}

Expected<ListPage<StoredConfiguration>> ConfigurationStore::list(const ConfigurationQuery &query) const
{
    ListSource source{u"SELECT %1 FROM configurations"_s.arg(table.columns), {}, u"row DESC"_s, query.pageSize};
    if (query.after)
        source.where.add(u"row < ?"_s, {query.after->row});
    if (query.name)
        source.where.add(u"name = ?"_s, {*query.name});
    if (!query.productTypes.isEmpty())
        source.where.addAnyOf(u"product_type"_s, query.productTypes);
    return m_store.call([&](store::Database &database) { return readListPage(database, source, readRow); });
}

Expected<StoredConfiguration> ConfigurationStore::update(const StoredConfiguration &configuration)
{
    const auto now = toMicroseconds(m_clock.now());
    return m_store.call([&](store::Database &database) -> Expected<StoredConfiguration> {
        const auto other = findRow(database, table, u"name = ? AND product_type = ? AND id <> ?"_s,
                                   {configuration.name, configuration.productType, configuration.id}, readRow);
        if (other)
            return Unexpected(ErrorCode::Conflict,
                              u"another configuration has the name \"%1\""_s.arg(configuration.name), configuration.id);
        const auto done = database.run(
            u"UPDATE configurations SET name = ?, product_type = ?, parameters = ?, updated_at = ? WHERE id = ?"_s,
            {configuration.name, configuration.productType, storedText(configuration.parameters), now,
             configuration.id});
        if (!done)
            return Unexpected(done.error());
        return findRowById(database, table, configuration.id, readRow);
    });
}

Expected<void> ConfigurationStore::remove(const QString &id)
{
    return deleteRowById(m_store, table, id);
}

} // namespace xs::server
