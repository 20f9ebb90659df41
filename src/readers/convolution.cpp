// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/convolutionstep.h"
#include "readers/numberloops.h"
#include "readers/xnnoperator.h"

#include <algorithm>
#include <limits>

namespace xs::readers {

namespace {

Pair pairOf(const Json &step, const char *name)
{
    const auto &values = step.at(name);
    return {values.at(0).get<int>(), values.at(1).get<int>()};
}

Activation activationOf(const Json &step)
{
    if (step.at("relu").get<bool>())
        return {Activation::Kind::Relu};
    if (const auto hardSwish = step.find("hardswish"); hardSwish != step.end())
        return {Activation::Kind::HardSwish, hardSwish->at(0).get<float>(), hardSwish->at(1).get<float>()};
    return {};
}

/// In full numbers.
class Convolution final : public NetLayer
{
public:
    Convolution(const ConvolutionStep &step, std::span<const float> kernel, std::span<const float> bias) : m_step(step)
    {
        const auto inner = std::size_t(step.inputs / step.groups), outer = std::size_t(step.outputs / step.groups);
        const auto endless = std::numeric_limits<float>::infinity();
        const auto least = step.activation.kind == Activation::Kind::Relu ? 0.0F : -endless;
        const auto [down, across] = step.padding;
        m_operator.take([&](xnn_operator_t *made) {
            return xnn_create_convolution2d_nhwc_f32(
                uint32_t(down), uint32_t(across), uint32_t(down), uint32_t(across), uint32_t(step.size.down),
                uint32_t(step.size.across), uint32_t(step.stride.down), uint32_t(step.stride.across), 1, 1,
                uint32_t(step.groups), inner, outer, std::size_t(step.inputs), std::size_t(step.outputs), kernel.data(),
                bias.data(), least, endless, 0, made);
        });
    }

    bool run(std::span<const Tensor *const> inputs, Tensor &output, TensorPool &pool) override
    {
        const auto &input = *inputs.front();
        const auto shape = m_step.outputShape(input.shape());
        if (!m_operator || shape.height < 1)
            return false;
        pool.fit(output, shape);
        if (xnn_setup_convolution2d_nhwc_f32(m_operator.get(), 1, std::size_t(input.height()),
                                             std::size_t(input.width()), input.data(), output.data(),
                                             nullptr) != xnn_status_success ||
            !m_operator.run())
            return false;
        const auto &activation = m_step.activation;
        if (activation.kind == Activation::Kind::HardSwish)
            hardSwish(output.data(), output.data(), output.size(), activation.scale, activation.shift);
        return true;
    }

private:
    ConvolutionStep m_step;
    XnnOperator m_operator;
};

} // namespace

ConvolutionStep::ConvolutionStep(const Json &step)
    : size(pairOf(step, "size")), stride(pairOf(step, "stride")), padding(pairOf(step, "padding")),
      groups(step.at("groups").get<int>()), inputs(step.at("channels").at(0).get<int>()),
      outputs(step.at("channels").at(1).get<int>()), activation(activationOf(step))
{
}

TensorShape ConvolutionStep::outputShape(const TensorShape &input) const
{
    const auto side = [](int from, int size, int stride, int padding) {
        const auto left = from + 2 * padding - size;
        return left < 0 ? 0 : left / stride + 1;
    };
    const TensorShape shape{side(input.height, size.down, stride.down, padding.down),
                            side(input.width, size.across, stride.across, padding.across), outputs};
    return input.channels == inputs && shape.width > 0 ? shape : TensorShape();
}

std::unique_ptr<NetLayer> makeConvolution(const Json &step, const NetWeights &weights, Precision precision)
{
    const ConvolutionStep made(step);
    const auto sizes = {made.size.down, made.size.across, made.stride.down, made.stride.across,
                        made.groups,    made.inputs,      made.outputs};
    if (std::ranges::min(sizes) < 1 || std::min(made.padding.down, made.padding.across) < 0 ||
        made.inputs % made.groups || made.outputs % made.groups)
        return nullptr;
    const auto taps = std::size_t(made.size.down) * std::size_t(made.size.across);
    const auto kernel =
        weights.passing(step.at("kernel"), std::size_t(made.outputs) * std::size_t(made.inputs / made.groups) * taps);
    const auto bias = weights.at(step.at("bias"), std::size_t(made.outputs));
    if (kernel.empty() || bias.empty())
        return nullptr;
    if (auto layer = makeDepthwise(made, kernel, bias))
        return layer;
    if (auto layer = makeGreyConvolution(made, kernel, bias))
        return layer;
    const auto inOne = step.value("bytes", false), inTwo = step.value("twoBytes", false);
    if (precision == Precision::Fast && (inOne || inTwo))
        if (auto layer = makeByteConvolution(made, kernel, bias, inOne ? WeightBytes::One : WeightBytes::Two))
            return layer;
    if (auto layer = makePointConvolution(made, kernel, bias))
        return layer;
    return std::make_unique<Convolution>(made, kernel, bias);
}

} // namespace xs::readers
