// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervisor/servicesupervisor.h"

#include "base/json.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace xs;
using namespace xs::supervisor;

/// The supervisor against small programs that behave like the service, or badly.
class TestServiceSupervisor : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void startsAndStops();
    void handsOverATokenThatOnlyTheUserCanRead();
    void badPrograms_data();
    void badPrograms();
    void startsAgainAfterACrash();
    void givesUpAndCanBeStartedAgain();
    void theServiceEndsWithUs();

private:
    static constexpr int ceiling = 60'000;

    QString script(const QByteArray &body);
    std::unique_ptr<ServiceSupervisor> make(const QString &program);

    SystemClock m_clock;
    SystemScheduler m_scheduler;
    std::unique_ptr<QTemporaryDir> m_folder;
    ServiceOptions m_options;
};

/// Says its line and lives until its standard input ends, as the service does with --exit-on-stdin-eof.
const QByteArray goodService = "echo '{\"url\": \"http://127.0.0.1:4711\", \"pid\": '$$'}'\ncat >/dev/null\n";

void TestServiceSupervisor::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_options = {};
    m_options.dataFolder = m_folder->filePath(u"data"_s);
    m_options.firstWait = 10ms;
    m_options.longestWait = 50ms;
}

QString TestServiceSupervisor::script(const QByteArray &body)
{
    const auto path = m_folder->filePath(u"service.sh"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + body) < 0)
        qFatal("no script");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

std::unique_ptr<ServiceSupervisor> TestServiceSupervisor::make(const QString &program)
{
    m_options.program = program;
    return std::make_unique<ServiceSupervisor>(m_options, m_clock, m_scheduler);
}

void TestServiceSupervisor::startsAndStops()
{
    const auto supervisor = make(script("echo \"$@\" > \"$0.arguments\"\n" + goodService));
    QSignalSpy ready(supervisor.get(), &ServiceSupervisor::ready);
    QSignalSpy stopped(supervisor.get(), &ServiceSupervisor::stopped);
    QCOMPARE(supervisor->connection().error().code, ErrorCode::ServiceNotStarted);
    supervisor->start();
    supervisor->start();
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, ceiling);
    const auto connection = supervisor->connection();
    QVERIFY(connection);
    QCOMPARE(connection->baseUrl, QUrl(u"http://127.0.0.1:4711"_s));
    QCOMPARE(connection->name, u"This computer"_s);
    QCOMPARE(connection->key.size(), 64);
    QFile arguments(m_options.program + u".arguments"_s);
    QVERIFY(arguments.open(QIODevice::ReadOnly));
    const auto said = QString::fromUtf8(arguments.readAll());
    QVERIFY2(said.startsWith(u"--port 0 --data %1 --token-file /"_s.arg(m_options.dataFolder)), qPrintable(said));
    QVERIFY(said.trimmed().endsWith("--exit-on-stdin-eof"_L1));
    QVERIFY(!said.contains(connection->key)); // the list of processes is public
    supervisor->stop();
    QCOMPARE(supervisor->connection().error().code, ErrorCode::ServiceStopped);
    QTest::qWait(100);
    QCOMPARE(stopped.size(), 0);
    QCOMPARE(ready.size(), 1);
}

void TestServiceSupervisor::handsOverATokenThatOnlyTheUserCanRead()
{
    const auto supervisor =
        make(script("while [ $# -gt 0 ]; do [ \"$1\" = --token-file ] && token=$2; shift; done\n"
                    "stat -c %a \"$token\" \"$(dirname \"$token\")\" > \"$0.rights\"; cat \"$token\" > \"$0.token\"\n" +
                    goodService));
    QSignalSpy ready(supervisor.get(), &ServiceSupervisor::ready);
    supervisor->start();
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, ceiling);
    QFile rights(m_options.program + u".rights"_s);
    QVERIFY(rights.open(QIODevice::ReadOnly));
    QCOMPARE(rights.readAll(), QByteArray("600\n700\n"));
    QFile token(m_options.program + u".token"_s);
    QVERIFY(token.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromLatin1(token.readAll()), supervisor->connection()->key);
}

void TestServiceSupervisor::badPrograms_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("detail");
    QTest::newRow("missing") << QByteArray() << ErrorCode::ServiceMissing << u""_s;
    QTest::newRow("dies") << QByteArray("echo 'no libpoppler here' >&2; exit 127") << ErrorCode::ServiceNotStarted
                          << u"exit status 127: no libpoppler here"_s;
    QTest::newRow("crashes") << QByteArray("kill -SEGV $$") << ErrorCode::ServiceNotStarted << u"crashed"_s;
    QTest::newRow("silent") << QByteArray("cat >/dev/null") << ErrorCode::ServiceNotStarted << u"no answer within"_s;
    QTest::newRow("stubborn") << QByteArray("trap '' TERM; while :; do sleep 1; done") << ErrorCode::ServiceNotStarted
                              << u"no answer within"_s;
    QTest::newRow("nonsense") << QByteArray("echo Hello, world; cat >/dev/null") << ErrorCode::ServiceNotStarted
                              << u"Hello, world"_s;
    QTest::newRow("no url") << QByteArray("echo '{\"address\": 1}'; cat >/dev/null") << ErrorCode::ServiceNotStarted
                            << u"address"_s;
    QTest::newRow("no port") << QByteArray("echo '{\"url\": \"http://127.0.0.1\"}'; cat >/dev/null")
                             << ErrorCode::ServiceNotStarted << u"127.0.0.1"_s;
    QTest::newRow("endless line") << QByteArray("head -c 200000 /dev/zero | tr '\\0' x; cat >/dev/null")
                                  << ErrorCode::ServiceNotStarted << u"first line"_s;
    QTest::newRow("port in use")
        << QByteArray(
               "echo '{\"error\": {\"code\": \"PortInUse\", \"detail\": \"bind\", \"place\": \"8080\"}}'; exit 1")
        << ErrorCode::PortInUse << u"bind"_s;
    QTest::newRow("unknown error")
        << QByteArray("echo '{\"error\": {\"code\": \"Moonstruck\", \"detail\": \"full moon\"}}'; exit 1")
        << ErrorCode::ServiceNotStarted << u"full moon"_s;
}

void TestServiceSupervisor::badPrograms()
{
    QFETCH(const QByteArray, body);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, detail);
    m_options.startTimeout = detail.startsWith("no answer"_L1) ? 300ms : 30'000ms;
    m_options.stopTimeout = 200ms;
    const auto supervisor = make(body.isEmpty() ? u"/nowhere/extract-studio-service"_s : script(body));
    QSignalSpy ready(supervisor.get(), &ServiceSupervisor::ready);
    QSignalSpy stopped(supervisor.get(), &ServiceSupervisor::stopped);
    supervisor->start();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, ceiling);
    const auto error = stopped.front().front().value<Error>();
    QCOMPARE(error.code, code);
    QVERIFY2(error.detail.contains(detail), qPrintable(error.detail));
    QVERIFY(!error.place.isEmpty());
    QVERIFY(supervisor->connection().error() == error);
    QCOMPARE(ready.size(), 0);
    QTest::qWait(50);
    QCOMPARE(stopped.size(), 1);
}

void TestServiceSupervisor::startsAgainAfterACrash()
{
    const auto supervisor = make(script(goodService));
    m_options.quickDeaths = 4;
    QSignalSpy ready(supervisor.get(), &ServiceSupervisor::ready);
    QSignalSpy restarting(supervisor.get(), &ServiceSupervisor::restarting);
    std::vector<qint64> pids;
    supervisor->start();
    for (int round = 1; round <= 3; ++round) {
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), round, ceiling);
        pids.push_back(supervisor->processId());
        ::kill(static_cast<pid_t>(pids.back()), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(restarting.size(), round, ceiling);
        QCOMPARE(restarting.back().front().value<Error>().code, ErrorCode::ServiceStopped);
    }
    QCOMPARE(std::set<qint64>(pids.begin(), pids.end()).size(), 3u);
    // The waits grow.
    QVERIFY(restarting[0][1].value<std::chrono::milliseconds>() < restarting[1][1].value<std::chrono::milliseconds>());
}

void TestServiceSupervisor::givesUpAndCanBeStartedAgain()
{
    const auto path = script("exit 3");
    const auto supervisor = make(path);
    QSignalSpy restarting(supervisor.get(), &ServiceSupervisor::restarting);
    QSignalSpy stopped(supervisor.get(), &ServiceSupervisor::stopped);
    QSignalSpy ready(supervisor.get(), &ServiceSupervisor::ready);
    supervisor->start();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, ceiling);
    QCOMPARE(restarting.size(), 3);
    script(goodService); // it was repaired
    supervisor->start();
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, ceiling);
}

/// Even one who is killed closes the pipe; here the pipe is closed by hand through the supervisor's end.
void TestServiceSupervisor::theServiceEndsWithUs()
{
    qint64 pid = 0;
    {
        const auto supervisor = make(script(goodService));
        QSignalSpy ready(supervisor.get(), &ServiceSupervisor::ready);
        supervisor->start();
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, ceiling);
        pid = supervisor->processId();
        QCOMPARE(::kill(static_cast<pid_t>(pid), 0), 0);
    }
    QVERIFY(::kill(static_cast<pid_t>(pid), 0) != 0);
}

QTEST_GUILESS_MAIN(TestServiceSupervisor)
#include "tst_servicesupervisor.moc"
