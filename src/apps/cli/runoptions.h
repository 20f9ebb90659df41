// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/cli/commandline.h"
#include "review/exportfile.h"

namespace xs::cli {

/// What a `run` asks for, apart from the connection.
struct RunOptions
{
    QString schemaFile;
    QString configurationFile;
    std::optional<QString> targetPages;
    std::optional<QString> tier;
    std::optional<QString> target;

    /// Files, folders and ids of inputs on the server.
    QStringList documents;
    /// Empty: nothing is watched.
    QString watchFolder;

    /// Empty: results go to standard output.
    QString outputFolder;
    review::ExportChoice results{review::ExportFormat::Json, {}, false};
    bool table = false;
    bool overwrite = false;
    /// What earlier runs have done is done again.
    bool again = false;

    bool estimate = false;
    std::optional<double> maxCredits;
    /// In the currency of the rates.
    std::optional<double> maxCost;

    /// Seconds for the whole run; none means no limit.
    std::optional<int> timeout;
};

/// Error InvalidArgument.
Expected<RunOptions> runOptions(const CommandLine &line);

} // namespace xs::cli
