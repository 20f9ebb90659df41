// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"

namespace xs::server {

/// The service's folder and what lies where in it; everything in it is for its owner only. While the object
/// lives, no other service can use the folder: the lock is the kernel's and ends with the process, however it ends.
class DataFolder
{
public:
    /// Makes what is missing and empties the workers' folder.
    /// Waits a few seconds for a service that is about to end. Error StoreUnavailable: not writable, or in use by
    /// another.
    static Expected<DataFolder> open(const QString &path);
    ~DataFolder();
    DataFolder(DataFolder &&other) noexcept;
    DataFolder &operator=(DataFolder &&) = delete;

    /// That the database is there when files are that only it knows: SQLite takes an empty or a missing file for a new
    /// store and throws its journal away. Error StoreCorrupt.
    Expected<void> checkDatabase() const;

    const QString &path() const { return m_path; }
    QString database() const { return m_path + QStringLiteral("/service.sqlite"); }
    /// Uploaded files, named by their ids.
    QString files() const { return m_path + QStringLiteral("/files"); }
    /// Files on their way in or out; on the same file system as files(). FileStore::recover() settles them.
    QString incoming() const { return m_path + QStringLiteral("/incoming"); }
    /// Parent of the workers' private folders.
    QString temporary() const { return m_path + QStringLiteral("/temporary"); }

private:
    DataFolder(QString path, int lock) : m_path(std::move(path)), m_lock(lock) {}

    QString m_path;
    int m_lock = -1;
};

} // namespace xs::server
