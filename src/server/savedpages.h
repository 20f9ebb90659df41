// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "document/readpage.h"

namespace xs::server {

/// The words of pages as a parse job keeps them, so that a later job need not read the document again:
/// `{"page_count": …, "pages": [{"number", "width", "height", "turn", "texts", "boxes", "joined", "filled",
/// "confidences"}]}`. Lists instead of an object per word keep it small. Boxes are fractions with all their digits: the
/// engine decides ties by them, and what it finds must be what it finds in the file.
Json savedPages(const std::vector<document::ReadPage> &pages, int pageCount);

/// What savedPages wrote.
struct SavedPages
{
    std::vector<document::ReadPage> pages;
    /// Of the whole document.
    int pageCount = 0;
};
/// Error StoreCorrupt.
Expected<SavedPages> readSavedPages(const Json &json);

} // namespace xs::server
