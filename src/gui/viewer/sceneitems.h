// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/viewer/flag.h"
#include "gui/viewer/highlight.h"

#include <QGraphicsItem>

namespace xs::gui::viewer {

class PageTiles;

/// One page: paper of the final size at once, its picture as far as there is one. Scene units are pixels.
class PageItem : public QGraphicsItem
{
public:
    PageItem(PageTiles &tiles, int page) : m_tiles(tiles), m_page(page) {}
    /// `turn` is 0, 90, 180 or 270 degrees clockwise; `width` that of the unturned page in device pixels.
    void place(const QRectF &rect, int turn, int width);

    QRectF boundingRect() const override { return m_rect.adjusted(-4, -4, 4, 4); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    PageTiles &m_tiles;
    int m_page;
    QRectF m_rect;
    int m_turn = 0;
    int m_width = 0;
};

/// One box of a highlight, above the page.
class BoxItem : public QGraphicsItem
{
public:
    /// `part` is the rectangle's number within its highlight; only the first one carries the badge.
    BoxItem(size_t highlight, size_t part, domain::ConfidenceLevel level);

    size_t highlight() const { return m_highlight; }
    size_t part() const { return m_part; }
    const QRectF &box() const { return m_box; }
    void setBox(const QRectF &box);
    void setChosen(bool chosen);
    void setGlow(double glow);

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    size_t m_highlight;
    size_t m_part;
    domain::ConfidenceLevel m_level;
    QRectF m_box;
    bool m_chosen = false;
    double m_glow = 0;
};

/// Words that a person has marked, or that a search has found, one box a line; above the page, below the values' boxes.
class MarkedText : public QGraphicsItem
{
public:
    enum class Look { Marked, Found, FoundHere };
    explicit MarkedText(Look look = Look::Marked);
    void setBoxes(std::vector<QRectF> boxes);

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    Look m_look;
    std::vector<QRectF> m_boxes;
};

/// The flag of the selected box, above everything.
class FlagItem : public QGraphicsItem
{
public:
    explicit FlagItem(const QFont &body);
    void show(const Highlight &highlight, const Flag &flag);

    const Flag &flag() const { return m_flag; }
    QRectF boundingRect() const override { return m_flag.rect.adjusted(-8, -8, 8, 8); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QFont m_body;
    Highlight m_highlight;
    Flag m_flag;
};

} // namespace xs::gui::viewer
