// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace xs::engine {

/// A number as it stands in a text.
struct FoundNumber
{
    qsizetype start = 0;
    qsizetype length = 0;
    double value = 0;
    int decimals = 0;
    bool hasCurrency = false;
    bool hasPercent = false;
    /// Written with letters or marks against it ("A4", "12/3"): rather part of a name or number.
    bool isEmbedded = false;
    bool hasGroups = false;
};

/// All numbers in a text, with sign, currency and percent sign. `decimalSign` decides where "1.234" can be two things.
std::vector<FoundNumber> findNumbers(const QString &text, QChar decimalSign);
/// The value of digits with group and decimal signs; std::nullopt when they are no number.
std::optional<double> readNumber(QStringView digits, QChar decimalSign, int *decimals = nullptr);
/// Votes for '.' (positive) or ',' (negative) as the decimal sign in a text.
int decimalSignVotes(const QString &text);

} // namespace xs::engine
