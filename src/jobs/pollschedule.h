// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>

namespace xs::jobs {

/// How long to wait before the next read of a job that was read `reads` times and is watched for `age`:
/// 1, 2, 3, 4, 5 s, then every 5 s up to 2 min, every 10 s up to 10 min, every 20 s after that.
inline std::chrono::milliseconds pollWait(int reads, std::chrono::milliseconds age)
{
    using namespace std::chrono_literals;
    if (age >= 10min)
        return 20s;
    if (age >= 2min)
        return 10s;
    return std::min(reads + 1, 5) * 1s;
}

} // namespace xs::jobs
