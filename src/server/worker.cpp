// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/worker.h"

#include "api/configurationjson.h"
#include "api/resultjson.h"
#include "document/pagesource.h"
#include "domain/pagerange.h"
#include "engine/extract.h"

#include <QFile>
#include <QFileInfo>

#include <new>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

/// The API's limits: 500 pages, enforced when the file is over 5 MB.
constexpr int mostPages = 500;
constexpr qint64 smallFile = 5 * 1024 * 1024;

/// One page with a text layer. The library finds the objects without a table of their places.
constexpr auto littleDocument = R"(%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 284>> stream
BT /F 10 Tf 14 TL 50 700 Td
(Invoice number: A-1 Date: 2026-01-02 Due: 3 February 2026) '
(Customer: Example Ltd, 1 High Street, 12345 Town, mail@example.com) '
(Description Quantity Price Amount) '
(First thing 2 10.00 20.00) '
(Second thing 1 5.00 5.00) '
(Net 25.00 Tax 19 % 4.75 Total EUR 29.75) ' ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R>>
)";
constexpr auto littleSchema = R"({"type": "object", "properties": {
"invoice_number": {"type": "string"}, "date": {"type": "string", "format": "date"}, "total": {"type": "number"},
"customer": {"type": "object", "properties": {"name": {"type": "string"}, "address": {"type": "string"}}},
"paid": {"type": "boolean"}, "currency": {"type": "string", "enum": ["EUR", "USD"]},
"items": {"type": "array", "items": {"type": "object", "properties": {"description": {"type": "string"},
"quantity": {"type": "number"}, "amount": {"type": "number"}}}}}})";

Json errorReply(const Error &error)
{
    return {{"error", {{"code", toStd(errorCodeName(error.code))}, {"detail", toStd(error.detail)}}}};
}

Json usage(const engine::Extraction &extraction, std::size_t pages)
{
    return {{"num_pages_extracted", pages},
            {"num_pages_billed", pages},
            {"num_document_tokens", extraction.documentTokens},
            {"num_output_tokens", extraction.outputTokens}};
}

Expected<Json> extractFrom(const QString &path, const domain::Configuration &configuration)
{
    const auto document = document::openDocument(path);
    if (!document)
        return Unexpected(document.error());
    const auto pages = domain::selectPages(configuration.targetPages, configuration.maxPages, (*document)->pageCount());
    if (!pages)
        return Unexpected(pages.error());
    if (pages->size() > mostPages && QFileInfo(path).size() > smallFile)
        return Unexpected(ErrorCode::TooManyPages,
                          u"%1 pages, at most %2 are read"_s.arg(pages->size()).arg(mostPages));
    const engine::ExtractRequest request{configuration.dataSchema, configuration.extractionTarget, *pages,
                                         configuration.tier, configuration.systemPrompt.value_or(QString())};
    const auto extraction = engine::extract(**document, request);
    if (!extraction)
        return Unexpected(extraction.error());
    const api::MetadataParts parts{configuration.citeSources, configuration.confidenceScores};
    Json result;
    result["extract_result"] = domain::plainResult(extraction->result);
    result["field_metadata"] = api::fieldMetadata(extraction->result, configuration.extractionTarget, parts);
    result["usage"] = usage(*extraction, pages->size());
    return result;
}

Expected<Json> perform(const Json &request)
{
    const auto path = stringMember(request, "path").value_or(QString());
    const auto configuration = api::configurationFromJson(member(request, "configuration"), api::MissingFlags::Off);
    if (!configuration)
        return Unexpected(configuration.error());
    return extractFrom(path, *configuration);
}

bool writeLine(int descriptor, const Json &json)
{
    const auto line = toBytes(json) + '\n';
    qsizetype written = 0;
    while (written < line.size()) {
        const auto count =
            ::write(descriptor, line.constData() + written, static_cast<std::size_t>(line.size() - written));
        if (count <= 0)
            return false;
        written += count;
    }
    return true;
}

/// The descriptor for replies. Standard output itself is led to standard error, so that nothing that a library
/// prints gets between them.
int takeStandardOutput()
{
    const auto replies = ::dup(STDOUT_FILENO);
    ::dup2(STDERR_FILENO, STDOUT_FILENO);
    return replies;
}

} // namespace

Json workOn(const Json &request)
{
    try {
        auto result = perform(request);
        if (!result)
            return errorReply(result.error());
        Json reply;
        reply["result"] = *std::move(result);
        return reply;
    } catch (const std::bad_alloc &) {
        return errorReply(
            {ErrorCode::DocumentTooLarge, u"reading the document needs more memory than is allowed"_s, {}});
    } catch (const std::exception &e) {
        return errorReply({ErrorCode::Internal, QString::fromUtf8(e.what()), {}});
    }
}

void prepareWorker(const QString &folder)
{
    const auto path = folder + u"/little.pdf"_s;
    const auto schema = parseJson(littleSchema);
    if (schema && writeFile(path, littleDocument))
        (void)workOn({{"task", "extract"}, {"path", toStd(path)}, {"configuration", {{"data_schema", *schema}}}});
    QFile::remove(path);
}

int runWorker(const SandboxLimits &limits, const std::function<Json(const Json &)> &work)
{
    const auto replies = takeStandardOutput();
    const auto missing = enterSandbox(limits);
    if (!writeLine(replies, {{"ready", true}, {"missing", toStd(missing)}}))
        return 2;
    QFile input;
    if (!input.open(STDIN_FILENO, QIODevice::ReadOnly))
        return 2;
    const auto request = parseJson(input.readAll());
    // No request: the service ended or had no use for this worker.
    if (!request)
        return 2;
    return writeLine(replies, work(*request)) ? 0 : 2;
}

} // namespace xs::server
