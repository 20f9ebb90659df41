// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/carryover.h"
#include "review/placejson.h"
#include "review/resultbuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::review;
using tests::resultOf;

namespace {

Decision corrected(Json value)
{
    return {Verdict::Corrected, std::move(value), {}, {}};
}

Decision verdict(Verdict verdict)
{
    return {verdict, {}, {}, {}};
}

} // namespace

class TestDecision : public QObject
{
    Q_OBJECT

private slots:
    void decisionsLieOverTheResult();
    void correctedValuesHaveNoScore();
    void namesAreReadBack();
    void placesAreReadBack();
    void carriedOver_data();
    void carriedOver();
    void carriedOverFollowsRows();
};

void TestDecision::decisionsLieOverTheResult()
{
    const auto result = resultOf(parseJson(R"({"a":1,"rows":[{"b":"x"},{"b":"y"}],"c":true,"d":"z"})").value());
    const auto counting = decided(result, Decisions{{u"/a"_s, corrected(2)},
                                                    {u"/rows/1/b"_s, verdict(Verdict::Absent)},
                                                    {u"/c"_s, verdict(Verdict::Confirmed)},
                                                    {u"/d"_s, verdict(Verdict::Rejected)},
                                                    {u"/gone"_s, corrected(7)},
                                                    {u""_s, verdict(Verdict::Confirmed)}});
    QCOMPARE(toBytes(domain::plainResult(counting)), R"({"a":2,"rows":[{"b":"x"},{"b":null}],"c":true,"d":null})");
    // What the engine said is still there.
    QCOMPARE(toBytes(domain::plainResult(result)), R"({"a":1,"rows":[{"b":"x"},{"b":"y"}],"c":true,"d":"z"})");
}

void TestDecision::correctedValuesHaveNoScore()
{
    const auto value = resultOf(Json("13"), 0.4);
    auto decision = corrected("18");
    const auto typed = decided(value, decision);
    QVERIFY(!typed.evidence->confidence);
    QCOMPARE(typed.evidence->citations, value.evidence->citations);
    decision.place = domain::Citation{2, u"18"_s, {QRectF(1, 2, 3, 4)}, domain::PageSize(100, 200)};
    QCOMPARE(decided(value, decision).evidence->citations, (std::vector{*decision.place}));
    QVERIFY(!decided(value, verdict(Verdict::Absent)).evidence);
    QCOMPARE(decided(value, verdict(Verdict::Doubtful)), value);
}

void TestDecision::namesAreReadBack()
{
    for (const auto verdict :
         {Verdict::None, Verdict::Confirmed, Verdict::Corrected, Verdict::Absent, Verdict::Doubtful, Verdict::Rejected})
        QCOMPARE(verdictFromName(verdictName(verdict)), verdict);
    QVERIFY(!verdictFromName(u"Blessed"));
}

void TestDecision::placesAreReadBack()
{
    const domain::Citation place{3, u"“a”"_s, {QRectF(0.25, 1, 2, 3), QRectF(4, 5, 6, 7)}, domain::PageSize(595, 842)};
    QCOMPARE(placeFromJson(toJson(place)), std::optional(place));
    QVERIFY(toJson(std::nullopt).is_null());
    QVERIFY(!placeFromJson(Json()));
    QVERIFY(!placeFromJson(parseJson(R"(["page"])").value()));
    const auto partly = placeFromJson(parseJson(R"({"page":1,"boxes":[[1,2],"x",[1,2,3,4]],"page_size":[1]})").value());
    QCOMPARE(partly->boxes.size(), size_t(1));
    QVERIFY(!partly->pageSize);
}

void TestDecision::carriedOver_data()
{
    QTest::addColumn<int>("made");
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<int>("kept");
    const auto row = [](const char *name, Verdict made, const char *now, Verdict kept) {
        QTest::newRow(name) << int(made) << QByteArray(now) << int(kept);
    };
    row("correction stays", Verdict::Corrected, R"("old")", Verdict::Corrected);
    row("correction stays over another mistake", Verdict::Corrected, R"("worse")", Verdict::Corrected);
    row("correction that the engine makes now", Verdict::Corrected, R"("right")", Verdict::Confirmed);
    row("confirmation of the same value", Verdict::Confirmed, R"("old")", Verdict::Confirmed);
    row("confirmation of another value", Verdict::Confirmed, R"("new")", Verdict::None);
    row("absent stays", Verdict::Absent, R"("old")", Verdict::Absent);
    row("absent that the engine says now", Verdict::Absent, "null", Verdict::Confirmed);
    row("rejection of the same value", Verdict::Rejected, R"("old")", Verdict::Rejected);
    row("rejection of another value", Verdict::Rejected, R"("new")", Verdict::None);
    row("doubt about another value", Verdict::Doubtful, R"("new")", Verdict::None);
}

void TestDecision::carriedOver()
{
    QFETCH(int, made);
    QFETCH(QByteArray, now);
    Decision decision = verdict(static_cast<Verdict>(made));
    if (decision.verdict == Verdict::Corrected)
        decision.value = "right";
    const auto before = resultOf(parseJson(R"({"f":"old"})").value());
    auto object = Json::object();
    object["f"] = parseJson(now).value();
    const auto kept = review::carriedOver(before, {{u"/f"_s, decision}}, resultOf(object));
    const auto found = kept.find(u"/f"_s);
    QTEST(int(found == kept.end() ? Verdict::None : found->second.verdict), "kept");
}

void TestDecision::carriedOverFollowsRows()
{
    const auto before = resultOf(parseJson(R"({"no":"7","lines":[{"d":"x","n":1},{"d":"y","n":2}]})").value());
    const auto after =
        resultOf(parseJson(R"({"number":"7","lines":[{"d":"w","n":0},{"d":"x","n":1},{"d":"y","n":2}]})").value());
    const auto kept =
        review::carriedOver(before, {{u"/lines/1/n"_s, corrected(5)}, {u"/no"_s, verdict(Verdict::Confirmed)}}, after);
    QCOMPARE(kept.size(), size_t(2));
    QCOMPARE(kept.at(u"/lines/2/n"_s).value, Json(5));
    QCOMPARE(kept.at(u"/number"_s).verdict, Verdict::Confirmed);
}

QTEST_GUILESS_MAIN(TestDecision)
#include "tst_decision.moc"
