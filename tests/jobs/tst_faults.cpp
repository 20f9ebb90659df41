// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/bench.h"

#include <QSet>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace xs;
using namespace xs::jobs;
using namespace xs::test;

namespace {

/// Everything that can go wrong with one request, drawn from a seed so that a failure can be repeated.
class Weather
{
public:
    Weather(unsigned seed, int percent) : m_random(seed), m_percent(percent) {}

    std::optional<FakeServer::Fault> next(const QString &word)
    {
        if (draw(100) >= m_percent)
            return {};
        using Kind = FakeServer::Fault::Kind;
        const auto when = draw(2) == 0 ? Kind::Instead : Kind::Afterwards;
        const auto kind = draw(9);
        m_seen.insert(u"%1 %2 %3"_s.arg(word).arg(kind).arg(when == Kind::Instead ? u"before"_s : u"after"_s));
        switch (kind) {
        case 0: // late, but whole
            return FakeServer::Fault{Kind::Late, {.delay = std::chrono::seconds(1 + draw(45)), .pieces = 1 + draw(6)}};
        case 1: // dropped before or after the body
            return FakeServer::Fault{when, FakeAnswer::broken(QNetworkReply::RemoteHostClosedError)};
        case 2:
            return FakeServer::Fault{Kind::Instead, FakeAnswer::broken(QNetworkReply::ConnectionRefusedError)};
        case 3: { // a gateway's word; what it had passed on is not known
            constexpr std::array statuses{500, 502, 504};
            return FakeServer::Fault{when, {.status = statuses[draw(3)], .body = "<html>Bad gateway</html>"}};
        }
        case 4: { // refused before anything was done
            constexpr std::array statuses{408, 429, 503};
            auto refusal = instead(statuses[draw(3)], draw(2) == 0 ? QByteArray() : QByteArray::number(1 + draw(20)));
            return refusal;
        }
        case 5: // cut off in the middle
            return FakeServer::Fault{Kind::Afterwards, {.status = 200, .body = "[1, 2"}};
        case 6: // no JSON at all, with a good status
            return FakeServer::Fault{when, {.status = 200, .body = "<html>Please log in</html>"}};
        case 7: // silence
            return FakeServer::Fault{when, {.hangs = true}};
        default: // the answer to an earlier request of the same kind once more
            return FakeServer::Fault{Kind::Duplicate, {}};
        }
    }

    /// Which faults met which requests.
    const QSet<QString> &seen() const { return m_seen; }

private:
    int draw(int below) { return static_cast<int>(m_random() % static_cast<unsigned>(below)); }

    std::mt19937 m_random;
    int m_percent;
    QSet<QString> m_seen;
};

} // namespace

/// A batch in bad weather: no job is lost, none is made twice, and the budget of requests is kept. Everything is
/// counted; the time is the test's own. XS_SEED makes other weather.
class TestFaults : public QObject
{
    Q_OBJECT

private slots:
    void fiveHundredJobs_data();
    void fiveHundredJobs();
};

void TestFaults::fiveHundredJobs_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<int>("percent");
    QTest::addColumn<int>("perMinute");
    QTest::addColumn<bool>("restarts");
    QTest::newRow("a tenth fails") << 1U << 10 << 60 << false;
    QTest::newRow("a third fails") << 2U << 33 << 60 << false;
    QTest::newRow("free plan") << 3U << 20 << 20 << false;
    QTest::newRow("with restarts") << 4U << 20 << 120 << true;
}

void TestFaults::fiveHundredJobs()
{
    QFETCH(const unsigned, seed);
    QFETCH(const int, percent);
    QFETCH(const int, perMinute);
    QFETCH(const bool, restarts);
    constexpr int count = 500;
    Bench bench;
    Weather weather(seed + static_cast<unsigned>(qEnvironmentVariableIntValue("XS_SEED")), percent);
    bench.connection->requestsPerMinute = perMinute;
    // Patience for a server that fails one request in three: six attempts are not enough for every one of 500.
    bench.setAttempts(40);
    std::vector<QDateTime> moments;
    bench.server.fault = [&](const QString &word, const FakeRequest &) {
        moments.push_back(bench.time.now());
        return weather.next(word);
    };
    const auto ids = bench.add(count);
    QCOMPARE(ids.size(), std::size_t(count));
    if (restarts)
        for (int over = 50; over < count; over += 50) {
            QVERIFY(bench.time.runUntil([&] { return bench.queue->unfinished() <= count - over; }));
            bench.restart();
            bench.manager.underWay = 0;
        }
    QVERIFY(bench.finish());

    // Every job is here and done, each with a server job of its own that was made from its own document.
    QVERIFY(bench.queue->ids() == ids);
    QSet<QString> remote;
    for (const auto &id : ids) {
        const auto &job = bench.job(id);
        QVERIFY2(job.phase == Phase::Completed, qPrintable(phaseName(job.phase) + u' ' + job.error.detail));
        const auto answer = bench.queue->answer(id);
        QVERIFY(answer);
        QCOMPARE(toQString(member(*answer, "id")), job.remoteId.text());
        QCOMPARE(toQString(member(*answer, "file_input")), job.fileId.text());
        QCOMPARE(bench.server.nameOfFile(job.fileId.text()), job.document.name);
        remote.insert(job.remoteId.text());
    }
    QCOMPARE(remote.size(), count);
    // None was made twice.
    QCOMPARE(bench.server.jobCount(), count);
    // Never more requests than the budget within any minute.
    const auto budget = static_cast<std::size_t>(perMinute);
    for (auto i = budget; i < moments.size(); ++i)
        QVERIFY(moments[i - budget].msecsTo(moments[i]) >= 60'000 || restarts);
    // And not many more than the work needs: upload, create and last read of each job, their repeats and look-ups,
    // and the list calls in between.
    const auto perJob = static_cast<double>(moments.size()) / count;
    qInfo("%d jobs, %d %% faults of %d kinds: %zu requests, %.2f a job", count, percent,
          static_cast<int>(weather.seen().size()), moments.size(), perJob);
    QVERIFY2(perJob < 3.0 * 100 / (100 - percent) * 1.9, qPrintable(QString::number(perJob)));
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
