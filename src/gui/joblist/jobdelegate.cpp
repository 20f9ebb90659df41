// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/joblist/jobdelegate.h"

#include "gui/common/confidencepainter.h"
#include "gui/joblist/jobmodel.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace xs::gui::joblist {

using common::TextRole;
using common::Theme;

namespace {

constexpr int edge = 12;
constexpr int iconSide = 14;
constexpr int gap = 6;
constexpr int rowHeight = 26;
constexpr int twoLineHeight = 44;
/// Documents of a batch often differ in the last characters of their names alone.
constexpr auto nameElide = Qt::ElideMiddle;

JobState stateOf(const QModelIndex &index)
{
    return static_cast<JobState>(index.data(JobModel::StateRole).toInt());
}

QColor colorOf(JobState state, const Theme &theme)
{
    switch (state) {
    case JobState::Running:
        return theme.accent;
    case JobState::Retrying:
        return theme.level(domain::ConfidenceLevel::Check).text;
    case JobState::Completed:
        return theme.level(domain::ConfidenceLevel::Certain).text;
    case JobState::Failed:
        return theme.level(domain::ConfidenceLevel::Low).text;
    default:
        return theme.text2;
    }
}

void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &)
{
    const auto *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
}

/// A cell's text with an icon before it.
void paintWords(QPainter *painter, QRect place, QStringView icon, const QColor &iconColor, const QString &text,
                const QFont &font, const QColor &color, Qt::Alignment alignment = Qt::AlignLeft,
                Qt::TextElideMode elide = Qt::ElideRight)
{
    if (!icon.isEmpty()) {
        common::paintIcon(painter, QRectF(place.left(), place.center().y() - iconSide / 2.0 + 0.5, iconSide, iconSide),
                          icon, iconColor);
        place.setLeft(place.left() + iconSide + gap);
    }
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(place, static_cast<int>(alignment | Qt::AlignVCenter),
                      QFontMetrics(font).elidedText(text, elide, place.width()));
}

/// "31 values" of "31 values · lowest 0.67" where there is no room for both.
QString wholeParts(QString text, const QFontMetrics &metrics, int room)
{
    const auto separator = u" · "_s;
    while (metrics.horizontalAdvance(text) > room && text.contains(separator))
        text.truncate(text.lastIndexOf(separator));
    return text;
}

/// Four pieces, one for each stage of the way: upload, sent, on the server, being read. Only the upload has a measure,
/// so only its piece is filled by parts.
void paintProgress(QPainter *painter, const QRect &place, const QModelIndex &index, const Theme &theme,
                   const QFont &font)
{
    const auto stage = static_cast<JobStage>(index.data(JobModel::StageRole).toInt());
    if (stage == JobStage::None)
        return;
    constexpr int pieces = 4;
    constexpr qreal pieceWidth = 13;
    constexpr qreal pieceGap = 2;
    const auto passed = static_cast<int>(stage) - static_cast<int>(JobStage::Uploading);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    for (int i = 0; i < pieces; ++i) {
        const QRectF piece(place.left() + i * (pieceWidth + pieceGap), place.center().y() - 1.5, pieceWidth, 4);
        painter->setBrush(theme.track);
        painter->drawRoundedRect(piece, 2, 2);
        const auto upload = std::max(0.0, index.data(JobModel::FractionRole).toDouble());
        const auto part = stage == JobStage::Uploading ? (i == 0 ? upload : 0.0) : (i <= passed ? 1.0 : 0.0);
        painter->setBrush(theme.accentFill);
        painter->drawRoundedRect(QRectF(piece.topLeft(), QSizeF(piece.width() * part, piece.height())), 2, 2);
    }
    const auto textPlace = place.adjusted(static_cast<int>(pieces * (pieceWidth + pieceGap)) + 6, 0, 0, 0);
    // Half a word would say less than the pieces do.
    const QFontMetrics metrics(common::fontFor(TextRole::Secondary, font));
    if (metrics.horizontalAdvance(index.data().toString()) <= textPlace.width())
        paintWords(painter, textPlace, {}, {}, index.data().toString(), common::fontFor(TextRole::Secondary, font),
                   theme.text2);
}

void paintConfidence(QPainter *painter, const QRect &place, const QModelIndex &index, const Theme &theme,
                     const QFont &font)
{
    if (!index.data(JobModel::HasValuesRole).toBool())
        return;
    const auto value = index.data(JobModel::LowestRole);
    const auto score = value.isValid() ? std::optional(value.toDouble()) : std::nullopt;
    common::ConfidencePainter(theme, font).paintCell(painter, place, domain::confidenceLevel(score), score);
}

} // namespace

JobDelegate::JobDelegate(QObject *parent) : QStyledItemDelegate(parent)
{
}

void JobDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintGround(painter, option, index);
    const auto theme = Theme::of(option.palette);
    const auto isSelected = option.state.testFlag(QStyle::State_Selected);
    const auto place = option.rect.adjusted(edge, 0, -edge, 0);
    const auto strong = isSelected ? common::fontFor(TextRole::Strong, option.font) : option.font;
    const auto small = common::fontFor(TextRole::Secondary, option.font);
    const auto state = stateOf(index);
    const auto text = index.data().toString();
    painter->save();
    switch (index.column()) {
    case JobModel::Document:
        paintWords(painter, place, u"document", theme.text2, text, strong, theme.text, Qt::AlignLeft, nameElide);
        break;
    case JobModel::Status:
        paintWords(painter, place, stateIcon(state), colorOf(state, theme), text, option.font, theme.text);
        break;
    case JobModel::Progress:
        paintProgress(painter, place, index, theme, option.font);
        break;
    case JobModel::Confidence:
        paintConfidence(painter, place, index, theme, option.font);
        break;
    case JobModel::Note: {
        const auto isTrouble = state == JobState::Failed || state == JobState::Retrying;
        paintWords(painter, place, {}, {}, text, small, isTrouble ? colorOf(state, theme) : theme.text2);
        break;
    }
    case JobModel::Elapsed:
        paintWords(painter, place, {}, {}, text, option.font, theme.text2, Qt::AlignRight);
        break;
    default:
        paintWords(painter, place, {}, {}, text, option.font, theme.text, Qt::AlignRight);
        break;
    }
    painter->restore();
}

QSize JobDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    auto width = option.fontMetrics.horizontalAdvance(index.data().toString()) + 2 * edge;
    if (index.column() <= JobModel::Status)
        width += iconSide + gap;
    if (index.column() == JobModel::Confidence)
        width = common::ConfidencePainter::fullWidth + 2 * edge;
    return {width, std::max(rowHeight, option.fontMetrics.height() + 8)};
}

int JobDelegate::stateWidth(const QFontMetrics &metrics, JobState state)
{
    return metrics.horizontalAdvance(stateWord(state)) + iconSide + gap + 2 * edge;
}

JobStripDelegate::JobStripDelegate(QObject *parent) : QStyledItemDelegate(parent)
{
}

void JobStripDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintGround(painter, option, index);
    const auto theme = Theme::of(option.palette);
    const auto isSelected = option.state.testFlag(QStyle::State_Selected);
    const auto state = stateOf(index);
    auto icon = stateIcon(state);
    auto color = colorOf(state, theme);
    if (index.data(JobModel::ReviewedRole).toBool()) {
        icon = u"confirmed";
        color = theme.accent;
    } else if (state == JobState::Completed && index.data(JobModel::HasValuesRole).toBool()) {
        const auto value = index.data(JobModel::LowestRole);
        const auto level = domain::confidenceLevel(value.isValid() ? std::optional(value.toDouble()) : std::nullopt);
        icon = common::levelIcon(level);
        color = theme.level(level).text;
    }
    const auto place = option.rect.adjusted(edge, 0, -edge, 0);
    painter->save();
    common::paintIcon(painter, QRectF(place.left(), place.center().y() - iconSide / 2.0 + 0.5, iconSide, iconSide),
                      icon, color);
    const auto words = place.adjusted(iconSide + 8, 5, 0, -5);
    const auto half = words.height() / 2;
    const auto nameFont = isSelected ? common::fontFor(TextRole::Strong, option.font) : option.font;
    paintWords(painter, QRect(words.left(), words.top(), words.width(), half + 1), {}, {},
               index.siblingAtColumn(JobModel::Document).data().toString(), nameFont, theme.text, Qt::AlignLeft,
               nameElide);
    const auto isTrouble = state == JobState::Failed || state == JobState::Retrying;
    const auto noteFont = common::fontFor(TextRole::Note, option.font);
    paintWords(painter, QRect(words.left(), words.top() + half + 1, words.width(), half), {}, {},
               wholeParts(index.data(JobModel::SecondLineRole).toString(), QFontMetrics(noteFont), words.width()),
               noteFont, isTrouble ? colorOf(state, theme) : theme.text2);
    painter->restore();
}

QSize JobStripDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {120, std::max(twoLineHeight, 2 * option.fontMetrics.height() + 10)};
}

} // namespace xs::gui::joblist
