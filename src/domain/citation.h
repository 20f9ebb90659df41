// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/geometry.h"

#include <QString>

#include <optional>
#include <vector>

namespace xs::domain {

/// A place in the document that proves a value.
struct Citation
{
    /// Page of the document, from 1; 0 when the server did not say.
    int page = 0;
    /// The text as it stands on the page.
    QString matchingText;
    /// In the unit of `pageSize`; several when the text runs over lines.
    std::vector<QRectF> boxes;
    /// The page as the server measured it.
    std::optional<PageSize> pageSize;

    bool operator==(const Citation &) const = default;
};

/// A citation's boxes as fractions of the page. `shown` is the page's own size, used when the citation has none.
/// Values that all lie within 0…1 are taken as ratios already; boxes are clamped to the page, empty ones dropped.
std::vector<PageRect> rectsOnPage(const Citation &citation, const PageSize &shown);

/// What is known about where a value comes from and how sure it is.
struct Evidence
{
    std::vector<Citation> citations;
    /// Scores 0…1; none given means unknown, never 1.
    std::optional<double> confidence;
    std::optional<double> extractionConfidence;
    std::optional<double> parsingConfidence;
    /// Commentary that some servers give.
    QString reasoning;

    bool operator==(const Evidence &) const = default;
};

} // namespace xs::domain
