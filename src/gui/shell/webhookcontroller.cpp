// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/webhookcontroller.h"

#include "gui/schemaeditor/configurationpage.h"
#include "gui/shell/connectionhub.h"
#include "gui/shell/workbench.h"
#include "wording/errortext.h"

namespace xs::gui::shell {

using schemaeditor::ConfigurationPage;

WebhookController::WebhookController(ConfigurationPage &page, Workbench &workbench, ConnectionHub &connections,
                                     const client::Network &network, QObject *parent)
    : QObject(parent), m_page(page), m_connections(connections), m_network(network)
{
    connect(&m_page, &ConfigurationPage::webhookSecretTyped, &m_connections, &ConnectionHub::setWebhookSecret);
    connect(&workbench, &Workbench::webhookSecretFound, &m_connections, &ConnectionHub::setWebhookSecret);
    connect(&m_page, &ConfigurationPage::webhookTestWanted, this, &WebhookController::test);
    connect(&m_connections, &ConnectionHub::webhookSecretNotKept, this, &WebhookController::failed);
    const auto tellKept = [this] { m_page.setWebhookSecretsKept(m_connections.signedWebhooks()); };
    connect(&m_connections, &ConnectionHub::webhookSecretsChanged, this, tellKept);
    tellKept();
}

void WebhookController::test(const Json &entry)
{
    const auto address = stringMember(entry, "webhook_url").value_or(QString());
    m_test.reset(new client::WebhookTest(m_network, entry, m_connections.webhookSecret(address)));
    m_page.setWebhookTestOutcome(address, tr("Sending a test event from this computer…"));
    connect(m_test.get(), &client::WebhookTest::answered, this, [this, address](int status) {
        m_page.setWebhookTestOutcome(
            address,
            status >= 200 && status < 300
                ? tr("It answered %1: events arrive.").arg(status)
                : tr("It answered %1, so a server would try again. Look at what receives the events.").arg(status));
    });
    connect(m_test.get(), &client::WebhookTest::failed, this, [this, address](const Error &error) {
        m_page.setWebhookTestOutcome(address, wording::errorText(error).line());
    });
    m_test->start();
}

} // namespace xs::gui::shell
