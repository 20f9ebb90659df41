// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobrunner.h"

#include "server/fixtures.h"
#include "server/forkserver.h"
#include "server/worker.h"

#include <QDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::server;
using domain::JobStatus;

namespace {

constexpr auto forkServerOption = "--fork-server";

Json result(const std::string &text)
{
    return {{"result", {{"extract_result", text}}}};
}

void compute()
{
    volatile bool on = true;
    while (on) {
    }
}

void fillMemory()
{
    for (;;) {
        auto *memory = static_cast<volatile char *>(std::malloc(1024 * 1024));
        if (!memory)
            throw std::bad_alloc();
        memory[0] = 1;
    }
}

void fillDisk()
{
    QFile file(u"file"_s);
    const QByteArray piece(1024 * 1024, 'x');
    while (file.isOpen() || file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        file.write(piece);
}

std::string tryNetwork()
{
    return ::socket(AF_INET, SOCK_STREAM, 0) < 0 && errno == EPERM ? "no network" : "network";
}

/// The document says what its reader shall suffer.
Json suffer(const Json &request)
{
    QFile file(stringMember(request, "path").value_or(QString()));
    const auto content = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    try {
        if (content == "crash")
            ::raise(SIGSEGV);
        if (content == "abort")
            std::abort();
        if (content == "hang")
            ::pause();
        if (content == "computing")
            compute();
        if (content == "memory")
            fillMemory();
        if (content == "disk")
            fillDisk();
        if (content == "silent")
            ::_exit(0);
        if (content == "flood")
            return result(std::string(2'000'000, 'x'));
        return result(tryNetwork());
    } catch (const std::bad_alloc &) {
        return {{"error", {{"code", "DocumentTooLarge"}}}};
    }
}

} // namespace

/// The whole way of a job with a real process in the real sandbox, whose reader does what a hostile document might
/// make it do.
class TestJobRunner : public QObject
{
    Q_OBJECT

private:
    struct Fixture
    {
        test::TemporaryStore temporary;
        test::FixedClock clock;
        FileStore files{*temporary.store, clock, folder(u"files"_s), folder(u"incoming"_s)};
        JobStore jobs{*temporary.store, clock};
        JobRunner runner{jobs, files, settings(), 2};

        QString folder(const QString &name) const
        {
            QDir(temporary.folder.path()).mkpath(name);
            return temporary.folder.filePath(name);
        }

        WorkerSettings settings() const
        {
            WorkerSettings settings;
            settings.program = QCoreApplication::applicationFilePath();
            settings.arguments = {QLatin1String(forkServerOption)};
            settings.temporaryFolder = folder(u"temporary"_s);
            settings.timeLimitMilliseconds = 10'000;
            settings.largestReply = 1'000'000;
            return settings;
        }

        StoredJob create(const QByteArray &content)
        {
            auto upload = files.begin();
            upload->file->write(content);
            StoredJob job;
            job.input = files.add({}, *upload)->id;
            job.request["configuration"] = Json::object();
            auto stored = *jobs.create(job);
            runner.wake();
            return stored;
        }

        StoredJob now(const StoredJob &job) const { return *jobs.find(job.kind, job.id, {u"extract_result"_s}); }
        bool isOver(const StoredJob &job) const
        {
            const auto status = now(job).status;
            return status != JobStatus::Pending && status != JobStatus::Running;
        }
        QStringList leftFolders() const { return QDir(folder(u"temporary"_s)).entryList({u"worker-*"_s}); }
    };

private slots:
    void oneBadDocumentFailsOneJob_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("word");
        QTest::newRow("crash") << QByteArray("crash") << u"PDF_IS_BROKEN"_s;
        QTest::newRow("abort") << QByteArray("abort") << u"PDF_IS_BROKEN"_s;
        QTest::newRow("silent end") << QByteArray("silent") << u"PDF_IS_BROKEN"_s;
        QTest::newRow("hang") << QByteArray("hang") << u"TIMEOUT"_s;
        QTest::newRow("computing time") << QByteArray("computing") << u"TIMEOUT"_s;
        QTest::newRow("disk") << QByteArray("disk") << u"DOCUMENT_TOO_LARGE"_s;
        QTest::newRow("output") << QByteArray("flood") << u"DOCUMENT_TOO_LARGE"_s;
#if !defined(__SANITIZE_ADDRESS__)
        QTest::newRow("memory") << QByteArray("memory") << u"DOCUMENT_TOO_LARGE"_s;
#endif
    }

    void oneBadDocumentFailsOneJob()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, word);
        Fixture fixture;
        fixture.runner.start();
        std::vector<StoredJob> good{fixture.create("before")};
        const auto bad = fixture.create(content);
        good.push_back(fixture.create("beside"));
        good.push_back(fixture.create("after"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isOver(bad), 120'000);
        QCOMPARE(fixture.now(bad).status, JobStatus::Failed);
        QCOMPARE(fixture.now(bad).errorMessage.value_or(QString()).section(u':', 0, 0), word);
        good.push_back(fixture.create("later"));
        for (const auto &job : good) {
            QTRY_VERIFY_WITH_TIMEOUT(fixture.isOver(job), 120'000);
            QCOMPARE(fixture.now(job).status, JobStatus::Completed);
        }
        QTRY_COMPARE(fixture.leftFolders(), QStringList());
    }

    void readersHaveNoNetwork()
    {
        Fixture fixture;
        fixture.runner.start();
        const auto job = fixture.create("good");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isOver(job), 120'000);
        QCOMPARE(stringMember(fixture.now(job).result, "extract_result").value_or(QString()), u"no network"_s);
    }

    void aCancelledJobFreesItsWorker()
    {
        Fixture fixture;
        fixture.runner.start();
        const auto first = fixture.create("hang"), second = fixture.create("hang"), third = fixture.create("good");
        QTRY_COMPARE(fixture.now(second).status, JobStatus::Running);
        QCOMPARE(fixture.now(third).status, JobStatus::Pending);
        QVERIFY(fixture.jobs.cancel(JobKind::Extract, first.id));
        fixture.runner.abandon(first.id);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now(third).status, JobStatus::Completed, 9'000);
        QCOMPARE(fixture.now(first).status, JobStatus::Cancelled);
        QCOMPARE(fixture.now(second).status, JobStatus::Running);
    }

    void waitingJobsAreTakenUpAtTheStart()
    {
        Fixture fixture;
        const auto waiting = fixture.create("good");
        const auto interrupted = fixture.create("good");
        QVERIFY(*fixture.jobs.takeNext());
        fixture.runner.start();
        for (const auto &job : {waiting, interrupted})
            QTRY_COMPARE_WITH_TIMEOUT(fixture.now(job).status, JobStatus::Completed, 60'000);
    }
};

/// The test is its own fork server.
int main(int argc, char *argv[])
{
    if (argc == 3 && QLatin1String(argv[1]) == QLatin1String(forkServerOption)) {
        document::SandboxLimits limits;
        limits.cpuSeconds = 1;
        limits.memoryBytes = 1024LL * 1024 * 1024;
        limits.fileBytes = 16LL * 1024 * 1024;
        return runForkServer(argv[2], [limits] { return runWorker(limits, suffer); });
    }
    const QCoreApplication application(argc, argv);
    TestJobRunner test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_jobrunner.moc"
