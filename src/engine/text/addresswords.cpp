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

/// How many digits stand together at most.
int longestNumber(const QString &text)
{
    int longest = 0, run = 0;
    for (const auto c : text) {
        run = c.isDigit() ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

/// "SW1A", "K1A": whether a capital stands against a digit behind it.
bool hasLetterBeforeDigit(const QString &text)
{
    return std::ranges::adjacent_find(text, [](QChar before, QChar c) {
               return before >= u'A' && before <= u'Z' && c.isDigit();
           }) != text.end();
}

/// A way to write a town with its code behind it, and what a line must have that may match.
struct TownForm
{
    QRegularExpression pattern;
    int fewestDigits;
    bool takesLetters = false;
};

constexpr int anyDigits = 1000;

/// The town, the state if any, the code.
const std::vector<TownForm> &codesBehindTowns()
{
    static const std::vector<TownForm> forms{
        {QRegularExpression(
             uR"(^(?<city>\p{L}[\p{L}\s.'’\-]{1,30}?),?\s+(?<state>[A-Z]{2})[.,]?\s+(?<zip>\d{5}(?:-\d{4})?)(?:[\s,].{0,16})?$)"_s),
         5},
        {QRegularExpression(
             uR"(^(?<city>\p{L}[\p{L}\s.'’\-]{1,30}?),\s+(?<state>\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?)\s+(?<zip>\d{5}(?:-\d{4})?)[.,;]?$)"_s),
         5},
        {QRegularExpression(
             uR"(^(?:(?<city>\p{L}[\p{L}\s.'’\-]{1,30}?)[\s,]+)?(?<state>)(?<zip>[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}|[A-Z]\d{2}\s[A-Z]{2}\d{2})[.,;]?$)"_s),
         anyDigits, true},
        {QRegularExpression(
             uR"(^(?<city>\p{L}[\p{L}\s.'’]{1,30}?)\s?[-–]\s?(?<state>)(?<zip>\d{3}\s\d{3}|\d{6})[.,;]?$)"_s),
         3},
        {QRegularExpression(
             uR"(^(?<city>\p{L}[\p{L}\s.'’\-]{1,30}?),?\s+(?<state>[A-Z]{2,3}),?\s+(?<zip>[A-Z]\d[A-Z]\s?\d[A-Z]\d|(?<=NSW |VIC |QLD |ACT |TAS )\d{4})[.,;]?$)"_s),
         4, true}};
    return forms;
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

/// "80333 München", "91-504 Łódź"
std::optional<PostalLine> codeBeforeTown(const Text &text, const SpanText &line)
{
    static const QRegularExpression pattern(
        uR"(^(?:[A-Z]{1,3}[- ])?(\d{4}\s?[A-Z]{2}|\d{4,6}(?:-\d{3,4})?|\d{2}-\d{3})[\s,]+(\p{L}[\p{L}\s.'’/()\-,]{1,40})$)"_s);
    const auto match = pattern.match(line.string());
    if (!match.hasMatch())
        return {};
    const auto city = line.tokens(match.capturedStart(2), match.capturedLength(2));
    if (std::any_of(text.tokens.begin() + city.first, text.tokens.begin() + city.last,
                    [](const Token &token) { return isStreetWord(token.text); }))
        return {};
    PostalLine postal{line.tokens(match.capturedStart(1), match.capturedLength(1)), city, {}};
    splitProvince(text, postal);
    return postal;
}

} // namespace

std::optional<PostalLine> postalLine(const Text &text, const Span &span)
{
    constexpr int shortestCode = 3;
    // Most lines have no code, which is seen sooner than that no pattern matches.
    if (std::none_of(text.tokens.begin() + span.first, text.tokens.begin() + span.last,
                     [](const Token &token) { return hasDigit(token.text); }))
        return {};
    const SpanText line(text, span);
    const auto digits = longestNumber(line.string());
    if (digits >= shortestCode)
        if (const auto postal = codeBeforeTown(text, line))
            return postal;
    const auto first = line.string().front();
    if (!first.isLetter() && !first.isSurrogate())
        return {};
    const auto hasLetters = hasLetterBeforeDigit(line.string());
    for (const auto &form : codesBehindTowns()) {
        if (digits < form.fewestDigits && !(form.takesLetters && hasLetters))
            continue;
        const auto found = form.pattern.match(line.string());
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
               return !t.text.isEmpty() && t.text.front().isDigit() && zip.match(t.text).hasMatch();
           });
}

} // namespace xs::engine
