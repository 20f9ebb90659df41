// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/imagepages.h"
#include "document/pdfpages.h"
#include "document/tiffpages.h"

#include <QFile>
#include <QImageReader>

namespace xs::document {

namespace {

/// A PDF's header may stand anywhere in the first 1024 bytes (ISO 32000-1, annex H.3.4.1).
bool looksLikePdf(const QByteArray &start)
{
    return start.contains("%PDF-");
}

} // namespace

Expected<std::unique_ptr<PageSource>> openDocument(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Unexpected(ErrorCode::FileMissing, {}, path);
    if (!file.open(QIODevice::ReadOnly))
        return Unexpected(ErrorCode::FileUnreadable, file.errorString(), path);
    if (file.size() == 0)
        return Unexpected(ErrorCode::FileEmpty, {}, path);
    if (looksLikePdf(file.peek(1024)))
        return PdfPages::open(path);
    if (TiffPages::looksLikeTiff(file.peek(4)))
        return TiffPages::open(path);
    if (!QImageReader::imageFormat(&file).isEmpty())
        return ImagePages::open(path);
    return Unexpected(ErrorCode::UnsupportedFileType, {}, path);
}

} // namespace xs::document
