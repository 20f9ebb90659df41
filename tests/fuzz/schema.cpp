// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/check.h"

#include "fuzz/fuzz.h"

#include <algorithm>

using namespace xs;

/// What is said of a schema: a JSON text.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto json = parseJson(fuzz::bytes(data, size));
    if (!json)
        return 0;
    const auto findings = schema::check(*json);
    const auto hasError = std::ranges::any_of(findings, [](const auto &finding) { return finding.isError(); });
    fuzz::require(hasError != schema::firstError(findings).isEmpty(), "an error has words");
    fuzz::require(schema::check(*json) == findings, "the same is said twice");
    return 0;
}
