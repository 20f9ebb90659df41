// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/forkserver.h"
#include "server/workerprocess.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::server;

constexpr auto forkServerOption = "--fork-server";
constexpr auto greeting = "echo '{\"ready\":true}'\n";

/// Shell scripts play the worker, so that it can be made to do anything.
class TestWorkerProcess : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    WorkerSettings script(const QString &text) const
    {
        WorkerSettings settings;
        settings.program = QCoreApplication::applicationFilePath();
        settings.arguments = {QLatin1String(forkServerOption), QLatin1String(greeting) + text};
        settings.temporaryFolder = m_folder.path();
        return settings;
    }

    static Expected<Json> outcome(WorkerSpawner &spawner)
    {
        std::vector<Expected<Json>> results;
        WorkerProcess worker(spawner);
        connect(&worker, &WorkerProcess::finished, &worker,
                [&results](const Expected<Json> &result) { results.push_back(result); });
        worker.run({{"task", "extract"}});
        // Once, and not again later.
        (void)QTest::qWaitFor([&results] { return !results.empty(); }, 60'000);
        QTest::qWait(50);
        return results.size() == 1 ? results.front()
                                   : Unexpected(ErrorCode::None, u"finished %1 times"_s.arg(results.size()));
    }

    static Expected<Json> outcome(const WorkerSettings &settings)
    {
        WorkerSpawner spawner(settings);
        return outcome(spawner);
    }

    /// The text that a script has written, once it is whole.
    static QByteArray written(const QString &path)
    {
        QByteArray text;
        (void)QTest::qWaitFor(
            [&] {
                QFile file(path);
                text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
                return text.endsWith('\n');
            },
            60'000);
        return text.trimmed();
    }

    /// Killed and reaped: not even a zombie is left.
    static bool isGone(int process) { return process > 0 && ::kill(process, 0) != 0; }

    /// Killed, and perhaps not yet reaped by the system's first process.
    static bool hasEnded(int process)
    {
        QFile state(u"/proc/%1/stat"_s.arg(process));
        return isGone(process) || (state.open(QIODevice::ReadOnly) && state.readAll().contains(") Z "));
    }

    QStringList workersFolders() const { return QDir(m_folder.path()).entryList({u"worker-*"_s}, QDir::Dirs); }

    static QString told(const Expected<Json> &result)
    {
        return result ? u"result"_s : errorCodeName(result.error().code);
    }

private slots:
    void aResultArrives()
    {
        const auto result = outcome(script(u"read line; echo \"{\\\"result\\\":{\\\"got\\\":$line}}\""_s));
        QCOMPARE(told(result), u"result"_s);
        QCOMPARE(toBytes(*result), R"({"got":{"task":"extract"}})");
    }

    void ends_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("own error") << uR"(echo '{"error":{"code":"DocumentProtected","detail":"d"}}')"_s
                                   << u"DocumentProtected"_s;
        QTest::newRow("crash") << u"kill -SEGV $$"_s << u"DocumentBroken"_s;
        QTest::newRow("abort") << u"kill -ABRT $$"_s << u"DocumentBroken"_s;
        QTest::newRow("killed by the system") << u"kill -KILL $$"_s << u"DocumentTooLarge"_s;
        QTest::newRow("computing time") << u"kill -XCPU $$"_s << u"TimedOut"_s;
        QTest::newRow("out of memory") << u"exit 1"_s << u"DocumentTooLarge"_s;
        QTest::newRow("silent end") << u"exit 0"_s << u"DocumentBroken"_s;
        QTest::newRow("nonsense") << u"echo not json"_s << u"DocumentBroken"_s;
        QTest::newRow("half a reply") << u"echo '{\"result\":{\"a'"_s << u"DocumentBroken"_s;
    }

    void ends()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(told(outcome(script(text))), expected);
    }

    void aHangIsEndedWithAllThatItStarted()
    {
        const auto pidFile = m_folder.filePath(u"hanging"_s);
        auto settings = script(u"sleep 1000 & echo $! > '%1'; wait"_s.arg(pidFile));
        settings.timeLimitMilliseconds = 1500;
        QCOMPARE(told(outcome(settings)), u"TimedOut"_s);
        QTRY_VERIFY(isGone(written(pidFile).toInt()));
    }

    /// As converters of office documents do: the program ends, a child of its child goes on.
    void whatItLeavesBehindIsEnded()
    {
        const auto pidFile = m_folder.filePath(u"left"_s);
        const auto leave = u"(sleep 1000 >/dev/null & echo $! > '%1') & wait; echo '{\"result\":1}'"_s.arg(pidFile);
        WorkerSpawner spawner(script(leave));
        QCOMPARE(told(outcome(spawner)), u"result"_s);
        QTRY_VERIFY(isGone(written(pidFile).toInt()));
    }

    void aSilentOneIsEnded()
    {
        auto settings = script(u"exec sleep 1000"_s);
        settings.arguments[1].remove(QLatin1String(greeting));
        settings.timeLimitMilliseconds = 500;
        QCOMPARE(told(outcome(settings)), u"TimedOut"_s);
    }

    void oneThatHangsDoesNotHinderTheNext()
    {
        auto settings = script(u"if [ -e '%1' ]; then echo '{\"result\":1}'; else touch '%1'; sleep 1000; fi"_s.arg(
            m_folder.filePath(u"second"_s)));
        settings.timeLimitMilliseconds = 1500;
        WorkerSpawner spawner(settings);
        QCOMPARE(told(outcome(spawner)), u"TimedOut"_s);
        QCOMPARE(told(outcome(spawner)), u"result"_s);
    }

    void aFloodIsEnded()
    {
        auto settings = script(u"yes 0123456789"_s);
        settings.largestReply = 1'000'000;
        QCOMPARE(told(outcome(settings)), u"DocumentTooLarge"_s);
    }

    void aMissingProgramIsToldOnce()
    {
        auto settings = script({});
        settings.program = u"/no/such/program"_s;
        QCOMPARE(told(outcome(settings)), u"Internal"_s);
    }

    void theWorkersFolderIsItsOwnAndGoesWithIt()
    {
        const auto result = outcome(script(
            u"mkdir -p a/b; echo x > a/b/file; echo \"{\\\"result\\\":[\\\"$PWD\\\",\\\"$TMPDIR\\\",\\\"$(stat -c %a .)\\\"]}\""_s));
        QCOMPARE(told(result), u"result"_s);
        QCOMPARE(toQString((*result)[0]), toQString((*result)[1]));
        QCOMPARE(toQString((*result)[2]), u"700"_s);
        QVERIFY(toQString((*result)[0]).startsWith(m_folder.path()));
        QVERIFY(!QFile::exists(toQString((*result)[0])));
    }

    /// Nothing of the service's is open in a worker: no socket, no lock, no database.
    void nothingIsInherited()
    {
        const auto mine = ::dup(STDERR_FILENO);
        const auto result = outcome(
            script(u"n=3; while [ $n -lt 200 ]; do [ -e /proc/$$/fd/$n ] && open=\"$open $n\"; n=$((n+1)); done\n"
                   "echo \"{\\\"result\\\":\\\"$open\\\"}\""_s));
        ::close(mine);
        QCOMPARE(told(result), u"result"_s);
        QCOMPARE(toQString(*result), QString());
    }

    /// Tesseract would start threads on all cores, in every worker.
    void aWorkerComputesOnOneCore()
    {
        const auto result = outcome(script(u"echo \"{\\\"result\\\":\\\"$OMP_THREAD_LIMIT\\\"}\""_s));
        QCOMPARE(told(result), u"result"_s);
        QCOMPARE(toQString(*result), u"1"_s);
    }

    void destructionKills()
    {
        const auto pidFile = m_folder.filePath(u"destroyed"_s);
        WorkerSpawner spawner(script(u"echo $$ > '%1'; exec sleep 1000"_s.arg(pidFile)));
        int process = 0;
        {
            WorkerProcess worker(spawner);
            worker.run({});
            process = written(pidFile).toInt();
        }
        QTRY_VERIFY(isGone(process));
        QTRY_COMPARE(workersFolders(), QStringList());
    }

    void allEndWithTheService()
    {
        const auto pidFile = m_folder.filePath(u"service"_s);
        int process = 0;
        {
            WorkerSpawner spawner(script(u"echo $$ > '%1'; exec sleep 1000"_s.arg(pidFile)));
            QVERIFY(
                spawner.start({Descriptor(::open("/dev/null", O_RDONLY)), Descriptor(::open("/dev/null", O_WRONLY))}));
            process = written(pidFile).toInt();
            QVERIFY(::kill(process, 0) == 0);
        }
        QVERIFY(isGone(process));
        QCOMPARE(workersFolders(), QStringList());
    }

    /// Its workers go with it; the next one gets a new fork server.
    void aLostForkServerIsReplaced()
    {
        const auto pidFile = m_folder.filePath(u"orphan"_s);
        WorkerSpawner spawner(script(
            u"if [ -e '%1' ]; then echo '{\"result\":1}'; else echo $$ > '%1'; kill -KILL $PPID; exec sleep 1000; fi"_s
                .arg(pidFile)));
        QCOMPARE(told(outcome(spawner)), u"Internal"_s);
        QTRY_VERIFY(hasEnded(written(pidFile).toInt()));
        QCOMPARE(told(outcome(spawner)), u"result"_s);
    }

    void requestsMayBeLarge()
    {
        WorkerSpawner spawner(script(u"echo \"{\\\"result\\\":$(wc -c)}\""_s));
        WorkerProcess worker(spawner);
        std::optional<Expected<Json>> result;
        connect(&worker, &WorkerProcess::finished, &worker, [&](const Expected<Json> &found) { result = found; });
        const Json request = std::string(5'000'000, 'x');
        worker.run(request);
        QTRY_VERIFY_WITH_TIMEOUT(result, 60'000);
        QCOMPARE(told(*result), u"result"_s);
        QCOMPARE((**result).get<int>(), 5'000'002);
    }
};

/// The test is its own fork server.
int main(int argc, char *argv[])
{
    if (argc == 4 && QLatin1String(argv[1]) == QLatin1String(forkServerOption))
        return runForkServer(argv[3], [argv] { return ::execl("/bin/sh", "sh", "-c", argv[2], nullptr); });
    const QCoreApplication application(argc, argv);
    TestWorkerProcess test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_workerprocess.moc"
