// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/resultnode.h"
#include "engine/fields/occurrences.h"
#include "schema/field.h"

namespace xs::engine {

/// Compares the rules' result with a language model's answer for the whole document and gives the result of both:
/// where they agree the rules' words with more confidence; where they differ the model's value if the document says it,
/// unless the rules are nearly certain; a value of the model that no words say has no citation and little confidence.
/// Rows of lists are those of the model when it has any. Parts of the answer that do not fit the schema do not count.
/// A list of pages (`byPosition`) is compared page by page.
domain::ResultNode agreed(const domain::ResultNode &rules, const schema::Field &root, const Json &answer,
                          const Occurrences &occurrences, bool byPosition = false);

} // namespace xs::engine
