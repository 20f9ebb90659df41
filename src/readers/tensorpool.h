// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/tensor.h"

#include <vector>

namespace xs::readers {

/// Memory that no tensor needs at the moment. Nets that run one after another share it: pages that are new to the
/// program cost the system time.
class TensorPool
{
public:
    /// The smallest memory that is large enough for `wanted` numbers, else any.
    Tensor take(std::size_t wanted);
    void give(Tensor &&tensor);

private:
    std::vector<Tensor> m_spare;
};

} // namespace xs::readers
