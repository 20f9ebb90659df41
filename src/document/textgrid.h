// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

#include <vector>

namespace xs::document {

/// Text set on a grid of equal characters, as a typewriter would: lines of pages, with the columns of tables below each
/// other and at least three blanks apart.
class TextGrid
{
public:
    /// Blanks at the beginning stay, tabs go to the next eighth column, long lines go on below.
    void addLine(const QString &line);
    /// Cells that have line ends, or more characters than a column may have, go on below.
    void addTable(const QList<QStringList> &rows);
    /// What follows begins on a new page.
    void endPage();

    /// At least one page; a page may be empty. Pages hold `linesPerPage` lines at most.
    std::vector<QStringList> pages(int linesPerPage = 66) const;

private:
    QList<QStringList> m_parts{QStringList()};
};

} // namespace xs::document
