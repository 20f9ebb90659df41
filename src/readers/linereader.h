// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/neuralnet.h"
#include "readers/textlines.h"

#include <vector>

namespace xs::readers {

/// What a letter may be, too.
struct OtherLetter
{
    QString text;
    /// 0…1
    double confidence = 0;
};

/// A letter of a line, or a blank.
struct LineLetter
{
    QString text;
    /// 0…1
    double confidence = 0;
    /// Where the net saw it, from the left end of the line, in heights of the line.
    double place = 0;
    /// The likeliest first; those that are not worth a thought are left out.
    std::vector<OtherLetter> others;
};

inline bool isBlank(const LineLetter &letter)
{
    return letter.text.trimmed().isEmpty();
}

/// What a line says.
struct LineReading
{
    std::vector<LineLetter> letters;
    /// The columns of the line, each the darkest pixel of it less the paper (0…255), `columnsPerHeight` of them as
    /// wide as the line is high.
    std::vector<float> ink;
    int columnsPerHeight = 1;
};

/// Reads lines of print with a neural net (resources/ocr/letters.net), which knows the letters of English. Not
/// thread-safe.
class LineReader
{
public:
    explicit LineReader(std::unique_ptr<NeuralNet> net) : m_net(std::move(net)) {}

    /// `grey` has 8 bits a pixel. No letters where nothing is read.
    LineReading read(const Pix *grey, const TextLine &line);

private:
    void readStrip(Tensor &strip, double place, std::vector<LineLetter> &letters);

    std::unique_ptr<NeuralNet> m_net;
    Tensor m_strip, m_part;
};

} // namespace xs::readers
