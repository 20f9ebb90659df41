// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/evaluate/reliabilityplot.h"

#include "evaluate/scores.h"
#include "gui/common/theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::gui::evaluate {

using common::TextRole;
using common::Theme;

namespace {

constexpr double dotReach = 9;

double radiusOf(int values, int most)
{
    return 3 + 4 * std::sqrt(static_cast<double>(values) / std::max(1, most));
}

QString twoDigits(double number)
{
    return QLocale().toString(number, 'f', 2);
}

} // namespace

ReliabilityPlot::ReliabilityPlot(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"reliabilityPlot"_s);
    setAccessibleName(tr("Reliability"));
    setMouseTracking(true);
}

void ReliabilityPlot::setReliability(const xs::evaluate::Reliability &reliability)
{
    m_reliability = reliability;
    describe();
    update();
}

void ReliabilityPlot::setThreshold(double threshold)
{
    m_threshold = threshold;
    update();
}

/// The picture in words, for those who do not see it.
void ReliabilityPlot::describe()
{
    QStringList parts;
    for (const auto &bin : m_reliability.bins)
        if (bin.values > 0)
            parts << tr("confidence %1: %2 % of %3 right")
                         .arg(twoDigits(bin.meanScore()))
                         .arg(std::lround(100 * bin.accuracy()))
                         .arg(bin.values);
    setAccessibleDescription(parts.join(u"; "_s));
}

QRectF ReliabilityPlot::plotArea() const
{
    const QFontMetrics metrics(common::fontFor(TextRole::Note, font()));
    const auto left = metrics.horizontalAdvance(u"100"_s) + metrics.height() + 12.0;
    return QRectF(rect()).adjusted(left, dotReach, -dotReach, -2.0 * metrics.height() - 10);
}

QPointF ReliabilityPlot::placeOf(double score, double share) const
{
    const auto area = plotArea();
    return {area.left() + area.width() * (score - m_from) / (1 - m_from), area.bottom() - area.height() * share};
}

void ReliabilityPlot::paintAxes(QPainter &painter, const QRectF &area) const
{
    const auto theme = Theme::of(palette());
    painter.setFont(common::fontFor(TextRole::Note, font()));
    const auto metrics = painter.fontMetrics();
    for (int share = 0; share <= 100; share += 25) {
        const auto y = placeOf(m_from, share / 100.0).y();
        painter.setPen(QPen(theme.line, 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(theme.text2);
        painter.drawText(QRectF(0, y - 10, area.left() - 6, 20), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(share));
    }
    for (double score = 0; score <= 1.001; score += 0.2) {
        const auto x = placeOf(score, 0).x();
        painter.drawText(QRectF(x - 20, area.bottom() + 3, 40, metrics.height()), Qt::AlignCenter,
                         QLocale().toString(score, 'f', 1));
    }
    painter.drawText(QRectF(area.left(), area.bottom() + 5 + metrics.height(), area.width(), metrics.height()),
                     Qt::AlignCenter, tr("confidence given"));
    painter.save();
    painter.translate(0, area.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-area.height() / 2, 0, area.height(), metrics.height()), Qt::AlignCenter, tr("right, %"));
    painter.restore();
    painter.setPen(QPen(theme.text2, 1, Qt::DashLine));
    painter.drawLine(placeOf(m_from, m_from), placeOf(1, 1));
}

void ReliabilityPlot::paintThreshold(QPainter &painter, const QRectF &area) const
{
    const auto theme = Theme::of(palette());
    const auto x = placeOf(m_threshold, 0).x();
    painter.setPen(QPen(theme.accent, 2));
    painter.drawLine(QPointF(x, area.top() - 4), QPointF(x, area.bottom()));
    const auto font = common::fontFor(TextRole::Note, this->font());
    const QFontMetrics metrics(font);
    const auto text = twoDigits(m_threshold);
    QRectF flag(0, 0, metrics.horizontalAdvance(text) + 10, metrics.height() + 2);
    flag.moveCenter({x, area.bottom() - flag.height()});
    flag.moveLeft(std::clamp(flag.left(), area.left(), area.right() + dotReach - flag.width()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accentFill);
    painter.drawRoundedRect(flag, 3, 3);
    painter.setFont(font);
    painter.setPen(theme.onFill);
    painter.drawText(flag, Qt::AlignCenter, text);
}

void ReliabilityPlot::paintBins(QPainter &painter) const
{
    const auto theme = Theme::of(palette());
    int most = 0;
    for (const auto &bin : m_reliability.bins)
        most = std::max(most, bin.values);
    std::optional<QPointF> before;
    painter.setPen(QPen(theme.text, 1));
    for (const auto &bin : m_reliability.bins) {
        if (bin.values == 0)
            continue;
        const auto here = placeOf(bin.meanScore(), bin.accuracy());
        const auto [low, high] = xs::evaluate::wilsonInterval(bin.right, bin.values);
        painter.drawLine(placeOf(bin.meanScore(), low), placeOf(bin.meanScore(), high));
        if (before)
            painter.drawLine(*before, here);
        before = here;
    }
    painter.setPen(QPen(theme.text, 1.5));
    painter.setBrush(theme.base);
    for (const auto &bin : m_reliability.bins)
        if (bin.values > 0)
            painter.drawEllipse(placeOf(bin.meanScore(), bin.accuracy()), radiusOf(bin.values, most),
                                radiusOf(bin.values, most));
}

void ReliabilityPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto area = plotArea();
    painter.fillRect(QRectF(area.topLeft(), QPointF(placeOf(m_threshold, 0).x(), area.bottom())),
                     Theme::of(palette()).accentSoft);
    paintAxes(painter, area);
    paintBins(painter);
    paintThreshold(painter, area);
}

void ReliabilityPlot::mousePressEvent(QMouseEvent *event)
{
    mouseMoveEvent(event);
}

void ReliabilityPlot::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    const auto area = plotArea();
    const auto score = m_from + (1 - m_from) * (event->position().x() - area.left()) / area.width();
    emit thresholdWanted(std::clamp(std::round(score * 100) / 100, 0.0, 1.0));
}

bool ReliabilityPlot::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        for (const auto &bin : m_reliability.bins)
            if (bin.values > 0 && QLineF(placeOf(bin.meanScore(), bin.accuracy()), help->pos()).length() <= dotReach) {
                QToolTip::showText(help->globalPos(),
                                   tr("Confidence %1 to %2: %3 of %4 values are right (%5 %).")
                                       .arg(twoDigits(bin.from), twoDigits(bin.to))
                                       .arg(bin.right)
                                       .arg(bin.values)
                                       .arg(std::lround(100 * bin.accuracy())),
                                   this);
                return true;
            }
        QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace xs::gui::evaluate
