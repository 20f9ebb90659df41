// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extracted.h"
#include "engine/tables/tablegrid.h"

#include <QTest>

using namespace xs;
using tests::addRow;
using tests::rowsOf;
using namespace Qt::StringLiterals;

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
    void mergedCellsAreForAllTheirRows();
    void twoNamesShareTheFirstColumn();
    void marksOfNotesStandApart();
    void anotherHeadEndsTheRows();
    void oddPagesAreReadOrLeft_data();
    void oddPagesAreReadOrLeft();
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
    pages.text(50, 142, u"Southern region — 38.2%"_s);
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

void TestGrids::mergedCellsAreForAllTheirRows()
{
    tests::BuiltPages pages;
    pages.page();
    addRow(pages, 86, {{50, u"District"_s}, {200, u"School"_s}, {350, u"Pupils"_s}});
    const QStringList schools{u"Mill Lane"_s, u"Old Dyke"_s, u"North Sea"_s, u"Market"_s, u"Hansa"_s};
    for (int i = 0; i < int(schools.size()); ++i)
        addRow(pages, 100 + 16 * i, {{200, schools[i]}, {350, u"%1"_s.arg(120 + i)}});
    pages.text(50, 116, u"District North"_s).text(50, 156, u"District South"_s);
    const auto rows =
        rowsOf(pages, R"({"district":{"type":"string"},"school":{"type":"string"},"pupils":{"type":"integer"}})");
    QCOMPARE(rows.size(), 5U);
    for (int i = 0; i < 5; ++i) {
        QVERIFY(rows[i]["district"] == Json(i < 3 ? "District North" : "District South"));
        QVERIFY(rows[i]["pupils"] == Json(120 + i));
    }
}

void TestGrids::twoNamesShareTheFirstColumn()
{
    tests::BuiltPages pages;
    pages.page();
    addRow(pages, 72, {{50, u"Region and crop"_s}, {250, u"Area"_s}, {350, u"Yield"_s}});
    pages.text(50, 90, u"North"_s);
    addRow(pages, 104, {{60, u"Soft wheat"_s}, {250, u"18.4"_s}, {350, u"5.2"_s}});
    addRow(pages, 118, {{60, u"Barley"_s}, {250, u"44.0"_s}, {350, u"4.3"_s}});
    pages.text(50, 132, u"South"_s);
    addRow(pages, 146, {{60, u"Barley"_s}, {250, u"87.6"_s}, {350, u"3.0"_s}});
    const auto rows = rowsOf(pages, R"({"region":{"type":"string","description":"Region of the crop"},
      "crop":{"type":"string"},"area":{"type":"number"},"yield":{"type":"number"}})");
    QCOMPARE(rows.size(), 3U);
    QVERIFY(rows[1]["region"] == Json("North") && rows[1]["crop"] == Json("Barley"));
    QVERIFY(rows[2]["region"] == Json("South") && rows[2]["area"] == Json(87.6));
}

void TestGrids::marksOfNotesStandApart()
{
    tests::BuiltPages pages;
    pages.page();
    addRow(pages, 86, {{50, u"Security"_s}, {250, u"Shares"_s}, {350, u"Value"_s}});
    addRow(pages, 100, {{50, u"Arbor Corp."_s}, {250, u"14,200"_s}, {350, u"1,877.6"_s}});
    addRow(pages, 114, {{50, u"Bright Inc. (a)"_s}, {250, u"30,500"_s}, {350, u"1,256.8"_s}});
    addRow(pages, 128, {{50, u"Castle PLC"_s}, {250, u"8,800"_s}, {350, u"702.9"_s}});
    pages.text(30, 170, u"(a) Security on loan, in whole or in part."_s);
    const auto rows =
        rowsOf(pages, R"({"security":{"type":"string"},"shares":{"type":"integer"},"value":{"type":"number"},
      "footnote":{"type":"string","description":"Letter of the footnote"}})");
    QCOMPARE(rows.size(), 3U);
    QVERIFY(rows[1]["security"] == Json("Bright Inc."));
    QVERIFY(rows[1]["footnote"] == Json("a"));
    QVERIFY(rows[0]["footnote"].is_null());
}

void TestGrids::anotherHeadEndsTheRows()
{
    tests::BuiltPages pages;
    pages.page();
    addRow(pages, 86, {{50, u"Segment"_s}, {250, u"Revenue"_s}, {350, u"Profit"_s}});
    addRow(pages, 100, {{50, u"Drives"_s}, {250, u"52,108"_s}, {350, u"4,690"_s}});
    addRow(pages, 114, {{50, u"Sensors"_s}, {250, u"24,880"_s}, {350, u"1,566"_s}});
    addRow(pages, 142, {{50, u"in thousands"_s}, {250, u"Q3 2025"_s}, {350, u"Q3 2024"_s}});
    addRow(pages, 156, {{50, u"Cost of sales"_s}, {250, u"39,870"_s}, {350, u"43,221"_s}});
    addRow(pages, 170, {{50, u"Taxes"_s}, {250, u"1,421"_s}, {350, u"2,377"_s}});
    const auto rows =
        rowsOf(pages, R"({"segment":{"type":"string"},"revenue":{"type":"integer"},"profit":{"type":"integer"}})");
    QCOMPARE(rows.size(), 2U);
    QVERIFY(rows[1]["segment"] == Json("Sensors"));
}

namespace {

/// Words of any box on pages of any size.
class OddPages final : public document::PageSource
{
public:
    OddPages(domain::PageSize size, std::vector<document::Word> words) : m_size(size), m_words(std::move(words)) {}

    int pageCount() const override { return 2; }
    domain::PageSize pageSize(int) const override { return m_size; }
    std::vector<document::Word> words(int) const override { return m_words; }
    QImage render(int, int, const domain::PageRect &) const override { return {}; }

private:
    domain::PageSize m_size;
    std::vector<document::Word> m_words;
};

/// A table of four columns, a head of periods and running text in two columns, set by `place`.
template <typename Place>
std::vector<document::Word> wordsAt(Place place, const QStringList &words)
{
    std::vector<document::Word> result;
    for (int row = 0; row < 24; ++row)
        for (int column = 0; column < 8; ++column)
            result.push_back({words[(row * 8 + column) % words.size()], place(row, column), true, 1});
    return result;
}

} // namespace

void TestGrids::oddPagesAreReadOrLeft_data()
{
    QTest::addColumn<domain::PageSize>("size");
    QTest::addColumn<int>("form");
    const QList<domain::PageSize> sizes{{600, 800}, {0, 0}, {1e-9, 800}, {1e7, 1e-3}};
    for (int s = 0; s < int(sizes.size()); ++s)
        for (int form = 0; form < 5; ++form)
            QTest::addRow("size %d, form %d", s, form) << sizes[s] << form;
}

void TestGrids::oddPagesAreReadOrLeft()
{
    QFETCH(domain::PageSize, size);
    QFETCH(int, form);
    const QStringList words{u"المبلغ"_s, u"إجمالي"_s,  u"2024"_s, u"FY24"_s,       u"12,50"_s, u"(a)"_s,
                            u"שם"_s,     u"01.07.–"_s, u"Q3"_s,   u"30.09.2025"_s, u"Area"_s,  u"x"_s};
    const auto place = [form](int row, int column) -> QRectF {
        switch (form) {
        case 0: // from right to left
            return {0.9 - 0.1 * column, 0.02 + 0.04 * row, 0.08, 0.02};
        case 1: // on its side
            return {0.02 + 0.04 * row, 0.9 - 0.1 * column, 0.02, 0.08};
        case 2: // all in one place
            return {0.5, 0.5, 0.1, 0.1};
        case 3: // off the page, or without a size
            return {-5.0 + row, 3.0 * column, row % 2 ? 0.0 : 1e6, column % 2 ? -1.0 : 1e-12};
        default: // each line a little higher
            return {0.02 + 0.12 * column, 0.5 - 0.001 * row + 0.0005 * column, 0.11, 0.02};
        }
    };
    const OddPages pages(size, wordsAt(place, words));
    const QByteArray properties = R"({"name":{"type":"string"},"area_2024":{"type":"number"},
      "total_2023":{"type":"number"},"footnote":{"type":"string","description":"Letter of the footnote"}})";
    const auto rows = rowsOf(pages, properties);
    QVERIFY(rows.is_array() || rows.is_null());
    const auto whole = tests::resultOf(pages, R"({"type":"object","properties":)" + properties + "}");
    QVERIFY(whole.is_object() || whole.is_null());
}

QTEST_GUILESS_MAIN(TestGrids)
#include "tst_grids.moc"
