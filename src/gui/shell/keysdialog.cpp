// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/keysdialog.h"

#include "gui/common/elidedlabel.h"
#include "gui/common/keycap.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>

#include <numeric>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

struct Group
{
    QString title;
    QList<std::pair<QString, QString>> keys;
};

/// Without what the name says about the moment, such as what a run costs or what is undone.
QString nameOf(const QAction &action)
{
    if (const auto lasting = action.property(lastingName).toString(); !lasting.isEmpty())
        return lasting;
    return action.text().remove(u'&').remove(u'…').section(u" · "_s, 0, 0);
}

void addKeys(Group &group, const QMenu &menu)
{
    for (const auto *action : menu.actions()) {
        if (action->menu())
            addKeys(group, *action->menu());
        else if (!action->shortcut().isEmpty())
            group.keys.emplaceBack(keyText(action->shortcut()), nameOf(*action));
    }
}

QList<Group> groupsOf(const QMenuBar &menus)
{
    QList<Group> groups;
    for (const auto *action : menus.actions()) {
        Group group{action->text().remove(u'&'), {}};
        if (action->menu())
            addKeys(group, *action->menu());
        if (!group.keys.isEmpty())
            groups << group;
    }
    groups << Group{
        KeysDialog::tr("In the tables"),
        {{u"Tab"_s, KeysDialog::tr("Next cell, and a new row behind the last")},
         {KeysDialog::tr("Space"), KeysDialog::tr("In Required: required, optional, nullable")},
         {KeysDialog::tr("Space"), KeysDialog::tr("In Review, held: the spot on the page beside the value")},
         {u"Esc"_s, KeysDialog::tr("What was there before")}}};
    return groups;
}

void addGroup(QGridLayout &grid, const Group &group, QWidget *parent)
{
    if (grid.count() > 0)
        grid.setRowMinimumHeight(grid.rowCount(), 12);
    grid.addWidget(new common::RoleLabel(group.title, common::TextRole::Strong, parent), grid.rowCount(), 0, 1, 2);
    for (const auto &[key, text] : group.keys) {
        const auto row = grid.rowCount();
        grid.addWidget(new common::KeyHint(key, {}, parent), row, 0);
        grid.addWidget(new common::RoleLabel(text, common::TextRole::Secondary, parent), row, 1);
    }
}

/// The groups in their order, in columns of about the same height.
QWidget *makeTable(const QList<Group> &groups, int columns)
{
    auto *table = new QWidget;
    auto *row = new QHBoxLayout(table);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(32);
    const auto rowsOf = [](const Group &group) { return group.keys.size() + 2; };
    const auto all = std::accumulate(groups.begin(), groups.end(), qsizetype(0),
                                     [&](qsizetype sum, const Group &group) { return sum + rowsOf(group); });
    QGridLayout *grid = nullptr;
    qsizetype done = 0;
    for (const auto &group : groups) {
        if (!grid || (done + rowsOf(group) / 2) * columns >= all * row->count()) {
            auto *column = new QVBoxLayout;
            grid = new QGridLayout;
            grid->setHorizontalSpacing(8);
            grid->setVerticalSpacing(4);
            grid->setColumnStretch(1, 1);
            column->addLayout(grid);
            column->addStretch();
            row->addLayout(column);
        }
        addGroup(*grid, group, table);
        done += rowsOf(group);
    }
    return table;
}

} // namespace

KeysDialog::KeysDialog(const QMenuBar &menus, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"keysDialog"_s);
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    const auto room = screen()->availableSize() * 9 / 10;
    const auto groups = groupsOf(menus);
    auto *table = makeTable(groups, 3);
    if (table->sizeHint().width() > room.width()) {
        delete table;
        table = makeTable(groups, 2);
    }
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(table);
    area->setAccessibleName(windowTitle());
    table->setBackgroundRole(QPalette::Base);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(area, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 12, 16, 12);
    foot->addWidget(buttons);
    column->addLayout(foot);
    const auto wanted = table->sizeHint() + QSize(area->verticalScrollBar()->sizeHint().width() + 2, 2);
    resize((wanted + QSize(0, foot->sizeHint().height())).boundedTo(room));
}

QString keyText(const QKeySequence &keys)
{
    if (keys.isEmpty())
        return {};
    const auto first = keys[0];
    const auto named =
        first.key() == Qt::Key_Return ? QKeySequence(QKeyCombination(first.keyboardModifiers(), Qt::Key_Enter)) : keys;
    return named.toString(QKeySequence::NativeText);
}

} // namespace xs::gui::shell
