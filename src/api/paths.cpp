// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/paths.h"

#include <QUrl>

namespace xs::api::path {

QString item(QStringView collection, const QString &id, QStringView action)
{
    auto path = collection.toString() + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(id));
    if (!action.isEmpty())
        path += u'/' + action.toString();
    return path;
}

} // namespace xs::api::path
