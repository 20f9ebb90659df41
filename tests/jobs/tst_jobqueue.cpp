// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/bench.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace xs;
using namespace xs::jobs;
using namespace xs::test;

/// One job or a batch on its way, with everything that can go wrong on it. Each test reads the log of events.
class TestJobQueue : public QObject
{
    Q_OBJECT

private slots:
    void runsAJob();
    void refusesABadConfiguration();
    void badDocumentsFailAlone();
    void anInputThatIsGoneFailsAlone();
    void aFailedJobSaysWhy();
    void pollsInItsOwnRhythm();
    void manyJobsAreReadInListCalls();
    void keepsToTheBudget();

    void aLostCreateIsAdopted_data();
    void aLostCreateIsAdopted();
    void aLostCreateIsFoundWhateverTheClocksSay_data();
    void aLostCreateIsFoundWhateverTheClocksSay();
    void aCreateThatNeverArrivedIsSentAgain();
    void anotherRunsJobIsNotAdopted();
    void waitsForTheNetwork_data();
    void waitsForTheNetwork();
    void honoursRetryAfter();
    void aFailingServerGetsSixAttempts();
    void pollsNeverFailAJob();
    void aWrongKeyFailsUntilRetried();
    void runsOutOfPatienceOnlyWhenAskedTo();
    void waitsForItsConnection();
    void aClockThatIsSetBackDelaysNothing_data();
    void aClockThatIsSetBackDelaysNothing();
    void aDeletedJobIsTold();
    void fallsBackWhereListsAreRefused();

    void anUploadThatIsNotUsedIsRemoved();
    void cancelsInEveryPhase_data();
    void cancelsInEveryPhase();
    void cancelComesTooLate();
    void removesWhileRunning();
    void aFullDiskSendsNothing();
};

void TestJobQueue::runsAJob()
{
    Bench bench;
    QSignalSpy idle(bench.queue.get(), &JobQueue::idle);
    const auto id = bench.add(1).front();
    QVERIFY(bench.finish());
    QCOMPARE(bench.takeLog(), u"job 1 Queued, job 1 Uploading, upload 201, job 1 Creating, create 200, job 1 Waiting, "
                              "get 200, get 200, get 200, get 200, job 1 Completed"_s);
    QCOMPARE(idle.size(), 1);
    const auto &job = bench.job(id);
    QCOMPARE(job.remoteStatus, u"COMPLETED"_s);
    QCOMPARE(job.document.sha256.size(), 64);
    QVERIFY(job.hasAnswer);
    const auto answer = bench.queue->answer(id);
    QVERIFY(answer);
    QCOMPARE(member(*answer, "extract_result")["total"].get<double>(), 12.5);
    QVERIFY(member(*answer, "configuration").is_object()); // the last read asked for every part
    QVERIFY(member(*answer, "extract_metadata").is_object());
    QVERIFY(member(*answer, "metadata").is_object());
}

void TestJobQueue::refusesABadConfiguration()
{
    Bench bench;
    const auto added = bench.queue->add({u"/x.pdf"_s}, {{"tier", "agentic"}}, u"fake"_s);
    QCOMPARE(added.error().code, ErrorCode::ConfigurationInvalid);
    QVERIFY(bench.queue->ids().empty());
}

void TestJobQueue::badDocumentsFailAlone()
{
    Bench bench;
    const auto ids = bench.add(3);
    QVERIFY(writeFile(bench.job(ids[1]).document.path, {}));
    QVERIFY(QFile::remove(bench.job(ids[2]).document.path));
    QVERIFY(bench.finish());
    QCOMPARE(bench.job(ids[0]).phase, Phase::Completed);
    QCOMPARE(bench.job(ids[1]).error.code, ErrorCode::FileEmpty);
    QCOMPARE(bench.job(ids[2]).error.code, ErrorCode::FileMissing);
    QCOMPARE(bench.job(ids[2]).error.place, bench.job(ids[2]).document.path);
    QCOMPARE(bench.server.fileCount(), 1);
}

void TestJobQueue::anInputThatIsGoneFailsAlone()
{
    Bench bench;
    bench.add(1);
    QVERIFY(bench.finish());
    const auto configuration = *bench.queue->configuration(bench.queue->ids().front());
    const auto ids = *bench.queue->addServerInputs({{u"dfl-1"_s, {}}, {u"dfl-gone"_s, {}}}, configuration, u"fake"_s);
    QVERIFY(bench.finish());
    QCOMPARE(bench.job(ids[0]).phase, Phase::Completed);
    QCOMPARE(bench.job(ids[1]).phase, Phase::Failed);
    QCOMPARE(bench.job(ids[1]).error, (Error{ErrorCode::FileMissing, u"no such file"_s, u"dfl-gone"_s}));
    // Retried as it is: somebody may have put it there meanwhile.
    bench.queue->retry(ids[1]);
    QVERIFY(bench.finish());
    QCOMPARE(bench.job(ids[1]).run, 2);
    QCOMPARE(bench.job(ids[1]).error.code, ErrorCode::FileMissing);
}

void TestJobQueue::aFailedJobSaysWhy()
{
    Bench bench;
    bench.server.end = u"FAILED"_s;
    bench.server.errorMessage = u"PDF_IS_PROTECTED: the document needs a password"_s;
    const auto id = bench.add(1).front();
    QVERIFY(bench.finish());
    QCOMPARE(bench.job(id).phase, Phase::Failed);
    QCOMPARE(bench.job(id).error.code, ErrorCode::DocumentProtected);
    QCOMPARE(bench.job(id).error.place, bench.job(id).document.path);
    QVERIFY(bench.queue->answer(id)); // for the raw view

    bench.server.end = u"COMPLETED"_s;
    bench.queue->retry(id);
    QVERIFY(bench.finish());
    QCOMPARE(bench.job(id).phase, Phase::Completed);
    QCOMPARE(bench.job(id).run, 2);
    QCOMPARE(bench.server.jobCount(), 2);
}

void TestJobQueue::pollsInItsOwnRhythm()
{
    Bench bench;
    bench.server.readsUntilOver = 1'000'000;
    const auto id = bench.add(1).front();
    QVERIFY(bench.reach(id, Phase::Waiting));
    const auto start = bench.time.now();
    QStringList moments;
    bench.server.fault = [&](const QString &word, const FakeRequest &) {
        if (word == "get"_L1)
            moments << QString::number(start.secsTo(bench.time.now()));
        return std::optional<FakeServer::Fault>();
    };
    bench.time.advance(60s);
    QCOMPARE(moments.join(u' '), u"1 3 6 10 15 20 25 30 35 40 45 50 55 60"_s);
    moments.clear();
    bench.time.advance(9min);
    QCOMPARE(moments.size(), 12 + 48);
    moments.clear();
    bench.time.advance(10min);
    QCOMPARE(moments.size(), 30);
}

void TestJobQueue::manyJobsAreReadInListCalls()
{
    Bench bench;
    bench.server.readsUntilOver = 4;
    bench.add(250);
    QVERIFY(bench.finish());
    QCOMPARE(bench.server.jobCount(), 250);
    QCOMPARE(bench.count(u"create 200"_s), 250);
    QCOMPARE(bench.count(u"upload 201"_s), 250);
    // Every job is read once at its end; all the rest goes through lists of at most a hundred.
    QVERIFY2(bench.count(u"get 200"_s) <= 250 + 20, qPrintable(QString::number(bench.count(u"get 200"_s))));
    QVERIFY(bench.count(u"list 200"_s) >= 3);
    for (const auto &request : bench.manager.requests)
        QVERIFY(request.query(u"job_ids"_s).size() <= 100);
}

void TestJobQueue::keepsToTheBudget()
{
    Bench bench;
    bench.connection->requestsPerMinute = 20;
    std::vector<QDateTime> moments;
    bench.server.fault = [&](const QString &, const FakeRequest &) {
        moments.push_back(bench.time.now());
        return std::optional<FakeServer::Fault>();
    };
    bench.add(30);
    QVERIFY(bench.finish());
    QVERIFY(moments.size() > 90);
    for (std::size_t i = 20; i < moments.size(); ++i)
        QVERIFY(moments[i - 20].msecsTo(moments[i]) >= 60'000);
}

void TestJobQueue::aLostCreateIsAdopted_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QNetworkReply::NetworkError>("error");
    QTest::addColumn<bool>("hangs");
    QTest::newRow("connection lost after the body was sent") << 0 << QNetworkReply::RemoteHostClosedError << false;
    QTest::newRow("silence") << 0 << QNetworkReply::NoError << true;
    QTest::newRow("network gone") << 0 << QNetworkReply::UnknownNetworkError << false;
    QTest::newRow("502") << 502 << QNetworkReply::NoError << false;
    QTest::newRow("504") << 504 << QNetworkReply::NoError << false;
    QTest::newRow("500") << 500 << QNetworkReply::NoError << false;
    QTest::newRow("hotel page") << 200 << QNetworkReply::NoError << false;
}

void TestJobQueue::aLostCreateIsAdopted()
{
    QFETCH(const int, status);
    QFETCH(const QNetworkReply::NetworkError, error);
    QFETCH(const bool, hangs);
    Bench bench;
    int creates = 0;
    bench.server.fault = [&](const QString &word, const FakeRequest &) -> std::optional<FakeServer::Fault> {
        if (word != "create"_L1 || creates++ > 0)
            return {};
        return FakeServer::Fault{FakeServer::Fault::Kind::Afterwards,
                                 FakeAnswer{.status = status, .body = "<html>", .error = error, .hangs = hangs}};
    };
    const auto id = bench.add(1).front();
    QVERIFY(bench.finish());
    QCOMPARE(bench.job(id).phase, Phase::Completed);
    QCOMPARE(bench.server.jobCount(), 1);
    const auto log = bench.takeLog();
    QVERIFY2(log.contains("job 1 Creating, create lost, list 200, job 1 Waiting, get 200"_L1), qPrintable(log));
    QVERIFY(bench.job(id).error.code == ErrorCode::None);
}

void TestJobQueue::aLostCreateIsFoundWhateverTheClocksSay_data()
{
    QTest::addColumn<int>("hoursAhead");
    QTest::addColumn<bool>("restarts");
    QTest::addColumn<int>("hoursLater");
    QTest::newRow("the server is behind") << -1 << false << -1;
    QTest::newRow("the server is ahead") << 1 << false << 1;
    QTest::newRow("behind, and a new start") << -1 << true << -1;
    QTest::newRow("behind, and our clock is put right meanwhile") << -1 << true << 0;
}

void TestJobQueue::aLostCreateIsFoundWhateverTheClocksSay()
{
    QFETCH(const int, hoursAhead);
    QFETCH(const bool, restarts);
    QFETCH(const int, hoursLater);
    Bench bench;
    bench.server.ahead = std::chrono::hours(hoursAhead);
    int creates = 0;
    bench.server.fault = [&](const QString &word, const FakeRequest &) -> std::optional<FakeServer::Fault> {
        if (word != "create"_L1 || creates++ > 0)
            return {};
        return lost();
    };
    const auto id = bench.add(1).front();
    QVERIFY(bench.time.runUntil([&] { return creates == 1; }));
    if (restarts)
        bench.restart();
    if (hoursLater != hoursAhead) {
        bench.time.setBack(std::chrono::hours(hoursLater - hoursAhead));
        bench.server.ahead = std::chrono::hours(hoursLater);
    }
    QVERIFY(bench.finish());
    QCOMPARE(bench.job(id).phase, Phase::Completed);
    QVERIFY2(bench.server.jobCount() == 1, qPrintable(bench.takeLog()));
}

/// The document changes while it is sent: what the server has is removed before the new content is sent.
void TestJobQueue::anUploadThatIsNotUsedIsRemoved()
{
    Bench bench;
    int uploads = 0;
    bench.server.fault = [&](const QString &word, const FakeRequest &) -> std::optional<FakeServer::Fault> {
        if (word == "upload"_L1 && uploads++ == 0)
            (void)writeFile(bench.folder.filePath(u"1.pdf"_s), "%PDF another content");
        return {};
    };
    const auto id = bench.add(1).front();
    QVERIFY(bench.finish());
    QCOMPARE(bench.job(id).phase, Phase::Completed);
    QCOMPARE(uploads, 2);
    QVERIFY2(bench.server.fileCount() == 1, qPrintable(bench.takeLog()));
}

void TestJobQueue::aCreateThatNeverArrivedIsSentAgain()
{
    Bench bench;
    int creates = 0;
    bench.server.fault = [&](const QString &word, const FakeRequest &) -> std::optional<FakeServer::Fault> {
        if (word != "create"_L1 || creates++ > 0)
            return {};
        return unreachable(QNetworkReply::RemoteHostClosedError); // lost on the way there, which nobody can know
    };
    const auto id = bench.add(1).front();
    QVERIFY(bench.finish());
    QCOMPARE(bench.job(id).phase, Phase::Completed);
    QCOMPARE(bench.server.jobCount(), 1);
    const auto log = bench.takeLog();
    QVERIFY2(log.contains("create unreachable, list 200, list 200, create 200, job 1 Waiting"_L1), qPrintable(log));
    // Both creates carry the same key, so that a server that knows it makes one job at most.
    QList<QByteArray> keys;
    for (const auto &request : bench.manager.requests)
        if (request.verb == "POST" && request.path().endsWith("/extract"_L1))
            keys << request.header("Idempotency-Key");
    QCOMPARE(keys.size(), 2);
    QVERIFY(!keys[0].isEmpty() && keys[0] == keys[1]);
}

void TestJobQueue::anotherRunsJobIsNotAdopted()
{
    Bench bench;
    const auto id = bench.add(1).front();
    bench.server.end = u"FAILED"_s;
    QVERIFY(bench.finish());
    // The same file is used again, and the server still lists the failed job of the first run.
    QVERIFY(bench.store);
    auto record = bench.job(id);
    bench.server.end = u"COMPLETED"_s;
    int creates = 0;
    bench.server.fault = [&](const QString &word, const FakeRequest &) -> std::optional<FakeServer::Fault> {
        if (word == "upload"_L1)
            return FakeServer::Fault{
                FakeServer::Fault::Kind::Instead,
                FakeAnswer::json({{"id", "dfl-1"}, {"name", "1.pdf"}, {"project_id", "prj-1"}}, 201)};
        if (word == "create"_L1 && creates++ == 0)
            return unreachable(QNetworkReply::RemoteHostClosedError);
        return {};
    };
    bench.queue->retry(id);
    QVERIFY(bench.finish());
    QCOMPARE(bench.job(id).phase, Phase::Completed);
    QVERIFY(bench.job(id).remoteId != record.remoteId);
    QCOMPARE(bench.server.jobCount(), 2);
}

void TestJobQueue::waitsForTheNetwork_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QNetworkReply::NetworkError>("error");
    for (const auto &word : {u"upload"_s, u"create"_s, u"get"_s}) {
        QTest::addRow("%s refused", qPrintable(word)) << word << QNetworkReply::ConnectionRefusedError;
        QTest::addRow("%s no host", qPrintable(word)) << word << QNetworkReply::HostNotFoundError;
        QTest::addRow("%s lost", qPrintable(word)) << word << QNetworkReply::RemoteHostClosedError;
        QTest::addRow("%s no network", qPrintable(word)) << word << QNetworkReply::TemporaryNetworkFailureError;
        QTest::addRow("%s certificate", qPrintable(word)) << word << QNetworkReply::SslHandshakeFailedError;
    }
}

void TestJobQueue::waitsForTheNetwork()
{
    QFETCH(const QString, word);
    QFETCH(const QNetworkReply::NetworkError, error);
    Bench bench;
    auto offline = false;
    auto requestsOffline = 0;
    bench.server.fault = [&](const QString &asked, const FakeRequest &) -> std::optional<FakeServer::Fault> {
        offline = offline || asked == word;
        if (!offline)
            return {};
        ++requestsOffline;
        return unreachable(error);
    };
    const auto id = bench.add(1).front();
    bench.time.advance(1h);
    QVERIFY(!isOver(bench.job(id).phase));
    QVERIFY(bench.job(id).error.code != ErrorCode::None); // it says what it waits for
    QVERIFY2(requestsOffline < 60 + 20, qPrintable(QString::number(requestsOffline)));
    bench.server.fault = {};
    QVERIFY(bench.finish());
    QCOMPARE(bench.job(id).phase, Phase::Completed);
    QCOMPARE(bench.job(id).error.code, ErrorCode::None);
    QCOMPARE(bench.server.jobCount(), 1);
}

void TestJobQueue::honoursRetryAfter()
{
    for (const auto &word : {u"upload"_s, u"create"_s, u"get"_s}) {
        Bench bench;
        QDateTime refusedAt;
        auto requestsTooEarly = 0;
        bench.server.fault = [&](const QString &asked, const FakeRequest &) -> std::optional<FakeServer::Fault> {
            if (refusedAt.isValid()) {
                requestsTooEarly += refusedAt.secsTo(bench.time.now()) < 120 ? 1 : 0;
                return {};
            }
            if (asked != word)
                return {};
            refusedAt = bench.time.now();
            return instead(429, "120");
        };
        const auto id = bench.add(1).front();
        QVERIFY(bench.finish());
        QCOMPARE(bench.job(id).phase, Phase::Completed);
        QCOMPARE(requestsTooEarly, 0);
        QCOMPARE(bench.server.jobCount(), 1);
    }
}

void TestJobQueue::aFailingServerGetsSixAttempts()
{
    Bench bench;
    bench.server.fault = [](const QString &word, const FakeRequest &) -> std::optional<FakeServer::Fault> {
        if (word == "create"_L1)
            return instead(503);
        return {};
    };
    const auto id = bench.add(1).front();
    QVERIFY(bench.finish());
    QCOMPARE(bench.job(id).phase, Phase::Failed);
    QCOMPARE(bench.job(id).error.code, ErrorCode::ServerFailed);
    QCOMPARE(bench.count(u"create 503"_s), 6);
    bench.server.fault = {};
    bench.queue->retry(id);
    QVERIFY(bench.finish());
    QCOMPARE(bench.job(id).phase, Phase::Completed);
    QCOMPARE(bench.server.fileCount(), 1); // the uploaded file was used again
}

void TestJobQueue::pollsNeverFailAJob()
{
    Bench bench;
    auto reads = 0;
    bench.server.fault = [&](const QString &word, const FakeRequest &) -> std::optional<FakeServer::Fault> {
        if (word != "get"_L1 || ++reads > 30)
            return {};
        switch (reads % 4) {
        case 0:
            return instead(500);
        case 1:
            return instead(429);
        case 2:
            return FakeServer::Fault{FakeServer::Fault::Kind::Instead, FakeAnswer{.body = "<html>"}};
        default:
            return unreachable(QNetworkReply::TimeoutError);
        }
    };
    const auto id = bench.add(1).front();
    QVERIFY(bench.finish());
    QCOMPARE(bench.job(id).phase, Phase::Completed);
}

void TestJobQueue::aWrongKeyFailsUntilRetried()
{
    Bench bench;
    bench.connection->key = u"llx-other-region"_s;
    const auto id = bench.add(1).front();
    QVERIFY(bench.finish());
    QCOMPARE(bench.job(id).error.code, ErrorCode::WrongKey);
    bench.connection->key = u"llx-good"_s;
    bench.queue->retry(id);
    QVERIFY(bench.reach(id, Phase::Waiting));
    bench.connection->key = u"llx-expired"_s;
    QVERIFY(bench.finish());
    QCOMPARE(bench.job(id).error.code, ErrorCode::WrongKey);
    bench.connection->key = u"llx-good"_s;
    bench.queue->retry(id);
    QVERIFY(bench.finish());
    QCOMPARE(bench.job(id).phase, Phase::Completed);
    QCOMPARE(bench.server.jobCount(), 1); // it went on with the job that was there
}

void TestJobQueue::runsOutOfPatienceOnlyWhenAskedTo()
{
    Bench bench;
    bench.policy.patience = 30s;
    bench.restart();
    bench.server.fault = [](const QString &, const FakeRequest &) { return std::optional(unreachable()); };
    const auto start = bench.time.now();
    const auto ids = bench.add(3);
    QVERIFY(bench.finish());
    const auto waited = start.secsTo(bench.time.now());
    QVERIFY2(waited >= 30 && waited <= 62, qPrintable(QString::number(waited)));
    for (const auto &id : ids)
        QCOMPARE(bench.job(id).error.code, ErrorCode::ConnectionRefused);
}

void TestJobQueue::waitsForItsConnection()
{
    Bench bench;
    const auto good = bench.connection;
    bench.connection = Unexpected(ErrorCode::KeyMissing, {});
    const auto id = bench.add(1).front();
    bench.time.advance(24h);
    QVERIFY(bench.manager.requests.empty());
    QCOMPARE(bench.job(id).phase, Phase::Queued);
    QCOMPARE(bench.job(id).error.code, ErrorCode::KeyMissing);
    bench.connection = good;
    bench.queue->connectionChanged(u"fake"_s);
    QVERIFY(bench.finish());
    QCOMPARE(bench.job(id).phase, Phase::Completed);
}

void TestJobQueue::aClockThatIsSetBackDelaysNothing_data()
{
    QTest::addColumn<bool>("isInTrouble");
    QTest::newRow("while a job is read") << false;
    QTest::newRow("while the network is away") << true;
}

void TestJobQueue::aClockThatIsSetBackDelaysNothing()
{
    QFETCH(bool, isInTrouble);
    Bench bench;
    bench.server.readsUntilOver = 1'000'000;
    const auto id = bench.add(1).front();
    QVERIFY(bench.reach(id, Phase::Waiting));
    auto isAway = isInTrouble;
    bench.server.fault = [&](const QString &, const FakeRequest &) {
        return isAway ? std::optional(unreachable()) : std::nullopt;
    };
    bench.time.advance(60s);
    (void)bench.takeLog();
    bench.time.setBack(2h);
    isAway = false;
    bench.server.readsUntilOver = 1;
    bench.time.advance(5min);
    QCOMPARE(bench.job(id).phase, Phase::Completed);
}

void TestJobQueue::aDeletedJobIsTold()
{
    Bench bench;
    const auto id = bench.add(1).front();
    bench.server.fault = [](const QString &word, const FakeRequest &) -> std::optional<FakeServer::Fault> {
        if (word == "get"_L1)
            return instead(404);
        return {};
    };
    QVERIFY(bench.finish());
    QCOMPARE(bench.job(id).phase, Phase::Failed);
    QCOMPARE(bench.job(id).error.code, ErrorCode::NotFound);
}

void TestJobQueue::fallsBackWhereListsAreRefused()
{
    Bench bench;
    bench.server.fault = [](const QString &word, const FakeRequest &) -> std::optional<FakeServer::Fault> {
        if (word == "list"_L1)
            return instead(422);
        return {};
    };
    const auto ids = bench.add(12);
    QVERIFY(bench.finish());
    for (const auto &id : ids)
        QCOMPARE(bench.job(id).phase, Phase::Completed);
    QCOMPARE(bench.count(u"list 422"_s), 1);
}

void TestJobQueue::cancelsInEveryPhase_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<int>("remoteJobs");
    QTest::newRow("queued") << u""_s << 0;
    QTest::newRow("while uploading") << u"upload"_s << 0;
    QTest::newRow("while creating") << u"create"_s << 1;
    QTest::newRow("while it runs") << u"get"_s << 1;
}

void TestJobQueue::cancelsInEveryPhase()
{
    QFETCH(const QString, when);
    QFETCH(const int, remoteJobs);
    Bench bench;
    bench.server.readsUntilOver = 1'000;
    std::function<void()> cancel;
    bench.server.fault = [&](const QString &word, const FakeRequest &) -> std::optional<FakeServer::Fault> {
        if (word == when && cancel)
            QMetaObject::invokeMethod(bench.queue.get(), std::exchange(cancel, {}), Qt::QueuedConnection);
        return {};
    };
    const auto id = bench.add(1).front();
    cancel = [&] { bench.queue->cancel(id); };
    if (when.isEmpty())
        cancel();
    QVERIFY(bench.finish());
    bench.time.advance(1h);
    QCOMPARE(bench.job(id).phase, Phase::Cancelled);
    QCOMPARE(bench.server.jobCount(), remoteJobs);
    QCOMPARE(bench.count(u"cancel 200"_s), remoteJobs);

    bench.server.readsUntilOver = 1;
    bench.queue->retry(id);
    QVERIFY(bench.finish());
    QCOMPARE(bench.job(id).phase, Phase::Completed);
}

void TestJobQueue::cancelComesTooLate()
{
    Bench bench;
    const auto id = bench.add(1).front();
    QVERIFY(bench.reach(id, Phase::Waiting));
    bench.server.fault = [](const QString &word, const FakeRequest &) -> std::optional<FakeServer::Fault> {
        if (word == "cancel"_L1)
            return instead(409);
        return {};
    };
    bench.queue->cancel(id);
    QVERIFY(bench.finish());
    QCOMPARE(bench.job(id).phase, Phase::Completed);
    QVERIFY(!bench.job(id).cancelWanted);
    QCOMPARE(bench.count(u"cancel 409"_s), 1);
}

void TestJobQueue::removesWhileRunning()
{
    Bench bench;
    const auto id = bench.add(1).front();
    QVERIFY(bench.reach(id, Phase::Waiting));
    bench.queue->remove(id);
    QVERIFY(bench.finish());
    QVERIFY(!bench.queue->job(id));
    QCOMPARE(bench.count(u"cancel 200"_s), 1);
    bench.restart();
    QVERIFY(bench.queue->ids().empty());

    const auto done = bench.add(1).front();
    QVERIFY(bench.finish());
    bench.queue->remove(done);
    bench.restart();
    QVERIFY(bench.queue->ids().empty());
}

void TestJobQueue::aFullDiskSendsNothing()
{
    Bench bench;
    QSignalSpy failed(bench.queue.get(), &JobQueue::storeFailed);
    bench.add(1);
    // Another connection holds the database, so that no write gets through.
    auto other = store::Database::open(bench.folder.filePath(u"jobs.sqlite"_s), {{}, {}});
    QVERIFY(other && (*other)->run(u"DROP TABLE job"_s));
    bench.time.advance(10min);
    QVERIFY(bench.manager.requests.empty());
    QVERIFY(failed.size() >= 1);
    QVERIFY(failed.size() < 20);
}

QTEST_GUILESS_MAIN(TestJobQueue)
#include "tst_jobqueue.moc"
