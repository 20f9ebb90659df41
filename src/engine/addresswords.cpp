// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/addresswords.h"

#include "engine/data.h"
#include "engine/segmenttext.h"
#include "engine/words.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

QSet<QString> wordSet(const char *name)
{
    QSet<QString> words;
    for (const auto &word : member(engineData("places"), name))
        words.insert(fold(toQString(word)));
    return words;
}

} // namespace

bool isStreetWord(const QString &word)
{
    static const auto words = wordSet("streetWords");
    const auto folded = fold(word);
    auto bare = folded;
    while (!bare.isEmpty() && (bare.endsWith(u',') || bare.endsWith(u'.')))
        bare.chop(1);
    return words.contains(folded) || words.contains(bare) ||
           (bare.size() > 6 && (bare.endsWith("strasse"_L1) || bare.endsWith("straat"_L1) || bare.endsWith("weg"_L1) ||
                                bare.endsWith("platz"_L1) || bare.endsWith("laan"_L1)));
}

bool hasDigit(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isDigit(); });
}

int lettersIn(const QString &text)
{
    return int(std::ranges::count_if(text, [](QChar c) { return c.isLetter(); }));
}

bool isCompanyForm(const QString &word)
{
    static const auto forms = wordSet("companyForms");
    auto folded = fold(word);
    if (forms.contains(folded))
        return true;
    while (!folded.isEmpty() && !folded.back().isLetter())
        folded.chop(1);
    return forms.contains(folded) || forms.contains(folded + u'.');
}

bool hasCompanyForm(const Text &text, const Span &span)
{
    static const auto forms = wordSet("companyForms");
    for (int i = span.first; i < span.last; ++i) {
        if (i > span.first && isCompanyForm(text.tokens[i].text))
            return true;
        // "Co." alone begins no name.
        if (i == span.first && forms.contains(fold(text.tokens[i].text)))
            return false;
    }
    return false;
}

bool hasInstitutionWord(const Text &text, const Span &span)
{
    static const auto institutions = wordSet("institutions");
    return std::any_of(text.tokens.begin() + span.first, text.tokens.begin() + span.last,
                       [](const Token &token) { return institutions.contains(key(token.text)); });
}

std::optional<PostalLine> postalLine(const Text &text, const Span &span)
{
    static const QRegularExpression zipFirst(
        uR"(^(?:[A-Z]{1,3}[- ])?(\d{4}\s?[A-Z]{2}|\d{4,6}(?:-\d{3,4})?)[\s,]+(\p{L}[\p{L}\s.'’/()\-,]{1,40})$)"_s);
    static const QRegularExpression zipLast(
        uR"(^(\p{L}[\p{L}\s.'’\-]{1,30}?),?\s+([A-Z]{2})[.,]?\s+(\d{5}(?:-\d{4})?)(?:[\s,].{0,16})?$)"_s);
    const SpanText line(text, span);
    const auto match = zipFirst.match(line.string());
    const auto city = match.hasMatch() ? line.tokens(match.capturedStart(2), match.capturedLength(2)) : Span{};
    const auto isStreet = std::any_of(text.tokens.begin() + city.first, text.tokens.begin() + city.last,
                                      [](const Token &t) { return isStreetWord(t.text); });
    if (match.hasMatch() && !isStreet)
        return PostalLine{line.tokens(match.capturedStart(1), match.capturedLength(1)),
                          line.tokens(match.capturedStart(2), match.capturedLength(2)),
                          {}};
    if (const auto match = zipLast.match(line.string()); match.hasMatch())
        return PostalLine{line.tokens(match.capturedStart(3), match.capturedLength(3)),
                          line.tokens(match.capturedStart(1), match.capturedLength(1)),
                          line.tokens(match.capturedStart(2), match.capturedLength(2))};
    return {};
}

bool looksLikeAddress(const Text &text, const Span &span)
{
    int street = 0, digits = 0, commas = 0;
    for (int i = span.first; i < span.last; ++i) {
        street += isStreetWord(text.tokens[i].text);
        digits += hasDigit(text.tokens[i].text);
        commas += text.tokens[i].text.endsWith(u',');
    }
    return street > 0 || commas >= 2 || (digits > 0 && commas > 0) ||
           std::ranges::any_of(text.tokens.begin() + span.first, text.tokens.begin() + span.last, [](const Token &t) {
               static const QRegularExpression zip(u"^\\d{5,6}[,.]?$"_s);
               return zip.match(t.text).hasMatch();
           });
}

bool isNumberedLabel(const Workspace &workspace, const Span &span)
{
    const auto &number = workspace.text.tokens[span.first].text;
    if (span.size() < 2 || number.size() > 2 || !number[0].isDigit())
        return false;
    const auto bag = workspace.labels.bagOf({span.first + 1, span.first + 2});
    return std::ranges::any_of(std::array{"address", "name", "city", "state", "zip", "street", "company"},
                               [&](const char *name) { return workspace.lexicon.says(bag, QLatin1StringView(name)); });
}

} // namespace xs::engine
