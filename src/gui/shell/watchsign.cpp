// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/watchsign.h"

#include "gui/common/buttonlook.h"
#include "gui/common/icons.h"
#include "gui/shell/watchedfolder.h"

#include <QDir>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

WatchSign::WatchSign(WatchedFolder &folder, QWidget *parent) : QToolButton(parent), m_folder(folder)
{
    setObjectName(u"watchSign"_s);
    setIcon(common::icon(u"eye", common::IconColor::Text2));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    common::setButtonLook(this, common::ButtonLook::Text);
    common::setSmallButton(this);
    // The bar keeps its height.
    setFixedHeight(22);
    auto *menu = new QMenu(this);
    auto *stop = menu->addAction(tr("Stop watching"));
    stop->setObjectName(u"stopWatchingAction"_s);
    connect(stop, &QAction::triggered, this, [this] { m_folder.setFolder({}); });
    setMenu(menu);
    connect(&m_folder, &WatchedFolder::folderChanged, this, &WatchSign::refresh);
    refresh();
}

void WatchSign::refresh()
{
    const auto &folder = m_folder.folder();
    setVisible(!folder.isEmpty());
    setText(tr("Watching %1").arg(fontMetrics().elidedText(QDir(folder).dirName(), Qt::ElideMiddle, 160)));
    setToolTip(tr("Documents that come into %1 are run with this schema, or wait here where pages cost.")
                   .arg(QDir::toNativeSeparators(folder)));
}

} // namespace xs::gui::shell
