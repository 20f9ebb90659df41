// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/configurationstore.h"

#include "server/deleterow.h"
#include "server/serverids.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

constexpr auto columns = "row, id, name, product_type, parameters, created_at, updated_at"_L1;

StoredConfiguration readRow(const QSqlQuery &row)
{
    StoredConfiguration configuration;
    configuration.id = row.value(1).toString();
    configuration.name = row.value(2).toString();
    configuration.productType = row.value(3).toString();
    if (auto parameters = parseJson(row.value(4).toString().toUtf8()))
        configuration.parameters = *std::move(parameters);
    configuration.createdAt = fromMicroseconds(row.value(5).toLongLong());
    configuration.updatedAt = fromMicroseconds(row.value(6).toLongLong());
    return configuration;
}

/// The first row of a condition, or NotFound.
Expected<StoredConfiguration> findWhere(store::Database &database, const QString &condition, const QVariantList &values)
{
    auto row = database.run(u"SELECT %1 FROM configurations WHERE %2"_s.arg(columns, condition), values);
    if (!row)
        return Unexpected(row.error());
    if (!row->next())
        return Unexpected(ErrorCode::NotFound, {}, values.constFirst().toString());
    return readRow(*row);
}

QString text(const Json &json)
{
    return QString::fromUtf8(toBytes(json));
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
            {newId(u"cfg-"), name, productType, text(parameters), now, now});
        if (!done)
            return Unexpected(done.error());
        return findWhere(database, u"name = ? AND product_type = ?"_s, {name, productType});
    });
}

Expected<StoredConfiguration> ConfigurationStore::find(const QString &id) const
{
    return m_store.call([&](store::Database &database) { return findWhere(database, u"id = ?"_s, {id}); });
}

Expected<ListPage<StoredConfiguration>> ConfigurationStore::list(const ConfigurationQuery &query) const
{
    ListSource source{u"SELECT %1 FROM configurations"_s.arg(columns), {}, u"row DESC"_s, query.pageSize};
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
        const auto other = findWhere(database, u"name = ? AND product_type = ? AND id <> ?"_s,
                                     {configuration.name, configuration.productType, configuration.id});
        if (other)
            return Unexpected(ErrorCode::Conflict,
                              u"another configuration has the name \"%1\""_s.arg(configuration.name), configuration.id);
        const auto done = database.run(
            u"UPDATE configurations SET name = ?, product_type = ?, parameters = ?, updated_at = ? WHERE id = ?"_s,
            {configuration.name, configuration.productType, text(configuration.parameters), now, configuration.id});
        if (!done)
            return Unexpected(done.error());
        return findWhere(database, u"id = ?"_s, {configuration.id});
    });
}

Expected<void> ConfigurationStore::remove(const QString &id)
{
    return deleteRow(m_store, "configurations"_L1, id);
}

} // namespace xs::server
