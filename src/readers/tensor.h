// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>

namespace xs::readers {

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
            m_values = std::make_unique_for_overwrite<float[]>(m_capacity);
        }
    }

    int height() const { return m_height; }
    int width() const { return m_width; }
    int channels() const { return m_channels; }
    std::size_t columns() const { return std::size_t(m_height) * std::size_t(m_width); }
    std::size_t size() const { return columns() * std::size_t(m_channels); }
    std::size_t capacity() const { return m_capacity; }
    float *data() { return m_values.get(); }
    const float *data() const { return m_values.get(); }

private:
    /// XNNPACK reads a little beyond the end.
    static constexpr std::size_t readableBeyond = 8;

    int m_height = 0;
    int m_width = 0;
    int m_channels = 0;
    std::size_t m_capacity = 0;
    std::unique_ptr<float[]> m_values;
};

} // namespace xs::readers
