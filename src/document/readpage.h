// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

#include <memory>

namespace xs::document {

class TextRecogniser;
struct RecognitionOptions;

/// A page that was read.
struct ReadPage
{
    /// From 1.
    int number = 0;
    domain::PageSize size;
    /// In the order in which they were found; empty when there are none.
    std::vector<Word> words;
    /// Degrees clockwise by which the stored page was turned to be read.
    int turn = 0;
    /// Where a form's fields are that are filled in (FormSource).
    std::vector<domain::PageRect> filledFields;

    bool operator==(const ReadPage &) const = default;
};

/// Gives the words of a document's pages: from the text layer where it is usable, else by text recognition,
/// decided page by page. The source must outlive it. Not thread-safe.
class PageReader
{
public:
    explicit PageReader(const PageSource &source);
    PageReader(const PageSource &source, RecognitionOptions options);
    ~PageReader();

    /// Reads a page (from 0).
    ReadPage read(int page);

private:
    ReadPage readWords(int page);
    ReadPage recognise(int page);

    const PageSource &m_source;
    std::unique_ptr<RecognitionOptions> m_options;
    std::unique_ptr<TextRecogniser> m_recogniser;
};

/// Reads the pages with these numbers (from 1).
std::vector<ReadPage> readPages(const PageSource &source, const std::vector<int> &numbers);
std::vector<ReadPage> readPages(const PageSource &source, const std::vector<int> &numbers, RecognitionOptions options);

/// Whether a text layer holds readable words and not only stamps or glyphs without a meaning.
bool isUsable(const std::vector<Word> &words);

} // namespace xs::document
