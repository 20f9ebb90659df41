// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/form.h"

#include <optional>

namespace xs::engine {

bool hasDigit(const QString &text);
int lettersIn(const QString &text);

/// "Street", "Weg", "laan" and their like, also as the end of a word.
bool isStreetWord(const QString &word);

/// Whether a word is a company's legal form or part of one.
bool isCompanyForm(const QString &word);

/// Whether the words hold a legal form ("Ltd", "GmbH") or a word of trade.
bool hasCompanyForm(const Text &text, const Span &span);

/// Whether the words hold one for a school, a university and the like.
bool hasInstitutionWord(const Text &text, const Span &span);

/// The parts of a line with a postal code: "80333 München", "3012 CN Rotterdam", "Fremont CA 94538", "Bellevue, WA,
/// 98005".
struct PostalLine
{
    Span zip, city;
    std::optional<Span> state;
};

std::optional<PostalLine> postalLine(const Text &text, const Span &span);

/// Whether a line has what only addresses have: words of streets, towns between commas, a postal code.
bool looksLikeAddress(const Text &text, const Span &span);

/// A form's numbered label: "6 City, state, and ZIP code".
bool isNumberedLabel(const Workspace &workspace, const Span &span);

} // namespace xs::engine
