// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "document/readpage.h"

namespace xs::server {

/// What the worker gives for a parse job beside the forms, in parts (JobStore): `text`, `markdown`, `items` and
/// `metadata` in the form of the API's ParseResult, `words` (savedPages) for later extract jobs, and `job_metadata`.
Json parseResult(const std::vector<document::ReadPage> &pages, int pageCount);

} // namespace xs::server
