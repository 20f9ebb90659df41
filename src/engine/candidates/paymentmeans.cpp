// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/paymentmeans.h"

#include "engine/text/data.h"
#include "engine/text/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr double likelihoodOfDigits = 0.8;
constexpr double likelihoodOfCard = 0.6;
constexpr double likelihoodOfMeans = 0.5;
/// An amount or digits of the card beside it: that is what was used, and not what is taken. The amount says more: the
/// card's own receipt may be printed below and call it otherwise.
constexpr double worthOfAmount = 0.3;
constexpr double worthOfDigits = 0.15;
constexpr double costOfOthers = 0.15;
constexpr int mostWordsOfLine = 10;
constexpr int mostWordsOfPhrase = 3;

/// Phrases, folded, of one to three words.
class Phrases
{
public:
    Phrases()
    {
        const auto &data = engineData("payment");
        for (const auto &card : data["cards"])
            m_cards.insert(toQString(card));
        for (const auto &[language, list] : data["means"].items())
            for (const auto &means : list)
                m_means.insert(toQString(means));
    }

    bool isCard(const QString &words) const { return m_cards.contains(words); }
    bool isMeans(const QString &words) const { return m_means.contains(words); }

private:
    std::set<QString> m_cards, m_means;
};

enum class Asked { Nothing, Brand, LastDigits, Means };

Asked askedBy(const FieldSpec &field)
{
    const auto isWords = field.kind == ValueKind::Text || field.kind == ValueKind::Name;
    if (field.nameSays("card"_L1)) {
        static const QRegularExpression lastFour(u"(?:last|letzte|dernier|ultim|laatste)[a-z]*(?:_?digits)?_?4"_s,
                                                 QRegularExpression::CaseInsensitiveOption);
        if (field.lastDigits || lastFour.match(field.field.name).hasMatch())
            return Asked::LastDigits;
        const auto isOther =
            field.nameSays("number"_L1) || field.nameSays("holder"_L1) || field.nameSays("approval"_L1);
        return isWords && !isOther ? Asked::Brand : Asked::Nothing;
    }
    if (!isWords)
        return Asked::Nothing;
    if (field.lastDigits && field.says("card"_L1))
        return Asked::LastDigits;
    const auto isMethod = field.nameSays("method"_L1) && (field.says("payment"_L1) || field.name.size() == 1);
    const auto isPayment = field.nameSays("payment"_L1) && field.name.size() == 1;
    return isMethod || isPayment ? (field.says("card"_L1) ? Asked::Brand : Asked::Means) : Asked::Nothing;
}

/// The letters that begin a word: "Visa...8820".
QString leadingLetters(const QString &word)
{
    qsizetype end = 0;
    while (end < word.size() &&
           (word[end].isLetter() || (word[end] == u'-' && end + 1 < word.size() && word[end + 1].isLetter())))
        ++end;
    return word.left(end);
}

class Finder
{
public:
    Finder(const Workspace &workspace, const Span &tokens)
        : m_workspace(workspace), m_text(workspace.text), m_tokens(tokens)
    {
    }

    std::vector<PaymentWords> means(bool onlyCards) const
    {
        static const Phrases phrases;
        std::vector<PaymentWords> found;
        std::set<QString> different;
        for (int t = m_tokens.first; t < m_tokens.last; ++t) {
            if (!m_text.tokens[t].text.front().isLetter())
                continue;
            for (int count = mostWordsOfPhrase; count >= 1; --count) {
                const auto words = phraseAt(t, count);
                const auto isCard = phrases.isCard(fold(words));
                if (words.isEmpty() || (!isCard && (onlyCards || !phrases.isMeans(fold(words)))))
                    continue;
                const auto &line = m_text.lines[m_text.tokens[t].line];
                if (line.tokens.size() > mostWordsOfLine)
                    break;
                auto likelihood = isCard ? likelihoodOfCard : likelihoodOfMeans;
                likelihood += hasAmount(line) ? worthOfAmount : hasHiddenDigits(line) ? worthOfDigits : 0;
                different.insert(fold(words));
                found.push_back({{t, t + count}, words, likelihood});
                t += count - 1;
                break;
            }
        }
        for (auto &words : found)
            words.likelihood -= different.size() > 1 ? costOfOthers : 0;
        return found;
    }

    /// "**** **** 4410", "...7702": four digits behind marks that hide others.
    std::vector<PaymentWords> lastDigits() const
    {
        static const QRegularExpression whole(uR"((?:[*xX.•·#]{2,}|[*xX•#])[-\s]?(\d{4})(?!\d))"_s);
        static const QRegularExpression hidden(uR"(^[*xX.•·#]{2,}$)"_s), four(uR"(^\d{4}(?!\d))"_s);
        std::vector<PaymentWords> found;
        for (int t = m_tokens.first; t < m_tokens.last; ++t) {
            const auto &word = m_text.tokens[t].text;
            const auto match = whole.match(word);
            // "Store #0417": one sign hides nothing, but a card may be numbered so.
            const auto isNumbered = match.hasMatch() && word.count(u'#') == 1 && match.captured().startsWith(u'#');
            if (match.hasMatch() && (!isNumbered || saysCard(m_text.tokens[t].line)))
                found.push_back({{t, t + 1}, match.captured(1), likelihoodOfDigits});
            else if (t > m_tokens.first && m_text.tokens[t - 1].line == m_text.tokens[t].line &&
                     hidden.match(m_text.tokens[t - 1].text).hasMatch() && four.match(word).hasMatch())
                found.push_back({{t, t + 1}, word.left(4), likelihoodOfDigits});
        }
        return found;
    }

private:
    QString phraseAt(int token, int count) const
    {
        if (token + count > m_tokens.last || m_text.tokens[token + count - 1].line != m_text.tokens[token].line)
            return {};
        QStringList words;
        for (int t = token; t < token + count; ++t)
            words << m_text.tokens[t].text;
        words.last() = leadingLetters(words.last());
        return words.last().isEmpty() ? QString() : words.join(u' ');
    }

    bool saysCard(int line) const
    {
        return m_workspace.lexicon.says(m_workspace.labels.bagOf(m_text.lines[std::size_t(line)].tokens), "card"_L1);
    }

    bool hasAmount(const Line &line) const
    {
        const auto amounts = m_workspace.occurrences.in(line.tokens, ValueKind::Money);
        return std::ranges::any_of(amounts, [](const Occurrence &o) { return o.decimals == 2; });
    }

    bool hasHiddenDigits(const Line &line) const
    {
        const auto words = m_text.textOf(line.tokens);
        return words.contains(u"**"_s) || words.contains(u".."_s) || words.contains(u"xx"_s, Qt::CaseInsensitive) ||
               words.contains(u"••"_s);
    }

    const Workspace &m_workspace;
    const Text &m_text;
    Span m_tokens;
};

} // namespace

std::vector<PaymentWords> findPaymentWords(const FieldSpec &field, const Workspace &workspace, const Span &tokens)
{
    const auto asked = askedBy(field);
    if (asked == Asked::Nothing || field.field.type != schema::FieldType::String)
        return {};
    const Finder finder(workspace, tokens);
    return asked == Asked::LastDigits ? finder.lastDigits() : finder.means(asked == Asked::Brand);
}

} // namespace xs::engine
