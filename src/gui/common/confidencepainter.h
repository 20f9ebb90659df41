// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/confidence.h"
#include "gui/common/theme.h"

#include <QCoreApplication>

#include <optional>

class QPainter;

namespace xs::gui::common {

/// A confidence on screen: sign, word, number and bar, so that it is never colour alone.
class ConfidencePainter
{
    Q_DECLARE_TR_FUNCTIONS(ConfidencePainter)

public:
    /// "certain", "check", "low", "unknown".
    static QString word(domain::ConfidenceLevel level);
    /// Two decimals, rounded down so that the number never looks better than its level; "–" without a score.
    static QString number(std::optional<double> score);
    /// Word and number as one text, for tooltips and screen readers: "low 0.46", "unknown".
    static QString sentence(domain::ConfidenceLevel level, std::optional<double> score);

    ConfidencePainter(const Theme &theme, const QFont &font) : m_theme(theme), m_font(font) {}

    /// Sign, word, number and bar from the left of `cell`; where it is narrow, the word and then the bar give way.
    void paintCell(QPainter *painter, const QRectF &cell, domain::ConfidenceLevel level,
                   std::optional<double> score) const;
    /// Sign and number only, right-aligned in `cell`; returns the width taken.
    double paintShort(QPainter *painter, const QRectF &cell, domain::ConfidenceLevel level,
                      std::optional<double> score) const;
    /// The 34×4 bar: solid, dashes, dots, or a hatched outline over the full width.
    void paintBar(QPainter *painter, const QRectF &bar, domain::ConfidenceLevel level,
                  std::optional<double> score) const;

    /// The width that paintCell() needs to show everything.
    static constexpr int fullWidth = 142;
    static constexpr QSize barSize{34, 4};

private:
    Theme m_theme;
    QFont m_font;
};

} // namespace xs::gui::common
