// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QHash>
#include <QStringList>

#include <deque>
#include <initializer_list>
#include <map>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace xs::engine {

/// The bit of 64 that stands for a sense.
constexpr quint64 signatureOf(quint64 sense)
{
    // The upper bits of the product mix all bits of the sense.
    return quint64(1) << ((sense * 0x9E3779B97F4A7C15) >> 58);
}

/// What a name in the lexicon stands for, reckoned while the program is compiled.
class Sense
{
public:
    consteval Sense(const char *name)
    {
        for (; *name != 0; ++name)
            m_value = next(m_value, char16_t(*name));
    }
    constexpr quint64 value() const { return m_value; }

    /// FNV-1a: short, and the same for every kind of string.
    static constexpr quint64 start = 0xcbf29ce484222325;
    static constexpr quint64 next(quint64 sense, char16_t code) { return (sense ^ code) * 0x100000001b3; }

private:
    quint64 m_value = start;
};

/// What one word, one part of a compound or one fixed phrase says. It may be ambiguous ("Stück": a quantity or a unit).
/// Copied without memory of its own: documents have thousands. Lives no longer than its lexicon.
class Meaning
{
public:
    Meaning(quint64 sense, double weight, const std::vector<quint64> *ambiguous = nullptr);

    /// All senses of an ambiguous word, which the lexicon owns, or the only one.
    std::span<const quint64> senses() const;
    quint64 firstSense() const { return m_sense; }
    double weight() const { return m_weight; }
    /// Asked for every word and every field, and mostly of one sense each.
    bool shares(const Meaning &other) const;
    bool hasSensesOf(const Meaning &other) const;
    bool hasSense(quint64 sense) const;
    /// One bit of 64 for each sense: meanings without a common bit share nothing.
    quint64 signature() const { return m_signature; }

private:
    quint64 m_sense;
    double m_weight;
    quint64 m_signature = 0;
    const std::vector<quint64> *m_ambiguous;
};

/// What a label or a field's name says, in any language. A word that the lexicon does not know means itself.
using Bag = std::vector<Meaning>;
/// A bag, or what some words of a document say (labelhits.h), which somebody else owns.
using BagView = std::span<const Meaning>;

/// The bits of all meanings, see Meaning::signature().
quint64 signatureOf(BagView bag);
/// Whether a bag has a sense of the meaning.
bool isIn(const Meaning &meaning, BagView bag);

/// Whether a bag has one of the senses.
bool saysAny(BagView bag, std::initializer_list<Sense> senses);

/// Words of several languages and what they mean ("Rechnung", "facture" → invoice), from resources/engine/lexicon.json.
/// Shared by all threads once built; never changes.
class Lexicon
{
public:
    static const Lexicon &standard();
    explicit Lexicon(const Json &data);
    Lexicon(const Lexicon &) = delete;
    Lexicon &operator=(const Lexicon &) = delete;

    /// What the folded words mean. Several words may have one meaning ("zip code": it is at its first word),
    /// one word may have several ("Rechnungsnummer").
    /// `continued`, when given, says which words only go on with the phrase before them.
    std::vector<Bag> meanings(const QStringList &words, std::vector<bool> *continued = nullptr) const;
    Bag bag(const QStringList &words) const;
    /// The bag of names in the lexicon, separated by blanks ("invoice number").
    Bag named(const QString &names) const;
    /// What a meaning is called in English: `phrase`, which said it, where that is English and no abbreviation. Empty
    /// for a word that the lexicon does not know.
    QString english(const Meaning &meaning, const QString &phrase) const;
    bool says(BagView bag, QLatin1StringView name) const;
    static bool says(BagView bag, Sense sense);
    /// Other ways to say the same, such as "invoice number" → "invoice"; the more usual first.
    std::vector<Bag> alternatives(const Bag &bag) const;
    /// The senses that change nothing beside a bag ("payable" beside "total").
    std::vector<quint64> harmlessBeside(BagView bag) const;
    bool isIgnored(QStringView word) const { return m_ignored.contains(word); }
    /// Whether the lexicon has this word or phrase.
    bool knows(QStringView words) const { return phrase(words) != nullptr; }

private:
    /// Found by a part of a string, without a copy of it.
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(QStringView text) const { return qHash(text, 0); }
    };
    template <typename Value>
    using TextMap = std::unordered_map<QString, Value, TextHash, std::equal_to<>>;

    void learnPhrases(const Json &atoms);
    const Meaning *phrase(QStringView words) const;
    Bag compound(const QString &word) const;
    Bag partsOf(const QString &word, QChar mark) const;
    Meaning unknown(QStringView word) const;

    TextMap<Meaning> m_phrases;
    /// How many words the longest phrase has that begins with a word.
    TextMap<qsizetype> m_longest;
    std::deque<std::vector<quint64>> m_ambiguous;
    QHash<quint64, QString> m_english;
    QHash<QString, bool> m_englishPhrases;
    QHash<QString, double> m_weights;
    std::unordered_set<QString, TextHash, std::equal_to<>> m_ignored;
    /// By the senses of a bag, in order.
    std::map<std::vector<quint64>, std::vector<Bag>> m_alternatives;
    std::size_t m_longestAlternative = 0;
    QHash<quint64, std::vector<quint64>> m_harmless;
};

/// How much two bags say the same: the shares of the first and of the second that both have.
struct Agreement
{
    double ofFirst = 0;
    double ofSecond = 0;
    /// Harmonic mean of both.
    double both() const { return ofFirst + ofSecond > 0 ? 2 * ofFirst * ofSecond / (ofFirst + ofSecond) : 0; }
};
Agreement agreement(BagView first, BagView second);

inline Meaning::Meaning(quint64 sense, double weight, const std::vector<quint64> *ambiguous)
    : m_sense(sense), m_weight(weight), m_ambiguous(ambiguous)
{
    for (const auto own : senses())
        m_signature |= signatureOf(own);
}

inline std::span<const quint64> Meaning::senses() const
{
    return m_ambiguous ? std::span<const quint64>(*m_ambiguous) : std::span<const quint64>(&m_sense, 1);
}

inline bool Meaning::shares(const Meaning &other) const
{
    if (!m_ambiguous && !other.m_ambiguous)
        return m_sense == other.m_sense;
    if ((m_signature & other.m_signature) == 0)
        return false;
    for (const auto own : senses())
        if (other.hasSense(own))
            return true;
    return false;
}

inline bool Meaning::hasSense(quint64 sense) const
{
    for (const auto own : senses())
        if (own == sense)
            return true;
    return false;
}

inline bool Lexicon::says(BagView bag, Sense sense)
{
    for (const auto &meaning : bag)
        if (meaning.hasSense(sense.value()))
            return true;
    return false;
}

inline bool saysAny(BagView bag, std::initializer_list<Sense> senses)
{
    for (const auto sense : senses)
        if (Lexicon::says(bag, sense))
            return true;
    return false;
}

} // namespace xs::engine
