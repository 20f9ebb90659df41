// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/workerprocess.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::server;

/// Shell scripts play the worker, so that it can be made to do anything.
class TestWorkerProcess : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    WorkerSettings script(const QString &text) const
    {
        WorkerSettings settings;
        settings.program = u"/bin/sh"_s;
        settings.arguments = {u"-c"_s, u"echo '{\"ready\":true}'\n"_s + text};
        settings.temporaryFolder = m_folder.path();
        return settings;
    }

    static Expected<Json> outcome(const WorkerSettings &settings)
    {
        std::vector<Expected<Json>> results;
        WorkerProcess worker(settings);
        connect(&worker, &WorkerProcess::finished, &worker,
                [&results](const Expected<Json> &result) { results.push_back(result); });
        worker.start();
        worker.run({{"task", "extract"}});
        // Once, and not again later.
        (void)QTest::qWaitFor([&results] { return !results.empty(); }, 60'000);
        QTest::qWait(50);
        return results.size() == 1 ? results.front()
                                   : Unexpected(ErrorCode::None, u"finished %1 times"_s.arg(results.size()));
    }

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
        const auto pidFile = m_folder.filePath(u"child"_s);
        auto settings = script(u"sleep 1000 & echo $! > '%1'; wait"_s.arg(pidFile));
        settings.timeLimitMilliseconds = 1500;
        QCOMPARE(told(outcome(settings)), u"TimedOut"_s);
        QFile file(pidFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto child = file.readAll().trimmed().toInt();
        QVERIFY(child > 0);
        // The child's parent is gone, so it may stay a while as a zombie of a container's first process.
        QTRY_VERIFY(::kill(child, 0) != 0 || [child] {
            QFile state(u"/proc/%1/stat"_s.arg(child));
            return !state.open(QIODevice::ReadOnly) || state.readAll().contains(") Z ");
        }());
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
        const auto result =
            outcome(script(u"echo x > file; echo \"{\\\"result\\\":[\\\"$PWD\\\",\\\"$TMPDIR\\\"]}\""_s));
        QCOMPARE(told(result), u"result"_s);
        QCOMPARE(toQString((*result)[0]), toQString((*result)[1]));
        QVERIFY(toQString((*result)[0]).startsWith(m_folder.path()));
        QVERIFY(!QFile::exists(toQString((*result)[0])));
    }

    void destructionKills()
    {
        QElapsedTimer timer;
        timer.start();
        {
            WorkerProcess worker(script(u"sleep 1000"_s));
            worker.start();
            QTest::qWait(100);
        }
        QVERIFY(timer.elapsed() < 30'000);
    }
};

QTEST_GUILESS_MAIN(TestWorkerProcess)
#include "tst_workerprocess.moc"
