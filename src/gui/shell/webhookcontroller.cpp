// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/webhookcontroller.h"

#include "domain/webhooksecrets.h"
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
    connect(&m_page, &ConfigurationPage::savedWebhooksWanted, this, &WebhookController::read);
    connect(&m_connections, &ConnectionHub::currentChanged, this, [this] {
        m_list.reset();
        m_page.setSavedWebhooks({});
    });
    connect(&m_page, &ConfigurationPage::webhookTestWanted, this, &WebhookController::test);
    connect(&m_connections, &ConnectionHub::webhookSecretNotKept, this, &WebhookController::failed);
    const auto tellKept = [this] { m_page.setWebhookSecretsKept(m_connections.signedWebhooks()); };
    connect(&m_connections, &ConnectionHub::webhookSecretsChanged, this, tellKept);
    tellKept();
}

/// A server that keeps none, or knows nothing of them, leaves the form as it is.
void WebhookController::read()
{
    const auto connection = m_connections.connection(m_connections.current().name);
    if (!connection || (m_list && m_list->state() == client::Call::State::Running))
        return;
    m_list.reset(new client::ListWebhooksCall(m_network, *connection));
    connect(m_list.get(), &client::Call::finished, this, [this] {
        std::vector<schemaeditor::SavedWebhookList::Saved> saved;
        for (const auto &webhook : m_list->webhooks())
            saved.push_back({webhook.id, webhook.url});
        m_page.setSavedWebhooks(std::move(saved));
    });
    m_list->start();
}

void WebhookController::test(const Json &wanted)
{
    auto entry = wanted;
    const auto address = stringMember(entry, domain::webhook::url).value_or(QString());
    if (const auto done = domain::putSecrets(entry, m_connections.webhookSecrets()); !done)
        return m_page.setWebhookTestOutcome(address, wording::errorText(done.error()).line());
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
