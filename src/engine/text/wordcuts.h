// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

#include <vector>

namespace xs::engine {

/// Cuts recognised words that have grown together where what meets leaves no doubt: dates and times
/// ("04/03/201815:41"), labels and values ("Date:04/03/2018"), two labels ("GRANDTOTAL"), parts of an address
/// ("9,TAMAN", "43200CHERAS", "LEVEL1"), names and their legal forms ("FOODSSDNBHD"). Boxes are cut by letters.
void cutGrownWords(std::vector<document::Word> &line);

/// Cuts labels from what stands against them in a text layer: values behind a colon ("Tel:555-0100") and what explains
/// or translates a label in brackets ("Consignee(收货人):"). The pieces are one text as before.
void cutGluedLabels(std::vector<document::Word> &words);

} // namespace xs::engine
