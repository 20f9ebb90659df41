// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/confidencepainter.h"

#include "gui/common/icons.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::gui::common {

using domain::ConfidenceLevel;

namespace {

constexpr double iconSide = 14;
constexpr double wordStart = 19;
constexpr double numberEnd = 101;
constexpr double barStart = 108;
constexpr double numberWidth = 30;

void paintDashes(QPainter *painter, const QRectF &area, const QColor &color)
{
    for (double x = area.left(); x < area.right(); x += 7)
        painter->fillRect(QRectF(x, area.top(), std::min(5.0, area.right() - x), area.height()), color);
}

void paintDots(QPainter *painter, const QRectF &area, const QColor &color)
{
    painter->setBrush(color);
    for (double x = area.left(); x + area.height() <= area.right() + 1; x += 5)
        painter->drawEllipse(QRectF(x, area.top(), area.height(), area.height()));
}

void paintHatch(QPainter *painter, const QRectF &area, const QColor &color)
{
    QPainterPath outline;
    outline.addRoundedRect(area, 2, 2);
    painter->setClipPath(outline, Qt::IntersectClip);
    painter->setPen(QPen(color, 1));
    for (double x = area.left() - area.height(); x < area.right(); x += 4)
        painter->drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()));
    painter->setClipping(false);
    painter->drawPath(outline);
}

} // namespace

QString ConfidencePainter::word(ConfidenceLevel level)
{
    switch (level) {
    case ConfidenceLevel::Certain:
        return tr("certain");
    case ConfidenceLevel::Check:
        return tr("check");
    case ConfidenceLevel::Low:
        return tr("low");
    case ConfidenceLevel::Unknown:
        break;
    }
    return tr("unknown");
}

QString ConfidencePainter::number(std::optional<double> score)
{
    if (!score)
        return u"–"_s;
    constexpr double roundingNoise = 1e-9;
    return QLocale().toString(std::floor(*score * 100 + roundingNoise) / 100, 'f', 2);
}

QString ConfidencePainter::sentence(ConfidenceLevel level, std::optional<double> score)
{
    return score ? tr("%1 %2", "level and score, as in: low 0.46").arg(word(level), number(score)) : word(level);
}

void ConfidencePainter::paintCell(QPainter *painter, const QRectF &cell, ConfidenceLevel level,
                                  std::optional<double> score) const
{
    const auto &colors = m_theme.level(level);
    const bool withWord = cell.width() >= numberEnd;
    const bool withBar = cell.width() >= fullWidth;
    const auto end = withWord ? numberEnd : wordStart + numberWidth;

    painter->save();
    painter->setFont(m_font);
    paintIcon(painter, QRectF(cell.left(), cell.center().y() - iconSide / 2, iconSide, iconSide), levelIcon(level),
              colors.text);
    painter->setPen(colors.text);
    if (withWord)
        painter->drawText(cell.adjusted(wordStart, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, word(level));
    painter->setPen(m_theme.text);
    painter->drawText(QRectF(cell.left(), cell.top(), end, cell.height()), Qt::AlignVCenter | Qt::AlignRight,
                      number(score));
    painter->restore();
    if (withBar) {
        const QPointF corner(cell.left() + barStart, std::round(cell.center().y() - barSize.height() / 2.0));
        paintBar(painter, QRectF(corner, barSize), level, score);
    }
}

double ConfidencePainter::paintShort(QPainter *painter, const QRectF &cell, ConfidenceLevel level,
                                     std::optional<double> score) const
{
    constexpr double gap = 4;
    const auto text = number(score);
    const auto width = QFontMetricsF(m_font).horizontalAdvance(text);
    const auto &color = m_theme.level(level).text;
    painter->save();
    painter->setFont(m_font);
    painter->setPen(color);
    painter->drawText(cell, Qt::AlignVCenter | Qt::AlignRight, text);
    paintIcon(painter,
              QRectF(cell.right() - width - gap - iconSide, cell.center().y() - iconSide / 2, iconSide, iconSide),
              levelIcon(level), color);
    painter->restore();
    return width + gap + iconSide;
}

void ConfidencePainter::paintBar(QPainter *painter, const QRectF &bar, ConfidenceLevel level,
                                 std::optional<double> score) const
{
    const auto &color = m_theme.level(level).bar;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    if (level == ConfidenceLevel::Unknown) {
        paintHatch(painter, bar.adjusted(0.5, -0.5, -0.5, 0.5), color);
        painter->restore();
        return;
    }
    painter->setBrush(m_theme.track);
    painter->drawRoundedRect(bar, 1, 1);
    auto filled = bar;
    filled.setWidth(bar.width() * std::clamp(score.value_or(0), 0.0, 1.0));
    if (level == ConfidenceLevel::Certain)
        painter->fillRect(filled, color);
    else if (level == ConfidenceLevel::Check)
        paintDashes(painter, filled, color);
    else
        paintDots(painter, filled, color);
    painter->restore();
}

} // namespace xs::gui::common
