// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/creations.h"

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

constexpr qint64 keyLifetime = 24LL * 60 * 60 * 1'000'000;

QString storedKey(const QByteArray &key)
{
    return QString::fromLatin1(key.toHex());
}

} // namespace

Expected<std::optional<QString>> creationOf(store::Database &database, const Creation &creation)
{
    if (creation.key.isEmpty())
        return std::optional<QString>();
    const auto cleaned = database.run(u"DELETE FROM creations WHERE created_at < ?"_s, {creation.now - keyLifetime});
    if (!cleaned)
        return Unexpected(cleaned.error());
    auto row = database.run(u"SELECT id FROM creations WHERE key = ?"_s, {storedKey(creation.key)});
    if (!row)
        return Unexpected(row.error());
    return row->next() ? std::optional(row->value(0).toString()) : std::nullopt;
}

Expected<void> noteCreation(store::Database &database, const Creation &creation)
{
    if (creation.key.isEmpty())
        return {};
    const auto noted = database.run(u"INSERT OR REPLACE INTO creations (key, id, created_at) VALUES (?, ?, ?)"_s,
                                    {storedKey(creation.key), creation.id, creation.now});
    return noted ? Expected<void>() : Unexpected(noted.error());
}

} // namespace xs::server
