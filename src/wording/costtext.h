// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/costestimate.h"

namespace xs::wording {

/// "50 credits", "60–110 credits".
QString creditsText(const domain::Range &credits);
/// The same without the word: "60–110".
QString amountText(const domain::Range &amount);
/// "$0.06", "$0.08–$0.14", with more digits below a cent; the language says how money is written.
QString moneyText(const domain::Range &credits, const domain::Rates &rates);
/// "50 credits ≈ $0.06"; "at least" goes before a sum that may grow.
QString costText(const domain::CostEstimate &estimate, const domain::Rates &rates);

} // namespace xs::wording
