// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/locator.h"

#include "document/findtext.h"
#include "gui/viewer/wordloader.h"

#include <QElapsedTimer>
#include <QTimerEvent>

#include <algorithm>
#include <cmath>
#include <ranges>

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
    m_lookups.clear();
    m_timer.stop();
    m_searched.reset();
    m_pageCount = pageCount;
    for (auto &citation : citations)
        add(std::move(citation));
}

void Locator::add(Unplaced citation)
{
    // There is only one page to look on.
    if (citation.highlight.page < 0 && m_pageCount == 1)
        citation.highlight.page = 0;
    auto &list = citation.highlight.page < 0 ? m_anywhere : m_byPage[citation.highlight.page];
    list.push_back(std::move(citation));
}

void Locator::replaceCitations(const QString &path, std::vector<Unplaced> citations)
{
    const auto isOfValue = [&path](const Unplaced &citation) { return citation.highlight.path == path; };
    std::erase_if(m_anywhere, isOfValue);
    for (auto &[page, list] : m_byPage)
        std::erase_if(list, isOfValue);
    std::erase_if(m_byPage, [](const auto &item) { return item.second.empty(); });
    for (auto &lookup : m_lookups) {
        const auto done = std::ranges::count_if(lookup.citations | std::views::take(lookup.next), isOfValue);
        std::erase_if(lookup.citations, isOfValue);
        lookup.next -= static_cast<std::size_t>(done);
    }
    if (m_searched && isOfValue(*m_searched))
        m_searched.reset();
    for (auto &citation : citations)
        add(std::move(citation));
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
    auto here = m_byPage.extract(page);
    if (here.empty())
        return;
    auto &citations = here.mapped();
    citations.resize(std::min(citations.size(), mostOnPage), citations.front());
    m_lookups.push_back({words, std::move(citations), 0, {}, {}});
    m_timer.start(0, this);
}

std::optional<Highlight> Locator::lookUpNext(Lookup &lookup)
{
    const auto &citation = lookup.citations[lookup.next++];
    auto highlight = citation.highlight;
    highlight.rects = locate(lookup.words, citation.text, lookup.last ? lookup.last : citation.near, lookup.taken);
    if (highlight.rects.empty())
        return {};
    lookup.last = highlight.rects.front().center();
    lookup.taken.push_back(highlight.rects);
    return highlight;
}

void Locator::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    constexpr int slice = 10;
    QElapsedTimer time;
    time.start();
    std::vector<Highlight> found;
    while (!m_lookups.empty() && time.elapsed() < slice) {
        auto &lookup = m_lookups.front();
        if (lookup.next == lookup.citations.size())
            m_lookups.pop_front();
        else if (auto highlight = lookUpNext(lookup))
            found.push_back(*std::move(highlight));
    }
    if (m_lookups.empty())
        m_timer.stop();
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
