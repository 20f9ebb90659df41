// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace xs::domain {

/// What a page costs in credits, as LlamaCloud's page "Pricing" had it in September 2026. 1,000 credits are 1.25 USD.
struct Rate
{
    QStringView tier;
    /// Its name for people, untranslated.
    const char *name;
    int extract;
    int parse;

    int credits() const { return extract + parse; }
};

inline constexpr Rate rates[] = {
    {u"cost_effective", "Cost effective", 5, 3},
    {u"agentic", "Agentic", 15, 10},
    {u"agentic_plus", "Agentic plus", 50, 10},
    {u"turbo", "Turbo", 35, 0},
};

inline constexpr double dollarsPerCredit = 0.00125;

inline std::optional<Rate> rateOf(QStringView tier)
{
    for (const auto &rate : rates)
        if (rate.tier == tier)
            return rate;
    return {};
}

} // namespace xs::domain
