// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/activation.h"
#include "readers/rowplace.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace xs::readers {

/// Vectors in numbers of eight bits, 0 … 255: each is value · scale + least. Its numbers lie in `pieces`, each of as
/// many numbers as the matrix asks for (pieceBytes).
struct ByteVectors
{
    const std::uint8_t *first = nullptr;
    /// Bytes from one vector to the next and from one piece of a vector to the next.
    std::ptrdiff_t vectorStride = 0, pieceStride = 0;
    /// One number for each vector.
    const float *scales = nullptr, *leasts = nullptr;
};

/// How many bytes a weight has: one, or two for what suffers from rounded weights, which takes twice as long.
enum class WeightBytes {
    One,
    Two,
};

/// A matrix of weights in bytes, with one scale for each of its outputs, and the product of it with vectors. Only for
/// processors that multiply such numbers fast. May be used in several threads at once.
class ByteMatrix
{
public:
    /// Whether this processor can: x86-64 with AVX-512 VNNI.
    static bool isSupported();

    /// `weights` has `pieces` · `pieceLength` numbers for each output, one of `biases` each.
    ByteMatrix(std::span<const float> weights, std::span<const float> biases, int pieces, int pieceLength,
               WeightBytes bytes = WeightBytes::One);

    /// Bytes of one piece of a vector: its length, rounded up; what is beyond its length may be anything.
    int pieceBytes() const { return 4 * m_quads; }
    int outputs() const { return m_outputs; }
    /// How many vectors are taken at once: as many must be readable where the last of them begin.
    static constexpr int vectorsAtOnce = 6;

    /// `to` gets the outputs of `count` vectors, each vector as a column.
    void multiply(const ByteVectors &vectors, std::size_t count, const RowPlace &to,
                  const Activation &activation) const;

private:
    int m_outputs, m_pieces, m_quads;
    WeightBytes m_bytes;
    /// Panels of as many outputs as four registers hold; in each for every four numbers of a vector those of all its
    /// outputs. Of weights of two bytes the upper ones lie in one register and the lower ones in the next.
    std::vector<std::int8_t> m_weights;
    /// Of every output: the scale of its weights, their sum times the scale, and the bias.
    std::vector<float> m_scales, m_sums, m_biases;
};

/// Each of `count` vectors of `length` numbers becomes bytes with a scale of its own, `stride` bytes apart.
/// As ByteMatrix only where it is supported.
void toBytes(const float *from, std::size_t count, int length, std::uint8_t *to, std::ptrdiff_t stride, float *scales,
             float *leasts);

/// The least and the largest of `count` numbers, 0 among them. As above.
struct Range
{
    float least = 0, most = 0;
};
Range rangeOf(const float *from, std::size_t count);
/// `count` numbers become bytes: the rounded (from − least) / scale. As above.
void toBytes(const float *from, std::size_t count, std::uint8_t *to, float scale, float least);

} // namespace xs::readers
