// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/textgrid.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::document {

namespace {

constexpr qsizetype longestLine = 110;
constexpr qsizetype widestColumn = 60;
constexpr qsizetype gap = 3;
constexpr qsizetype tabWidth = 8;
/// Wider tables than this are cut off: nobody reads them.
constexpr qsizetype mostColumns = 1000;

QString withoutTabs(const QString &line)
{
    QString result;
    for (const auto c : line) {
        if (c == u'\t')
            result += QString(tabWidth - result.size() % tabWidth, u' ');
        else
            result += c.isPrint() || c.isSpace() ? (c.isSpace() ? QChar(u' ') : c) : QChar(u' ');
    }
    return result;
}

/// Cuts at blanks where there are any.
QStringList wrapped(QString text, qsizetype width)
{
    QStringList lines;
    while (text.size() > width) {
        auto cut = text.lastIndexOf(u' ', width);
        if (cut < width / 2)
            cut = width;
        lines << text.left(cut);
        text = text.mid(cut).trimmed();
    }
    lines << text;
    return lines;
}

QStringList cellLines(const QString &cell)
{
    QStringList lines;
    for (const auto &line : cell.split(u'\n'))
        lines << wrapped(withoutTabs(line).simplified(), widestColumn);
    return lines;
}

} // namespace

void TextGrid::addLine(const QString &line)
{
    auto text = withoutTabs(line);
    while (text.endsWith(u' '))
        text.chop(1);
    m_parts.back() << wrapped(text, longestLine);
}

void TextGrid::addTable(const QList<QStringList> &rows)
{
    QList<QList<QStringList>> cells;
    QList<qsizetype> widths;
    for (const auto &row : rows) {
        cells << QList<QStringList>();
        for (const auto &cell : row.first(std::min(row.size(), mostColumns))) {
            const auto column = cells.back().size();
            cells.back() << cellLines(cell);
            if (widths.size() <= column)
                widths << 0;
            for (const auto &line : cells.back().back())
                widths[column] = std::max(widths[column], line.size());
        }
    }
    for (const auto &row : cells) {
        qsizetype height = 0;
        for (const auto &cell : row)
            height = std::max(height, cell.size());
        for (qsizetype i = 0; i < height; ++i) {
            QString line;
            for (qsizetype column = 0; column < row.size(); ++column)
                line += row[column].value(i).leftJustified(widths[column] + gap);
            while (line.endsWith(u' '))
                line.chop(1);
            m_parts.back() << line;
        }
    }
}

void TextGrid::endPage()
{
    if (!m_parts.back().isEmpty())
        m_parts << QStringList();
}

std::vector<QStringList> TextGrid::pages(int linesPerPage) const
{
    std::vector<QStringList> pages;
    for (const auto &part : m_parts)
        for (qsizetype i = 0; i < part.size(); i += linesPerPage)
            pages.push_back(part.mid(i, linesPerPage));
    if (pages.empty())
        pages.emplace_back();
    return pages;
}

} // namespace xs::document
