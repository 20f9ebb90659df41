// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/replacefile.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cerrno>
#include <cstdio>
#include <cstring>

using namespace Qt::StringLiterals;

namespace xs {

Expected<void> replaceFile(const QString &path, const std::function<Expected<void>(const QString &temporary)> &write)
{
    // In the same folder, so that the move at the end cannot be half done.
    const QTemporaryDir folder(QFileInfo(path).absolutePath() + u"/.export-XXXXXX"_s);
    if (!folder.isValid())
        return Unexpected(ErrorCode::FileNotWritten, folder.errorString(), path);
    const auto temporary = folder.filePath(QFileInfo(path).fileName());
    if (const auto written = write(temporary); !written)
        return written;
    if (std::rename(QFile::encodeName(temporary).constData(), QFile::encodeName(path).constData()) != 0)
        return Unexpected(ErrorCode::FileNotWritten, QString::fromLocal8Bit(std::strerror(errno)), path);
    return {};
}

} // namespace xs
