// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "document/sandbox.h"

#include <functional>

namespace xs::document {
class PictureReader;
}

namespace xs::server {

/// Loads what reading any document needs, by reading a little one of its own in `folder`: done once by the fork
/// server, so that no worker has to.
void prepareWorker(const QString &folder);

/// What the worker does with a request `{"task": "extract", "path": …, "name": …, "configuration": {…}}`; also for
/// tests without a process. The task may be "parse", with `read_as` as the tier that decides how
/// pictures are read; "extract" may have `words` (savedPages) instead of a path, and
/// `parse_configuration`, and with `wants_question` the reply holds `question` for a language model and `words`, with
/// which `answers` are worked in later; "propose" has `prompt` and `data_schema` and gives a schema. The reply is
/// `{"result": {…}}` or
/// `{"error": {"code": …, "detail": …}}` (errorCodeName). `recogniser` is one that is loaded already; jobs use it.
Json workOn(const Json &request, document::PictureReader *recogniser = nullptr);

/// The child side: reads one request from standard input, reads that one document, writes the reply to standard
/// output and ends. Enters the sandbox first. Returns the exit status.
int runWorker(const document::SandboxLimits &limits, const std::function<Json(const Json &)> &work);

} // namespace xs::server
