// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "readers/netweights.h"
#include "readers/tensorpool.h"

#include <memory>
#include <span>
#include <vector>

namespace xs::readers {

/// One step of a neural net (resources/ocr/README.md lists the kinds). Not thread-safe.
class NetLayer
{
public:
    virtual ~NetLayer() = default;
    /// Fills `output`; false where the inputs do not fit or memory is short. Values lie behind each other as a
    /// tensor has them: rows, columns, channels. Memory that is needed meanwhile comes from the pool.
    virtual bool run(std::span<const Tensor *const> inputs, Tensor &output, TensorPool &pool) = 0;
    /// Whether `output` may be the first of several inputs, too, so that its values are replaced where they lie.
    virtual bool canReplaceInput() const { return false; }
};

/// How exact a net reckons.
enum class Precision {
    /// In numbers of eight bits where the file allows it and the processor is fast with them.
    Fast,
    Full,
};

/// The layer that a step of a net's file describes, with its share of the `weights`; null for what is not known or
/// does not fit. `weights` are only read while it is made. XNNPACK must be initialised.
std::unique_ptr<NetLayer> makeLayer(const Json &step, const NetWeights &weights, Precision precision);

/// As makeLayer: convolutions.
std::unique_ptr<NetLayer> makeConvolution(const Json &step, const NetWeights &weights, Precision precision);
/// As makeLayer: attention and what scales columns to one length.
std::unique_ptr<NetLayer> makeAttention(const Json &step);
std::unique_ptr<NetLayer> makeNorm(const Json &step, const NetWeights &weights);

} // namespace xs::readers
