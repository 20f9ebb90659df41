// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/resultbuilder.h"
#include "review/reviewsession.h"
#include "support/faketime.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::review;
using tests::resultOf;

namespace {

const LocalJobId job(u"job-1"_s);

Decision verdict(Verdict verdict)
{
    return {verdict, {}, {}, {}};
}

} // namespace

class TestReviewSession : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void decisionsAreInTheStoreBeforeTheyAreSeen();
    void takenBackDecisionsStayInTheTrail();
    void sameDecisionTwiceIsOneEntry();
    void jobsAreApart();
    void storeThatCannotBeWrittenDecidesNothing();
    void earlierReviewIsCarriedOverOnce();
    void nothingIsDecidedWithoutAJob();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ReviewStore> m_store;
    std::unique_ptr<test::FakeTime> m_time;
    domain::ResultNode m_result;
};

void TestReviewSession::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = ReviewStore::open(m_folder->filePath(u"reviews.sqlite"_s)).value();
    m_time = std::make_unique<test::FakeTime>();
    m_result = resultOf(parseJson(R"({"a":1,"b":"x"})").value());
}

void TestReviewSession::decisionsAreInTheStoreBeforeTheyAreSeen()
{
    ReviewSession session(*m_store, *m_time, u"Ada"_s);
    QVERIFY(session.open(job, m_result, {}));
    const Decision made{Verdict::Corrected, 2, domain::Citation{1, u"2"_s, {QRectF(1, 2, 3, 4)}, {}}, u"stamp"_s};
    int stored = 0;
    connect(&session, &ReviewSession::decided, this, [&] {
        // Another connection, as after a crash at this moment.
        const auto other = ReviewStore::open(m_folder->filePath(u"reviews.sqlite"_s)).value();
        stored = static_cast<int>(other->decisions(job).value().size());
    });
    QVERIFY(session.decide({{u"/a"_s, made}, {u"/b"_s, verdict(Verdict::Confirmed)}}));
    QCOMPARE(stored, 2);
    ReviewSession later(*m_store, *m_time, u"Ada"_s);
    QVERIFY(later.open(job, m_result, {}));
    QCOMPARE(later.decision(u"/a"_s), made);
    QCOMPARE(later.decisions(), session.decisions());
    QCOMPARE(toBytes(domain::plainResult(decided(later.result(), later.decisions()))), R"({"a":2,"b":"x"})");
}

void TestReviewSession::takenBackDecisionsStayInTheTrail()
{
    ReviewSession session(*m_store, *m_time, u"Ada"_s);
    QVERIFY(session.open(job, m_result, {}));
    QVERIFY(session.decide({{u"/a"_s, verdict(Verdict::Absent)}}));
    m_time->advance(std::chrono::minutes(1));
    QVERIFY(session.decide({{u"/a"_s, {}}}));
    QVERIFY(session.decisions().empty());
    QVERIFY(m_store->decisions(job).value().empty());
    const auto trail = m_store->history(job).value();
    QCOMPARE(trail.size(), size_t(2));
    QCOMPARE(trail[0].decision.verdict, Verdict::Absent);
    QCOMPARE(trail[0].original, Json(1));
    QCOMPARE(trail[0].who, u"Ada"_s);
    QCOMPARE(trail[1].decision.verdict, Verdict::None);
    QCOMPARE(trail[0].when.secsTo(trail[1].when), 60);
}

void TestReviewSession::sameDecisionTwiceIsOneEntry()
{
    ReviewSession session(*m_store, *m_time, u"Ada"_s);
    QVERIFY(session.open(job, m_result, {}));
    const QSignalSpy spy(&session, &ReviewSession::decided);
    QVERIFY(session.decide({{u"/a"_s, verdict(Verdict::Confirmed)}}));
    QVERIFY(session.decide({{u"/a"_s, verdict(Verdict::Confirmed)}}));
    QVERIFY(session.decide({{u"/b"_s, {}}}));
    QCOMPARE(m_store->history(job).value().size(), size_t(1));
    QCOMPARE(spy.size(), 1);
}

void TestReviewSession::jobsAreApart()
{
    const LocalJobId other(u"job-2"_s);
    ReviewSession session(*m_store, *m_time, u"Ada"_s);
    QVERIFY(session.open(job, m_result, {}));
    QVERIFY(session.decide({{u"/a"_s, verdict(Verdict::Confirmed)}}));
    QVERIFY(session.open(other, m_result, {}));
    QVERIFY(session.decisions().empty());
    QVERIFY(session.decide({{u"/b"_s, verdict(Verdict::Doubtful)}}));
    QVERIFY(m_store->remove(job));
    QVERIFY(m_store->history(job).value().empty());
    QCOMPARE(m_store->decisions(other).value().size(), size_t(1));
}

void TestReviewSession::storeThatCannotBeWrittenDecidesNothing()
{
    ReviewSession session(*m_store, *m_time, u"Ada"_s);
    QVERIFY(session.open(job, m_result, {}));
    const QSignalSpy spy(&session, &ReviewSession::decided);
    // Somebody else's program has damaged the table.
    const std::vector<store::Migration> sameVersion(1);
    const auto database = store::Database::open(m_folder->filePath(u"reviews.sqlite"_s), sameVersion).value();
    QVERIFY(database->run(u"DROP TABLE entry"_s));
    QVERIFY(!session.decide({{u"/a"_s, verdict(Verdict::Confirmed)}}));
    QVERIFY(session.decisions().empty());
    QCOMPARE(spy.size(), 0);
}

void TestReviewSession::earlierReviewIsCarriedOverOnce()
{
    ReviewSession session(*m_store, *m_time, u"Ada"_s);
    QVERIFY(session.open(job, m_result, {}));
    QVERIFY(session.decide({{u"/a"_s, Decision{Verdict::Corrected, 5, {}, {}}}}));
    const LocalJobId rerun(u"job-2"_s);
    QVERIFY(session.open(rerun, m_result, {}));
    QVERIFY(session.carryOver(job, m_result));
    QCOMPARE(session.decision(u"/a"_s).value, Json(5));
    QVERIFY(session.decide({{u"/a"_s, Decision{Verdict::Corrected, 6, {}, {}}}}));
    QVERIFY(session.carryOver(job, m_result));
    QCOMPARE(session.decision(u"/a"_s).value, Json(6));
}

void TestReviewSession::nothingIsDecidedWithoutAJob()
{
    ReviewSession session(*m_store, *m_time, u"Ada"_s);
    QVERIFY(!session.decide({{u"/a"_s, verdict(Verdict::Confirmed)}}));
    QVERIFY(!session.value(u"/a"_s));
}

QTEST_GUILESS_MAIN(TestReviewSession)
#include "tst_reviewsession.moc"
