// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readerprocess.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace xs::document {

namespace {

/// How long somebody waits for what was given up. Most pages are left between two strokes.
constexpr int patienceMilliseconds = 500;

QString programPath()
{
    return QDir::cleanPath(QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral(XS_READER_PATH)));
}

/// The number of the new process, which leads a group of its own, or minus the system's error. What it or a library
/// prints goes nowhere: it may quote the document.
pid_t spawn(const QByteArray &program, const QByteArray &folder, int socket)
{
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, socket, STDIN_FILENO);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setpgroup(&attributes, 0);
    QByteArray version(XS_VERSION);
    auto name = program;
    auto place = folder;
    const std::array<char *, 4> arguments{name.data(), version.data(), place.data(), nullptr};
    pid_t process = -1;
    const auto error = posix_spawn(&process, program.constData(), &files, &attributes, arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    return error == 0 ? process : -error;
}

QString described(int status)
{
    if (WIFSIGNALED(status))
        return u"reading it ended with signal %1"_s.arg(WTERMSIG(status));
    return u"reading it ended with status %1"_s.arg(WEXITSTATUS(status));
}

} // namespace

Expected<std::unique_ptr<ReaderProcess>> ReaderProcess::start()
{
    std::array<int, 2> sockets{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0)
        return Unexpected(ErrorCode::Internal, QString::fromLocal8Bit(std::strerror(errno)));
    std::unique_ptr<ReaderProcess> reader(new ReaderProcess(-1, sockets[0]));
    const auto path = programPath();
    reader->m_process = spawn(QFile::encodeName(path), QFile::encodeName(reader->m_folder.path()), sockets[1]);
    ::close(sockets[1]);
    if (reader->m_process < 0)
        return Unexpected(ErrorCode::Internal, QString::fromLocal8Bit(std::strerror(-reader->m_process)), path);
    return reader;
}

ReaderProcess::ReaderProcess(pid_t process, int socket) : m_process(process), m_socket(socket)
{
}

ReaderProcess::~ReaderProcess()
{
    end();
    ::close(m_socket);
}

/// Kills what is left of it, and says how it ended.
Error ReaderProcess::end()
{
    if (m_process <= 0)
        return {ErrorCode::DocumentBroken, u"reading it has ended"_s, {}};
    // It died by itself when its side of the socket is closed; then its status is worth knowing.
    char byte = 0;
    const auto isDying = ::recv(m_socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
    if (!isDying)
        ::kill(-m_process, SIGKILL);
    int status = 0;
    siginfo_t info{};
    while (::waitid(P_PID, id_t(m_process), &info, WEXITED | WNOWAIT) < 0 && errno == EINTR) {
    }
    // Its number, and so the group, is its own until it is waited for.
    ::kill(-m_process, SIGKILL);
    while (::waitpid(m_process, &status, 0) < 0 && errno == EINTR) {
    }
    m_process = -1;
    if (WIFEXITED(status) && WEXITSTATUS(status) == readerOfAnotherVersion)
        return {ErrorCode::Internal, u"the reader is of another version; start the program again"_s, programPath()};
    return {ErrorCode::DocumentBroken, described(status), {}};
}

Expected<QByteArray> ReaderProcess::ask(const ReaderRequest &request, const std::function<bool()> &giveUp)
{
    if (m_process <= 0)
        return Unexpected(end());
    QElapsedTimer sinceGivenUp;
    const auto goesOn = [&] {
        if (!giveUp || !giveUp())
            return true;
        if (!sinceGivenUp.isValid()) {
            sinceGivenUp.start();
            return sendMessage(m_socket, {});
        }
        return sinceGivenUp.elapsed() < patienceMilliseconds;
    };
    if (sendMessage(m_socket, toMessage(request)))
        if (auto reply = receiveMessage(m_socket, goesOn))
            return *std::move(reply);
    const auto error = end();
    if (sinceGivenUp.isValid())
        return Unexpected(ErrorCode::Cancelled, error.detail);
    return Unexpected(error);
}

} // namespace xs::document
