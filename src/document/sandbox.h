// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace xs::document {

/// What a process that reads documents may use.
struct SandboxLimits
{
    qint64 memoryBytes = 4LL * 1024 * 1024 * 1024;
    static constexpr int unlimited = -1;
    int cpuSeconds = 300;
    qint64 fileBytes = 512LL * 1024 * 1024;
    /// Whether sockets may be made that other processes of this computer could call. LibreOffice does not start
    /// without its own; it still cannot call anybody.
    bool localSockets = false;
};

/// Gives up, for this process and all that it starts, what the reader of a document does not need: the network
/// the sight of other processes' memory and leaving its process group (seccomp), and resources beyond the limits
/// (setrlimit). The process dies with its parent. To be called before anything of a document is read. Returns what
/// could not be had, for the log; empty when everything could.
QString enterSandbox(const SandboxLimits &limits);

} // namespace xs::document
