// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/evaluate/accuracylist.h"

#include "gui/common/theme.h"

#include <QHeaderView>
#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::evaluate {

using common::Theme;

namespace {

constexpr int edge = 12;
constexpr int rowHeight = 26;

QString percent(double share)
{
    return AccuracyModel::tr("%1 %").arg(QLocale().toString(100 * share, 'f', 1));
}

} // namespace

void AccuracyModel::setScores(std::vector<xs::evaluate::FieldScore> scores)
{
    beginResetModel();
    m_scores = std::move(scores);
    endResetModel();
}

int AccuracyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_scores.size());
}

int AccuracyModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AccuracyModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &[field, tally] = score(index.row());
    const auto interval = xs::evaluate::wilsonInterval(tally.right(), tally.values());
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Field:
            return field.isEmpty() ? tr("value") : field;
        case Share:
            return percent(tally.accuracy());
        case Count:
            return tr("%1 of %2").arg(QLocale().toString(tally.right()), QLocale().toString(tally.values()));
        default:
            return {};
        }
    case Qt::AccessibleTextRole:
        return index.column() == Bar ? percent(tally.accuracy()) : data(index, Qt::DisplayRole);
    case Qt::ToolTipRole:
        return tr("%1: precision %2, recall %3, F1 %4; %5 different, %6 missing, %7 extra. With 95 % the accuracy lies "
                  "between %8 and %9.")
            .arg(field, percent(tally.precision()), percent(tally.recall()), percent(tally.f1()))
            .arg(tally.changed)
            .arg(tally.missing)
            .arg(tally.extra)
            .arg(percent(interval.first), percent(interval.second));
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() == Share ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case ShareRole:
        return tally.accuracy();
    case LowRole:
        return interval.first;
    case HighRole:
        return interval.second;
    default:
        return {};
    }
}

QVariant AccuracyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QStringList{tr("Field"), tr("Accuracy"), tr("Share"), tr("Right")}.value(section);
}

QSize AccuracyDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {40, std::max(rowHeight, option.fontMetrics.height() + 8)};
}

void AccuracyDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto theme = Theme::of(option.palette);
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.accentSoft);
    if (index.column() != AccuracyModel::Bar) {
        const bool isCount = index.column() == AccuracyModel::Count;
        painter->setFont(isCount ? common::fontFor(common::TextRole::Secondary, option.font) : option.font);
        painter->setPen(isCount ? theme.text2 : theme.text);
        const auto place = option.rect.adjusted(index.column() == AccuracyModel::Field ? edge : 4, 0, -4, 0);
        const auto alignment = index.data(Qt::TextAlignmentRole).toInt();
        painter->drawText(place, alignment,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, place.width()));
        painter->restore();
        return;
    }
    const QRectF track(option.rect.left() + 4, option.rect.center().y() - 3.5, option.rect.width() - 12, 8);
    const auto share = index.data(AccuracyModel::ShareRole).toDouble();
    painter->fillRect(track, theme.track);
    painter->fillRect(QRectF(track.topLeft(), QSizeF(track.width() * share, track.height())), theme.accentFill);
    const auto at = [&](int role) { return track.left() + track.width() * index.data(role).toDouble(); };
    const auto low = at(AccuracyModel::LowRole);
    const auto high = at(AccuracyModel::HighRole);
    painter->setPen(QPen(theme.text, 1));
    painter->drawLine(QPointF(low, track.center().y()), QPointF(high, track.center().y()));
    for (const auto x : {low, high})
        painter->drawLine(QPointF(x, track.top()), QPointF(x, track.bottom()));
    painter->restore();
}

AccuracyList::AccuracyList(QWidget *parent) : QTreeView(parent), m_scores(new AccuracyModel(this))
{
    setObjectName(u"accuracyList"_s);
    setAccessibleName(tr("Accuracy by field"));
    setModel(m_scores);
    setItemDelegate(new AccuracyDelegate(this));
    setRootIsDecorated(false);
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(30);
    const auto tell = [this](const QModelIndex &index) { emit fieldChosen(m_scores->score(index.row()).field); };
    connect(m_scores, &QAbstractItemModel::modelReset, this, &AccuracyList::fit);
    connect(this, &QTreeView::clicked, this, tell);
    connect(this, &QTreeView::activated, this, tell);
}

void AccuracyList::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fit();
}

/// The bars take what the texts leave.
void AccuracyList::fit()
{
    const auto pane = viewport()->width();
    const auto widest = [this](int column, int margin) {
        constexpr int mostMeasured = 300;
        int widest = 0;
        for (int row = 0; row < std::min(m_scores->rowCount(), mostMeasured); ++row)
            widest = std::max(widest,
                              fontMetrics().horizontalAdvance(m_scores->index(row, column).data().toString()) + margin);
        return widest;
    };
    const auto share = std::max(50, widest(AccuracyModel::Share, 10));
    const auto count = std::max(50, widest(AccuracyModel::Count, edge + 4));
    const int field = std::clamp(widest(AccuracyModel::Field, edge + 8), 60, std::max(90, pane * 38 / 100));
    header()->resizeSection(AccuracyModel::Field, field);
    header()->resizeSection(AccuracyModel::Bar, std::max(40, pane - field - share - count));
    header()->resizeSection(AccuracyModel::Share, share);
    header()->resizeSection(AccuracyModel::Count, count);
}

} // namespace xs::gui::evaluate
