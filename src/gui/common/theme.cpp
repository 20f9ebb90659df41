// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/theme.h"

#include <QFontDatabase>
#include <QFontInfo>

#include <algorithm>
#include <cmath>

namespace xs::gui::common {

namespace {

/// From this ratio on, text and ground are black and white: nobody has that by accident.
constexpr double highContrastRatio = 20;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor mix(const QColor &a, const QColor &b, double part)
{
    return QColor::fromRgbF(a.redF() + (b.redF() - a.redF()) * part, a.greenF() + (b.greenF() - a.greenF()) * part,
                            a.blueF() + (b.blueF() - a.blueF()) * part);
}

Theme makeLight()
{
    Theme t;
    t.window = 0xF3F4F6;
    t.panel = 0xFAFAFB;
    t.base = 0xFFFFFF;
    t.alternate = 0xF7F8FA;
    t.canvas = 0xE3E6EA;
    t.line = 0xDDE1E6;
    t.track = 0xE4E7EB;
    t.control = 0xBFC5CE;
    t.field = 0x868E99;
    t.text = 0x1C2128;
    t.text2 = 0x565F6B;
    t.text3 = 0x67707C;
    t.accent = 0x1664B0;
    t.accentFill = 0x1664B0;
    t.accentSoft = 0xE3EEF9;
    t.onFill = 0xFFFFFF;
    t.jsonString = 0x00694C;
    t.jsonNumber = 0x8A3F00;
    t.levels = {LevelColors{0x00694C, 0x00936B, 0xDDF1EA}, LevelColors{0x946000, 0xC88100, 0xFBEED3},
                LevelColors{0x813600, 0xB04C00, 0xFBE4D6}, LevelColors{0x565F6B, 0x7A828C, 0xECEEF1}};
    return t;
}

Theme makeDark()
{
    Theme t;
    t.dark = true;
    t.window = 0x202328;
    t.panel = 0x24282D;
    t.base = 0x1A1D21;
    t.alternate = 0x1F2226;
    t.canvas = 0x121417;
    t.line = 0x353A42;
    t.track = 0x363C44;
    t.control = 0x4C535D;
    t.field = 0x727B87;
    t.text = 0xE4E7EB;
    t.text2 = 0xA6AEB9;
    t.text3 = 0x858E9A;
    t.accent = 0x6BB1F2;
    t.accentFill = 0x2873BE;
    t.accentSoft = 0x1E3850;
    t.onFill = 0xFFFFFF;
    t.jsonString = 0x4CCBA4;
    t.jsonNumber = 0xFF9D66;
    t.levels = {LevelColors{0x4CCBA4, 0x22B78B, 0x173A30}, LevelColors{0xF0B84A, 0xE69F00, 0x3D3117},
                LevelColors{0xFF9D66, 0xF0762A, 0x43291A}, LevelColors{0xA6AEB9, 0x8E97A3, 0x2C3036}};
    return t;
}

/// Only the platform's own colours; levels keep their signs and words but give up their hues.
Theme makeHighContrast(const QPalette &platform)
{
    Theme t;
    const auto text = platform.color(QPalette::Text);
    const auto base = platform.color(QPalette::Base);
    t.dark = luminance(base) < luminance(text);
    t.highContrast = true;
    t.window = platform.color(QPalette::Window);
    t.panel = t.window;
    t.base = base;
    t.alternate = base;
    t.canvas = mix(base, text, 0.2);
    t.line = t.control = t.field = text;
    t.track = mix(base, text, 0.25);
    t.text = t.text2 = text;
    t.text3 = mix(text, base, 0.2);
    t.accent =
        contrastRatio(platform.color(QPalette::Highlight), base) >= 4.5 ? platform.color(QPalette::Highlight) : text;
    t.accentFill = platform.color(QPalette::Highlight);
    t.onFill = platform.color(QPalette::HighlightedText);
    t.accentSoft = mix(base, t.accentFill, 0.25);
    t.jsonString = t.jsonNumber = text;
    t.levels.fill({text, text, t.track});
    return t;
}

bool isHighContrast(const QPalette &p)
{
    return contrastRatio(p.color(QPalette::Window), p.color(QPalette::WindowText)) >= highContrastRatio &&
           contrastRatio(p.color(QPalette::Base), p.color(QPalette::Text)) >= highContrastRatio;
}

/// Without loading the font where it says its size in pixels.
int pixelSizeOf(const QFont &font)
{
    return font.pixelSize() > 0 ? font.pixelSize() : QFontInfo(font).pixelSize();
}

QFont scaled(QFont font, double size, QFont::Weight weight)
{
    const auto body = pixelSizeOf(font);
    font.setPixelSize(qMax(1, qRound(body * size / 13)));
    font.setWeight(weight);
    return font;
}

} // namespace

const Theme &Theme::lightTheme()
{
    static const auto theme = makeLight();
    return theme;
}

const Theme &Theme::darkTheme()
{
    static const auto theme = makeDark();
    return theme;
}

Theme Theme::forPlatform(const QPalette &platform)
{
    if (isHighContrast(platform))
        return makeHighContrast(platform);
    return luminance(platform.color(QPalette::Window)) < luminance(platform.color(QPalette::WindowText)) ? darkTheme()
                                                                                                         : lightTheme();
}

Theme Theme::of(const QPalette &palette)
{
    const auto window = palette.color(QPalette::Active, QPalette::Window);
    if (window == lightTheme().window)
        return lightTheme();
    if (window == darkTheme().window)
        return darkTheme();
    return forPlatform(palette);
}

QPalette Theme::palette() const
{
    QPalette p(text, window, line, canvas, field, text, onFill, base, window);
    p.setColor(QPalette::AlternateBase, alternate);
    p.setColor(QPalette::Button, base);
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::Mid, control);
    p.setColor(QPalette::Midlight, line);
    p.setColor(QPalette::Shadow, canvas);
    p.setColor(QPalette::PlaceholderText, text3);
    p.setColor(QPalette::Highlight, highContrast ? accentFill : accentSoft);
    p.setColor(QPalette::HighlightedText, highContrast ? onFill : text);
    p.setColor(QPalette::Link, accent);
    p.setColor(QPalette::LinkVisited, accent);
    p.setColor(QPalette::ToolTipBase, panel);
    p.setColor(QPalette::ToolTipText, text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, text3);
    return p;
}

PaperColors paperColors(domain::ConfidenceLevel level)
{
    const auto withAlpha = [](QRgb color, double alpha) {
        QColor result(color);
        result.setAlphaF(static_cast<float>(alpha));
        return result;
    };
    switch (level) {
    case domain::ConfidenceLevel::Certain:
        return {0x00936B, withAlpha(0x009E73, 0.07)};
    case domain::ConfidenceLevel::Check:
        return {0xC88100, withAlpha(0xE69F00, 0.13)};
    case domain::ConfidenceLevel::Low:
        return {0xB04C00, withAlpha(0xD55E00, 0.10)};
    case domain::ConfidenceLevel::Unknown:
        break;
    }
    return {0x7A828C, withAlpha(0x7A828C, 0.38)};
}

QColor paperAccent()
{
    return 0x1664B0;
}

QFont fontFor(TextRole role, const QFont &body)
{
    switch (role) {
    case TextRole::Body:
        break;
    case TextRole::Strong:
        return scaled(body, 13, QFont::DemiBold);
    case TextRole::Header:
        return scaled(body, 12, QFont::Medium);
    case TextRole::Secondary:
        return scaled(body, 12, QFont::Normal);
    case TextRole::Note:
        return scaled(body, 11, QFont::Normal);
    case TextRole::Headline:
        return scaled(body, 15, QFont::DemiBold);
    case TextRole::Title:
        return scaled(body, 20, QFont::DemiBold);
    case TextRole::Fixed: {
        auto font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setPixelSize(qMax(1, qRound(pixelSizeOf(body) * 12 / 13.0)));
        return font;
    }
    }
    return body;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

} // namespace xs::gui::common
