// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/greypicture.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace xs::readers {

namespace {

/// How many points are taken along a side of a pixel that covers `length` pixels of the source.
int samples(double length)
{
    return std::clamp(int(std::lround(length)), 1, 8);
}

double length(QPointF vector)
{
    return std::hypot(vector.x(), vector.y());
}

} // namespace

GreyPicture::GreyPicture(const Pix *pix)
    : m_words(pixGetData(const_cast<Pix *>(pix))), m_width(pixGetWidth(pix)), m_height(pixGetHeight(pix)),
      m_stride(pixGetWpl(pix))
{
}

inline float GreyPicture::between(double x, double y) const
{
    // The middle of the first pixel lies at one half.
    x = std::clamp(x - 0.5, 0.0, double(m_width - 1));
    y = std::clamp(y - 0.5, 0.0, double(m_height - 1));
    const auto column = int(x), row = int(y);
    const auto nextColumn = std::min(column + 1, m_width - 1), nextRow = std::min(row + 1, m_height - 1);
    const auto right = float(x - column), below = float(y - row);
    const auto *upper = m_words + std::ptrdiff_t(row) * m_stride, *lower = m_words + std::ptrdiff_t(nextRow) * m_stride;
    const auto mixed = [&](const unsigned int *line) {
        return float(GET_DATA_BYTE(line, column)) * (1 - right) + float(GET_DATA_BYTE(line, nextColumn)) * right;
    };
    return mixed(upper) * (1 - below) + mixed(lower) * below;
}

void GreyPicture::scaleInto(Tensor &tensor) const
{
    cutInto(tensor, tensor.width(), {0, 0}, {double(m_width), 0}, {0, double(m_height)});
}

void GreyPicture::cutInto(Tensor &tensor, int columns, QPointF corner, QPointF across, QPointF down) const
{
    const auto right = across / columns, below = down / tensor.height();
    const auto wide = samples(length(right)), high = samples(length(below));
    // Of all points in the first row.
    std::vector<QPointF> points;
    points.reserve(std::size_t(columns) * std::size_t(wide));
    for (int column = 0; column < columns; ++column)
        for (int i = 0; i < wide; ++i)
            points.push_back(corner + right * (column + (i + 0.5) / wide));
    std::vector<float> sums(points.size() / std::size_t(wide));
    for (int row = 0; row < tensor.height(); ++row) {
        std::ranges::fill(sums, 0.0F);
        for (int j = 0; j < high; ++j) {
            const auto lower = below * (row + (j + 0.5) / high);
            auto point = points.cbegin();
            for (auto &sum : sums)
                for (int i = 0; i < wide; ++i, ++point)
                    sum += between(point->x() + lower.x(), point->y() + lower.y());
        }
        auto *to = tensor.row(row);
        for (const auto sum : sums)
            *to++ = sum / float(wide * high);
    }
}

} // namespace xs::readers
