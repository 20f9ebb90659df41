// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

#include <memory>

namespace xs::document {

class TextRecogniser;

/// Gives the words of a document's pages: from the text layer where it is usable, else by text recognition,
/// decided page by page. The source must outlive it. Not thread-safe.
class PageReader
{
public:
    explicit PageReader(const PageSource &source);
    ~PageReader();

    /// The words of a page (from 0) in the order in which they were found; empty when there are none.
    std::vector<Word> read(int page);

private:
    std::vector<Word> recognise(int page);

    const PageSource &m_source;
    std::unique_ptr<TextRecogniser> m_recogniser;
};

/// Whether a text layer holds readable words and not only stamps or glyphs without a meaning.
bool isUsable(const std::vector<Word> &words);

} // namespace xs::document
