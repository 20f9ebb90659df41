// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sandbox.h"

#include <QFile>
#include <QStringList>

#include <cerrno>
#include <csignal>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

#if defined(__SANITIZE_ADDRESS__)
// The sanitizer reserves far more address space than it uses.
constexpr bool limitsAddressSpace = false;
#else
constexpr bool limitsAddressSpace = true;
#endif

bool limit(__rlimit_resource resource, qint64 soft, qint64 hard)
{
    const rlimit both{static_cast<rlim_t>(soft), static_cast<rlim_t>(hard)};
    return ::setrlimit(resource, &both) == 0;
}

bool limit(__rlimit_resource resource, qint64 value)
{
    return limit(resource, value, value);
}

/// No system call that reaches the network or another process, or that leaves the process group, by which all that a
/// worker starts is killed. They fail as if forbidden, so that a library that only tries goes on without.
bool forbidCalls(bool localSockets)
{
    auto *filter = seccomp_init(SCMP_ACT_ALLOW);
    if (!filter)
        return false;
    bool ok = true;
    const auto forbid = [filter](int call) { return seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 0) == 0; };
    if (localSockets)
        ok = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(socket), 1, SCMP_A0(SCMP_CMP_NE, AF_UNIX)) == 0;
    else
        for (const auto call : {SCMP_SYS(socket), SCMP_SYS(bind), SCMP_SYS(listen)})
            ok = forbid(call) && ok;
    for (const auto call : {SCMP_SYS(connect), SCMP_SYS(io_uring_setup), SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv),
                            SCMP_SYS(process_vm_writev), SCMP_SYS(setsid), SCMP_SYS(setpgid)})
        ok = forbid(call) && ok;
    ok = ok && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return ok;
}

/// When the computer's memory runs out, the reader of a document is to be ended and not the service.
bool beFirstOutOfMemory()
{
    QFile score(u"/proc/self/oom_score_adj"_s);
    return score.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && score.write("1000") > 0;
}

} // namespace

QString enterSandbox(const SandboxLimits &limits)
{
    QStringList missing;
    const auto note = [&missing](bool done, const QString &what) {
        if (!done)
            missing << what;
    };
    note(beFirstOutOfMemory(), u"being the first to go when memory runs out"_s);
    note(::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0, u"end with the service"_s);
    note(!limitsAddressSpace || limit(RLIMIT_AS, limits.memoryBytes), u"memory limit"_s);
    // The soft limit's signal says what it was; at the hard limit the system kills as for anything else.
    note(limit(RLIMIT_CPU, limits.cpuSeconds, limits.cpuSeconds + 5), u"CPU limit"_s);
    note(limit(RLIMIT_FSIZE, limits.fileBytes), u"file size limit"_s);
    note(limit(RLIMIT_CORE, 0), u"no core dump"_s);
    note(forbidCalls(limits.localSockets), u"no network"_s);
    return missing.join(", "_L1);
}

} // namespace xs::server
