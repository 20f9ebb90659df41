// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/lexicon.h"

#include "engine/text/data.h"
#include "engine/text/words.h"

#include <QStringTokenizer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr qsizetype shortestPart = 3;
/// Shorter words are abbreviations more often than not.
constexpr qsizetype shortestEnglish = 4;
constexpr double unknownWordWeight = 0.9;
constexpr double singleLetterWeight = 0.2;

char16_t codeOf(QChar c)
{
    return c.unicode();
}

char16_t codeOf(char latin)
{
    return uchar(latin);
}

template <typename Name>
quint64 senseOf(const Name &name)
{
    auto sense = Sense::start;
    for (const auto c : name)
        sense = Sense::next(sense, codeOf(c));
    return sense;
}

/// A word without the endings that words of one meaning differ in: "laws", "governed", "governing".
QStringView stemOf(QStringView word)
{
    constexpr qsizetype shortestStem = 4;
    for (const auto ending : {"ing"_L1, "ed"_L1})
        if (word.endsWith(ending) && word.size() - ending.size() >= shortestStem)
            return word.chopped(ending.size());
    if (word.size() >= shortestStem && word.endsWith(u's') && !word.endsWith("ss"_L1))
        return word.chopped(1);
    return word;
}

/// All readings of a bag, each as its senses in order, at most a few.
void addReadings(const Bag &bag, std::vector<quint64> read, std::vector<std::vector<quint64>> &readings)
{
    if (readings.size() >= 24)
        return;
    if (read.size() == bag.size()) {
        std::ranges::sort(read);
        readings.push_back(std::move(read));
        return;
    }
    for (const auto sense : bag[read.size()].senses()) {
        auto longer = read;
        longer.push_back(sense);
        addReadings(bag, std::move(longer), readings);
    }
}

} // namespace

bool Meaning::hasSensesOf(const Meaning &other) const
{
    return std::ranges::equal(senses(), other.senses());
}

quint64 signatureOf(BagView bag)
{
    quint64 bits = 0;
    for (const auto &meaning : bag)
        bits |= meaning.signature();
    return bits;
}

bool isIn(const Meaning &meaning, BagView bag)
{
    return std::ranges::any_of(bag, [&meaning](const Meaning &other) { return other.shares(meaning); });
}

const Lexicon &Lexicon::standard()
{
    static const Lexicon lexicon(engineData("lexicon"));
    return lexicon;
}

Lexicon::Lexicon(const Json &data)
{
    learnPhrases(member(data, "atoms"));
    for (const auto &[language, list] : member(data, "ignored").items())
        for (const auto &word : list)
            m_ignored.insert(fold(toQString(word)));
    for (const auto &[name, list] : member(data, "harmless").items())
        for (const auto &other : list)
            m_harmless[senseOf(toQString(name))].push_back(senseOf(toQString(other)));
    for (const auto &[name, list] : member(data, "also").items()) {
        std::vector<quint64> senses;
        for (const auto &meaning : named(toQString(name)))
            senses.push_back(meaning.firstSense());
        std::ranges::sort(senses);
        m_longestAlternative = std::max(m_longestAlternative, senses.size());
        for (const auto &other : list)
            m_alternatives[senses].push_back(named(toQString(other)));
    }
}

void Lexicon::learnPhrases(const Json &atoms)
{
    struct Learned
    {
        std::vector<quint64> senses;
        double weight = 0;
    };
    QHash<QString, Learned> learned;
    const auto learn = [&](const QString &phrase, const QString &name) {
        auto &[senses, weight] = learned[phrase];
        const auto sense = senseOf(name);
        if (std::ranges::find(senses, sense) == senses.end())
            senses.push_back(sense);
        weight = std::max(weight, m_weights.value(name));
    };
    for (const auto &[name, atom] : atoms.items()) {
        const auto meaning = toQString(name);
        QStringList english;
        for (const auto &word : member(member(atom, "words"), "en"))
            english << sentenceWords(toQString(word)).join(u' ');
        for (const auto &phrase : english)
            m_englishPhrases.insert(phrase, true);
        m_weights.insert(meaning, numberMember(atom, "weight").value_or(1));
        m_english.insert(senseOf(meaning), english.value(0, meaning));
        learn(fold(meaning), meaning);
        for (const auto &[language, list] : member(atom, "words").items())
            for (const auto &word : list)
                learn(sentenceWords(toQString(word)).join(u' '), meaning);
    }
    for (auto [phrase, what] : learned.asKeyValueRange()) {
        const auto first = what.senses.front();
        const auto *ambiguous = what.senses.size() > 1 ? &m_ambiguous.emplace_back(std::move(what.senses)) : nullptr;
        m_phrases.emplace(phrase, Meaning(first, what.weight, ambiguous));
        auto &longest = m_longest[phrase.section(u' ', 0, 0)];
        longest = std::max(longest, phrase.count(u' ') + 1);
    }
}

const Meaning *Lexicon::phrase(QStringView words) const
{
    const auto found = m_phrases.find(words);
    return found == m_phrases.end() ? nullptr : &found->second;
}

std::vector<quint64> Lexicon::harmlessBeside(BagView bag) const
{
    std::vector<quint64> harmless;
    for (const auto &meaning : bag)
        for (const auto sense : meaning.senses())
            if (const auto list = m_harmless.constFind(sense); list != m_harmless.constEnd())
                harmless.insert(harmless.end(), list->begin(), list->end());
    return harmless;
}

Bag Lexicon::named(const QString &names) const
{
    Bag bag;
    for (const auto &name : names.split(u' ', Qt::SkipEmptyParts))
        bag.push_back({senseOf(name), m_weights.value(name, unknownWordWeight)});
    return bag;
}

QString Lexicon::english(const Meaning &meaning, const QString &phrase) const
{
    if (phrase.size() >= shortestEnglish && m_englishPhrases.contains(phrase))
        return phrase;
    return m_english.value(meaning.firstSense());
}

bool Lexicon::says(BagView bag, QLatin1StringView name) const
{
    if (bag.empty())
        return false;
    const auto sense = senseOf(name);
    return std::ranges::any_of(bag, [sense](const Meaning &meaning) { return meaning.hasSense(sense); });
}

Meaning Lexicon::unknown(QStringView word) const
{
    return {senseOf(stemOf(word)), word.size() <= 1 ? singleLetterWeight : unknownWordWeight};
}

std::vector<Bag> Lexicon::meanings(const QStringList &words, std::vector<bool> *continued) const
{
    std::vector<Bag> result(std::size_t(words.size()));
    if (continued)
        continued->assign(result.size(), false);
    for (qsizetype i = 0; i < words.size();) {
        qsizetype used = 0;
        const auto begins = m_longest.find(words[i]);
        const auto longest = begins == m_longest.end() ? 0 : std::min(begins->second, words.size() - i);
        auto phrase = longest > 1 ? words.sliced(i, longest).join(u' ') : words[i];
        for (auto length = longest; length >= 1 && used == 0; --length) {
            if (length < longest)
                phrase.chop(words[i + length].size() + 1);
            const auto *found = this->phrase(phrase);
            if (!found)
                continue;
            if (length > 1 || !isIgnored(phrase) || phrase.size() > 2)
                result[std::size_t(i)] = {*found};
            used = length;
            for (qsizetype k = i + 1; continued && k < i + length; ++k)
                (*continued)[std::size_t(k)] = true;
        }
        if (used == 0 && !isIgnored(words[i]))
            result[std::size_t(i)] = compound(words[i]);
        i += std::max<qsizetype>(used, 1);
    }
    return result;
}

/// The parts of a word that marks part.
Bag Lexicon::partsOf(const QString &word, QChar mark) const
{
    Bag parts;
    for (const auto part : qTokenize(word, mark, Qt::SkipEmptyParts)) {
        if (isIgnored(part))
            continue;
        const auto *known = phrase(part);
        // "Rechnungs-Nr."
        if (!known && part.size() > shortestPart && part.endsWith(u's'))
            known = phrase(part.chopped(1));
        parts.push_back(known ? *known : unknown(part));
    }
    return parts;
}

/// Splits "rechnungsnummer", "e-mailadres" or "u.price" into known words; a word without them means itself.
Bag Lexicon::compound(const QString &word) const
{
    for (const auto mark : {u'-', u'/', u'.', u'\'', u'_'})
        if (word.contains(mark))
            return partsOf(word, mark);
    const QStringView letters(word);
    if (word.size() > 4 && word.endsWith(u's'))
        if (const auto *singular = phrase(letters.chopped(1)))
            return {*singular};
    for (auto split = shortestPart; split <= word.size() - 2; ++split) {
        const auto *tail = phrase(letters.sliced(split));
        if (!tail)
            continue;
        const auto head = letters.first(split);
        for (const auto joint : {""_L1, "s"_L1, "n"_L1, "e"_L1, "es"_L1, "en"_L1}) {
            if (!head.endsWith(joint) || head.size() - joint.size() < shortestPart)
                continue;
            if (const auto *front = phrase(head.chopped(joint.size())))
                return {*front, *tail};
        }
        if (word.size() - split >= 5 && split >= 4)
            return {unknown(head.endsWith(u's') ? head.chopped(1) : head), *tail};
    }
    // "kaeufer" is how names in schemas write "Käufer".
    if (word.contains("ae"_L1) || word.contains("oe"_L1) || word.contains("ue"_L1)) {
        auto plain = word;
        plain.replace("ae"_L1, "a"_L1).replace("oe"_L1, "o"_L1).replace("ue"_L1, "u"_L1);
        if (const auto *known = phrase(plain))
            return {*known};
        if (const auto parts = compound(plain); parts.size() > 1)
            return parts;
    }
    return {unknown(word)};
}

Bag Lexicon::bag(const QStringList &words) const
{
    Bag bag;
    for (const auto &part : meanings(words))
        for (const auto &meaning : part)
            if (std::ranges::none_of(bag, [&meaning](const Meaning &other) { return other.hasSensesOf(meaning); }))
                bag.push_back(meaning);
    return bag;
}

std::vector<Bag> Lexicon::alternatives(const Bag &bag) const
{
    std::vector<Bag> result;
    if (bag.size() > m_longestAlternative)
        return result;
    std::vector<std::vector<quint64>> readings;
    addReadings(bag, {}, readings);
    for (const auto &reading : readings)
        if (const auto found = m_alternatives.find(reading); found != m_alternatives.end())
            result.insert(result.end(), found->second.begin(), found->second.end());
    return result;
}

Agreement agreement(BagView first, BagView second)
{
    bool any = false;
    const auto sharedOf = [&any](BagView bag, BagView other) {
        double shared = 0, all = 0;
        for (const auto &meaning : bag) {
            all += meaning.weight();
            if (isIn(meaning, other)) {
                shared += meaning.weight();
                any = true;
            }
        }
        return all > 0 ? shared / all : 0;
    };
    const auto ofFirst = sharedOf(first, second);
    // Most pairs share nothing, which is so from either side.
    return {ofFirst, any ? sharedOf(second, first) : 0};
}

} // namespace xs::engine
