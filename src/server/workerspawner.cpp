// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/workerspawner.h"

#include "server/forkserver.h"
#include "server/log.h"

#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

/// In milliseconds; a fork server that has not ended with its workers by then hangs.
constexpr int longestGoodbye = 10'000;

/// Tesseract's own threads cost more than they give when documents are read side by side.
QProcessEnvironment workerEnvironment()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"OMP_THREAD_LIMIT"_s, u"1"_s);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    return environment;
}

} // namespace

WorkerSpawner::WorkerSpawner(WorkerSettings settings, QObject *parent)
    : QObject(parent), m_settings(std::move(settings))
{
}

WorkerSpawner::~WorkerSpawner()
{
    m_notifier.reset();
    // The fork server ends with its workers when the other end of its socket is closed.
    m_socket = Descriptor();
    if (m_process.waitForFinished(longestGoodbye))
        return;
    m_process.kill();
    m_process.waitForFinished(-1);
}

bool WorkerSpawner::prepare()
{
    if (m_socket)
        return true;
    std::array<int, 2> pair{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair.data()) != 0)
        return false;
    Descriptor own(pair[0]);
    const Descriptor other(pair[1]);
    m_process.setProgram(m_settings.program);
    m_process.setArguments(m_settings.arguments + QStringList{m_settings.temporaryFolder});
    m_process.setProcessEnvironment(workerEnvironment());
    m_process.setStandardOutputFile(QProcess::nullDevice());
    // Parsers quote the document in their complaints, which must not reach a log.
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.setChildProcessModifier([socket = other.get()] {
        // Out of reach of a terminal's Ctrl+C, and with nothing of the service's that is open.
        ::setsid();
        ::dup2(socket, STDIN_FILENO);
        ::close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC);
    });
    m_process.start();
    if (!m_process.waitForStarted())
        return false;
    m_socket = std::move(own);
    m_notifier = std::make_unique<QSocketNotifier>(m_socket.get(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &WorkerSpawner::readNotes);
    return true;
}

std::optional<quint64> WorkerSpawner::start(const Descriptors &inputAndOutput)
{
    if (!prepare())
        return {};
    const ForkCall call{++m_lastWorker, ForkCall::What::Start};
    m_workers.insert(call.worker);
    // A fork server that was lost is noticed by its notifier, which then ends this worker like the others.
    (void)sendDatagram(m_socket.get(), &call, sizeof(call), &inputAndOutput);
    return call.worker;
}

void WorkerSpawner::kill(quint64 worker)
{
    const ForkCall call{worker, ForkCall::What::Kill};
    if (m_socket)
        (void)sendDatagram(m_socket.get(), &call, sizeof(call));
}

void WorkerSpawner::readNotes()
{
    ForkNote note;
    if (!receiveDatagram(m_socket.get(), &note, sizeof(note))) {
        reset();
        return;
    }
    if (m_workers.remove(note.worker))
        emit ended(note.worker, note.status);
}

/// Its workers go with it. The next worker gets a new one.
void WorkerSpawner::reset()
{
    if (!m_socket)
        return;
    qCCritical(lcServer) << "the process that starts readers of documents was lost";
    m_notifier->setEnabled(false);
    // It is its own signal that has led here.
    m_notifier.release()->deleteLater();
    m_socket = Descriptor();
    m_process.kill();
    m_process.waitForFinished(-1);
    for (const auto worker : std::exchange(m_workers, {}))
        emit ended(worker, ForkNote::neverStarted);
}

} // namespace xs::server
