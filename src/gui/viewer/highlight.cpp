// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/highlight.h"

#include "domain/resultpath.h"
#include "gui/common/shownvalue.h"

#include <QStringList>

#include <map>

namespace xs::gui::viewer {

namespace {

/// "/line_items/1/price" is shown as "price", an element of a plain list as "tags 2". Only elements have no name.
QString labelOf(const domain::ResultPath &path, const domain::ResultNode &node)
{
    const auto steps = domain::stepsOf(path);
    if (!node.name.isEmpty() || steps.size() < 2)
        return steps.isEmpty() ? path : nameOfStep(steps.last());
    return nameOfStep(steps.at(steps.size() - 2)) + QLatin1Char(' ') + QString::number(steps.last().toInt() + 1);
}

template <typename Call>
void forEachCitation(const domain::ResultNode &result, const domain::ConfidenceRules &rules,
                     const domain::ResultPath &at, Call call)
{
    const auto visit = [&](const domain::ResultPath &path, const domain::ResultNode &node) {
        if (!node.evidence)
            return;
        constexpr qsizetype longest = 200;
        const auto score = node.evidence->confidence;
        const auto text = common::shownText(node.value, longest);
        constexpr qsizetype longestLabel = 40;
        const auto label = common::shownText(labelOf(path, node), longestLabel);
        const auto level = domain::confidenceLevel(score, rules.limitsFor(result, path));
        for (size_t i = 0; i < node.evidence->citations.size(); ++i)
            call(Highlight{path,
                           static_cast<int>(i),
                           label,
                           node.evidence->citations[i].page - 1,
                           {},
                           level,
                           score,
                           false,
                           text},
                 node.evidence->citations[i], node.value);
    };
    if (const auto *part = domain::nodeAt(result, at))
        domain::forEachValue(*part, visit, at);
}

} // namespace

std::vector<Highlight> highlightsOf(const domain::ResultNode &result, const std::vector<domain::PageSize> &pages,
                                    const domain::ConfidenceRules &rules, const domain::ResultPath &at)
{
    std::vector<Highlight> highlights;
    forEachCitation(result, rules, at, [&](Highlight highlight, const domain::Citation &citation, const Json &) {
        if (highlight.page < 0 || highlight.page >= static_cast<int>(pages.size()))
            return;
        highlight.rects = domain::rectsOnPage(citation, pages[static_cast<size_t>(highlight.page)]);
        if (!highlight.rects.empty())
            highlights.push_back(std::move(highlight));
    });
    return highlights;
}

std::vector<Unplaced> unplacedCitations(const domain::ResultNode &result, const std::vector<domain::PageSize> &pages,
                                        const domain::ConfidenceRules &rules, const domain::ResultPath &at)
{
    std::vector<Unplaced> unplaced;
    std::map<int, QPointF> last;
    forEachCitation(result, rules, at, [&](Highlight highlight, const domain::Citation &citation, const Json &value) {
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
    if (result.kind == domain::ResultNode::Kind::Value)
        return !result.value.is_null() && (!result.evidence || result.evidence->citations.empty()) ? 1 : 0;
    int count = 0;
    for (const auto &child : result.children)
        count += countWithoutEvidence(child);
    return count;
}

} // namespace xs::gui::viewer
