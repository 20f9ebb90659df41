// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/prosevalues.h"

#include "engine/candidates/partyclauses.h"
#include "engine/candidates/prosewords.h"
#include "engine/candidates/values.h"
#include "engine/text/addresswords.h"
#include "engine/text/sentences.h"
#include "engine/text/words.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

/// In words: how fast a field's words lose weight with their distance from the value.
constexpr double reach = 9;
/// Values stand behind the words that name them.
constexpr double detourBefore = 3;
constexpr double worthOfHeading = 0.35;
constexpr double leastScore = 0.4;
constexpr double leastScoreOfText = 0.6;
/// Log-odds of a value that was found otherwise.
constexpr double goodScore = -1.9;
/// A document that is nothing but text says more by it than a report with tables.
constexpr double mostlyProse = 0.75;
constexpr double worthBesideTables = 0.7;
/// Where less of a document is running text, its labels and tables say what it says.
constexpr double leastShareOfProse = 0.3;
constexpr int wordsToUnit = 3;
constexpr int mostWordsOfPhrase = 9;
constexpr int mostRepeats = 4;
constexpr double leastWeight = 0.08;

/// A value with the words that it stands on.
struct Found
{
    Span span;
    Json value;
    double quality = 0.9;
};

class ProseReader
{
public:
    ProseReader(const Workspace &workspace, const SearchArea &area)
        : m_workspace(workspace), m_text(workspace.text), m_area(area), m_sentences(sentencesOf(m_text, area.segments))
    {
        for (const auto &sentence : m_sentences) {
            m_words += sentence.tokens.size();
            QSet<quint64> senses;
            for (const auto &meaning : m_workspace.labels.bagOf(sentence.tokens))
                for (const auto sense : meaning.senses())
                    senses.insert(sense);
            for (const auto sense : senses)
                ++m_counts[sense];
        }
    }

    bool isProse() const
    {
        const auto all =
            m_text.segments[m_area.segments.last - 1].tokens.last - m_text.segments[m_area.segments.first].tokens.first;
        return !m_sentences.empty() && m_words >= leastShareOfProse * all;
    }

    /// Lowers all values where tables stand beside the text.
    void weigh()
    {
        const auto all =
            m_text.segments[m_area.segments.last - 1].tokens.last - m_text.segments[m_area.segments.first].tokens.first;
        m_worth = m_words >= mostlyProse * all ? 1 : worthBesideTables;
    }

    const std::vector<Sentence> &sentences() const { return m_sentences; }

    void add(const FieldSpec &field, std::vector<Candidate> &list) const
    {
        const auto wanted = wantedOf(field);
        // Prose is asked where labels and tables say nothing.
        const auto isFound = std::ranges::any_of(list, [](const Candidate &c) {
            return c.score > goodScore && c[Feature::LabelInProse] + c[Feature::LabelInSentence] == 0;
        });
        if (wanted.empty() || isFound)
            return;
        std::vector<Candidate> found;
        for (const auto &sentence : m_sentences) {
            if (!mayHold(sentence, wanted))
                continue;
            for (const auto &value : valuesOf(field, sentence)) {
                double score = 0;
                for (const auto &bag : wanted)
                    score = std::max(score, scoreOf(bag, sentence, value.span));
                if (score >= (isPhrase(field) ? leastScoreOfText : leastScore))
                    found.push_back(candidate(field, value, score));
            }
        }
        std::ranges::move(found, std::back_inserter(list));
        rank(list);
    }

private:
    static bool isPhrase(const FieldSpec &field)
    {
        return field.kind == ValueKind::Text || field.kind == ValueKind::Name || field.kind == ValueKind::State ||
               field.kind == ValueKind::Country || field.kind == ValueKind::City;
    }

    double weightOf(const Meaning &meaning) const
    {
        double rarest = leastWeight;
        const auto all = double(m_sentences.size());
        for (const auto sense : meaning.senses())
            rarest = std::max(rarest, std::log((all + 1) / (double(m_counts.value(sense)) + 1)) / std::log(all + 1));
        return meaning.weight() * rarest;
    }

    /// What must stand near a value: the name's words, or those of the description; units belong to the value.
    std::vector<Bag> wantedOf(const FieldSpec &field) const
    {
        std::vector<Bag> wanted;
        for (auto bag : {field.name, m_workspace.lexicon.bag(sentenceWords(field.field.description))}) {
            std::erase_if(bag, [this](const Meaning &meaning) { return isUnit(meaning); });
            if (!bag.empty())
                wanted.push_back(std::move(bag));
        }
        return wanted;
    }

    bool isUnit(const Meaning &meaning) const
    {
        static const auto senses = [this] {
            QSet<quint64> all;
            for (const auto &word : proseWords().units.keys())
                for (const auto &unit : m_workspace.lexicon.bag({word}))
                    all.unite({unit.senses().begin(), unit.senses().end()});
            return all;
        }();
        return std::ranges::all_of(meaning.senses(), [](quint64 sense) { return senses.contains(sense); });
    }

    bool mayHold(const Sentence &sentence, const std::vector<Bag> &wanted) const
    {
        const auto bag = m_workspace.labels.bagOf(sentence.tokens);
        return std::ranges::any_of(wanted, [&bag](const Bag &words) {
            return std::ranges::any_of(words, [&bag](const Meaning &word) { return isIn(word, bag); });
        });
    }

    /// The weight of the wanted words near a value, against that of all.
    double scoreOf(const Bag &wanted, const Sentence &sentence, const Span &value) const
    {
        double all = 0, near = 0;
        const auto heading = m_workspace.labels.bagOf(sentence.heading);
        for (const auto &meaning : wanted) {
            const auto weight = weightOf(meaning);
            all += weight;
            double best = isIn(meaning, heading) ? worthOfHeading : 0;
            for (int t = sentence.tokens.first; t < sentence.tokens.last; ++t) {
                if (t >= value.first && t < value.last)
                    continue;
                if (!isIn(meaning, m_workspace.labels.bagOf({t, t + 1})))
                    continue;
                const auto distance = t < value.first ? value.first - 1 - t : t - value.last + detourBefore;
                best = std::max(best, std::exp(-std::max(0.0, distance - 2) / reach));
            }
            near += weight * best;
        }
        return all > 0 ? near / all : 0;
    }

    QSet<QString> unitsOf(const FieldSpec &field) const
    {
        QSet<QString> units;
        const auto &words = proseWords();
        const auto collect = [&](const QStringList &list) {
            for (const auto &word : list)
                if (const auto unit = words.units.constFind(word); unit != words.units.constEnd())
                    units.insert(*unit);
        };
        collect(field.nameWords);
        if (units.isEmpty())
            collect(sentenceWords(field.field.description));
        if (field.kind == ValueKind::Percent)
            units = {u"percent"_s};
        return units;
    }

    bool hasUnit(int behind, const Sentence &sentence, const QSet<QString> &units) const
    {
        for (int t = behind; t < std::min(sentence.tokens.last, behind + wordsToUnit); ++t) {
            const auto unit = proseWords().units.constFind(bareWord(m_text.tokens[t].text));
            if (unit != proseWords().units.constEnd())
                return units.contains(*unit);
        }
        return false;
    }

    std::vector<Found> valuesOf(const FieldSpec &field, const Sentence &sentence) const
    {
        if (field.isNumeric())
            return numbersIn(field, sentence);
        std::vector<Found> found;
        if (field.kind == ValueKind::Date || field.kind == ValueKind::Month || field.kind == ValueKind::Identifier) {
            for (const auto &occurrence : m_workspace.occurrences.in(sentence.tokens, field.kind))
                if (occurrence.quality > 0.5)
                    found.push_back({occurrence.span, typedValue(field, occurrence, m_text), occurrence.quality});
        } else if (isPhrase(field)) {
            return phrasesIn(sentence);
        }
        return found;
    }

    std::vector<Found> numbersIn(const FieldSpec &field, const Sentence &sentence) const
    {
        std::vector<Found> found;
        const auto units = field.kind == ValueKind::Money ? QSet<QString>() : unitsOf(field);
        const auto kind = field.kind == ValueKind::Money ? ValueKind::Money : ValueKind::Number;
        for (const auto &number : m_workspace.occurrences.in(sentence.tokens, kind)) {
            if (number.quality < 0.2 || number.isEmbedded)
                continue;
            const auto named =
                units.isEmpty()
                    ? (kind != ValueKind::Money || number.hasCurrency || number.decimals == 2 || number.number >= 1000)
                    : (units.contains(u"percent"_s) && number.hasPercent) ||
                          hasUnit(number.span.last, sentence, units) || hasUnit(number.span.last - 1, sentence, units);
            // An amount is no number of days, and a share no amount.
            const auto other = !units.isEmpty() && number.hasCurrency;
            if (named && !other && !(kind == ValueKind::Money && number.hasPercent) && !isYear(number) &&
                !isRounded(field, number.span))
                found.push_back({number.span, typedValue(field, number, m_text), 0.9});
        }
        if (kind == ValueKind::Number)
            addSpelled(units, sentence, found);
        return found;
    }

    /// "$2.2 billion" is no figure of the report unless the field asks for millions.
    bool isRounded(const FieldSpec &field, const Span &number) const
    {
        const auto &scales = proseWords().scales;
        for (int t = number.last - 1; t < std::min(int(m_text.tokens.size()), number.last + 1); ++t) {
            const auto scale = scales.value(bareWord(m_text.tokens[t].text));
            if (scale.isEmpty() || scale == "thousand"_L1)
                continue;
            const auto asked = sentenceWords(field.field.description);
            return std::ranges::none_of(asked,
                                        [&](const QString &word) { return scales.value(bareWord(word)) == scale; });
        }
        return false;
    }

    static bool isYear(const Occurrence &number)
    {
        return number.decimals == 0 && !number.hasCurrency && number.number >= 1900 && number.number <= 2100;
    }

    /// "four years", "one hundred and eighty (180) days": figures in brackets are found as figures.
    void addSpelled(const QSet<QString> &units, const Sentence &sentence, std::vector<Found> &found) const
    {
        const auto &numbers = proseWords().numbers;
        for (int t = sentence.tokens.first; t < sentence.tokens.last; ++t) {
            const auto number = numbers.constFind(bareWord(m_text.tokens[t].text));
            if (number == numbers.constEnd() || (*number == 1 && units.isEmpty()))
                continue;
            const auto bracketed = t + 1 < sentence.tokens.last && m_text.tokens[t + 1].text.startsWith(u'(');
            if (!bracketed && (units.isEmpty() || hasUnit(t + 1, sentence, units)))
                found.push_back({{t, t + 1}, Json(*number), units.isEmpty() ? 0.6 : 0.85});
        }
    }

    bool isCapital(int token) const
    {
        const auto &word = m_text.tokens[token].text;
        const auto letter = std::ranges::find_if(word, [](QChar c) { return c.isLetterOrNumber(); });
        return letter != word.end() && letter->isUpper();
    }

    static bool endsPhrase(const QString &word)
    {
        return word.endsWith(u',') || word.endsWith(u'.') || word.endsWith(u';') || word.endsWith(u')') ||
               word.endsWith(u'”') || word.endsWith(u':');
    }

    /// Words in capitals with what joins them.
    std::vector<Found> phrasesIn(const Sentence &sentence) const
    {
        std::vector<Found> found;
        for (int t = sentence.tokens.first; t < sentence.tokens.last;) {
            if (!isCapital(t)) {
                ++t;
                continue;
            }
            int end = t + 1;
            while (end < sentence.tokens.last && !endsPhrase(m_text.tokens[end - 1].text)) {
                if (isCapital(end))
                    ++end;
                else if (end + 1 < sentence.tokens.last && isCapital(end + 1) &&
                         proseWords().connectors.contains(fold(m_text.tokens[end].text)))
                    end += 2;
                else
                    break;
            }
            const Span span{t, end};
            t = end;
            const auto value = cleanText(m_text.textOf(span));
            auto plain = value;
            while (!plain.isEmpty() && (plain.endsWith(u'.') || plain.endsWith(u')') || plain.endsWith(u'”')) &&
                   !isCompanyForm(m_text.tokens[span.last - 1].text))
                plain.chop(1);
            const auto isFirst = span.first == sentence.tokens.first && span.size() == 1;
            if (!isFirst && plain.size() > 1 && span.size() <= mostWordsOfPhrase && !isTerm(span))
                found.push_back({span, toStd(plain), 0.75});
        }
        return found;
    }

    /// "the Customer" is what a contract calls somebody throughout.
    bool isTerm(const Span &span) const
    {
        if (span.size() > 2)
            return false;
        if (m_repeats.isEmpty())
            for (const auto &token : m_text.tokens)
                ++m_repeats[key(token.text)];
        return m_repeats.value(key(m_text.tokens[span.first].text)) > mostRepeats;
    }

    Candidate candidate(const FieldSpec &field, const Found &value, double score) const
    {
        Candidate candidate;
        candidate.value = value.value;
        candidate.spans = {value.span};
        candidate[Feature::Unlabelled] = 1;
        candidate[Feature::Likelihood] = std::min(0.9, 0.2 + 0.8 * score) * m_worth;
        candidate[Feature::Quality] = value.quality;
        setPlaceFeatures(candidate, m_area, m_text);
        setCommonFeatures(candidate, field, m_text);
        candidate.score = engine::scoreOf(candidate.features);
        return candidate;
    }

    const Workspace &m_workspace;
    const Text &m_text;
    const SearchArea &m_area;
    std::vector<Sentence> m_sentences;
    QHash<quint64, int> m_counts;
    mutable QHash<QString, int> m_repeats;
    int m_words = 0;
    double m_worth = 1;
};

} // namespace

void addProseValues(const std::vector<FieldSpec> &fields, std::size_t asked, const Workspace &workspace,
                    const SearchArea &area, std::vector<std::vector<Candidate>> &candidates)
{
    if (area.segments.isEmpty())
        return;
    ProseReader reader(workspace, area);
    if (!reader.isProse())
        return;
    reader.weigh();
    addPartyClauses(fields, asked, reader.sentences(), workspace, area, candidates);
    for (std::size_t f = 0; f < asked; ++f)
        reader.add(fields[f], candidates[f]);
}

} // namespace xs::engine
