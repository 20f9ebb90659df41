// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/text.h"

#include <optional>

namespace xs::engine {

/// "Street", "Weg", "laan" and their like, also as the end of a word.
bool isStreetWord(const QString &word);

/// Whether a word is a company's legal form or part of one.
bool isCompanyForm(const QString &word);

/// Whether the words hold a legal form ("Ltd", "GmbH") or a word of trade.
bool hasCompanyForm(const Text &text, const Span &span);

/// Whether the words hold one for a school, a university and the like.
bool hasInstitutionWord(const Text &text, const Span &span);

/// Whether a line only greets or says to whose hands a letter goes: "Herrn", "Spett.le", "attn. accounts".
bool isSalutation(const Text &text, const Span &span);
bool isCareOf(const Text &text, const Span &span);
/// Whether a heading only says that the addressee follows: "To", "An".
bool isAddressed(const Text &text, const Span &span);
/// "Your", "Ihre" (of the addressee) or "our", "unsere" (of the issuer).
bool isPossessive(const QString &word, bool ofAddressee);
/// Whether a word says that a tax is of the amount behind it: "6 % on 1,016.99".
bool isBaseWord(const QString &word);

/// The parts of a line with a postal code: "80333 München", "3012 CN Rotterdam", "Fremont CA 94538", "Bellevue, WA,
/// 98005", "Leeds LS8 2AB", "Portland, Oregon 97209", "Mumbai - 400 002". The city is empty where the code stands
/// alone.
struct PostalLine
{
    Span zip, city;
    std::optional<Span> state;
};

std::optional<PostalLine> postalLine(const Text &text, const Span &span);

/// What stands between dashes, dots or strokes, or between words that end in a comma.
std::vector<Span> partsOfLine(const Text &text, const Span &span);
bool isSeparator(const QString &word);

/// An address within one line: "Acme Ltd, 4 Lane, Leeds LS8 2AB, Tel. 0113 …". The street is the part before the code.
struct AddressLine
{
    std::optional<Span> name;
    Span street;
    PostalLine postal;
};
std::optional<AddressLine> addressLine(const Text &text, const Span &span);

/// Whether a line has what only addresses have: words of streets, towns between commas, a postal code.
bool looksLikeAddress(const Text &text, const Span &span);

} // namespace xs::engine
