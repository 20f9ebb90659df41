// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/tensor.h"

#include <QPointF>

struct Pix;

namespace xs::readers {

/// Looks at the pixels of a picture with 8 bits a pixel, which must outlive it.
class GreyPicture
{
public:
    explicit GreyPicture(const Pix *pix);

    int width() const { return m_width; }
    int height() const { return m_height; }
    /// Fills the tensor, which has one channel and its size, with the whole picture: 0 is black, 255 is white.
    void scaleInto(Tensor &tensor) const;
    /// Fills the tensor, from the column 0 to `columns`, with the parallelogram that begins at `corner` and that
    /// `across` and `down` lead along, both from end to end; what is outside of the picture looks like its border.
    void cutInto(Tensor &tensor, int columns, QPointF corner, QPointF across, QPointF down) const;

private:
    float between(double x, double y) const;

    const unsigned int *m_words;
    int m_width, m_height, m_stride;
};

} // namespace xs::readers
