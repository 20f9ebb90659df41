// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/costestimate.h"

#include "domain/pagerange.h"
#include "schema/field.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::domain {

namespace {

bool isSpreadsheetMode(const Configuration &configuration)
{
    return boolMember(configuration.others, "spreadsheet_mode").value_or(false);
}

/// The multiple for so many fields, and whether the table goes so far.
std::pair<double, bool> factorOf(const Rates &rates, int fields)
{
    const auto band = std::ranges::find_if(rates.bands, [fields](const auto &b) { return fields <= b.fields; });
    return band == rates.bands.end() ? std::pair(rates.bands.back().factor, false) : std::pair(band->factor, true);
}

/// Whether leaves or all named properties are counted is told in two ways, so both are.
Range bandOf(const Rates &rates, const Json &dataSchema, bool &isAtLeast)
{
    const auto root = schema::readFields(dataSchema);
    if (!root)
        return {1, 1};
    const auto [low, lowKnown] = factorOf(rates, schema::leafCount(*root));
    const auto [high, highKnown] = factorOf(rates, schema::fieldCount(*root));
    isAtLeast = !lowKnown || !highKnown;
    return {std::min(low, high), std::max(low, high)};
}

std::optional<Range> parseRateOf(const Rates &rates, const Rates::Extract &extract, const Configuration &configuration)
{
    if (extract.parse.isEmpty())
        return Range();
    if (configuration.parseConfigId && !rates.parse.empty()) {
        // Only the server knows what the saved configuration says.
        const auto [low, high] = std::ranges::minmax(rates.parse, {}, &Rates::Parse::credits);
        return Range{low.credits, high.credits};
    }
    const auto *rate = rates.parseRate(configuration.parseTier.value_or(extract.parse));
    return rate ? std::optional(Range{rate->credits, rate->credits}) : std::nullopt;
}

/// Pages as the extract leg bills them; nothing when the size is not known.
std::optional<qint64> pagesOf(const Rates &rates, const Configuration &configuration, const DocumentSize &size)
{
    switch (size.unit) {
    case DocumentSize::Unit::Unknown:
        return {};
    case DocumentSize::Unit::Characters: {
        const auto tokens = std::ceil(static_cast<double>(size.count) / rates.charactersPerToken);
        return static_cast<qint64>(std::ceil(tokens / rates.tokensPerPage));
    }
    case DocumentSize::Unit::Cells:
        return rates.spreadsheetPages + (size.count + rates.cellsPerPage - 1) / rates.cellsPerPage;
    case DocumentSize::Unit::Pages:
        break;
    }
    const auto count = static_cast<int>(std::min<qint64>(size.count, 1'000'000));
    const auto pages = selectPages(configuration.targetPages, configuration.maxPages, count);
    return pages ? static_cast<qint64>(pages->size()) : 0;
}

} // namespace

std::optional<CostEstimate> estimateCost(const Rates &rates, const Configuration &configuration,
                                         const std::vector<DocumentSize> &documents)
{
    const auto *extract = rates.extractRate(configuration.tier);
    const auto parse = extract ? parseRateOf(rates, *extract, configuration) : std::nullopt;
    if (!parse)
        return {};
    CostEstimate estimate;
    estimate.parseRate = *parse;
    const auto band = extract->hasBands ? bandOf(rates, configuration.dataSchema, estimate.isAtLeast) : Range{1, 1};
    estimate.extractRate = band * extract->credits;
    for (const auto &document : documents) {
        const auto pages = pagesOf(rates, configuration, document);
        if (!pages) {
            ++estimate.unknownDocuments;
            continue;
        }
        estimate.pages += *pages;
        if (document.unit == DocumentSize::Unit::Cells && isSpreadsheetMode(configuration)) {
            const auto credits = static_cast<double>(*pages) * rates.spreadsheetCredits;
            estimate.extractCredits = estimate.extractCredits + Range{credits, credits};
            continue;
        }
        estimate.extractCredits = estimate.extractCredits + estimate.extractRate * static_cast<double>(*pages);
        if (!document.isParsed && document.unit == DocumentSize::Unit::Pages)
            estimate.parsedPages += *pages;
    }
    estimate.parseCredits = estimate.parseRate * static_cast<double>(estimate.parsedPages);
    return estimate;
}

std::optional<Range> creditsPerPage(const Rates &rates, const Configuration &configuration)
{
    const auto estimate = estimateCost(rates, configuration, {});
    return estimate ? std::optional(estimate->extractRate + estimate->parseRate) : std::nullopt;
}

} // namespace xs::domain
