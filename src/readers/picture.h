// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QTransform>

#include <memory>

struct Pix;

namespace xs::readers {

struct PixDeleter
{
    void operator()(Pix *pix) const;
};
using PixPointer = std::unique_ptr<Pix, PixDeleter>;

/// A picture made ready for text recognition, and the way back to the original's pixels.
struct PreparedPicture
{
    PixPointer pix;
    /// From the prepared picture's pixels to those of the original.
    QTransform toOriginal;
};

/// Grey values, one byte a pixel; null when there is no memory for them.
PixPointer greyPix(const QImage &picture);

/// How a picture is prepared: evenly lit with letters of the height that Tesseract reads best, or as it is.
enum class PictureStyle { Even, Plain };

/// Grey, with level lines. `quarterTurns` turns it clockwise first.
PreparedPicture preparePicture(const QImage &picture, int quarterTurns = 0, PictureStyle style = PictureStyle::Even);

} // namespace xs::readers
