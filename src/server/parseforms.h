// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "document/formsource.h"
#include "document/readpage.h"

namespace xs::server {

/// The part `forms` of a parse result, as the official SDK describes it: for each page its form, if it has fields, once
/// as a tree (`json`) and once as lines (`list`). Fields that the document declares are told of, in reading order;
/// blanks that are only drawn are not. `source` may be missing.
Json parseForms(const document::FormSource *source, const std::vector<document::ReadPage> &pages);

} // namespace xs::server
