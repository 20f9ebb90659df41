// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QObject;

namespace xs {

/// Calls `act` from the event loop at each SIGTERM, SIGINT or SIGHUP, as long as `context` lives. To be called once
/// in a program, after the application object was made.
void onStopSignals(QObject *context, std::function<void()> act);

/// Lets the end of standard input end the application's event loop.
void quitOnStdinEof();

} // namespace xs
