// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/netlayer.h"

#include "readers/numberloops.h"
#include "readers/xnnoperator.h"

#include <algorithm>
#include <string>

namespace xs::readers {

namespace {

bool runOnColumns(XnnOperator &made, decltype(&xnn_setup_sigmoid_nc_f32) setUp, const Tensor &input, Tensor &output)
{
    output.resize(input.height(), input.width(), input.channels());
    return made && setUp(made.get(), input.columns(), input.data(), output.data(), nullptr) == xnn_status_success &&
           made.run();
}

/// x · clip(x + 3, 0, 6) / 6, scaled and shifted.
class HardSwish final : public NetLayer
{
public:
    explicit HardSwish(const Json &step)
        : m_scale(step.at("scale").get<float>()), m_shift(step.at("shift").get<float>())
    {
    }

    bool run(std::span<const Tensor *const> inputs, Tensor &output) override
    {
        const auto &input = *inputs.front();
        output.resize(input.height(), input.width(), input.channels());
        hardSwish(input.data(), output.data(), input.size(), m_scale, m_shift);
        return true;
    }
    bool canReplaceInput() const override { return true; }

private:
    float m_scale, m_shift;
};

/// 1 / (1 + e⁻ˣ), for a swish times x.
class Sigmoid final : public NetLayer
{
public:
    explicit Sigmoid(bool times) : m_times(times) {}

    bool run(std::span<const Tensor *const> inputs, Tensor &output) override
    {
        const auto &input = *inputs.front();
        if (m_channels != input.channels()) {
            m_channels = input.channels();
            const auto channels = std::size_t(m_channels);
            m_operator.take(
                [&](xnn_operator_t *made) { return xnn_create_sigmoid_nc_f32(channels, channels, channels, 0, made); });
        }
        if (!runOnColumns(m_operator, xnn_setup_sigmoid_nc_f32, input, output))
            return false;
        if (m_times)
            multiply(output.data(), input.data(), output.data(), output.size());
        return true;
    }

private:
    bool m_times;
    int m_channels = 0;
    XnnOperator m_operator;
};

/// Squeeze and excitation: each channel times what two small layers make of the means of all.
class Gate final : public NetLayer
{
public:
    Gate(const Json &step, std::span<const float> weights)
        : m_step(step), m_weights(weights), m_inner(step.at("inner").get<std::size_t>()),
          m_slope(step.at("slope").get<float>()), m_base(step.at("adds").get<bool>() ? 1.0F : 0.0F)
    {
    }

    bool run(std::span<const Tensor *const> inputs, Tensor &output) override
    {
        const auto &input = *inputs.front();
        const auto channels = std::size_t(input.channels());
        std::vector<float> means(channels);
        for (std::size_t column = 0; column < input.columns(); ++column)
            addTimes(input.data() + column * channels, 1, means.data(), channels);
        for (auto &mean : means)
            mean /= float(input.columns());
        auto inner = layer(means, "kernel1", "bias1", m_inner);
        for (auto &value : inner)
            value = std::max(0.0F, value);
        auto gates = layer(inner, "kernel2", "bias2", channels);
        if (inner.empty() || gates.empty())
            return false;
        for (auto &gate : gates)
            gate = m_base + std::clamp(gate * m_slope + 0.5F, 0.0F, 1.0F);
        output.resize(input.height(), input.width(), input.channels());
        for (std::size_t column = 0; column < input.columns(); ++column)
            multiply(input.data() + column * channels, gates.data(), output.data() + column * channels, channels);
        return true;
    }
    bool canReplaceInput() const override { return true; }

private:
    std::vector<float> layer(const std::vector<float> &values, const char *kernel, const char *bias,
                             std::size_t count) const
    {
        const auto *factors = weightsAt(m_weights, m_step.at(kernel), count * values.size());
        const auto *shifts = weightsAt(m_weights, m_step.at(bias), count);
        std::vector<float> result;
        for (std::size_t i = 0; factors && shifts && i < count; ++i)
            result.push_back(shifts[i] + dot(factors + i * values.size(), values.data(), values.size()));
        return result;
    }

    Json m_step;
    std::span<const float> m_weights;
    std::size_t m_inner;
    float m_slope, m_base;
};

/// The second input, every pixel of it repeated, on top of the first.
class Add final : public NetLayer
{
public:
    explicit Add(const Json &step) : m_times(step.at("enlarged").get<int>()) {}

    bool run(std::span<const Tensor *const> inputs, Tensor &output) override
    {
        const auto &first = *inputs.front(), &second = *inputs.back();
        const auto channels = std::size_t(first.channels());
        if (m_times < 1 || second.channels() != first.channels() || second.width() * m_times < first.width() ||
            second.height() * m_times < first.height())
            return false;
        output.resize(first.height(), first.width(), first.channels());
        for (int row = 0; row < first.height(); ++row)
            for (int column = 0; column < first.width(); ++column) {
                const auto place = (std::size_t(row) * std::size_t(first.width()) + std::size_t(column)) * channels;
                const auto *other = second.data() + (std::size_t(row / m_times) * std::size_t(second.width()) +
                                                     std::size_t(column / m_times)) *
                                                        channels;
                add(first.data() + place, other, output.data() + place, channels);
            }
        return true;
    }
    bool canReplaceInput() const override { return true; }

private:
    int m_times;
};

/// The channels of all inputs behind each other; those of smaller inputs are repeated.
class Concat final : public NetLayer
{
public:
    explicit Concat(const Json &step) : m_times(step.at("enlarged").get<std::vector<int>>()) {}

    bool run(std::span<const Tensor *const> inputs, Tensor &output) override
    {
        const auto height = inputs.back()->height() * m_times.back(), width = inputs.back()->width() * m_times.back();
        int channels = 0;
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            channels += inputs[i]->channels();
            if (m_times[i] < 1 || inputs[i]->height() * m_times[i] < height || inputs[i]->width() * m_times[i] < width)
                return false;
        }
        output.resize(height, width, channels);
        auto *to = output.data();
        for (int row = 0; row < height; ++row)
            for (int column = 0; column < width; ++column)
                for (std::size_t i = 0; i < inputs.size(); ++i) {
                    const auto &input = *inputs[i];
                    const auto place =
                        std::size_t(row / m_times[i]) * std::size_t(input.width()) + std::size_t(column / m_times[i]);
                    to = std::copy_n(input.data() + place * std::size_t(input.channels()), input.channels(), to);
                }
        return true;
    }

private:
    std::vector<int> m_times;
};

/// The mean of blocks of pixels that do not overlap; what is left over at the ends is dropped.
class Average final : public NetLayer
{
public:
    explicit Average(const Json &step)
        : m_down(step.at("size").at(0).get<int>()), m_across(step.at("size").at(1).get<int>())
    {
    }

    bool run(std::span<const Tensor *const> inputs, Tensor &output) override
    {
        const auto &input = *inputs.front();
        const auto channels = std::size_t(input.channels());
        output.resize(input.height() / m_down, input.width() / m_across, input.channels());
        std::fill_n(output.data(), output.size(), 0.0F);
        for (int row = 0; row < output.height() * m_down; ++row)
            for (int column = 0; column < output.width() * m_across; ++column) {
                const auto *from =
                    input.data() + (std::size_t(row) * std::size_t(input.width()) + std::size_t(column)) * channels;
                auto *to = output.data() +
                           (std::size_t(row / m_down) * std::size_t(output.width()) + std::size_t(column / m_across)) *
                               channels;
                for (std::size_t i = 0; i < channels; ++i)
                    to[i] += from[i] / float(m_down * m_across);
            }
        return output.size() > 0;
    }

private:
    int m_down, m_across;
};

} // namespace

std::unique_ptr<NetLayer> makeLayer(const Json &step, std::span<const float> weights)
{
    const auto kind = step.at("kind").get<std::string>();
    if (kind == "convolution" || kind == "transposed")
        return makeConvolution(step, weights);
    if (kind == "attention")
        return makeAttention(step);
    if (kind == "norm")
        return makeNorm(step, weights);
    if (kind == "hardswish")
        return std::make_unique<HardSwish>(step);
    if (kind == "swish" || kind == "sigmoid")
        return std::make_unique<Sigmoid>(kind == "swish");
    if (kind == "gate")
        return std::make_unique<Gate>(step, weights);
    if (kind == "add")
        return std::make_unique<Add>(step);
    if (kind == "concat")
        return std::make_unique<Concat>(step);
    if (kind == "average")
        return std::make_unique<Average>(step);
    return nullptr;
}

} // namespace xs::readers
