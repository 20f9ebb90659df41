// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pages/markdown.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr auto blockBreak = "\n\n"_L1;

/// Takes the meaning from characters that would begin a heading, a list, a quotation or a tag.
QString escaped(QString line)
{
    static const QRegularExpression block(u"^(#{1,6}(?=\\s|$)|[-+*>](?=\\s|$)|(?:-{3,}|={3,})\\s*$)"_s);
    static const QRegularExpression number(u"^(\\d{1,9})([.)])(?=\\s|$)"_s);
    line.replace(u'<', u"\\<"_s);
    // In a replacement "\\1" is what was found, and any other backslash stands for itself.
    line.replace(number, u"\\1\\\\2"_s);
    return line.replace(block, u"\\\\1"_s);
}

QString paragraph(const QString &text)
{
    auto lines = text.split(u'\n');
    for (auto &line : lines)
        line = escaped(line);
    // Two blanks keep a line's end.
    return lines.join("  \n"_L1);
}

/// What Markdown writes before an entry. It knows numbers and boxes to tick; any other mark goes before the text.
QString listMark(const QString &marker, bool ordered)
{
    static const QRegularExpression number(u"^\\d{1,9}[.)]$"_s);
    if (number.match(marker).hasMatch())
        return marker;
    if (marker == u"☐"_s)
        return u"- [ ]"_s;
    if (marker == u"☒"_s || marker == u"☑"_s)
        return u"- [x]"_s;
    return ordered ? u"- "_s + marker : u"-"_s;
}

QString list(const PageItem &item)
{
    QStringList lines;
    for (const auto &entry : item.entries) {
        lines << listMark(entry.marker, item.ordered) + u' ' + escaped(entry.text);
    }
    return lines.join(u'\n');
}

QString cellMarkdown(QString cell)
{
    return cell.replace(u'|', u"\\|"_s).replace(u'<', u"\\<"_s).replace(u'\n', u' ');
}

QString table(const PageItem &item)
{
    QStringList lines;
    for (const auto &row : item.rows) {
        QStringList cells;
        for (const auto &cell : row)
            cells << cellMarkdown(cell);
        lines << u"| "_s + cells.join(" | "_L1) + u" |"_s;
        if (lines.size() == 1)
            lines << u'|' + u" --- |"_s.repeated(row.size());
    }
    return lines.join(u'\n');
}

/// Rows whose cells are filled with blanks to the widths of their columns.
QString alignedRows(const PageItem &item)
{
    QList<qsizetype> widths;
    for (const auto &row : item.rows)
        for (qsizetype c = 0; c < row.size(); ++c) {
            if (c == widths.size())
                widths << 0;
            widths[c] = std::max(widths[c], row[c].size());
        }
    QStringList lines;
    for (const auto &row : item.rows) {
        QString line;
        for (qsizetype c = 0; c < row.size(); ++c)
            line += row[c].leftJustified(widths[c] + 2);
        while (line.endsWith(u' '))
            line.chop(1);
        lines << line;
    }
    return lines.join(u'\n');
}

bool isMargin(const PageItem &item)
{
    return item.kind == PageItem::Kind::Header || item.kind == PageItem::Kind::Footer;
}

template <typename Wanted>
QString joined(const ParsedPage &page, Wanted wanted)
{
    QStringList blocks;
    for (const auto &item : page.items)
        if (wanted(item))
            blocks << markdown(item);
    return blocks.join(blockBreak);
}

} // namespace

QString markdown(const PageItem &item)
{
    switch (item.kind) {
    case PageItem::Kind::Heading:
        return QString(item.level, u'#') + u' ' + item.text;
    case PageItem::Kind::List:
        return list(item);
    case PageItem::Kind::Table:
        return table(item);
    case PageItem::Kind::Text:
    case PageItem::Kind::Header:
    case PageItem::Kind::Footer:
        break;
    }
    return paragraph(item.text);
}

QString markdown(const ParsedPage &page)
{
    return joined(page, [](const PageItem &item) { return !isMargin(item); });
}

QString markdown(const ParsedPage &page, PageItem::Kind kind)
{
    return joined(page, [kind](const PageItem &item) { return item.kind == kind; });
}

QString plainText(const ParsedPage &page)
{
    QStringList blocks;
    for (const auto &item : page.items)
        blocks << (item.kind == PageItem::Kind::Table ? alignedRows(item) : item.lines.join(u'\n'));
    return blocks.join(blockBreak);
}

QString csv(const PageItem &table)
{
    QString text;
    for (const auto &row : table.rows) {
        QStringList cells;
        for (auto cell : row) {
            static const QRegularExpression special(u"[\",\r\n]"_s);
            if (cell.contains(special))
                cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
            cells << cell;
        }
        text += cells.join(u',') + u"\r\n"_s;
    }
    return text;
}

QString html(const PageItem &table)
{
    auto text = u"<table>"_s;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const auto tag = r == 0 ? u"th"_s : u"td"_s;
        text += u"<tr>"_s;
        for (const auto &cell : table.rows[r])
            text += u'<' + tag + u'>' + cell.toHtmlEscaped() + u"</"_s + tag + u'>';
        text += u"</tr>"_s;
    }
    return text + u"</table>"_s;
}

} // namespace xs::engine
