// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/textpages.h"

#include "base/csvrecords.h"
#include "document/filetype.h"
#include "document/htmlmeasure.h"
#include "document/htmltext.h"
#include "document/textgrid.h"

#include <QFontDatabase>
#include <QPainter>
#include <QRegularExpression>
#include <QStringDecoder>
#include <QtMath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::document {

namespace {

/// In points: twelve characters an inch, six lines an inch, and half an inch of margin.
constexpr double characterWidth = 6;
constexpr double lineHeight = 12;
constexpr double margin = 36;
constexpr qsizetype fewestColumns = 87;
constexpr qsizetype fewestLines = 64;
constexpr int linesOfTable = 120;
/// The part of a line that letters fill.
constexpr double ascent = 0.15, letterHeight = 0.75;

QString decoded(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8));
    QString text = decoder(bytes);
    return decoder.hasError() ? QString::fromLatin1(bytes) : text;
}

bool isTableLine(const QString &line)
{
    return line.trimmed().startsWith(u'|') && line.count(u'|') > 1;
}

/// Cells of a line of a Markdown table; none for the line of dashes below the head.
QStringList markdownCells(QString line)
{
    static const QRegularExpression rule(u"^[|:\\s-]+$"_s);
    line = line.trimmed();
    if (rule.match(line).hasMatch())
        return {};
    line = line.mid(1, line.size() - (line.endsWith(u'|') ? 2 : 1));
    return line.split(u'|');
}

/// Without the marks of headings, emphasis, code, links and quotes.
QString withoutMarks(QString line)
{
    static const QRegularExpression heading(u"^\\s{0,3}(#{1,6}\\s+|>\\s?)"_s);
    static const QRegularExpression emphasis(u"(\\*\\*|__|`|(?<=\\s)\\*(?=\\S)|(?<=\\S)\\*(?=\\s|$)|^\\*(?=\\S))"_s);
    static const QRegularExpression link(u"!?\\[([^\\]]*)\\]\\([^)]*\\)"_s);
    return line.replace(heading, QString()).replace(link, u"\\1"_s).replace(emphasis, QString());
}

void addMarkdown(TextGrid &grid, const QString &text)
{
    QList<QStringList> table;
    const auto endTable = [&] { grid.addTable(std::exchange(table, {})); };
    for (const auto &line : text.split(u'\n')) {
        if (isTableLine(line)) {
            if (const auto cells = markdownCells(withoutMarks(line)); !cells.isEmpty())
                table << cells;
            continue;
        }
        endTable();
        grid.addLine(withoutMarks(line));
    }
    endTable();
}

void addPlain(TextGrid &grid, const QString &text)
{
    for (const auto &part : text.split(u'\f')) {
        grid.endPage();
        for (const auto &line : part.split(u'\n'))
            grid.addLine(line);
    }
}

} // namespace

domain::PageSize TextPages::pageSize(int page) const
{
    const auto &lines = m_pages.at(std::size_t(page));
    auto columns = fewestColumns;
    for (const auto &line : lines)
        columns = std::max(columns, line.size());
    return {2 * margin + double(columns) * characterWidth,
            2 * margin + double(std::max(fewestLines, lines.size())) * lineHeight};
}

std::vector<Word> TextPages::words(int page) const
{
    std::vector<Word> words;
    const auto size = pageSize(page);
    const auto &lines = m_pages.at(std::size_t(page));
    for (qsizetype row = 0; row < lines.size(); ++row) {
        const auto &line = lines[row];
        for (qsizetype i = 0; i < line.size();) {
            const auto begin = i;
            while (i < line.size() && !line[i].isSpace())
                ++i;
            if (i > begin)
                words.push_back(
                    {line.mid(begin, i - begin),
                     {(margin + double(begin) * characterWidth) / size.width(),
                      (margin + (double(row) + ascent) * lineHeight) / size.height(),
                      double(i - begin) * characterWidth / size.width(), letterHeight * lineHeight / size.height()},
                     true,
                     1});
            else
                ++i;
        }
    }
    return words;
}

QImage TextPages::render(int page, int width, const domain::PageRect &area) const
{
    const auto size = pageSize(page);
    const auto scale = width / size.width();
    QImage image(qCeil(area.width() * width), qCeil(area.height() * size.height() * scale), QImage::Format_RGB32);
    if (image.isNull())
        return image;
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.translate(-qFloor(area.x() * width), -qFloor(area.y() * size.height() * scale));
    painter.scale(scale, scale);
    auto font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(72);
    // As wide as the grid wants its characters: fonts differ.
    const QFontMetricsF metrics(font, &image);
    const auto wide = std::max(1.0, metrics.horizontalAdvance(u'0'));
    painter.setFont(font);
    for (const auto &word : words(page)) {
        painter.save();
        painter.translate(word.box.x() * size.width(), word.box.bottom() * size.height() - 0.15 * lineHeight);
        painter.scale(characterWidth / wide, characterWidth / wide);
        painter.drawText(QPointF(0, 0), word.text);
        painter.restore();
    }
    return image;
}

Expected<std::unique_ptr<PageSource>> openText(const QByteArray &bytes, const QString &path)
{
    if (bytes.size() > mostTextBytes)
        return Unexpected(ErrorCode::DocumentTooLarge, u"more than %1 bytes of text"_s.arg(mostTextBytes), path);
    auto text = decoded(bytes);
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    TextGrid grid;
    int linesPerPage = int(fewestLines);
    switch (const auto form = textForm(text); form.kind) {
    case TextForm::Kind::Html:
        if (!isModestHtml(text))
            return Unexpected(ErrorCode::DocumentTooLarge, u"tables or nesting of the page"_s, path);
        addHtml(grid, text);
        break;
    case TextForm::Kind::Table:
        grid.addTable(csvRecords(text, form.separator));
        linesPerPage = linesOfTable;
        break;
    case TextForm::Kind::Markdown:
        addMarkdown(grid, text);
        break;
    case TextForm::Kind::Plain:
        addPlain(grid, text);
        break;
    }
    return std::unique_ptr<PageSource>(new TextPages(grid.pages(linesPerPage)));
}

} // namespace xs::document
