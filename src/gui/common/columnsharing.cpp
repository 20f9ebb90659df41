// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/columnsharing.h"

#include <QEvent>
#include <QHeaderView>
#include <QTreeView>

namespace xs::gui::common {

ColumnSharing::ColumnSharing(QTreeView &table) : QObject(&table), m_sharedTable(table)
{
    connect(table.header(), &QHeaderView::sectionResized, this,
            [this](int column) { m_isUsers = m_isUsers || (m_isHeld && !m_isFitting && column != m_follower); });
    table.header()->viewport()->installEventFilter(this);
    table.viewport()->installEventFilter(this);
}

bool ColumnSharing::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_sharedTable.header()->viewport()) {
        if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick)
            m_isHeld = true;
        else if (event->type() == QEvent::MouseButtonRelease)
            m_isHeld = false;
    } else if (event->type() == QEvent::Resize) {
        fit();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace xs::gui::common
