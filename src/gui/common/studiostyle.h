// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/wheelguard.h"

#include "gui/common/theme.h"

#include <QProxyStyle>

class QApplication;

namespace xs::gui::common {

/// Heights, radii and colours of the window over Qt's Fusion style. It turns the platform's palette into the theme's
/// (so light and dark follow the system, and high contrast wins) and draws controls from that palette alone.
class StudioStyle : public QProxyStyle
{
    Q_OBJECT

public:
    enum class Scheme { System, Light, Dark };

    explicit StudioStyle(Scheme scheme = Scheme::System);

    /// Gives the application this style and a body font of 13 px, or more where the system's is large. The application
    /// owns the style.
    static StudioStyle *install(QApplication &application, Scheme scheme = Scheme::System);

    /// Takes effect at once. Motion off stops rings, pulses and animated scrolling.
    void setScheme(Scheme scheme);
    Scheme scheme() const { return m_scheme; }
    void setMotionAllowed(bool allowed) { m_motion = allowed; }

    using QProxyStyle::polish;
    void polish(QPalette &palette) override;
    void polish(QWidget *widget) override;
    QPalette standardPalette() const override;

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    QIcon standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;

private:
    Scheme m_scheme;
    bool m_motion = true;
    WheelGuard m_wheel;
};

} // namespace xs::gui::common
