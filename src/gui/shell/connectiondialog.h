// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deletelater.h"
#include "client/connections.h"
#include "client/connectiontest.h"

#include <QDialog>

#include <functional>
#include <memory>

namespace Ui {
class ConnectionDialog;
}

namespace xs::gui::shell {

class ConnectionHub;

/// Where documents are sent: chooses a connection, takes its address and key, and tries them out. The key goes
/// to the keyring or, if there is none and the person says so, stays in memory. Never blocks.
class ConnectionDialog final : public QDialog
{
    Q_OBJECT

public:
    ConnectionDialog(ConnectionHub &hub, const client::Network &network, QWidget *parent = nullptr);
    ~ConnectionDialog() override;

    void showProfile(const QString &name);

private:
    void alignFields();
    void setupProfiles();
    void showFields();
    client::Profile edited() const;
    void showNetwork(const client::Profile &profile);
    QString projectId() const;
    void takeProjects(const std::vector<client::Project> &projects);
    client::Connection connectionToTry();
    void startTest(const std::function<void()> &done);
    void chooseAuthority();
    void remove();
    void test();
    void testDone();
    void use();
    void keepKey(const client::Profile &profile);
    void finish(const client::Profile &profile);
    void tell(const Error &error);
    void showMessage();
    bool complain();

    std::unique_ptr<Ui::ConnectionDialog> m_ui;
    ConnectionHub &m_hub;
    client::Network m_network;
    LatePointer<client::AccessManager> m_manager;
    LatePointer<client::ConnectionTest> m_test;
};

} // namespace xs::gui::shell
