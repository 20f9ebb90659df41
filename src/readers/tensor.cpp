// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/tensor.h"

#include <sys/mman.h>

#include <cstdint>
#include <new>

namespace xs::readers {

namespace {

constexpr std::size_t cacheLine = 64;
constexpr std::uintptr_t fewestPages = 16;

/// Asks the system for all pages at once, which takes less time than one after another where they are first touched. It
/// is only asked: older systems do not know how.
void populate(void *values, std::size_t bytes)
{
#ifdef MADV_POPULATE_WRITE
    constexpr std::uintptr_t page = 4096;
    const auto begin = (std::uintptr_t(values) + page - 1) / page * page,
               end = (std::uintptr_t(values) + bytes) / page * page;
    if (end > begin + fewestPages * page)
        (void)::madvise(reinterpret_cast<void *>(begin), end - begin, MADV_POPULATE_WRITE);
#else
    Q_UNUSED(values);
    Q_UNUSED(bytes);
#endif
}

} // namespace

Tensor::Values Tensor::allocate(std::size_t count)
{
    const auto wanted = count * sizeof(float);
    const auto bytes = (wanted + cacheLine - 1) / cacheLine * cacheLine;
    auto *values = std::aligned_alloc(cacheLine, bytes);
    if (!values)
        throw std::bad_alloc();
    populate(values, bytes);
    return Values(static_cast<float *>(values));
}

} // namespace xs::readers
