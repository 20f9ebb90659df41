// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract.h"

#include "fuzz/fuzz.h"
#include "fuzz/textpages.h"
#include "schema/check.h"

using namespace xs;

/// The whole engine: a line with a schema, then the text of the pages.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    auto text = fuzz::bytes(data, size);
    auto schema = parseJson(fuzz::takeLine(text));
    // The service refuses other schemas before the engine sees them.
    if (!schema || !schema::firstError(schema::check(*schema)).isEmpty())
        return 0;
    const fuzz::TextPages pages(QString::fromUtf8(text));
    engine::ExtractRequest request;
    request.dataSchema = *std::move(schema);
    for (const auto &target : {domain::target::perDocument, domain::target::perPage, domain::target::perTableRow}) {
        request.extractionTarget = target.toString();
        (void)engine::extract(pages, request);
    }
    return 0;
}
