// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/numberloops.h"

#include "readers/processors.h"

#include <algorithm>
#include <array>
#include <cstring>

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
void sumOfShares(const float *rows, const float *shares, std::size_t count, float *to)
{
    using Lanes [[gnu::vector_size(sizeof(float) * lanesOfSum)]] = float;
    const auto add = [rows, shares](std::size_t i, Lanes &sum) {
        Lanes row;
        std::memcpy(&row, rows + i * lanesOfSum, sizeof(row));
        sum += row * shares[i];
    };
    // Two sums, so that one need not wait for the other.
    Lanes even = {}, odd = {};
    for (std::size_t i = 0; i + 1 < count; i += 2) {
        add(i, even);
        add(i + 1, odd);
    }
    if (count % 2 != 0)
        add(count - 1, even);
    even += odd;
    std::memcpy(to, &even, sizeof(even));
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
