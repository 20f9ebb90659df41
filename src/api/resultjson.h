// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/resultnode.h"
#include "schema/field.h"

namespace xs::api {

/// Joins `extract_result` and `extract_metadata` of a job to one tree of values with their evidence.
/// The metadata may come in any of the shapes that servers are known to send (with or without the wrappers
/// `document_metadata`, `page_metadata`, `row_metadata`; one citation in place of a list; `page_number` for
/// `page`; boxes as objects or lists; numbers as text); a bad node costs only its own evidence. `fields` (may be
/// null) settles which objects of the metadata are the user's own fields, and gives members their order.
domain::ResultNode readResult(const Json &result, const Json &extractMetadata, const schema::Field *fields);

/// Which parts of the evidence the caller of the API asked for.
struct MetadataParts
{
    bool citations = true;
    bool confidence = true;
};

/// The API's `field_metadata` for a tree: filled is the member that fits the extraction target, the others are
/// null. Values that are null have no entry.
Json fieldMetadata(const domain::ResultNode &tree, const QString &extractionTarget, const MetadataParts &parts);

} // namespace xs::api
