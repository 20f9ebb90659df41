// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <chrono>

namespace xs::document {

/// Paints pages for those who can do without the picture. Page sources whose pages may take minutes to paint derive
/// from it; pages run from 0.
class LimitedPainter
{
public:
    virtual ~LimitedPainter() = default;
    /// The whole page, painted `width` pixels wide; a null image when that takes more time of the processor.
    virtual QImage renderWithin(std::chrono::milliseconds processorTime, int page, int width) const = 0;
};

} // namespace xs::document
