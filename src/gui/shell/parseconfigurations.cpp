// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/parseconfigurations.h"

#include "gui/schemaeditor/configurationpage.h"
#include "gui/shell/connectionhub.h"

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

ParseConfigurations::ParseConfigurations(schemaeditor::ConfigurationPage &page, ConnectionHub &connections,
                                         const client::Network &network, QObject *parent)
    : QObject(parent), m_page(page), m_connections(connections), m_network(network)
{
    connect(&m_page, &schemaeditor::ConfigurationPage::parseConfigurationsWanted, this, &ParseConfigurations::read);
    connect(&m_connections, &ConnectionHub::currentChanged, this, [this] {
        m_shown.clear();
        m_page.setParseConfigurations({});
    });
}

void ParseConfigurations::read()
{
    const auto name = m_connections.current().name;
    const auto connection = m_connections.connection(name);
    const auto isBusy = m_call && m_call->state() == client::Call::State::Running;
    if (!connection || isBusy || m_shown == name)
        return;
    auto *call = new client::ListConfigurationsCall(m_network, *connection, client::product::parse.toString());
    m_call.reset(call);
    connect(call, &client::Call::finished, this, [this, call, name] {
        m_shown = name;
        std::vector<schemaeditor::ParsingSection::Saved> saved;
        for (const auto &item : call->items())
            saved.push_back({item.id, item.name});
        m_page.setParseConfigurations(saved);
    });
    call->start();
}

} // namespace xs::gui::shell
