// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/tensorpool.h"

#include <utility>

namespace xs::readers {

Tensor TensorPool::take(std::size_t wanted)
{
    if (m_spare.empty())
        return {};
    auto best = m_spare.begin();
    for (auto it = m_spare.begin(); it != m_spare.end(); ++it)
        if (it->capacity() > wanted && (best->capacity() <= wanted || it->capacity() < best->capacity()))
            best = it;
    auto taken = std::move(*best);
    m_spare.erase(best);
    return taken;
}

Tensor TensorPool::take(const TensorShape &shape)
{
    auto taken = take(std::size_t(shape.height) * std::size_t(shape.width) * std::size_t(shape.channels));
    taken.resize(shape);
    return taken;
}

void TensorPool::give(Tensor &&tensor)
{
    if (tensor.capacity() > 0)
        m_spare.push_back(std::move(tensor));
}

} // namespace xs::readers
