// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

#include <QRectF>
#include <QSizeF>

#include <vector>

namespace xs::engine {

/// How the lines of a recognised page lie on it. Photographs lean, their lines run apart, and some were turned to be
/// read: words are brought level for the engine, which compares heights, and are led back to the page where they are
/// cited. Boxes are in points.
class Levelling
{
public:
    /// A level page.
    explicit Levelling(const QSizeF &page = {}) : m_page(page) {}
    /// What the words tell, which are in the order in which they were read.
    static Levelling of(const std::vector<document::Word> &words, const QSizeF &page);

    bool isLevel() const { return m_quarterTurns == 0 && m_slope == 0 && m_growth == 0; }
    /// Of the page as it is read.
    QSizeF size() const;
    /// Of the page as it is shown.
    QSizeF pageSize() const { return m_page; }
    QRectF level(const QRectF &onPage) const;
    QRectF onPage(const QRectF &level) const;

private:
    void findTurns(const std::vector<document::Word> &words);
    void findSlope(const std::vector<document::Word> &words);
    double slopeAt(double y) const { return m_slope + m_growth * y; }
    QRectF turned(const QRectF &onPage) const;

    QSizeF m_page;
    /// Clockwise, by which the page stands upright.
    int m_quarterTurns = 0;
    /// Of the line at the upright page's top, and what is added to it by the point below.
    double m_slope = 0;
    double m_growth = 0;
};

} // namespace xs::engine
