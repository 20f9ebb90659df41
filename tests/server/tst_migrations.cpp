// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/migrations.h"

#include "server/fixtures.h"
#include "server/jobstore.h"
#include "server/webhookstore.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::server;

class TestMigrations : public QObject
{
    Q_OBJECT

private slots:
    /// A store of the first version, in which results were whole, keeps them.
    void resultsBecomeParts()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"service.sqlite"_s);
        const QString result =
            u"{\"extract_result\":{\"z\":1.50,\"a\":[null,\"ä\"]},\"field_metadata\":{\"document_metadata\":null},\"usage\":{\"num_pages_extracted\":2}}"_s;
        {
            const auto database = store::Database::open(path, {migrations().front()});
            QVERIFY(database);
            for (int i = 1; i <= 2; ++i)
                QVERIFY((*database)->run(
                    u"INSERT INTO jobs (id, kind, input, request, status, created_at, updated_at) VALUES (?, 'extract', 'dfl-1', '{}', ?, 1, 1)"_s,
                    {u"ext-%1"_s.arg(i), i == 1 ? u"COMPLETED"_s : u"PENDING"_s}));
            QVERIFY((*database)->run(u"INSERT INTO results (job, result) VALUES (1, ?)"_s, {result}));
        }
        const auto thread = StoreThread::open(path, migrations());
        QVERIFY(thread);
        const test::FixedClock clock;
        JobStore store(**thread, clock);
        const auto job =
            store.find(JobKind::Extract, u"ext-1"_s, {u"extract_result"_s, u"field_metadata"_s, u"usage"_s});
        QVERIFY(job);
        for (const auto *part : {"extract_result", "field_metadata", "usage"})
            QCOMPARE(toBytes(job->result[part]), toBytes((*parseJson(result.toUtf8()))[part]));
        QCOMPARE((*store.takeNext())->id, u"ext-2"_s);
        QVERIFY(*store.complete(u"ext-2"_s, Json{{"extract_result", {{"b", 2}}}}));
        QCOMPARE(toBytes(store.find(JobKind::Extract, u"ext-2"_s, {u"extract_result"_s})->result),
                 R"({"extract_result":{"b":2}})");
    }

    /// A store from before webhook endpoints were saved keeps its jobs and takes endpoints.
    void endpointsComeLater()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"service.sqlite"_s);
        const test::FixedClock clock;
        QString id;
        {
            const auto old = StoreThread::open(path, {migrations()[0], migrations()[1]});
            QVERIFY(old);
            StoredJob job;
            job.input = u"dfl-1"_s;
            job.request["configuration"] = {{"tier", "agentic"}};
            id = JobStore(**old, clock).create(job)->id;
            QVERIFY(!WebhookStore(**old, clock).list());
        }
        const auto thread = StoreThread::open(path, migrations());
        QVERIFY(thread);
        const auto job = JobStore(**thread, clock).find(JobKind::Extract, id);
        QVERIFY(job);
        QCOMPARE(toQString(job->request["configuration"]["tier"]), u"agentic"_s);
        WebhookStore webhooks(**thread, clock);
        const auto saved = webhooks.add({{"webhook_url", "http://127.0.0.1/"}});
        QVERIFY(saved);
        QCOMPARE(webhooks.list()->size(), 1u);
        QCOMPARE(webhooks.list()->front().id, saved->id);
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
