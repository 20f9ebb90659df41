// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/boxlayer.h"

#include "gui/viewer/boxpainter.h"
#include "gui/viewer/pagelayout.h"
#include "gui/viewer/sceneitems.h"

#include <QApplication>
#include <QGraphicsScene>

#include <algorithm>

namespace xs::gui::viewer {

namespace {

constexpr int pulseMilliseconds = 700;
/// More boxes on one page cover it, and take longer to paint than the page. The chosen one is drawn in any case.
constexpr size_t mostBoxes = 2000;

double area(const QRectF &rect)
{
    return rect.width() * rect.height();
}

} // namespace

BoxLayer::BoxLayer(QGraphicsScene &scene, const PageLayout &layout, QObject *parent)
    : QObject(parent), m_scene(scene), m_layout(layout), m_flag(new FlagItem(QApplication::font()))
{
    m_scene.addItem(m_flag);
    m_pulse.setDuration(pulseMilliseconds);
    m_pulse.setKeyValueAt(0, 0.0);
    m_pulse.setKeyValueAt(0.3, 1.0);
    m_pulse.setKeyValueAt(1, 0.0);
    connect(&m_pulse, &QVariantAnimation::valueChanged, this, [this](const QVariant &glow) {
        for (auto *item : m_items)
            if (isSelected(m_highlights[item->highlight()]))
                item->setGlow(glow.toDouble());
    });
}

bool BoxLayer::setHighlights(std::vector<Highlight> highlights)
{
    if (highlights == m_highlights)
        return false;
    m_highlights = std::move(highlights);
    index(0);
    makeItems();
    return true;
}

void BoxLayer::addHighlights(const std::vector<Highlight> &highlights)
{
    const auto known = m_highlights.size();
    m_highlights.insert(m_highlights.end(), highlights.begin(), highlights.end());
    index(known);
    makeItems();
}

void BoxLayer::replaceHighlights(const QString &path, const std::vector<Highlight> &highlights)
{
    // Positions of the others stay: those of this value are emptied.
    for (const auto i : m_byPath.take(path))
        m_highlights[i] = Highlight{{}, 0, {}, -1, {}, domain::ConfidenceLevel::Unknown, {}, false, {}};
    addHighlights(highlights);
}

std::array<int, 4> BoxLayer::levelCounts() const
{
    std::array<int, 4> counts{};
    for (const auto &places : m_byPath)
        ++counts[static_cast<size_t>(m_highlights[places.front()].level)];
    return counts;
}

void BoxLayer::index(size_t from)
{
    if (from == 0) {
        m_byPath.clear();
        m_byPage.clear();
    }
    for (size_t i = from; i < m_highlights.size(); ++i) {
        m_byPath[m_highlights[i].path].push_back(i);
        m_byPage[m_highlights[i].page].push_back(i);
    }
}

bool BoxLayer::isSelected(const Highlight &highlight) const
{
    return !m_path.isEmpty() && highlight.path == m_path && highlight.citation == m_citation;
}

void BoxLayer::makeItems()
{
    m_pulse.stop();
    qDeleteAll(m_items);
    m_items.clear();
    for (const auto page : m_shown) {
        const auto here = m_byPage.find(page);
        if (here == m_byPage.end() || page >= m_layout.pageCount())
            continue;
        size_t made = 0;
        for (const auto i : *here)
            for (size_t part = 0; part < m_highlights[i].rects.size(); ++part, ++made)
                if (made < mostBoxes || isSelected(m_highlights[i]))
                    makeItem(i, part);
    }
    place();
}

void BoxLayer::makeItem(size_t highlight, size_t part)
{
    constexpr size_t mostParts = 1000;
    if (part >= mostParts)
        return;
    auto *item = new BoxItem(highlight, part, m_highlights[highlight].level);
    item->setChosen(isSelected(m_highlights[highlight]));
    m_items.push_back(item);
    m_scene.addItem(item);
}

void BoxLayer::place()
{
    for (auto *item : m_items) {
        const auto &highlight = m_highlights[item->highlight()];
        if (highlight.page >= m_layout.pageCount())
            continue;
        item->setBox(boxes::around(m_layout.toPixels(highlight.page, highlight.rects[item->part()])));
        item->setVisible(m_visible || isSelected(highlight));
    }
    placeFlag();
}

void BoxLayer::showPages(const std::vector<int> &pages, const QRectF &room)
{
    const auto moved = std::exchange(m_room, room) != room;
    if (pages != m_shown) {
        m_shown = pages;
        makeItems();
    } else if (moved && !m_flag->isVisible()) {
        placeFlag();
    }
}

void BoxLayer::setVisible(bool visible)
{
    m_visible = visible;
    place();
}

void BoxLayer::select(const QString &path, int citation)
{
    m_pulse.stop();
    m_path = path;
    m_citation = citation;
    bool hasItem = false;
    for (auto *item : m_items) {
        const bool isChosen = isSelected(m_highlights[item->highlight()]);
        hasItem = hasItem || isChosen;
        item->setChosen(isChosen);
    }
    // One of too many to be drawn.
    if (const auto page = hasItem ? -1 : pageOf(path, citation); std::ranges::find(m_shown, page) != m_shown.end())
        return makeItems();
    place();
}

void BoxLayer::takePicture(int page)
{
    if (pageOf(m_path, m_citation) == page)
        placeFlag();
}

void BoxLayer::pulse()
{
    m_pulse.start();
}

std::span<const size_t> BoxLayer::found(const QString &path) const
{
    const auto here = m_byPath.constFind(path);
    return path.isEmpty() || here == m_byPath.constEnd() ? std::span<const size_t>() : *here;
}

std::vector<QRectF> BoxLayer::boxesOf(const QString &path, int citation) const
{
    std::vector<QRectF> boxes;
    for (const auto i : found(path)) {
        const auto &highlight = m_highlights[i];
        if (highlight.citation == citation && highlight.page >= 0 && highlight.page < m_layout.pageCount())
            for (const auto &rect : highlight.rects)
                boxes.push_back(boxes::around(m_layout.toPixels(highlight.page, rect)));
    }
    return boxes;
}

int BoxLayer::firstPageOf(const QString &path) const
{
    const auto places = found(path);
    return places.empty() ? -1 : m_highlights[places.front()].page;
}

int BoxLayer::pageOf(const QString &path, int citation) const
{
    for (const auto i : found(path))
        if (m_highlights[i].citation == citation)
            return m_highlights[i].page;
    return -1;
}

std::vector<size_t> BoxLayer::highlightsAt(const QPointF &scenePosition) const
{
    std::vector<const BoxItem *> items;
    for (const auto *item : m_items)
        if (item->isVisible() && item->box().adjusted(-6, -2, 2, 2).contains(scenePosition))
            items.push_back(item);
    std::ranges::stable_sort(items, {}, [](const BoxItem *item) { return area(item->box()); });
    std::vector<size_t> highlights;
    for (const auto *item : items)
        highlights.push_back(item->highlight());
    return highlights;
}

std::vector<const Highlight *> BoxLayer::shown() const
{
    std::vector<const Highlight *> shown;
    for (const auto *item : m_items)
        if (item->part() == 0)
            shown.push_back(&m_highlights[item->highlight()]);
    return shown;
}

QRectF BoxLayer::flag() const
{
    return m_flag->isVisible() ? m_flag->flag().rect : QRectF();
}

void BoxLayer::placeFlag()
{
    m_flag->setVisible(false);
    const auto chosen = std::ranges::find_if(
        m_items, [this](const BoxItem *item) { return isSelected(m_highlights[item->highlight()]); });
    if (chosen == m_items.end())
        return;
    std::vector<QRectF> taken;
    for (const auto *item : m_items)
        taken.push_back(item->box().adjusted(-7, -1, 1, 1));
    const auto &highlight = m_highlights[(*chosen)->highlight()];
    if (highlight.page >= m_layout.pageCount())
        return;
    auto room = m_room;
    room.setTop(m_layout.pageRect(highlight.page).top());
    room.setBottom(m_layout.pageRect(highlight.page).bottom());
    const auto body = QApplication::font();
    const auto ink = [&](const QRectF &place) { return m_ink ? m_ink(highlight.page, place) : 0; };
    const auto placed = [&](const Highlight &shown) {
        return viewer::placeFlag((*chosen)->box(), flagSize(shown, body), taken, room.adjusted(2, 2, -2, -2), ink);
    };
    // The name stands beside the value, too: where there is no place for it, the level comes alone.
    auto brief = highlight;
    brief.label.clear();
    const auto whole = placed(highlight);
    if (const auto small = whole && !hidesPrint(*whole) ? std::nullopt : placed(brief); small && !hidesPrint(*small))
        m_flag->show(brief, *small);
    else if (whole)
        m_flag->show(highlight, *whole);
    else if (small)
        m_flag->show(brief, *small);
}

} // namespace xs::gui::viewer
