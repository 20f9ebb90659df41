// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/locator.h"

#include "document/findtext.h"
#include "gui/viewer/wordloader.h"

#include <algorithm>
#include <cmath>

namespace xs::gui::viewer {

namespace {

/// Texts that differ less are equally alike.
constexpr double equalLikeness = 0.05;

/// What stands on the same line is nearer than what stands below.
double distance(const QPointF &a, const QPointF &b)
{
    constexpr double lineWeight = 8;
    return std::abs(a.x() - b.x()) + lineWeight * std::abs(a.y() - b.y());
}

} // namespace

std::vector<domain::PageRect> locate(const std::vector<document::Word> &words, const QString &text,
                                     const std::optional<QPointF> &near,
                                     const std::vector<std::vector<domain::PageRect>> &taken)
{
    auto places = document::findText(words, text);
    if (places.empty())
        return {};
    const auto least = places.front().likeness - equalLikeness;
    std::erase_if(places, [least](const document::FoundText &place) { return place.likeness < least; });
    const auto rank = [&](const document::FoundText &place) {
        const auto isTaken = std::ranges::find(taken, place.boxes) != taken.end();
        const auto away = near ? distance(place.boxes.front().center(), *near) : 0.0;
        return std::pair(isTaken, away);
    };
    return std::ranges::min_element(places, {}, rank)->boxes;
}

Locator::Locator(WordLoader &words, QObject *parent) : QObject(parent), m_words(words)
{
    connect(&words, &WordLoader::loaded, this, [this](int page, const std::vector<document::Word> &found) {
        take(page, found);
        takeSearched(page, found);
    });
}

void Locator::setCitations(std::vector<Unplaced> citations, int pageCount)
{
    m_byPage.clear();
    m_anywhere.clear();
    m_searched.reset();
    m_pageCount = pageCount;
    for (auto &citation : citations) {
        // There is only one page to look on.
        if (citation.highlight.page < 0 && pageCount == 1)
            citation.highlight.page = 0;
        auto &list = citation.highlight.page < 0 ? m_anywhere : m_byPage[citation.highlight.page];
        list.push_back(std::move(citation));
    }
}

void Locator::lookOn(const std::vector<int> &pages)
{
    for (const auto page : pages)
        if (m_byPage.contains(page))
            m_words.load(page);
}

void Locator::lookFor(const QString &path, int citation)
{
    const auto isIt = [&](const Unplaced &one) {
        return one.highlight.path == path && one.highlight.citation == citation;
    };
    for (const auto &[page, list] : m_byPage)
        if (std::ranges::any_of(list, isIt))
            return m_words.load(page);
    m_searched.reset();
    const auto found = std::ranges::find_if(m_anywhere, isIt);
    if (found == m_anywhere.end() || m_pageCount == 0)
        return;
    m_searched = *found;
    m_searchedPage = 0;
    m_bestLikeness = 0;
    m_words.load(m_searchedPage);
}

void Locator::take(int page, const std::vector<document::Word> &words)
{
    const auto here = m_byPage.extract(page);
    if (here.empty())
        return;
    std::vector<Highlight> found;
    std::vector<std::vector<domain::PageRect>> taken;
    std::optional<QPointF> last;
    for (const auto &citation : here.mapped()) {
        auto highlight = citation.highlight;
        highlight.rects = locate(words, citation.text, last ? last : citation.near, taken);
        if (highlight.rects.empty())
            continue;
        last = highlight.rects.front().center();
        taken.push_back(highlight.rects);
        found.push_back(std::move(highlight));
    }
    if (!found.empty())
        emit located(found);
}

void Locator::takeSearched(int page, const std::vector<document::Word> &words)
{
    if (!m_searched || page != m_searchedPage)
        return;
    const auto places = document::findText(words, m_searched->text);
    if (!places.empty() && places.front().likeness > m_bestLikeness) {
        m_best = m_searched->highlight;
        m_best.page = page;
        m_best.rects = places.front().boxes;
        m_bestLikeness = places.front().likeness;
    }
    if (m_bestLikeness < 1 && ++m_searchedPage < std::min(m_pageCount, mostPages))
        return m_words.load(m_searchedPage);
    if (m_bestLikeness > 0) {
        std::erase(m_anywhere, *m_searched);
        emit located({m_best});
    }
    m_searched.reset();
}

} // namespace xs::gui::viewer
