// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/worker.h"

#include "api/configurationjson.h"
#include "api/resultjson.h"
#include "document/filetype.h"
#include "document/formsource.h"
#include "document/pagesource.h"
#include "document/readers.h"
#include "document/readpage.h"
#include "domain/pagerange.h"
#include "engine/candidates/drawnmarks.h"
#include "engine/extract.h"
#include "engine/model/modeltext.h"
#include "engine/proposal/proposeschema.h"
#include "server/parseforms.h"
#include "server/parseresult.h"
#include "server/savedpages.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <limits>
#include <new>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

/// The API's limits: 500 pages, enforced when the file is over 5 MB.
constexpr int mostPages = 500;
constexpr qint64 smallFile = 5 * 1024 * 1024;

/// One page with a text layer, with a value of every kind that has patterns. The library finds the objects without a
/// table of their places.
constexpr auto littleDocument = R"(%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 503>> stream
BT /F 10 Tf 14 TL 50 700 Td
(Invoice number: A-1 Date: 2026-01-02 14:30 Due: 3 February 2026 Delivered: March 4, 2026) '
(Customer: Example Ltd, 1 High Street, 12345 Town, mail@example.com, www.example.com) '
(Portland, OR 97209) '
(80331 Town) '
(Leeds LS1 2AB) '
(Tel. +44 113 4960 000 IBAN GB82 WEST 1234 5698 7654 32 BIC EXAMDEFFXXX VAT ID DE123456789) '
(Description Quantity Price Amount) '
(First thing 2 10.00 20.00) '
(Second thing 1 5.00 5.00) '
(Net 25.00 Tax 19 % 4.75 Total EUR 29.75) ' ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R>>
)";
constexpr auto littleSchema = R"({"type": "object", "properties": {
"invoice_number": {"type": "string", "description": "Box 1: number 'No.', below the item or in the second line"},
"date": {"type": "string", "format": "date"}, "time": {"type": "string", "format": "time"},
"total": {"type": "number", "description": "In EUR, as a positive or negative number"},
"customer": {"type": "object", "properties": {"name": {"type": "string"}, "address": {"type": "string"}}},
"email": {"type": "string"}, "website": {"type": "string"}, "phone": {"type": "string"}, "iban": {"type": "string"},
"bic": {"type": "string"}, "vat_id": {"type": "string"}, "paid": {"type": "boolean"},
"currency": {"type": "string", "enum": ["EUR", "USD"]},
"items": {"type": "array", "description": "Goods; totals are no rows", "items": {"type": "object", "properties": {
"description": {"type": "string"}, "quantity": {"type": "number"}, "amount": {"type": "number"}}}}}})";

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

/// Which part of a document is parsed: what parse settings say that changes the words.
struct ParseSettings
{
    std::optional<QString> targetPages;
    std::optional<int> maxPages;
    /// In fractions of the page.
    QRectF area{0, 0, 1, 1};
    document::RecognitionOptions recognition;
};

QString threeLetters(QLocale::Language language)
{
    return QLocale::languageToCode(language, QLocale::ISO639Part2T);
}

/// "de" and "de-DE" are "deu" for Tesseract; names that it has itself stay.
QStringList recognitionLanguages(const Json &names)
{
    QStringList languages;
    if (!names.is_array())
        return languages;
    for (const auto &name : names) {
        const auto code = toQString(name);
        const auto language = QLocale::codeToLanguage(code.section(u'-', 0, 0).section(u'_', 0, 0));
        const auto three = language == QLocale::AnyLanguage ? QString() : threeLetters(language);
        languages << (three.isEmpty() ? code : three);
    }
    return languages;
}

bool isThorough(const QString &tier)
{
    return tier == domain::tier::agentic || tier == domain::tier::agenticPlus;
}

ParseSettings readSettings(const Json &json)
{
    ParseSettings settings;
    const auto &ranges = member(json, "page_ranges");
    settings.targetPages = stringMember(ranges, "target_pages");
    if (const auto most = integerMember(ranges, "max_pages"))
        settings.maxPages = int(qMin(*most, qint64(std::numeric_limits<int>::max())));
    settings.recognition.languages =
        recognitionLanguages(member(member(member(json, "processing_options"), "ocr_parameters"), "languages"));
    const auto &crop = member(json, "crop_box");
    const auto side = [&crop](const char *name) { return numberMember(crop, name).value_or(0); };
    settings.area.adjust(side("left"), side("top"), -side("right"), -side("bottom"));
    return settings;
}

void cropTo(const QRectF &area, std::vector<document::ReadPage> &pages)
{
    for (auto &page : pages)
        std::erase_if(page.words, [&area](const document::Word &word) { return !area.contains(word.box.center()); });
}

/// A document and its pages that were read.
struct ReadDocument
{
    std::unique_ptr<document::PageSource> source;
    SavedPages read;
};

Expected<ReadDocument> readDocument(const Json &request, const ParseSettings &settings,
                                    document::PictureReader *recogniser)
{
    const auto path = stringMember(request, "path").value_or(QString());
    // Without them a picture would seem to have no words.
    if (const auto loaded = document::readers(); !loaded)
        return Unexpected(loaded.error());
    auto document = document::openDocument(path, stringMember(request, "name").value_or(QString()));
    if (!document)
        return Unexpected(document.error());
    const auto count = (*document)->pageCount();
    const auto numbers = domain::selectPages(settings.targetPages, settings.maxPages, count);
    if (!numbers)
        return Unexpected(numbers.error());
    if (numbers->size() > mostPages && QFileInfo(path).size() > smallFile)
        return Unexpected(ErrorCode::TooManyPages,
                          u"%1 pages, at most %2 are read"_s.arg(numbers->size()).arg(mostPages));
    std::unique_ptr<document::PictureReader> own;
    if (recogniser) {
        recogniser->setOptions(settings.recognition);
    } else if (settings.recognition != document::RecognitionOptions()) {
        own = document::makePictureReader(settings.recognition);
        recogniser = own.get();
    }
    SavedPages read{document::readPages(**document, *numbers, recogniser), count};
    cropTo(settings.area, read.pages);
    return ReadDocument{*std::move(document), std::move(read)};
}

/// The pages of an earlier parse job that an extract job wants. `max_pages` counts those that were parsed.
Expected<SavedPages> chosenPages(const Json &words, const domain::Configuration &configuration)
{
    auto saved = readSavedPages(words);
    if (!saved)
        return saved;
    if (configuration.targetPages) {
        const auto numbers = domain::selectPages(configuration.targetPages, {}, saved->pageCount);
        if (!numbers)
            return Unexpected(numbers.error());
        std::erase_if(saved->pages, [&numbers](const document::ReadPage &page) {
            return std::ranges::find(*numbers, page.number) == numbers->end();
        });
    } else if (configuration.maxPages && saved->pages.size() > std::size_t(*configuration.maxPages)) {
        saved->pages.resize(std::size_t(*configuration.maxPages));
    }
    if (saved->pages.empty())
        return Unexpected(ErrorCode::PageMissing, u"none of the wanted pages was parsed"_s);
    return saved;
}

/// The pages that an extract job works on. Its own choice of pages goes before that of its parse settings.
Expected<SavedPages> pagesToExtract(const Json &request, const domain::Configuration &configuration,
                                    document::PictureReader *recogniser)
{
    if (const auto &words = member(request, "words"); !words.is_null())
        return chosenPages(words, configuration);
    auto settings = readSettings(member(request, "parse_configuration"));
    if (configuration.targetPages || configuration.maxPages) {
        settings.targetPages = configuration.targetPages;
        settings.maxPages = configuration.maxPages;
    }
    settings.recognition.thorough = isThorough(configuration.tier);
    auto document = readDocument(request, settings, recogniser);
    if (!document)
        return Unexpected(document.error());
    engine::addWantedBoxes(*document->source, configuration.dataSchema, document->read.pages);
    cropTo(settings.area, document->read.pages);
    return std::move(document->read);
}

Expected<Json> extract(const Json &request, document::PictureReader *recogniser)
{
    const auto configuration = api::configurationFromJson(member(request, "configuration"), api::MissingFlags::Off);
    if (!configuration)
        return Unexpected(configuration.error());
    const auto document = pagesToExtract(request, *configuration, recogniser);
    if (!document)
        return Unexpected(document.error());
    engine::ExtractRequest wanted{configuration->dataSchema,
                                  configuration->extractionTarget,
                                  {},
                                  configuration->tier,
                                  configuration->systemPrompt.value_or(QString()),
                                  false};
    // Parse settings may ask for tight boxes; then citations have them.
    wanted.wordBoxes = boxLevels(member(request, "parse_configuration")).words;
    wanted.modelAnswer = engine::joinedAnswer(member(request, "answers"), configuration->extractionTarget);
    const auto extraction = engine::extract(document->pages, document->pageCount, wanted);
    if (!extraction)
        return Unexpected(extraction.error());
    const api::MetadataParts parts{configuration->citeSources, configuration->confidenceScores};
    Json result;
    result["extract_result"] = domain::plainResult(extraction->result);
    result["field_metadata"] = api::fieldMetadata(extraction->result, configuration->extractionTarget, parts);
    result["usage"] = usage(*extraction, document->pages.size());
    if (boolMember(request, "wants_question").value_or(false)) {
        const auto question = engine::modelQuestion(document->pages, configuration->dataSchema,
                                                    configuration->extractionTarget, wanted.systemPrompt);
        auto windows = Json::array();
        for (const auto &window : question.windows)
            windows.push_back(toStd(window));
        result["question"] = {
            {"schema", question.schema}, {"instructions", toStd(question.instructions)}, {"windows", windows}};
        result["words"] = savedPages(document->pages, document->pageCount);
    }
    return result;
}

/// The sample document may be missing: then the prompt and the schema alone say what is wanted.
Expected<Json> propose(const Json &request)
{
    const auto path = stringMember(request, "path").value_or(QString());
    engine::SchemaWish wish{nullptr, stringMember(request, "prompt").value_or(QString()),
                            member(request, "data_schema")};
    if (path.isEmpty())
        return engine::proposeSchema(wish);
    const auto document = document::openDocument(path, stringMember(request, "name").value_or(QString()));
    if (!document)
        return Unexpected(document.error());
    wish.document = document->get();
    return engine::proposeSchema(wish);
}

Expected<Json> parse(const Json &request, document::PictureReader *recogniser)
{
    auto settings = readSettings(member(request, "configuration"));
    const auto tier = stringMember(request, "read_as")
                          .value_or(stringMember(member(request, "configuration"), "tier").value_or(QString()));
    settings.recognition.thorough = isThorough(tier);
    const auto document = readDocument(request, settings, recogniser);
    if (!document)
        return Unexpected(document.error());
    const auto &pages = document->read.pages;
    const auto isEmpty = [](const document::ReadPage &page) { return page.words.empty(); };
    if (std::ranges::all_of(pages, isEmpty))
        return Unexpected(ErrorCode::DocumentHasNoText, u"no text was found on %1 pages"_s.arg(pages.size()));
    auto result = parseResult(pages, document->read.pageCount, boxLevels(member(request, "configuration")));
    result["forms"] = parseForms(dynamic_cast<const document::FormSource *>(document->source.get()), pages);
    return result;
}

Expected<Json> perform(const Json &request, document::PictureReader *recogniser)
{
    const auto task = stringMember(request, "task");
    if (task == u"propose"_s)
        return propose(request);
    return task == u"parse"_s ? parse(request, recogniser) : extract(request, recogniser);
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

Json workOn(const Json &request, document::PictureReader *recogniser)
{
    try {
        auto result = perform(request, recogniser);
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

int runWorker(const document::SandboxLimits &limits, const std::function<Json(const Json &)> &work)
{
    const auto replies = takeStandardOutput();
    QFile input;
    if (!input.open(STDIN_FILENO, QIODevice::ReadOnly))
        return 2;
    // The service's own words. No request: it ended or had no use for this worker.
    const auto request = parseJson(input.readAll());
    if (!request)
        return 2;
    auto own = limits;
    own.localSockets = !document::officeSuffix(stringMember(*request, "path").value_or(QString())).isEmpty();
    const auto missing = document::enterSandbox(own);
    if (!writeLine(replies, {{"ready", true}, {"missing", toStd(missing)}}))
        return 2;
    return writeLine(replies, work(*request)) ? 0 : 2;
}

} // namespace xs::server
