// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <string>

namespace xs::server {

/// What the service tells the fork server, one datagram each. A worker is known by the number that the service gave
/// it. `Start` comes with two descriptors: the worker's standard input and output.
struct ForkCall
{
    enum class What : quint32 { Start, Kill };
    quint64 worker = 0;
    What what = What::Start;
};

/// What the fork server tells the service: that a worker ended, with waitpid's status, or `neverStarted`.
struct ForkNote
{
    static constexpr int neverStarted = -1;
    quint64 worker = 0;
    int status = 0;
};

/// A process that starts workers by fork(), so that each begins with all libraries and data loaded already: that takes
/// a millisecond or two instead of some tens. It has no other threads and touches no document. Each worker is the
/// leader of a session and a process group of its own, in a folder of its own below `folder` (its TMPDIR), with nothing
/// open but standard input, output and error; when it ends, what is left of its group is killed and its folder removed.
/// Standard input is the datagram socket to the service. Ends with all its workers when the service does.
/// `work` runs in each worker and returns its exit status. Returns the exit status of the fork server.
int runForkServer(const std::string &folder, const std::function<int()> &work);

} // namespace xs::server
