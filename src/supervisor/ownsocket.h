// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLocalServer;

namespace xs::supervisor {

/// Listens at a path that belongs to the caller alone, who holds the lock of the folder beside it: takes the socket
/// also where a killed program left one, and lets nobody but its owner in. False where the path is too long for a
/// socket or cannot be made.
bool listenAlone(QLocalServer &server, const QString &path);

} // namespace xs::supervisor
