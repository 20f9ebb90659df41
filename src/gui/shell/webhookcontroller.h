// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/listwebhookscall.h"
#include "client/network.h"
#include "client/webhooktest.h"

#include <QObject>

#include <memory>

namespace xs::gui::schemaeditor {
class ConfigurationPage;
}

namespace xs::gui::shell {

class ConnectionHub;
class Workbench;

/// Joins the form's webhooks with the keyring and with the network: keeps secrets, lists what the server keeps, sends
/// test events. The test is sent
/// by this program and from this computer, since the API has no call for it. Owned by the window.
class WebhookController final : public QObject
{
    Q_OBJECT

public:
    WebhookController(schemaeditor::ConfigurationPage &page, Workbench &workbench, ConnectionHub &connections,
                      const client::Network &network, QObject *parent = nullptr);

signals:
    /// The keyring did not take a secret; it is used until the program ends.
    void failed(const xs::Error &error);

private:
    void read();
    void test(const Json &wanted);

    schemaeditor::ConfigurationPage &m_page;
    ConnectionHub &m_connections;
    client::Network m_network;
    LatePointer<client::WebhookTest> m_test;
    LatePointer<client::ListWebhooksCall> m_list;
};

} // namespace xs::gui::shell
