// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/tensor.h"

#include <vector>

namespace xs::readers {

/// Memory that no tensor needs at the moment. Layers and nets that run one after another share it: pages that are new
/// to the program cost the system time.
class TensorPool
{
public:
    /// The smallest memory that is large enough for a tensor of this shape, or new memory.
    Tensor take(const TensorShape &shape);
    /// Gives a tensor this shape, in other memory where its own is too small.
    void fit(Tensor &tensor, const TensorShape &shape);
    void give(Tensor &&tensor);

private:
    std::vector<Tensor> m_spare;
};

} // namespace xs::readers
