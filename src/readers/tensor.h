// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>

namespace xs::readers {

struct TensorShape
{
    int height = 0, width = 0, channels = 0;
    bool operator==(const TensorShape &) const = default;
};

/// Numbers of a picture: rows of columns of channels. Keeps its memory when it becomes smaller.
class Tensor
{
public:
    /// What was in it is lost.
    void resize(int height, int width, int channels)
    {
        m_height = height;
        m_width = width;
        m_channels = channels;
        if (size() + readableBeyond > m_capacity) {
            m_capacity = size() + readableBeyond;
            m_values.reset();
            m_values = allocate(m_capacity);
        }
    }

    void resize(const TensorShape &shape) { resize(shape.height, shape.width, shape.channels); }

    /// Whether its memory is large enough for a shape.
    bool holds(const TensorShape &shape) const
    {
        const auto wanted = std::size_t(shape.height) * std::size_t(shape.width) * std::size_t(shape.channels);
        return m_values && wanted + readableBeyond <= m_capacity;
    }

    TensorShape shape() const { return {m_height, m_width, m_channels}; }
    int height() const { return m_height; }
    int width() const { return m_width; }
    int channels() const { return m_channels; }
    std::size_t columns() const { return std::size_t(m_height) * std::size_t(m_width); }
    std::size_t size() const { return columns() * std::size_t(m_channels); }
    std::size_t capacity() const { return m_capacity; }
    float *data() { return m_values.get(); }
    const float *data() const { return m_values.get(); }
    float *row(int number) { return data() + std::ptrdiff_t(number) * m_width * m_channels; }
    const float *row(int number) const { return data() + std::ptrdiff_t(number) * m_width * m_channels; }

private:
    struct Free
    {
        void operator()(float *values) const { std::free(values); }
    };
    using Values = std::unique_ptr<float[], Free>;

    /// In whole lines of the processor's cache; throws std::bad_alloc.
    static Values allocate(std::size_t count);

    /// XNNPACK reads a little beyond the end.
    static constexpr std::size_t readableBeyond = 8;

    int m_height = 0;
    int m_width = 0;
    int m_channels = 0;
    std::size_t m_capacity = 0;
    Values m_values;
};

} // namespace xs::readers
