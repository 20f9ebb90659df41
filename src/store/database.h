// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"

#include <QCache>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <memory>
#include <vector>

namespace xs::store {

/// One step of a store's schema: its statements bring version n−1 to version n and run in one transaction.
using Migration = QStringList;

/// The prepared statements of a connection that nobody uses right now, by their text; the oldest make room.
using IdleStatements = QCache<QString, QSqlQuery>;

/// A statement that was run, before its first row. When it goes, the connection keeps it prepared for the next time.
/// It may outlive the connection, but is of no use then.
class Statement : public QSqlQuery
{
public:
    Statement(QSqlQuery query, QString sql, std::weak_ptr<IdleStatements> home)
        : QSqlQuery(std::move(query)), m_sql(std::move(sql)), m_home(std::move(home))
    {
    }
    ~Statement();
    Statement(Statement &&) noexcept = default;
    Statement &operator=(Statement &&) = delete;

private:
    QString m_sql;
    std::weak_ptr<IdleStatements> m_home;
};

/// One SQLite connection (WAL, foreign keys on, full synchronisation). It belongs to the thread that opened
/// it; several may be open on the same file. The file and its folder are made readable by their owner only.
class Database
{
public:
    /// Opens or creates the file and runs the migrations that it has not seen yet (`PRAGMA user_version`); several
    /// processes may do so at once.
    /// Errors: StoreUnavailable (folder or file cannot be used), StoreCorrupt, StoreTooNew (written by a
    /// later version of the program); in none of these cases the file is changed.
    static Expected<std::unique_ptr<Database>> open(const QString &path, const std::vector<Migration> &migrations);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs one statement with its values bound in order. The query is positioned before the first row.
    /// Errors: StoreUnavailable, StoreCorrupt, FileNotWritten (the disk is full).
    Expected<Statement> run(const QString &sql, const QVariantList &values = {});
    /// Runs one statement `count` times, prepared once; `values(i)` are those of the i-th time.
    template <typename Values>
    Expected<void> runForEach(const QString &sql, std::size_t count, Values values);
    const QString &path() const { return m_path; }
    QSqlDatabase &connection() { return m_database; }

private:
    Database(QString path, QSqlDatabase database);
    Expected<void> runPrepared(QSqlQuery &query, const QVariantList &values);
    Expected<Statement> prepared(const QString &sql);
    Expected<int> version(std::size_t known);
    Expected<void> prepare(const std::vector<Migration> &migrations);

    QString m_path;
    QSqlDatabase m_database;
    std::shared_ptr<IdleStatements> m_idle;
};

/// What a power cut may do to a transaction that was committed. One that is `Loose` may be undone, never in part and
/// never while a later one is kept; it costs no waiting for the disk. The end of the process undoes neither.
enum class Durability { Firm, Loose };

/// A transaction that is rolled back when it goes out of scope without a commit. Begins at once as a writer
/// (`BEGIN IMMEDIATE`), so that two writers wait for each other and never fail half way.
class Transaction
{
public:
    static Expected<Transaction> begin(Database &database, Durability durability = Durability::Firm);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Expected<void> commit();

private:
    Transaction(Database &database, Durability durability) : m_database(&database), m_durability(durability) {}
    void release();

    Database *m_database;
    Durability m_durability;
};

template <typename Values>
Expected<void> Database::runForEach(const QString &sql, std::size_t count, Values values)
{
    auto query = prepared(sql);
    if (!query)
        return Unexpected(query.error());
    for (std::size_t i = 0; i < count; ++i)
        if (const auto done = runPrepared(*query, values(i)); !done)
            return done;
    return {};
}

} // namespace xs::store
