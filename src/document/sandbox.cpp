// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/sandbox.h"

#include "document/callfilter.h"

#include <QFile>
#include <QStringList>

#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace xs::document {

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
    if (limits.cpuSeconds != SandboxLimits::unlimited)
        note(limit(RLIMIT_CPU, limits.cpuSeconds, limits.cpuSeconds + 5), u"CPU limit"_s);
    note(limit(RLIMIT_FSIZE, limits.fileBytes), u"file size limit"_s);
    note(limit(RLIMIT_CORE, 0), u"no core dump"_s);
    const CallFilter filter(limits.localSockets ? CallFilter::Sockets::Local : CallFilter::Sockets::None);
    note(filter.apply(), u"no network"_s);
    return missing.join(", "_L1);
}

} // namespace xs::document
