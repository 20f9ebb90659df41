// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/viewer/flag.h"
#include "gui/viewer/highlight.h"

#include <QGraphicsItem>
#include <QPixmap>

namespace xs::gui::viewer {

/// One page: paper of the final size at once, its picture when it comes. Scene units are pixels.
class PageItem : public QGraphicsItem
{
public:
    void setRect(const QRectF &rect);
    /// The whole page; stretched where it was painted for another zoom.
    void setPicture(const QPixmap &picture);
    /// A sharper part of it (fractions), for zooms at which the whole page would be too large a picture.
    void setDetail(const QPixmap &detail, const domain::PageRect &area, int width);
    /// Whether the detail was painted for this width of the page and covers the part.
    bool hasDetail(const domain::PageRect &part, int width) const;
    void clearDetail();
    void clearPictures();
    bool hasPicture() const { return !m_picture.isNull(); }
    /// The width for which the picture was painted, in device pixels; 0 without one.
    int pictureWidth() const { return m_picture.width(); }

    QRectF boundingRect() const override { return m_rect.adjusted(-4, -4, 4, 4); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QRectF m_rect;
    QPixmap m_picture;
    QPixmap m_detail;
    domain::PageRect m_detailArea;
    int m_detailWidth = 0;
};

/// One box of a highlight, above the page.
class BoxItem : public QGraphicsItem
{
public:
    /// `part` is the rectangle's number within its highlight; only the first one carries the badge.
    BoxItem(size_t highlight, int part, domain::ConfidenceLevel level);

    size_t highlight() const { return m_highlight; }
    const QRectF &box() const { return m_box; }
    void setBox(const QRectF &box);
    void setChosen(bool chosen);
    void setGlow(double glow);

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    size_t m_highlight;
    int m_part;
    domain::ConfidenceLevel m_level;
    QRectF m_box;
    bool m_chosen = false;
    double m_glow = 0;
};

/// Words that a person has marked, one box a line; above the page, below the values' boxes.
class MarkedText : public QGraphicsItem
{
public:
    MarkedText();
    void setBoxes(std::vector<QRectF> boxes);

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
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
