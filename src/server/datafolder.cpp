// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/datafolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

Expected<void> makePrivateFolder(const QString &path)
{
    if (!QDir().mkpath(path))
        return Unexpected(ErrorCode::StoreUnavailable, u"the folder cannot be created"_s, path);
    if (::access(QFile::encodeName(path).constData(), R_OK | W_OK | X_OK) != 0)
        return Unexpected(ErrorCode::StoreUnavailable, u"the folder is not writable"_s, path);
    if (!QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return Unexpected(ErrorCode::StoreUnavailable, u"the folder belongs to somebody else"_s, path);
    return {};
}

/// A service whose owner was killed ends by itself, and may be about to.
constexpr auto patience = std::chrono::seconds(5);

bool lockSoon(int lock)
{
    const auto end = std::chrono::steady_clock::now() + patience;
    while (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        if (std::chrono::steady_clock::now() >= end)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return true;
}

} // namespace

Expected<DataFolder> DataFolder::open(const QString &path)
{
    const auto absolute = QDir(path).absolutePath();
    if (const auto made = makePrivateFolder(absolute); !made)
        return Unexpected(made.error());
    const auto lockPath = absolute + u"/lock"_s;
    const auto lock = ::open(QFile::encodeName(lockPath).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0)
        return Unexpected(ErrorCode::StoreUnavailable, QString::fromLocal8Bit(std::strerror(errno)), absolute);
    DataFolder folder(absolute, lock);
    if (!lockSoon(lock))
        return Unexpected(ErrorCode::StoreUnavailable, u"another service uses this folder"_s, absolute);
    QDir(folder.temporary()).removeRecursively();
    for (const auto &inner : {folder.files(), folder.incoming(), folder.temporary()})
        if (const auto made = makePrivateFolder(inner); !made)
            return Unexpected(made.error());
    return folder;
}

Expected<void> DataFolder::checkDatabase() const
{
    if (QFileInfo(database()).size() > 0)
        return {};
    if (QDir(files()).isEmpty() && QFileInfo(database() + u"-wal"_s).size() == 0)
        return {};
    return Unexpected(ErrorCode::StoreCorrupt, u"it is empty or missing, but what it describes is there"_s, database());
}

DataFolder::DataFolder(DataFolder &&other) noexcept
    : m_path(std::move(other.m_path)), m_lock(std::exchange(other.m_lock, -1))
{
}

DataFolder::~DataFolder()
{
    if (m_lock >= 0)
        ::close(m_lock);
}

} // namespace xs::server
