// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/retrypolicy.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::client;

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private slots:
    void waitsGrowAsTheSdksDo();
    void theServersWishComesFirst();
    void readsRetryAfter_data();
    void readsRetryAfter();
    void decidesAboutRepeating_data();
    void decidesAboutRepeating();
};

void TestRetryPolicy::waitsGrowAsTheSdksDo()
{
    QStringList waits;
    for (int attempt = 1; attempt <= 6; ++attempt)
        waits << u"%1-%2"_s.arg(waitAfter({}, attempt, {}, 1.0).count()).arg(waitAfter({}, attempt, {}, 0.0).count());
    QCOMPARE(waits.join(u' '), u"375-500 750-1000 1500-2000 3000-4000 6000-8000 6000-8000"_s);
}

void TestRetryPolicy::theServersWishComesFirst()
{
    const AttemptOutcome outcome{.httpStatus = 429, .retryAfter = milliseconds(12'345)};
    QCOMPARE(waitAfter({}, 1, outcome, 0.5).count(), 12'345);
}

void TestRetryPolicy::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("ms");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<qint64>("wait");
    QTest::newRow("none") << QByteArray() << QByteArray() << qint64(-1);
    QTest::newRow("seconds") << QByteArray() << QByteArray("30") << qint64(30'000);
    QTest::newRow("fraction") << QByteArray() << QByteArray("1.5") << qint64(1'500);
    QTest::newRow("milliseconds win") << QByteArray("250.7") << QByteArray("30") << qint64(250);
    QTest::newRow("date") << QByteArray() << QByteArray("Sun, 01 Mar 2026 12:00:05 GMT") << qint64(5'000);
    QTest::newRow("past") << QByteArray() << QByteArray("Sun, 01 Mar 2026 11:00:00 GMT") << qint64(0);
    QTest::newRow("negative") << QByteArray() << QByteArray("-3") << qint64(0);
    QTest::newRow("nonsense") << QByteArray() << QByteArray("soon") << qint64(-1);
    QTest::newRow("not a number") << QByteArray() << QByteArray("nan") << qint64(-1);
    QTest::newRow("too far") << QByteArray() << QByteArray("1e12") << qint64(86'400'000);
}

void TestRetryPolicy::readsRetryAfter()
{
    QFETCH(const QByteArray, ms);
    QFETCH(const QByteArray, header);
    QFETCH(const qint64, wait);
    const QDateTime now(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    const auto read = readRetryAfter(ms, header, now);
    QCOMPARE(read ? read->count() : -1, wait);
}

void TestRetryPolicy::decidesAboutRepeating_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("verdict");
    // reading may be repeated / making may be repeated / may have arrived
    QTest::newRow("refused connection") << 0 << ErrorCode::ConnectionRefused << u"yes yes no"_s;
    QTest::newRow("unknown host") << 0 << ErrorCode::HostNotFound << u"yes yes no"_s;
    QTest::newRow("no network") << 0 << ErrorCode::NoNetwork << u"yes no yes"_s;
    QTest::newRow("lost") << 0 << ErrorCode::ConnectionLost << u"yes no yes"_s;
    QTest::newRow("silence") << 0 << ErrorCode::TimedOut << u"yes no yes"_s;
    QTest::newRow("certificate") << 0 << ErrorCode::CertificateRefused << u"no no no"_s;
    QTest::newRow("unreadable") << 200 << ErrorCode::UnreadableAnswer << u"no no yes"_s;
    QTest::newRow("400") << 400 << ErrorCode::RequestRefused << u"no no no"_s;
    QTest::newRow("401") << 401 << ErrorCode::WrongKey << u"no no no"_s;
    QTest::newRow("408") << 408 << ErrorCode::TimedOut << u"yes yes no"_s;
    QTest::newRow("409") << 409 << ErrorCode::Conflict << u"yes yes no"_s;
    QTest::newRow("422") << 422 << ErrorCode::RequestRefused << u"no no no"_s;
    QTest::newRow("429") << 429 << ErrorCode::RateLimited << u"yes yes no"_s;
    QTest::newRow("500") << 500 << ErrorCode::ServerFailed << u"yes no yes"_s;
    QTest::newRow("502") << 502 << ErrorCode::ServerFailed << u"yes no yes"_s;
    QTest::newRow("503") << 503 << ErrorCode::ServerFailed << u"yes yes no"_s;
    QTest::newRow("504") << 504 << ErrorCode::ServerFailed << u"yes no yes"_s;
}

void TestRetryPolicy::decidesAboutRepeating()
{
    QFETCH(const int, status);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, verdict);
    const AttemptOutcome outcome{.error = {code, {}, {}}, .httpStatus = status};
    const auto word = [](bool yes) { return yes ? u"yes"_s : u"no"_s; };
    QCOMPARE(u"%1 %2 %3"_s.arg(word(isRepeatable(outcome, Repeatable::Always)),
                               word(isRepeatable(outcome, Repeatable::WhenNotArrived)), word(mayHaveArrived(outcome))),
             verdict);
    auto overridden = outcome;
    overridden.shouldRetry = false;
    QVERIFY(!isRepeatable(overridden, Repeatable::Always));
    overridden.shouldRetry = true;
    QVERIFY(isRepeatable(overridden, Repeatable::Always));
}

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
