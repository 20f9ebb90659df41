// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobstore.h"

#include "server/fixtures.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::server;
using domain::JobStatus;

class TestJobStore : public QObject
{
    Q_OBJECT

private:
    struct Fixture
    {
        test::TemporaryStore temporary;
        test::FixedClock clock;
        JobStore store{*temporary.store, clock};

        StoredJob create(const QString &input = u"dfl-1"_s, const QByteArray &key = {}, JobKind kind = JobKind::Extract)
        {
            StoredJob job;
            job.kind = kind;
            job.input = input;
            job.request["configuration"] = {{"z", 1}, {"a", 2}};
            clock.advance(1000);
            return *store.create(job, key);
        }

        JobStatus status(const StoredJob &job) { return store.find(job.kind, job.id)->status; }

        QStringList inputs(JobQuery query)
        {
            QStringList found;
            for (;;) {
                const auto page = *store.list(query);
                for (const auto &job : page.items)
                    found << job.input;
                if (!page.next)
                    return found;
                found << u"|"_s;
                query.after = PageToken::parse(page.next->text());
            }
        }
    };

private slots:
    void aJobComesBackAsItWas()
    {
        Fixture fixture;
        const auto job = fixture.create();
        QVERIFY(job.id.startsWith("ext-"_L1));
        const auto found = fixture.store.find(JobKind::Extract, job.id);
        QVERIFY(found);
        QCOMPARE(found->status, JobStatus::Pending);
        QCOMPARE(toBytes(member(found->request, "configuration")), R"({"z":1,"a":2})");
        QCOMPARE(found->createdAt, job.createdAt);
        QVERIFY(found->result.is_null());
        QCOMPARE(fixture.store.find(JobKind::Parse, job.id).error().code, ErrorCode::NotFound);
    }

    void jobsAreTakenInTheirOrder()
    {
        Fixture fixture;
        const auto first = fixture.create(u"dfl-1"_s);
        const auto second = fixture.create(u"dfl-2"_s);
        QCOMPARE((*fixture.store.takeNext())->id, first.id);
        QCOMPARE(fixture.status(first), JobStatus::Running);
        QCOMPARE((*fixture.store.takeNext())->id, second.id);
        QVERIFY(!*fixture.store.takeNext());
    }

    void aResultIsKeptOnceAndOnlyForARunningJob()
    {
        Fixture fixture;
        const auto job = fixture.create();
        const Json result{{"extract_result", {{"a", 1}}}};
        QCOMPARE(*fixture.store.complete(job.id, result), false);
        (void)fixture.store.takeNext();
        fixture.clock.advance(500);
        QCOMPARE(*fixture.store.complete(job.id, result), true);
        QCOMPARE(*fixture.store.complete(job.id, Json()), false);
        QCOMPARE(*fixture.store.fail(job.id, u"late"_s), false);
        QVERIFY(fixture.store.find(JobKind::Extract, job.id)->result.is_null());
        const auto done = *fixture.store.find(JobKind::Extract, job.id, {u"extract_result"_s, u"usage"_s});
        QCOMPARE(done.status, JobStatus::Completed);
        QCOMPARE(toBytes(done.result), toBytes(result));
        QCOMPARE(done.runningAt->msecsTo(*done.endedAt), 500);
        QCOMPARE(done.updatedAt, *done.endedAt);
    }

    void failures()
    {
        Fixture fixture;
        const auto job = fixture.create();
        (void)fixture.store.takeNext();
        QCOMPARE(*fixture.store.fail(job.id, u"PDF_IS_BROKEN: x"_s), true);
        const auto failed = *fixture.store.find(JobKind::Extract, job.id);
        QCOMPARE(failed.status, JobStatus::Failed);
        QCOMPARE(failed.errorMessage, std::optional(u"PDF_IS_BROKEN: x"_s));
    }

    void cancelling()
    {
        Fixture fixture;
        const auto waiting = fixture.create();
        QCOMPARE(fixture.store.cancel(JobKind::Extract, waiting.id)->status, JobStatus::Cancelled);
        QVERIFY(!*fixture.store.takeNext());
        const auto running = fixture.create();
        (void)fixture.store.takeNext();
        QCOMPARE(fixture.store.cancel(JobKind::Extract, running.id)->status, JobStatus::Cancelled);
        QCOMPARE(*fixture.store.complete(running.id, Json()), false);
        QCOMPARE(fixture.store.cancel(JobKind::Extract, running.id).error().code, ErrorCode::Conflict);
        QCOMPARE(fixture.store.cancel(JobKind::Extract, u"ext-none"_s).error().code, ErrorCode::NotFound);
    }

    void removalTakesTheResultAlong()
    {
        Fixture fixture;
        const auto job = fixture.create();
        (void)fixture.store.takeNext();
        QVERIFY(*fixture.store.complete(job.id, Json{{"a", 1}}));
        QVERIFY(fixture.store.remove(JobKind::Extract, job.id));
        QCOMPARE(fixture.store.remove(JobKind::Extract, job.id).error().code, ErrorCode::NotFound);
        fixture.temporary.store->call([](store::Database &database) {
            auto rows = database.run(u"SELECT count(*) FROM result_parts"_s);
            rows->next();
            QCOMPARE(rows->value(0).toInt(), 0);
        });
    }

    /// An extract job on a file names a parse job that may be made later, once, and is named no longer when it is
    /// deleted.
    void aNamedParseJob()
    {
        Fixture fixture;
        const auto named = [&fixture](const StoredJob &job) {
            return stringMember(fixture.store.find(job.kind, job.id)->request, "parse_job_id");
        };
        const auto extracted = fixture.create();
        StoredJob parsed;
        parsed.id = named(extracted).value_or(QString());
        QCOMPARE(parsed.id, u"pjb-"_s + extracted.id.mid(4));
        parsed.kind = JobKind::Parse;
        parsed.input = extracted.input;
        parsed.status = JobStatus::Completed;
        Json first, second;
        first["text"] = "first";
        second["text"] = "second";
        QVERIFY(fixture.store.add(parsed, &first));
        QVERIFY(fixture.store.add(parsed, &second));
        QCOMPARE(fixture.store.find(JobKind::Parse, parsed.id, {u"text"_s})->result, first);
        QVERIFY(fixture.store.remove(JobKind::Parse, parsed.id));
        QCOMPARE(fixture.store.find(JobKind::Parse, parsed.id).error().code, ErrorCode::NotFound);
        QVERIFY(!named(extracted));
        QCOMPARE(fixture.store.remove(JobKind::Parse, parsed.id).error().code, ErrorCode::NotFound);

        const auto another = fixture.create();
        QVERIFY(fixture.store.remove(JobKind::Parse, *named(another)));
        QVERIFY(!named(another));
        QCOMPARE(fixture.status(another), JobStatus::Pending);
        QVERIFY(!named(fixture.create(u"pjb-1"_s)));
        QVERIFY(!named(fixture.create(u"dfl-1"_s, {}, JobKind::Parse)));
    }

    void interruptedJobsWaitAgain()
    {
        Fixture fixture;
        const auto job = fixture.create();
        (void)fixture.store.takeNext();
        QVERIFY(fixture.store.restartInterrupted());
        QCOMPARE(fixture.status(job), JobStatus::Pending);
        QCOMPARE((*fixture.store.takeNext())->id, job.id);
    }

    void pagesAreWholeAndNewestFirst()
    {
        Fixture fixture;
        for (const auto &input : {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s})
            fixture.create(input);
        JobQuery query;
        query.pageSize = 2;
        QCOMPARE(fixture.inputs(query).join(u' '), u"5 4 | 3 2 | 1"_s);
        query.pageSize = 5;
        QCOMPARE(fixture.inputs(query).join(u' '), u"5 4 3 2 1"_s);
    }

    void filters()
    {
        Fixture fixture;
        const auto a = fixture.create(u"dfl-a"_s);
        const auto b = fixture.create(u"pjb-b"_s);
        const auto c = fixture.create(u"dfl-c"_s);
        fixture.create(u"dfl-p"_s, {}, JobKind::Parse);
        (void)fixture.store.takeNext();
        const auto found = [&fixture](auto change) {
            JobQuery query;
            change(query);
            return fixture.inputs(query).join(u' ');
        };
        QCOMPARE(found([](JobQuery &) {}), u"dfl-c pjb-b dfl-a"_s);
        QCOMPARE(found([](JobQuery &query) { query.kind = JobKind::Parse; }), u"dfl-p"_s);
        QCOMPARE(found([](JobQuery &query) { query.statuses << u"RUNNING"_s; }), u"dfl-a"_s);
        QCOMPARE(found([](JobQuery &query) { query.input = u"pjb-b"_s; }), u"pjb-b"_s);
        QCOMPARE(found([](JobQuery &query) { query.inputPrefix = u"dfl-"_s; }), u"dfl-c dfl-a"_s);
        QCOMPARE(found([&](JobQuery &query) { query.ids = {a.id, c.id, u"ext-x"_s}; }), u"dfl-c dfl-a"_s);
        // Both ends belong to the span.
        QCOMPARE(found([&](JobQuery &query) { query.createdFrom = b.createdAt; }), u"dfl-c pjb-b"_s);
        QCOMPARE(found([&](JobQuery &query) { query.createdUpTo = b.createdAt; }), u"pjb-b dfl-a"_s);
        QCOMPARE(found([&](JobQuery &query) { query.configurationId = u"cfg-1"_s; }), u""_s);
    }

    void aRepeatedKeyGivesTheFirstJob()
    {
        Fixture fixture;
        const auto first = fixture.create(u"dfl-1"_s, "key");
        QCOMPARE(fixture.create(u"dfl-1"_s, "key").id, first.id);
        QVERIFY(fixture.create(u"dfl-1"_s, "other").id != first.id);
        fixture.clock.advance(25LL * 3600 * 1000);
        QVERIFY(fixture.create(u"dfl-1"_s, "key").id != first.id);
    }

    void keysOfDeletedJobsAreFree()
    {
        Fixture fixture;
        const auto first = fixture.create(u"dfl-1"_s, "key");
        QCOMPARE(fixture.store.remove(JobKind::Extract, first.id).error().code, ErrorCode::Conflict);
        QVERIFY(fixture.store.cancel(JobKind::Extract, first.id));
        QVERIFY(fixture.store.remove(JobKind::Extract, first.id));
        QVERIFY(fixture.create(u"dfl-1"_s, "key").id != first.id);
    }

    void manyThreadsMayCall()
    {
        Fixture fixture;
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&fixture] {
                for (int n = 0; n < 20; ++n) {
                    StoredJob job;
                    job.input = u"dfl"_s;
                    (void)fixture.store.create(job);
                    (void)fixture.store.takeNext();
                }
            });
        for (auto &thread : threads)
            thread.join();
        JobQuery query;
        query.statuses << u"RUNNING"_s;
        query.pageSize = 1000;
        QCOMPARE(fixture.store.list(query)->items.size(), 160u);
    }
};

QTEST_GUILESS_MAIN(TestJobStore)
#include "tst_jobstore.moc"
