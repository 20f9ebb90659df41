// SPDX-License-Identifier: GPL-3.0-or-later
// xs_extractfile DOCUMENT --schema S.json [--target T] [--words FILE] [--candidates] [--markdown]: prints the result as
// the API would. With --propose [--prompt P] a schema.
#include "api/resultjson.h"
#include "engine/extract.h"
#include "engine/inspect.h"
#include "engine/pages/markdown.h"
#include "engine/proposal/proposeschema.h"
#include "engine/savedwords.h"
#include "engine/text/data.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QGuiApplication>

#include <cstdio>
#include <numeric>

using namespace xs;
using namespace Qt::StringLiterals;

namespace {

int fail(const Error &error)
{
    std::fprintf(stderr, "%s: %s %s\n", qPrintable(errorCodeName(error.code)), qPrintable(error.place),
                 qPrintable(error.detail));
    return 1;
}

/// The words kept in `file`; they are read from the document and kept when the file is not there yet.
Expected<std::unique_ptr<document::PageSource>> openKept(const QString &path, const QString &file)
{
    if (!QFileInfo::exists(file)) {
        const auto source = document::openDocument(path);
        if (!source)
            return Unexpected(source.error());
        if (const auto written = writeFile(file, toBytes(tests::SavedWords::save(**source))); !written)
            return Unexpected(written.error());
    }
    auto saved = readJsonFile(file, 1024 * 1024 * 1024);
    if (!saved)
        return Unexpected(saved.error());
    return std::unique_ptr<document::PageSource>(new tests::SavedWords(std::move(*saved)));
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QCommandLineParser options;
    options.addPositionalArgument(u"document"_s, u"The document to read."_s);
    options.addOption({u"schema"_s, u"The data schema."_s, u"file"_s});
    options.addOption({u"target"_s, u"The extraction target."_s, u"target"_s, domain::target::perDocument.toString()});
    options.addOption({u"words"_s, u"Keep the words read in this file and use them the next time."_s, u"file"_s});
    options.addOption({u"weights"_s, u"Choose by the weights in this file."_s, u"file"_s});
    options.addOption({u"markdown"_s, u"Print the pages as Markdown instead."_s});
    options.addOption({u"candidates"_s, u"Print the candidates of every field instead."_s});
    options.addOption({u"propose"_s, u"Print a schema for the document instead, going on from --schema if given."_s});
    options.addOption({u"prompt"_s, u"With --propose: the wanted fields in words."_s, u"text"_s});
    options.process(application);
    if (options.isSet(u"weights"_s)) {
        const auto weights = readJsonFile(options.value(u"weights"_s));
        if (!weights)
            return fail(weights.error());
        engine::replaceEngineData("weights", *weights);
    }
    const auto path = options.positionalArguments().value(0);
    auto source = options.isSet(u"words"_s) ? openKept(path, options.value(u"words"_s)) : document::openDocument(path);
    if (!source)
        return fail(source.error());
    if (options.isSet(u"propose"_s)) {
        engine::SchemaWish wish{source->get(), options.value(u"prompt"_s)};
        if (options.isSet(u"schema"_s))
            wish.dataSchema = readJsonFile(options.value(u"schema"_s)).value_or(Json());
        const auto schema = engine::proposeSchema(wish);
        if (!schema)
            return fail(schema.error());
        std::printf("%s\n", toBytes(*schema, 1).constData());
        return 0;
    }
    if (options.isSet(u"markdown"_s)) {
        std::vector<int> numbers((std::size_t((*source)->pageCount())));
        std::iota(numbers.begin(), numbers.end(), 1);
        for (const auto &page : engine::parsePages(document::readPages(**source, numbers)))
            std::printf("<!-- page %d -->\n%s\n", page.number, engine::markdown(page).toUtf8().constData());
        return 0;
    }
    if (!options.isSet(u"schema"_s))
        return 0;
    auto schema = readJsonFile(options.value(u"schema"_s));
    if (!schema)
        return fail(schema.error());
    engine::ExtractRequest request;
    request.dataSchema = std::move(*schema);
    request.extractionTarget = options.value(u"target"_s);
    if (options.isSet(u"candidates"_s)) {
        const auto candidates = engine::inspectCandidates(**source, request);
        if (!candidates)
            return fail(candidates.error());
        std::printf("%s\n", toBytes(*candidates).constData());
        return 0;
    }
    const auto extraction = engine::extract(**source, request);
    if (!extraction)
        return fail(extraction.error());
    const Json answer = {{"extract_result", domain::plainResult(extraction->result)},
                         {"extract_metadata",
                          {{"field_metadata", api::fieldMetadata(extraction->result, request.extractionTarget, {})}}}};
    std::printf("%s\n", toBytes(answer, 1).constData());
    return 0;
}
