// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "document/readpage.h"
#include "server/groundeditems.h"

namespace xs::server {

/// What the worker gives for a parse job beside the forms, in parts (JobStore): `text`, `markdown`, `items` and
/// `metadata` in the form of the API's ParseResult, `words` (savedPages) for later extract jobs, `job_metadata`, and
/// where `levels` asks for boxes `grounded_items`.
Json parseResult(const std::vector<document::ReadPage> &pages, int pageCount, const BoxLevels &levels = {});

} // namespace xs::server
