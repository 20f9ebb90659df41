// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace xs::document {

/// Takes from a process, and from all that it starts, the system calls that reading a document does not need: the
/// network, calls to other processes and sight of their memory, leaving its process group, by which it is killed, and
/// giving files other names. By the last, fontconfig puts a new list of fonts in the place of the one that all programs
/// of the user share, and one that was made without memory is empty (FcDirCacheWrite, fontconfig 2.14).
/// They fail as if forbidden (EPERM), so that a library that only tries goes on without. What was applied cannot be
/// taken back. Made before a fork and applied in the child, where nothing may be allocated (seccomp(2),
/// seccomp_export_bpf(3)).
class CallFilter
{
public:
    /// Whether sockets may be made that other processes of this computer could call. LibreOffice does not start
    /// without its own; it still cannot call anybody.
    enum class Sockets { None, Local };

    explicit CallFilter(Sockets sockets);

    /// For the calling thread and what it starts. False when the filter cannot be had.
    bool apply() const noexcept;

private:
    QByteArray m_program;
};

} // namespace xs::document
