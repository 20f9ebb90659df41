// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/network.h"

#include <QObject>

#include <functional>

class QMenu;
class QWidget;

namespace xs::gui::shell {

class ConnectionHub;
class NoticeBar;
class Workbench;

/// What the window offers about servers: the menu that chooses one, the dialog that describes one, the configurations
/// that one keeps, and the notice when the service of this computer does not run. Owned by the window, which the
/// dialogs stand before; the rest outlives it.
class ConnectionController final : public QObject
{
    Q_OBJECT

public:
    /// How many jobs of a connection are not over.
    using OpenJobs = std::function<int(const QString &connection)>;

    ConnectionController(ConnectionHub &connections, OpenJobs openJobs, client::Network network, Workbench &workbench,
                         NoticeBar &notice, QWidget *window);

    /// Opens the dialog, with the connection of that name or the current one.
    void edit(const QString &profile = {});
    void showSavedConfigurations();
    /// The menu of all connections, made anew.
    void fill(QMenu &menu);
    void refreshService();

private:
    ConnectionHub &m_connections;
    const OpenJobs m_openJobs;
    const client::Network m_network;
    Workbench &m_workbench;
    NoticeBar &m_notice;
    QWidget *m_window;
};

} // namespace xs::gui::shell
