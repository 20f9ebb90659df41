// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "base/json.h"
#include "document/pagesource.h"

namespace xs::engine {

/// What a schema is to be made of; any of the three, or several together.
struct SchemaWish
{
    /// A sample document; null for none. Its first pages are read.
    const document::PageSource *document = nullptr;
    /// The wanted fields in somebody's own words; empty for none.
    QString prompt = {};
    /// A schema to go on from; null for none.
    Json dataSchema = nullptr;
};

/// Proposes a schema: typed, named, described fields. A prompt that names fields decides which there are, and the
/// document what they look like and how it labels them; without such a prompt the document's own fields come in
/// reading order. A given schema keeps its order, its names and every keyword that it has; types and descriptions that
/// it lacks are filled in, and fields that it does not have are added behind its own. The same wish always gives the
/// same schema. Errors: SchemaNotObject, DocumentHasNoText, InvalidArgument (nothing names a field).
Expected<Json> proposeSchema(const SchemaWish &wish);

} // namespace xs::engine
