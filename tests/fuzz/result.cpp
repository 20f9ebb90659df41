// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jobjson.h"
#include "api/resultjson.h"
#include "evaluate/compare.h"
#include "fuzz/fuzz.h"
#include "review/agreement.h"
#include "review/align.h"
#include "review/csvexport.h"
#include "review/exportfile.h"
#include "review/jsonexport.h"
#include "review/schemacheck.h"

#include <QGuiApplication>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace xs;

namespace {

/// As the review walks through a result.
void walkThrough(const review::ReviewedDocument &document)
{
    int count = 0;
    domain::forEachValue(document.result, [&](const domain::ResultPath &path, const domain::ResultNode &node) {
        if (++count > 8)
            return;
        (void)review::agreementsOf(document.result, path);
        if (const auto *field = review::fieldOf(&document.schema, path))
            (void)review::complaint(node.value, *field, document.job.raw["data_schema"]);
    });
    const auto values = review::reviewValues(document.result, &document.schema);
    fuzz::require(review::attentionOrder(values).size() <= values.size(), "a value comes once");
    const auto plain = domain::resultFromPlain(document.job.extractResult);
    (void)review::correspondingValues(plain, document.result);
    (void)evaluate::compare(plain, document.result);
}

void exportAll(const std::vector<review::ReviewedDocument> &documents)
{
    static const QTemporaryDir folder;
    for (const auto &table : review::flatten(documents))
        fuzz::require(!review::csv(table, documents, {.withProvenance = true}).isEmpty(), "a table has a head");
    fuzz::require(bool(parseJson(review::jobJson(documents.front()))), "a job is JSON");
    for (const auto format : review::exportFormats) {
        const auto file = folder.filePath(u"export."_s + review::exportSuffix(format));
        const auto path = format == review::ExportFormat::Json ? folder.path() : file;
        const auto written = review::exportTo(path, {format, {}, true}, documents,
                                              [](const auto &, int) { return review::PagePicture(); });
        fuzz::require(written || written.error().code == ErrorCode::InvalidArgument, "every answer can be exported");
    }
}

} // namespace

/// What a server answers for a job: a line with the schema that was sent, then the job. The window reads, reviews and
/// exports it.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static int argc = 1;
    static char name[] = "fuzz";
    static char *argv[] = {name, nullptr};
    static const QGuiApplication application(argc, argv);
    auto bytes = fuzz::bytes(data, size);
    const auto schema = parseJson(fuzz::takeLine(bytes));
    const auto json = parseJson(bytes);
    if (!schema || !json)
        return 0;
    const auto job = api::jobFromJson(*json);
    if (!job)
        return 0;
    const auto fields = schema::readFields(*schema);
    review::ReviewedDocument document{u"a.pdf"_s, {}, fields ? *fields : schema::Field(), {}, *job};
    document.job.raw["data_schema"] = *schema;
    document.result = api::readResult(job->extractResult, job->extractMetadata, fields ? &document.schema : nullptr);
    walkThrough(document);
    exportAll({document, document});
    return 0;
}
