// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/netlayer.h"

#include "readers/numberloops.h"
#include "readers/xnnoperator.h"

#include <algorithm>
#include <string>

namespace xs::readers {

namespace {

bool runOnColumns(XnnOperator &made, decltype(&xnn_setup_sigmoid_nc_f32) setUp, const Tensor &input, Tensor &output,
                  TensorPool &pool)
{
    pool.fit(output, {input.height(), input.width(), input.channels()});
    return made && setUp(made.get(), input.columns(), input.data(), output.data(), nullptr) == xnn_status_success &&
           made.run();
}

/// 1 / (1 + e⁻ˣ), for a swish times x.
class Sigmoid final : public NetLayer
{
public:
    explicit Sigmoid(bool times) : m_times(times) {}

    bool run(std::span<const Tensor *const> inputs, Tensor &output, TensorPool &pool) override
    {
        const auto &input = *inputs.front();
        if (m_channels != input.channels()) {
            m_channels = input.channels();
            const auto channels = std::size_t(m_channels);
            m_operator.take(
                [&](xnn_operator_t *made) { return xnn_create_sigmoid_nc_f32(channels, channels, channels, 0, made); });
        }
        if (!runOnColumns(m_operator, xnn_setup_sigmoid_nc_f32, input, output, pool))
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
    Gate(const Json &step, const NetWeights &weights)
        : m_bias1(weights.at(step.at("bias1"), step.at("inner").get<std::size_t>())),
          m_bias2(weights.at(step.at("bias2"), step.at("channels").get<std::size_t>())),
          m_kernel1(weights.at(step.at("kernel1"), m_bias1.size() * m_bias2.size())),
          m_kernel2(weights.at(step.at("kernel2"), m_bias1.size() * m_bias2.size())),
          m_slope(step.at("slope").get<float>()), m_base(step.at("adds").get<bool>() ? 1.0F : 0.0F)
    {
    }

    bool run(std::span<const Tensor *const> inputs, Tensor &output, TensorPool &pool) override
    {
        const auto &input = *inputs.front();
        const auto channels = std::size_t(input.channels());
        if (channels != m_bias2.size() || m_kernel1.empty() || m_kernel2.empty())
            return false;
        std::vector<float> means(channels);
        for (std::size_t column = 0; column < input.columns(); ++column)
            addTimes(input.data() + column * channels, 1, means.data(), channels);
        for (auto &mean : means)
            mean /= float(input.columns());
        auto inner = layer(means, m_kernel1, m_bias1);
        for (auto &value : inner)
            value = std::max(0.0F, value);
        auto gates = layer(inner, m_kernel2, m_bias2);
        for (auto &gate : gates)
            gate = m_base + std::clamp(gate * m_slope + 0.5F, 0.0F, 1.0F);
        pool.fit(output, {input.height(), input.width(), input.channels()});
        for (std::size_t column = 0; column < input.columns(); ++column)
            multiply(input.data() + column * channels, gates.data(), output.data() + column * channels, channels);
        return true;
    }
    bool canReplaceInput() const override { return true; }

private:
    static std::vector<float> layer(const std::vector<float> &values, const std::vector<float> &kernel,
                                    const std::vector<float> &bias)
    {
        auto result = bias;
        for (std::size_t i = 0; i < result.size(); ++i)
            result[i] += dot(kernel.data() + i * values.size(), values.data(), values.size());
        return result;
    }

    std::vector<float> m_bias1, m_bias2, m_kernel1, m_kernel2;
    float m_slope, m_base;
};

/// The second input, every pixel of it repeated, on top of the first.
class Add final : public NetLayer
{
public:
    explicit Add(const Json &step) : m_times(step.at("enlarged").get<int>()) {}

    bool run(std::span<const Tensor *const> inputs, Tensor &output, TensorPool &pool) override
    {
        const auto &first = *inputs.front(), &second = *inputs.back();
        const auto channels = std::size_t(first.channels());
        if (m_times < 1 || second.channels() != first.channels() || second.width() * m_times < first.width() ||
            second.height() * m_times < first.height())
            return false;
        pool.fit(output, {first.height(), first.width(), first.channels()});
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

    bool run(std::span<const Tensor *const> inputs, Tensor &output, TensorPool &pool) override
    {
        const auto height = inputs.back()->height() * m_times.back(), width = inputs.back()->width() * m_times.back();
        int channels = 0;
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            channels += inputs[i]->channels();
            if (m_times[i] < 1 || inputs[i]->height() * m_times[i] < height || inputs[i]->width() * m_times[i] < width)
                return false;
        }
        pool.fit(output, {height, width, channels});
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

/// The channels of each pixel become a block of pixels.
class Blocks final : public NetLayer
{
public:
    explicit Blocks(const Json &step) : m_side(step.at("side").get<int>()) {}

    bool run(std::span<const Tensor *const> inputs, Tensor &output, TensorPool &pool) override
    {
        const auto &input = *inputs.front();
        if (m_side < 1 || input.channels() != m_side * m_side)
            return false;
        pool.fit(output, {input.height() * m_side, input.width() * m_side, 1});
        for (int row = 0; row < output.height(); ++row) {
            const auto *from = input.row(row / m_side) + std::ptrdiff_t(row % m_side) * m_side;
            auto *to = output.row(row);
            for (int column = 0; column < input.width(); ++column, from += input.channels())
                to = std::copy_n(from, m_side, to);
        }
        return true;
    }

private:
    int m_side;
};

/// The mean of blocks of pixels that do not overlap; what is left over at the ends is dropped.
class Average final : public NetLayer
{
public:
    explicit Average(const Json &step)
        : m_down(step.at("size").at(0).get<int>()), m_across(step.at("size").at(1).get<int>())
    {
    }

    bool run(std::span<const Tensor *const> inputs, Tensor &output, TensorPool &pool) override
    {
        const auto &input = *inputs.front();
        const auto channels = std::size_t(input.channels());
        pool.fit(output, {input.height() / m_down, input.width() / m_across, input.channels()});
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

std::unique_ptr<NetLayer> makeLayer(const Json &step, const NetWeights &weights, Precision precision)
{
    const auto kind = step.at("kind").get<std::string>();
    if (kind == "convolution")
        return makeConvolution(step, weights, precision);
    if (kind == "attention")
        return makeAttention(step);
    if (kind == "norm")
        return makeNorm(step, weights);
    if (kind == "swish" || kind == "sigmoid")
        return std::make_unique<Sigmoid>(kind == "swish");
    if (kind == "gate")
        return std::make_unique<Gate>(step, weights);
    if (kind == "add")
        return std::make_unique<Add>(step);
    if (kind == "concat")
        return std::make_unique<Concat>(step);
    if (kind == "blocks")
        return std::make_unique<Blocks>(step);
    if (kind == "average")
        return std::make_unique<Average>(step);
    return nullptr;
}

} // namespace xs::readers
