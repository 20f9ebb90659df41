// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readermessages.h"

#include <QTemporaryDir>

#include <sys/types.h>

namespace xs::document {

/// A process of apps/reader, which reads one document in a sandbox: whatever a document makes a library do, it happens
/// there. It has a folder of its own for temporary files, and ends with this object together with all that it started.
/// One thread at a time.
class ReaderProcess
{
public:
    /// Error: Internal, with the program's path.
    static Expected<std::unique_ptr<ReaderProcess>> start();
    ~ReaderProcess();
    ReaderProcess(const ReaderProcess &) = delete;
    ReaderProcess &operator=(const ReaderProcess &) = delete;

    /// Blocks until the reply is there. `giveUp` is asked meanwhile; once it says yes, the reader is told so, and has
    /// half a second to answer. Errors, after which the process is of no use any more: Cancelled when it did not, and
    /// DocumentBroken when it has died, Internal when the program is of another version.
    Expected<QByteArray> ask(const ReaderRequest &request, const std::function<bool()> &giveUp);

private:
    ReaderProcess(pid_t process, int socket);
    Error end();

    QTemporaryDir m_folder;
    pid_t m_process = -1;
    int m_socket = -1;
};

/// What the program ends with when it is not of the version that it was called as.
constexpr int readerOfAnotherVersion = 3;

} // namespace xs::document
