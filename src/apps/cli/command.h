// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/cli/exitstatus.h"

#include <QObject>

namespace xs::cli {

/// One command at work. Made by main() and started once; then it tells `finished`, maybe before `start` has returned.
class Command : public QObject
{
    Q_OBJECT

public:
    virtual void start() = 0;
    /// Ctrl+C or a signal: ends soon, and at once when asked a second time.
    virtual void stop() { emit finished(Interrupted); }

signals:
    void finished(int exitStatus);
};

} // namespace xs::cli
