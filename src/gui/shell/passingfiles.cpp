// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/passingfiles.h"

#include "client/filefetch.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QtConcurrentRun>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

/// Open when it is to be copied.
struct Given
{
    QString path;
    std::shared_ptr<QFile> passing;
};

Expected<QString> copyOf(QFile &file, const QString &folder)
{
    constexpr qint64 partSize = 1024 * 1024;
    auto copy = client::beginFile(folder);
    if (!copy)
        return Unexpected(copy.error());
    while (!file.atEnd()) {
        const auto part = file.read(partSize);
        if (part.isEmpty())
            return Unexpected(ErrorCode::FileUnreadable, file.errorString(), file.fileName());
        if ((*copy)->write(part) != part.size())
            return Unexpected(ErrorCode::FileNotWritten, (*copy)->errorString(), file.fileName());
    }
    return client::finishFile(**copy, QFileInfo(file.fileName()).fileName());
}

KeptFiles keep(const std::vector<Given> &files, const QString &folder)
{
    KeptFiles kept;
    for (const auto &[path, passing] : files) {
        const auto copy = passing ? copyOf(*passing, folder) : Expected<QString>(path);
        kept.paths << copy.value_or(path);
        if (!copy)
            kept.error = copy.error();
    }
    return kept;
}

} // namespace

bool isPassing(const QString &path)
{
    const QFileInfo info(path);
    const auto real = info.canonicalFilePath();
    if (!info.isFile() || real.isEmpty() || info.suffix().compare("json"_L1, Qt::CaseInsensitive) == 0)
        return false;
    // The last is where the desktop shows sandboxed programs' files to others.
    const QStringList folders{QDir::tempPath(), u"/tmp"_s, u"/var/tmp"_s,
                              QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation),
                              QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + u"/doc"_s};
    return std::ranges::any_of(folders, [&real](const QString &folder) {
        const auto there = QFileInfo(folder).canonicalFilePath();
        return !there.isEmpty() && real.startsWith(there + u'/');
    });
}

QFuture<KeptFiles> keepPassing(const QStringList &paths, const QString &folder)
{
    std::vector<Given> files;
    for (const auto &path : paths) {
        auto file = isPassing(path) ? std::make_shared<QFile>(path) : nullptr;
        if (file && !file->open(QIODevice::ReadOnly))
            file.reset();
        files.push_back({path, std::move(file)});
    }
    return QtConcurrent::run([files = std::move(files), folder] { return keep(files, folder); });
}

} // namespace xs::gui::shell
