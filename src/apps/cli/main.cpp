// SPDX-License-Identifier: GPL-3.0-or-later
// The command line: reads what is wanted and makes the command that does it.
#include "apps/cli/completion.h"
#include "apps/cli/connectionscommand.h"
#include "apps/cli/help.h"
#include "apps/cli/jobscommand.h"
#include "apps/cli/runcommand.h"
#include "apps/cli/runinputs.h"
#include "apps/cli/schemacommand.h"
#include "base/stopsignals.h"
#include "wording/translation.h"

#include <QCoreApplication>
#include <QLocale>
#include <QLoggingCategory>
#include <QTemporaryDir>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::cli;

namespace {

/// Runs a command in the event loop.
int carryOut(Command &command)
{
    // Queued, since a command may be over before the event loop runs.
    QObject::connect(
        &command, &Command::finished, qApp, [](int status) { QCoreApplication::exit(status); }, Qt::QueuedConnection);
    onStopSignals(&command, [&command] { command.stop(); });
    command.start();
    return QCoreApplication::exec();
}

int run(const CommandLine &line, const AccessWish &wish, Terminal &terminal)
{
    const auto failed = [&terminal](const Error &error) {
        terminal.error(error);
        return NothingStarted;
    };
    auto options = runOptions(line);
    if (!options)
        return failed(options.error());
    auto configuration = makeConfiguration(*options);
    if (!configuration)
        return failed(configuration.error());
    if (const auto checked = checkRows(*options, *configuration, line); !checked)
        return failed(checked.error());
    auto cost = RunCost::make(*options, *configuration, wish);
    if (!cost)
        return failed(cost.error());
    if (options->estimate) {
        const auto inputs = findInputs(options->documents);
        if (!inputs)
            return failed(inputs.error());
        if (line.value(u"format"_s) == "json"_L1)
            terminal.print(toBytes(cost->json(*inputs), 2) + '\n');
        else
            terminal.print(cost->text(*inputs));
        return AllDone;
    }
    RunCommand command(std::move(*options), std::move(*configuration), wish, std::move(*cost), terminal);
    return carryOut(command);
}

int jobsList(const CommandLine &line, const AccessWish &wish, Terminal &terminal)
{
    constexpr auto usual = 50;
    constexpr auto most = 100'000;
    auto filter = JobsListCommand::filter(line);
    const auto limit = line.number(u"limit"_s, 1, most);
    if (!filter || !limit) {
        terminal.error(!filter ? filter.error() : limit.error());
        return NothingStarted;
    }
    JobsListCommand command(line, wish, std::move(*filter), limit->value_or(usual), terminal);
    return carryOut(command);
}

/// The schema in a file, also where it is part of a configuration.
Expected<Json> schemaIn(const QString &path)
{
    auto json = readJsonFile(path);
    if (json && json->is_object() && json->contains("data_schema"))
        return Json(member(*json, "data_schema"));
    return json;
}

int schemaCommand(const CommandLine &line, const AccessWish &wish, Terminal &terminal)
{
    const auto isValidate = line.command().name == "schema validate"_L1;
    const auto path = isValidate ? line.arguments().front() : line.value(u"schema"_s);
    auto schema = path.isEmpty() ? Expected<Json>(Json()) : schemaIn(path);
    if (!schema) {
        terminal.error(schema.error());
        return NothingStarted;
    }
    QTemporaryDir folder;
    if (isValidate) {
        SchemaValidateCommand command(line, wish, std::move(*schema), folder.path(), terminal);
        return carryOut(command);
    }
    if (line.arguments().isEmpty() && !line.has(u"prompt"_s) && path.isEmpty()) {
        terminal.error(line.wrong(QCoreApplication::translate("CommandLine",
                                                              "Give a document, a description with --prompt, or both."))
                           .error);
        return NothingStarted;
    }
    SchemaGenerateCommand command(line, wish, std::move(*schema), folder.path(), terminal);
    return carryOut(command);
}

int start(const CommandLine &line, Terminal &terminal)
{
    const auto &name = line.command().name;
    if (name == "completion"_L1) {
        if (!shells().contains(line.arguments().front())) {
            terminal.error(line.wrong(QCoreApplication::translate("CommandLine", "There is completion for %1.")
                                          .arg(shells().join(u", "_s)))
                               .error);
            return NothingStarted;
        }
        terminal.print(completionFor(line.arguments().front()));
        return AllDone;
    }
    if (name == "manual"_L1) {
        terminal.print(manualPage());
        return AllDone;
    }
    if (name == "schema infer"_L1)
        return inferSchema(line, terminal);
    QSettings settings(studioFolder() + u"/settings.ini"_s, QSettings::IniFormat);
    const client::Connections connections(settings);
    if (name == "connections list"_L1) {
        terminal.print(connectionList(line, connections));
        return AllDone;
    }
    const auto isTest = name == "connections test"_L1;
    const auto wish = isTest ? keptWish(line, line.arguments().front(), connections) : accessWish(line, connections);
    if (!wish) {
        terminal.error(wish.error());
        return NothingStarted;
    }
    if (isTest) {
        ConnectionsTestCommand command(line, *wish, connections, terminal);
        return carryOut(command);
    }
    if (name == "run"_L1)
        return run(line, *wish, terminal);
    if (name == "jobs list"_L1)
        return jobsList(line, *wish, terminal);
    if (name.startsWith("schema "_L1))
        return schemaCommand(line, *wish, terminal);
    JobsEachCommand command(line, *wish, terminal);
    return carryOut(command);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"extract-studio-cli"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(XS_VERSION));
    QLoggingCategory::setFilterRules(u"xs.*=false"_s);
    wording::installTranslation(app, QLocale());
    // A pipe whose reader has gone is noticed when it is written to.
    std::signal(SIGPIPE, SIG_IGN);
    Terminal terminal;
    const auto arguments = QCoreApplication::arguments().mid(1);
    if (arguments.contains(u"--json-errors"_s))
        terminal.setStyle(Terminal::Style::JsonErrors);
    else if (arguments.contains(u"--quiet"_s))
        terminal.setStyle(Terminal::Style::Quiet);
    const auto line = CommandLine::read(arguments);
    if (!line) {
        terminal.error(line.error());
        return NothingStarted;
    }
    if (!line->text().isEmpty()) {
        terminal.print(line->text());
        return AllDone;
    }
    return start(*line, terminal);
}
