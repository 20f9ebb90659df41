// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace xs::readers {

/// What becomes of each number that a convolution makes.
struct Activation
{
    enum class Kind {
        None,
        /// Nothing below 0.
        Relu,
        /// x · clip(x + 3, 0, 6) / 6 · scale + shift
        HardSwish,
    };
    Kind kind = Kind::None;
    float scale = 1, shift = 0;
};

} // namespace xs::readers
