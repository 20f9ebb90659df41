// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "server/service.h"

namespace xs::service {

/// What the command line asks for.
struct Options
{
    server::ServiceOptions service;
    /// Whether the first line tells the token: nobody else knows one that was made for this start.
    bool tellToken = false;
    bool exitOnStdinEof = false;
};

/// Reads the command line; `--help` and `--version` print and end the program. May make the token file.
/// Errors: InvalidArgument, and those of server::tokenFromFile.
Expected<Options> readOptions(const QStringList &arguments);

/// Why the service could not start, as one sentence that says what to do.
QString startFailureText(const Error &error);

} // namespace xs::service
