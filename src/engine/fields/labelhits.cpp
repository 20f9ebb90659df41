// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fields/labelhits.h"

#include "engine/text/addresswords.h"
#include "engine/text/words.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr int longestLabel = 6;
constexpr double leastSimilarity = 0.4;
constexpr int mostWordsOfRest = 4;
constexpr int mostWordsOfGloss = 8;
constexpr double worthOfWhole = 0.1, leastSimilarityOfWhole = 0.85;
constexpr int fewestWordsOfProse = 6;
constexpr qsizetype longestPreposition = 4;
constexpr double worthOfPreposition = 0.6;
/// "7 List account numbers here": the words of a line that may stand between its number and its label, and one.
constexpr int farthestFromNumber = 3;
constexpr int mostWordsOfSection = 8;
/// Against the usual words of the page.
constexpr double tallSection = 1.12;
constexpr double worthOfSection = 0.96;

bool isSentenceWord(const QString &word)
{
    return !word.isEmpty() && word[0].isLower() && word.size() > 1;
}

bool isColonBehind(const QString &word)
{
    return word.endsWith(u':') || word.endsWith(u'：');
}

/// "Consignee (Name & Address) (收货人):": where brackets end that explain or translate a label up to its colon; 0
/// where there are none.
int endOfGloss(const Text &text, int first, int last)
{
    if (!text.tokens[first].text.startsWith(u'('))
        return 0;
    const auto end = std::min(last, first + mostWordsOfGloss);
    int open = 0;
    for (int t = first; t < end; ++t) {
        const auto &word = text.tokens[t].text;
        open += int(word.count(u'(')) - int(word.count(u')'));
        const auto next = t + 1 < last ? QStringView(text.tokens[t + 1].text) : QStringView();
        if (open > 0)
            continue;
        if (isColonBehind(word))
            return t + 1;
        if (next == u":"_s)
            return t + 2;
        if (!next.startsWith(u'('))
            return 0;
    }
    return 0;
}

/// A line that says what the fields below it are about.
bool isSectionHeading(const Text &text, const Line &line)
{
    if (line.segments.size() != 1 || line.tokens.size() > mostWordsOfSection)
        return false;
    const auto words = text.textOf(line.tokens);
    const auto letters = lettersIn(words);
    const auto digits = digitsIn(words);
    if (letters < 4 || 3 * digits > letters)
        return false;
    const auto &first = text.tokens[line.tokens.first].text;
    const auto isNumbered = line.tokens.size() > 1 && first.size() <= 3 &&
                            (first.endsWith(u'.') || first.endsWith(u')')) &&
                            (first[0].isUpper() || first[0].isDigit());
    return isNumbered || words == words.toUpper() || line.wordHeight > tallSection * text.page(line.page).wordHeight;
}

/// How well a label fits a field with what its section's heading adds.
double inSection(const FieldSpec &field, BagView label, const Bag &section)
{
    Bag both(label.begin(), label.end());
    both.insert(both.end(), section.begin(), section.end());
    return worthOfSection * labelSimilarity(field, both);
}

/// Which fields each word may label: those that a sense of it labels. Most words say nothing of most fields.
class WantedWords
{
public:
    WantedWords(const LabelIndex &labels, const std::vector<FieldSpec> &fields, const Span &tokens)
        : m_first(tokens.first)
    {
        QHash<quint64, std::vector<std::size_t>> wanted;
        quint64 signature = 0;
        for (std::size_t f = 0; f < fields.size(); ++f)
            for (const auto &variant : fields[f].labels) {
                signature |= variant.signature;
                for (const auto &meaning : variant.bag)
                    for (const auto sense : meaning.senses())
                        if (auto &list = wanted[sense]; list.empty() || list.back() != f)
                            list.push_back(f);
            }
        m_starts.reserve(std::size_t(tokens.size()) + 1);
        for (int t = tokens.first; t < tokens.last; ++t) {
            m_starts.push_back(m_fields.size());
            for (const auto &meaning : labels.bagOf({t, t + 1}))
                if ((meaning.signature() & signature) != 0)
                    for (const auto sense : meaning.senses())
                        if (const auto list = wanted.constFind(sense); list != wanted.constEnd())
                            m_fields.insert(m_fields.end(), list->begin(), list->end());
        }
        m_starts.push_back(m_fields.size());
    }

    /// A field may come twice.
    std::span<const std::size_t> fieldsOf(int token) const
    {
        const auto at = m_fields.begin();
        const auto word = std::size_t(token - m_first);
        return {at + std::ptrdiff_t(m_starts[word]), at + std::ptrdiff_t(m_starts[word + 1])};
    }

private:
    int m_first = 0;
    std::vector<std::size_t> m_starts;
    std::vector<std::size_t> m_fields;
};

} // namespace

LabelIndex::LabelIndex(const Text &text, const Lexicon &lexicon) : m_text(text), m_words(text.tokens.size() + 1)
{
    QStringList words;
    std::vector<int> places;
    std::vector<bool> continued;
    for (const auto &segment : text.segments) {
        words.clear();
        places.clear();
        for (int i = segment.tokens.first; i < segment.tokens.last; ++i) {
            const auto &token = text.tokens[i].text;
            m_words[i].hasColon = isColonBehind(token);
            // "First name(s)": one or several.
            static const QRegularExpression plural(uR"((?<=\w)\((?:s|es|n|en|e|r)\):?$)"_s);
            const auto ends = i + 1 == segment.tokens.last;
            const auto parts = sentenceWords(ends && token.contains(u'(') ? QString(token).remove(plural) : token);
            m_words[i].isBlank = parts.isEmpty();
            for (const auto &part : parts) {
                words << part;
                places.push_back(i);
            }
        }
        const auto meanings = lexicon.meanings(words, &continued);
        auto at = segment.tokens.first;
        for (std::size_t k = 0; k < meanings.size(); ++k) {
            for (; at <= places[k]; ++at)
                m_words[at].meaning = m_meanings.size();
            auto &word = m_words[places[k]];
            m_meanings.insert(m_meanings.end(), meanings[k].begin(), meanings[k].end());
            word.continues |= continued[k] && (k == 0 || places[k - 1] != places[k]);
            // "Deliver to": the first word of a phrase need not be known by itself.
            const auto beginsPhrase = k + 1 < continued.size() && continued[k + 1];
            const auto &own = words[qsizetype(k)];
            word.isKnown |= meanings[k].size() != 1 || beginsPhrase || lexicon.knows(own) || lexicon.isIgnored(own);
        }
        for (; at <= segment.tokens.last; ++at)
            m_words[at].meaning = m_meanings.size();
    }
    findSections();
}

void LabelIndex::findSections()
{
    m_sections.resize(m_text.segments.size());
    Span heading;
    int page = 0;
    for (const auto &line : m_text.lines) {
        if (line.page != page)
            heading = {};
        page = line.page;
        if (isSectionHeading(m_text, line))
            heading = line.tokens;
        else
            std::fill(m_sections.begin() + line.segments.first, m_sections.begin() + line.segments.last, heading);
    }
}

std::vector<Bag> LabelIndex::sectionWords(const std::vector<FieldSpec> &fields, const Span &heading) const
{
    std::vector<Bag> words(fields.size());
    for (const auto &meaning : bagOf(heading))
        for (std::size_t f = 0; f < fields.size(); ++f)
            for (const auto &variant : fields[f].labels)
                if (isIn(meaning, variant.bag)) {
                    words[f].push_back(meaning);
                    break;
                }
    return words;
}

BagView LabelIndex::bagOf(const Span &span) const
{
    if (span.isEmpty())
        return {};
    const auto first = m_words[span.first].meaning;
    return BagView(m_meanings).subspan(first, m_words[span.last].meaning - first);
}

/// "4.0 %": the sign says what the number is and labels nothing behind it.
bool LabelIndex::isSignOfNumber(int token) const
{
    return token > 0 && m_text.tokens[token].text == "%"_L1 && m_text.tokens[token - 1].text.back().isDigit() &&
           m_text.tokens[token - 1].segment == m_text.tokens[token].segment;
}

std::vector<std::vector<LabelHit>> LabelIndex::hits(const std::vector<FieldSpec> &fields, const Span &segments,
                                                    std::size_t most) const
{
    std::vector<std::vector<LabelHit>> result(fields.size());
    if (segments.isEmpty())
        return result;
    const WantedWords wanted(
        *this, fields, {m_text.segments[segments.first].tokens.first, m_text.segments[segments.last - 1].tokens.last});
    std::vector<std::size_t> numbered;
    for (std::size_t f = 0; f < fields.size(); ++f)
        if (!fields[f].lineNumber.isEmpty())
            numbered.push_back(f);
    std::vector<bool> isPossible(fields.size());
    std::vector<std::size_t> possible, named;
    std::vector<double> similarities(fields.size());
    std::vector<std::vector<LabelHit>> here(fields.size());
    std::vector<Bag> section;
    Span heading;
    for (int s = segments.first; s < segments.last; ++s) {
        const auto &segment = m_text.segments[s];
        if (m_sections[s] != heading) {
            heading = m_sections[s];
            section = sectionWords(fields, heading);
        }
        named = numbered;
        for (int first = segment.tokens.first; first < segment.tokens.last; ++first) {
            if (wanted.fieldsOf(first).empty() || isSignOfNumber(first))
                continue;
            for (int last = first + 1; last <= std::min(segment.tokens.last, first + longestLabel); ++last) {
                if (bagOf(last - 1).empty() && last - 1 > first)
                    continue;
                for (const auto f : wanted.fieldsOf(last - 1))
                    if (!isPossible[f]) {
                        isPossible[f] = true;
                        possible.push_back(f);
                    }
                const auto label = bagOf(Span{first, last});
                double best = 0;
                for (const auto f : possible) {
                    const auto hasSection = !heading.isEmpty() && !section[f].empty();
                    similarities[f] = labelSimilarity(fields[f], label, hasSection ? 0 : leastSimilarity);
                    if (similarities[f] > 0 && hasSection)
                        similarities[f] = std::max(similarities[f], inSection(fields[f], label, section[f]));
                    best = std::max(best, similarities[f]);
                }
                if (best >= leastSimilarity) {
                    LabelHit hit{{first, last}, s, 0, best};
                    for (const auto f : possible) {
                        if (similarities[f] >= leastSimilarity) {
                            hit.similarity = similarities[f];
                            if (here[f].empty() && fields[f].lineNumber.isEmpty())
                                named.push_back(f);
                            here[f].push_back(hit);
                        }
                    }
                }
                if (m_words[last - 1].hasColon)
                    break;
            }
            for (const auto f : possible)
                isPossible[f] = false;
            possible.clear();
        }
        for (const auto f : named) {
            preferNumbered(fields[f], here[f]);
            addNumbered(fields[f], s, here[f]);
            // Of overlapping spans the most similar counts, and the longer of equal ones. "Exporting carrier", which a
            // description says, is one label though "carrier" is the field's name. Who wants all hits reads heads of
            // tables, where labels stand close together.
            const auto worth = [&](const LabelHit &hit) {
                const auto isWhole = most != std::size_t(-1) && hit.similarity >= leastSimilarityOfWhole &&
                                     hit.span.first == segment.tokens.first &&
                                     (hit.span.last == segment.tokens.last || m_words[hit.span.last - 1].hasColon);
                return hit.similarity + (isWhole ? worthOfWhole : 0);
            };
            std::ranges::stable_sort(here[f], [&worth](const LabelHit &a, const LabelHit &b) {
                const auto first = worth(a), second = worth(b);
                return first != second ? first > second : a.span.size() > b.span.size();
            });
            const auto kept = result[f].size();
            for (const auto &hit : here[f])
                if (std::none_of(result[f].begin() + std::ptrdiff_t(kept), result[f].end(),
                                 [&hit](const LabelHit &other) { return other.span.overlaps(hit.span); }))
                    result[f].push_back(hit);
            for (auto own = result[f].begin() + std::ptrdiff_t(kept); own != result[f].end(); ++own) {
                finishLabel(fields[f], *own);
                describe(*own);
            }
            here[f].clear();
        }
    }
    for (auto &list : result) {
        std::ranges::stable_sort(list, [](const LabelHit &a, const LabelHit &b) {
            return a.similarity - 0.2 * a.inSentence + 0.1 * a.endsWithColon >
                   b.similarity - 0.2 * b.inSentence + 0.1 * b.endsWithColon;
        });
        if (list.size() > most)
            list.resize(most);
    }
    return result;
}

/// Takes in the words that end a label though they add nothing to what it says: the rest of a phrase ("bill to"), and
/// short words up to the end of the segment that also say what the field is ("street and number").
void LabelIndex::finishLabel(const FieldSpec &field, LabelHit &hit) const
{
    const auto &segment = m_text.segments[hit.segment].tokens;
    // "invoice 4711 del 9/9", "vom 26.04.": a date's, but hardly the one that is asked for.
    const auto &word = m_text.tokens[hit.span.first].text;
    if (field.kind == ValueKind::Date && hit.span.size() == 1 && word.size() <= longestPreposition &&
        word == word.toLower() && !m_words[hit.span.first].hasColon)
        hit.similarity *= worthOfPreposition;
    while (hit.span.last < segment.last && m_words[hit.span.last].continues && !m_words[hit.span.last - 1].hasColon)
        ++hit.span.last;
    if (m_words[hit.span.last - 1].hasColon || hit.span.last == segment.last)
        return;
    if (const auto end = endOfGloss(m_text, hit.span.last, segment.last); end > 0) {
        hit.span.last = end;
        return;
    }
    int last = hit.span.last;
    bool says = false;
    for (; last < segment.last && last - hit.span.last < mostWordsOfRest && !m_text.tokens[last].text.startsWith(u'(');
         ++last) {
        const auto &word = m_words[last];
        const auto bag = bagOf(last);
        const auto ofField =
            std::ranges::all_of(bag, [&field](const Meaning &meaning) { return isIn(meaning, field.all); });
        if (word.isBlank || !ofField)
            return;
        says |= !bag.empty();
        if (word.hasColon) {
            ++last;
            break;
        }
    }
    const auto ends = last == segment.last || m_words[last - 1].hasColon || m_text.tokens[last].text.startsWith(u'(');
    if (ends && says)
        hit.span.last = last;
}

void LabelIndex::addNumbered(const FieldSpec &field, int segment, std::vector<LabelHit> &hits) const
{
    if (field.lineNumber.isEmpty())
        return;
    auto words = m_text.segments[segment].tokens;
    auto number = m_text.tokens[words.first].text;
    while (!number.isEmpty() && !number.back().isLetterOrNumber())
        number.chop(1);
    if (number != field.lineNumber)
        return;
    // The number may stand in a column of its own.
    if (words.size() == 1) {
        const auto next = segment + 1;
        if (next >= m_text.lines[m_text.segments[segment].line].segments.last)
            return;
        segment = next;
        words = m_text.segments[next].tokens;
    } else {
        ++words.first;
    }
    const auto letters = m_text.textOf(words);
    if (lettersIn(letters) < 3)
        return;
    LabelHit hit{words, segment, 0.9, 0.9};
    hit.isNumbered = true;
    hits.push_back(hit);
}

/// Where the schema names the line of the form, a label behind another number is not the field's.
void LabelIndex::preferNumbered(const FieldSpec &field, std::vector<LabelHit> &hits) const
{
    if (field.lineNumber.isEmpty())
        return;
    for (auto &hit : hits) {
        const auto &segment = m_text.segments[hit.segment].tokens;
        if (hit.span.first <= segment.first || hit.span.first > segment.first + farthestFromNumber)
            continue;
        auto number = m_text.tokens[segment.first].text;
        while (!number.isEmpty() && !number.back().isLetterOrNumber())
            number.chop(1);
        const auto isNumber = !number.isEmpty() && number.size() <= 3 && number[0].isDigit();
        hit.isNumbered = number == field.lineNumber;
        if (hit.isNumbered)
            hit.similarity = 1;
        else if (isNumber)
            hit.similarity *= 0.7;
    }
}

/// Sets what is known of the place where a label stands.
void LabelIndex::describe(LabelHit &hit) const
{
    const auto &segment = m_text.segments[hit.segment].tokens;
    const auto [first, last] = hit.span;
    // Forms number their labels and explain them in brackets: "5 Address (number, street)".
    hit.startsSegment =
        first == segment.first || (first == segment.first + 1 && m_text.tokens[first - 1].text.size() <= 2);
    hit.endsSegment = last == segment.last || m_text.tokens[last].text.startsWith(u'(');
    hit.endsWithColon =
        m_words[last - 1].hasColon || (last < segment.last && m_text.tokens[last].text.startsWith(u':'));
    const auto before =
        first > segment.first && isSentenceWord(m_text.tokens[first - 1].text) && !m_words[first - 1].hasColon;
    const auto after = last < segment.last && isSentenceWord(m_text.tokens[last].text) && !hit.endsWithColon;
    hit.inSentence = before || after;
    hit.inProse = !hit.startsSegment && !hit.endsWithColon && segment.size() - hit.span.size() >= fewestWordsOfProse;
    if (hit.isNumbered || isInBrackets(segment)) {
        hit.startsSegment = hit.endsSegment = true;
        hit.inSentence = hit.inProse = false;
    }
}

int LabelIndex::nextLabel(const Span &span) const
{
    for (int i = span.first + 1; i < span.last; ++i) {
        if (!m_words[i].hasColon && m_text.tokens[i].text != ":"_L1)
            continue;
        // The words before the colon that the lexicon knows are the label; at least the one before it.
        int first = m_text.tokens[i].text == ":"_L1 ? i - 1 : i;
        while (first - 1 > span.first && m_words[first - 1].isKnown && !m_words[first - 1].isBlank && i - first < 4)
            --first;
        // Only a label: "Ship to:" beside "Bill to:".
        if (first - 1 == span.first && m_words[span.first].isKnown && !m_words[span.first].isBlank &&
            !bagOf(span.first).empty() && m_words[first].continues)
            return span.first;
        if (first > span.first && std::ranges::any_of(m_text.tokens[first].text, [](QChar c) { return c.isLetter(); }))
            return first;
    }
    return span.last;
}

bool LabelIndex::isInBrackets(const Span &span) const
{
    if (span.isEmpty())
        return false;
    const auto &first = m_text.tokens[span.first].text;
    const auto &last = m_text.tokens[span.last - 1].text;
    // "(503) 671-6453" and "(a) … (b)" close their first bracket before the end.
    return first.startsWith(u'(') && last.endsWith(u')') && (span.size() == 1 || !first.contains(u')'));
}

bool LabelIndex::looksLikeLabel(const Span &span) const
{
    if (span.isEmpty())
        return false;
    if (m_words[span.last - 1].hasColon || m_text.tokens[span.first].numbersBox)
        return true;
    constexpr qsizetype longestPossessive = 9;
    int words = 0;
    for (int i = span.first; i < span.last; ++i) {
        const auto &token = m_text.tokens[i].text;
        if (m_words[i].isBlank)
            continue;
        if (hasDigit(token))
            return false;
        // "Your order": whose it is labels nothing by itself, and takes nothing away.
        const auto word = token.size() <= longestPossessive ? key(token) : QString();
        if (!word.isEmpty() && (isPossessive(word, true) || isPossessive(word, false)))
            continue;
        if (!m_words[i].continues && (!m_words[i].isKnown || bagOf(i).empty()))
            return false;
        ++words;
    }
    return words > 0 && words <= 4;
}

} // namespace xs::engine
