// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/workerprocess.h"

#include "server/forkserver.h"
#include "server/log.h"

#include <csignal>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace xs::server {

namespace {

/// Exit status of a program whose memory ran out inside Poppler.
constexpr int outOfMemoryStatus = 1;
/// A killed worker's end is told within this time, or the fork server hangs.
constexpr auto longestKill = 10s;

/// The request as an unnamed file, so that nobody has to wait while the worker reads it.
Descriptor requestFile(const Json &request)
{
    Descriptor file(::memfd_create("request", MFD_CLOEXEC));
    const auto bytes = toBytes(request);
    const auto isWritten =
        file && ::write(file.get(), bytes.constData(), static_cast<std::size_t>(bytes.size())) == bytes.size();
    return isWritten && ::lseek(file.get(), 0, SEEK_SET) == 0 ? std::move(file) : Descriptor();
}

Unexpected endedBySignal(int signal)
{
    qCWarning(lcServer) << "the reader of a document was ended by signal" << signal;
    if (signal == SIGXCPU)
        return Unexpected(ErrorCode::TimedOut, u"reading the document took too much computing time"_s);
    if (signal == SIGKILL || signal == SIGXFSZ)
        return Unexpected(ErrorCode::DocumentTooLarge, u"reading the document needs more than is allowed"_s);
    return Unexpected(ErrorCode::DocumentBroken, u"the document made its reader crash"_s);
}

} // namespace

Expected<Json> readReply(const QByteArray &line)
{
    const auto reply = parseJson(line);
    if (const auto &error = reply ? member(*reply, "error") : Json(); error.is_object())
        return Unexpected(errorCodeFromName(stringMember(error, "code").value_or(QString())),
                          stringMember(error, "detail").value_or(QString()));
    if (!reply)
        return Unexpected(ErrorCode::DocumentBroken, u"the document made its reader fail"_s);
    return member(*reply, "result");
}

Expected<Json> documentResult(Expected<Json> result)
{
    if (result && !result->is_object())
        return Unexpected(ErrorCode::DocumentBroken, u"the document made its reader fail"_s);
    return result;
}

WorkerProcess::WorkerProcess(WorkerSpawner &spawner, QObject *parent) : QObject(parent), m_spawner(spawner)
{
    m_timeLimit.setSingleShot(true);
    connect(&m_timeLimit, &QTimer::timeout, this, [this] {
        if (m_failure)
            m_spawner.reset();
        else
            fail({ErrorCode::TimedOut, {}, {}});
    });
    connect(&m_spawner, &WorkerSpawner::ended, this, [this](quint64 worker, int status) {
        if (m_worker == worker)
            conclude(status);
    });
}

WorkerProcess::~WorkerProcess()
{
    if (m_worker)
        m_spawner.kill(*m_worker);
}

void WorkerProcess::run(const Json &request)
{
    if (start(request)) {
        m_timeLimit.start(m_spawner.settings().timeLimitMilliseconds);
        return;
    }
    // Later, because nobody expects an end yet.
    QMetaObject::invokeMethod(
        this, [this] { conclude(ForkNote::neverStarted); }, Qt::QueuedConnection);
}

bool WorkerProcess::start(const Json &request)
{
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0)
        return false;
    m_replies = Descriptor(pipe[0]);
    const Descriptors inputAndOutput{requestFile(request), Descriptor(pipe[1])};
    if (!inputAndOutput[0] || ::fcntl(m_replies.get(), F_SETFL, O_NONBLOCK) != 0)
        return false;
    m_worker = m_spawner.start(inputAndOutput);
    if (!m_worker)
        return false;
    m_notifier = std::make_unique<QSocketNotifier>(m_replies.get(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &WorkerProcess::readOutput);
    return true;
}

/// Takes what there is to read.
void WorkerProcess::readOutput()
{
    const auto hadGreeting = m_output.contains('\n');
    QByteArray piece(64 * 1024, Qt::Uninitialized);
    for (;;) {
        const auto count = ::read(m_replies.get(), piece.data(), static_cast<std::size_t>(piece.size()));
        if (count == 0)
            m_notifier->setEnabled(false);
        if (count <= 0)
            break;
        if (m_output.size() + count > m_spawner.settings().largestReply) {
            fail({ErrorCode::DocumentTooLarge, u"the result is too large"_s, {}});
            return;
        }
        m_output.append(piece.constData(), count);
    }
    if (!hadGreeting && m_output.contains('\n'))
        readGreeting(m_output.left(m_output.indexOf('\n')));
}

/// The worker says which of its limits this system does not give it.
void WorkerProcess::readGreeting(const QByteArray &line) const
{
    const auto greeting = parseJson(line);
    const auto missing = greeting ? stringMember(*greeting, "missing").value_or(QString()) : QString();
    if (!missing.isEmpty())
        qCWarning(lcServer).noquote() << "documents are read without:" << missing;
}

/// Its end follows, if need be with that of the fork server.
void WorkerProcess::fail(const Error &error)
{
    m_failure = error;
    m_timeLimit.start(longestKill);
    m_output.clear();
    m_notifier->setEnabled(false);
    m_spawner.kill(*m_worker);
}

void WorkerProcess::conclude(int status)
{
    // What was written before the end may be unread.
    if (m_notifier && !m_failure)
        readOutput();
    m_notifier.reset();
    m_worker.reset();
    m_timeLimit.stop();
    emit finished(outcome(status));
}

Expected<Json> WorkerProcess::outcome(int status) const
{
    if (m_failure)
        return Unexpected(*m_failure);
    if (status == ForkNote::neverStarted)
        return Unexpected(ErrorCode::Internal, u"the reader of documents cannot be started"_s);
    if (WIFSIGNALED(status))
        return endedBySignal(WTERMSIG(status));
    if (WEXITSTATUS(status) == outOfMemoryStatus)
        return Unexpected(ErrorCode::DocumentTooLarge, u"reading the document needs more memory than is allowed"_s);
    // The first line is the greeting.
    return readReply(m_output.split('\n').value(1));
}

} // namespace xs::server
