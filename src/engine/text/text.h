// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/drawnrules.h"
#include "document/formsource.h"
#include "document/pagesource.h"
#include "engine/text/levelling.h"

#include <QRectF>
#include <QSizeF>
#include <QString>

#include <vector>

namespace xs::engine {

/// A word of the document. Boxes are in points from the page's top left.
struct Token
{
    QString text;
    QRectF box;
    /// From 1.
    int page = 0;
    double confidence = 1;
    bool spaceAfter = true;
    /// Where it stands in the reading order of the document.
    int line = 0;
    int segment = 0;
    /// Which field of a form it was typed into, from 1; 0 for what is printed.
    int entry = 0;
    /// Numbers a box of a form: no value, and the words behind it are a label.
    bool numbersBox = false;
};

/// Tokens first … last-1 of a document in reading order.
struct Span
{
    int first = 0;
    int last = 0;

    int size() const { return last - first; }
    bool isEmpty() const { return last <= first; }
    bool overlaps(const Span &other) const { return first < other.last && other.first < last; }
    auto operator<=>(const Span &) const = default;
};

/// Words of one line that stand close together: a cell of a table, a label with its value, a line of a column.
struct Segment
{
    Span tokens;
    QRectF box;
    int page = 0;
    int line = 0;
};

/// All segments at one height of a page, from left to right.
struct Line
{
    Span segments;
    Span tokens;
    QRectF box;
    int page = 0;
    /// The usual height of its words.
    double wordHeight = 0;
};

/// What stands on one page that is read.
struct Page
{
    /// From 1.
    int number = 0;
    /// As it is read; boxes of words, segments and lines lie in it.
    QSizeF size;
    Span lines;
    Span segments;
    Span tokens;
    /// The median height of its words.
    double wordHeight = 0;
    /// Whether the words come from text recognition, whose boxes hug the ink.
    bool recognised = false;
    /// Whether it may be a slip as tills print it: a picture that was read, or a page hardly wider than their rolls.
    bool mayBeSlip() const { return recognised || size.width() <= widestSlip; }
    /// Four inches, in points; rolls are 58 or 80 mm wide.
    static constexpr double widestSlip = 288;
    /// How its words lie on the page as it is shown.
    Levelling levelling;
    /// Lines that are drawn up the page and across it, where they were looked for.
    std::vector<QRectF> uprightRules;
    std::vector<QRectF> levelRules;
};

/// The words of the pages that are read, in lines and segments. Indices are stable.
struct Text
{
    std::vector<Page> pages;
    std::vector<Line> lines;
    std::vector<Segment> segments;
    std::vector<Token> tokens;
    /// Whether citations box each word, not each line.
    bool wordBoxes = false;
    /// What the form's author calls the fields that are filled in; Token::entry counts them from 1.
    std::vector<QString> entryLabels;

    /// The words with blanks as on the page; lines are joined with a blank.
    QString textOf(const Span &span) const;
    /// Whether a blank stands between a word and the one before it.
    bool isSeparated(int token) const;
    /// Whether a word is a small letter, digit or mark that stands against the word before it and higher.
    bool isFootnoteMark(int token) const;
    QRectF boxOf(const Span &span) const;
    /// Where a word lies on the page as it is shown.
    QRectF placeOf(const Token &token) const;
    /// What the lines that are drawn around a box enclose; the page, where none are.
    QRectF cellAround(int page, const QRectF &box) const;
    /// The words typed into one field of a form, from 1; empty where it is shown otherwise than by words.
    Span entryAt(int entry) const;
    /// The page with this number; a page that is not read has no lines.
    const Page &page(int number) const;
};

/// The text of one page's words, appended to `text`. `filled` are the fields of a form that have a value: words inside
/// are of one segment, and of one with nothing else. `rules` part segments.
void appendPage(Text &text, int number, const QSizeF &size, const std::vector<document::Word> &words,
                const std::vector<document::FilledField> &filled = {}, const document::DrawnRules &rules = {});

} // namespace xs::engine
