// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tables/sectionentries.h"

namespace xs::engine {

/// What a list asks of an entry's title.
struct TitleWish
{
    /// How many texts the entry's fields ask for beside its place.
    std::size_t texts = 2;
    bool place = false;
    /// One of the texts is an employer, a school and the like.
    bool organisation = true;
    /// Only the town of the place, without its country.
    bool townOnly = false;
};

/// The words of an entry's title: what it says first, second and further, and the place behind them.
struct TitleParts
{
    std::vector<Phrase> texts;
    Phrase place;
};

/// Parts titles of entries: post and employer, degree and school, in two lines or in one.
class EntryTitles
{
public:
    EntryTitles(const Text &text, const TitleWish &wish) : m_text(text), m_wish(wish) {}

    TitleParts partsOf(const SectionEntry &entry) const;
    /// Whether words hold a company's legal form or a school's word.
    bool isInstitution(const Phrase &words) const;

private:
    std::vector<Phrase> textsOf(const std::vector<Phrase> &lines) const;
    std::vector<Phrase> cutInTwo(const Phrase &line) const;
    std::vector<Phrase> cutBracket(const Phrase &line) const;
    Phrase withoutRemarks(const Phrase &line) const;
    Phrase withoutBrackets(const Phrase &words) const;
    bool isSentence(const Phrase &words) const;
    Phrase cutPlace(std::vector<Phrase> &lines, Phrase &rest) const;
    std::vector<int> commasIn(const Phrase &words) const;
    std::vector<int> dashesIn(const Phrase &words) const;

    const Text &m_text;
    TitleWish m_wish;
};

} // namespace xs::engine
