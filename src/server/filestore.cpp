// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filestore.h"

#include "server/creations.h"
#include "server/rowbyid.h"
#include "server/serverids.h"
#include "server/storedvalues.h"

#include <QDir>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

constexpr TableWithIds table{"files"_L1, "row, id, name, type, purpose, external_id, size, created_at"_L1};

StoredFile readRow(const QSqlQuery &row)
{
    StoredFile file;
    file.id = row.value(1).toString();
    file.name = row.value(2).toString();
    file.type = row.value(3).toString();
    file.purpose = row.value(4).toString();
    file.externalId = textOrNothing(row.value(5));
    file.size = row.value(6).toLongLong();
    file.createdAt = fromMicroseconds(row.value(7).toLongLong());
    return file;
}

/// A renamed file is durable when its folder is.
bool syncFolder(const QString &path)
{
    const auto folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return false;
    const auto done = ::fsync(folder) == 0;
    ::close(folder);
    return done;
}

/// Gives the bytes their second name. They keep the first, which tells recover() that the row may be missing.
Expected<void> placeDurably(QFile &file, const QString &path, const QString &folder)
{
    const auto isFlushed = file.flush() && ::fsync(file.handle()) == 0;
    if (isFlushed && ::link(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(path).constData()) == 0 &&
        syncFolder(folder))
        return {};
    return Unexpected(ErrorCode::FileNotWritten, QString::fromLocal8Bit(std::strerror(errno)), path);
}

Expected<bool> hasRow(store::Database &database, const QString &id)
{
    auto row = database.run(u"SELECT 1 FROM files WHERE id = ?"_s, {id});
    if (!row)
        return Unexpected(row.error());
    return row->next();
}

Expected<StoredFile> insertRow(store::Database &database, const StoredFile &file)
{
    const auto inserted = database.run(
        u"INSERT INTO files (id, name, type, purpose, external_id, size, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {file.id, storedText(file.name), storedText(file.type), storedText(file.purpose), storedText(file.externalId),
         file.size, toMicroseconds(file.createdAt)});
    return inserted ? Expected<StoredFile>(file) : Unexpected(inserted.error());
}

/// The column that a list is sorted by, and whether upwards; equal values are told apart by the row.
struct Sorting
{
    QString column;
    bool ascending;
};

Sorting sorting(FileQuery::Order order)
{
    switch (order) {
    case FileQuery::Order::Name:
        return {u"name"_s, true};
    case FileQuery::Order::Id:
        return {u"id"_s, true};
    case FileQuery::Order::Created:
        break;
    }
    return {u"row"_s, false};
}

QString sortValue(const StoredFile &file, FileQuery::Order order)
{
    return order == FileQuery::Order::Name ? file.name : order == FileQuery::Order::Id ? file.id : QString();
}

Condition condition(const FileQuery &query, const Sorting &sorting)
{
    Condition where;
    if (!query.ids.isEmpty())
        where.addAnyOf(u"id"_s, query.ids);
    if (query.name)
        where.add(u"name = ?"_s, {*query.name});
    if (query.externalId)
        where.add(u"external_id = ?"_s, {*query.externalId});
    if (query.after && sorting.ascending)
        where.add(u"(%1, row) > (?, ?)"_s.arg(sorting.column), {query.after->sortValue, query.after->row});
    else if (query.after)
        where.add(u"row < ?"_s, {query.after->row});
    return where;
}

} // namespace

FileStore::FileStore(StoreThread &store, const Clock &clock, QString folder, QString incoming)
    : m_store(store), m_clock(clock), m_folder(std::move(folder)), m_incoming(std::move(incoming))
{
}

FileStore::Upload::~Upload()
{
    if (!file)
        return;
    const auto path = file->fileName();
    // QFile::remove() of an open file leaves it there when the disk is too full for its last bytes.
    file.reset();
    QFile::remove(path);
}

Expected<FileStore::Upload> FileStore::begin() const
{
    Upload upload;
    upload.id = newId(u"dfl-");
    upload.file = std::make_unique<QFile>(m_incoming + u'/' + upload.id);
    if (!upload.file->open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return Unexpected(ErrorCode::FileNotWritten, upload.file->errorString(), upload.file->fileName());
    return upload;
}

Expected<StoredFile> FileStore::add(StoredFile file, Upload &upload, const QByteArray &idempotencyKey)
{
    const auto now = toMicroseconds(m_clock.now());
    file.id = upload.id;
    file.createdAt = fromMicroseconds(now);
    file.size = upload.file->size();
    if (const auto placed = placeDurably(*upload.file, pathOf(file.id), m_folder); !placed) {
        QFile::remove(pathOf(file.id));
        return Unexpected(placed.error());
    }
    const auto stored = m_store.call([&](store::Database &database) {
        return createOnce(
            database, {idempotencyKey, file.id, now}, store::Durability::Firm,
            [&](const QString &id) { return findRowById(database, table, id, readRow); },
            [&] { return insertRow(database, file); });
    });
    if (!stored || stored->id != file.id)
        QFile::remove(pathOf(file.id));
    return stored;
}

Expected<StoredFile> FileStore::find(const QString &id) const
{
    return m_store.call([&](store::Database &database) { return findRowById(database, table, id, readRow); });
}

Expected<ListPage<StoredFile>> FileStore::list(const FileQuery &query) const
{
    const auto sorted = sorting(query.order);
    const auto direction = sorted.ascending ? u"ASC"_s : u"DESC"_s;
    const ListSource source{u"SELECT %1 FROM files"_s.arg(table.columns), condition(query, sorted),
                            u"%1 %2, row %2"_s.arg(sorted.column, direction), query.pageSize};
    return m_store.call([&](store::Database &database) {
        return readListPage(database, source, readRow,
                            [&query](const StoredFile &file) { return sortValue(file, query.order); });
    });
}

Expected<void> FileStore::remove(const QString &id)
{
    return m_store.call([&](store::Database &database) -> Expected<void> {
        if (const auto exists = hasRow(database, id); !exists || !*exists)
            return exists ? Unexpected(ErrorCode::NotFound, {}, id) : Unexpected(exists.error());
        // Ids in the store are this program's own, so this cannot leave the folder.
        QFile::rename(pathOf(id), m_incoming + u'/' + id);
        if (const auto removed = database.run(u"DELETE FROM files WHERE id = ?"_s, {id}); !removed) {
            QFile::rename(m_incoming + u'/' + id, pathOf(id));
            return Unexpected(removed.error());
        }
        QFile::remove(m_incoming + u'/' + id);
        return {};
    });
}

Expected<void> FileStore::recover()
{
    return m_store.call([&](store::Database &database) -> Expected<void> {
        const auto names = QDir(m_incoming).entryList(QDir::Files | QDir::Hidden);
        for (const auto &name : names) {
            const auto exists = hasRow(database, name);
            if (!exists)
                return Unexpected(exists.error());
            if (!*exists)
                QFile::remove(pathOf(name));
            else if (!QFile::exists(pathOf(name)))
                QFile::rename(m_incoming + u'/' + name, pathOf(name));
            QFile::remove(m_incoming + u'/' + name);
        }
        return {};
    });
}

} // namespace xs::server
