// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/cli/options.h"
#include "base/json.h"

namespace xs::cli {

/// The API's `configuration` object that the options describe. Errors: those of reading a JSON file,
/// SchemaNotObject, SchemaInvalid, ConfigurationInvalid; `place` is the file.
Expected<Json> makeConfiguration(const Options &options);

/// Makes the folder and tries to write there. Error FileNotWritten.
Expected<void> prepareFolder(const QString &folder);

/// One file name in the folder for each document: the base name with ".json"; a base name that is taken gets "-2",
/// "-3", … (without regard to case, since some file systems have none).
QStringList outputNames(const QStringList &documents);

} // namespace xs::cli
