// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/tensorpool.h"

#include <utility>

namespace xs::readers {

Tensor TensorPool::take(const TensorShape &shape)
{
    auto best = m_spare.end();
    for (auto it = m_spare.begin(); it != m_spare.end(); ++it)
        if (it->holds(shape) && (best == m_spare.end() || it->capacity() < best->capacity()))
            best = it;
    Tensor taken;
    if (best != m_spare.end()) {
        taken = std::move(*best);
        m_spare.erase(best);
    }
    taken.resize(shape);
    return taken;
}

void TensorPool::fit(Tensor &tensor, const TensorShape &shape)
{
    if (!tensor.holds(shape)) {
        give(std::move(tensor));
        tensor = take(shape);
    }
    tensor.resize(shape);
}

void TensorPool::give(Tensor &&tensor)
{
    if (tensor.data())
        m_spare.push_back(std::move(tensor));
}

} // namespace xs::readers
