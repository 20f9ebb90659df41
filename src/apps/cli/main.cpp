// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/runcommand.h"
#include "apps/cli/runinputs.h"
#include "apps/cli/terminal.h"
#include "base/stopsignals.h"
#include "wording/translation.h"

#include <QCoreApplication>
#include <QLocale>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;
using namespace xs;

namespace {

constexpr int nothingStarted = 2;

int run(QCoreApplication &app, const cli::Options &options)
{
    auto configuration = cli::makeConfiguration(options);
    if (!configuration) {
        cli::sayError(configuration.error());
        return nothingStarted;
    }
    if (const auto prepared = cli::prepareFolder(options.outputFolder); !prepared) {
        cli::sayError(prepared.error());
        return nothingStarted;
    }
    cli::RunCommand command(options, std::move(*configuration));
    // Queued, since a command may be over before the event loop runs.
    QObject::connect(
        &command, &cli::RunCommand::finished, &app, [](int status) { QCoreApplication::exit(status); },
        Qt::QueuedConnection);
    onStopSignals(&command, [&command] { command.stop(); });
    if (const auto started = command.start(); !started) {
        cli::sayError(started.error());
        return nothingStarted;
    }
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"extract-studio-cli"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(XS_VERSION));
    QLoggingCategory::setFilterRules(u"xs.*=false"_s);
    wording::installTranslation(app, QLocale());
    const auto options = cli::readOptions(QCoreApplication::arguments());
    if (!options) {
        cli::sayError(options.error());
        return nothingStarted;
    }
    if (!options->text.isEmpty()) {
        cli::print(options->text);
        return 0;
    }
    return run(app, *options);
}
