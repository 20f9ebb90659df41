// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/bytematrix.h"
#include "readers/convolutionstep.h"
#include "readers/rowlayer.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace xs::readers {

namespace {

constexpr int beyond = ByteMatrix::vectorsAtOnce;

/// One matrix for all channels of a pixel, each pixel with a scale of its own.
class PointConvolution final : public RowLayer
{
public:
    PointConvolution(const ConvolutionStep &step, std::span<const float> kernel, std::span<const float> bias,
                     WeightBytes bytes)
        : m_step(step), m_matrix(kernel, bias, 1, step.inputs, bytes)
    {
    }

    TensorShape begin(const TensorShape &input, TensorPool &) override
    {
        m_width = std::size_t(input.width);
        m_bytes.resize((m_width + beyond) * std::size_t(m_matrix.pieceBytes()));
        m_scales.resize(m_width + beyond);
        m_leasts.resize(m_width + beyond);
        m_isFull = false;
        return m_step.outputShape(input);
    }

    void take(const float *row) override
    {
        toBytes(row, m_width, m_step.inputs, m_bytes.data(), m_matrix.pieceBytes(), m_scales.data(), m_leasts.data());
        m_isFull = true;
    }

    bool give(const RowPlace &to) override
    {
        if (!std::exchange(m_isFull, false))
            return false;
        m_matrix.multiply({m_bytes.data(), m_matrix.pieceBytes(), 0, m_scales.data(), m_leasts.data()}, m_width, to,
                          m_step.activation);
        return true;
    }

private:
    ConvolutionStep m_step;
    ByteMatrix m_matrix;
    std::vector<std::uint8_t> m_bytes;
    std::vector<float> m_scales, m_leasts;
    std::size_t m_width = 0;
    bool m_isFull = false;
};

/// Kernels over several pixels; the whole picture has one scale.
class AreaConvolution final : public NetLayer
{
public:
    AreaConvolution(const ConvolutionStep &step, std::span<const float> kernel, std::span<const float> bias)
        : m_step(step), m_matrix(kernel, bias, step.size.down, step.size.across * step.inputs)
    {
    }

    bool run(std::span<const Tensor *const> inputs, Tensor &output, TensorPool &pool) override
    {
        const auto &input = *inputs.front();
        const auto shape = m_step.outputShape(input.shape());
        if (shape.height < 1)
            return false;
        pool.fit(output, shape);
        const auto rowBytes = fill(input);
        for (int row = 0; row < shape.height; ++row)
            m_matrix.multiply(
                {m_bytes.data() + row * rowBytes, m_step.inputs, rowBytes, m_scales.data(), m_leasts.data()},
                std::size_t(shape.width), plainRow(output.row(row), shape.channels), m_step.activation);
        return true;
    }

private:
    /// The picture with its borders in bytes; gives how many a row has.
    std::ptrdiff_t fill(const Tensor &input)
    {
        const auto width = std::size_t(input.width() * input.channels());
        const auto margin = std::size_t(m_step.padding.across * input.channels());
        const auto rowBytes = width + 2 * margin;
        const auto range = rangeOf(input.data(), input.size());
        const auto scale = range.most > range.least ? (range.most - range.least) / 255 : 1.0F;
        // What is 0 in the borders is a whole number of steps above the least.
        const auto zero = std::nearbyint(-range.least / scale);
        const auto rows = std::size_t(input.height() + 2 * m_step.padding.down);
        m_bytes.assign(rows * rowBytes + std::size_t(beyond * input.channels()), std::uint8_t(zero));
        for (int row = 0; row < input.height(); ++row)
            toBytes(input.row(row), width, m_bytes.data() + std::size_t(row + m_step.padding.down) * rowBytes + margin,
                    scale, -zero * scale);
        m_scales.assign(std::size_t(input.width() + 2 * m_step.padding.across + beyond), scale);
        m_leasts.assign(m_scales.size(), -zero * scale);
        return std::ptrdiff_t(rowBytes);
    }

    ConvolutionStep m_step;
    ByteMatrix m_matrix;
    std::vector<std::uint8_t> m_bytes;
    std::vector<float> m_scales, m_leasts;
};

} // namespace

std::unique_ptr<NetLayer> makeByteConvolution(const ConvolutionStep &step, std::span<const float> kernel,
                                              std::span<const float> bias, WeightBytes bytes)
{
    if (!ByteMatrix::isSupported() || step.groups != 1 || step.stride.down != 1 || step.stride.across != 1)
        return nullptr;
    const auto isPoint = step.size.down == 1 && step.size.across == 1;
    if (isPoint && step.padding.down == 0 && step.padding.across == 0)
        return std::make_unique<PointConvolution>(step, kernel, bias, bytes);
    if (bytes == WeightBytes::One && step.inputs % 4 == 0)
        return std::make_unique<AreaConvolution>(step, kernel, bias);
    return nullptr;
}

} // namespace xs::readers
