// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/addresswords.h"

#include "engine/text/data.h"
#include "engine/text/segmenttext.h"
#include "engine/text/words.h"

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

bool isSalutation(const Text &text, const Span &span)
{
    static const auto words = wordSet("salutations");
    return !span.isEmpty() && std::all_of(text.tokens.begin() + span.first, text.tokens.begin() + span.last,
                                          [](const Token &token) { return words.contains(key(token.text)); });
}

bool isAddressed(const Text &text, const Span &span)
{
    static const auto words = wordSet("addressed");
    return !span.isEmpty() && span.size() <= 2 && words.contains(key(text.textOf(span)));
}

bool isPossessive(const QString &word, bool ofAddressee)
{
    static const auto yours = wordSet("yours");
    static const auto ours = wordSet("ours");
    return (ofAddressee ? yours : ours).contains(fold(word));
}

bool isBaseWord(const QString &word)
{
    static const auto words = wordSet("baseWords");
    return words.contains(fold(word));
}

bool isCareOf(const Text &text, const Span &span)
{
    static const auto words = wordSet("careOf");
    if (span.size() < 2)
        return false;
    const auto first = key(text.tokens[span.first].text);
    return words.contains(first) || words.contains(first + key(text.tokens[span.first + 1].text));
}

bool isSeparator(const QString &word)
{
    return word.size() == 1 && u"-–—•●·∙⋅|*/■▪"_s.contains(word[0]);
}

std::vector<Span> partsOfLine(const Text &text, const Span &span)
{
    std::vector<Span> parts;
    Span part{span.first, span.first};
    for (int i = span.first; i < span.last; ++i) {
        const auto &word = text.tokens[i].text;
        const auto separates = isSeparator(word);
        if (!separates)
            part.last = i + 1;
        if (separates || (word.size() > 1 && word.endsWith(u','))) {
            if (!part.isEmpty())
                parts.push_back(part);
            part = {i + 1, i + 1};
        }
    }
    if (!part.isEmpty())
        parts.push_back(part);
    return parts;
}

namespace {

/// Ways to write a town with its code, besides the code before the town: the town, the state if any, the code.
const std::vector<QRegularExpression> &codesBehindTowns()
{
    static const std::vector<QRegularExpression> patterns{
        QRegularExpression(
            uR"(^(?<city>\p{L}[\p{L}\s.'’\-]{1,30}?),?\s+(?<state>[A-Z]{2})[.,]?\s+(?<zip>\d{5}(?:-\d{4})?)(?:[\s,].{0,16})?$)"_s),
        QRegularExpression(
            uR"(^(?<city>\p{L}[\p{L}\s.'’\-]{1,30}?),\s+(?<state>\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?)\s+(?<zip>\d{5}(?:-\d{4})?)[.,;]?$)"_s),
        QRegularExpression(
            uR"(^(?:(?<city>\p{L}[\p{L}\s.'’\-]{1,30}?)[\s,]+)?(?<state>)(?<zip>[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}|[A-Z]\d{2}\s[A-Z]{2}\d{2})[.,;]?$)"_s),
        QRegularExpression(
            uR"(^(?<city>\p{L}[\p{L}\s.'’]{1,30}?)\s?[-–]\s?(?<state>)(?<zip>\d{3}\s\d{3}|\d{6})[.,;]?$)"_s),
        QRegularExpression(
            uR"(^(?<city>\p{L}[\p{L}\s.'’\-]{1,30}?),?\s+(?<state>[A-Z]{2,3}),?\s+(?<zip>[A-Z]\d[A-Z]\s?\d[A-Z]\d|(?<=NSW |VIC |QLD |ACT |TAS )\d{4})[.,;]?$)"_s)};
    return patterns;
}

/// "ROVERETO (TN)": the province in brackets is no part of the town.
void splitProvince(const Text &text, PostalLine &postal)
{
    const auto &last = text.tokens[postal.city.last - 1].text;
    if (postal.city.size() < 2 || postal.state || last.size() > 5 || !last.startsWith(u'(') || !last.endsWith(u')'))
        return;
    --postal.city.last;
    postal.state = Span{postal.city.last, postal.city.last + 1};
}

} // namespace

std::optional<PostalLine> postalLine(const Text &text, const Span &span)
{
    static const QRegularExpression zipFirst(
        uR"(^(?:[A-Z]{1,3}[- ])?(\d{4}\s?[A-Z]{2}|\d{4,6}(?:-\d{3,4})?)[\s,]+(\p{L}[\p{L}\s.'’/()\-,]{1,40})$)"_s);
    const SpanText line(text, span);
    const auto match = zipFirst.match(line.string());
    const auto city = match.hasMatch() ? line.tokens(match.capturedStart(2), match.capturedLength(2)) : Span{};
    const auto isStreet = std::any_of(text.tokens.begin() + city.first, text.tokens.begin() + city.last,
                                      [](const Token &t) { return isStreetWord(t.text); });
    if (match.hasMatch() && !isStreet) {
        PostalLine postal{line.tokens(match.capturedStart(1), match.capturedLength(1)), city, {}};
        splitProvince(text, postal);
        return postal;
    }
    for (const auto &pattern : codesBehindTowns()) {
        const auto found = pattern.match(line.string());
        if (!found.hasMatch())
            continue;
        const auto part = [&](const QString &name) {
            return found.capturedLength(name) > 0 ? line.tokens(found.capturedStart(name), found.capturedLength(name))
                                                  : Span{};
        };
        PostalLine postal{part(u"zip"_s), part(u"city"_s), {}};
        if (const auto state = part(u"state"_s); !state.isEmpty())
            postal.state = state;
        return postal;
    }
    return {};
}

std::optional<AddressLine> addressLine(const Text &text, const Span &span)
{
    const auto parts = partsOfLine(text, span);
    for (std::size_t i = 1; i < parts.size(); ++i) {
        auto postal = postalLine(text, parts[i]);
        auto before = i - 1;
        // "417 Chestnut Street, Lancaster, PA 17603"
        if (!postal && i >= 2) {
            postal = postalLine(text, {parts[i - 1].first, parts[i].last});
            before = i - 2;
        }
        if (!postal || lettersIn(text.textOf(parts[before])) < 3)
            continue;
        AddressLine line{{}, parts[before], *postal};
        if (before >= 1 && !hasDigit(text.textOf(parts.front())) && lettersIn(text.textOf(parts.front())) >= 3)
            line.name = parts.front();
        return line;
    }
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

} // namespace xs::engine
