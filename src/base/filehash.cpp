// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/filehash.h"

#include <QCryptographicHash>
#include <QFile>

namespace xs {

QString sha256OfFile(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return {};
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace xs
