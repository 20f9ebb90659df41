// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

#include <QString>

namespace xs::document {

/// The words that say what a value is: the phrase to the left of it on the same line, else the one above it, without
/// the colon. Empty when there is none. `value` is the place of the value's first line, in fractions of the page.
QString labelBeside(const std::vector<Word> &words, const domain::PageRect &value);

} // namespace xs::document
