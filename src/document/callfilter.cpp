// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/callfilter.h"

#include <cerrno>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace xs::document {

namespace {

bool addRules(scmp_filter_ctx filter, CallFilter::Sockets sockets)
{
    bool ok = true;
    const auto forbid = [filter](int call) { return seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 0) == 0; };
    if (sockets == CallFilter::Sockets::Local)
        ok = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(socket), 1, SCMP_A0(SCMP_CMP_NE, AF_UNIX)) == 0;
    else
        for (const auto call : {SCMP_SYS(socket), SCMP_SYS(bind), SCMP_SYS(listen)})
            ok = forbid(call) && ok;
    for (const auto call : {SCMP_SYS(connect), SCMP_SYS(io_uring_setup), SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv),
                            SCMP_SYS(process_vm_writev), SCMP_SYS(setsid), SCMP_SYS(setpgid), SCMP_SYS(rename),
                            SCMP_SYS(renameat), SCMP_SYS(renameat2), SCMP_SYS(link), SCMP_SYS(linkat)})
        ok = forbid(call) && ok;
    return ok;
}

/// The filter as instructions for the kernel; empty when something failed.
QByteArray exported(scmp_filter_ctx filter)
{
    const auto file = ::memfd_create("filter", MFD_CLOEXEC);
    if (file < 0)
        return {};
    QByteArray program;
    if (seccomp_export_bpf(filter, file) == 0) {
        program.resize(static_cast<qsizetype>(::lseek(file, 0, SEEK_END)));
        if (::pread(file, program.data(), static_cast<size_t>(program.size()), 0) != program.size())
            program.clear();
    }
    ::close(file);
    return program;
}

} // namespace

CallFilter::CallFilter(Sockets sockets)
{
    auto *filter = seccomp_init(SCMP_ACT_ALLOW);
    if (!filter)
        return;
    if (addRules(filter, sockets))
        m_program = exported(filter);
    seccomp_release(filter);
}

bool CallFilter::apply() const noexcept
{
    if (m_program.isEmpty())
        return false;
    // The kernel only reads the instructions.
    const sock_fprog program{static_cast<unsigned short>(m_program.size() / qsizetype(sizeof(sock_filter))),
                             reinterpret_cast<sock_filter *>(const_cast<char *>(m_program.constData()))};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

} // namespace xs::document
