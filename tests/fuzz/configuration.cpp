// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/configurationjson.h"
#include "fuzz/fuzz.h"
#include "schema/check.h"
#include "schema/field.h"

using namespace xs;

namespace {

/// As the window shows a file's schema.
void lookAt(const Json &schema)
{
    const auto fields = schema::readFields(schema);
    if (fields)
        fuzz::require(schema::fieldCount(*fields) >= 0 && schema::leafCount(*fields) >= 0, "fields can be counted");
    (void)schema::check(schema);
}

} // namespace

/// A file *.extract.json, or a configuration that a server keeps. What is read and written again means the same.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto json = parseJson(fuzz::bytes(data, size));
    if (!json)
        return 0;
    for (const auto missing : {api::MissingFlags::Off, api::MissingFlags::On}) {
        const auto configuration = api::configurationFromJson(*json, missing);
        if (!configuration)
            continue;
        const auto written = api::toJson(*configuration);
        const auto again = api::configurationFromJson(written, missing);
        fuzz::require(bool(again), "what is written can be read");
        fuzz::require(api::toJson(*again) == written, "what is read and written again is the same");
        lookAt(configuration->dataSchema);
    }
    return 0;
}
