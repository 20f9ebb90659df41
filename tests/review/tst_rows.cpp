// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/rows.h"

#include "review/carryover.h"
#include "review/flatten.h"
#include "review/jsonexport.h"
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

Json json(const char *text)
{
    return parseJson(text).value();
}

Decision plain(Verdict verdict)
{
    return {verdict, {}, {}, {}};
}

Decision added(const char *row)
{
    return {Verdict::Added, json(row), {}, {}};
}

Decision corrected(const Json &value)
{
    return {Verdict::Corrected, value, {}, {}};
}

QByteArray decidedJson(const char *result, const Decisions &decisions)
{
    return toBytes(domain::plainResult(decided(resultOf(json(result)), decisions)));
}

const char *const twoRows = R"({"rows":[{"n":"a","p":1},{"n":"b","p":2}]})";

} // namespace

class TestRows : public QObject
{
    Q_OBJECT

private slots:
    void removedAndAdded();
    void tenthRowComesAfterTheNinth();
    void plainValues();
    void pathsThatAreNoRowsAreIgnored();
    void aListIsFound();
    void emptyRows();
    void exportsLeaveOutAndNumberAnew();
    void carriedToALaterRun();
    void theSessionShowsRowsAndKeepsTheTrail();
};

void TestRows::removedAndAdded()
{
    const Decisions decisions{{u"/rows/0"_s, plain(Verdict::Removed)},
                              {u"/rows/2"_s, added(R"({"n":null,"p":null})")},
                              {u"/rows/2/n"_s, corrected("c")},
                              {u"/rows/1/p"_s, corrected(5)}};
    QCOMPARE(decidedJson(twoRows, decisions), QByteArray(R"({"rows":[{"n":"b","p":5},{"n":"c","p":null}]})"));
    QVERIFY(isRemoved(decisions, u"/rows/0/n"_s));
    QVERIFY(isRemoved(decisions, u"/rows/0"_s));
    QVERIFY(!isRemoved(decisions, u"/rows/1/n"_s));
    QVERIFY(!isRemoved(decisions, u"/rows"_s));
}

void TestRows::tenthRowComesAfterTheNinth()
{
    Decisions decisions;
    for (int i = 0; i < 12; ++i) {
        decisions[u"/r/%1"_s.arg(i)] = added(R"({"i":null})");
        decisions[u"/r/%1/i"_s.arg(i)] = corrected(i);
    }
    QByteArray expected = R"({"r":[)";
    for (int i = 0; i < 12; ++i)
        expected += (i ? "," : "") + QByteArray(R"({"i":)") + QByteArray::number(i) + '}';
    QCOMPARE(decidedJson(R"({"r":[]})", decisions), expected + "]}");
}

void TestRows::plainValues()
{
    const Decisions decisions{{u"/t/1"_s, plain(Verdict::Removed)}, {u"/t/2"_s, corrected("c")}};
    QCOMPARE(decidedJson(R"({"t":["a","b"]})", decisions), QByteArray(R"({"t":["a","c"]})"));
    // A list in a list loses its own rows only.
    QCOMPARE(decidedJson(R"({"t":[["a","b"],["c"]]})", {{u"/t/0/0"_s, plain(Verdict::Removed)}}),
             QByteArray(R"({"t":[["b"],["c"]]})"));
}

void TestRows::pathsThatAreNoRowsAreIgnored()
{
    const Decisions decisions{{u"/none/3"_s, added("{}")},
                              {u"/rows/x"_s, added("{}")},
                              {u"/rows/99999999999"_s, added("{}")},
                              {u"/9"_s, plain(Verdict::Removed)}};
    QCOMPARE(decidedJson(twoRows, decisions), QByteArray(twoRows));
}

void TestRows::aListIsFound()
{
    const auto result = resultOf(json(R"({"a":1,"rows":[{"n":"x"}],"empty":[]})"));
    QCOMPARE(listOf(result, u"/rows/0/n"_s).row, u"/rows/0"_s);
    QCOMPARE(listOf(result, u"/rows"_s).list, u"/rows"_s);
    QVERIFY(listOf(result, u"/rows"_s).row.isEmpty());
    QVERIFY(listOf(result, u"/empty"_s).found);
    QVERIFY(!listOf(result, u"/a"_s).found);
    const auto list = resultOf(json(R"([{"n":1}])"));
    QCOMPARE(listOf(list, u"/0/n"_s).row, u"/0"_s);
    QCOMPARE(listOf(list, u"/0/n"_s).list, QString());
}

void TestRows::emptyRows()
{
    const auto schema = schema::readFields(json(R"({"type":"object","properties":{"rows":{"type":"array","items":
        {"type":"object","properties":{"n":{"type":"string"},"o":{"type":"object","properties":{"x":{"type":"number"}}},
        "l":{"type":"array","items":{"type":"string"}}}}}}})"))
                            .value();
    QCOMPARE(toBytes(emptyRow(&schema.children.front(), {})), QByteArray(R"({"n":null,"o":{"x":null},"l":[]})"));
    QCOMPARE(toBytes(emptyRow(nullptr, resultOf(json(R"([{"a":1,"b":2}])")))), QByteArray(R"({"a":null,"b":null})"));
    QVERIFY(emptyRow(nullptr, resultOf(json(R"(["a"])"))).is_null());
}

void TestRows::exportsLeaveOutAndNumberAnew()
{
    const std::vector<ReviewedDocument> documents{{u"a.pdf"_s,
                                                   resultOf(json(twoRows)),
                                                   {},
                                                   {{u"/rows/0"_s, plain(Verdict::Removed)},
                                                    {u"/rows/2"_s, added(R"({"n":null,"p":null})")},
                                                    {u"/rows/2/n"_s, corrected("c")}},
                                                   {}}};
    const auto tables = flatten(documents);
    const auto &rows = tables.back();
    QCOMPARE(rows.name, u"rows"_s);
    QCOMPARE(rows.rows.size(), size_t(2));
    QCOMPARE(rowNumber(rows.rows[0]), u"1"_s);
    QCOMPARE(rows.rows[0].cells[0].value, Json("b"));
    QCOMPARE(rows.rows[1].cells[0].value, Json("c"));
    QCOMPARE(rows.rows[1].cells[0].verdict, Verdict::Corrected);
    const auto job = parseJson(jobJson(documents.front())).value();
    QCOMPARE(job["extract_result"], json(R"({"rows":[{"n":"b","p":2},{"n":"c","p":null}]})"));
    // The trail tells of both rows.
    QCOMPARE(job["review"].size(), size_t(3));
    QCOMPARE(job["review"][0]["state"], Json("removed"));
    QCOMPARE(job["review"][1]["state"], Json("added"));
}

void TestRows::carriedToALaterRun()
{
    const Decisions decisions{{u"/rows/0"_s, plain(Verdict::Removed)},
                              {u"/rows/2"_s, added(R"({"n":null,"p":null})")},
                              {u"/rows/2/n"_s, corrected("c")},
                              {u"/rows/2/p"_s, corrected(3)}};
    const auto before = resultOf(json(twoRows));
    // The same again, behind a new first row.
    const auto again = resultOf(json(R"({"rows":[{"n":"z","p":9},{"n":"a","p":1},{"n":"b","p":2}]})"));
    auto kept = carriedOver(before, decisions, again);
    QCOMPARE(kept.at(u"/rows/1"_s).verdict, Verdict::Removed);
    QCOMPARE(kept.at(u"/rows/3"_s).verdict, Verdict::Added);
    QCOMPARE(kept.at(u"/rows/3/n"_s).value, Json("c"));
    QCOMPARE(kept.size(), size_t(4));
    // Now the engine has found the row itself, and reads the removed one differently.
    const auto better = resultOf(json(R"({"rows":[{"n":"a","p":7},{"n":"b","p":2},{"n":"c","p":3}]})"));
    kept = carriedOver(before, decisions, better);
    QVERIFY(kept.empty());
}

void TestRows::theSessionShowsRowsAndKeepsTheTrail()
{
    QTemporaryDir folder;
    auto store = ReviewStore::open(folder.filePath(u"reviews.sqlite"_s)).value();
    test::FakeTime clock;
    ReviewSession session(*store, clock, u"ada"_s);
    const LocalJobId job(u"1"_s);
    QVERIFY(session.open(job, resultOf(json(twoRows)), Json()));
    QSignalSpy rows(&session, &ReviewSession::rowsChanged);
    QSignalSpy decided(&session, &ReviewSession::decided);

    QVERIFY(session.decide({{u"/rows/2"_s, added(R"({"n":null,"p":null})")}}));
    QCOMPARE(rows.count(), 1);
    QVERIFY(session.value(u"/rows/2/n"_s));
    QVERIFY(session.decide({{u"/rows/2/n"_s, corrected("c")}}));
    QCOMPARE(rows.count(), 1);

    decided.clear();
    QVERIFY(session.decide({{u"/rows/0"_s, plain(Verdict::Removed)}}));
    QCOMPARE(rows.count(), 1);
    // Its cells are told of, too.
    QCOMPARE(decided.front().front().toStringList(), (QStringList{u"/rows/0"_s, u"/rows/0/n"_s, u"/rows/0/p"_s}));
    QCOMPARE(session.standing(u"/rows/0/n"_s).verdict, Verdict::Removed);
    QCOMPARE(session.standing().at(u"/rows/0/p"_s).verdict, Verdict::Removed);
    QCOMPARE(session.standing(u"/rows/1/n"_s).verdict, Verdict::None);

    // The trail has everything, and another start shows it again.
    QCOMPARE(store->history(job).value().size(), size_t(3));
    QCOMPARE(store->history(job).value().front().decision.verdict, Verdict::Added);
    ReviewSession again(*store, clock, u"ada"_s);
    QVERIFY(again.open(job, resultOf(json(twoRows)), Json()));
    QVERIFY(again.value(u"/rows/2/n"_s));
    QCOMPARE(again.standing(u"/rows/2/n"_s).value, Json("c"));

    // Confirming the document says nothing about what was taken out.
    QVERIFY(again.decide({{QString(), plain(Verdict::Confirmed)}}));
    QCOMPARE(again.standing(u"/rows/0/n"_s).verdict, Verdict::Removed);
    QCOMPARE(again.standing(u"/rows/1/n"_s).verdict, Verdict::Confirmed);

    // Taking the added row back takes its place away.
    QVERIFY(again.decide({{u"/rows/2"_s, Decision()}, {u"/rows/2/n"_s, Decision()}}));
    QVERIFY(!again.value(u"/rows/2/n"_s));
}

QTEST_MAIN(TestRows)
#include "tst_rows.moc"
