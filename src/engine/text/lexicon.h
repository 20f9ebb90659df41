// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace xs::engine {

/// What one word, one part of a compound or one fixed phrase says. It may be ambiguous ("Stück": a quantity or a unit).
struct Meaning
{
    std::vector<quint64> senses;
    double weight = 0;

    bool shares(const Meaning &other) const;
};

/// What a label or a field's name says, in any language. A word that the lexicon does not know means itself.
using Bag = std::vector<Meaning>;

/// Words of several languages and what they mean ("Rechnung", "facture" → invoice), from resources/engine/lexicon.json.
/// Shared by all threads once built; never changes.
class Lexicon
{
public:
    static const Lexicon &standard();
    explicit Lexicon(const Json &data);

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
    bool says(const Bag &bag, QLatin1StringView name) const;
    /// Other ways to say the same, such as "invoice number" → "invoice"; the more usual first.
    std::vector<Bag> alternatives(const Bag &bag) const;
    /// Meanings that change nothing beside another ("payable" beside "total").
    bool isHarmless(const Meaning &meaning, const Bag &beside) const;
    bool isIgnored(const QString &word) const { return m_ignored.contains(word); }
    /// Whether the lexicon has this word or phrase.
    bool knows(const QString &words) const { return m_phrases.contains(words); }

private:
    Bag compound(const QString &word) const;
    Meaning unknown(const QString &word) const;

    QHash<QString, Meaning> m_phrases;
    QHash<quint64, QString> m_names;
    QHash<quint64, QString> m_english;
    QHash<QString, bool> m_englishPhrases;
    QHash<QString, double> m_weights;
    QHash<QString, bool> m_ignored;
    QHash<QString, std::vector<Bag>> m_alternatives;
    QHash<quint64, std::vector<quint64>> m_harmless;
    qsizetype m_longestPhrase = 1;
};

/// How much two bags say the same: the shares of the first and of the second that both have.
struct Agreement
{
    double ofFirst = 0;
    double ofSecond = 0;
    /// Harmonic mean of both.
    double both() const { return ofFirst + ofSecond > 0 ? 2 * ofFirst * ofSecond / (ofFirst + ofSecond) : 0; }
};
Agreement agreement(const Bag &first, const Bag &second);

} // namespace xs::engine
