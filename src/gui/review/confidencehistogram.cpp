// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/confidencehistogram.h"

#include "gui/common/confidencepainter.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::review {

using domain::ConfidenceLevel;

ConfidenceHistogram::ConfidenceHistogram(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"confidenceHistogram"_s);
    setAccessibleName(tr("Confidences"));
    setFixedSize(sizeHint());
}

void ConfidenceHistogram::setValues(const std::vector<xs::review::ReviewValue> &values)
{
    m_bins = {};
    m_levels = {};
    std::array<int, 4> sums{};
    for (const auto &value : values) {
        // Nothing was found and nothing is said about it.
        if (value.isNull && !value.score)
            continue;
        ++sums[static_cast<std::size_t>(value.level)];
        if (!value.score)
            continue;
        const auto bin = std::clamp(static_cast<int>(*value.score * binCount), 0, binCount - 1);
        ++m_bins[bin];
        ++m_levels[bin][static_cast<std::size_t>(value.level)];
    }
    QStringList parts;
    for (std::size_t i = 0; i < sums.size(); ++i)
        parts << u"%1 %2"_s.arg(common::ConfidencePainter::word(static_cast<ConfidenceLevel>(i)),
                                QLocale().toString(sums[i]));
    setToolTip(tr("Confidence of the values, from 0 to 1: %1").arg(parts.join(u" · "_s)));
    setAccessibleDescription(toolTip());
    update();
}

void ConfidenceHistogram::paintEvent(QPaintEvent *)
{
    const auto theme = common::Theme::of(palette());
    QPainter painter(this);
    const auto most = std::max(1, *std::ranges::max_element(m_bins));
    const double step = static_cast<double>(width()) / binCount;
    const double floor = height() - 3;
    for (int i = 0; i < binCount; ++i) {
        const QRectF column(i * step, 2, step - 2, floor - 2);
        painter.fillRect(QRectF(column.left(), floor, column.width(), 1), theme.track);
        if (m_bins[i] == 0)
            continue;
        // A single value is seen, too.
        double bottom = floor;
        const double whole = std::max(2.0, column.height() * m_bins[i] / most);
        for (std::size_t level = 0; level < m_levels[i].size(); ++level) {
            const double part = whole * m_levels[i][level] / m_bins[i];
            painter.fillRect(QRectF(column.left(), bottom - part, column.width(), part),
                             theme.level(static_cast<ConfidenceLevel>(level)).bar);
            bottom -= part;
        }
    }
}

} // namespace xs::gui::review
