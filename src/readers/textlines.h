// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/neuralnet.h"
#include "readers/picture.h"

#include <QPointF>

#include <vector>

namespace xs::readers {

/// A strip of a picture that holds one line of print, in pixels.
struct TextLine
{
    /// The middle of its height at its ends.
    QPointF left, right;
    double height = 0;

    double width() const;
    bool operator==(const TextLine &) const = default;
};

/// Finds lines of print in a picture with a neural net (resources/ocr/textlines.net). Not thread-safe.
class TextLineFinder
{
public:
    explicit TextLineFinder(std::unique_ptr<NeuralNet> net) : m_net(std::move(net)) {}

    /// The lines in reading order: rows from above, each from the left. `grey` has 8 bits a pixel.
    std::vector<TextLine> find(const Pix *grey);
    /// Whether most of what was found last stands upright in a picture on its side.
    bool isOnItsSide() const { return m_onItsSide; }

private:
    std::unique_ptr<NeuralNet> m_net;
    bool m_onItsSide = false;
};

} // namespace xs::readers
