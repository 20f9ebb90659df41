// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/xnnoperator.h"

#include <limits>

namespace xs::readers {

namespace {

struct Pair
{
    int down = 1;
    int across = 1;
};

Pair pairOf(const Json &step, const char *name)
{
    const auto &values = step.at(name);
    return {values.at(0).get<int>(), values.at(1).get<int>()};
}

/// Plain ones are cut by a stride, transposed ones grow by it.
class Convolution final : public NetLayer
{
public:
    Convolution(const Json &step, std::span<const float> weights)
        : m_transposed(step.at("kind") == "transposed"), m_size(pairOf(step, "size")), m_stride(pairOf(step, "stride")),
          m_padding(pairOf(step, "padding")), m_inputs(step.at("channels").at(0).get<int>()),
          m_outputs(step.at("channels").at(1).get<int>())
    {
        const auto groups = step.at("groups").get<int>();
        const auto inner = std::size_t(m_inputs / groups), outer = std::size_t(m_outputs / groups);
        const auto *kernel = weightsAt(weights, step.at("kernel"),
                                       std::size_t(m_outputs) * inner * std::size_t(m_size.down * m_size.across));
        const auto *bias = weightsAt(weights, step.at("bias"), std::size_t(m_outputs));
        if (!kernel || !bias)
            return;
        const auto endless = std::numeric_limits<float>::infinity();
        const auto least = step.at("relu").get<bool>() ? 0.0F : -endless;
        const auto [down, across] = m_padding;
        const auto make = m_transposed ? xnn_create_deconvolution2d_nhwc_f32 : xnn_create_convolution2d_nhwc_f32;
        m_operator.take([&](xnn_operator_t *made) {
            return make(uint32_t(down), uint32_t(across), uint32_t(down), uint32_t(across), uint32_t(m_size.down),
                        uint32_t(m_size.across), uint32_t(m_stride.down), uint32_t(m_stride.across), 1, 1,
                        uint32_t(groups), inner, outer, std::size_t(m_inputs), std::size_t(m_outputs), kernel, bias,
                        least, endless, 0, made);
        });
    }

    bool run(std::span<const Tensor *const> inputs, Tensor &output) override
    {
        const auto &input = *inputs.front();
        if (!m_operator || input.channels() != m_inputs)
            return false;
        const auto height = std::size_t(input.height()), width = std::size_t(input.width());
        output.resize(outputSide(input.height(), m_size.down, m_stride.down, m_padding.down),
                      outputSide(input.width(), m_size.across, m_stride.across, m_padding.across), m_outputs);
        if (output.height() < 1 || output.width() < 1)
            return false;
        const auto status = m_transposed ? xnn_setup_deconvolution2d_nhwc_f32(m_operator.get(), 1, height, width, 0, 0,
                                                                              input.data(), output.data(), nullptr)
                                         : xnn_setup_convolution2d_nhwc_f32(m_operator.get(), 1, height, width,
                                                                            input.data(), output.data(), nullptr);
        return status == xnn_status_success && m_operator.run();
    }

private:
    int outputSide(int side, int size, int stride, int padding) const
    {
        return m_transposed ? (side - 1) * stride + size - 2 * padding : (side + 2 * padding - size) / stride + 1;
    }

    bool m_transposed;
    Pair m_size, m_stride, m_padding;
    int m_inputs, m_outputs;
    XnnOperator m_operator;
};

} // namespace

std::unique_ptr<NetLayer> makeConvolution(const Json &step, std::span<const float> weights)
{
    return std::make_unique<Convolution>(step, weights);
}

} // namespace xs::readers
