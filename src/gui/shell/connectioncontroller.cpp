// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/connectioncontroller.h"

#include "gui/shell/connectiondialog.h"
#include "gui/shell/connectionhub.h"
#include "gui/shell/noticebar.h"
#include "gui/shell/savedconfigurationsdialog.h"
#include "gui/shell/workbench.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

ConnectionController::ConnectionController(ConnectionHub &connections, OpenJobs openJobs, client::Network network,
                                           Workbench &workbench, NoticeBar &notice, QWidget *window)
    : QObject(window), m_connections(connections), m_openJobs(std::move(openJobs)), m_network(std::move(network)),
      m_workbench(workbench), m_notice(notice), m_window(window)
{
    connect(&m_connections, &ConnectionHub::changed, this, &ConnectionController::refreshService);
}

void ConnectionController::edit(const QString &profile)
{
    auto *dialog = new ConnectionDialog(m_connections, m_openJobs, m_network, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!profile.isEmpty())
        dialog->showProfile(profile);
    connect(dialog, &QDialog::accepted, this, [this] { m_notice.settle(u"run"_s); });
    dialog->open();
}

void ConnectionController::showSavedConfigurations()
{
    const auto profile = m_connections.current();
    const auto connection = m_connections.connection(profile.name);
    if (!connection)
        return m_notice.show(u"run"_s, connection.error(), tr("Connection…"), [this] { edit(); });
    auto *dialog = new SavedConfigurationsDialog(m_network, *connection, profileTitle(profile), m_workbench, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ConnectionController::fill(QMenu &menu)
{
    menu.clear();
    const auto current = m_connections.current().name;
    for (const auto &profile : m_connections.profiles().profiles()) {
        auto *action = menu.addAction(profileTitle(profile));
        action->setObjectName(u"connection_"_s + profile.name);
        action->setCheckable(true);
        action->setChecked(profile.name == current);
        const auto isLocal = profile.kind == client::Profile::Kind::ThisComputer;
        connect(action, &QAction::triggered, this, [this, name = profile.name, isLocal] {
            // A server without a key cannot be used, so its dialog comes first.
            if (isLocal || m_connections.connection(name))
                m_connections.setCurrent(name);
            else
                edit(name);
        });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Connection…")), &QAction::triggered, this, [this] { edit(); });
}

void ConnectionController::refreshService()
{
    const auto &failure = m_connections.serviceFailure();
    if (!failure)
        return m_notice.settle(u"service"_s);
    m_notice.show(u"service"_s, *failure, tr("Restart"), [this] {
        m_notice.settle(u"service"_s);
        m_connections.restartService();
    });
}

} // namespace xs::gui::shell
