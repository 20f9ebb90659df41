// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readpage.h"
#include "schema/field.h"

namespace xs::engine {

/// Puts the check boxes and radio buttons of an AcroForm among the words of their pages as "☐" and "☒", in the state
/// that the file says.
void addButtons(const document::PageSource &source, std::vector<document::ReadPage> &pages);

/// Whether the words of a page say that boxes to tick may stand beside them which the schema asks about: several values
/// of an enum, yes beside no, or the words of a boolean. Pages whose boxes are letters need no painting.
bool mayHaveDrawnBoxes(const schema::Field &root, const document::ReadPage &page);

/// Whether words of a page stand so that lines may be drawn between them which part columns: farther from each other
/// than a blank is wide, and yet close.
bool mayHaveDrawnRules(const document::ReadPage &page);

/// Adds the boxes and the lines that are drawn on pages that may have some (document::addDrawings),
/// which paints these pages.
void addWantedBoxes(const document::PageSource &source, const schema::Field &root,
                    std::vector<document::ReadPage> &pages);
/// The same for a schema as JSON; one that cannot be used changes nothing.
void addWantedBoxes(const document::PageSource &source, const Json &dataSchema, std::vector<document::ReadPage> &pages);

} // namespace xs::engine
