// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/levelcounts.h"

#include "gui/common/confidencepainter.h"
#include "gui/common/icons.h"
#include "gui/common/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::viewer {

namespace {

constexpr int iconSide = 14;
constexpr int iconGap = 4;
constexpr int entryGap = 16;

QString countText(const QString &word, int count, bool words)
{
    const auto number = QLocale().toString(count);
    return words ? u"%1 %2"_s.arg(word, number) : number;
}

} // namespace

LevelCounts::LevelCounts(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setCounts({});
}

void LevelCounts::setCounts(const std::array<int, 4> &levels)
{
    m_levels = levels;
    QStringList texts;
    for (size_t i = 0; i < m_levels.size(); ++i)
        texts << countText(common::ConfidencePainter::word(static_cast<domain::ConfidenceLevel>(i)), m_levels[i], true);
    setAccessibleName(texts.join(u", "_s));
    setToolTip(accessibleName());
    updateGeometry();
    update();
}

int LevelCounts::widthOf(bool words) const
{
    const QFontMetrics metrics(common::fontFor(common::TextRole::Secondary, font()));
    int width = 0;
    for (size_t i = 0; i < m_levels.size(); ++i)
        width += iconSide + iconGap + entryGap +
                 metrics.horizontalAdvance(countText(
                     common::ConfidencePainter::word(static_cast<domain::ConfidenceLevel>(i)), m_levels[i], words));
    return width - entryGap;
}

QSize LevelCounts::sizeHint() const
{
    return {widthOf(true), 20};
}

QSize LevelCounts::minimumSizeHint() const
{
    return {widthOf(false), 20};
}

void LevelCounts::paintEvent(QPaintEvent *)
{
    // Before a run there is nothing to count.
    if (std::ranges::all_of(m_levels, [](int count) { return count == 0; }))
        return;
    const auto theme = common::Theme::of(palette());
    const bool words = width() >= widthOf(true);
    QPainter painter(this);
    painter.setFont(common::fontFor(common::TextRole::Secondary, font()));
    const auto paintEntry = [&](double x, QStringView icon, const QString &text, const QColor &color) {
        const double textWidth = painter.fontMetrics().horizontalAdvance(text);
        common::paintIcon(&painter, QRectF(x, (height() - iconSide) / 2.0, iconSide, iconSide), icon, color);
        painter.setPen(color);
        painter.drawText(QRectF(x + iconSide + iconGap, 0, textWidth + 2, height()), Qt::AlignVCenter | Qt::AlignLeft,
                         text);
        return x + iconSide + iconGap + textWidth + entryGap;
    };
    double x = 0;
    for (size_t i = 0; i < m_levels.size(); ++i) {
        const auto level = static_cast<domain::ConfidenceLevel>(i);
        x = paintEntry(x, common::levelIcon(level),
                       countText(common::ConfidencePainter::word(level), m_levels[i], words), theme.level(level).text);
    }
}

} // namespace xs::gui::viewer
