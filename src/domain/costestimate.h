// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/configuration.h"
#include "domain/rates.h"

#include <optional>
#include <vector>

namespace xs::domain {

/// How much there is in a document, in the unit by which it is billed.
struct DocumentSize
{
    enum class Unit {
        /// Nobody has looked, or nobody can tell.
        Unknown,
        /// Pages of the whole document.
        Pages,
        /// Characters of a text file (txt, md, csv, html).
        Characters,
        /// Cells of a spreadsheet that are not empty.
        Cells,
    };
    Unit unit = Unit::Unknown;
    qint64 count = 0;
    /// A completed parse job is the input, so parsing is paid for already.
    bool isParsed = false;

    bool operator==(const DocumentSize &) const = default;
};

/// An amount that is known between two limits.
struct Range
{
    double low = 0;
    double high = 0;

    bool isExact() const { return low == high; }
    Range operator+(const Range &other) const { return {low + other.low, high + other.high}; }
    Range operator*(double factor) const { return {low * factor, high * factor}; }
    bool operator==(const Range &) const = default;
};

/// What a run over some documents will cost: credits = extract rate × pages × band + parse rate × pages.
struct CostEstimate
{
    /// Pages that are read, of all documents whose size is known; what the extract leg and the parse leg bill.
    qint64 pages = 0;
    qint64 parsedPages = 0;
    /// How many documents' sizes are not known; the amounts do not hold them.
    int unknownDocuments = 0;
    /// Credits a page. A range for the extract leg when the schema is near the edge of a band; for the parse leg
    /// when a saved parse configuration decides it.
    Range extractRate;
    Range parseRate;
    Range extractCredits;
    Range parseCredits;
    /// The schema is larger than any band of the table: it may cost more.
    bool isAtLeast = false;

    Range credits() const { return extractCredits + parseCredits; }
    bool operator==(const CostEstimate &) const = default;
};

/// The estimate of a run with this configuration (whose `dataSchema` is the schema). Nothing when the table has no
/// such tier. Documents without any of the wanted pages count as none. Documents parsed in the last 48 hours
/// and cached results may cost less; that is not known here.
std::optional<CostEstimate> estimateCost(const Rates &rates, const Configuration &configuration,
                                         const std::vector<DocumentSize> &documents);

/// What one page costs with this configuration: the sum of both legs.
std::optional<Range> creditsPerPage(const Rates &rates, const Configuration &configuration);

} // namespace xs::domain
