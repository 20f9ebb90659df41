// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/datafolder.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace xs {

Expected<QString> dataFolder(const QString &name, const QString &programFolder)
{
    const QDir programs(programFolder.isEmpty() ? QCoreApplication::applicationDirPath() : programFolder);
    const auto path = QDir::cleanPath(programs.filePath(u"../share/extract-studio/"_s + name));
    if (!QDir(path).exists())
        return Unexpected(ErrorCode::FileMissing, u"no such folder"_s, path);
    return path;
}

} // namespace xs
