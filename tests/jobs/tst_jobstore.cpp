// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobstore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::jobs;

namespace {

JobRecord sample(const QString &id)
{
    JobRecord job;
    job.id = LocalJobId(id);
    job.document = {u"/docs/größe.pdf"_s, u"größe.pdf"_s, 5'000'000'000, {}, {}};
    job.connectionName = u"This computer"_s;
    job.baseUrl = QUrl(u"http://127.0.0.1:4711"_s);
    job.createdAt = QDateTime(QDate(2026, 3, 1), QTime(12, 0, 0, 123), Qt::UTC);
    job.updatedAt = job.createdAt;
    return job;
}

JobRecord full(const QString &id)
{
    auto job = sample(id);
    job.document.sha256 = u"abc"_s;
    job.document.pageCount = 24;
    job.phase = Phase::Failed;
    job.error = {ErrorCode::RequestRefused, u"schema_validation: \"x\""_s, u"/docs/größe.pdf"_s};
    job.fileId = FileId(u"dfl-1"_s);
    job.remoteId = JobId(u"ext-2"_s);
    job.remoteStatus = u"BRAND_NEW"_s;
    job.cancelWanted = true;
    job.removeWanted = true;
    job.run = 3;
    job.createSentAt = job.createdAt.addSecs(5);
    job.formerRemoteIds = {JobId(u"ext-0"_s), JobId(u"ext-1"_s)};
    job.updatedAt = job.createdAt.addSecs(60);
    return job;
}

} // namespace

class TestJobStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void keepsEverything();
    void keepsTheOrderOfMembers();
    void insertsAllOrNone();
    void troubleOfTheMomentIsNotKept();
    void removes();
    void refusesAStoreOfTheFuture();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<JobStore> open()
    {
        auto store = JobStore::open(m_path);
        return store ? std::move(*store) : nullptr;
    }
};

void TestJobStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"data/jobs.sqlite"_s);
}

void TestJobStore::keepsEverything()
{
    const auto first = sample(u"b"_s);
    auto second = sample(u"a"_s);
    {
        const auto store = open();
        QVERIFY(store && store->insert({first, second}, {{"tier", "agentic"}}));
        second = full(u"a"_s);
        second.hasAnswer = true;
        QVERIFY(store->update(second, {{"id", "ext-2"}}));
    }
    const auto store = open();
    const auto jobs = store->jobs();
    QVERIFY(jobs);
    QCOMPARE(jobs->size(), 2u);
    QVERIFY(jobs->at(0) == first); // the order of insertion, not of ids
    QVERIFY(jobs->at(1) == second);
    QCOMPARE(toBytes(*store->answer(second.id)), QByteArray(R"({"id":"ext-2"})"));
    QCOMPARE(store->answer(first.id).error().code, ErrorCode::NotFound);
}

void TestJobStore::keepsTheOrderOfMembers()
{
    const auto store = open();
    const auto configuration = *parseJson(R"({"z": 1, "a": {"y": 2, "b": 3}, "m": 1.10})");
    QVERIFY(store->insert({sample(u"1"_s)}, configuration));
    QCOMPARE(toBytes(*store->configuration(LocalJobId(u"1"_s))), toBytes(configuration));
}

void TestJobStore::insertsAllOrNone()
{
    const auto store = open();
    QVERIFY(store->insert({sample(u"1"_s)}, Json::object()));
    QVERIFY(!store->insert({sample(u"2"_s), sample(u"1"_s)}, Json::object()));
    QCOMPARE(store->jobs()->size(), 1u);
}

void TestJobStore::troubleOfTheMomentIsNotKept()
{
    const auto store = open();
    auto job = sample(u"1"_s);
    QVERIFY(store->insert({job}, Json::object()));
    job.error.code = ErrorCode::NoNetwork;
    QVERIFY(store->update(job));
    QCOMPARE(store->jobs()->front().error.code, ErrorCode::None);
}

void TestJobStore::removes()
{
    const auto store = open();
    QVERIFY(store->insert({sample(u"1"_s), sample(u"2"_s)}, {{"tier", "a"}}));
    QVERIFY(store->update(full(u"1"_s), {{"id", "ext-2"}}));
    QVERIFY(store->remove(LocalJobId(u"1"_s)));
    QCOMPARE(store->jobs()->size(), 1u);
    QVERIFY(!store->answer(LocalJobId(u"1"_s)));
    QVERIFY(store->configuration(LocalJobId(u"2"_s))); // shared, and still used
    QVERIFY(store->remove(LocalJobId(u"2"_s)));
    auto database = store::Database::open(m_path, {{}, {}});
    QVERIFY(database);
    auto rows = (*database)->run(u"SELECT (SELECT count(*) FROM configuration) + (SELECT count(*) FROM answer)"_s);
    QVERIFY(rows && rows->next());
    QCOMPARE(rows->value(0).toInt(), 0);
}

void TestJobStore::refusesAStoreOfTheFuture()
{
    open();
    {
        auto database = store::Database::open(m_path, {{}, {}});
        QVERIFY(database && (*database)->run(u"PRAGMA user_version=99"_s));
    }
    QCOMPARE(JobStore::open(m_path).error().code, ErrorCode::StoreTooNew);
}

QTEST_GUILESS_MAIN(TestJobStore)
#include "tst_jobstore.moc"
