// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/evaluate/differencedelegate.h"

#include "gui/common/confidencepainter.h"
#include "gui/common/icons.h"
#include "gui/evaluate/differencemodel.h"

#include <QPainter>

#include <algorithm>

namespace xs::gui::evaluate {

using common::TextRole;
using common::Theme;
using xs::evaluate::Difference;

namespace {

constexpr int edge = 12;
constexpr int rowHeight = 26;
constexpr int iconSide = 14;

void paintText(QPainter *painter, const QRect &place, const QString &text, Qt::TextElideMode elide = Qt::ElideRight)
{
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(text, elide, place.width()));
}

/// The letters that differ stand on a ground of their own; those of the run are dotted below as well, so that colour
/// is not the only mark.
void paintValue(QPainter *painter, const QRect &place, const QModelIndex &index, const Theme &theme)
{
    const bool isNull = index.data(DifferenceModel::NullRole).toBool();
    const auto text = index.data().toString().simplified();
    painter->setPen(isNull ? theme.text3 : theme.text);
    const auto kind = static_cast<Difference>(index.data(DifferenceModel::DifferenceRole).toInt());
    if (!isNull && kind == Difference::Changed) {
        const auto part = differingPart(text, index.data(DifferenceModel::OtherTextRole).toString().simplified());
        const auto metrics = painter->fontMetrics();
        const auto left = place.left() + metrics.horizontalAdvance(text.left(part.begin));
        const auto width = metrics.horizontalAdvance(text.mid(part.begin, part.length));
        const auto ground = QRect(left, place.center().y() - metrics.height() / 2, width, metrics.height()) & place;
        const bool isRun = index.column() == DifferenceModel::Value;
        const auto &low = theme.level(domain::ConfidenceLevel::Low);
        if (!ground.isEmpty()) {
            painter->fillRect(ground, isRun ? low.soft : theme.track);
            if (isRun) {
                painter->save();
                painter->setPen(QPen(low.bar, 1.5, Qt::DotLine));
                painter->drawLine(ground.bottomLeft(), ground.bottomRight());
                painter->restore();
            }
        }
    }
    paintText(painter, place, text);
}

void paintConfidence(QPainter *painter, const QStyleOptionViewItem &option, const QRect &place,
                     const QModelIndex &index, const Theme &theme)
{
    const auto score = index.data(DifferenceModel::ScoreRole);
    const auto font = common::fontFor(TextRole::Secondary, option.font);
    if (!score.isValid()) {
        painter->setFont(font);
        painter->setPen(theme.text2);
        return paintText(painter, place.adjusted(19, 0, 0, 0), index.data().toString());
    }
    const auto level = static_cast<domain::ConfidenceLevel>(index.data(DifferenceModel::LevelRole).toInt());
    common::ConfidencePainter(theme, font).paintCell(painter, place, level, score.toDouble());
}

void paintVerdict(QPainter *painter, const QStyleOptionViewItem &option, const QRect &place, const QModelIndex &index,
                  const Theme &theme)
{
    const auto kind = static_cast<Difference>(index.data(DifferenceModel::DifferenceRole).toInt());
    common::paintIcon(painter, QRectF(place.left(), place.center().y() - iconSide / 2 + 1, iconSide, iconSide),
                      DifferenceModel::verdictIcon(kind), theme.text2);
    painter->setFont(common::fontFor(TextRole::Secondary, option.font));
    painter->setPen(theme.text2);
    paintText(painter, place.adjusted(iconSide + 6, 0, 0, 0), index.data().toString());
}

} // namespace

DifferingPart differingPart(const QString &text, const QString &other)
{
    const auto most = std::min(text.size(), other.size());
    qsizetype begin = 0;
    while (begin < most && text[begin] == other[begin])
        ++begin;
    qsizetype end = 0;
    while (end < most - begin && text[text.size() - 1 - end] == other[other.size() - 1 - end])
        ++end;
    return {begin, text.size() - begin - end};
}

QSize DifferenceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {60, std::max(rowHeight, option.fontMetrics.height() + 8)};
}

void DifferenceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto theme = Theme::of(option.palette);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const auto place = option.rect.adjusted(edge, 0, -4, 0);
    painter->save();
    if (isSelected)
        painter->fillRect(option.rect, theme.accentSoft);
    painter->setFont(option.font);
    painter->setPen(index.column() == DifferenceModel::Field ? theme.text2 : theme.text);
    switch (index.column()) {
    case DifferenceModel::Reference:
    case DifferenceModel::Value:
        paintValue(painter, place, index, theme);
        break;
    case DifferenceModel::Confidence:
        paintConfidence(painter, option, place, index, theme);
        break;
    case DifferenceModel::Verdict:
        paintVerdict(painter, option, place, index, theme);
        break;
    case DifferenceModel::Field:
        // The name itself, and which row it is of, stand at the end.
        paintText(painter, place, index.data().toString(), Qt::ElideLeft);
        break;
    default:
        // Documents of a batch often differ in the last characters of their names alone.
        paintText(painter, place, index.data().toString(), Qt::ElideMiddle);
        break;
    }
    if (isSelected && option.rect.left() <= 0)
        painter->fillRect(QRect(0, option.rect.top(), 3, option.rect.height()), theme.accent);
    painter->restore();
}

} // namespace xs::gui::evaluate
