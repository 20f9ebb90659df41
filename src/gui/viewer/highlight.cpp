// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/highlight.h"

#include <QStringList>

#include <map>

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

template <typename Call>
void forEachCitation(const domain::ResultNode &result, const domain::ConfidenceRules &rules, Call call)
{
    domain::forEachValue(result, [&](const domain::ResultPath &path, const domain::ResultNode &node) {
        if (!node.evidence)
            return;
        constexpr qsizetype longest = 200;
        const auto score = node.evidence->confidence;
        const auto text = displayText(node.value).left(longest).simplified();
        for (size_t i = 0; i < node.evidence->citations.size(); ++i)
            call(Highlight{path,
                           static_cast<int>(i),
                           labelOf(path),
                           node.evidence->citations[i].page - 1,
                           {},
                           domain::confidenceLevel(score, rules.limitsFor(path)),
                           score,
                           false,
                           text},
                 node.evidence->citations[i], node.value);
    });
}

} // namespace

std::vector<Highlight> highlightsOf(const domain::ResultNode &result, const std::vector<domain::PageSize> &pages,
                                    const domain::ConfidenceRules &rules)
{
    std::vector<Highlight> highlights;
    forEachCitation(result, rules, [&](Highlight highlight, const domain::Citation &citation, const Json &) {
        if (highlight.page < 0 || highlight.page >= static_cast<int>(pages.size()))
            return;
        highlight.rects = domain::rectsOnPage(citation, pages[static_cast<size_t>(highlight.page)]);
        if (!highlight.rects.empty())
            highlights.push_back(std::move(highlight));
    });
    return highlights;
}

std::vector<Unplaced> unplacedCitations(const domain::ResultNode &result, const std::vector<domain::PageSize> &pages,
                                        const domain::ConfidenceRules &rules)
{
    std::vector<Unplaced> unplaced;
    std::map<int, QPointF> last;
    forEachCitation(result, rules, [&](Highlight highlight, const domain::Citation &citation, const Json &value) {
        const auto page = highlight.page;
        if (page >= static_cast<int>(pages.size()))
            return;
        if (page >= 0)
            if (const auto rects = domain::rectsOnPage(citation, pages[static_cast<size_t>(page)]); !rects.empty()) {
                last[page] = rects.front().center();
                return;
            }
        const auto text = citation.matchingText.isEmpty() ? displayText(value) : citation.matchingText;
        const auto near = last.find(page);
        highlight.located = true;
        if (!text.simplified().isEmpty())
            unplaced.push_back(
                {std::move(highlight), text, near == last.end() ? std::nullopt : std::optional(near->second)});
    });
    return unplaced;
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
