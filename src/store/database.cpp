// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace xs::store {

namespace {

/// SQLite's result codes for a file that is no database or is damaged (sqlite.org/rescode.html).
bool isCorruption(const QSqlError &error)
{
    const auto code = error.nativeErrorCode().toInt() & 0xff;
    return code == 11 || code == 26;
}

constexpr int diskFull = 13;

/// With a write-ahead log, FULL waits for the disk at every commit and NORMAL at checkpoints only
/// (sqlite.org/pragma.html#pragma_synchronous).
constexpr auto firmSynchronisation = "PRAGMA synchronous=FULL"_L1;
constexpr auto looseSynchronisation = "PRAGMA synchronous=NORMAL"_L1;

Unexpected failure(const QSqlError &error, const QString &path)
{
    auto code = ErrorCode::StoreUnavailable;
    if (isCorruption(error))
        code = ErrorCode::StoreCorrupt;
    else if (error.nativeErrorCode().toInt() == diskFull)
        code = ErrorCode::FileNotWritten;
    return Unexpected(code, error.text(), path);
}

/// SQLite makes the journal files with the rights of the database file.
Expected<void> createPrivately(const QString &path)
{
    const auto folder = QFileInfo(path).absolutePath();
    if (!QFileInfo::exists(folder)) {
        if (!QDir().mkpath(folder))
            return Unexpected(ErrorCode::StoreUnavailable, u"the folder cannot be created"_s, folder);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    if (QFileInfo::exists(path))
        return {};
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner))
        return Unexpected(ErrorCode::StoreUnavailable, file.errorString(), path);
    return {};
}

} // namespace

Database::Database(QString path, QSqlDatabase database) : m_path(std::move(path)), m_database(std::move(database))
{
}

Database::~Database()
{
    const auto name = m_database.connectionName();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(name);
}

Expected<std::unique_ptr<Database>> Database::open(const QString &path, const std::vector<Migration> &migrations)
{
    if (const auto created = createPrivately(path); !created)
        return Unexpected(created.error());
    const auto name = QUuid::createUuid().toString();
    auto database = std::unique_ptr<Database>(new Database(path, QSqlDatabase::addDatabase(u"QSQLITE"_s, name)));
    auto &connection = database->m_database;
    connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=10000"_s);
    connection.setDatabaseName(path);
    if (!connection.open())
        return failure(connection.lastError(), path);
    if (const auto prepared = database->prepare(migrations); !prepared)
        return Unexpected(prepared.error());
    return database;
}

Expected<void> Database::prepare(const std::vector<Migration> &migrations)
{
    auto version = run(u"PRAGMA user_version"_s);
    if (!version)
        return Unexpected(version.error());
    version->next();
    const auto current = version->value(0).toInt();
    version->finish();
    if (current > static_cast<int>(migrations.size()))
        return Unexpected(ErrorCode::StoreTooNew, u"version %1, known up to %2"_s.arg(current).arg(migrations.size()),
                          m_path);
    for (const auto pragma : {"PRAGMA journal_mode=WAL"_L1, firmSynchronisation, "PRAGMA foreign_keys=ON"_L1})
        if (const auto done = run(pragma); !done)
            return Unexpected(done.error());
    for (auto next = current; next < static_cast<int>(migrations.size()); ++next) {
        auto transaction = Transaction::begin(*this);
        if (!transaction)
            return Unexpected(transaction.error());
        for (const auto &statement : migrations[next])
            if (const auto done = run(statement); !done)
                return Unexpected(done.error());
        if (const auto done = run(u"PRAGMA user_version=%1"_s.arg(next + 1)); !done)
            return Unexpected(done.error());
        if (const auto done = transaction->commit(); !done)
            return Unexpected(done.error());
    }
    return {};
}

Expected<QSqlQuery> Database::prepared(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(query.lastError(), m_path);
    return query;
}

Expected<void> Database::runPrepared(QSqlQuery &query, const QVariantList &values)
{
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values[i]);
    if (!query.exec())
        return failure(query.lastError(), m_path);
    return {};
}

Expected<QSqlQuery> Database::run(const QString &sql, const QVariantList &values)
{
    auto query = prepared(sql);
    if (!query)
        return query;
    if (const auto done = runPrepared(*query, values); !done)
        return Unexpected(done.error());
    return query;
}

Expected<Transaction> Transaction::begin(Database &database, Durability durability)
{
    if (durability == Durability::Loose)
        if (const auto done = database.run(looseSynchronisation); !done)
            return Unexpected(done.error());
    Transaction transaction(database, durability);
    if (const auto begun = database.run(u"BEGIN IMMEDIATE"_s); !begun) {
        transaction.release();
        return Unexpected(begun.error());
    }
    return transaction;
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr)), m_durability(other.m_durability)
{
}

Transaction::~Transaction()
{
    if (!m_database)
        return;
    (void)m_database->run(u"ROLLBACK"_s);
    release();
}

Expected<void> Transaction::commit()
{
    if (const auto done = m_database->run(u"COMMIT"_s); !done)
        return Unexpected(done.error());
    release();
    return {};
}

/// What comes next is firm again.
void Transaction::release()
{
    if (m_durability == Durability::Loose)
        (void)m_database->run(firmSynchronisation);
    m_database = nullptr;
}

} // namespace xs::store
