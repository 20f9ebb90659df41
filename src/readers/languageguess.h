// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

#include <vector>

namespace xs::readers {

using document::Word;

/// The language (ISO 639-2) whose function words ("the", "und", "des") these words have clearly most of; empty when
/// they are too few to tell. The words are data: resources/ocr/functionwords.json.
QString languageOf(const std::vector<Word> &words);

/// How many of the words are function words of any language: a reading that loses letters or blanks has fewer.
int functionWordsIn(const std::vector<Word> &words);

} // namespace xs::readers
