// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/viewer/highlight.h"

#include <QHash>
#include <QObject>
#include <QVariantAnimation>

#include <array>
#include <functional>
#include <span>

class QGraphicsScene;

namespace xs::gui::viewer {

class BoxItem;
class FlagItem;
class PageLayout;

/// The boxes of the values on the pages, which of them is chosen, and its flag. Only pages that are looked at have
/// items in the scene, so that a result of a hundred thousand values costs no more than a page of it. Owned by the page
/// view.
class BoxLayer : public QObject
{
    Q_OBJECT

public:
    /// The scene and the layout outlive it.
    BoxLayer(QGraphicsScene &scene, const PageLayout &layout, QObject *parent);

    /// Whether anything changed.
    bool setHighlights(std::vector<Highlight> highlights);
    void addHighlights(const std::vector<Highlight> &highlights);
    /// Other boxes for one value, or none; what it had before has no boxes any more.
    void replaceHighlights(const QString &path, const std::vector<Highlight> &highlights);
    const std::vector<Highlight> &highlights() const { return m_highlights; }
    void setVisible(bool visible);

    /// Chooses a value's citation; an unknown path chooses nothing.
    void select(const QString &path, int citation);
    const QString &selectedPath() const { return m_path; }
    int selectedCitation() const { return m_citation; }
    /// How much of a place of a page is printed on, 0…1 (see placeFlag). It outlives the layer's use.
    void setInk(std::function<double(int page, const QRectF &scenePlace)> ink) { m_ink = std::move(ink); }
    /// More of a page can be seen: its flag may stand better elsewhere.
    void takePicture(int page);
    /// Draws attention to the chosen box for a moment.
    void pulse();

    /// Gives the pages that are looked at their boxes. `room` is the part of the scene that is seen.
    void showPages(const std::vector<int> &pages, const QRectF &room);
    /// The pages stand elsewhere or have another size: items are placed anew.
    void place();

    /// The boxes of a citation in scene pixels, also on pages that are not looked at.
    std::vector<QRectF> boxesOf(const QString &path, int citation) const;
    /// The page of the citation's boxes; −1 without any.
    int pageOf(const QString &path, int citation) const;
    /// That of a value's first citation with boxes; −1 where it has none.
    int firstPageOf(const QString &path) const;
    /// How many values of each level have boxes.
    std::array<int, 4> levelCounts() const;
    /// What stands at a place of the scene: smallest first, so that a box inside a larger one can be reached.
    std::vector<size_t> highlightsAt(const QPointF &scenePosition) const;
    /// Empty where there is none.
    QRectF flag() const;
    /// What is drawn on the pages that are looked at, page by page in the result's order; until the next change.
    std::vector<const Highlight *> shown() const;

private:
    /// Of the highlights from this one on; from 0 on all is forgotten first.
    void index(size_t from);
    void makeItems();
    void makeItem(size_t highlight, size_t part);
    bool isSelected(const Highlight &highlight) const;
    std::span<const size_t> found(const QString &path) const;
    void placeFlag();

    QGraphicsScene &m_scene;
    const PageLayout &m_layout;
    std::vector<Highlight> m_highlights;
    QHash<QString, std::vector<size_t>> m_byPath;
    QHash<int, std::vector<size_t>> m_byPage;
    std::vector<int> m_shown;
    std::vector<BoxItem *> m_items;
    FlagItem *m_flag;
    std::function<double(int, const QRectF &)> m_ink;
    QRectF m_room;
    QString m_path;
    int m_citation = 0;
    bool m_visible = true;
    QVariantAnimation m_pulse;
};

} // namespace xs::gui::viewer
