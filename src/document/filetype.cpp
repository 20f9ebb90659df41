// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/filetype.h"

#include "base/csvrecords.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace xs::document {

namespace {

constexpr qsizetype partToJudge = 20'000;
constexpr qsizetype mostRows = 50;
/// The share of lines with as many cells as the first that makes a text a table.
constexpr double regular = 0.9;

bool isHtml(const QString &start)
{
    static const QRegularExpression opening(
        u"^\\s*(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*<(!doctype\\s+html|html|head|body|"
        u"table|div|p|h1)\\b"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return opening.match(start).hasMatch();
}

bool isMarkdown(const QString &start)
{
    static const QRegularExpression marks(
        u"^(#{1,6} \\S|\\s*\\|.*\\|\\s*\\n\\s*\\|[\\s:|-]+\\|\\s*$|```|> \\S)|\\*\\*\\S[^*\\n]*\\*\\*"_s,
        QRegularExpression::MultilineOption);
    return marks.match(start).hasMatch();
}

/// Nothing unless nearly all lines have as many cells as the first one, and the first has several.
QChar tableSeparator(const QString &start)
{
    for (const auto separator : {u'\t', u';', u',', u'|'}) {
        auto rows = csvRecords(start, separator);
        if (start.size() >= partToJudge && rows.size() > 1)
            rows.removeLast();
        rows = rows.mid(0, mostRows);
        if (rows.size() < 2 || rows.front().size() < 2)
            continue;
        const auto same =
            std::ranges::count_if(rows, [&rows](const QStringList &row) { return row.size() == rows.front().size(); });
        // Prose has commas, too, but long pieces between them.
        const auto isProse = std::ranges::any_of(rows.front(), [](const QString &cell) { return cell.size() > 80; });
        if (!isProse && double(same) >= regular * double(rows.size()))
            return separator;
    }
    return {};
}

struct ZipContent
{
    QByteArrayView name;
    QStringView suffix;
};

/// Parts that only these packages have (ECMA-376, part 2; OpenDocument 1.2, part 3, section 2.2).
constexpr std::array zipContents{
    ZipContent{"word/document.xml", u"docx"},
    ZipContent{"xl/workbook.xml", u"xlsx"},
    ZipContent{"xl/workbook.bin", u"xlsb"},
    ZipContent{"ppt/presentation.xml", u"pptx"},
    ZipContent{"mimetypeapplication/vnd.oasis.opendocument.text", u"odt"},
    ZipContent{"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", u"ods"},
    ZipContent{"mimetypeapplication/vnd.oasis.opendocument.presentation", u"odp"},
};

} // namespace

TextForm textForm(const QString &text)
{
    const auto start = text.left(partToJudge);
    if (isHtml(start))
        return {TextForm::Kind::Html, {}};
    if (isMarkdown(start))
        return {TextForm::Kind::Markdown, {}};
    if (const auto separator = tableSeparator(start); !separator.isNull())
        return {TextForm::Kind::Table, separator};
    return {};
}

bool looksLikeTiff(const QByteArray &start)
{
    // The byte order, then 42, or 43 for files beyond 4 GB.
    for (const auto &mark :
         {QByteArray("II*\0", 4), QByteArray("MM\0*", 4), QByteArray("II+\0", 4), QByteArray("MM\0+", 4)})
        if (start.startsWith(mark))
            return true;
    return false;
}

QByteArray pictureFormat(const QByteArray &start)
{
    if (start.startsWith("\x89PNG\r\n\x1a\n"))
        return "png"_ba;
    return start.startsWith("\xff\xd8\xff") ? "jpeg"_ba : QByteArray();
}

bool looksLikeText(const QByteArray &start)
{
    if (start.startsWith("\xff\xfe") || start.startsWith("\xfe\xff"))
        return true;
    return !start.isEmpty() && std::ranges::none_of(start, [](char c) {
        const auto code = uchar(c);
        return code < 0x20 && code != '\t' && code != '\n' && code != '\r' && code != '\f';
    });
}

bool looksLikeMail(const QByteArray &start)
{
    constexpr int fewestFields = 3;
    static const QList<QByteArray> sureFields{"mime-version", "message-id", "received", "return-path", "x-mailer"};
    int fields = 0;
    bool isSure = false, isFirst = true;
    for (const auto &line : start.split('\n')) {
        // The mark of a mailbox stands above the head.
        if (std::exchange(isFirst, false) && line.startsWith("From "))
            continue;
        // Long fields go on in lines that begin with white space.
        if (line.startsWith(' ') || line.startsWith('\t'))
            continue;
        const auto name = line.left(std::max<qsizetype>(0, line.indexOf(':'))).toLower();
        if (name.isEmpty() || name.contains(' '))
            break;
        ++fields;
        isSure |= sureFields.contains(name);
    }
    return isSure && fields >= fewestFields;
}

QString officeSuffix(const QString &path)
{
    constexpr qint64 partOfNames = 1024 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto start = file.peek(4096);
    if (start.startsWith("{\\rtf"))
        return u"rtf"_s;
    if (start.startsWith("PK\x03\x04")) {
        // The names of all parts stand at the end of the file once more.
        file.seek(std::max<qint64>(0, file.size() - partOfNames));
        const auto names = start + file.read(partOfNames);
        for (const auto &content : zipContents)
            if (names.contains(content.name))
                return content.suffix.toString();
        return {};
    }
    // Word, Excel and PowerPoint up to 2003 share one container; its streams have UTF-16 names.
    if (!start.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
        return {};
    const auto content = file.read(partOfNames * 64);
    const auto has = [&content](const QString &name) {
        return content.contains(QByteArray(reinterpret_cast<const char *>(name.utf16()), name.size() * 2));
    };
    if (has(u"WordDocument"_s))
        return u"doc"_s;
    if (has(u"Workbook"_s))
        return u"xls"_s;
    return has(u"PowerPoint Document"_s) ? u"ppt"_s : QString();
}

} // namespace xs::document
