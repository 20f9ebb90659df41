// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/cli/access.h"
#include "apps/cli/command.h"
#include "apps/cli/terminal.h"
#include "client/connectiontest.h"

namespace xs::cli {

/// What `connections list` prints: the window's connections as a table, as JSON, or their names alone.
QString connectionList(const CommandLine &line, const client::Connections &connections);

/// `connections test`: the window's test with its verdict in words; prints the projects of the key when it works.
class ConnectionsTestCommand final : public Command
{
    Q_OBJECT

public:
    ConnectionsTestCommand(const CommandLine &line, AccessWish wish, const client::Connections &connections,
                           Terminal &terminal);

    void start() override;

private:
    void begin();
    void tell();
    void print(const std::vector<client::Project> &projects);

    bool m_asJson;
    const client::Connections &m_connections;
    Terminal &m_terminal;
    Access m_access;
    LatePointer<client::ConnectionTest> m_test;
};

} // namespace xs::cli
