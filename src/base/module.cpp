// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/module.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibrary>

using namespace Qt::StringLiterals;

namespace xs {

Expected<QFunctionPointer> resolveInModule(const QString &name, const char *entry)
{
    const QDir programs(QCoreApplication::applicationDirPath());
    const auto path = QDir::cleanPath(programs.filePath(QStringLiteral(XS_MODULE_FOLDER) + u'/' + name + u".so"_s));
    QLibrary library(path);
    const auto function = library.resolve(entry);
    if (!function)
        return Unexpected(ErrorCode::Internal, library.errorString(), path);
    return function;
}

} // namespace xs
