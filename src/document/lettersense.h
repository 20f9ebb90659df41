// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

#include <optional>
#include <vector>

namespace xs::document {

/// How common the letters of these words are in languages that are written with Latin letters: the mean binary
/// logarithm of their frequencies, about -4.2 for texts, -4.6 for codes and below -5 where fonts without Unicode maps
/// give every letter the name of another. Nothing for few letters and for other alphabets.
std::optional<double> letterSense(const std::vector<Word> &words);

/// Whether these words are most likely letters in the wrong place of the alphabet.
bool isLikelyGarbled(const std::vector<Word> &words);

} // namespace xs::document
