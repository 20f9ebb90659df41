// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "server/listpage.h"
#include "server/storethread.h"

#include <QFile>

namespace xs::server {

/// An uploaded file.
struct StoredFile
{
    QString id;
    QString name;
    /// The extension without its dot, in lower case; may be empty.
    QString type;
    QString purpose;
    std::optional<QString> externalId;
    qint64 size = 0;
    QDateTime createdAt;
};

/// Which files a list shows, and in which order.
struct FileQuery
{
    enum class Order { Created, Name, Id };

    QStringList ids;
    std::optional<QString> name;
    std::optional<QString> externalId;
    Order order = Order::Created;
    int pageSize = 50;
    std::optional<PageToken> after;
};

/// The uploaded files: rows in the store, bytes in one folder under the files' ids. Whatever a crash interrupts
/// has its bytes in the second folder, `incoming`, until the row is committed, and is settled by recover().
/// Callable from any thread.
class FileStore
{
public:
    FileStore(StoreThread &store, const Clock &clock, QString folder, QString incoming);

    /// A new id and a file of that name that takes the bytes; deleted with the object.
    struct Upload
    {
        Upload() = default;
        ~Upload();
        Upload(Upload &&) = default;
        Upload &operator=(Upload &&) = delete;

        QString id;
        std::unique_ptr<QFile> file;
    };
    /// Error FileNotWritten.
    Expected<Upload> begin() const;
    /// Makes the bytes durable and commits the row. With an idempotency key that was used within 24 hours the file that
    /// was made then is returned instead. Errors: StoreUnavailable, FileNotWritten.
    Expected<StoredFile> add(StoredFile file, Upload &upload, const QByteArray &idempotencyKey = {});

    /// Error NotFound.
    Expected<StoredFile> find(const QString &id) const;
    Expected<ListPage<StoredFile>> list(const FileQuery &query) const;
    /// Error NotFound.
    Expected<void> remove(const QString &id);
    QString pathOf(const QString &id) const { return m_folder + u'/' + id; }
    /// To be called once before anything else: ends or undoes what a crash interrupted.
    Expected<void> recover();

private:
    StoreThread &m_store;
    const Clock &m_clock;
    QString m_folder;
    QString m_incoming;
};

} // namespace xs::server
