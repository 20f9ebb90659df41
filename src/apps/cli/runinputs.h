// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/cli/commandline.h"
#include "apps/cli/runoptions.h"
#include "base/json.h"

namespace xs::cli {

/// The API's `configuration` object that the options describe. Errors: those of reading a JSON file,
/// SchemaNotObject, SchemaInvalid, ConfigurationInvalid; `place` is the file.
Expected<Json> makeConfiguration(const RunOptions &options);

/// Whether the list of which there shall be rows is one of the schema. Error InvalidArgument, which names those that
/// are.
Expected<void> checkRows(const RunOptions &options, const Json &configuration, const CommandLine &line);

/// What is to be read, each once: absolute paths of documents, addresses on the web, and ids of inputs that the server
/// has (`dfl-…`, `pjb-…`). Folders are looked through; an argument like an id that is no file is an id. Error
/// InvalidArgument for a folder without documents.
Expected<QStringList> findInputs(const QStringList &arguments);

/// A document on the web, http or https.
bool isAddress(const QString &input);

inline bool isOnServer(const QString &input)
{
    return !input.startsWith(QLatin1Char('/')) && !isAddress(input);
}

} // namespace xs::cli
