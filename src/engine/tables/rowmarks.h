// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/tablehead.h"

namespace xs::engine {

/// One line below the head: the words in each column, and what they give for the columns' fields.
struct BodyLine
{
    int line = 0;
    /// The line itself, or those whose cells stand beside its own.
    Span lines;
    std::vector<Span> cells;
    std::vector<std::optional<Candidate>> values;
    int fits = 0;
    int typed = 0;
    bool isTotal = false;
    bool isProse = false;
    /// Its figures are periods, as in the head of a table of figures.
    bool isHead = false;
};

/// What marks in a row tell for fields that no column has: the mark of a footnote, and truths that a mark stands for.
/// What it is made of outlives it.
class RowMarks
{
public:
    RowMarks(const TableHead &head, const std::vector<FieldSpec> &fields, const Text &text, bool rowsAreResults);

    void addTo(BodyLine &line) const;

private:
    /// The field that asks for the mark of a note; −1 for none.
    int noteField() const;
    /// The truth that a mark in the row tells ("marked with an asterisk", "marked as an estimate" where a note says
    /// "(e) estimate"), and the mark.
    void findMark();
    /// The mark before the words of a note that say what the field asks for.
    QString noteMark(const FieldSpec &field) const;
    void addMark(BodyLine &line) const;
    void addNote(BodyLine &line) const;
    /// What a note's mark stands behind is called so without it.
    void dropNotes(BodyLine &line) const;
    /// Whether a word such as "(a)" begins a note further down.
    bool isMarkOfNote(int token) const;
    void takeFromText(BodyLine &line, const Span &cell) const;

    const TableHead &m_head;
    const std::vector<FieldSpec> &m_fields;
    const Text &m_text;
    bool m_rowsAreResults;
    int m_noteField = -1;
    int m_markField = -1;
    QString m_mark;
};

} // namespace xs::engine
