// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/greypicture.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

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

float GreyPicture::at(int x, int y) const
{
    x = std::clamp(x, 0, m_width - 1);
    y = std::clamp(y, 0, m_height - 1);
    return float(GET_DATA_BYTE(m_words + std::ptrdiff_t(y) * m_stride, x));
}

float GreyPicture::between(double x, double y) const
{
    // The middle of the first pixel lies at one half.
    x -= 0.5;
    y -= 0.5;
    const auto column = int(std::floor(x)), row = int(std::floor(y));
    const auto right = float(x - column), below = float(y - row);
    const auto above = at(column, row) * (1 - right) + at(column + 1, row) * right;
    const auto under = at(column, row + 1) * (1 - right) + at(column + 1, row + 1) * right;
    return above * (1 - below) + under * below;
}

void GreyPicture::scaleInto(Tensor &tensor) const
{
    cutInto(tensor, tensor.width(), {0, 0}, {double(m_width), 0}, {0, double(m_height)});
}

void GreyPicture::cutInto(Tensor &tensor, int columns, QPointF corner, QPointF across, QPointF down) const
{
    const auto right = across / columns, below = down / tensor.height();
    const auto wide = samples(length(right)), high = samples(length(below));
    for (int row = 0; row < tensor.height(); ++row)
        for (int column = 0; column < columns; ++column) {
            float sum = 0;
            for (int j = 0; j < high; ++j)
                for (int i = 0; i < wide; ++i) {
                    const auto point = corner + right * (column + (i + 0.5) / wide) + below * (row + (j + 0.5) / high);
                    sum += between(point.x(), point.y());
                }
            tensor.data()[std::ptrdiff_t(row) * tensor.width() + column] = sum / float(wide * high);
        }
}

} // namespace xs::readers
