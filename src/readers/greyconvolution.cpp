// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/convolutionstep.h"
#include "readers/processors.h"
#include "readers/rowlayer.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

namespace xs::readers {

namespace {

/// Outputs that are reckoned at once.
constexpr int lanes = rowBlock;
using Lanes [[gnu::vector_size(sizeof(float) * lanes)]] = float;
constexpr int size = 3;
constexpr int taps = size * size;

/// Some outputs of one row, `step` apart. `rows` are those of the input that it looks at, `across` columns farther for
/// each of its own.
struct Row
{
    std::array<const float *, size> rows;
    const float *kernel, *bias;
    float *to;
    std::ptrdiff_t step;
    int count, across;
};

XS_FOR_PROCESSORS void slide(const Row &row)
{
    std::array<Lanes, taps> kernel;
    std::memcpy(kernel.data(), row.kernel, sizeof(kernel));
    Lanes bias;
    std::memcpy(&bias, row.bias, sizeof(bias));
    for (int i = 0; i < row.count; ++i) {
        auto sum = bias;
#pragma GCC unroll 3
        for (int down = 0; down < size; ++down)
#pragma GCC unroll 3
            for (int right = 0; right < size; ++right)
                sum += row.rows[std::size_t(down)][i * row.across + right] * kernel[std::size_t(down * size + right)];
        std::memcpy(row.to + i * row.step, &sum, sizeof(sum));
    }
}

/// What nets begin with: every output looks at the only channel of a grey picture.
class GreyConvolution final : public RowLayer
{
public:
    GreyConvolution(const ConvolutionStep &step, std::span<const float> kernel, std::span<const float> bias)
        : m_step(step), m_bias(bias.begin(), bias.end()), m_kernel(kernel.size())
    {
        for (int output = 0; output < step.outputs; ++output)
            for (int tap = 0; tap < taps; ++tap)
                m_kernel[std::size_t((output / lanes * taps + tap) * lanes + output % lanes)] =
                    kernel[std::size_t(output * taps + tap)];
    }

    TensorShape begin(const TensorShape &input, TensorPool &) override
    {
        m_width = input.width;
        m_output = m_step.outputShape(input);
        m_kept.resize(size, m_width + 2 * m_step.padding.across, 1);
        std::fill_n(m_kept.data(), m_kept.size(), 0.0F);
        // The rows above the first are empty.
        m_taken = m_step.padding.down;
        m_given = 0;
        return m_output;
    }

    void take(const float *row) override
    {
        auto *to = m_kept.row(m_taken++ % size) + m_step.padding.across;
        if (row)
            std::copy_n(row, m_width, to);
        else
            std::fill_n(to, m_width, 0.0F);
    }

    bool give(const RowPlace &to) override
    {
        const auto first = m_given * m_step.stride.down;
        if (m_taken < first + size)
            return false;
        const std::array<const float *, size> rows{m_kept.row(first % size), m_kept.row((first + 1) % size),
                                                   m_kept.row((first + 2) % size)};
        for (int output = 0; output < m_step.outputs; output += lanes)
            slide({rows, m_kernel.data() + std::ptrdiff_t(output) * taps, m_bias.data() + output,
                   to.first + output / lanes * to.blockStride, to.columnStride, m_output.width, m_step.stride.across});
        ++m_given;
        return true;
    }

private:
    ConvolutionStep m_step;
    std::vector<float> m_bias;
    /// For every `lanes` outputs and every tap.
    std::vector<float> m_kernel;
    /// The rows that one row of the output looks at, with their borders.
    Tensor m_kept;
    TensorShape m_output;
    int m_width = 0, m_taken = 0, m_given = 0;
};

} // namespace

std::unique_ptr<NetLayer> makeGreyConvolution(const ConvolutionStep &step, std::span<const float> kernel,
                                              std::span<const float> bias)
{
    if (step.inputs != 1 || step.outputs % lanes != 0 || step.size.down != size || step.size.across != size ||
        step.activation.kind != Activation::Kind::None)
        return nullptr;
    return std::make_unique<GreyConvolution>(step, kernel, bias);
}

} // namespace xs::readers
