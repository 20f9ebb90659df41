// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/activation.h"
#include "readers/bytematrix.h"
#include "readers/netlayer.h"

namespace xs::readers {

struct Pair
{
    int down = 1;
    int across = 1;
};

/// What the file of a net says of a convolution.
struct ConvolutionStep
{
    explicit ConvolutionStep(const Json &step);

    /// One without rows where the input does not fit.
    TensorShape outputShape(const TensorShape &input) const;

    Pair size, stride, padding;
    int groups = 1, inputs = 1, outputs = 1;
    Activation activation;
};

/// The ways to reckon one; null where the step is none of theirs. `kernel` and `bias` are read while it is made.
/// Each channel for itself.
std::unique_ptr<NetLayer> makeDepthwise(const ConvolutionStep &step, std::span<const float> kernel,
                                        std::span<const float> bias);
/// Of a picture's only channel, over three by three pixels.
std::unique_ptr<NetLayer> makeGreyConvolution(const ConvolutionStep &step, std::span<const float> kernel,
                                              std::span<const float> bias);
/// Of single pixels, in full numbers.
std::unique_ptr<NetLayer> makePointConvolution(const ConvolutionStep &step, std::span<const float> kernel,
                                               std::span<const float> bias);
/// In numbers of eight bits, which is faster and less exact.
std::unique_ptr<NetLayer> makeByteConvolution(const ConvolutionStep &step, std::span<const float> kernel,
                                              std::span<const float> bias, WeightBytes bytes);

} // namespace xs::readers
