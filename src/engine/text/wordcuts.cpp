// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/wordcuts.h"

#include "engine/text/addresswords.h"
#include "engine/text/data.h"
#include "engine/text/dates.h"
#include "engine/text/lexicon.h"
#include "engine/text/patterns.h"
#include "engine/text/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

using document::Word;

constexpr qsizetype shortestGrown = 5;
constexpr qsizetype shortestPart = 3;
constexpr qsizetype shortestLabels = 7;
/// Shorter words of trade end other words ("SMART").
constexpr qsizetype shortestTrade = 7;

/// Forms of which the part `right` is a word of its own.
const std::vector<QRegularExpression> &grownForms()
{
    static const std::vector<QRegularExpression> forms{
        // Dates and what stands before and behind them.
        QRegularExpression(
            uR"(\d{1,2}([-/.])(?:\d{1,2}|\p{L}{3,9})\1(?:(?:19|20)\d{2}|\d{2})(?<right>\d{1,2}:\d{2}(?!\d).*)$)"_s),
        QRegularExpression(uR"((?<!\d)\d{1,2}([-/.])\d{1,2}\1(?:19|20)\d{2}(?<right>\p{L}{3,}.*)$)"_s),
        QRegularExpression(uR"(^\p{L}{3,}[:.]?(?<right>\d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d{2})(?!\d).*)$)"_s),
        // Labels and amounts.
        QRegularExpression(uR"(^\p{L}[\p{L}.]{2,}:(?<right>[\p{L}\d].*)$)"_s),
        QRegularExpression(uR"(^\p{L}{3,}:?(?<right>(?:RM|\p{Sc})\d[\d,.]*[.,]\d{2})$)"_s),
        // Rates: "10.25%TAX", "GST7%".
        QRegularExpression(uR"(^\d{1,2}(?:[.,]\d{1,2})?%(?<right>\p{L}{2,}.*)$)"_s),
        QRegularExpression(uR"(^\p{L}{2,}(?<right>\d{1,2}(?:[.,]\d{1,2})?%)$)"_s),
        // Parts of an address.
        QRegularExpression(uR"([\p{L}\d)],(?<right>\p{Lu}\p{L}{2,}.*)$)"_s),
        QRegularExpression(uR"(\p{L}{2},(?<right>\d{5}(?!\d).*)$)"_s),
        QRegularExpression(uR"((?:\p{L}{3}|\d)\.(?<right>\p{Lu}\p{L}{3,}.*)$)"_s),
        QRegularExpression(uR"(^[Nn][Oo]\.(?<right>\d.*)$)"_s),
        QRegularExpression(uR"(^(?=(?:\D?\d){4})[\dOS]{5}(?<right>\p{Lu}\p{L}{3,}.*)$)"_s)};
    return forms;
}

QStringList wordList(const char *name)
{
    QStringList words;
    for (const auto &word : member(engineData("places"), name))
        words << toQString(word);
    return words;
}

qsizetype cutByForm(const QString &word)
{
    for (const auto &form : grownForms())
        if (const auto match = form.match(word); match.hasMatch())
            return match.capturedStart(u"right"_s);
    return 0;
}

/// "24 Mar 201809:12": the year behind a month and the time behind it.
qsizetype cutOfYear(const QString &word, const QString &before)
{
    static const QRegularExpression yearAndTime(uR"(^(?:(?:19|20)\d{2}|\d{2})(?<right>\d{1,2}:\d{2}(?!\d).*)$)"_s);
    static const QRegularExpression month(uR"(^\d{0,2}[-/.]?(\p{L}{3,9})[.,]?$)"_s);
    const auto match = yearAndTime.match(word);
    const auto named = match.hasMatch() ? month.match(before) : QRegularExpressionMatch();
    return named.hasMatch() && monthNumber(named.capturedView(1)) > 0 ? match.capturedStart(u"right"_s) : 0;
}

/// "LEVEL1", and "JALANKANCIL" in languages that put the kind of street first.
qsizetype cutOfStreet(const QString &word)
{
    static const auto leading = wordList("leadingStreetWords");
    const auto letters = std::ranges::find_if_not(word, [](QChar c) { return c.isLetter(); }) - word.begin();
    if (letters >= shortestPart && letters < word.size() && word[letters].isDigit() && isStreetWord(word.left(letters)))
        return letters;
    const auto folded = fold(word);
    for (const auto &street : leading)
        if (folded.size() == word.size() && folded.startsWith(street) && letters >= street.size() + shortestPart &&
            word[street.size()].isUpper())
            return street.size();
    return 0;
}

/// "FOODSSDNBHD", "SDNBHD", "EVERGREENTRADING".
qsizetype cutOfLegalForm(const QString &word)
{
    static const auto pairs = [] {
        std::vector<std::array<QString, 2>> list;
        for (const auto &pair : member(engineData("places"), "companyFormPairs"))
            list.push_back({toQString(pair[0]), toQString(pair[1])});
        return list;
    }();
    static const auto forms = wordList("companyForms");
    const auto folded = fold(word);
    auto size = folded.size();
    while (size > 0 && !folded[size - 1].isLetter())
        --size;
    const auto bare = folded.first(size);
    if (folded.size() != word.size())
        return 0;
    for (const auto &[first, second] : pairs) {
        const auto whole = first + second;
        if (bare == whole)
            return first.size();
        if (bare.endsWith(whole) && bare.size() >= whole.size() + 2)
            return bare.size() - whole.size();
    }
    for (const auto &form : forms)
        if (form.size() >= shortestTrade && bare.endsWith(form) && bare.size() >= form.size() + shortestPart &&
            word[bare.size() - form.size()].isUpper() && bare[bare.size() - form.size() - 1].isLetter())
            return bare.size() - form.size();
    return 0;
}

/// "TAXINVOICE": two words that label, where the whole is none.
qsizetype cutOfLabels(const QString &word)
{
    const auto &lexicon = Lexicon::standard();
    if (word.size() < shortestLabels || word != word.toUpper() ||
        std::ranges::any_of(word, [](QChar c) { return !c.isLetter(); }))
        return 0;
    const auto folded = fold(word);
    if (folded.size() != word.size() || lexicon.knows(folded))
        return 0;
    for (auto at = shortestPart; at + shortestPart <= folded.size(); ++at) {
        const auto left = folded.first(at), right = folded.sliced(at);
        if (lexicon.knows(left + u' ' + right) || (lexicon.knows(left) && lexicon.knows(right)))
            return at;
    }
    return 0;
}

qsizetype cutOf(const QString &word, const QString &before)
{
    if (word.size() < shortestGrown || !findUrls(word).empty() || word.contains(u'@') || word.contains("//"_L1))
        return 0;
    for (const auto at : {cutByForm(word), cutOfYear(word, before)})
        if (at > 0)
            return at;
    for (const auto &cut : {cutOfStreet, cutOfLegalForm, cutOfLabels})
        if (const auto at = cut(word); at > 0)
            return at;
    return 0;
}

/// A word's piece up to a letter, and the rest behind it.
Word takeLeft(Word &word, qsizetype at)
{
    auto left = word;
    const auto edge = word.box.left() + word.box.width() * double(at) / double(word.text.size());
    left.text.truncate(at);
    left.box.setRight(edge);
    word.text = word.text.sliced(at);
    word.box.setLeft(edge);
    return left;
}

/// Where what is glued to a label begins: "Date:04/03/2018", "Term(运输条款):", and behind the brackets' colon. Times,
/// addresses of pages and plurals ("item(s)") are whole; a word with a capital inside its brackets is a name.
qsizetype cutOfGluedLabel(const QString &word)
{
    static const QRegularExpression behindColon(
        uR"(^(?:[(（][^()（）]*[)）]|\p{L}[\p{L}.]+)[:：](?<right>[\p{L}\d+].*)$)"_s),
        brackets(uR"(^\p{L}{2,}(?<right>[(（][^()（）]{3,}.*)$)"_s),
        foreign(uR"(^\p{Latin}{2,}(?<right>[(（][^()（）]*[^\p{Latin}\p{N}\s()（）.,/-].*)$)"_s);
    for (const auto *form : {&behindColon, &brackets, &foreign})
        if (const auto match = form->match(word); match.hasMatch())
            return match.capturedStart(u"right"_s);
    return 0;
}

/// A postal code in which letters were read for digits.
void repairCode(QString &code, const QString &town)
{
    static const QRegularExpression form(uR"(^(?=(?:\D?\d){4})[\dOS]{5}$)"_s);
    if (town.front().isLetter() && form.match(code).hasMatch())
        code.replace(u'O', u'0').replace(u'S', u'5');
}

} // namespace

void cutGrownWords(std::vector<Word> &line)
{
    for (std::size_t i = 0; i < line.size();) {
        const auto at = cutOf(line[i].text, i > 0 ? line[i - 1].text : QString());
        if (at <= 0) {
            ++i;
            continue;
        }
        auto left = takeLeft(line[i], at);
        left.spaceAfter = true;
        repairCode(left.text, line[i].text);
        line.insert(line.begin() + std::ptrdiff_t(i), std::move(left));
    }
}

void cutGluedLabels(std::vector<Word> &words)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto &text = words[i].text;
        // A colon at the end and a bracket at the beginning part nothing.
        const auto mayPart = text.size() >= shortestGrown && std::any_of(text.begin() + 1, text.end() - 1, [](QChar c) {
                                 return c == u':' || c == u'(' || c == u'：' || c == u'（';
                             });
        if (!mayPart || words[i].confidence < 1 || text.contains(u'@') || text.contains("//"_L1))
            continue;
        if (const auto at = cutOfGluedLabel(text); at > 0) {
            auto left = takeLeft(words[i], at);
            left.spaceAfter = false;
            words.insert(words.begin() + std::ptrdiff_t(i), std::move(left));
        }
    }
}

} // namespace xs::engine
