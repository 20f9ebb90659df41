// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/confidence.h"

#include <QColor>
#include <QFont>
#include <QPalette>

#include <array>

class QWidget;

namespace xs::gui::common {

/// The colours of one confidence level beside the paper: text and sign, bar, and soft cell.
struct LevelColors
{
    QColor text;
    QColor bar;
    QColor soft;
};

/// Every colour of the window, by use. A plain value: widgets and delegates ask `Theme::of(palette())` when they
/// paint, so they follow the palette that StudioStyle installs, and there is nothing to pass around or to refresh.
struct Theme
{
    bool dark = false;
    /// The platform's high-contrast palette is in force; the colours below are made of it.
    bool highContrast = false;

    QColor window;     ///< menu bar, toolbar, status bar
    QColor panel;      ///< dock titles, table headers, footers
    QColor base;       ///< tables, editors
    QColor alternate;  ///< thumbnails, drop zone
    QColor canvas;     ///< around the paper
    QColor line;       ///< separators
    QColor track;      ///< empty part of a bar, disabled fill
    QColor control;    ///< outline of buttons, chips, combo boxes
    QColor field;      ///< outline of edits, check boxes, radio buttons
    QColor text;       ///< values
    QColor text2;      ///< labels, headers
    QColor text3;      ///< placeholder, "no value", disabled
    QColor accent;     ///< active text, lines, focus ring: the human
    QColor accentFill; ///< filled button, checked box, progress
    QColor accentSoft; ///< selected row, active segment
    QColor onFill;     ///< text and signs on accentFill
    QColor jsonString;
    QColor jsonNumber;
    std::array<LevelColors, 4> levels;

    const LevelColors &level(domain::ConfidenceLevel level) const { return levels[static_cast<size_t>(level)]; }

    static const Theme &lightTheme();
    static const Theme &darkTheme();
    /// The theme that fits a platform's own palette: high contrast wins, else light or dark by its lightness.
    static Theme forPlatform(const QPalette &platform);
    /// The theme whose palette this is.
    static Theme of(const QPalette &palette);

    QPalette palette() const;
};

/// Marks on paper, which is white in both themes, so that there is one set of colours.
struct PaperColors
{
    QColor line;
    QColor fill;
};
PaperColors paperColors(domain::ConfidenceLevel level);
/// The selection's colour on paper.
QColor paperAccent();

/// Sizes of text, scaled from the application's font (13 px by design).
enum class TextRole { Body, Strong, Header, Secondary, Note, Headline, Title, Fixed };
QFont fontFor(TextRole role, const QFont &body);

/// Contrast of two colours after WCAG 2 (1…21).
double contrastRatio(const QColor &a, const QColor &b);

} // namespace xs::gui::common
