// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ctime>

namespace xs::tests {

/// What this thread has used of the processor, in ms: other programs do not change it.
inline double processorTime()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace xs::tests
