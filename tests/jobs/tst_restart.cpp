// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/bench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace xs;
using namespace xs::jobs;
using namespace xs::test;

/// The program ends at every moment of a job's way and goes on when it starts again.
class TestRestart : public QObject
{
    Q_OBJECT

private slots:
    void keepsFinishedJobs();
    void goesOnAfterEveryEvent();
    void anyRequestUnderWay_data();
    void anyRequestUnderWay();
    void aCancelSurvives();
};

void TestRestart::keepsFinishedJobs()
{
    Bench bench;
    const auto ids = bench.add(2);
    QVERIFY(bench.finish());
    bench.queue->setPageCount(ids[0], 24);
    const auto before = bench.job(ids[0]);
    QCOMPARE(before.document.pageCount, 24);
    const auto answer = *bench.queue->answer(ids[0]);
    const auto requests = bench.manager.requests.size();
    bench.restart();
    QVERIFY(bench.queue->ids() == ids);
    QVERIFY(bench.job(ids[0]) == before);
    QVERIFY(*bench.queue->answer(ids[0]) == answer);
    bench.time.advance(1h);
    QCOMPARE(bench.manager.requests.size(), requests);
}

/// The program ends after the first event, after the second, and so on, in a batch of seven.
void TestRestart::goesOnAfterEveryEvent()
{
    auto runs = 0;
    for (auto last = false; !last; ++runs) {
        Bench bench;
        const auto ids = bench.add(7);
        bench.time.runUntil([&] { return bench.queue->unfinished() == 0 || bench.server.log.size() >= 8 + runs; });
        last = bench.queue->unfinished() == 0;
        bench.restart();
        QVERIFY(bench.finish());
        for (const auto &id : ids)
            QCOMPARE(bench.job(id).phase, Phase::Completed);
        QCOMPARE(bench.server.jobCount(), 7);
    }
    QVERIFY(runs > 10);
}

void TestRestart::anyRequestUnderWay_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("arrives");
    for (const auto &word : {u"upload"_s, u"create"_s, u"get"_s, u"list"_s}) {
        QTest::addRow("%s arrives", qPrintable(word)) << word << true;
        QTest::addRow("%s does not", qPrintable(word)) << word << false;
    }
}

/// The program ends while a request of each kind is under way; the server has got it, or has not.
void TestRestart::anyRequestUnderWay()
{
    QFETCH(const QString, word);
    QFETCH(const bool, arrives);
    Bench bench;
    auto caught = 0;
    bench.server.fault = [&](const QString &asked, const FakeRequest &) -> std::optional<FakeServer::Fault> {
        if (asked != word)
            return {};
        ++caught;
        return FakeServer::Fault{arrives ? FakeServer::Fault::Kind::Afterwards : FakeServer::Fault::Kind::Instead,
                                 FakeAnswer{.hangs = true}};
    };
    const auto ids = bench.add(word == "list"_L1 ? 8 : 1);
    QVERIFY(bench.time.runUntil([&] { return caught > 0; }));
    bench.restart();
    bench.server.fault = {};
    QVERIFY(bench.finish());
    for (const auto &id : ids)
        QCOMPARE(bench.job(id).phase, Phase::Completed);
    QCOMPARE(bench.server.jobCount(), static_cast<int>(ids.size()));
}

void TestRestart::aCancelSurvives()
{
    Bench bench;
    bench.server.readsUntilOver = 1'000;
    const auto id = bench.add(1).front();
    QVERIFY(bench.reach(id, Phase::Waiting));
    bench.server.fault = [](const QString &, const FakeRequest &) { return std::optional(unreachable()); };
    bench.queue->cancel(id);
    bench.time.advance(10min);
    QCOMPARE(bench.job(id).phase, Phase::Waiting);
    bench.restart();
    bench.server.fault = {};
    QVERIFY(bench.finish());
    QCOMPARE(bench.job(id).phase, Phase::Cancelled);
    QCOMPARE(bench.count(u"cancel 200"_s), 1);
}

QTEST_GUILESS_MAIN(TestRestart)
#include "tst_restart.moc"
