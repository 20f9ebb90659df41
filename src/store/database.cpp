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
    for (const auto &pragma : {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s, u"PRAGMA foreign_keys=ON"_s})
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

Expected<Transaction> Transaction::begin(Database &database)
{
    if (const auto begun = database.run(u"BEGIN IMMEDIATE"_s); !begun)
        return Unexpected(begun.error());
    return Transaction(database);
}

Transaction::Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    if (m_database)
        (void)m_database->run(u"ROLLBACK"_s);
}

Expected<void> Transaction::commit()
{
    if (const auto done = m_database->run(u"COMMIT"_s); !done)
        return Unexpected(done.error());
    m_database = nullptr;
    return {};
}

} // namespace xs::store
