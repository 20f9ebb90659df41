// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QUuid>

namespace xs::server {

/// "dfl-" or the like, and a random UUID in lower case, as clients check it.
inline QString newId(QStringView prefix)
{
    return prefix.toString() + QUuid::createUuid().toString(QUuid::WithoutBraces);
}

/// A file's id in its stored form; the API's older description names files by the bare UUID.
inline QString fileId(const QString &text)
{
    return QUuid::fromString(text).isNull()
               ? text
               : QStringLiteral("dfl-") + QUuid::fromString(text).toString(QUuid::WithoutBraces);
}

/// Moments in the store: microseconds since 1970, UTC.
inline qint64 toMicroseconds(const QDateTime &moment)
{
    return moment.toMSecsSinceEpoch() * 1000;
}
inline QDateTime fromMicroseconds(qint64 microseconds)
{
    return QDateTime::fromMSecsSinceEpoch(microseconds / 1000, Qt::UTC);
}

} // namespace xs::server
