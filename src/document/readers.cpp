// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers.h"

#include "base/module.h"

using namespace Qt::StringLiterals;

namespace xs::document {

Expected<const Readers *> readers()
{
    static const auto loaded = loadModule<Readers>(u"readers"_s, "extractStudioReaders");
    return loaded;
}

Expected<std::unique_ptr<PageSource>> openPdf(const QString &path)
{
    static const auto loaded = loadModule<PdfReader>(u"pdf"_s, "extractStudioPdf");
    return loaded ? (*loaded)->open(path) : Unexpected(loaded.error());
}

std::unique_ptr<PictureReader> makePictureReader(const RecognitionOptions &options)
{
    const auto loaded = readers();
    return loaded ? (*loaded)->makePictureReader(options) : nullptr;
}

} // namespace xs::document
