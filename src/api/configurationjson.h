// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/configuration.h"

namespace xs::api {

/// The API's `configuration` object. Members come in the order of the reference page; what is not set is left
/// out; unknown members are written back as they came. When a release is pinned (a version other than
/// "latest"), both its names `extract_version` and `version` are written, for servers of either generation.
Json toJson(const domain::Configuration &configuration);

/// Which value a missing `cite_sources` or `confidence_scores` has.
enum class MissingFlags {
    /// As the API's reference says: false.
    Off,
    /// As this program's own files mean it: true.
    On,
};

/// Reads a `configuration` object. Null members count as absent. Unknown members and unknown values of open
/// enumerations are kept. Error ConfigurationInvalid, with the member's JSON pointer as its place: no object,
/// no `data_schema` object, a member of the wrong type, `max_pages` below 1, `target_pages` against its
/// grammar, or `version` and `extract_version` that contradict each other.
Expected<domain::Configuration> configurationFromJson(const Json &json, MissingFlags missing);

} // namespace xs::api
