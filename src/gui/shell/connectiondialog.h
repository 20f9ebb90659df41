// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deletelater.h"
#include "client/connections.h"
#include "client/connectiontest.h"
#include "wording/errortext.h"

#include <QDialog>

#include <functional>
#include <memory>
#include <optional>

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
    /// How many jobs of a connection are not over.
    using OpenJobs = std::function<int(const QString &connection)>;

    ConnectionDialog(ConnectionHub &hub, OpenJobs openJobs, const client::Network &network, QWidget *parent = nullptr);
    ~ConnectionDialog() override;

    void showProfile(const QString &name);

private:
    void alignFields();
    void setupProfiles();
    void watchFields();
    void showFields();
    void showKey();
    void listProjects();
    void keyringAnswered(const QString &name);
    void dropVerdict();
    QString chosen() const;
    client::Profile edited() const;
    std::optional<QString> storedKey(const client::Profile &profile) const;
    QString takenName(const client::Profile &profile) const;
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
    void finish(const client::Profile &profile, const QString &key = {});
    void tell(const Error &error);
    void showMessage();
    std::optional<wording::ErrorText> addressComplaint(const client::Profile &profile) const;
    std::optional<wording::ErrorText> keyComplaint(const client::Profile &profile) const;
    std::optional<wording::ErrorText> networkComplaint(const client::Profile &profile) const;
    bool complain();

    std::unique_ptr<Ui::ConnectionDialog> m_ui;
    ConnectionHub &m_hub;
    OpenJobs m_openJobs;
    client::Network m_network;
    LatePointer<client::AccessManager> m_manager;
    LatePointer<client::ConnectionTest> m_test;
};

} // namespace xs::gui::shell
