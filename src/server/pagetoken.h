// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

#include <optional>

namespace xs::server {

/// Where the next page of a list begins: after the row with this sort value and this row number. As text it is
/// opaque to callers. New rows do not shift pages, because the place is a row and not a count.
struct PageToken
{
    QString sortValue;
    qint64 row = 0;

    QString text() const;
    /// Nothing for a text that no list has given out.
    static std::optional<PageToken> parse(const QString &text);
    bool operator==(const PageToken &) const = default;
};

} // namespace xs::server
