// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/callcommand.h"

using namespace Qt::StringLiterals;

namespace xs::cli {

CallCommand::CallCommand(CommandLine line, AccessWish wish, const QString &serviceFolder, Terminal &terminal)
    : m_line(std::move(line)), m_terminal(terminal), m_access(std::move(wish), serviceFolder)
{
    connect(&m_access, &Access::opened, this, [this] {
        if (!std::exchange(m_hasBegun, true))
            begin();
    });
    connect(&m_access, &Access::failed, this, [this](const Error &error) {
        // One service has the window's data at a time, and this one is not shared.
        if (isLocal() && error.code == ErrorCode::StoreUnavailable)
            m_terminal.refuse({u"ServiceInUse"_s, tr("Another program works with this computer's jobs."),
                               tr("Close it first, or name another server with --connection."), error.place});
        else
            m_terminal.error(error);
        emit finished(NothingStarted);
    });
}

CallCommand::~CallCommand() = default;

void CallCommand::start()
{
    m_access.open();
}

void CallCommand::run(client::CallPointer call, std::function<void()> then)
{
    m_call = std::move(call);
    connect(m_call.get(), &client::Call::finished, this, std::move(then));
    connect(m_call.get(), &client::Call::failed, this, [this](const Error &error) { failed(error); });
    m_call->start();
}

void CallCommand::failed(const Error &error)
{
    m_terminal.error(error);
    emit finished(SomeFailed);
}

} // namespace xs::cli
