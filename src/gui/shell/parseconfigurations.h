// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/configurationcalls.h"

namespace xs::gui::schemaeditor {
class ConfigurationPage;
}

namespace xs::gui::shell {

class ConnectionHub;

/// Brings the parse configurations that the server keeps into the form, when the form wants them; once for each
/// connection. A server without them leaves the list as it is. Owned by the window.
class ParseConfigurations final : public QObject
{
    Q_OBJECT

public:
    ParseConfigurations(schemaeditor::ConfigurationPage &page, ConnectionHub &connections,
                        const client::Network &network, QObject *parent = nullptr);

private:
    void read();

    schemaeditor::ConfigurationPage &m_page;
    ConnectionHub &m_connections;
    client::Network m_network;
    client::CallPointer m_call;
    /// Of which connection the form has the list.
    QString m_shown;
};

} // namespace xs::gui::shell
