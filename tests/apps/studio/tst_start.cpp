// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QProcess>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;

/// The real window program with a data folder of its own.
class Window
{
public:
    explicit Window(const QString &home, const QStringList &arguments = {}, const QString &folder = {})
    {
        m_process.setWorkingDirectory(folder);
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_DATA_HOME"_s, home);
        environment.insert(u"XDG_CONFIG_HOME"_s, home);
        m_process.setProcessEnvironment(environment);
        m_process.start(QStringLiteral(XS_BIN_DIR "/extract-studio"), arguments);
    }
    ~Window()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    QProcess &process() { return m_process; }

private:
    QProcess m_process;
};

} // namespace

class TestStart : public QObject
{
    Q_OBJECT

private slots:
    /// What a second start asks for comes to the window that is there.
    void aSecondStartHandsItsDocumentsOver()
    {
        QTemporaryDir home;
        const auto lock = home.filePath(u"extract-studio/window.lock"_s);
        const auto state = home.filePath(u"extract-studio/workbench.json"_s);
        const auto document = home.filePath(u"a; name.pdf"_s);
        QVERIFY(QFile::copy(QStringLiteral(XS_SOURCE_DIR "/resources/samples/invoice.pdf"), document));
        Window first(home.path());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(home.filePath(u"extract-studio/window.socket"_s)), patience);
        QVERIFY(QFile::exists(lock));
        // By a path that means something else in the first window's folder.
        Window second(home.path(), {u"a; name.pdf"_s}, home.path());
        QVERIFY(second.process().waitForFinished(patience));
        QCOMPARE(second.process().exitCode(), 0);
        const auto has = [&state](const QByteArray &text) {
            QFile file(state);
            return file.open(QIODevice::ReadOnly) && file.readAll().contains(text);
        };
        QTRY_VERIFY_WITH_TIMEOUT(has("a; name.pdf"), patience);
        QCOMPARE(first.process().state(), QProcess::Running);
    }

    /// A newer program may ask for what this one does not know.
    void whatIsNotKnownIsIgnored()
    {
        QTemporaryDir home;
        const auto socketName = home.filePath(u"extract-studio/window.socket"_s);
        Window first(home.path());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(socketName), patience);
        for (const auto &option : {u"--of-tomorrow"_s, u"--version"_s}) {
            QLocalSocket socket;
            socket.connectToServer(socketName);
            QVERIFY(socket.waitForConnected(patience));
            QByteArray message;
            QDataStream stream(&message, QIODevice::WriteOnly);
            stream << QStringList{u"extract-studio"_s, option, u"--"_s};
            socket.write(message);
            QVERIFY(socket.waitForReadyRead(patience));
            QCOMPARE(socket.readAll(), "taken");
            QVERIFY(!first.process().waitForFinished(1000));
        }
    }

    /// A data folder whose path is too long for a socket: it lies in the user's own folder for such things.
    void aLongPathHasItsSocketInTheRuntimeFolder()
    {
        QTemporaryDir home;
        const QTemporaryDir runtime;
        const auto before = qgetenv("XDG_RUNTIME_DIR");
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtime.path()));
        const auto restore = qScopeGuard([&before] { qputenv("XDG_RUNTIME_DIR", before); });
        const auto data = home.filePath(QString(100, u'x'));
        const QDir folder(runtime.path());
        const auto count = [&folder] { return folder.entryList({u"extract-studio-*"_s}, QDir::System).size(); };
        Window first(data);
        QTRY_COMPARE_WITH_TIMEOUT(count(), 1, patience);
        Window second(data);
        QVERIFY(second.process().waitForFinished(patience));
        QCOMPARE(second.process().exitCode(), 0);
        QCOMPARE(first.process().state(), QProcess::Running);
    }

    /// The first window is there and does not answer: the second says so and sends nothing twice.
    void aSecondStartSaysThatOneIsOpen()
    {
        QTemporaryDir home;
        const auto socket = home.filePath(u"extract-studio/window.socket"_s);
        Window first(home.path());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(socket), patience);
        QFile::remove(socket);
        Window second(home.path());
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += second.process().readAllStandardError()).contains("already open"), patience);
        QCOMPARE(first.process().state(), QProcess::Running);
    }

    /// Libraries that only documents need are not loaded for a window without one, and it starts its service all the
    /// same.
    void nothingForDocumentsIsLoadedAtTheStart()
    {
        QTemporaryDir home;
        Window window(home.path());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(home.filePath(u"extract-studio/service"_s)), patience);
        QFile maps(u"/proc/%1/maps"_s.arg(window.process().processId()));
        QVERIFY(maps.open(QIODevice::ReadOnly));
        const auto libraries = maps.readAll();
        QVERIFY2(libraries.contains("/libQt6Widgets.so"), "the list of libraries was not understood");
        for (const auto *library : {"/libpoppler", "/libtesseract", "/liblept", "/libtiff", "/libcurl"})
            QVERIFY2(!libraries.contains(library), library);
    }

    void whatATerminalAsksForNeedsNoDisplay_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QByteArray>("complaint");
        QTest::newRow("help") << QStringList{u"--help"_s} << 0 << QByteArray("--configuration") << QByteArray();
        QTest::newRow("version") << QStringList{u"--version"_s} << 0 << QByteArray("extract-studio " XS_VERSION)
                                 << QByteArray();
        QTest::newRow("help beside Qt's options") << QStringList{u"-platform"_s, u"xcb"_s, u"--style=fusion"_s, u"-h"_s}
                                                  << 0 << QByteArray("--sample") << QByteArray();
        QTest::newRow("unknown option") << QStringList{u"--wrong"_s} << 2 << QByteArray() << QByteArray("wrong");
        QTest::newRow("missing value") << QStringList{u"--connection"_s} << 2 << QByteArray()
                                       << QByteArray("connection");
    }
    void whatATerminalAsksForNeedsNoDisplay()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QByteArray, said);
        QFETCH(QByteArray, complaint);
        QProcess program;
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const auto &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
            environment.remove(name);
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(XS_BIN_DIR "/extract-studio"), arguments);
        QVERIFY(program.waitForFinished(patience));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), status);
        const auto out = program.readAllStandardOutput();
        const auto error = program.readAllStandardError();
        QVERIFY2(said.isEmpty() ? out.isEmpty() : out.contains(said), out);
        QVERIFY2(complaint.isEmpty() ? error.isEmpty() : error.contains(complaint), error);
    }

    void aWindowThatWasKilledBlocksNobody()
    {
        QTemporaryDir home;
        const auto lock = home.filePath(u"extract-studio/window.lock"_s);
        const auto jobs = home.filePath(u"extract-studio/jobs.sqlite"_s);
        {
            Window killed(home.path());
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(jobs), patience);
        }
        QVERIFY(QFile::exists(lock));
        QFile::remove(jobs);
        Window next(home.path());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(jobs), patience);
        QVERIFY(!next.process().readAllStandardError().contains("already open"));
    }
};

QTEST_GUILESS_MAIN(TestStart)
#include "tst_start.moc"
