// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fields/fieldspec.h"
#include "engine/text/text.h"

namespace xs::engine {

/// Words of the document that may label a field.
struct LabelHit
{
    Span span;
    int segment = 0;
    double similarity = 0;
    /// Of the field that these words label best.
    double bestOfAnyField = 0;
    bool startsSegment = false;
    /// Ends with a colon or at the end of the segment.
    bool endsWithColon = false;
    bool endsSegment = false;
    /// Stands inside a sentence: words that are part of no label follow or go before.
    bool inSentence = false;
    /// Stands behind other words of a long line, which explains more than it labels.
    bool inProse = false;
    /// Stands behind the number by which the schema names the line of the form.
    bool isNumbered = false;
};

/// What the words of a document mean, and which of them label which field.
class LabelIndex
{
public:
    LabelIndex(const Text &text, const Lexicon &lexicon);

    /// The meaning of a span; owned by the index.
    BagView bagOf(const Span &span) const;
    /// The hits of every field, the best of overlapping ones only, strongest first.
    std::vector<std::vector<LabelHit>> hits(const std::vector<FieldSpec> &fields, const Span &segments,
                                            std::size_t most = 60) const;
    /// The start of the next thing in the span that looks like a label with a colon; span.last when there is none.
    int nextLabel(const Span &span) const;
    /// Whether a whole segment only labels: known words, without digits.
    bool looksLikeLabel(const Span &span) const;
    /// Whether the words stand in brackets from the first to the last.
    bool isInBrackets(const Span &span) const;
    const Text &text() const { return m_text; }

private:
    bool isSignOfNumber(int token) const;
    struct Word
    {
        /// Where the word's meanings begin among those of all words.
        std::size_t meaning = 0;
        bool isKnown = false;
        bool hasColon = false;
        bool isBlank = false;
        /// Goes on with the phrase of the word before it ("to" in "bill to").
        bool continues = false;
    };
    BagView bagOf(int token) const { return bagOf(Span{token, token + 1}); }
    /// Finds the headings of sections: short lines of their own, in capitals, larger or numbered.
    void findSections();
    /// What a section's heading says of each field.
    std::vector<Bag> sectionWords(const std::vector<FieldSpec> &fields, const Span &heading) const;
    void finishLabel(const FieldSpec &field, LabelHit &hit) const;
    void describe(LabelHit &hit) const;
    /// A segment behind the number of the field's line is its label whatever it says.
    void addNumbered(const FieldSpec &field, int segment, std::vector<LabelHit> &hits) const;
    void preferNumbered(const FieldSpec &field, std::vector<LabelHit> &hits) const;

    const Text &m_text;
    /// One for each word of the text, and one behind the last.
    std::vector<Word> m_words;
    /// What all words mean, in their order.
    std::vector<Meaning> m_meanings;
    /// The heading above each segment; empty where there is none.
    std::vector<Span> m_sections;
};

} // namespace xs::engine
