// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/convolutionstep.h"
#include "readers/processors.h"
#include "readers/rowlayer.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>
#include <vector>

namespace xs::readers {

namespace {

/// Channels that are reckoned at once.
constexpr int lanes = rowBlock;
using Lanes [[gnu::vector_size(sizeof(float) * lanes)]] = float;

/// Some channels of one row of the output, `step` apart. `rows` are those of the input that it looks at, with only
/// these channels.
struct Row
{
    const float *const *rows;
    const float *kernel, *bias;
    float *to;
    std::ptrdiff_t step;
    int count, across;
    Activation activation;
};

// Lanes are not handed over: without registers of their size that would be no defined thing.
#define XS_LOAD(to, from) std::memcpy(&(to), from, sizeof(Lanes))

template <int size>
[[gnu::always_inline]] inline void slide(const Row &row)
{
    std::array<Lanes, std::size_t(size) * size> kernel;
    for (std::size_t i = 0; i < kernel.size(); ++i)
        XS_LOAD(kernel[i], row.kernel + i * lanes);
    Lanes bias;
    XS_LOAD(bias, row.bias);
    const auto gated = row.activation.kind == Activation::Kind::HardSwish;
    const auto cut = row.activation.kind == Activation::Kind::Relu;
    const auto scale = row.activation.scale / 6, shift = row.activation.shift;
    const Lanes none = {}, six = none + 6;
    for (int i = 0; i < row.count; ++i) {
        const auto begin = std::ptrdiff_t(i) * row.across * lanes;
        Lanes sums[2] = {bias, none};
#pragma GCC unroll 5
        for (int down = 0; down < size; ++down)
#pragma GCC unroll 5
            for (int right = 0; right < size; ++right) {
                Lanes value;
                XS_LOAD(value, row.rows[down] + begin + std::ptrdiff_t(right) * lanes);
                sums[down % 2] += value * kernel[std::size_t(down * size + right)];
            }
        auto value = sums[0] + sums[1];
        if (gated) {
            auto gate = value + 3;
            gate = gate > none ? gate : none;
            gate = gate < six ? gate : six;
            value = value * gate * scale + shift;
        } else if (cut) {
            value = value > none ? value : none;
        }
        std::memcpy(row.to + std::ptrdiff_t(i) * row.step, &value, sizeof(value));
    }
}

XS_FOR_PROCESSORS void slide3(const Row &row)
{
    slide<3>(row);
}

XS_FOR_PROCESSORS void slide5(const Row &row)
{
    slide<5>(row);
}

/// Each channel has a kernel of its own, of 3 · 3 or 5 · 5 numbers.
class Depthwise final : public RowLayer
{
public:
    Depthwise(const ConvolutionStep &step, std::span<const float> kernel, std::span<const float> bias)
        : m_step(step), m_bias(bias.begin(), bias.end()), m_kernel(kernel.size())
    {
        const auto taps = step.size.down * step.size.across;
        for (int channel = 0; channel < step.outputs; ++channel)
            for (int tap = 0; tap < taps; ++tap)
                m_kernel[std::size_t((channel / lanes * taps + tap) * lanes + channel % lanes)] =
                    kernel[std::size_t(channel * taps + tap)];
    }

    TensorShape begin(const TensorShape &input, TensorPool &pool) override
    {
        m_width = input.width;
        m_output = m_step.outputShape(input);
        m_kept = pool.take({m_step.size.down, m_width + 2 * m_step.padding.across, m_step.outputs});
        // The rows above the first and the borders are empty.
        std::fill_n(m_kept.data(), m_kept.row(m_step.padding.down) - m_kept.data(), 0.0F);
        const auto border = std::ptrdiff_t(m_step.padding.across) * lanes;
        for (int row = m_step.padding.down; row < m_step.size.down; ++row)
            for (int channel = 0; channel < m_step.outputs; channel += lanes) {
                std::fill_n(kept(row, channel), border, 0.0F);
                std::fill_n(kept(row, channel) + border + std::ptrdiff_t(m_width) * lanes, border, 0.0F);
            }
        m_taken = m_step.padding.down;
        m_given = 0;
        return m_output;
    }

    void end(TensorPool &pool) override { pool.give(std::move(m_kept)); }

    RowPlace wanted() override
    {
        return {kept(m_taken, 0) + m_step.padding.across * lanes, lanes, std::ptrdiff_t(m_kept.width()) * lanes};
    }

    void take(const float *row) override
    {
        const auto to = wanted();
        for (int channel = 0; row != to.first && channel < m_step.outputs; channel += lanes) {
            auto *block = to.first + channel / lanes * to.blockStride;
            if (!row)
                std::fill_n(block, std::ptrdiff_t(m_width) * lanes, 0.0F);
            else
                for (int column = 0; column < m_width; ++column)
                    std::memcpy(block + std::ptrdiff_t(column) * lanes,
                                row + std::ptrdiff_t(column) * m_step.outputs + channel, sizeof(Lanes));
        }
        ++m_taken;
    }

    bool give(const RowPlace &to) override
    {
        const auto first = m_given * m_step.stride.down;
        if (m_taken < first + m_step.size.down)
            return false;
        const auto taps = std::ptrdiff_t(m_step.size.down) * m_step.size.across;
        std::array<const float *, 5> rows{};
        for (int channel = 0; channel < m_step.outputs; channel += lanes) {
            for (int i = 0; i < m_step.size.down; ++i)
                rows[std::size_t(i)] = kept(first + i, channel);
            slideOver({rows.data(), m_kernel.data() + channel * taps, m_bias.data() + channel,
                       to.first + channel / lanes * to.blockStride, to.columnStride, m_output.width,
                       m_step.stride.across, m_step.activation});
        }
        ++m_given;
        return true;
    }

private:
    /// Where a row of the padded input is kept, its columns of some channels.
    float *kept(int row, int channel)
    {
        return m_kept.row(row % m_step.size.down) + std::ptrdiff_t(channel) * m_kept.width();
    }

    void slideOver(const Row &row) const
    {
        if (m_step.size.down == 3)
            slide3(row);
        else
            slide5(row);
    }

    ConvolutionStep m_step;
    std::vector<float> m_bias;
    /// For every `lanes` channels and every tap.
    std::vector<float> m_kernel;
    /// The rows that one row of the output looks at, with their borders: for every `lanes` channels all columns.
    Tensor m_kept;
    TensorShape m_output;
    int m_width = 0, m_taken = 0, m_given = 0;
};

} // namespace

std::unique_ptr<NetLayer> makeDepthwise(const ConvolutionStep &step, std::span<const float> kernel,
                                        std::span<const float> bias)
{
    const auto size = step.size.down;
    if (step.groups != step.inputs || step.inputs != step.outputs || step.outputs % lanes != 0 ||
        size != step.size.across || (size != 3 && size != 5))
        return nullptr;
    return std::make_unique<Depthwise>(step, kernel, bias);
}

} // namespace xs::readers
