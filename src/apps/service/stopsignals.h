// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace xs::service {

/// Lets SIGTERM, SIGINT and SIGHUP end the application's event loop. Call it once, after the application was made.
void quitOnSignals();

/// Lets the end of standard input end the application's event loop.
void quitOnStdinEof();

} // namespace xs::service
