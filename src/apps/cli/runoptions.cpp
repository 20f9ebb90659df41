// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/runoptions.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace xs::cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

Expected<void> readResults(const CommandLine &line, RunOptions &options)
{
    const auto word = line.optional(u"format"_s).value_or(u"json"_s);
    const auto format = review::exportFormatFromSuffix(word);
    if (!format || !line.command().option(u"format"_s)->words.contains(word))
        return line.wrong(Texts::tr("--format takes json, jsonl, csv or xlsx."));
    options.results = {*format, line.value(u"rows"_s), line.has(u"provenance"_s)};
    options.outputFolder = line.value(u"output"_s);
    options.table = line.has(u"table"_s);
    options.overwrite = line.has(u"overwrite"_s);
    options.again = line.has(u"again"_s);
    const auto isCsv = *format == review::ExportFormat::Csv;
    if (!isCsv && (line.has(u"rows"_s) || line.has(u"provenance"_s)))
        return line.wrong(Texts::tr("--rows and --provenance belong to --format csv."));
    if (options.outputFolder.isEmpty() && line.has(u"output"_s))
        return line.wrong(Texts::tr("--output takes the name of a folder."));
    if (options.outputFolder.isEmpty() && *format == review::ExportFormat::Xlsx && !line.has(u"estimate"_s))
        return line.wrong(Texts::tr("A workbook is no text; give a folder for it with --output."));
    return {};
}

Expected<void> readLimits(const CommandLine &line, RunOptions &options)
{
    constexpr auto week = 7 * 86'400;
    const auto timeout = line.number(u"timeout"_s, 1, week);
    const auto credits = line.amount(u"max-credits"_s);
    const auto cost = line.amount(u"max-cost"_s);
    if (!timeout)
        return Unexpected(timeout.error());
    if (!credits || !cost)
        return Unexpected(!credits ? credits.error() : cost.error());
    options.timeout = *timeout;
    options.maxCredits = *credits;
    options.maxCost = *cost;
    return {};
}

} // namespace

Expected<RunOptions> runOptions(const CommandLine &line)
{
    RunOptions options;
    options.schemaFile = line.value(u"schema"_s);
    options.configurationFile = line.value(u"configuration"_s);
    options.documents = line.arguments();
    options.watchFolder = line.value(u"watch"_s);
    options.targetPages = line.optional(u"target-pages"_s);
    options.tier = line.optional(u"tier"_s);
    options.target = line.optional(u"target"_s);
    options.estimate = line.has(u"estimate"_s);
    if (options.schemaFile.isEmpty() && options.configurationFile.isEmpty())
        return line.wrong(Texts::tr("Give a schema with --schema, or a configuration with --configuration."));
    if (const auto done = readResults(line, options); !done)
        return Unexpected(done.error());
    if (const auto done = readLimits(line, options); !done)
        return Unexpected(done.error());
    if (!line.has(u"watch"_s)) {
        if (options.documents.isEmpty())
            return line.wrong(Texts::tr("Give at least one document."));
        return options;
    }
    if (!QFileInfo(options.watchFolder).isDir())
        return line.wrong(Texts::tr("There is no folder %1 that could be watched.").arg(options.watchFolder));
    if (options.outputFolder.isEmpty() || options.estimate)
        return line.wrong(Texts::tr("--watch needs a folder for the results, --output, and goes without --estimate."));
    // A workbook is a document, too: each result would be taken for the next.
    if (options.results.format == review::ExportFormat::Xlsx &&
        QFileInfo(options.watchFolder).canonicalFilePath() == QFileInfo(options.outputFolder).canonicalFilePath())
        return line.wrong(Texts::tr("Workbooks in the watched folder would be taken for documents. Give another folder "
                                    "with --output."));
    return options;
}

} // namespace xs::cli
