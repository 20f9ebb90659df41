// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "server/sandbox.h"

namespace xs::server {

/// The child side: reads one request from standard input, reads that one document, writes the reply to standard
/// output and ends. Runs in the sandbox from its first line on. Returns the exit status.
int runWorker(const SandboxLimits &limits);

/// What the worker does with a request `{"task": "extract", "path": …, "configuration": {…}}`; also for tests without a
/// process. The task may be "parse"; "extract" may have `words` (savedPages) instead of a path, and
/// `parse_configuration`. The reply is `{"result": {…}}` or `{"error": {"code": …, "detail": …}}` (errorCodeName).
Json workOn(const Json &request);

} // namespace xs::server
