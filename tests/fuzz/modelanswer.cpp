// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract.h"
#include "engine/model/modeltext.h"
#include "fuzz/fuzz.h"
#include "fuzz/textpages.h"
#include "schema/check.h"

using namespace xs;

/// What a language model says of a document: a line with a schema, one with the model's answers for the windows, then
/// the text of the pages.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    auto text = fuzz::bytes(data, size);
    auto schema = parseJson(fuzz::takeLine(text));
    const auto answers = parseJson(fuzz::takeLine(text));
    if (!schema || !answers || !schema::firstError(schema::check(*schema)).isEmpty())
        return 0;
    const fuzz::TextPages pages(QString::fromUtf8(text));
    engine::ExtractRequest request;
    request.dataSchema = *std::move(schema);
    for (const auto &target : {domain::target::perDocument, domain::target::perPage, domain::target::perTableRow}) {
        request.extractionTarget = target.toString();
        request.modelAnswer = engine::joinedAnswer(*answers, request.extractionTarget);
        (void)engine::extract(pages, request);
    }
    return 0;
}
