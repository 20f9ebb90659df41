// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/activitylog.h"

namespace xs::client {

/// A request as code that can be run: the key is read from the environment (LLAMA_CLOUD_API_KEY), never written.
enum class SnippetLanguage {
    /// A shell command.
    Curl,
    /// With the package `requests`.
    Python,
    /// With the vendor's SDK, `@llamaindex/llama-cloud`.
    TypeScript,
};

QString snippet(const Exchange &exchange, SnippetLanguage language);

} // namespace xs::client
