// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

#include <vector>

namespace xs::document {

/// A place on a page that says a text.
struct FoundText
{
    /// One box for each line, in fractions of the page.
    std::vector<domain::PageRect> boxes;
    /// The words as they stand there.
    QString text;
    /// How alike both texts are, 0…1; 1 means the same letters and digits.
    double likeness = 0;
};

/// Looks a text up among the words of a page. Case, accents, blanks and punctuation do not count, and a few wrong
/// letters pass. The best place comes first; empty when nothing is alike enough (0.8).
std::vector<FoundText> findText(const std::vector<Word> &words, const QString &text);

} // namespace xs::document
