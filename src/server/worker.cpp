// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/worker.h"

#include "api/configurationjson.h"
#include "api/resultjson.h"
#include "document/pagesource.h"
#include "domain/pagerange.h"
#include "engine/extract.h"
#include "engine/proposeschema.h"

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

/// The sample document may be missing: then the prompt and the schema alone say what is wanted.
Expected<Json> proposeFor(const QString &path, const Json &request)
{
    engine::SchemaWish wish{nullptr, stringMember(request, "prompt").value_or(QString()),
                            member(request, "data_schema")};
    if (path.isEmpty())
        return engine::proposeSchema(wish);
    const auto document = document::openDocument(path);
    if (!document)
        return Unexpected(document.error());
    wish.document = document->get();
    return engine::proposeSchema(wish);
}

Expected<Json> perform(const Json &request)
{
    const auto path = stringMember(request, "path").value_or(QString());
    if (stringMember(request, "task") == u"propose"_s)
        return proposeFor(path, request);
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

int runWorker(const SandboxLimits &limits)
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
    return writeLine(replies, workOn(*request)) ? 0 : 2;
}

} // namespace xs::server
