// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/convolutionstep.h"
#include "readers/numberloops.h"
#include "readers/rowlayer.h"
#include "readers/xnnoperator.h"

#include <limits>
#include <utility>

namespace xs::readers {

namespace {

/// A product of all channels of a pixel in full numbers, row by row.
class FullPointConvolution final : public RowLayer
{
public:
    FullPointConvolution(const ConvolutionStep &step, std::span<const float> kernel, std::span<const float> bias)
        : m_step(step)
    {
        const auto endless = std::numeric_limits<float>::infinity();
        const auto least = step.activation.kind == Activation::Kind::Relu ? 0.0F : -endless;
        m_operator.take([&](xnn_operator_t *made) {
            return xnn_create_fully_connected_nc_f32(std::size_t(step.inputs), std::size_t(step.outputs),
                                                     std::size_t(step.inputs), std::size_t(step.outputs), kernel.data(),
                                                     bias.data(), least, endless, 0, made);
        });
    }

    TensorShape begin(const TensorShape &input, TensorPool &) override
    {
        m_input = nullptr;
        m_width = std::size_t(input.width);
        return m_operator ? m_step.outputShape(input) : TensorShape();
    }

    bool givesPlainRows() const override { return true; }

    void take(const float *row) override { m_input = row; }

    bool give(const RowPlace &to) override
    {
        const auto *input = std::exchange(m_input, nullptr);
        if (!input)
            return false;
        // What is known to fit does not fail.
        (void)(xnn_setup_fully_connected_nc_f32(m_operator.get(), m_width, input, to.first, nullptr) ==
                   xnn_status_success &&
               m_operator.run());
        if (m_step.activation.kind == Activation::Kind::HardSwish)
            hardSwish(to.first, to.first, m_width * std::size_t(m_step.outputs), m_step.activation.scale,
                      m_step.activation.shift);
        return true;
    }

private:
    ConvolutionStep m_step;
    XnnOperator m_operator;
    const float *m_input = nullptr;
    std::size_t m_width = 0;
};

} // namespace

std::unique_ptr<NetLayer> makePointConvolution(const ConvolutionStep &step, std::span<const float> kernel,
                                               std::span<const float> bias)
{
    const auto isOne = [](const Pair &pair) { return pair.down == 1 && pair.across == 1; };
    if (!isOne(step.size) || !isOne(step.stride) || step.groups != 1 || step.padding.down != 0 ||
        step.padding.across != 0)
        return nullptr;
    return std::make_unique<FullPointConvolution>(step, kernel, bias);
}

} // namespace xs::readers
