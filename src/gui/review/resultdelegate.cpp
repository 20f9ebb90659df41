// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/resultdelegate.h"

#include "gui/common/confidencepainter.h"
#include "gui/common/foundtext.h"
#include "gui/common/icons.h"
#include "gui/review/nestedtable.h"
#include "gui/review/resultmodel.h"

#include <QPainter>

#include <algorithm>

namespace xs::gui::review {

using common::TextRole;

namespace {

constexpr int edge = 12;
constexpr int rowHeight = 26;
constexpr int iconSide = 14;
constexpr int arrowSpace = 17;

RowKind kindOf(const QModelIndex &index)
{
    return static_cast<RowKind>(index.data(ResultModel::KindRole).toInt());
}

void paintField(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, const QString &found,
                const common::Theme &theme)
{
    auto place = option.rect.adjusted(edge, 0, 0, 0);
    const bool group = kindOf(index) == RowKind::Group;
    if (group) {
        const bool open = option.state.testFlag(QStyle::State_Open);
        common::paintIcon(painter, QRectF(place.left() - 2, place.center().y() - iconSide / 2 + 1, iconSide, iconSide),
                          open ? u"chevrondown" : u"chevronright", theme.text2);
        place.setLeft(place.left() + arrowSpace);
    }
    const bool strong = group || option.state.testFlag(QStyle::State_Selected);
    painter->setFont(strong ? common::fontFor(TextRole::Strong, option.font) : option.font);
    painter->setPen(theme.text);
    common::paintFoundText(painter, place, index.data().toString(), Qt::AlignLeft, group ? QString() : found, theme);
}

void paintValue(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, const QString &found,
                const common::Theme &theme)
{
    // The tree itself writes what a group says, because it runs over several cells.
    if (kindOf(index) == RowKind::Group)
        return;
    const auto place = option.rect.adjusted(edge, 0, -4, 0);
    const bool none = index.data(ResultModel::NullRole).toBool();
    const bool strong = option.state.testFlag(QStyle::State_Selected) && !none;
    painter->setFont(strong ? common::fontFor(TextRole::Strong, option.font) : option.font);
    const bool removed = index.data(ResultModel::VerdictRole).toInt() == static_cast<int>(xs::review::Verdict::Removed);
    if (removed) {
        auto crossed = painter->font();
        crossed.setStrikeOut(true);
        painter->setFont(crossed);
    }
    painter->setPen(none || removed ? theme.text3 : theme.text);
    common::paintFoundText(painter, place, index.data().toString().simplified(), Qt::AlignLeft,
                           none ? QString() : found, theme);
}

void paintConfidence(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                     const common::Theme &theme)
{
    // Nothing was found and nothing is said about it: no mark is calmer than a question mark.
    if (index.data().toString().isEmpty())
        return;
    const auto level = static_cast<domain::ConfidenceLevel>(index.data(ResultModel::LevelRole).toInt());
    const auto score = index.data(ResultModel::ScoreRole);
    const common::ConfidencePainter confidence(theme, common::fontFor(TextRole::Secondary, option.font));
    confidence.paintCell(painter, option.rect.adjusted(edge, 0, -4, 0), level,
                         score.isValid() ? std::optional(score.toDouble()) : std::nullopt);
}

void paintState(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                const common::Theme &theme)
{
    const auto text = index.data().toString();
    if (text.isEmpty())
        return;
    const auto place = option.rect.adjusted(edge, 0, 0, 0);
    const auto verdict = static_cast<xs::review::Verdict>(index.data(ResultModel::VerdictRole).toInt());
    const bool byPerson = verdict != xs::review::Verdict::None;
    common::paintIcon(painter, QRectF(place.left(), place.center().y() - iconSide / 2 + 1, iconSide, iconSide),
                      verdictIcon(verdict), byPerson ? theme.accent : theme.text2);
    painter->setFont(common::fontFor(TextRole::Secondary, option.font));
    painter->setPen(theme.text2);
    const auto words = place.adjusted(iconSide + 5, 0, 0, 0);
    if (painter->fontMetrics().horizontalAdvance(text) <= words.width())
        painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft, text);
}

void paintPage(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
               const common::Theme &theme)
{
    const bool none = index.data(ResultModel::NoEvidenceRole).toBool();
    painter->setFont(common::fontFor(TextRole::Secondary, option.font));
    painter->setPen(none ? theme.level(domain::ConfidenceLevel::Low).text : theme.text2);
    common::paintFoundText(painter, option.rect.adjusted(0, 0, -edge, 0), index.data().toString(), Qt::AlignRight, {},
                           theme);
}

} // namespace

/// All rows are equally high, so that a view of very many need not ask each.
QSize ResultDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, std::max(rowHeight, option.fontMetrics.height() + 8)};
}

void ResultDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto theme = common::Theme::of(option.palette);
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.accentSoft);
    if (index.column() == ResultModel::FieldColumn) {
        paintField(painter, option, index, m_found, theme);
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(QRect(0, option.rect.top(), 3, option.rect.height()), theme.accent);
    } else if (index.column() == ResultModel::ValueColumn) {
        paintValue(painter, option, index, m_found, theme);
    } else if (kindOf(index) == RowKind::Value) {
        if (index.column() == ResultModel::ConfidenceColumn)
            paintConfidence(painter, option, index, theme);
        else if (index.column() == ResultModel::StateColumn)
            paintState(painter, option, index, theme);
        else
            paintPage(painter, option, index, theme);
    }
    painter->restore();
}

} // namespace xs::gui::review
