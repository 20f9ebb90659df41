// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/documentfiles.h"

#include <QCollator>
#include <QDirIterator>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::document {

const QStringList &documentPatterns()
{
    static const QStringList patterns{u"*.pdf"_s,  u"*.png"_s,  u"*.jpg"_s, u"*.jpeg"_s, u"*.tif"_s,
                                      u"*.tiff"_s, u"*.bmp"_s,  u"*.gif"_s, u"*.webp"_s, u"*.docx"_s,
                                      u"*.xlsx"_s, u"*.pptx"_s, u"*.odt"_s, u"*.ods"_s,  u"*.odp"_s,
                                      u"*.doc"_s,  u"*.xls"_s,  u"*.ppt"_s, u"*.rtf"_s};
    return patterns;
}

const QStringList &textPatterns()
{
    static const QStringList patterns{u"*.txt"_s, u"*.md"_s, u"*.html"_s, u"*.htm"_s, u"*.csv"_s, u"*.tsv"_s};
    return patterns;
}

QStringList documentsIn(const QStringList &paths)
{
    // As people count: scan 2 before scan 10.
    QLocale language;
    // The C locale has no numbers in words.
    if (language.language() == QLocale::C)
        language = QLocale(QLocale::English);
    QCollator inOrder(language);
    inOrder.setNumericMode(true);
    inOrder.setCaseSensitivity(Qt::CaseInsensitive);
    QStringList files;
    for (const auto &path : paths) {
        const QFileInfo info(path);
        if (!info.isDir()) {
            files << info.absoluteFilePath();
            continue;
        }
        QDirIterator folder(info.absoluteFilePath(), documentPatterns(), QDir::Files | QDir::Readable,
                            QDirIterator::Subdirectories);
        QStringList found;
        while (folder.hasNext())
            found << folder.next();
        std::ranges::sort(
            found, [&inOrder](const QString &one, const QString &other) { return inOrder.compare(one, other) < 0; });
        files << found;
    }
    return files;
}

} // namespace xs::document
