// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/cli/access.h"
#include "apps/cli/runinputs.h"
#include "apps/cli/terminal.h"
#include "domain/costestimate.h"

namespace xs::cli {

/// What a run will cost by the rates (the window's own table, or the built-in one), and whether that is allowed. On
/// this computer it costs nothing; any other server is taken to charge the rates.
class RunCost
{
public:
    /// Errors: those of the table of rates and of the configuration.
    static Expected<RunCost> make(const RunOptions &options, const Json &configuration, const AccessWish &access);

    /// The estimate as text or as one JSON object (docs/cli.md); opens every document. Nothing is sent.
    QString text(const QStringList &inputs) const;
    Json json(const QStringList &inputs) const;

    /// Whether there is a limit that has to be kept.
    bool isLimited() const { return !m_isFree && (m_maxCredits || m_maxCost); }
    /// Adds these documents to what the run costs so far, unless that would be above the limit, or is not known.
    std::optional<Refusal> spend(const QStringList &inputs);

private:
    RunCost() = default;
    std::optional<domain::CostEstimate> estimate(const QStringList &inputs) const;

    domain::Rates m_rates;
    domain::Configuration m_configuration;
    QString m_server;
    bool m_isFree = false;
    std::optional<double> m_maxCredits;
    std::optional<double> m_maxCost;
    double m_spent = 0;
};

} // namespace xs::cli
