// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "base/json.h"
#include "document/readpage.h"
#include "domain/configuration.h"
#include "domain/resultnode.h"

#include <vector>

namespace xs::engine {

/// What to extract from one document.
struct ExtractRequest
{
    Json dataSchema = Json::object();
    /// One of domain::target; anything else is read as one result per document.
    QString extractionTarget = domain::target::perDocument.toString();
    /// The pages to read, from 1; pages that the document does not have are left out. Empty means all.
    std::vector<int> pages;
    /// One of domain::tier; the rules are the same for all.
    QString tier = domain::tier::costEffective.toString();
    QString systemPrompt;
    /// Whether citations box each word, not each line.
    bool wordBoxes = false;
    /// A language model's answer for the whole document (joinedAnswer), to compare with; null when none was asked.
    Json modelAnswer = nullptr;
};

/// The values with their evidence. Tokens are estimated as four characters each.
struct Extraction
{
    domain::ResultNode result;
    int pageCount = 0;
    int documentTokens = 0;
    int outputTokens = 0;
};

/// Reads the pages and fills the schema in its own order: null where the document does not say, and evidence
/// (page, verbatim text, boxes in points from the page's top left, confidence) on every other value. The same
/// document and request always give the same result. Blocks; call it from one thread per document.
/// Errors: SchemaNotObject, DocumentHasNoText, PageMissing.
Expected<Extraction> extract(const document::PageSource &document, const ExtractRequest &request);
/// The same on pages that were read before; `request.pages` does not count. `pageCount` is the whole document's.
Expected<Extraction> extract(const std::vector<document::ReadPage> &pages, int pageCount,
                             const ExtractRequest &request);

} // namespace xs::engine
