// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/gate.h"
#include "support/faketime.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace xs;
using namespace xs::jobs;

class TestGate : public QObject
{
    Q_OBJECT

private slots:
    void neverMoreThanTheBudgetInAnyMinute();
    void closesForGrowingTimes();
    void failuresAtTheSameTimeCountOnce();
    void keepsTheServersWish();
};

void TestGate::neverMoreThanTheBudgetInAnyMinute()
{
    test::FakeTime time;
    Gate gate(time, {});
    gate.setRequestsPerMinute(20);
    std::vector<QDateTime> taken;
    for (int i = 0; i < 100; ++i) {
        time.advance(std::max(gate.wait(), 300ms));
        gate.take();
        taken.push_back(time.now());
    }
    for (std::size_t i = 20; i < taken.size(); ++i)
        QVERIFY(taken[i - 20].msecsTo(taken[i]) >= 60'000);
    QVERIFY(taken.front().secsTo(taken.back()) <= 5 * 60); // and no slower than it must be
}

void TestGate::closesForGrowingTimes()
{
    test::FakeTime time;
    Gate gate(time, {});
    QStringList waits;
    for (int i = 0; i < 8; ++i) {
        gate.close({ErrorCode::NoNetwork, {}, {}}, {});
        waits << QString::number(gate.wait().count() / 1000);
        time.advance(gate.wait());
    }
    QCOMPARE(waits.join(u' '), u"1 2 4 8 16 32 60 60"_s);
    QCOMPARE(gate.troubleFor(), 183s);
    gate.succeeded();
    QCOMPARE(gate.wait(), 0ms);
    QCOMPARE(gate.trouble().code, ErrorCode::None);
    gate.close({ErrorCode::NoNetwork, {}, {}}, {});
    QCOMPARE(gate.wait(), 1s);
}

void TestGate::failuresAtTheSameTimeCountOnce()
{
    test::FakeTime time;
    Gate gate(time, {});
    for (int i = 0; i < 6; ++i)
        gate.close({ErrorCode::ConnectionLost, {}, {}}, {});
    QCOMPARE(gate.wait(), 1s);
}

void TestGate::keepsTheServersWish()
{
    test::FakeTime time;
    Gate gate(time, {});
    gate.close({ErrorCode::RateLimited, {}, {}}, 30s);
    gate.succeeded(); // an answer to a request that was under way
    QCOMPARE(gate.wait(), 30s);
    gate.close({ErrorCode::ConnectionLost, {}, {}}, {});
    QCOMPARE(gate.wait(), 30s);
    time.advance(30s);
    gate.succeeded();
    QCOMPARE(gate.trouble().code, ErrorCode::None);
    gate.close({ErrorCode::RateLimited, {}, {}}, 30s);
    gate.open(); // the user has another key
    QCOMPARE(gate.wait(), 0ms);
}

QTEST_GUILESS_MAIN(TestGate)
#include "tst_gate.moc"
