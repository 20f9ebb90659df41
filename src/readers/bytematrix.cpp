// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/bytematrix.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#if !defined(__clang__)
// GCC 12 takes what its own header leaves undefined on purpose for a mistake.
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#define XS_HAS_BYTES 1
#define XS_BYTES [[gnu::target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")]]
#else
#define XS_HAS_BYTES 0
#endif

namespace xs::readers {

namespace {

/// Outputs in one register, and registers of outputs in one panel.
constexpr int lanes = rowBlock;
constexpr int panelRegisters = 4;
constexpr int panel = lanes * panelRegisters;
/// The largest weight; of two bytes the upper one counts `upperWorth`, the lower one −64 … 63.
constexpr int upperWorth = 128;
constexpr float mostWeight = 127, mostFineWeight = 127 * upperWorth + upperWorth / 2 - 1;
constexpr float steps = 255;
/// Bytes of vectors that are multiplied with all panels before the next ones: half of the first cache.
constexpr std::ptrdiff_t blockBytes = 24 * 1024;

int roundedUp(int value, int to)
{
    return (value + to - 1) / to * to;
}

int outputsOfPanel(WeightBytes bytes)
{
    return bytes == WeightBytes::Two ? panel / 2 : panel;
}

} // namespace

ByteMatrix::ByteMatrix(std::span<const float> weights, std::span<const float> biases, int pieces, int pieceLength,
                       WeightBytes bytes)
    : m_outputs(int(biases.size())), m_pieces(pieces), m_quads((pieceLength + 3) / 4), m_bytes(bytes),
      m_weights(std::size_t(roundedUp(m_outputs, outputsOfPanel(bytes)) / outputsOfPanel(bytes)) *
                std::size_t(panel * pieces * m_quads * 4)),
      m_scales(std::size_t(roundedUp(m_outputs, lanes))), m_sums(m_scales.size()), m_biases(m_scales.size())
{
    const auto length = std::size_t(pieces) * std::size_t(pieceLength);
    const auto inPanel = outputsOfPanel(bytes);
    const auto registers = panel / inPanel;
    for (int output = 0; output < m_outputs; ++output) {
        const auto row = weights.subspan(std::size_t(output) * length, length);
        float most = 0;
        for (const auto weight : row)
            most = std::max(most, std::abs(weight));
        const auto scale = most > 0 ? most / (bytes == WeightBytes::Two ? mostFineWeight : mostWeight) : 1.0F;
        auto *to = m_weights.data() + std::ptrdiff_t(output / inPanel) * panel * m_pieces * m_quads * 4 +
                   std::ptrdiff_t(output % inPanel / lanes * registers * lanes + output % lanes) * 4;
        int sum = 0;
        for (int piece = 0; piece < pieces; ++piece)
            for (int i = 0; i < pieceLength; ++i) {
                const auto value = int(std::lrint(row[std::size_t(piece * pieceLength + i)] / scale));
                auto *place = to + std::ptrdiff_t(piece * m_quads + i / 4) * panel * 4 + i % 4;
                if (bytes == WeightBytes::Two) {
                    const auto upper = (value + upperWorth / 2) >> 7;
                    place[0] = std::int8_t(upper);
                    place[std::ptrdiff_t(lanes) * 4] = std::int8_t(value - upper * upperWorth);
                } else {
                    place[0] = std::int8_t(value);
                }
                sum += value;
            }
        m_scales[std::size_t(output)] = scale;
        m_sums[std::size_t(output)] = float(sum) * scale;
        m_biases[std::size_t(output)] = biases[std::size_t(output)];
    }
}

#if XS_HAS_BYTES

bool ByteMatrix::isSupported()
{
    static const bool supported = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                                  __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
                                  __builtin_cpu_supports("avx512vnni");
    return supported;
}

namespace {

/// What the products of one panel need beside the bytes.
struct Panel
{
    const std::int8_t *weights;
    const float *scales, *sums, *biases;
    int pieces, quads, outputs;
    Activation activation;
};

XS_BYTES inline __m512 activated(__m512 value, const Activation &activation)
{
    if (activation.kind == Activation::Kind::None)
        return value;
    const auto zero = _mm512_setzero_ps();
    if (activation.kind == Activation::Kind::Relu)
        return _mm512_max_ps(value, zero);
    const auto gate = _mm512_min_ps(_mm512_max_ps(_mm512_add_ps(value, _mm512_set1_ps(3)), zero), _mm512_set1_ps(6));
    return _mm512_fmadd_ps(_mm512_mul_ps(value, gate), _mm512_set1_ps(activation.scale / 6),
                           _mm512_set1_ps(activation.shift));
}

/// What the sums of one output are, those of the upper and the lower bytes of two together.
XS_BYTES inline __m512 joined(const __m512i *sums, WeightBytes bytes)
{
    const auto first = _mm512_cvtepi32_ps(sums[0]);
    return bytes == WeightBytes::One ? first
                                     : _mm512_fmadd_ps(first, _mm512_set1_ps(upperWorth), _mm512_cvtepi32_ps(sums[1]));
}

/// The products of six vectors with up to four registers of weights; `count` of the vectors are stored.
template <int Registers, WeightBytes Bytes>
XS_BYTES void multiplyTile(const Panel &panel, const ByteVectors &vectors, int count, const RowPlace &to)
{
    constexpr int rows = ByteMatrix::vectorsAtOnce;
    __m512i sums[rows][Registers];
    for (auto &row : sums)
        for (auto &sum : row)
            sum = _mm512_setzero_si512();
    const auto *weights = panel.weights;
    for (int piece = 0; piece < panel.pieces; ++piece) {
        const auto *from = vectors.first + piece * vectors.pieceStride;
        for (int quad = 0; quad < panel.quads; ++quad, from += 4, weights += readers::panel * 4) {
            __m512i columns[Registers];
#pragma GCC unroll 4
            for (int i = 0; i < Registers; ++i)
                columns[i] = _mm512_loadu_si512(weights + i * lanes * 4);
#pragma GCC unroll 6
            for (int row = 0; row < rows; ++row) {
                std::int32_t four = 0;
                std::memcpy(&four, from + row * vectors.vectorStride, sizeof(four));
                const auto repeated = _mm512_set1_epi32(four);
#pragma GCC unroll 4
                for (int i = 0; i < Registers; ++i)
                    sums[row][i] = _mm512_dpbusd_epi32(sums[row][i], repeated, columns[i]);
            }
        }
    }
#pragma GCC unroll 6
    for (int row = 0; row < rows; ++row) {
        if (row >= count)
            break;
        const auto scale = _mm512_set1_ps(vectors.scales[row]), least = _mm512_set1_ps(vectors.leasts[row]);
        constexpr int each = Bytes == WeightBytes::Two ? 2 : 1;
#pragma GCC unroll 4
        for (int i = 0; i < Registers / each; ++i) {
            const auto place = std::ptrdiff_t(i) * lanes;
            const auto shift =
                _mm512_fmadd_ps(least, _mm512_loadu_ps(panel.sums + place), _mm512_loadu_ps(panel.biases + place));
            const auto sum = _mm512_mul_ps(joined(&sums[row][i * each], Bytes), scale);
            const auto value =
                activated(_mm512_fmadd_ps(sum, _mm512_loadu_ps(panel.scales + place), shift), panel.activation);
            const auto left = std::min(lanes, panel.outputs - i * lanes);
            _mm512_mask_storeu_ps(to.first + row * to.columnStride + i * to.blockStride, __mmask16((1U << left) - 1),
                                  value);
        }
    }
}

XS_BYTES void multiplyPanel(const Panel &panel, WeightBytes bytes, const ByteVectors &vectors, std::size_t count,
                            const RowPlace &to)
{
    constexpr auto rows = std::size_t(ByteMatrix::vectorsAtOnce);
    for (std::size_t i = 0; i < count; i += rows) {
        const ByteVectors some{vectors.first + std::ptrdiff_t(i) * vectors.vectorStride, vectors.vectorStride,
                               vectors.pieceStride, vectors.scales + i, vectors.leasts + i};
        const auto left = int(std::min(rows, count - i));
        const RowPlace place{to.first + std::ptrdiff_t(i) * to.columnStride, to.columnStride, to.blockStride};
        const auto registers = (panel.outputs + lanes - 1) / lanes;
        if (bytes == WeightBytes::Two) {
            (registers == 1 ? multiplyTile<2, WeightBytes::Two> : multiplyTile<4, WeightBytes::Two>)(panel, some, left,
                                                                                                     place);
            continue;
        }
        switch (registers) {
        case 1:
            multiplyTile<1, WeightBytes::One>(panel, some, left, place);
            break;
        case 2:
            multiplyTile<2, WeightBytes::One>(panel, some, left, place);
            break;
        case 3:
            multiplyTile<3, WeightBytes::One>(panel, some, left, place);
            break;
        default:
            multiplyTile<4, WeightBytes::One>(panel, some, left, place);
        }
    }
}

} // namespace

void ByteMatrix::multiply(const ByteVectors &vectors, std::size_t count, const RowPlace &to,
                          const Activation &activation) const
{
    const auto block = std::size_t(std::max<std::ptrdiff_t>(1, blockBytes / (vectorsAtOnce * vectors.vectorStride))) *
                       std::size_t(vectorsAtOnce);
    for (std::size_t done = 0; done < count; done += block) {
        const ByteVectors some{vectors.first + std::ptrdiff_t(done) * vectors.vectorStride, vectors.vectorStride,
                               vectors.pieceStride, vectors.scales + done, vectors.leasts + done};
        const auto inPanel = outputsOfPanel(m_bytes);
        for (int output = 0; output < m_outputs; output += inPanel) {
            const Panel part{m_weights.data() + std::ptrdiff_t(output / inPanel) * panel * m_pieces * m_quads * 4,
                             m_scales.data() + output,
                             m_sums.data() + output,
                             m_biases.data() + output,
                             m_pieces,
                             m_quads,
                             std::min(inPanel, m_outputs - output),
                             activation};
            const RowPlace place{to.first + std::ptrdiff_t(done) * to.columnStride + output / lanes * to.blockStride,
                                 to.columnStride, to.blockStride};
            multiplyPanel(part, m_bytes, some, std::min(block, count - done), place);
        }
    }
}

XS_BYTES Range rangeOf(const float *from, std::size_t count)
{
    auto least = _mm512_setzero_ps(), most = least;
    std::size_t i = 0;
    for (; i + lanes <= count; i += lanes) {
        const auto values = _mm512_loadu_ps(from + i);
        least = _mm512_min_ps(values, least);
        most = _mm512_max_ps(values, most);
    }
    const auto values = _mm512_maskz_loadu_ps(__mmask16((1U << (count - i)) - 1), from + i);
    return {_mm512_reduce_min_ps(_mm512_min_ps(values, least)), _mm512_reduce_max_ps(_mm512_max_ps(values, most))};
}

XS_BYTES void toBytes(const float *from, std::size_t count, std::uint8_t *to, float scale, float least)
{
    const auto factor = _mm512_set1_ps(1 / scale), shift = _mm512_set1_ps(-least / scale);
    for (std::size_t i = 0; i < count; i += lanes) {
        const auto mask = __mmask16(count - i < lanes ? (1U << (count - i)) - 1 : 0xFFFFU);
        const auto values = _mm512_fmadd_ps(_mm512_maskz_loadu_ps(mask, from + i), factor, shift);
        const auto whole = _mm512_max_epi32(_mm512_cvtps_epi32(values), _mm512_setzero_si512());
        _mm_mask_storeu_epi8(to + i, mask, _mm512_cvtusepi32_epi8(whole));
    }
}

XS_BYTES void toBytes(const float *from, std::size_t count, int length, std::uint8_t *to, std::ptrdiff_t stride,
                      float *scales, float *leasts)
{
    for (std::size_t i = 0; i < count; ++i) {
        const auto *values = from + i * std::size_t(length);
        const auto range = rangeOf(values, std::size_t(length));
        const auto scale = range.most > range.least ? (range.most - range.least) / steps : 1.0F;
        scales[i] = scale;
        leasts[i] = range.least;
        toBytes(values, std::size_t(length), to + std::ptrdiff_t(i) * stride, scale, range.least);
    }
}

#else

bool ByteMatrix::isSupported()
{
    return false;
}

void ByteMatrix::multiply(const ByteVectors &, std::size_t, const RowPlace &, const Activation &) const
{
}

Range rangeOf(const float *, std::size_t)
{
    return {};
}

void toBytes(const float *, std::size_t, std::uint8_t *, float, float)
{
}

void toBytes(const float *, std::size_t, int, std::uint8_t *, std::ptrdiff_t, float *, float *)
{
}

#endif

} // namespace xs::readers
