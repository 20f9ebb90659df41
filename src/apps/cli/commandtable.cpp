// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/commandtable.h"

#include "domain/configuration.h"

#include <QCoreApplication>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace xs::cli {

namespace {

/// The names of commands and options stand here only.
class Table
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)

public:
    static std::vector<CommandSpec> make();

private:
    static CommandSpec run();
    static CommandSpec schemaValidate();
    static CommandSpec schemaInfer();
    static CommandSpec schemaGenerate();
    static CommandSpec jobsList();
    static CommandSpec jobsGet();
    static CommandSpec jobsCancel();
    static CommandSpec jobsDelete();
    static CommandSpec connectionsList();
    static CommandSpec connectionsTest();
    static CommandSpec completion();
    static CommandSpec manual();

    static OptionGroup connection(const QString &title);
    static OptionGroup common();
    static OptionSpec outputFile();
    static OptionSpec overwrite();
    static OptionSpec json();
    static QStringList words(std::span<const QStringView> views);
};

QStringList Table::words(std::span<const QStringView> views)
{
    QStringList list;
    for (const auto &view : views)
        list << view.toString();
    return list;
}

OptionGroup Table::connection(const QString &title)
{
    return {title,
            {{u"connection"_s, u"NAME"_s,
              tr("A connection of the window, with its key from the keyring, its project, proxy and authorities."),
              Completes::Connections},
             {u"base-url"_s, u"URL"_s, tr("Address of the API, with the key from LLAMA_CLOUD_API_KEY.")},
             {u"project"_s, u"ID"_s, tr("The project on the server; without it the connection's, or the key's own.")},
             {u"port"_s, u"N"_s, tr("Port of the local service (default: a free one).")}}};
}

OptionGroup Table::common()
{
    return {tr("Always"),
            {{u"json-errors"_s, {}, tr("Errors as one JSON object a line on standard error, and nothing else there.")},
             {u"quiet"_s, {}, tr("No notes and no progress on standard error, only errors.")},
             {u"help"_s, {}, tr("This help.")}}};
}

OptionSpec Table::outputFile()
{
    return {u"output"_s, u"FILE"_s, tr("Write to this file instead of standard output."), Completes::Files};
}

OptionSpec Table::overwrite()
{
    return {u"overwrite"_s, {}, tr("Replace files that are there already.")};
}

OptionSpec Table::json()
{
    return {u"json"_s, {}, tr("JSON instead of a table.")};
}

CommandSpec Table::run()
{
    CommandSpec run{u"run"_s, tr("Extract data from documents."), u"DOCUMENT…"_s, 0, -1, Completes::Files};
    run.paragraphs = {
        tr("Reads each document by the schema and writes what it found. A DOCUMENT is a PDF file, a picture, a folder "
           "of "
           "them, an address on the web (http, https), or the id of an input that the server has (dfl-…, pjb-…). A "
           "document that fails does not stop the others."),
        tr("With --output DIR and the format json, DIR/<base name>.json is the whole job object as the API returned "
           "it; "
           "when documents have the same base name, the second is called <base name>-2.json, and so on. The other "
           "formats "
           "make one file, DIR/results.jsonl, .csv or .xlsx. Without --output the results go to standard output. Files "
           "that are there are not replaced unless --overwrite is given."),
        tr("DIR also keeps (in .extract-studio) what was sent. After Ctrl+C, a crash or a failure the same command "
           "goes on "
           "where it stopped: what is done is not sent again, and jobs that the server has are picked up."),
        tr("Citations and confidence are on unless the configuration says otherwise."),
    };
    run.examples = {
        u"run --schema invoice.schema.json --output out *.pdf"_s,
        u"run --schema invoice.schema.json --format csv --rows line_items scans/ > items.csv"_s,
        u"run --configuration invoice.extract.json --connection \"LlamaCloud Europe\" --estimate scans/"_s,
        u"run --schema invoice.schema.json --output out --watch ~/Inbox"_s,
    };
    const QStringList formats{u"json"_s, u"jsonl"_s, u"csv"_s, u"xlsx"_s};
    run.groups = {
        {tr("What to extract"),
         {{u"schema"_s, u"FILE"_s, tr("The JSON Schema of the wanted data."), Completes::Files},
          {u"configuration"_s, u"FILE"_s,
           tr("The API's configuration object; a schema given beside it replaces its data_schema."), Completes::Files},
          {u"target-pages"_s, u"PAGES"_s, tr("Pages to read, such as 1,3,5-7.")},
          {u"tier"_s, u"TIER"_s, tr("cost_effective, agentic, …"), Completes::Words, words(domain::tier::all)},
          {u"target"_s,
           u"TARGET"_s,
           tr("One result per_doc, per_page or per_table_row."),
           Completes::Words,
           {domain::target::perDocument.toString(), domain::target::perPage.toString(),
            domain::target::perTableRow.toString()}}}},
        {tr("Where the results go"),
         {{u"output"_s, u"DIR"_s, tr("Folder for the results; it is made when it does not exist."), Completes::Folders},
          {u"format"_s, u"FORMAT"_s, tr("json (default), jsonl, csv or xlsx."), Completes::Words, formats},
          {u"rows"_s, u"LIST"_s, tr("Of CSV: one row for each element of this list, such as line_items.")},
          {u"provenance"_s, {}, tr("Of CSV: page, citation and confidence behind every value.")},
          {u"table"_s, {}, tr("Print values, confidence and citations as a table on standard output.")},
          overwrite(),
          {u"again"_s, {}, tr("Extract also what an earlier run has done; with --overwrite its files are replaced.")}}},
        {tr("What it may cost"),
         {{u"estimate"_s, {}, tr("Say pages and cost and send nothing; with --format json as JSON.")},
          {u"max-credits"_s, u"N"_s, tr("Send nothing when the estimate is above so many credits.")},
          {u"max-cost"_s, u"AMOUNT"_s, tr("The same in money, in the currency of the rates (US dollars).")}}},
        {tr("How it runs"),
         {{u"watch"_s, u"FOLDER"_s, tr("Go on and extract each document that comes into FOLDER, once, until Ctrl+C."),
           Completes::Folders},
          {u"timeout"_s, u"SECONDS"_s, tr("Cancel what is not done after so many seconds.")},
          {u"wait"_s, u"SECONDS"_s,
           tr("Keep trying for so many seconds while the server cannot be reached (default 30).")}}},
        connection(tr("Where the documents go (default: the local service, which is started)")),
        common()};
    return run;
}

CommandSpec Table::schemaValidate()
{
    CommandSpec spec{u"schema validate"_s, tr("Check a schema."), u"FILE"_s, 1, 1, Completes::Files};
    spec.paragraphs = {
        tr("Says what is wrong with a schema, or may be, one finding a line: error or warning, the place as a JSON "
           "pointer, "
           "and a sentence. A configuration is taken for the schema in it. With --server, or with a connection, the "
           "server checks it, too."),
        tr("The exit status is 1 when there is an error; warnings alone are none.")};
    spec.examples = {u"schema validate invoice.schema.json"_s};
    spec.groups = {{tr("How"), {json(), {u"server"_s, {}, tr("Have the server check it, too.")}}},
                   connection(tr("Which server")),
                   common()};
    return spec;
}

CommandSpec Table::schemaInfer()
{
    CommandSpec spec{u"schema infer"_s, tr("Make a schema from an example or from types."), u"FILE"_s, 1, 1,
                     Completes::Files};
    spec.paragraphs = {
        tr("FILE is a JSON Schema of any draft, an example of the data in JSON, a CSV table, TypeScript interfaces or "
           "Pydantic classes; - reads standard input. Nothing is sent or run. What was not understood is noted on "
           "standard error with its line.")};
    spec.examples = {u"schema infer example.json --output invoice.schema.json"_s, u"schema infer - < models.py"_s};
    spec.groups = {{tr("Where it goes"), {outputFile(), overwrite()}}, common()};
    return spec;
}

CommandSpec Table::schemaGenerate()
{
    CommandSpec spec{u"schema generate"_s, tr("Have the server propose a schema."), u"[DOCUMENT]"_s, 0, 1,
                     Completes::Files};
    spec.paragraphs = {tr("From a sample document, from a description in your own words, or from both. Without a "
                          "connection the local service does it.")};
    spec.examples = {u"schema generate invoice.pdf --output invoice.schema.json"_s,
                     u"schema generate --prompt \"invoice number, date and total\""_s};
    spec.groups = {{tr("What it is made of"),
                    {{u"prompt"_s, u"TEXT"_s, tr("The wanted fields in your own words.")},
                     {u"schema"_s, u"FILE"_s, tr("A schema to go on from."), Completes::Files}}},
                   {tr("Where it goes"), {outputFile(), overwrite()}},
                   connection(tr("Which server")),
                   common()};
    return spec;
}

CommandSpec Table::jobsList()
{
    CommandSpec spec{u"jobs list"_s, tr("List the jobs that a server has."), {}, 0, 0};
    spec.paragraphs = {
        tr("Newest first. Without a connection these are the jobs of this computer that the window made; the "
           "window may be open.")};
    spec.examples = {u"jobs list --connection \"LlamaCloud Europe\" --status FAILED --limit 20"_s};
    spec.groups = {
        {tr("Which"),
         {{u"status"_s,
           u"STATUS"_s,
           tr("Only those in this state."),
           Completes::Words,
           {u"PENDING"_s, u"THROTTLED"_s, u"RUNNING"_s, u"COMPLETED"_s, u"FAILED"_s, u"CANCELLED"_s}},
          {u"file"_s, u"ID"_s, tr("Only those of this file (dfl-…) or parse job (pjb-…).")},
          {u"since"_s, u"TIME"_s, tr("Only those made then or later, such as 2026-01-31 or 2026-01-31T12:00Z.")},
          {u"limit"_s, u"N"_s, tr("At most so many (default 50).")}}},
        {tr("How"), {json()}},
        connection(tr("Which server")),
        common()};
    return spec;
}

CommandSpec Table::jobsGet()
{
    CommandSpec spec{u"jobs get"_s, tr("Print jobs with their results."), u"ID…"_s, 1, -1};
    spec.paragraphs = {tr("Each as the whole job object in JSON, or as a table.")};
    spec.examples = {u"jobs get ext-… --table"_s};
    spec.groups = {{tr("How"), {{u"table"_s, {}, tr("Values, confidence and citations as a table.")}}},
                   connection(tr("Which server")),
                   common()};
    return spec;
}

CommandSpec Table::jobsCancel()
{
    CommandSpec spec{u"jobs cancel"_s, tr("End jobs that are not over."), u"ID…"_s, 1, -1};
    spec.groups = {connection(tr("Which server")), common()};
    return spec;
}

CommandSpec Table::jobsDelete()
{
    CommandSpec spec{u"jobs delete"_s, tr("Have the server forget jobs and their results."), u"ID…"_s, 1, -1};
    spec.paragraphs = {tr("This cannot be undone.")};
    spec.groups = {connection(tr("Which server")), common()};
    return spec;
}

CommandSpec Table::connectionsList()
{
    CommandSpec spec{u"connections list"_s, tr("List the window's connections."), {}, 0, 0};
    spec.paragraphs = {tr("Their keys stay in the keyring and are not read.")};
    spec.groups = {{tr("How"), {json(), {u"names"_s, {}, tr("Only their names, one a line.")}}}, common()};
    return spec;
}

CommandSpec Table::connectionsTest()
{
    CommandSpec spec{u"connections test"_s, tr("Say whether a connection works, and what is wrong."), u"NAME"_s, 1, 1,
                     Completes::Connections};
    spec.paragraphs = {
        tr("Asks the server for the projects of the key and prints them. Tells a wrong key from a key of "
           "the other region, a server that cannot be reached, a certificate that is not trusted and an "
           "address that is no API."),
        tr("The exit status is 1 when the connection does not work.")};
    spec.examples = {u"connections test \"LlamaCloud Europe\""_s};
    spec.groups = {{tr("How"), {json()}}, common()};
    return spec;
}

CommandSpec Table::completion()
{
    CommandSpec spec{u"completion"_s, tr("Write the completion script of a shell."), u"SHELL"_s, 1, 1, Completes::Words,
                     shells()};
    spec.paragraphs = {tr("The package installs them already.")};
    spec.examples = {u"completion bash > ~/.local/share/bash-completion/completions/extract-studio-cli"_s};
    spec.groups = {common()};
    return spec;
}

CommandSpec Table::manual()
{
    CommandSpec spec{u"manual"_s, tr("Write the manual page."), {}, 0, 0};
    spec.examples = {u"manual | man -l -"_s};
    spec.groups = {common()};
    return spec;
}

std::vector<CommandSpec> Table::make()
{
    return {run(),        schemaValidate(), schemaInfer(),     schemaGenerate(),  jobsList(),   jobsGet(),
            jobsCancel(), jobsDelete(),     connectionsList(), connectionsTest(), completion(), manual()};
}

} // namespace

const OptionSpec *CommandSpec::option(const QString &wanted) const
{
    for (const auto &group : groups)
        for (const auto &option : group.options)
            if (option.name == wanted)
                return &option;
    return nullptr;
}

const std::vector<CommandSpec> &commands()
{
    static const auto table = Table::make();
    return table;
}

const CommandSpec *findCommand(const QString &name)
{
    const auto found = std::ranges::find(commands(), name, &CommandSpec::name);
    return found == commands().end() ? nullptr : &*found;
}

const QStringList &shells()
{
    static const QStringList names{u"bash"_s, u"zsh"_s, u"fish"_s};
    return names;
}

} // namespace xs::cli
