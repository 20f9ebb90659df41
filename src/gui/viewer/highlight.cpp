// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/highlight.h"

#include <QStringList>

namespace xs::gui::viewer {

namespace {

/// "/line_items/1/price" is shown as "price", an element of a plain list as "tags 2".
QString labelOf(const domain::ResultPath &path)
{
    const auto steps = path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (steps.isEmpty())
        return path;
    bool isPosition = false;
    const auto position = steps.last().toInt(&isPosition);
    return nameOfStep(isPosition && steps.size() > 1
                          ? steps.at(steps.size() - 2) + QLatin1Char(' ') + QString::number(position + 1)
                          : steps.last());
}

} // namespace

std::vector<Highlight> highlightsOf(const domain::ResultNode &result, const std::vector<domain::PageSize> &pages,
                                    const domain::ConfidenceLimits &limits)
{
    std::vector<Highlight> highlights;
    domain::forEachValue(result, [&](const domain::ResultPath &path, const domain::ResultNode &node) {
        if (!node.evidence)
            return;
        const auto score = node.evidence->confidence;
        for (size_t i = 0; i < node.evidence->citations.size(); ++i) {
            const auto &citation = node.evidence->citations[i];
            if (citation.page < 1 || citation.page > static_cast<int>(pages.size()))
                continue;
            auto rects = domain::rectsOnPage(citation, pages[citation.page - 1]);
            if (!rects.empty())
                highlights.push_back({path, static_cast<int>(i), labelOf(path), citation.page - 1, std::move(rects),
                                      domain::confidenceLevel(score, limits), score});
        }
    });
    return highlights;
}

int countWithoutEvidence(const domain::ResultNode &result)
{
    int count = 0;
    domain::forEachValue(result, [&](const domain::ResultPath &, const domain::ResultNode &node) {
        if (!node.value.is_null() && (!node.evidence || node.evidence->citations.empty()))
            ++count;
    });
    return count;
}

} // namespace xs::gui::viewer
