// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/json.h"
#include "server/listpage.h"
#include "server/storethread.h"

namespace xs::server {

/// A saved configuration.
struct StoredConfiguration
{
    QString id;
    QString name;
    /// As the API names it: "extract_v2", "parse_v2", ….
    QString productType;
    /// With `product_type` inside, as it was sent.
    Json parameters;
    QDateTime createdAt;
    QDateTime updatedAt;
};

/// Which configurations a list shows; newest first.
struct ConfigurationQuery
{
    QStringList productTypes;
    std::optional<QString> name;
    int pageSize = 50;
    std::optional<PageToken> after;
};

/// The saved configurations. A name is there once per product type. Callable from any thread.
class ConfigurationStore
{
public:
    ConfigurationStore(StoreThread &store, const Clock &clock) : m_store(store), m_clock(clock) {}

    /// Makes a configuration, or replaces the parameters of the one with this name and product type.
    Expected<StoredConfiguration> save(const QString &name, const QString &productType, const Json &parameters);
    /// Error NotFound.
    Expected<StoredConfiguration> find(const QString &id) const;
    Expected<ListPage<StoredConfiguration>> list(const ConfigurationQuery &query) const;
    /// Writes name, product type and parameters. Errors: NotFound; Conflict when the name is taken.
    Expected<StoredConfiguration> update(const StoredConfiguration &configuration);
    /// Error NotFound.
    Expected<void> remove(const QString &id);

private:
    StoreThread &m_store;
    const Clock &m_clock;
};

} // namespace xs::server
