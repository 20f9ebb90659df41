// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/texttable.h"

#include <algorithm>

namespace xs::cli {

QString textTable(const std::vector<QStringList> &rows)
{
    std::vector<qsizetype> widths;
    for (const auto &row : rows) {
        widths.resize(std::max(widths.size(), static_cast<std::size_t>(row.size())), 0);
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    QString text;
    for (const auto &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += row[i].leftJustified(widths[i] + 2);
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    return text;
}

QString printable(QString text)
{
    for (auto &sign : text)
        if (sign.category() == QChar::Other_Control || sign.category() == QChar::Other_Format)
            sign = QChar::ReplacementCharacter;
    return text;
}

QString shortened(const QString &text)
{
    constexpr qsizetype widest = 48;
    const auto line = printable(text.simplified());
    return line.size() <= widest ? line : line.left(widest - 1) + u'…';
}

} // namespace xs::cli
