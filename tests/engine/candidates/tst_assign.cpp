// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/assign.h"
#include "engine/candidates/cite.h"
#include "engine/choice/checks.h"
#include "engine/pagebuilder.h"

#include <QTest>

using namespace xs;
using namespace xs::engine;
using namespace Qt::StringLiterals;

namespace {

Candidate candidateAt(int place, double score, const Json &value = 1)
{
    Candidate candidate;
    candidate.spans = {{place, place + 1}};
    candidate.score = score;
    candidate.value = value;
    return candidate;
}

FieldSpec moneyField(const QString &name)
{
    schema::Field field;
    field.name = name;
    field.type = schema::FieldType::Number;
    return fieldSpec(field, {}, Lexicon::standard());
}

} // namespace

class TestAssign : public QObject
{
    Q_OBJECT

private slots:
    void matchingIsBestOverAll();
    void fieldsDoNotShareAPlace();
    void rivalsWeighLess();
    void weakCandidatesAreNotTaken();
    void sumsThatFitAreMarked();
    void paymentProvesATotal();
    void roundedTotalsArePaid();
    void boxesAreTight();
};

void TestAssign::matchingIsBestOverAll()
{
    // Greedy would take 9 and then 1; the best sum is 8 + 7.
    QCOMPARE(bestMatching({{9, 8}, {7, 1}}), (std::vector<int>{1, 0}));
    QCOMPARE(bestMatching({{-1, 0}, {0, 0}}), (std::vector<int>{-1, -1}));
    QCOMPARE(bestMatching({{1}, {2}, {3}}), (std::vector<int>{-1, -1, 0}));
    // Columns that nobody gains from change no other's number.
    QCOMPARE(bestMatching({{0, 9, -1, 8}, {0, 7, 0, 1}}), (std::vector<int>{3, 1}));
    QCOMPARE(bestMatching({}), std::vector<int>());
    QCOMPARE(bestMatching({{}, {}}), (std::vector<int>{-1, -1}));
}

void TestAssign::fieldsDoNotShareAPlace()
{
    const auto choice =
        assign({{candidateAt(0, 1.0), candidateAt(1, 0.5)}, {candidateAt(0, 1.2), candidateAt(2, -9)}}, 2);
    QCOMPARE(choice[0], std::optional<std::size_t>(1));
    QCOMPARE(choice[1], std::optional<std::size_t>(0));
}

/// What the schema does not ask for takes a place only when its case is far better.
void TestAssign::rivalsWeighLess()
{
    const std::vector<std::vector<Candidate>> candidates{{candidateAt(0, 1.0), candidateAt(1, -1.2)},
                                                         {candidateAt(0, 0.5), candidateAt(2, -9)}};
    QCOMPARE(assign(candidates, 2)[0], std::optional<std::size_t>(1));
    QCOMPARE(assign(candidates, 1)[0], std::optional<std::size_t>(0));
}

void TestAssign::weakCandidatesAreNotTaken()
{
    const auto choice = assign({{candidateAt(0, -8)}, {}}, 2);
    QVERIFY(!choice[0]);
    QVERIFY(!choice[1]);
}

void TestAssign::sumsThatFitAreMarked()
{
    const std::vector<FieldSpec> fields{moneyField(u"net_total"_s), moneyField(u"tax"_s), moneyField(u"total"_s)};
    std::vector<std::vector<Candidate>> candidates{
        {candidateAt(0, 0, 100.0)}, {candidateAt(1, 0, 19.0)}, {candidateAt(2, 0, 119.0), candidateAt(3, 0, 120.0)}};
    for (auto &list : candidates)
        for (auto &candidate : list)
            candidate[Feature::LabelSimilarity] = 0.9;
    const auto text = tests::BuiltPages().page().text(50, 100, u"119.00"_s).read();
    applyChecks(fields, Occurrences(text), {{0, int(text.segments.size())}, 1, 1}, candidates);
    QCOMPARE(candidates[0][0][Feature::CheckHolds], 1.0);
    QVERIFY(candidates[2][0].value == Json(119.0));
    QCOMPARE(candidates[2][0][Feature::CheckHolds], 1.0);
    QCOMPARE(candidates[2][1][Feature::CheckHolds], 0.0);
    QVERIFY(candidates[2][0].score > candidates[2][1].score);
}

/// Payment proves an amount to be the total although nothing says so.
void TestAssign::paymentProvesATotal()
{
    const auto text = tests::BuiltPages()
                          .page()
                          .text(50, 100, u"41.45"_s)
                          .text(50, 120, u"51.50"_s)
                          .text(50, 140, u"10.05"_s)
                          .text(50, 160, u"41.43"_s)
                          .read();
    const std::vector<FieldSpec> fields{moneyField(u"total"_s), moneyField(u"cash"_s), moneyField(u"change"_s)};
    std::vector<std::vector<Candidate>> candidates{{}, {candidateAt(1, 0, 51.5)}, {candidateAt(2, 0, 10.05)}};
    for (auto f : {1, 2}) {
        auto &candidate = candidates[std::size_t(f)][0];
        candidate[Feature::LabelSimilarity] = candidate[Feature::GoodLabel] = candidate[Feature::ExactLabel] = 1;
        candidate[Feature::Quality] = candidate[Feature::LabelEdge] = candidate[Feature::Right] = 1;
    }
    applyChecks(fields, Occurrences(text), {{0, int(text.segments.size())}, 1, 1}, candidates);
    QCOMPARE(candidates[0].size(), 1U);
    QVERIFY(candidates[0][0].value == Json(41.45));
    QCOMPARE(candidates[0][0].spans, (std::vector<Span>{{0, 1}}));
}

/// "Total 60.31, rounding -0.01, 60.30": the last is to be paid.
void TestAssign::roundedTotalsArePaid()
{
    const auto text =
        tests::BuiltPages().page().text(50, 100, u"60.31"_s).text(50, 120, u"-0.01"_s).text(50, 140, u"60.30"_s).read();
    const std::vector<FieldSpec> fields{moneyField(u"total"_s), moneyField(u"rounding"_s)};
    std::vector<std::vector<Candidate>> candidates{{candidateAt(0, 0, 60.31)}, {candidateAt(1, 0, -0.01)}};
    for (auto &list : candidates) {
        list[0][Feature::LabelSimilarity] = list[0][Feature::GoodLabel] = list[0][Feature::ExactLabel] = 1;
        list[0][Feature::Quality] = list[0][Feature::LabelEdge] = list[0][Feature::Right] = 1;
    }
    applyChecks(fields, Occurrences(text), {{0, int(text.segments.size())}, 1, 1}, candidates);
    QCOMPARE(candidates[0].size(), 2U);
    QVERIFY(candidates[0][0].value == Json(60.3));
}

void TestAssign::boxesAreTight()
{
    const auto text =
        tests::BuiltPages().page().text(50, 100, u"Main Street"_s).text(50, 115, u"12 Springfield"_s).read();
    Candidate candidate;
    candidate.value = "Main Street 12 Springfield";
    candidate.spans = {{0, 2}, {2, 4}};
    auto byWords = text;
    byWords.wordBoxes = true;
    QCOMPARE(evidenceOf(byWords, candidate).citations[0].boxes.size(), 4U);
    const auto evidence = evidenceOf(text, candidate);
    QCOMPARE(evidence.citations.size(), 1U);
    const auto &citation = evidence.citations[0];
    QCOMPARE(citation.page, 1);
    QCOMPARE(citation.matchingText, u"Main Street 12 Springfield"_s);
    QCOMPARE(citation.boxes, (std::vector<QRectF>{{50, 100, 63, 10}, {50, 115, 81, 10}}));
    QCOMPARE(citation.pageSize, std::optional<QSizeF>(QSizeF(600, 800)));
    QCOMPARE(*evidence.parsingConfidence, 1.0);
    QVERIFY(*evidence.confidence > 0 && *evidence.confidence <= *evidence.extractionConfidence);
}

QTEST_GUILESS_MAIN(TestAssign)
#include "tst_assign.moc"
