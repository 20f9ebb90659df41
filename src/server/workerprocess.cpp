// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/workerprocess.h"

#include "server/log.h"

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

/// Exit status of a program whose memory ran out inside Poppler.
constexpr int outOfMemoryStatus = 1;

QProcessEnvironment workerEnvironment(const QString &folder)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TMPDIR"_s, folder);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    return environment;
}

Expected<Json> readReply(const QByteArray &line)
{
    const auto reply = parseJson(line);
    if (!reply)
        return Unexpected(ErrorCode::DocumentBroken, u"the document made its reader fail"_s);
    if (const auto &error = member(*reply, "error"); error.is_object())
        return Unexpected(errorCodeFromName(stringMember(error, "code").value_or(QString())),
                          stringMember(error, "detail").value_or(QString()));
    return member(*reply, "result");
}

} // namespace

WorkerProcess::WorkerProcess(const WorkerSettings &settings, QObject *parent)
    : QObject(parent), m_settings(settings), m_folder(settings.temporaryFolder + u"/worker-XXXXXX"_s)
{
    m_timeLimit.setSingleShot(true);
    connect(&m_timeLimit, &QTimer::timeout, this, [this] {
        m_failure = Error{ErrorCode::TimedOut, {}, {}};
        killGroup();
    });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &WorkerProcess::readOutput);
    connect(&m_process, &QProcess::finished, this, &WorkerProcess::conclude);
    connect(
        &m_process, &QProcess::errorOccurred, this,
        [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                finishWith(Unexpected(ErrorCode::Internal, u"the reader of documents cannot be started"_s));
            // Queued, because it may fail within start(), where nobody expects an end yet.
        },
        Qt::QueuedConnection);
}

WorkerProcess::~WorkerProcess()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    killGroup();
    m_process.waitForFinished();
}

void WorkerProcess::start()
{
    m_process.setProgram(m_settings.program);
    m_process.setArguments(m_settings.arguments);
    m_process.setProcessEnvironment(workerEnvironment(m_folder.path()));
    m_process.setWorkingDirectory(m_folder.path());
    // Parsers quote the document in their complaints, which must not reach a log.
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.setChildProcessModifier([] { ::setsid(); });
    m_process.start();
}

void WorkerProcess::run(const Json &request)
{
    m_timeLimit.start(m_settings.timeLimitMilliseconds);
    m_process.write(toBytes(request));
    m_process.closeWriteChannel();
}

void WorkerProcess::readOutput()
{
    const auto hadGreeting = m_output.contains('\n');
    m_output += m_process.readAllStandardOutput();
    if (!hadGreeting && m_output.contains('\n'))
        readGreeting(m_output.left(m_output.indexOf('\n')));
    if (m_output.size() <= m_settings.largestReply)
        return;
    m_failure = Error{ErrorCode::DocumentTooLarge, u"the result is too large"_s, {}};
    m_output.clear();
    killGroup();
}

/// The worker says which of its limits this system does not give it.
void WorkerProcess::readGreeting(const QByteArray &line) const
{
    const auto greeting = parseJson(line);
    const auto missing = greeting ? stringMember(*greeting, "missing").value_or(QString()) : QString();
    if (!missing.isEmpty())
        qCWarning(lcServer).noquote() << "documents are read without:" << missing;
}

/// The child is the leader of its own group, see start().
void WorkerProcess::killGroup()
{
    if (const auto id = m_process.processId(); id > 0) {
        ::kill(-static_cast<pid_t>(id), SIGKILL);
        m_process.kill();
    }
}

void WorkerProcess::conclude()
{
    readOutput();
    finishWith(outcome());
}

Expected<Json> WorkerProcess::outcome() const
{
    if (m_failure)
        return Unexpected(*m_failure);
    const auto lines = m_output.split('\n');
    if (m_process.exitStatus() == QProcess::CrashExit) {
        const auto signal = m_process.exitCode();
        qCWarning(lcServer) << "the reader of a document was ended by signal" << signal;
        if (signal == SIGXCPU)
            return Unexpected(ErrorCode::TimedOut, u"reading the document took too much computing time"_s);
        if (signal == SIGKILL || signal == SIGXFSZ)
            return Unexpected(ErrorCode::DocumentTooLarge, u"reading the document needs more than is allowed"_s);
        return Unexpected(ErrorCode::DocumentBroken, u"the document made its reader crash"_s);
    }
    if (m_process.exitCode() == outOfMemoryStatus)
        return Unexpected(ErrorCode::DocumentTooLarge, u"reading the document needs more memory than is allowed"_s);
    // The first line is the greeting.
    return readReply(lines.value(1));
}

void WorkerProcess::finishWith(const Expected<Json> &result)
{
    if (std::exchange(m_finished, true))
        return;
    m_timeLimit.stop();
    emit finished(result);
}

} // namespace xs::server
