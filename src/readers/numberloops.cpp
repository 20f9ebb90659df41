// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/numberloops.h"

#include <algorithm>
#include <array>

// Sanitizers and the code that chooses at the start of the program do not get on with each other.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define XS_FOR_PROCESSORS [[gnu::target_clones("default", "avx2", "avx512f"), gnu::optimize("O3")]]
#else
#define XS_FOR_PROCESSORS
#endif

namespace xs::readers {

XS_FOR_PROCESSORS
void hardSwish(const float *from, float *to, std::size_t count, float scale, float shift)
{
    scale /= 6;
#pragma GCC ivdep
    for (std::size_t i = 0; i < count; ++i)
        to[i] = from[i] * std::min(std::max(from[i] + 3, 0.0F), 6.0F) * scale + shift;
}

XS_FOR_PROCESSORS
void addTimes(const float *__restrict from, float factor, float *__restrict to, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        to[i] += from[i] * factor;
}

XS_FOR_PROCESSORS
void multiply(const float *first, const float *second, float *to, std::size_t count)
{
#pragma GCC ivdep
    for (std::size_t i = 0; i < count; ++i)
        to[i] = first[i] * second[i];
}

XS_FOR_PROCESSORS
void add(const float *first, const float *second, float *to, std::size_t count)
{
#pragma GCC ivdep
    for (std::size_t i = 0; i < count; ++i)
        to[i] = first[i] + second[i];
}

XS_FOR_PROCESSORS
float dot(const float *__restrict first, const float *__restrict second, std::size_t count)
{
    constexpr std::size_t lanes = 16;
    std::array<float, lanes> sums{};
    std::size_t i = 0;
    for (; i + lanes <= count; i += lanes)
        for (std::size_t k = 0; k < lanes; ++k)
            sums[k] += first[i + k] * second[i + k];
    float sum = 0;
    for (; i < count; ++i)
        sum += first[i] * second[i];
    for (const auto value : sums)
        sum += value;
    return sum;
}

} // namespace xs::readers
