// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervisor/servicesupervisor.h"

#include "base/json.h"
#include "client/connections.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QStandardPaths>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(logSupervisor, "xs.supervisor", QtInfoMsg)

namespace xs::supervisor {

namespace {

constexpr qsizetype longestFirstLine = 64 * 1024;
constexpr qsizetype keptMessages = 2'000;

const auto programName = u"extract-studio-service"_s;

QString makeToken()
{
    std::array<quint32, 8> bits{};
    QRandomGenerator::system()->fillRange(bits.data(), static_cast<qsizetype>(bits.size()));
    return QString::fromLatin1(
        QByteArray::fromRawData(reinterpret_cast<const char *>(bits.data()), sizeof(bits)).toHex());
}

} // namespace

Expected<QString> findService(const QString &wanted)
{
    if (!wanted.isEmpty()) {
        const QFileInfo file(wanted);
        if (file.isFile() && file.isExecutable())
            return file.absoluteFilePath();
        return Unexpected(ErrorCode::ServiceMissing, {}, wanted);
    }
    auto found = QStandardPaths::findExecutable(programName, {QCoreApplication::applicationDirPath()});
    if (found.isEmpty())
        found = QStandardPaths::findExecutable(programName);
    if (found.isEmpty())
        return Unexpected(ErrorCode::ServiceMissing, {}, programName);
    return found;
}

ServiceSupervisor::ServiceSupervisor(ServiceOptions options, const Clock &clock, Scheduler &scheduler, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_clock(clock), m_scheduler(scheduler), m_startLimit(scheduler),
      m_restart(scheduler), m_token(makeToken())
{
}

ServiceSupervisor::~ServiceSupervisor()
{
    stop();
}

void ServiceSupervisor::start()
{
    if (m_process || m_restart.isSet())
        return;
    m_quickDeaths = 0;
    m_error = {};
    // Later, so that whoever starts it has time to listen to the outcome.
    m_restart.set(std::chrono::milliseconds(0), [this] { launch(); });
}

bool ServiceSupervisor::stop()
{
    m_restart.drop();
    m_startLimit.drop();
    m_connection = {};
    m_error = {ErrorCode::ServiceStopped, {}, {}};
    if (!m_process)
        return true;
    // At the program's end there is no event loop any more that could see the service off.
    m_process->disconnect(this);
    m_process->closeWriteChannel();
    m_process->terminate();
    const auto wentByItself = m_process->waitForFinished(static_cast<int>(m_options.stopTimeout.count()));
    if (!wentByItself) {
        m_process->kill();
        m_process->waitForFinished();
    }
    m_process.reset();
    return wentByItself;
}

Expected<client::Connection> ServiceSupervisor::connection() const
{
    if (!m_connection.baseUrl.isEmpty())
        return m_connection;
    if (m_error.code != ErrorCode::None)
        return Unexpected(m_error);
    return Unexpected(ErrorCode::ServiceNotStarted, u"it is starting"_s);
}

Expected<QString> ServiceSupervisor::writeToken()
{
    if (!m_tokenFolder)
        m_tokenFolder = std::make_unique<QTemporaryDir>();
    if (!m_tokenFolder->isValid())
        return Unexpected(ErrorCode::ServiceNotStarted, m_tokenFolder->errorString(), m_tokenFolder->path());
    const auto path = m_tokenFolder->filePath(u"token"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner) || file.write(m_token.toLatin1()) < 0)
        return Unexpected(ErrorCode::ServiceNotStarted, file.errorString(), path);
    return path;
}

void ServiceSupervisor::launch()
{
    const auto program = findService(m_options.program);
    if (!program)
        return giveUp(program.error());
    const auto tokenFile = writeToken();
    if (!tokenFile)
        return giveUp(tokenFile.error());
    m_output.clear();
    m_messages.clear();
    m_launchedAt = m_clock.now();
    m_process = std::make_unique<QProcess>();
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &ServiceSupervisor::readOutput);
    connect(m_process.get(), &QProcess::readyReadStandardError, this,
            [this] { m_messages = (m_messages + m_process->readAllStandardError()).right(keptMessages); });
    connect(m_process.get(), &QProcess::finished, this, &ServiceSupervisor::ended);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            giveUp({ErrorCode::ServiceNotStarted, m_process->errorString(), m_process->program()});
    });
    m_startLimit.set(m_options.startTimeout, [this] {
        const auto seconds = m_options.startTimeout.count() / 1000;
        giveUp({ErrorCode::ServiceNotStarted, u"no answer within %1 s"_s.arg(seconds), m_process->program()});
    });
    // The key of a cloud is none of the service's business, and not of the workers that read documents.
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"LLAMA_CLOUD_API_KEY"_s);
    m_process->setProcessEnvironment(environment);
    m_process->start(*program, {u"--port"_s, QString::number(m_options.port), u"--data"_s, m_options.dataFolder,
                                u"--token-file"_s, *tokenFile, u"--exit-on-stdin-eof"_s});
}

void ServiceSupervisor::readOutput()
{
    const auto bytes = m_process->readAllStandardOutput();
    if (!m_connection.baseUrl.isEmpty())
        return; // whatever it says after its first line is not for us
    m_output += bytes;
    const auto end = m_output.indexOf('\n');
    if (end >= 0)
        firstLine(m_output.left(end));
    else if (m_output.size() > longestFirstLine)
        firstLine({});
}

void ServiceSupervisor::firstLine(const QByteArray &line)
{
    const auto program = m_process->program();
    const auto json = parseJson(line);
    if (json && json->contains("error")) {
        const auto &error = member(*json, "error");
        const auto code = errorCodeFromName(stringMember(error, "code").value_or(QString()));
        return giveUp({code == ErrorCode::Internal ? ErrorCode::ServiceNotStarted : code,
                       stringMember(error, "detail").value_or(QString()),
                       stringMember(error, "place").value_or(program)});
    }
    const auto url = QUrl(json ? stringMember(*json, "url").value_or(QString()) : QString());
    if (!url.isValid() || url.scheme() != "http"_L1 || url.port() <= 0)
        return giveUp(
            {ErrorCode::ServiceNotStarted,
             u"its first line is not what the service says: %1"_s.arg(QString::fromUtf8(line.left(200)).simplified()),
             program});
    m_startLimit.drop();
    m_connection = {client::thisComputer.toString(), url, m_token, {}, 0};
    qCInfo(logSupervisor).noquote() << "the local service listens at" << url.toString();
    emit ready(m_connection);
}

void ServiceSupervisor::ended(int exitCode, QProcess::ExitStatus status)
{
    // A last line may still be in the pipe; it says more than the exit status.
    readOutput();
    if (!m_process)
        return;
    const auto how = status == QProcess::CrashExit ? u"it crashed"_s : u"exit status %1"_s.arg(exitCode);
    const auto messages = QString::fromUtf8(m_messages + m_process->readAllStandardError()).simplified();
    const auto wasReady = !m_connection.baseUrl.isEmpty();
    died({wasReady ? ErrorCode::ServiceStopped : ErrorCode::ServiceNotStarted,
          messages.isEmpty() ? how : u"%1: %2"_s.arg(how, messages), m_process->program()});
}

void ServiceSupervisor::died(const Error &error)
{
    const auto lived = m_launchedAt.msecsTo(m_clock.now());
    m_quickDeaths = lived < m_options.quick.count() ? m_quickDeaths + 1 : 1;
    if (m_quickDeaths >= m_options.quickDeaths)
        return giveUp(error);
    m_startLimit.drop();
    m_connection = {};
    m_error = error;
    dropProcess();
    const auto doubled = m_options.firstWait * (1ll << std::clamp(m_quickDeaths - 1, 0, 20));
    const auto wait = std::min<std::chrono::milliseconds>(doubled, m_options.longestWait);
    m_restart.set(wait, [this] { launch(); });
    qCWarning(logSupervisor).noquote() << "the local service ended:" << error.detail;
    emit restarting(error, wait);
}

void ServiceSupervisor::giveUp(const Error &error)
{
    m_startLimit.drop();
    m_restart.drop();
    m_connection = {};
    m_error = error;
    dropProcess();
    emit stopped(error);
}

/// Closing its standard input asks the service to end; what does not listen is killed.
void ServiceSupervisor::dropProcess()
{
    if (!m_process)
        return;
    auto *process = m_process.release();
    process->disconnect(this);
    if (process->state() == QProcess::NotRunning)
        return process->deleteLater();
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    process->closeWriteChannel();
    process->terminate();
    m_scheduler.after(m_options.stopTimeout, process, [process] { process->kill(); });
}

} // namespace xs::supervisor
