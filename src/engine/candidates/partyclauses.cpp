// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/partyclauses.h"

#include "engine/candidates/values.h"
#include "engine/text/addresswords.h"
#include "engine/text/data.h"
#include "engine/text/words.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr int mostWordsOfTerm = 8;
constexpr int mostWordsOfName = 10;
constexpr int mostWordsOfClause = 70;
constexpr int mostWordsOfAddress = 20;
constexpr double worthOfName = 0.9;
constexpr double worthOfAttribute = 0.8;

/// A party: its name, what is said of it, and the word that stands for it.
struct PartyClause
{
    Span name;
    Span said;
    BagView term;
};

bool isStart(const QString &word)
{
    static const auto starts = [] {
        QSet<QString> words;
        for (const auto &word : member(engineData("prose"), "partyStarts"))
            words.insert(toQString(word));
        return words;
    }();
    return starts.contains(key(word));
}

bool opensQuote(const QString &word)
{
    return std::ranges::any_of(word.first(std::min<qsizetype>(2, word.size())),
                               [](QChar c) { return u"“„\"‘'«”"_s.contains(c); });
}

bool closesQuote(const QString &word)
{
    return std::ranges::any_of(word.last(std::min<qsizetype>(4, word.size())),
                               [](QChar c) { return u"”“\"’'»"_s.contains(c); });
}

class ClauseReader
{
public:
    explicit ClauseReader(const Workspace &workspace) : m_workspace(workspace), m_text(workspace.text) {}

    std::vector<PartyClause> read(const std::vector<Sentence> &sentences) const
    {
        std::vector<PartyClause> clauses;
        for (const auto &sentence : sentences) {
            int from = sentence.tokens.first;
            for (int t = sentence.tokens.first; t < sentence.tokens.last; ++t) {
                const auto term = termAt(t, sentence.tokens.last);
                if (term.isEmpty())
                    continue;
                if (auto clause = clauseBefore(term, from))
                    clauses.push_back(std::move(*clause));
                from = term.last;
                t = term.last - 1;
            }
        }
        return clauses;
    }

private:
    /// "(the “Supplier”)", "(the Customer)", "„Vermieter“": from its first word to its last.
    Span termAt(int token, int end) const
    {
        const auto &word = m_text.tokens[token].text;
        if (word.startsWith(u'(')) {
            int last = token;
            while (last < end && last - token < mostWordsOfTerm && !m_text.tokens[last].text.contains(u')'))
                ++last;
            const Span term{token, last + 1};
            if (last == end || last - token == mostWordsOfTerm)
                return {};
            bool quoted = false;
            for (int t = term.first; t < term.last; ++t)
                quoted |= opensQuote(m_text.tokens[t].text.startsWith(u'(') ? m_text.tokens[t].text.sliced(1)
                                                                            : m_text.tokens[t].text);
            const auto first = key(m_text.tokens[term.first].text);
            return quoted || (first == "the"_L1 && term.size() <= 4) ? term : Span();
        }
        const auto isWord = opensQuote(word) && closesQuote(word) && lettersIn(word) >= 3 && word.size() > 4;
        return isWord ? Span{token, token + 1} : Span();
    }

    bool isCapital(int token) const
    {
        const auto &word = m_text.tokens[token].text;
        const auto letter = std::ranges::find_if(word, [](QChar c) { return c.isLetter(); });
        return letter != word.end() && letter->isUpper();
    }

    std::optional<PartyClause> clauseBefore(const Span &term, int from) const
    {
        from = std::max(from, term.first - mostWordsOfClause);
        int start = from;
        for (int t = term.first - 1; t > from; --t)
            if (isCapital(t) && isStart(m_text.tokens[t - 1].text) && !isCapital(t - 1)) {
                start = t;
                break;
            }
        while (start < term.first && !isCapital(start))
            ++start;
        int end = start;
        while (end < term.first && end - start < mostWordsOfName) {
            const auto &word = m_text.tokens[end++].text;
            const auto goesOn = end < term.first && isCompanyForm(m_text.tokens[end].text);
            if (word.endsWith(u',') && !goesOn)
                break;
            if (end < term.first && !isCapital(end) && m_text.tokens[end].text != "&"_L1 &&
                lettersIn(m_text.tokens[end].text) > 3)
                break;
        }
        PartyClause clause{{start, end}, {end, term.first}, m_workspace.labels.bagOf(term)};
        if (clause.name.isEmpty() || clause.term.empty() || lettersIn(m_text.textOf(clause.name)) < 3)
            return {};
        // "The Financial Statements (the “Statements”)": a thing and no party.
        if (key(m_text.tokens[clause.name.first].text) == "the"_L1 && !hasCompanyForm(m_text, clause.name))
            return {};
        return clause;
    }

    const Workspace &m_workspace;
    const Text &m_text;
};

/// What the objects say in which a field stands.
Bag parentBag(const FieldSpec &field, const Lexicon &lexicon)
{
    QStringList words;
    const auto parts = field.field.pointer.split(u'/', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i + 2 < parts.size(); ++i)
        if (parts[i] != "properties"_L1 && parts[i] != "items"_L1)
            words += nameParts(parts[i]);
    return lexicon.bag(words);
}

bool shareAny(BagView a, BagView b)
{
    return std::ranges::any_of(a, [&b](const Meaning &meaning) { return isIn(meaning, b); });
}

class ClauseValues
{
public:
    ClauseValues(const Workspace &workspace, const SearchArea &area)
        : m_workspace(workspace), m_text(workspace.text), m_area(area)
    {
    }

    void add(const FieldSpec &field, const PartyClause &clause, std::vector<Candidate> &list) const
    {
        const auto parent = parentBag(field, m_workspace.lexicon);
        if (!shareAny(clause.term, field.name) && !shareAny(clause.term, parent))
            return;
        auto asked = field.name;
        std::erase_if(asked, [&clause](const Meaning &m) { return isIn(m, clause.term); });
        const auto isName = asked.empty() || (field.kind == ValueKind::Name && !field.nameSays("signature"_L1) &&
                                              m_workspace.lexicon.says(asked, "name"_L1));
        if (isName && (field.kind == ValueKind::Name || field.kind == ValueKind::Text)) {
            list.push_back(candidate(field, clause.name, cleanText(m_text.textOf(clause.name)), worthOfName));
            return;
        }
        if (!asked.empty())
            addSaid(field, asked, clause.said, list);
    }

private:
    /// "with company number SC214477, whose registered office is at 12 Carron Works": the value behind its words.
    void addSaid(const FieldSpec &field, const Bag &asked, const Span &said, std::vector<Candidate> &list) const
    {
        int behind = -1;
        double all = 0, found = 0;
        for (const auto &meaning : asked) {
            all += meaning.weight();
            for (int t = said.first; t < said.last; ++t)
                if (isIn(meaning, m_workspace.labels.bagOf({t, t + 1}))) {
                    found += meaning.weight();
                    behind = std::max(behind, t + 1);
                    break;
                }
        }
        if (behind < 0 || found < 0.6 * all) {
            if (field.kind == ValueKind::Address)
                behind = addressIn(said);
            if (behind < 0)
                return;
        }
        if (field.kind == ValueKind::Identifier || field.kind == ValueKind::Date || field.isNumeric()) {
            for (const auto &occurrence : m_workspace.occurrences.in({behind, said.last}, field.kind)) {
                auto value = candidate(field, occurrence.span, {}, worthOfAttribute);
                value.value = typedValue(field, occurrence, m_text);
                list.push_back(std::move(value));
                return;
            }
            return;
        }
        while (behind < said.last && m_text.tokens[behind].text[0].isLower())
            ++behind;
        Span words{behind, behind};
        while (words.last < said.last && words.size() < mostWordsOfAddress) {
            const auto &word = m_text.tokens[words.last].text;
            const auto lower = word[0].isLower() && word.size() > 3;
            if (lower)
                break;
            ++words.last;
            if (word.endsWith(u')') || word.endsWith(u';'))
                break;
        }
        if (!words.isEmpty())
            list.push_back(candidate(field, words, cleanText(m_text.textOf(words)), worthOfAttribute));
    }

    /// The first word with a digit, where an address begins.
    int addressIn(const Span &said) const
    {
        for (int t = said.first; t < said.last; ++t)
            if (hasDigit(m_text.tokens[t].text))
                return t > said.first && m_text.tokens[t - 1].text[0].isUpper() ? t - 1 : t;
        return -1;
    }

    Candidate candidate(const FieldSpec &field, const Span &span, const QString &value, double likelihood) const
    {
        Candidate candidate;
        candidate.value = toStd(value);
        candidate.spans = {span};
        candidate[Feature::Unlabelled] = 1;
        candidate[Feature::Likelihood] = likelihood;
        candidate[Feature::Quality] = 0.9;
        setPlaceFeatures(candidate, m_area, m_text);
        setCommonFeatures(candidate, field, m_text);
        candidate.score = scoreOf(candidate.features);
        return candidate;
    }

    const Workspace &m_workspace;
    const Text &m_text;
    const SearchArea &m_area;
};

} // namespace

void addPartyClauses(const std::vector<FieldSpec> &fields, std::size_t asked, const std::vector<Sentence> &sentences,
                     const Workspace &workspace, const SearchArea &area,
                     std::vector<std::vector<Candidate>> &candidates)
{
    const auto clauses = ClauseReader(workspace).read(sentences);
    const ClauseValues values(workspace, area);
    for (std::size_t f = 0; f < asked; ++f)
        for (const auto &clause : clauses)
            values.add(fields[f], clause, candidates[f]);
}

} // namespace xs::engine
