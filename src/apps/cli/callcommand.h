// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/cli/access.h"
#include "apps/cli/command.h"
#include "apps/cli/terminal.h"
#include "client/call.h"

namespace xs::cli {

/// A command that asks a server a few things, one after the other.
class CallCommand : public Command
{
    Q_OBJECT

public:
    CallCommand(CommandLine line, AccessWish wish, const QString &serviceFolder, Terminal &terminal);
    ~CallCommand() override;

    /// Opens the way to the server; `begin` follows.
    void start() override;

protected:
    virtual void begin() = 0;
    /// Sends a call. When it succeeded `then` is called, otherwise `failed`.
    template <typename CallType, typename Then>
    void send(std::unique_ptr<CallType> call, Then then);
    /// Says what went wrong and ends, unless overridden.
    virtual void failed(const Error &error);

    bool isLocal() const { return m_access.wish().isLocal(); }
    Expected<client::Connection> connection() const { return m_access.connection(); }
    client::Network network() { return m_access.network(); }
    const CommandLine &line() const { return m_line; }
    Terminal &terminal() { return m_terminal; }

private:
    void run(client::CallPointer call, std::function<void()> then);

    CommandLine m_line;
    Terminal &m_terminal;
    Access m_access;
    client::CallPointer m_call;
    bool m_hasBegun = false;
};

template <typename CallType, typename Then>
void CallCommand::send(std::unique_ptr<CallType> call, Then then)
{
    auto *typed = call.get();
    run(client::CallPointer(call.release()), [typed, then = std::move(then)] { then(*typed); });
}

} // namespace xs::cli
