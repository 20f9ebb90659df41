// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/measure.h"

#include "document/pagesource.h"

#include <QFileInfo>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace xs::document {

namespace {

using domain::DocumentSize;

/// The formats that the price list calls text, by the ends of their names.
bool isText(const QString &path)
{
    static const QStringList ends{u"txt"_s, u"md"_s, u"csv"_s, u"tsv"_s, u"html"_s, u"htm"_s};
    return ends.contains(QFileInfo(path).suffix().toLower());
}

DocumentSize measureText(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringDecoder decoder(QStringDecoder::Utf8);
    qint64 characters = 0;
    while (!file.atEnd()) {
        const QString part = decoder.decode(file.read(1024 * 1024));
        characters += part.size();
    }
    return {DocumentSize::Unit::Characters, characters};
}

} // namespace

DocumentSize measure(const QString &path)
{
    if (isText(path))
        return measureText(path);
    const auto pages = openDocument(path);
    return pages ? DocumentSize{DocumentSize::Unit::Pages, (*pages)->pageCount()} : DocumentSize();
}

} // namespace xs::document
