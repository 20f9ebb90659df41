// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/tensor.h"

#include <new>

namespace xs::readers {

namespace {

constexpr std::size_t cacheLine = 64;

} // namespace

Tensor::Values Tensor::allocate(std::size_t count)
{
    const auto wanted = count * sizeof(float);
    const auto bytes = (wanted + cacheLine - 1) / cacheLine * cacheLine;
    auto *values = std::aligned_alloc(cacheLine, bytes);
    if (!values)
        throw std::bad_alloc();
    return Values(static_cast<float *>(values));
}

} // namespace xs::readers
