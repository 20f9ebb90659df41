// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;

/// The real window program with a data folder of its own.
class Window
{
public:
    explicit Window(const QString &home)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_DATA_HOME"_s, home);
        environment.insert(u"XDG_CONFIG_HOME"_s, home);
        m_process.setProcessEnvironment(environment);
        m_process.start(QStringLiteral(XS_BIN_DIR "/extract-studio"), QStringList());
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
    void aSecondWindowSaysThatOneIsOpen()
    {
        QTemporaryDir home;
        const auto lock = home.filePath(u"extract-studio/window.lock"_s);
        Window first(home.path());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(lock), patience);
        Window second(home.path());
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += second.process().readAllStandardError()).contains("already open"), patience);
        QCOMPARE(first.process().state(), QProcess::Running);
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
