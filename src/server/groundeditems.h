// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "engine/pages/pageitems.h"

namespace xs::server {

/// Which boxes inside of items a parse job is asked for: `output_options.granular_bboxes`.
struct BoxLevels
{
    bool words = false;
    bool lines = false;
    bool cells = false;

    bool any() const { return words || lines || cells; }
};
BoxLevels boxLevels(const Json &parseConfiguration);

/// An array of one box as the API gives it: in points from the page's top left, to hundredths.
Json boxJson(const QRectF &box);

/// The pages of a parse result's `items` with a `grounding` for each item, which the API calls grounded items:
/// `{"source": "md", "lines": [{"span", "bbox", "words": [{"span", "bbox"}]}]}`, of a table
/// `{"source": "rows", "rows": [[{"bbox", "lines"} or null]]}` with a cell for each of its `rows`. A span is the first
/// byte and the one behind the last of the item's `md`, or of the cell's text, in UTF-8. Words that Markdown writes
/// otherwise, such as bullets, have none and are left out. `itemPages` are the pages as JSON, one for each of `pages`.
Json groundedItems(const std::vector<engine::ParsedPage> &pages, const Json &itemPages, const BoxLevels &levels);

} // namespace xs::server
