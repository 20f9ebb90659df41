// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/icons.h"

#include "gui/common/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace xs::gui::common {

namespace {

/// The SVG with its `currentColor` replaced, because Qt Svg has no such colour of its own.
QByteArray coloredSvg(QStringView name, const QColor &color)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", color.name().toLatin1());
}

QPixmap renderedIcon(QStringView name, const QColor &color, const QSize &size, double ratio)
{
    const auto key = u"xs-icon/%1/%2/%3x%4@%5"_s.arg(name).arg(color.name(), QString::number(size.width()),
                                                               QString::number(size.height()), QString::number(ratio));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(size * ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer renderer(coloredSvg(name, color));
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QColor themeColor(const Theme &theme, IconColor color)
{
    switch (color) {
    case IconColor::Text:
        return theme.text;
    case IconColor::Text2:
        return theme.text2;
    case IconColor::Accent:
        return theme.accent;
    case IconColor::OnFill:
        return theme.onFill;
    case IconColor::Certain:
    case IconColor::Check:
    case IconColor::Low:
    case IconColor::Unknown:
        break;
    }
    return theme.levels[static_cast<size_t>(color) - static_cast<size_t>(IconColor::Certain)].text;
}

class SvgIconEngine final : public QIconEngine
{
public:
    SvgIconEngine(QString name, IconColor color) : m_name(std::move(name)), m_color(color) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        paintIcon(painter, rect, m_name, colorFor(mode, state));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        return renderedIcon(m_name, colorFor(mode, state), size / scale, scale);
    }

    QString key() const override { return u"xs-svg"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return !QFile::exists(u":/icons/%1.svg"_s.arg(m_name)); }
    QIconEngine *clone() const override { return new SvgIconEngine(*this); }

private:
    QColor colorFor(QIcon::Mode mode, QIcon::State state) const
    {
        const auto theme = Theme::of(QGuiApplication::palette());
        if (mode == QIcon::Disabled)
            return theme.text3;
        if (state == QIcon::On && m_color == IconColor::Text)
            return theme.accent;
        return themeColor(theme, m_color);
    }

    QString m_name;
    IconColor m_color;
};

} // namespace

QIcon icon(QStringView name, IconColor color)
{
    return QIcon(new SvgIconEngine(name.toString(), color));
}

void paintIcon(QPainter *painter, const QRectF &rect, QStringView name, const QColor &color)
{
    const auto side = qRound(std::min(rect.width(), rect.height()));
    const auto ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
    const QPointF corner(std::round((rect.center().x() - side / 2.0) * ratio) / ratio,
                         std::round((rect.center().y() - side / 2.0) * ratio) / ratio);
    painter->drawPixmap(corner, renderedIcon(name, color, QSize(side, side), ratio));
}

QStringView levelIcon(domain::ConfidenceLevel level)
{
    static constexpr QStringView names[] = {u"check", u"half", u"low", u"unknown"};
    return names[static_cast<size_t>(level)];
}

IconColor levelIconColor(domain::ConfidenceLevel level)
{
    return static_cast<IconColor>(static_cast<int>(IconColor::Certain) + static_cast<int>(level));
}

} // namespace xs::gui::common
