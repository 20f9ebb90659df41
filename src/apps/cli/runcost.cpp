// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/runcost.h"

#include "api/configurationjson.h"
#include "document/measure.h"
#include "wording/costtext.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RunCost)
};

std::vector<domain::DocumentSize> sizesOf(const QStringList &inputs)
{
    std::vector<domain::DocumentSize> sizes;
    // How much an input holds that lies elsewhere is known there only.
    for (const auto &input : inputs)
        sizes.push_back(input.startsWith(u'/') ? document::measure(input) : domain::DocumentSize());
    return sizes;
}

Json rangeJson(const domain::Range &range, double factor = 1)
{
    // Sums of prices without the noise of binary fractions.
    const auto rounded = [factor](double amount) { return std::round(amount * factor * 1e6) / 1e6; };
    return {{"low", rounded(range.low)}, {"high", rounded(range.high)}};
}

} // namespace

Expected<RunCost> RunCost::make(const RunOptions &options, const Json &configuration, const AccessWish &access)
{
    RunCost cost;
    auto rates = domain::loadRates(studioFolder() + u"/rates.json"_s);
    if (!rates)
        return Unexpected(rates.error());
    cost.m_rates = std::move(*rates);
    auto read = api::configurationFromJson(configuration, api::MissingFlags::On);
    if (!read)
        return Unexpected(read.error());
    cost.m_configuration = std::move(*read);
    cost.m_isFree = access.isLocal();
    cost.m_server = access.profile.name;
    cost.m_maxCredits = options.maxCredits;
    cost.m_maxCost = options.maxCost;
    return cost;
}

std::optional<domain::CostEstimate> RunCost::estimate(const QStringList &inputs) const
{
    auto configuration = m_configuration;
    // Pages count without a price, too.
    if (m_isFree) {
        configuration.tier = m_rates.extract.front().tier;
        configuration.parseTier.reset();
    }
    return domain::estimateCost(m_rates, configuration, sizesOf(inputs));
}

QString RunCost::text(const QStringList &inputs) const
{
    const auto sum = estimate(inputs);
    QStringList lines{Texts::tr("Documents: %1").arg(inputs.size())};
    if (sum)
        lines << Texts::tr("Pages: %1").arg(sum->pages);
    if (sum && sum->unknownDocuments > 0)
        lines << Texts::tr("Not counted, since they cannot be opened here: %1").arg(sum->unknownDocuments);
    if (m_isFree)
        return (lines << Texts::tr("Cost: nothing, it runs on this computer.")).join(u'\n') + u'\n';
    lines << Texts::tr("Server: %1").arg(m_server);
    if (!sum) {
        lines << Texts::tr("Cost: not known, since the rates of %1 have no tier %2.")
                     .arg(m_rates.date.toString(Qt::ISODate), m_configuration.tier);
        return lines.join(u'\n') + u'\n';
    }
    lines << Texts::tr("Tier: %1, %2 a page to extract and %3 to parse")
                 .arg(m_configuration.tier, wording::creditsText(sum->extractRate),
                      wording::creditsText(sum->parseRate));
    lines << Texts::tr("Cost: %1, by the rates of %2")
                 .arg(wording::costText(*sum, m_rates), m_rates.date.toString(Qt::ISODate));
    return lines.join(u'\n') + u'\n';
}

Json RunCost::json(const QStringList &inputs) const
{
    const auto sum = estimate(inputs);
    Json json{{"documents", inputs.size()},
              {"unknown_documents", sum ? Json(sum->unknownDocuments) : Json()},
              {"pages", sum ? Json(sum->pages) : Json()},
              {"server", toStd(m_server)},
              {"is_free", m_isFree},
              {"tier", toStd(m_configuration.tier)}};
    if (m_isFree || !sum)
        return json;
    json["extract_credits"] = rangeJson(sum->extractCredits);
    json["parse_credits"] = rangeJson(sum->parseCredits);
    json["credits"] = rangeJson(sum->credits());
    json["cost"] = rangeJson(sum->credits(), m_rates.pricePerCredit);
    json["currency"] = toStd(m_rates.currency);
    json["is_at_least"] = sum->isAtLeast;
    json["rates_date"] = toStd(m_rates.date.toString(Qt::ISODate));
    return json;
}

std::optional<Refusal> RunCost::spend(const QStringList &inputs)
{
    if (!isLimited())
        return {};
    const auto toDo = Texts::tr("Choose fewer pages or another tier, or raise the limit.");
    const auto sum = estimate(inputs);
    if (!sum || sum->unknownDocuments > 0 || sum->isAtLeast)
        return Refusal{u"OverBudget"_s,
                       Texts::tr("What this run would cost is not known, and there is a limit. Nothing was sent."),
                       toDo,
                       {}};
    auto limit = m_maxCredits.value_or(std::numeric_limits<double>::max());
    if (m_maxCost)
        limit = std::min(limit, *m_maxCost / m_rates.pricePerCredit);
    const auto credits = m_spent + sum->credits().high;
    if (credits > limit)
        return Refusal{u"OverBudget"_s,
                       Texts::tr("This run would cost %1 (%2), more than the limit of %3. Nothing was sent.")
                           .arg(wording::creditsText({credits, credits}),
                                wording::moneyText({credits, credits}, m_rates), wording::creditsText({limit, limit})),
                       toDo,
                       {}};
    m_spent = credits;
    return {};
}

} // namespace xs::cli
