// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "domain/citation.h"

namespace xs::review {

/// A place that a person pointed at, as the review store keeps it:
/// `{"page": 1, "text": "…", "boxes": [[x, y, width, height]], "page_size": [width, height]}`; no place is null.
Json toJson(const std::optional<domain::Citation> &place);
/// No place for anything else than such an object; boxes that are none are left out.
std::optional<domain::Citation> placeFromJson(const Json &json);

} // namespace xs::review
