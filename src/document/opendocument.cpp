// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/filetype.h"
#include "document/imagepages.h"
#include "document/officefile.h"
#include "document/readers.h"
#include "document/textpages.h"

#include <QFile>
#include <QFileInfo>
#include <QImageReader>

using namespace Qt::StringLiterals;

namespace xs::document {

namespace {

/// A PDF's header may stand anywhere in the first 1024 bytes (ISO 32000-1, annex H.3.4.1).
bool looksLikePdf(const QByteArray &start)
{
    return start.contains("%PDF-");
}

/// A text whose name says that it is something else is a broken file and not a text.
bool mayBeText(const QString &name)
{
    static const QStringList others{u"pdf"_s,  u"png"_s, u"jpg"_s, u"jpeg"_s, u"tif"_s,  u"tiff"_s,
                                    u"webp"_s, u"bmp"_s, u"gif"_s, u"docx"_s, u"xlsx"_s, u"pptx"_s,
                                    u"odt"_s,  u"ods"_s, u"doc"_s, u"xls"_s,  u"ppt"_s};
    return !others.contains(QFileInfo(name).suffix().toLower());
}

} // namespace

Expected<std::unique_ptr<PageSource>> openDocument(const QString &path, const QString &name)
{
    QFile file(path);
    if (!file.exists())
        return Unexpected(ErrorCode::FileMissing, {}, path);
    if (!file.open(QIODevice::ReadOnly))
        return Unexpected(ErrorCode::FileUnreadable, file.errorString(), path);
    if (file.size() == 0)
        return Unexpected(ErrorCode::FileEmpty, {}, path);
    if (looksLikePdf(file.peek(1024)))
        return openPdf(path);
    if (const auto suffix = officeSuffix(path); !suffix.isEmpty())
        return openOffice(path, suffix);
    // Before pictures, some of which are texts, too.
    // One byte more than is taken says that there is too much, so a longer text never lies in memory.
    const auto start = file.peek(4096);
    if (looksLikeMail(start))
        return Unexpected(ErrorCode::UnsupportedFileType, u"e-mail"_s, path);
    if (looksLikeText(start) && mayBeText(name.isEmpty() ? path : name))
        return openText(file.read(mostTextBytes + 1), path);
    if (looksLikeTiff(file.peek(4))) {
        const auto loaded = readers();
        return loaded ? (*loaded)->openTiff(path) : Unexpected(loaded.error());
    }
    if (!pictureFormat(file.peek(pictureMark)).isEmpty() || !QImageReader::imageFormat(&file).isEmpty())
        return ImagePages::open(path);
    return Unexpected(ErrorCode::UnsupportedFileType, {}, path);
}

} // namespace xs::document
