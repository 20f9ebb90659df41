// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract.h"
#include "engine/pagebuilder.h"
#include "engine/tables/tablegrid.h"

#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;

namespace {

Json rowsOf(const document::PageSource &pages, const QByteArray &properties)
{
    engine::ExtractRequest request;
    request.dataSchema = *parseJson(R"({"type":"object","properties":)" + properties + "}");
    request.extractionTarget = domain::target::perTableRow.toString();
    const auto extraction = engine::extract(pages, request);
    return extraction ? domain::plainResult(extraction->result) : Json();
}

/// A row with words at given places.
void addRow(tests::BuiltPages &pages, double y, const QList<std::pair<double, QString>> &cells)
{
    for (const auto &[x, words] : cells)
        pages.text(x, y, words);
}

} // namespace

class TestGrids : public QObject
{
    Q_OBJECT

private slots:
    void columnsAreTheGapsThatRowsShare();
    void cellsTellColumnsWithoutAHead();
    void headingsAreForTheRowsBelow();
    void namesAreParted();
    void rangesHaveTwoEnds();
    void bracketsAreNegative();
    void wordsForNothingAreNull();
};

void TestGrids::columnsAreTheGapsThatRowsShare()
{
    tests::BuiltPages pages;
    pages.page();
    for (int i = 0; i < 5; ++i)
        addRow(pages, 100 + 14 * i,
               {{50, u"Item number %1"_s.arg(i)}, {250, u"%1"_s.arg(10 + i)}, {400, u"%1.50"_s.arg(i)}});
    const auto text = pages.read();
    const auto grids = engine::findGrids(text, {0, int(text.segments.size())});
    QCOMPARE(grids.size(), 1U);
    QCOMPARE(grids.front().columns(), 3);
    QCOMPARE(grids.front().body.size(), 5);
}

void TestGrids::cellsTellColumnsWithoutAHead()
{
    tests::BuiltPages pages;
    pages.page();
    addRow(pages, 100, {{50, u"Sodium"_s}, {250, u"138"_s}, {330, u"mmol/L"_s}});
    addRow(pages, 114, {{50, u"Potassium"_s}, {250, u"3.4"_s}, {300, u"L"_s}, {330, u"mmol/L"_s}});
    addRow(pages, 128, {{50, u"Creatinine"_s}, {250, u"71"_s}, {330, u"umol/L"_s}});
    const auto rows = rowsOf(pages, R"({"test":{"type":"string"},"result":{"type":"number"},
      "flag":{"anyOf":[{"type":"string","enum":["H","L"]},{"type":"null"}]},"unit":{"type":"string"}})");
    QCOMPARE(rows.size(), 3U);
    QCOMPARE(rows[1].dump(), parseJson(R"({"test":"Potassium","result":3.4,"flag":"L","unit":"mmol/L"})")->dump());
    QVERIFY(rows[2]["flag"].is_null());
}

void TestGrids::headingsAreForTheRowsBelow()
{
    tests::BuiltPages pages;
    pages.page();
    addRow(pages, 86, {{60, u"County"_s}, {250, u"Households"_s}, {350, u"Change"_s}});
    pages.text(50, 100, u"Northern region"_s);
    addRow(pages, 114, {{60, u"Alder"_s}, {250, u"1,204"_s}, {350, u"1.5"_s}});
    addRow(pages, 128, {{60, u"Birch"_s}, {250, u"988"_s}, {350, u"2.5"_s}});
    pages.text(50, 142, u"Southern region"_s);
    addRow(pages, 156, {{60, u"Dale"_s}, {250, u"455"_s}, {350, u"0.5"_s}});
    const auto rows = rowsOf(pages, R"({"region":{"type":"string","description":"Heading above the counties"},
      "county":{"type":"string"},"households":{"type":"integer"},"change":{"type":"number"}})");
    QCOMPARE(rows.size(), 3U);
    QVERIFY(rows[1]["region"] == Json("Northern region"));
    QVERIFY(rows[1]["county"] == Json("Birch"));
    QVERIFY(rows[2]["region"] == Json("Southern region"));
}

void TestGrids::namesAreParted()
{
    tests::BuiltPages pages;
    pages.page();
    addRow(pages, 86, {{50, u"Name"_s}, {250, u"Group"_s}});
    addRow(pages, 100, {{50, u"SILVA Ana"_s}, {250, u"GRN"_s}});
    addRow(pages, 114, {{50, u"DE BOER Jan"_s}, {250, u"NI"_s}});
    addRow(pages, 128, {{50, u"TAMM Olga"_s}, {250, u"SDA"_s}});
    const auto rows =
        rowsOf(pages, R"({"last_name":{"type":"string"},"first_name":{"type":"string"},"group":{"type":"string"}})");
    QCOMPARE(rows.size(), 3U);
    QCOMPARE(rows[1].dump(), parseJson(R"({"last_name":"DE BOER","first_name":"Jan","group":"NI"})")->dump());
}

void TestGrids::rangesHaveTwoEnds()
{
    tests::BuiltPages pages;
    pages.page();
    addRow(pages, 86, {{50, u"Test"_s}, {250, u"Result"_s}, {350, u"Range"_s}});
    addRow(pages, 100, {{50, u"Sodium"_s}, {250, u"138"_s}, {350, u"(133 – 146)"_s}});
    addRow(pages, 114, {{50, u"Potassium"_s}, {250, u"3.4"_s}, {350, u"(3.5 – 5.3)"_s}});
    addRow(pages, 128, {{50, u"Protein"_s}, {250, u"38"_s}, {350, u"(< 5)"_s}});
    const auto rows = rowsOf(pages, R"({"test":{"type":"string"},"result":{"type":"number"},
      "range_low":{"type":"number"},"range_high":{"type":"number"}})");
    QCOMPARE(rows.size(), 3U);
    QVERIFY(rows[1]["range_low"] == Json(3.5) && rows[1]["range_high"] == Json(5.3));
    QVERIFY(rows[2]["range_low"].is_null() && rows[2]["range_high"] == Json(5));
}

void TestGrids::bracketsAreNegative()
{
    tests::BuiltPages pages;
    pages.page();
    addRow(pages, 86, {{50, u"Account"_s}, {250, u"Amount"_s}});
    addRow(pages, 100, {{50, u"Sales"_s}, {250, u"1,204"_s}});
    addRow(pages, 114, {{50, u"Cost"_s}, {250, u"(935)"_s}});
    const auto rows = rowsOf(pages, R"({"account":{"type":"string"},"amount":{"type":"number"}})");
    QCOMPARE(rows.size(), 2U);
    QVERIFY(rows[1]["amount"] == Json(-935));
}

void TestGrids::wordsForNothingAreNull()
{
    tests::BuiltPages pages;
    pages.page();
    addRow(pages, 86, {{50, u"Name"_s}, {250, u"Seed"_s}, {350, u"Lane"_s}});
    addRow(pages, 100, {{50, u"Brandt"_s}, {250, u"1:02.07"_s}, {350, u"4"_s}});
    addRow(pages, 114, {{50, u"Tanaka"_s}, {250, u"NT"_s}, {350, u"5"_s}});
    const auto rows = rowsOf(pages, R"({"name":{"type":"string"},"lane":{"type":"integer"},
      "seed":{"type":"string","description":"Seed time as printed, null for NT"}})");
    QCOMPARE(rows.size(), 2U);
    QVERIFY(rows[0]["seed"] == Json("1:02.07"));
    QVERIFY(rows[1]["seed"].is_null());
}

QTEST_GUILESS_MAIN(TestGrids)
#include "tst_grids.moc"
