// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

namespace xs::document {

/// A small square or circle that is drawn on a page, as forms have them beside what can be ticked.
struct DrawnBox
{
    /// In fractions of the picture.
    domain::PageRect area;
    /// Whether there is ink inside: a cross, a tick or a dot.
    bool isTicked = false;
};

/// Where a picture of a page comes from. Letters of scans look like circles, and their paper is unevenly lit.
enum class PictureOrigin { Painted, Scanned };

/// Puts a "☐" or "☒" among the words of a page for every box; what was read there as letters goes. Boxes around other
/// words are none.
void addDrawnBoxes(std::vector<Word> &words, const std::vector<DrawnBox> &boxes, PictureOrigin origin);

} // namespace xs::document
