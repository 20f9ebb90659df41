// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/drawnrules.h"
#include "document/formsource.h"
#include "document/pagesource.h"

#include <memory>

namespace xs::document {

class PictureReader;

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
    /// The fields of a form that are filled in (FormSource).
    std::vector<FilledField> filledFields;
    /// Only where somebody asked for them (addDrawings).
    DrawnRules rules{};

    bool operator==(const ReadPage &) const = default;
};

/// Gives the words of a document's pages: from the text layer where it is usable, else by text recognition,
/// decided page by page. The source must outlive it. Not thread-safe.
class PageReader
{
public:
    /// `recogniser` is one that is loaded already and outlives the reader; without one it loads its own when it is
    /// needed.
    explicit PageReader(const PageSource &source, PictureReader *recogniser = nullptr);
    ~PageReader();

    /// Reads a page (from 0).
    ReadPage read(int page);

private:
    ReadPage readWords(int page);
    ReadPage recognise(int page);

    const PageSource &m_source;
    PictureReader *m_recogniser;
    std::unique_ptr<PictureReader> m_own;
};

/// Reads the pages with these numbers (from 1); `recogniser` as for PageReader.
std::vector<ReadPage> readPages(const PageSource &source, const std::vector<int> &numbers,
                                PictureReader *recogniser = nullptr);

enum class Drawings { Rules, RulesAndBoxes };

/// Paints a page and adds the lines that are drawn between its words, unless it was recognised; with boxes, puts those
/// that are small among its words as "☐" and "☒" (drawnboxes.h).
void addDrawings(const PageSource &source, ReadPage &page, Drawings wanted);

/// Whether a text layer holds readable words and not only stamps or glyphs without a meaning.
bool isUsable(const std::vector<Word> &words);

} // namespace xs::document
