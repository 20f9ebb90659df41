// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/confidencerules.h"
#include "domain/geometry.h"
#include "domain/resultnode.h"

#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

namespace xs::gui::viewer {

/// One citation of one value, as boxes on a page. A value with several citations has several highlights with the
/// same path.
struct Highlight
{
    /// The value's path in the result, a JSON pointer.
    QString path;
    /// Which of the value's citations it is, from 0.
    int citation = 0;
    /// The field's name for people.
    QString label;
    /// From 0.
    int page = 0;
    std::vector<domain::PageRect> rects;
    domain::ConfidenceLevel level = domain::ConfidenceLevel::Unknown;
    std::optional<double> score;
    /// The place was found here by its text: the server named none.
    bool located = false;
    /// The value in one line; of a long one the beginning.
    QString text = {};

    bool operator==(const Highlight &) const = default;
};

/// Every citation of every value, in the result's order. `pages` are the sizes of the document's pages, for boxes
/// whose citation does not say how large the page was; citations without boxes or off the document are left out. `at`
/// is the path of the part to look at.
std::vector<Highlight> highlightsOf(const domain::ResultNode &result, const std::vector<domain::PageSize> &pages,
                                    const domain::ConfidenceRules &rules = {}, const domain::ResultPath &at = {});

/// A citation that names no place on its page: its text can be looked up there.
struct Unplaced
{
    /// What becomes its box, without rectangles; the page is −1 where none was named.
    Highlight highlight;
    QString text;
    /// The middle of the box that stands before it in the result, where that is on the same page.
    std::optional<QPointF> near;

    bool operator==(const Unplaced &) const = default;
};

/// The citations that highlightsOf() leaves out because they have no boxes, in the result's order. Without a text of
/// its own a citation is looked up by its value.
std::vector<Unplaced> unplacedCitations(const domain::ResultNode &result, const std::vector<domain::PageSize> &pages,
                                        const domain::ConfidenceRules &rules = {}, const domain::ResultPath &at = {});

/// How many values (other than null) have no citation at all.
int countWithoutEvidence(const domain::ResultNode &result);

} // namespace xs::gui::viewer
