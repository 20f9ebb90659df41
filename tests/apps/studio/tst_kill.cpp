// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobstore.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace xs;

namespace {

constexpr int patience = 240'000;
constexpr int documents = 12;
constexpr int killsPerBatch = 4;
constexpr int longestLife = 2'500;

/// The real window with the real service, on a data folder of its own.
class Window
{
public:
    Window(const QString &home, const QStringList &arguments)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const auto &name : {u"HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s})
            environment.insert(name, home);
        m_process.setProcessEnvironment(environment);
        m_process.start(QStringLiteral(XS_BIN_DIR "/extract-studio"), arguments);
        m_process.waitForStarted();
    }
    ~Window() { kill(); }
    /// As the power does it: no handler runs.
    void kill()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        ::kill(static_cast<pid_t>(m_process.processId()), SIGKILL);
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
};

std::vector<jobs::JobRecord> storedJobs(const QString &home)
{
    const auto path = home + u"/extract-studio/jobs.sqlite"_s;
    if (!QFile::exists(path))
        return {};
    auto store = jobs::JobStore::open(path);
    auto jobs = store ? (*store)->jobs() : Expected<std::vector<jobs::JobRecord>>(Unexpected(store.error()));
    return jobs ? *jobs : std::vector<jobs::JobRecord>();
}

int unfinished(const std::vector<jobs::JobRecord> &jobs)
{
    return static_cast<int>(std::ranges::count_if(jobs, [](const auto &job) { return !jobs::isOver(job.phase); }));
}

/// How many jobs the service has made.
int madeByService(const QString &home)
{
    auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"service"_s);
    database.setDatabaseName(home + u"/extract-studio/service/service.sqlite"_s);
    auto count = -1;
    if (database.open()) {
        QSqlQuery query(u"SELECT count(*) FROM jobs"_s, database);
        if (query.next())
            count = query.value(0).toInt();
    }
    database.close();
    database = {};
    QSqlDatabase::removeDatabase(u"service"_s);
    return count;
}

} // namespace

/// The window is killed (kill −9) at random moments of a batch and started again: all jobs are there, each was made
/// once, and each is completed in the end. XS_KILLS says how often (4 unless given), XS_SEED repeats a run.
class TestKill : public QObject
{
    Q_OBJECT

private slots:
    void everyJobIsThereOnce()
    {
        bool isGiven = false;
        const auto wanted = qEnvironmentVariableIntValue("XS_KILLS", &isGiven);
        const auto kills = isGiven ? wanted : killsPerBatch;
        const auto given = qEnvironmentVariableIntValue("XS_SEED", &isGiven);
        const auto seed = isGiven ? static_cast<quint32>(given) : QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        qInfo("seed %u", seed);
        int done = 0;
        int batches = 0;
        for (; done < kills && !QTest::currentTestFailed(); ++batches)
            runBatch(random, std::min(killsPerBatch, kills - done), done);
        qInfo("%d kills in the middle of %d batches, no job lost, none made twice", done, batches);
    }

private:
    static void runBatch(QRandomGenerator &random, int kills, int &done)
    {
        QTemporaryDir home;
        QStringList arguments{u"--configuration"_s,
                              QStringLiteral(XS_SOURCE_DIR "/resources/samples/invoice.schema.json"), u"--run"_s};
        for (int i = 0; i < documents; ++i) {
            // Every document has bytes of its own, so that each is uploaded.
            const auto path = home.filePath(u"document %1.pdf"_s.arg(i));
            QVERIFY(QFile::copy(QStringLiteral(XS_SOURCE_DIR "/resources/samples/invoice.pdf"), path));
            QFile file(path);
            QVERIFY(file.open(QIODevice::Append));
            file.write("% " + QByteArray::number(i) + '\n');
            arguments << path;
        }
        auto isFirst = true;
        const auto goal = done + kills;
        // A kill counts when it met jobs that were not done.
        while (done < goal && (isFirst || unfinished(storedJobs(home.path())) > 0)) {
            Window window(home.path(), isFirst ? arguments : QStringList());
            // The first start is let come as far as the batch, or it would be killed before there is one.
            if (std::exchange(isFirst, false)) {
                // By then the store is made, and is no more than read here.
                QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(home.filePath(u"extract-studio/window.socket"_s)), patience);
                QTRY_VERIFY_WITH_TIMEOUT(storedJobs(home.path()).size() == documents, patience);
            }
            QTest::qWait(static_cast<int>(random.bounded(50, longestLife)));
            window.kill();
            done += unfinished(storedJobs(home.path())) > 0;
            QCOMPARE(storedJobs(home.path()).size(), std::size_t(documents));
        }
        Window window(home.path(), {});
        QTRY_VERIFY_WITH_TIMEOUT(unfinished(storedJobs(home.path())) == 0, patience);
        const auto jobs = storedJobs(home.path());
        QSet<QString> paths;
        QSet<QString> remote;
        for (const auto &job : jobs) {
            QVERIFY2(job.phase == jobs::Phase::Completed, qPrintable(job.error.detail));
            paths.insert(job.document.path);
            remote.insert(job.remoteId.text());
        }
        QCOMPARE(paths.size(), documents);
        QCOMPARE(remote.size(), documents);
        QCOMPARE(madeByService(home.path()), documents);
        // The service ends soon after its window and writes until then.
        window.kill();
        QTRY_VERIFY_WITH_TIMEOUT(QDir(home.path()).removeRecursively(), patience);
    }
};

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
