// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <type_traits>

namespace xs::server {

/// Something that is about to be made: under which id, and with which `Idempotency-Key`, if any.
struct Creation
{
    QByteArray key;
    QString id;
    /// In microseconds since 1970.
    qint64 now = 0;
};

/// The id of what the key has led to in the last 24 hours; nothing without a key. In the transaction of noteCreation.
Expected<std::optional<QString>> creationOf(store::Database &database, const Creation &creation);
/// Keeps what the key has led to; nothing without a key.
Expected<void> noteCreation(store::Database &database, const Creation &creation);

/// Makes something in one transaction, unless its key has led to something that is still there: then that is returned.
/// `find(id)` gives it, or NotFound; `insert()` makes the new one and gives it. Errors: theirs, and those of the store.
template <typename Find, typename Insert>
auto createOnce(store::Database &database, const Creation &creation, store::Durability durability, Find &&find,
                Insert &&insert) -> std::invoke_result_t<Insert>
{
    auto transaction = store::Transaction::begin(database, durability);
    if (!transaction)
        return Unexpected(transaction.error());
    const auto earlier = creationOf(database, creation);
    if (!earlier)
        return Unexpected(earlier.error());
    if (*earlier)
        if (auto known = find(**earlier); known || known.error().code != ErrorCode::NotFound)
            return known;
    auto made = insert();
    if (!made)
        return made;
    if (const auto noted = noteCreation(database, creation); !noted)
        return Unexpected(noted.error());
    if (const auto committed = transaction->commit(); !committed)
        return Unexpected(committed.error());
    return made;
}

} // namespace xs::server
