// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

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

/// More than any part of the programs uses in turns.
constexpr int mostIdleStatements = 64;

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

/// Held while a file is opened: processes that open it for the first time at once would find it locked, as the change
/// to a write-ahead log does not wait for others. It is the folder that is locked, because closing any descriptor of
/// the file ends SQLite's own locks (sqlite.org/howtocorrupt.html). Where folders cannot be locked it holds nothing.
class OpeningLock
{
public:
    explicit OpeningLock(const QString &path)
        : m_folder(
              ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    {
        if (m_folder >= 0)
            ::flock(m_folder, LOCK_EX);
    }
    ~OpeningLock()
    {
        if (m_folder >= 0)
            ::close(m_folder);
    }
    OpeningLock(const OpeningLock &) = delete;
    OpeningLock &operator=(const OpeningLock &) = delete;

private:
    int m_folder;
};

/// SQLite makes the journal files with the rights of the database file.
Expected<void> createPrivately(const QString &path)
{
    const auto folder = QFileInfo(path).absolutePath();
    if (!QFileInfo::exists(folder)) {
        if (!QDir().mkpath(folder))
            return Unexpected(ErrorCode::StoreUnavailable, u"the folder cannot be created"_s, folder);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    // Only if it is not there: another process may just have made it, and be writing already.
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner) &&
        !QFileInfo::exists(path))
        return Unexpected(ErrorCode::StoreUnavailable, file.errorString(), path);
    return {};
}

} // namespace

Statement::~Statement()
{
    const auto home = m_home.lock();
    if (!home || lastError().isValid())
        return;
    finish();
    // Values may be large.
    for (qsizetype i = boundValues().size(); i-- > 0;)
        bindValue(int(i), {});
    home->insert(m_sql, new QSqlQuery(std::move(*this)));
}

Database::Database(QString path, QSqlDatabase database)
    : m_path(std::move(path)), m_database(std::move(database)),
      m_idle(std::make_shared<IdleStatements>(mostIdleStatements))
{
}

Database::~Database()
{
    m_idle.reset();
    const auto name = m_database.connectionName();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(name);
}

Expected<std::unique_ptr<Database>> Database::open(const QString &path, const std::vector<Migration> &migrations)
{
    if (const auto created = createPrivately(path); !created)
        return Unexpected(created.error());
    const OpeningLock lock(path);
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

/// How many migrations the file has seen.
Expected<int> Database::version(std::size_t known)
{
    auto row = run(u"PRAGMA user_version"_s);
    if (!row)
        return Unexpected(row.error());
    row->next();
    const auto version = row->value(0).toInt();
    if (version > static_cast<int>(known))
        return Unexpected(ErrorCode::StoreTooNew, u"version %1, known up to %2"_s.arg(version).arg(known), m_path);
    return version;
}

Expected<void> Database::prepare(const std::vector<Migration> &migrations)
{
    // Before anything is changed.
    auto current = version(migrations.size());
    if (!current)
        return Unexpected(current.error());
    for (const auto pragma : {"PRAGMA journal_mode=WAL"_L1, firmSynchronisation, "PRAGMA foreign_keys=ON"_L1})
        if (const auto done = run(pragma); !done)
            return Unexpected(done.error());
    while (*current < static_cast<int>(migrations.size())) {
        auto transaction = Transaction::begin(*this);
        if (!transaction)
            return Unexpected(transaction.error());
        // Another process may have come first.
        current = version(migrations.size());
        if (!current)
            return Unexpected(current.error());
        if (*current == static_cast<int>(migrations.size()))
            return {};
        for (const auto &statement : migrations[*current])
            if (const auto done = run(statement); !done)
                return Unexpected(done.error());
        if (const auto done = run(u"PRAGMA user_version=%1"_s.arg(++*current)); !done)
            return Unexpected(done.error());
        if (const auto done = transaction->commit(); !done)
            return Unexpected(done.error());
    }
    return {};
}

Expected<Statement> Database::prepared(const QString &sql)
{
    if (const std::unique_ptr<QSqlQuery> known(m_idle->take(sql)); known)
        return Statement(std::move(*known), sql, m_idle);
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(query.lastError(), m_path);
    // Some pragmas act when they are prepared, and only then (sqlite.org/pragma.html).
    const auto isPragma = sql.startsWith("PRAGMA"_L1);
    return Statement(std::move(query), sql, isPragma ? std::weak_ptr<IdleStatements>() : m_idle);
}

Expected<void> Database::runPrepared(QSqlQuery &query, const QVariantList &values)
{
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values[i]);
    if (!query.exec())
        return failure(query.lastError(), m_path);
    return {};
}

Expected<Statement> Database::run(const QString &sql, const QVariantList &values)
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
