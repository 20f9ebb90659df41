// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/entrytitle.h"

#include "engine/fields/sectionnames.h"
#include "engine/text/addresswords.h"
#include "engine/text/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr int mostWordsOfPlace = 5;
constexpr int fewestWordsOfRemark = 3;
/// Shorter words before a full stop are abbreviations.
constexpr qsizetype shortestEnd = 5;

bool isDash(const QString &word)
{
    return word.size() == 1 && u"-–—|•·@"_s.contains(word[0]);
}

bool isArticle(const QString &word)
{
    return word == "the"_L1 || word == "der"_L1 || word == "die"_L1 || word == "la"_L1 || word == "le"_L1;
}

} // namespace

bool EntryTitles::isInstitution(const Phrase &words) const
{
    return std::ranges::any_of(words.spans(), [this](const Span &span) {
        return hasCompanyForm(m_text, span) || hasInstitutionWord(m_text, span);
    });
}

TitleParts EntryTitles::partsOf(const SectionEntry &entry) const
{
    TitleParts parts;
    auto title = entry.title;
    auto note = entry.note;
    // A title of one thing may go on in the line below a period.
    if (title.size() == 1 && note && m_wish.texts >= 2 && cutInTwo(withoutRemarks(title.front().words)).size() == 1) {
        title.push_back(*note);
        note.reset();
    }
    std::vector<Phrase> lines;
    for (const auto &line : title) {
        lines.push_back(withoutRemarks(line.words));
        if (parts.place.isEmpty())
            parts.place = line.beside;
    }
    Phrase rest;
    if (m_wish.place && parts.place.isEmpty() && !entry.belowPeriod.isEmpty() &&
        !hasDigit(entry.belowPeriod.text(m_text)) && !entry.belowPeriod.text(m_text).startsWith(u'('))
        parts.place = entry.belowPeriod;
    if (m_wish.place && parts.place.isEmpty())
        parts.place = cutPlace(lines, rest);
    parts.texts = textsOf(lines);
    if (!rest.isEmpty())
        parts.texts.push_back(rest);
    else if (note && parts.texts.size() == 2)
        parts.texts.push_back(note->words);
    return parts;
}

/// A title ends with its first sentence where other remarks follow: "PhD, University of Northam. Thesis: …"
Phrase EntryTitles::withoutRemarks(const Phrase &line) const
{
    for (int i = 0; i + 1 < line.size(); ++i) {
        const auto &word = line.word(m_text, i), &next = line.word(m_text, i + 1);
        if ((word.endsWith(u'.') || word.endsWith(")."_L1)) && word.size() >= shortestEnd &&
            word[0].isLetterOrNumber() && next[0].isUpper() && next.endsWith(u':') &&
            isInstitution(line.part(0, i + 1)))
            return withoutBrackets(line.part(0, i + 1));
        // "PhD - Thesis title: …"
        for (int k = i + 1; i > 0 && isDash(word) && k <= i + 2 && k < line.size(); ++k)
            if (line.word(m_text, k).endsWith(u':'))
                return line.part(0, i);
    }
    return withoutBrackets(line);
}

bool EntryTitles::isSentence(const Phrase &words) const
{
    return !words.isEmpty() && words.word(m_text, words.size() - 1).endsWith(u'.');
}

/// Without brackets at the end that explain: of many words, or with figures.
Phrase EntryTitles::withoutBrackets(const Phrase &words) const
{
    if (words.isEmpty())
        return words;
    const auto &last = words.word(m_text, words.size() - 1);
    if (!last.endsWith(u')') && !last.endsWith(")."_L1))
        return words;
    auto open = words.size() - 1;
    while (open > 0 && !words.word(m_text, open).startsWith(u'('))
        --open;
    const auto inside = words.part(open, words.size());
    const auto explains = inside.size() >= fewestWordsOfRemark || hasDigit(inside.text(m_text));
    return open > 0 && explains ? words.part(0, open) : words;
}

std::vector<int> EntryTitles::commasIn(const Phrase &words) const
{
    std::vector<int> commas;
    for (int i = 0; i + 1 < words.size(); ++i)
        if (words.word(m_text, i).endsWith(u',') && !isCompanyForm(words.word(m_text, i + 1)))
            commas.push_back(i);
    return commas;
}

std::vector<int> EntryTitles::dashesIn(const Phrase &words) const
{
    std::vector<int> dashes;
    for (int i = 1; i + 1 < words.size(); ++i)
        if (isDash(words.word(m_text, i)))
            dashes.push_back(i);
    return dashes;
}

/// Takes the place off the line that has one: "Company, Town, Country", "Company · Town", or "Post, Company, Town" in
/// one line. `rest` is what stands behind it.
Phrase EntryTitles::cutPlace(std::vector<Phrase> &lines, Phrase &rest) const
{
    const auto isPlace = [this](const Phrase &words) {
        return !words.isEmpty() && words.size() <= mostWordsOfPlace && !hasDigit(words.text(m_text));
    };
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        const auto dashes = dashesIn(*line);
        const auto end = dashes.empty() ? line->size() : dashes.back();
        const auto commas = commasIn(line->part(0, end));
        // A single line begins with the post: its first comma stands before the organisation.
        const std::size_t before = lines.size() == 1 && dashes.empty() ? 1 : 0;
        if (commas.size() > before) {
            auto at = commas[before];
            for (const auto comma : commas)
                if (isInstitution(line->part(0, comma + 1)) && comma > at && !isInstitution(line->part(0, at + 1)))
                    at = comma;
            const auto behind = line->part(at + 1, end);
            if (!hasDigit(behind.text(m_text)) && at >= (dashes.size() > 1 ? dashes.front() : 0)) {
                rest = line->part(end + 1, line->size());
                *line = line->part(0, at + 1);
                const auto next = commasIn(behind);
                return m_wish.townOnly && !next.empty() ? behind.part(0, next.front() + 1) : behind;
            }
        }
        if (dashes.size() > (lines.size() == 1 ? 1U : 0U) && isPlace(line->part(end + 1, line->size()))) {
            const auto place = line->part(end + 1, line->size());
            *line = line->part(0, end);
            return place;
        }
    }
    return {};
}

/// Post and employer, degree and school: two lines, or one line cut before the organisation.
std::vector<Phrase> EntryTitles::textsOf(const std::vector<Phrase> &lines) const
{
    if (lines.empty())
        return {};
    if (m_wish.texts == 1 && !m_wish.organisation)
        return cutInTwo(lines.front());
    if (lines.size() >= 2) {
        auto parts = cutInTwo(lines.front());
        if (parts.size() == 2 && (isInstitution(parts[1]) || isSentence(parts[0])))
            return parts;
        parts = {lines.begin(), lines.begin() + 2};
        // What follows the school behind a dash or a dot is no part of its name.
        if (const auto dashes = dashesIn(parts[1]); !m_wish.place && !dashes.empty())
            parts[1] = parts[1].part(0, dashes.front());
        return parts;
    }
    auto parts = cutInTwo(lines.front());
    if (parts.size() == 1 && m_wish.texts >= 2)
        parts = cutBracket(lines.front());
    if (parts.size() == 2 && m_wish.texts > 2) {
        const auto commas = commasIn(parts.front());
        if (!commas.empty()) {
            const auto whole = parts.front();
            parts.front() = whole.part(0, commas.front() + 1);
            parts.insert(parts.begin() + 1, whole.part(commas.front() + 1, whole.size()));
        }
    }
    return parts;
}

/// "Digital archives (Harbour Foundation)"
std::vector<Phrase> EntryTitles::cutBracket(const Phrase &line) const
{
    for (int i = 1; i < line.size(); ++i)
        if (line.word(m_text, i).startsWith(u'(') && line.word(m_text, line.size() - 1).endsWith(u')'))
            return {line.part(0, i), line.part(i, line.size())};
    return {line};
}

std::vector<Phrase> EntryTitles::cutInTwo(const Phrase &line) const
{
    int dash = -1, lastCut = -1, firstComma = -1, lastComma = -1, at = -1, sentence = -1;
    for (int i = 0; i + 1 < line.size(); ++i) {
        const auto &word = line.word(m_text, i), &next = line.word(m_text, i + 1);
        const auto isOwnDash = i > 0 && isDash(word), isComma = word.endsWith(u',') && !isCompanyForm(next),
                   // "University of Northam at Westley" is one name.
            isAt = i > 0 && isEntryWord(word, EntryWord::At) && !isInstitution(line.part(0, i)),
                   isEnd = (word.endsWith(u'.') && word.size() >= shortestEnd && next[0].isUpper()) ||
                           (word.endsWith(u':') && word.size() >= shortestEnd);
        if (!isOwnDash && !isComma && !isAt && !isEnd)
            continue;
        dash = isOwnDash && dash < 0 ? i : dash;
        at = isAt && at < 0 ? i : at;
        sentence = isEnd && sentence < 0 ? i : sentence;
        firstComma = isComma && firstComma < 0 ? i : firstComma;
        lastComma = isComma ? i : lastComma;
        if (isInstitution(line.part(i + 1, line.size())) && !isEnd)
            lastCut = i;
    }
    const auto comma = m_wish.organisation ? lastComma : firstComma;
    const auto cut = at >= 0 ? at : sentence >= 0 ? sentence : lastCut >= 0 ? lastCut : dash >= 0 ? dash : comma;
    if (cut < 0)
        return {line};
    const auto &word = line.word(m_text, cut);
    const auto isOnlySign = cut == at || isDash(word);
    auto second = line.part(cut + 1, line.size());
    if (cut == at && second.size() > 1 && isArticle(second.word(m_text, 0)))
        second = second.part(1, second.size());
    return {line.part(0, cut + (isOnlySign ? 0 : 1)), second};
}

} // namespace xs::engine
