// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/resultjson.h"

namespace xs::api {

/// Reads one FieldMetadataEntry, leniently; none when the node says nothing about a value.
std::optional<domain::Evidence> readEvidence(const Json &entry);

/// One FieldMetadataEntry with the parts that were asked for.
Json writeEvidence(const domain::Evidence &evidence, const MetadataParts &parts);

} // namespace xs::api
