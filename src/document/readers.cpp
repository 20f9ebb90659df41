// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibrary>

using namespace Qt::StringLiterals;

namespace xs::document {

namespace {

/// From the folder of the programs.
const auto modulePath = QStringLiteral(XS_READERS_PATH);

/// An update may have put the module of another version in its place while this program runs.
Expected<const Readers *> load()
{
    const auto path = QDir::cleanPath(QDir(QCoreApplication::applicationDirPath()).filePath(modulePath));
    QLibrary library(path);
    using Entry = const Readers *(*)(const char *version);
    const auto entry = reinterpret_cast<Entry>(library.resolve("extractStudioReaders"));
    if (!entry)
        return Unexpected(ErrorCode::Internal, library.errorString(), path);
    const auto *readers = entry(XS_VERSION);
    if (!readers)
        return Unexpected(ErrorCode::Internal, u"readers.so is of another version; start the program again"_s, path);
    return readers;
}

} // namespace

Expected<const Readers *> readers()
{
    static const auto loaded = load();
    return loaded;
}

Expected<std::unique_ptr<PageSource>> openPdf(const QString &path)
{
    const auto loaded = readers();
    return loaded ? (*loaded)->openPdf(path) : Unexpected(loaded.error());
}

std::unique_ptr<PictureReader> makePictureReader(const RecognitionOptions &options)
{
    const auto loaded = readers();
    return loaded ? (*loaded)->makePictureReader(options) : nullptr;
}

} // namespace xs::document
