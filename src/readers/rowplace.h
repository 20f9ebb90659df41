// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace xs::readers {

/// Channels that are written at once.
inline constexpr int rowBlock = 16;

/// Where a row is to be written: its columns, of each a block of channels, lie `columnStride` apart, the next blocks
/// `blockStride`.
struct RowPlace
{
    float *first = nullptr;
    std::ptrdiff_t columnStride = 0, blockStride = 0;
};

/// One column behind the other, each with all channels.
inline RowPlace plainRow(float *first, int channels)
{
    return {first, channels, rowBlock};
}

} // namespace xs::readers
