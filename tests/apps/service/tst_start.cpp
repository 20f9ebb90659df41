// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/service/runningservice.h"
#include "store/database.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>
#include <QUrl>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::service::test;

/// How the service starts, does not start, and ends.
class TestStart : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString folder(const QString &name) const { return m_folder.filePath(name); }

    /// That a start fails: with a code in the first line, a sentence on standard error and an exit status.
    void checkFailure(RunningService &service, const QString &code)
    {
        const auto line = service.firstLine();
        QCOMPARE(toQString(member(member(line, "error"), "code")), code);
        QVERIFY(!service.isUp());
        QCOMPARE(service.exitStatus(), 1);
        const auto sentence = service.process().readAllStandardError();
        QVERIFY2(sentence.startsWith("extract-studio-service: ") && sentence.count('\n') == 1, sentence.constData());
    }

private slots:
    void theFirstLineSaysWhereAndHow()
    {
        RunningService service(folder(u"a"_s));
        const auto line = service.firstLine();
        const QUrl url(service.url());
        QCOMPARE(url.host(), u"127.0.0.1"_s);
        QVERIFY(url.port() > 0);
        QCOMPARE(service.token().size(), 43);
        QCOMPARE(integerMember(line, "pid"), std::optional(service.process().processId()));
        QCOMPARE(stringMember(line, "version"), std::optional(QStringLiteral(XS_VERSION)));
        QCOMPARE(service.get(u"/api/v1/projects"_s).status, 200);
    }

    void aTokenFileIsMadeOrRead()
    {
        const auto path = folder(u"token"_s);
        QByteArray token;
        {
            RunningService service(folder(u"b"_s), {u"--token-file"_s, path});
            QVERIFY(service.isUp());
            QVERIFY(!service.firstLine().contains("token"));
            token = readFile(path).trimmed();
            QVERIFY(token.size() >= 32);
            QVERIFY(!(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)));
            QCOMPARE(service.get(u"/api/v1/projects"_s).status, 401);
            QCOMPARE(service.send("GET", u"/api/v1/projects"_s, {}, {{"Authorization", "Bearer " + token}}).status,
                     200);
        }
        RunningService again(folder(u"b"_s), {u"--token-file"_s, path});
        QCOMPARE(again.send("GET", u"/api/v1/projects"_s, {}, {{"Authorization", "Bearer " + token}}).status, 200);
    }

    /// Where it is told to: on an address of its own, which links name too.
    void listensWhereItIsToldTo()
    {
        RunningService service(folder(u"listening"_s), {u"--listen"_s, u"127.0.0.2"_s});
        QVERIFY(service.isUp());
        const QUrl url(service.url());
        QCOMPARE(url.host(), u"127.0.0.2"_s);
        const auto id = service.uploadSample(u"tests/samples/plain.pdf"_s);
        const auto link = service.get(u"/api/v1/beta/files/%1/content"_s.arg(id)).json;
        QVERIFY(stringMember(link, "url").value_or(QString()).startsWith(service.url()));
        RunningService beside(folder(u"beside"_s), {u"--port"_s, QString::number(url.port())});
        QCOMPARE(QUrl(beside.url()).host(), u"127.0.0.1"_s);
    }

    void listensNowhereElse_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("code");
        QTest::newRow("everywhere") << QStringList{u"--listen"_s, u"0.0.0.0"_s} << u"InvalidArgument"_s;
        QTest::newRow("everywhere, IPv6") << QStringList{u"--listen"_s, u"::"_s} << u"InvalidArgument"_s;
        QTest::newRow("a name") << QStringList{u"--listen"_s, u"localhost"_s} << u"InvalidArgument"_s;
        QTest::newRow("open to others") << QStringList{u"--listen"_s, u"192.0.2.7"_s, u"--any-token"_s}
                                        << u"InvalidArgument"_s;
        QTest::newRow("another computer's") << QStringList{u"--listen"_s, u"192.0.2.7"_s} << u"ServiceNotStarted"_s;
    }

    void listensNowhereElse()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, code);
        RunningService service(folder(u"nowhere"_s), options);
        checkFailure(service, code);
    }

    void anyTokenOnRequest()
    {
        RunningService service(folder(u"any"_s), {u"--any-token"_s});
        QCOMPARE(service.send("GET", u"/api/v1/projects"_s, {}, {{"Authorization", "Bearer llx-something"}}).status,
                 200);
    }

    void everythingIsForItsOwnerOnly()
    {
        const auto data = folder(u"modes"_s);
        RunningService service(data);
        QVERIFY(service.isUp());
        QVERIFY(!service.uploadSample(u"tests/samples/plain.pdf"_s).isEmpty());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(data) & others));
        QDirIterator everything(data, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                                QDirIterator::Subdirectories);
        int count = 0;
        for (; everything.hasNext(); ++count)
            QVERIFY2(!(QFile::permissions(everything.next()) & others), qPrintable(everything.filePath()));
        // The folders, the database, the lock, the upload at least.
        QVERIFY(count >= 6);
    }

    void theProjectStaysTheSame()
    {
        QString project;
        {
            RunningService service(folder(u"same"_s));
            project = toQString(service.get(u"/api/v1/projects"_s).json[0]["id"]);
        }
        RunningService service(folder(u"same"_s));
        QVERIFY(!project.isEmpty());
        QCOMPARE(toQString(service.get(u"/api/v2/projects"_s).json["items"][0]["id"]), project);
    }

    void aPortInUse()
    {
        RunningService first(folder(u"c"_s));
        QVERIFY(first.isUp());
        RunningService second(folder(u"d"_s), {u"--port"_s, QString::number(QUrl(first.url()).port())});
        checkFailure(second, u"PortInUse"_s);
        QCOMPARE(first.get(u"/api/v1/projects"_s).status, 200);
    }

    void aFolderInUse()
    {
        RunningService first(folder(u"e"_s));
        QVERIFY(first.isUp());
        RunningService second(folder(u"e"_s));
        checkFailure(second, u"StoreUnavailable"_s);
        QCOMPARE(first.get(u"/api/v1/projects"_s).status, 200);
    }

    void aFolderThatCannotBe()
    {
        QVERIFY(writeFile(folder(u"file"_s), "x"));
        RunningService service(folder(u"file/below"_s));
        checkFailure(service, u"StoreUnavailable"_s);
    }

    void aDamagedDatabaseIsLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("content");
        const auto data = folder(u"whole"_s);
        {
            RunningService service(data);
            QVERIFY(!service.uploadSample(u"tests/samples/plain.pdf"_s).isEmpty());
            service.process().terminate();
            QCOMPARE(service.exitStatus(), 0);
        }
        const auto whole = readFile(data + u"/service.sqlite"_s);
        QVERIFY(whole.size() > 20'000);
        QTest::newRow("garbage") << "this is no database, but somebody may want it back" + QByteArray(5000, 'x');
        QTest::newRow("a piece of the header") << whole.left(50);
        QTest::newRow("one page") << whole.left(4096);
        QTest::newRow("one half") << whole.left(whole.size() / 2);
        QTest::newRow("nothing") << QByteArray();
    }

    void aDamagedDatabaseIsLeftAlone()
    {
        QFETCH(QByteArray, content);
        const auto data = folder(u"damaged"_s);
        QDir(data).removeRecursively();
        QDir().mkpath(data + u"/files"_s);
        QVERIFY(writeFile(data + u"/files/dfl-one"_s, "a document"));
        QVERIFY(writeFile(data + u"/service.sqlite"_s, content));
        QVERIFY(writeFile(data + u"/service.sqlite-wal"_s, {}));
        RunningService service(data);
        checkFailure(service, u"StoreCorrupt"_s);
        QCOMPARE(readFile(data + u"/service.sqlite"_s), content);
        QCOMPARE(readFile(data + u"/files/dfl-one"_s), "a document");
    }

    /// Of a service that was killed, the journal has what the database has not yet.
    void theJournalOfALostDatabaseIsLeftAlone()
    {
        const auto data = folder(u"lost"_s);
        {
            RunningService service(data);
            QVERIFY(!service.uploadSample(u"tests/samples/plain.pdf"_s).isEmpty());
            service.killNow();
        }
        const auto journal = readFile(data + u"/service.sqlite-wal"_s);
        QVERIFY(!journal.isEmpty());
        QVERIFY(QFile::rename(data + u"/service.sqlite"_s, folder(u"elsewhere"_s)));
        {
            RunningService service(data);
            checkFailure(service, u"StoreCorrupt"_s);
        }
        QCOMPARE(readFile(data + u"/service.sqlite-wal"_s), journal);
        QVERIFY(QFile::rename(folder(u"elsewhere"_s), data + u"/service.sqlite"_s));
        RunningService service(data);
        QCOMPARE(service.get(u"/api/v1/beta/files"_s).json["items"].size(), 1u);
    }

    void aDatabaseOfALaterVersionIsLeftAlone()
    {
        const auto data = folder(u"later"_s);
        const std::vector<store::Migration> many(1000, store::Migration{u"SELECT 1"_s});
        QVERIFY(store::Database::open(data + u"/service.sqlite"_s, many));
        RunningService service(data);
        checkFailure(service, u"StoreTooNew"_s);
    }

    void badOptions_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("code");
        QVERIFY(writeFile(folder(u"bad-token"_s), "two words\n"));
        QTest::newRow("port") << QStringList{u"--port"_s, u"70000"_s} << u"InvalidArgument"_s;
        QTest::newRow("workers") << QStringList{u"--workers"_s, u"none"_s} << u"InvalidArgument"_s;
        QTest::newRow("unknown") << QStringList{u"--colour"_s} << u"InvalidArgument"_s;
        QTest::newRow("argument") << QStringList{u"document.pdf"_s} << u"InvalidArgument"_s;
        QTest::newRow("token file") << QStringList{u"--token-file"_s, folder(u"bad-token"_s)} << u"InvalidArgument"_s;
        QTest::newRow("token folder") << QStringList{u"--token-file"_s, folder(u"no/such/token"_s)}
                                      << u"FileNotWritten"_s;
    }

    void badOptions()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, code);
        RunningService service(folder(u"f"_s), arguments);
        checkFailure(service, code);
    }

    void helpAndVersion()
    {
        RunningService help(folder(u"g"_s), {u"--help"_s});
        QCOMPARE(help.exitStatus(), 0);
        QVERIFY(help.process().readAllStandardOutput().contains("--token-file"));
        RunningService version(folder(u"g"_s), {u"--version"_s});
        QCOMPARE(version.exitStatus(), 0);
        QVERIFY(!QDir(folder(u"g"_s)).exists());
    }

    void signalsEndIt()
    {
        for (const auto signal : {SIGTERM, SIGINT}) {
            RunningService service(folder(u"h"_s));
            QVERIFY(service.isUp());
            ::kill(static_cast<pid_t>(service.process().processId()), signal);
            QCOMPARE(service.exitStatus(), 0);
        }
    }

    void theEndOfStandardInputEndsItOnRequest()
    {
        RunningService service(folder(u"i"_s), {u"--exit-on-stdin-eof"_s});
        QVERIFY(service.isUp());
        service.process().write("anything\n");
        QTest::qWait(200);
        QCOMPARE(service.get(u"/api/v1/projects"_s).status, 200);
        service.process().closeWriteChannel();
        QCOMPARE(service.exitStatus(), 0);
    }

    /// Also when it is killed, and has no time to say goodbye.
    void nothingIsLeftBehind()
    {
        for (const bool killed : {false, true}) {
            RunningService service(folder(u"j"_s), {u"--workers"_s, u"2"_s});
            QVERIFY(service.isUp());
            const auto children = childrenOf(service.process().processId());
            // The fork server.
            QCOMPARE(children.size(), 1);
            killed ? service.killNow() : service.process().terminate();
            (void)service.exitStatus();
            for (const auto child : children)
                QTRY_VERIFY2(hasEnded(child), killed ? "killed" : "terminated");
        }
    }

private:
    static bool hasEnded(qint64 process)
    {
        const auto state = readFile(u"/proc/%1/stat"_s.arg(process));
        return state.isEmpty() || state.contains(") Z ") ||
               !readFile(u"/proc/%1/cmdline"_s.arg(process)).contains("extract-studio-service");
    }
};

QTEST_GUILESS_MAIN(TestStart)
#include "tst_start.moc"
