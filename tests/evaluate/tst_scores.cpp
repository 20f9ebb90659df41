// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluate/report.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::evaluate;

namespace {

ComparedCell cell(const QString &field, Difference difference, std::optional<double> score)
{
    ComparedCell made;
    made.path = u'/' + field;
    made.field = field;
    if (difference != Difference::Extra)
        made.reference = 1;
    if (difference != Difference::Missing)
        made.value = difference == Difference::Changed ? 2 : 1;
    made.score = score;
    made.difference = difference;
    return made;
}

std::vector<ComparedCell> times(int count, const ComparedCell &one)
{
    return std::vector<ComparedCell>(static_cast<std::size_t>(count), one);
}

void append(std::vector<ComparedCell> &cells, const std::vector<ComparedCell> &more)
{
    cells.insert(cells.end(), more.begin(), more.end());
}

} // namespace

class TestScores : public QObject
{
    Q_OBJECT

private slots:
    void figuresOfAField();
    void nothingToCompare();
    void wilson();
    void theThresholdTable();
    void calibration();
    void outermostBinsTakeTheirEdges();
    void report();
};

void TestScores::figuresOfAField()
{
    std::vector<ComparedCell> cells;
    append(cells, times(6, cell(u"a"_s, Difference::Same, 0.9)));
    append(cells, times(1, cell(u"a"_s, Difference::Changed, 0.9)));
    append(cells, times(2, cell(u"a"_s, Difference::Missing, {})));
    append(cells, times(1, cell(u"b"_s, Difference::Extra, 0.2)));
    const auto fields = scoreByField(cells);
    QCOMPARE(fields.size(), size_t(2));
    const auto &a = fields.front().tally;
    QCOMPARE(a.values(), 9);
    QCOMPARE(a.right(), 6);
    QCOMPARE(a.precision(), 6.0 / 7);
    QCOMPARE(a.recall(), 6.0 / 9);
    QCOMPARE(a.f1(), 2 * (6.0 / 7) * (6.0 / 9) / (6.0 / 7 + 6.0 / 9));
    QCOMPARE(fields.back().tally.f1(), 0.0);
    QCOMPARE(fields.back().tally.precision(), 0.0);
    QCOMPARE(fields.back().tally.recall(), 1.0);
}

void TestScores::nothingToCompare()
{
    QCOMPARE(Tally().accuracy(), 1.0);
    QCOMPARE(atThreshold({}, 0.5).reviewedPercent(), 0);
    QCOMPARE(reliability({}).calibrationError(), 0.0);
}

/// Against the figures that the formula gives by hand: 8 of 10 lie in 0.490 … 0.943.
void TestScores::wilson()
{
    const auto [low, high] = wilsonInterval(8, 10);
    QVERIFY(std::abs(low - 0.4902) < 1e-4);
    QVERIFY(std::abs(high - 0.9433) < 1e-4);
    QCOMPARE(wilsonInterval(0, 0), std::pair(0.0, 1.0));
    QVERIFY(wilsonInterval(31, 31).first < 0.9);
}

/// The evaluation of the window's specification: 310 values, 19 wrong, 43 to review at 0.85, 2 slip.
void TestScores::theThresholdTable()
{
    std::vector<ComparedCell> cells;
    const auto stretch = [&cells](int right, int wrong, double score) {
        append(cells, times(right, cell(u"f"_s, Difference::Same, score)));
        append(cells, times(wrong, cell(u"f"_s, Difference::Changed, score)));
    };
    stretch(3, 4, 0.4);
    stretch(7, 5, 0.6);
    stretch(16, 5, 0.75);
    stretch(60, 1, 0.9);
    stretch(205, 1, 0.97);
    append(cells, times(3, cell(u"f"_s, Difference::Missing, {})));
    const auto effect = atThreshold(cells, 0.85);
    QCOMPARE(effect, (ThresholdEffect{0.85, 310, 43, 19, 2}));
    QCOMPARE(effect.reviewedPercent(), 14);
    const auto table = reliability(cells);
    QList<std::pair<int, int>> bins;
    for (const auto &bin : table.bins)
        bins << std::pair(bin.values, bin.wrong());
    QCOMPARE(bins, (QList<std::pair<int, int>>{{7, 4}, {12, 5}, {21, 5}, {61, 1}, {206, 1}}));
    QCOMPARE(table.unscored, 3);
    QCOMPARE(table.values(), 310);
    QCOMPARE(table.wrong(), 19);
}

void TestScores::calibration()
{
    std::vector<ComparedCell> cells;
    append(cells, times(8, cell(u"f"_s, Difference::Same, 0.9)));
    append(cells, times(2, cell(u"f"_s, Difference::Changed, 0.9)));
    append(cells, times(10, cell(u"f"_s, Difference::Changed, 0.2)));
    append(cells, times(5, cell(u"f"_s, Difference::Missing, {})));
    // (10 · |0.8 − 0.9| + 10 · |0 − 0.2|) / 20; values without a score say nothing about calibration.
    QVERIFY(std::abs(reliability(cells).calibrationError() - 0.15) < 1e-12);
}

void TestScores::outermostBinsTakeTheirEdges()
{
    const auto table = reliability({cell(u"f"_s, Difference::Same, 0.0), cell(u"f"_s, Difference::Same, 1.0),
                                    cell(u"f"_s, Difference::Same, 0.85)});
    QCOMPARE(table.bins.front().values, 1);
    QCOMPARE(table.bins.back().values, 1);
    QCOMPARE(table.bins[3].values, 1);
    QCOMPARE(table.bins[3].from, 0.85);
}

void TestScores::report()
{
    const std::vector<ComparedDocument> documents{
        {u"1"_s, u"a.pdf"_s, {cell(u"f"_s, Difference::Same, 0.9), cell(u"g"_s, Difference::Changed, 0.95)}},
        {u"2"_s, u"b.pdf"_s, {cell(u"f"_s, Difference::Missing, {})}}};
    const auto json = reportJson(documents, 0.85);
    QCOMPARE(json["all"]["values"], Json(3));
    QCOMPARE(json["fields"].size(), size_t(2));
    QCOMPARE(json["differences"].size(), size_t(2));
    QCOMPARE(json["differences"][0]["document"], Json("a.pdf"));
    QCOMPARE(json["threshold"]["errors_that_slip"], Json(1));
    QVERIFY(json["differences"][1]["confidence"].is_null());
}

QTEST_MAIN(TestScores)
#include "tst_scores.moc"
