// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/joblist/statelist.h"

#include "gui/common/theme.h"
#include "gui/joblist/jobmodel.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace xs::gui::joblist {

using common::Theme;

namespace {

constexpr int stateRole = Qt::UserRole;
constexpr int countRole = Qt::UserRole + 1;
constexpr int rowHeight = 28;

std::optional<JobState> stateAt(const QModelIndex &index)
{
    const auto state = index.data(stateRole);
    return state.isValid() ? std::optional(static_cast<JobState>(state.toInt())) : std::nullopt;
}

/// A sidebar row: mark, word, and the count at the right.
class SidebarDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QApplication::style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
        const auto theme = Theme::of(option.palette);
        const auto isSelected = option.state.testFlag(QStyle::State_Selected);
        const auto state = stateAt(index);
        const auto place = option.rect.adjusted(12, 0, -12, 0);
        const auto icon = state ? common::icon(stateIcon(*state), stateColor(*state))
                                : common::icon(u"list", common::IconColor::Accent);
        icon.paint(painter, QRect(place.left(), place.top(), 14, place.height()));
        painter->save();
        painter->setFont(isSelected ? common::fontFor(common::TextRole::Strong, option.font) : option.font);
        painter->setPen(theme.text);
        painter->drawText(place.adjusted(22, 0, -40, 0), Qt::AlignVCenter, index.data().toString());
        painter->setFont(common::fontFor(common::TextRole::Secondary, option.font));
        painter->setPen(theme.text2);
        painter->drawText(place, Qt::AlignVCenter | Qt::AlignRight, index.data(countRole).toString());
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QFontMetrics strong(common::fontFor(common::TextRole::Strong, option.font));
        return {strong.horizontalAdvance(index.data().toString()) + 12 + 22 + 40 + 12,
                std::max(rowHeight, option.fontMetrics.height() + 10)};
    }
};

} // namespace

StateList::StateList(const JobModel &model, QWidget *parent) : QListWidget(parent), m_model(model)
{
    setObjectName(u"stateList"_s);
    setAccessibleName(tr("Status"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new SidebarDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    addState({});
    for (const auto state : jobStates)
        addState(state);
    setCurrentRow(0);
    connect(&m_model, &JobModel::countsChanged, this, &StateList::refresh);
    connect(this, &QListWidget::currentItemChanged, this, [this] { emit stateChosen(stateAt(currentIndex())); });
    refresh();
}

void StateList::addState(std::optional<JobState> state)
{
    auto *item = new QListWidgetItem(state ? stateWord(*state) : tr("All"), this);
    if (state)
        item->setData(stateRole, static_cast<int>(*state));
}

void StateList::refresh()
{
    for (int row = 0; row < count(); ++row) {
        const auto state = stateAt(model()->index(row, 0));
        const auto number = state ? m_model.count(*state) : m_model.rowCount();
        item(row)->setData(countRole, number > 0 || !state ? QLocale().toString(number) : QString());
        item(row)->setData(Qt::AccessibleTextRole, u"%1 %2"_s.arg(item(row)->text()).arg(number));
    }
}

QSize StateList::sizeHint() const
{
    return {200, count() * sizeHintForRow(0)};
}

} // namespace xs::gui::joblist
