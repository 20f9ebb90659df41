// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"
#include "readers/linereader.h"
#include "readers/textlines.h"

#include <optional>
#include <vector>

namespace xs::readers {

using document::Word;

/// Reads English print of pictures: one neural net finds the lines, another reads their letters. It runs in the
/// calling thread. Not thread-safe.
class PrintReader
{
public:
    /// None where the nets do not come with the program.
    static std::optional<PrintReader> load();

    /// The words in reading order, with boxes in pixels of the picture. `grey` has 8 bits a pixel and lies upright.
    std::vector<Word> read(const Pix *grey);
    /// Whether most lines of the last picture stood upright, so that it lies on its side.
    bool sawUprightLines() const { return m_finder.isOnItsSide(); }

private:
    PrintReader(TextLineFinder finder, LineReader reader) : m_finder(std::move(finder)), m_reader(std::move(reader)) {}

    TextLineFinder m_finder;
    LineReader m_reader;
};

} // namespace xs::readers
