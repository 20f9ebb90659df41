// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/lexicon.h"

#include "engine/text/data.h"
#include "engine/text/words.h"

#include <QVarLengthArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr qsizetype shortestPart = 3;
/// Shorter words are abbreviations more often than not.
constexpr qsizetype shortestEnglish = 4;
constexpr double unknownWordWeight = 0.9;
constexpr double singleLetterWeight = 0.2;

quint64 senseOf(QStringView name)
{
    return qHash(name, 0);
}

/// A word without the endings that words of one meaning differ in: "laws", "governed", "governing".
QString stemOf(const QString &word)
{
    constexpr qsizetype shortestStem = 4;
    for (const auto &ending : {u"ing"_s, u"ed"_s})
        if (word.endsWith(ending) && word.size() - ending.size() >= shortestStem)
            return word.chopped(ending.size());
    if (word.size() >= shortestStem && word.endsWith(u's') && !word.endsWith(u"ss"_s))
        return word.chopped(1);
    return word;
}

/// All readings of a bag as sorted names, at most a few.
void addReadings(const Bag &bag, const QHash<quint64, QString> &names, std::size_t at, QStringList read,
                 QStringList &readings)
{
    if (readings.size() >= 24)
        return;
    if (at == bag.size()) {
        std::ranges::sort(read);
        readings << read.join(u' ');
        return;
    }
    for (const auto sense : bag[at].senses)
        addReadings(bag, names, at + 1, read + QStringList(names.value(sense, u"?"_s)), readings);
}

} // namespace

// Asked for every word and every field, and mostly of one sense each.
bool Meaning::shares(const Meaning &other) const
{
    for (const auto sense : senses)
        for (const auto theirs : other.senses)
            if (sense == theirs)
                return true;
    return false;
}

const Lexicon &Lexicon::standard()
{
    static const Lexicon lexicon(engineData("lexicon"));
    return lexicon;
}

Lexicon::Lexicon(const Json &data)
{
    const auto learn = [this](const QString &phrase, const QString &name) {
        auto &meaning = m_phrases[phrase];
        const auto sense = senseOf(name);
        if (std::ranges::find(meaning.senses, sense) == meaning.senses.end())
            meaning.senses.push_back(sense);
        meaning.weight = std::max(meaning.weight, m_weights.value(name));
    };
    for (const auto &[name, atom] : member(data, "atoms").items()) {
        const auto meaning = toQString(name);
        QStringList english;
        for (const auto &word : member(member(atom, "words"), "en"))
            english << sentenceWords(toQString(word)).join(u' ');
        for (const auto &phrase : english)
            m_englishPhrases.insert(phrase, true);
        m_weights.insert(meaning, numberMember(atom, "weight").value_or(1));
        m_names.insert(senseOf(meaning), meaning);
        m_english.insert(senseOf(meaning), english.value(0, meaning));
        learn(fold(meaning), meaning);
        for (const auto &[language, list] : member(atom, "words").items()) {
            for (const auto &word : list) {
                const auto words = sentenceWords(toQString(word));
                learn(words.join(u' '), meaning);
                m_longestPhrase = std::max(m_longestPhrase, words.size());
            }
        }
    }
    for (const auto &[language, list] : member(data, "ignored").items())
        for (const auto &word : list)
            m_ignored.insert(fold(toQString(word)), true);
    for (const auto &[name, list] : member(data, "harmless").items())
        for (const auto &other : list)
            m_harmless[senseOf(toQString(other))].push_back(senseOf(toQString(name)));
    for (const auto &[name, list] : member(data, "also").items()) {
        auto names = toQString(name).split(u' ');
        std::ranges::sort(names);
        for (const auto &other : list)
            m_alternatives[names.join(u' ')].push_back(named(toQString(other)));
    }
}

bool Lexicon::isHarmless(const Meaning &meaning, const Bag &beside) const
{
    // Most meanings are harmless beside nothing.
    return std::ranges::any_of(meaning.senses, [&](quint64 sense) {
        const auto list = m_harmless.constFind(sense);
        return list != m_harmless.constEnd() && std::ranges::any_of(beside, [&list](const Meaning &other) {
                   return std::ranges::any_of(
                       other.senses, [&list](quint64 s) { return std::ranges::find(*list, s) != list->end(); });
               });
    });
}

Bag Lexicon::named(const QString &names) const
{
    Bag bag;
    for (const auto &name : names.split(u' ', Qt::SkipEmptyParts))
        bag.push_back({{senseOf(name)}, m_weights.value(name, unknownWordWeight)});
    return bag;
}

QString Lexicon::english(const Meaning &meaning, const QString &phrase) const
{
    if (phrase.size() >= shortestEnglish && m_englishPhrases.contains(phrase))
        return phrase;
    return meaning.senses.empty() ? QString() : m_english.value(meaning.senses.front());
}

bool Lexicon::says(const Bag &bag, QLatin1StringView name) const
{
    // Asked too often for a string of its own.
    const QVarLengthArray<char16_t, 32> letters(name.begin(), name.end());
    const auto sense = senseOf({letters.data(), letters.size()});
    return std::ranges::any_of(bag, [sense](const Meaning &meaning) {
        return std::ranges::find(meaning.senses, sense) != meaning.senses.end();
    });
}

Meaning Lexicon::unknown(const QString &word) const
{
    return {{senseOf(stemOf(word))}, word.size() <= 1 ? singleLetterWeight : unknownWordWeight};
}

std::vector<Bag> Lexicon::meanings(const QStringList &words, std::vector<bool> *continued) const
{
    std::vector<Bag> result(std::size_t(words.size()));
    if (continued)
        continued->assign(result.size(), false);
    for (qsizetype i = 0; i < words.size();) {
        qsizetype used = 0;
        const auto longest = std::min(m_longestPhrase, words.size() - i);
        auto phrase = words.sliced(i, longest).join(u' ');
        for (auto length = longest; length >= 1 && used == 0; --length) {
            if (length < longest)
                phrase.chop(words[i + length].size() + 1);
            const auto found = m_phrases.constFind(phrase);
            if (found == m_phrases.constEnd())
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

/// Splits "rechnungsnummer", "e-mailadres" or "u.price" into known words; a word without them means itself.
Bag Lexicon::compound(const QString &word) const
{
    for (const auto mark : {u'-', u'/', u'.', u'\'', u'_'}) {
        if (!word.contains(mark))
            continue;
        Bag parts;
        for (const auto &part : word.split(mark, Qt::SkipEmptyParts)) {
            if (isIgnored(part))
                continue;
            auto known = m_phrases.constFind(part);
            // "Rechnungs-Nr."
            if (known == m_phrases.constEnd() && part.size() > shortestPart && part.endsWith(u's'))
                known = m_phrases.constFind(part.chopped(1));
            parts.push_back(known != m_phrases.constEnd() ? *known : unknown(part));
        }
        return parts;
    }
    if (word.size() > 4 && word.endsWith(u's'))
        if (const auto singular = m_phrases.constFind(word.chopped(1)); singular != m_phrases.constEnd())
            return {*singular};
    for (auto split = shortestPart; split <= word.size() - 2; ++split) {
        const auto tail = m_phrases.constFind(word.sliced(split));
        if (tail == m_phrases.constEnd())
            continue;
        const auto head = word.first(split);
        for (const auto *link : {"", "s", "n", "e", "es", "en"}) {
            const auto joint = QString::fromLatin1(link);
            if (!head.endsWith(joint) || head.size() - joint.size() < shortestPart)
                continue;
            const auto front = m_phrases.constFind(head.chopped(joint.size()));
            if (front != m_phrases.constEnd())
                return {*front, *tail};
        }
        if (word.size() - split >= 5 && split >= 4)
            return {unknown(head.endsWith(u's') ? head.chopped(1) : head), *tail};
    }
    // "kaeufer" is how names in schemas write "Käufer".
    auto plain = word;
    plain.replace(u"ae"_s, u"a"_s).replace(u"oe"_s, u"o"_s).replace(u"ue"_s, u"u"_s);
    if (plain != word) {
        if (const auto known = m_phrases.constFind(plain); known != m_phrases.constEnd())
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
            if (std::ranges::none_of(bag, [&meaning](const Meaning &other) { return other.senses == meaning.senses; }))
                bag.push_back(meaning);
    return bag;
}

std::vector<Bag> Lexicon::alternatives(const Bag &bag) const
{
    QStringList readings;
    addReadings(bag, m_names, 0, {}, readings);
    std::vector<Bag> result;
    for (const auto &reading : readings)
        for (const auto &other : m_alternatives.value(reading))
            result.push_back(other);
    return result;
}

Agreement agreement(const Bag &first, const Bag &second)
{
    bool any = false;
    const auto sharedOf = [&any](const Bag &bag, const Bag &other) {
        double shared = 0, all = 0;
        for (const auto &meaning : bag) {
            all += meaning.weight;
            if (std::ranges::any_of(other, [&meaning](const Meaning &m) { return m.shares(meaning); })) {
                shared += meaning.weight;
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
