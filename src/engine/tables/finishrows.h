// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/rows.h"

namespace xs::engine {

/// What the description of a list says of its rows.
RowHints hintsOf(const schema::Field &list);

// What is still to be told of rows once they are read, each step on its own; `fields` are in the order of a row's
// values.

/// Words behind a quantity are its unit: "1.00 kg".
void splitUnits(Row &row, const std::vector<FieldSpec> &fields, const Workspace &workspace);

/// Rows that count themselves without a column of their own: "1 LED panel", "2 Switch" and so on.
void splitRowNumbers(std::vector<Row> &rows, const std::vector<FieldSpec> &fields, const Text &text);

/// "Apple pie @9.00": what one piece costs is no part of what it is called.
void dropPriceOfOne(Row &row, const std::vector<FieldSpec> &fields, const Text &text);

/// "Bonds — 27.4%", "Cheese (5.5% tax)": what the description asks to leave out behind a text.
void dropRemarks(Row &row, const std::vector<FieldSpec> &fields);

/// Where no column has the code that the schema asks for, descriptions may begin with it.
void splitCodes(std::vector<Row> &rows, const std::vector<FieldSpec> &fields, const Text &text);

/// Fields without a column may be labelled inside the row: "GTIN: 4012345001235" below the description.
void readLabelled(Row &row, const std::vector<FieldSpec> &fields, const Workspace &workspace);

/// Where the line above the first row labels what no row has ("Delivery note 2218 of 9 September"), such lines stand
/// above groups of rows and hold for those below them.
void readGroupReferences(std::vector<Row> &rows, const std::vector<FieldSpec> &fields, const Workspace &workspace);

/// Rows whose words the description calls no rows.
void dropExcluded(std::vector<Row> &rows, const RowHints &hints, const Text &text);

/// A text that all rows must have and only the first of a group has is that of the group.
void fillDown(std::vector<Row> &rows, const std::vector<FieldSpec> &fields);

/// Numbers that the schema wants where nothing is printed ("1 if not printed"). The row's first words are their proof.
void fillEmpty(Row &row, const std::vector<FieldSpec> &fields);

} // namespace xs::engine
