// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <functional>
#include <sys/wait.h>
#include <unistd.h>

using namespace xs;
using namespace xs::store;
using namespace Qt::StringLiterals;

namespace {

const std::vector<Migration> oneStep{{u"CREATE TABLE t (n INTEGER)"_s}};
const std::vector<Migration> twoSteps{oneStep.front(), {u"ALTER TABLE t ADD COLUMN word TEXT DEFAULT 'new'"_s}};

int count(Database &database)
{
    auto rows = database.run(u"SELECT count(*) FROM t"_s);
    return rows && rows->next() ? rows->value(0).toInt() : -1;
}

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Runs `work` in so many processes, which begin together; how many of them it failed in.
int failuresOfMany(int processes, const std::function<bool()> &work)
{
    std::array<int, 2> gate{};
    if (::pipe(gate.data()) != 0)
        return -1;
    std::vector<pid_t> children;
    for (int i = 0; i < processes; ++i) {
        const auto child = ::fork();
        if (child == 0) {
            ::close(gate[1]);
            char nothing = 0;
            (void)!::read(gate[0], &nothing, 1);
            ::_exit(work() ? 0 : 1);
        }
        children.push_back(child);
    }
    ::close(gate[0]);
    ::close(gate[1]);
    int failures = 0;
    for (const auto child : children) {
        int status = -1;
        ::waitpid(child, &status, 0);
        failures += status == 0 ? 0 : 1;
    }
    return failures;
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const QString &name) const { return m_folder.filePath(name); }

private slots:
    void createsAFileThatOnlyItsOwnerReads()
    {
        const auto file = path(u"deep/er/a.db"_s);
        QVERIFY(Database::open(file, oneStep));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(file) & others));
        QVERIFY(!(QFile::permissions(path(u"deep/er"_s)) & (others | QFile::ExeGroup | QFile::ExeOther)));
    }

    void keepsWhatWasWrittenAndMigratesIt()
    {
        const auto file = path(u"b.db"_s);
        {
            auto database = Database::open(file, oneStep);
            QVERIFY(database);
            QVERIFY((*database)->run(u"INSERT INTO t VALUES (?)"_s, {42}));
        }
        auto database = Database::open(file, twoSteps);
        QVERIFY(database);
        auto row = (*database)->run(u"SELECT n, word FROM t"_s);
        QVERIFY(row && row->next());
        QCOMPARE(row->value(0).toInt(), 42);
        QCOMPARE(row->value(1).toString(), u"new"_s);
    }

    void leavesAFailedMigrationUndone()
    {
        const auto file = path(u"c.db"_s);
        QVERIFY(Database::open(file, oneStep));
        const std::vector<Migration> broken{oneStep.front(), {u"CREATE TABLE u (n INTEGER)"_s, u"NO SUCH STATEMENT"_s}};
        QVERIFY(!Database::open(file, broken));
        auto database = Database::open(file, oneStep);
        QVERIFY(database);
        QVERIFY(!(*database)->run(u"SELECT * FROM u"_s));
    }

    void isMadeOnceByManyProcessesAtOnce()
    {
        std::vector<Migration> steps{{u"CREATE TABLE t (n INTEGER)"_s}};
        for (int step = 1; step < 6; ++step)
            steps.push_back({u"CREATE TABLE t%1 (n INTEGER)"_s.arg(step), u"INSERT INTO t VALUES (%1)"_s.arg(step)});
        for (int round = 0; round < 20; ++round) {
            const auto file = path(u"made-%1/first.db"_s.arg(round));
            QCOMPARE(failuresOfMany(6,
                                    [&] {
                                        const auto database = Database::open(file, steps);
                                        return database && (*database)->run(u"INSERT INTO t VALUES (100)"_s);
                                    }),
                     0);
            auto database = Database::open(file, steps);
            QVERIFY(database);
            QCOMPARE(count(**database), 5 + 6);
        }
    }

    void refusesAFileOfALaterVersion()
    {
        const auto file = path(u"d.db"_s);
        QVERIFY(Database::open(file, twoSteps));
        QCOMPARE(Database::open(file, oneStep).error().code, ErrorCode::StoreTooNew);
    }

    void refusesADamagedFileAndLeavesItAlone()
    {
        const auto file = path(u"e.db"_s);
        const QByteArray bytes = "this is no database, but somebody may want it back " + QByteArray(4096, 'x');
        QFile writer(file);
        QVERIFY(writer.open(QIODevice::WriteOnly));
        writer.write(bytes);
        writer.close();
        QCOMPARE(Database::open(file, oneStep).error().code, ErrorCode::StoreCorrupt);
        QCOMPARE(content(file), bytes);
    }

    void refusesAFolderThatCannotBeMade()
    {
        QFile blocker(path(u"blocker"_s));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        QCOMPARE(Database::open(path(u"blocker/f.db"_s), oneStep).error().code, ErrorCode::StoreUnavailable);
    }

    void rollsBackWhatWasNotCommitted()
    {
        auto database = *Database::open(path(u"g.db"_s), oneStep);
        {
            auto transaction = Transaction::begin(*database);
            QVERIFY(transaction);
            QVERIFY(database->run(u"INSERT INTO t VALUES (1)"_s));
        }
        QCOMPARE(count(*database), 0);
        auto transaction = Transaction::begin(*database);
        QVERIFY(database->run(u"INSERT INTO t VALUES (1)"_s));
        QVERIFY(transaction->commit());
        QCOMPARE(count(*database), 1);
    }

    /// 1 is NORMAL and 2 is FULL (sqlite.org/pragma.html#pragma_synchronous).
    void onlyALooseTransactionDoesNotWaitForTheDisk()
    {
        auto database = *Database::open(path(u"loose.db"_s), oneStep);
        const auto synchronous = [&] {
            auto row = *database->run(u"PRAGMA synchronous"_s);
            row.next();
            return row.value(0).toInt();
        };
        QCOMPARE(synchronous(), 2);
        for (const bool isKept : {true, false}) {
            auto transaction = Transaction::begin(*database, Durability::Loose);
            QVERIFY(transaction);
            QCOMPARE(synchronous(), 1);
            QVERIFY(database->run(u"INSERT INTO t VALUES (1)"_s));
            QVERIFY(!Transaction::begin(*database, Durability::Loose));
            if (isKept)
                QVERIFY(transaction->commit());
        }
        QCOMPARE(synchronous(), 2);
        QCOMPARE(count(*database), 1);
        auto firm = Transaction::begin(*database);
        QCOMPARE(synchronous(), 2);
    }

    /// A statement that is kept for the next time is not that of somebody who still reads, and forgets its values.
    void keepsStatementsApart()
    {
        auto database = *Database::open(path(u"kept.db"_s), oneStep);
        const auto select = u"SELECT n FROM t WHERE n > ? ORDER BY n"_s;
        for (int n = 1; n <= 3; ++n)
            QVERIFY(database->run(u"INSERT INTO t VALUES (?)"_s, {n}));
        auto outer = database->run(select, {0});
        QVERIFY(outer && outer->next());
        {
            auto inner = database->run(select, {2});
            QVERIFY(inner && inner->next());
            QCOMPARE(inner->value(0).toInt(), 3);
        }
        QVERIFY(outer->next());
        QCOMPARE(outer->value(0).toInt(), 2);
        auto again = database->run(select, {2});
        QVERIFY(again && again->next());
        QCOMPARE(again->value(0).toInt(), 3);
        QVERIFY(outer->next());
        QVERIFY(!outer->next());
    }

    /// A SELECT that somebody gave up half way holds no lock.
    void aStatementThatIsGoneLocksNothing()
    {
        const auto file = path(u"gone.db"_s);
        auto database = *Database::open(file, oneStep);
        for (int n = 1; n <= 3; ++n)
            QVERIFY(database->run(u"INSERT INTO t VALUES (?)"_s, {n}));
        (void)(*database->run(u"SELECT n FROM t"_s)).next();
        QVERIFY(database->run(u"DROP TABLE t"_s));
        QVERIFY(!database->run(u"SELECT n FROM t"_s));
        QVERIFY(database->run(u"CREATE TABLE t (word TEXT, n INTEGER)"_s));
        auto row = database->run(u"SELECT n FROM t"_s);
        QVERIFY(row && !row->next());
    }

    void bindsValuesAndNeverText()
    {
        auto database = *Database::open(path(u"h.db"_s), twoSteps);
        QVERIFY(database->run(u"INSERT INTO t VALUES (?, ?)"_s, {1, u"'); DROP TABLE t; --"_s}));
        QCOMPARE(count(*database), 1);
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
