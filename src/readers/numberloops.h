// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace xs::readers {

// Loops over `count` numbers that lie behind each other, compiled for several processors, of which the program takes
// the best that it runs on. What is written is apart from what is read or begins with it.

/// to = from · clip(from + 3, 0, 6) / 6 · scale + shift
void hardSwish(const float *from, float *to, std::size_t count, float scale, float shift);
/// to += from · factor
void addTimes(const float *from, float factor, float *to, std::size_t count);
/// to = first + second
void add(const float *first, const float *second, float *to, std::size_t count);
/// to = first · second
void multiply(const float *first, const float *second, float *to, std::size_t count);
/// `to`, of `lanesOfSum` numbers, becomes the sum of `count` rows of so many numbers behind each other, each times one
/// of `shares`.
inline constexpr std::size_t lanesOfSum = 16;
void sumOfShares(const float *rows, const float *shares, std::size_t count, float *to);
/// The sum of first · second.
float dot(const float *first, const float *second, std::size_t count);

} // namespace xs::readers
