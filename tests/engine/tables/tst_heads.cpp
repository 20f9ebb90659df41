// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extracted.h"
#include "engine/pagebuilder.h"

#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;

/// Which words of a head are columns, and which columns take a field by other means than its name.
class TestHeads : public QObject
{
    Q_OBJECT

private slots:
    void oneNameIsOneColumn();
    void headsThatTouchAreColumnsByTheirCells();
    void abbreviationsNameColumns();
    void whatIsLeftIsEachOthers();
    void marginsStandBesideHeads();
    void uprightTextIsInNoRow();
    void descriptionsNameHeadings();
    void enumsAreHeadings();
    void theSecondLineMayBeLeftOut();
    void percentagesAreRates();
    void daysAreAsPrinted();
    void rowsAreThoseOfOneList();
    void taxesAreToldByTheirProducts();
};

void TestHeads::oneNameIsOneColumn()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"Code"_s).text(110, 100, u"Label of the act"_s).endAt(536, 100, u"Amount"_s);
    const QStringList acts{u"Complete survey of a roof"_s, u"Short visit"_s, u"Complete cleaning"_s};
    for (int i = 0; i < 3; ++i)
        pages.text(50, 120 + 14 * i, u"90%1"_s.arg(10 + i))
            .text(110, 120 + 14 * i, acts[i])
            .endAt(536, 120 + 14 * i, u"%1.50"_s.arg(i + 4));
    const auto lines = tests::linesOf(pages, R"("act_code":{"type":"string","description":"Code of the act"},
        "label":{"type":"string","description":"Label"},"amount":{"type":"number"})");
    QCOMPARE(lines.size(), 3U);
    QCOMPARE(lines[0]["act_code"], Json("9010"));
    QCOMPARE(lines[0]["label"], Json("Complete survey of a roof"));
    QCOMPARE(lines[2]["amount"], Json(6.5));
}

void TestHeads::headsThatTouchAreColumnsByTheirCells()
{
    tests::BuiltPages pages;
    // The heads of amount and rate stand a blank apart; the schema does not ask for the rate.
    pages.page().text(50, 100, u"Description"_s).endAt(430, 100, u"Price"_s).text(480, 100, u"Amount VAT"_s);
    const QStringList names{u"Copper pipe"_s, u"Garden hose"_s, u"Brass tap"_s, u"Wall plug"_s};
    for (int i = 0; i < 4; ++i)
        pages.text(50, 120 + 14 * i, names[i])
            .endAt(430, 120 + 14 * i, u"%1.00"_s.arg(i + 3))
            .endAt(514, 120 + 14 * i, u"%1.00"_s.arg(10 * i + 30))
            .endAt(537, 120 + 14 * i, u"10"_s);
    const auto lines = tests::linesOf(
        pages, R"("description":{"type":"string"},"price":{"type":"number"},"amount":{"type":"number"})");
    QCOMPARE(lines.size(), 4U);
    QCOMPARE(lines[1]["price"], Json(4));
    QCOMPARE(lines[1]["amount"], Json(40));
}

void TestHeads::abbreviationsNameColumns()
{
    tests::BuiltPages pages;
    pages.page()
        .text(50, 100, u"Trip"_s)
        .text(300, 100, u"Coef."_s)
        .text(360, 100, u"Ldm"_s)
        .endAt(536, 100, u"Amount"_s);
    for (int i = 0; i < 3; ++i)
        pages.text(50, 120 + 14 * i, u"Utrecht and back"_s)
            .endAt(330, 120 + 14 * i, u"%1.5"_s.arg(i + 1))
            .endAt(378, 120 + 14 * i, u"%1.2"_s.arg(i + 6))
            .endAt(536, 120 + 14 * i, u"%1.00"_s.arg(10 * i + 30));
    const auto lines = tests::linesOf(pages, R"("trip":{"type":"string"},"laadmeters":{"type":"number"},
        "coefficient":{"type":"number"},"amount":{"type":"number"})");
    QCOMPARE(lines.size(), 3U);
    QCOMPARE(lines[0]["laadmeters"], Json(6.2));
    QCOMPARE(lines[0]["coefficient"], Json(1.5));
}

void TestHeads::whatIsLeftIsEachOthers()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"Date"_s).text(130, 100, u"Work done"_s).endAt(430, 100, u"Hours"_s);
    for (int i = 0; i < 3; ++i)
        pages.text(50, 120 + 14 * i, u"0%1/02/2025"_s.arg(i + 3))
            .text(130, 120 + 14 * i, u"Attending by telephone"_s)
            .endAt(430, 120 + 14 * i, u"%1.4"_s.arg(i));
    const auto lines = tests::linesOf(pages, R"("date":{"type":"string","format":"date"},
        "narrative":{"type":"string"},"hours":{"type":"number"})");
    QCOMPARE(lines.size(), 3U);
    QCOMPARE(lines[0]["narrative"], Json("Attending by telephone"));
}

void TestHeads::marginsStandBesideHeads()
{
    tests::BuiltPages pages;
    pages.page().text(30, 100, u"06 21 44 09 87"_s);
    pages.text(180, 100, u"Description"_s).endAt(400, 100, u"Hours"_s).endAt(536, 100, u"Amount"_s);
    for (int i = 0; i < 3; ++i)
        pages.text(180, 120 + 14 * i, u"Final editing"_s)
            .endAt(400, 120 + 14 * i, u"%1.5"_s.arg(i + 3))
            .endAt(536, 120 + 14 * i, u"%1.00"_s.arg(10 * i + 30));
    const auto lines = tests::linesOf(
        pages, R"("description":{"type":"string"},"hours":{"type":"number"},"amount":{"type":"number"})");
    QCOMPARE(lines.size(), 3U);
    QCOMPARE(lines[0]["description"], Json("Final editing"));
    QCOMPARE(lines[0]["hours"], Json(3.5));
}

void TestHeads::uprightTextIsInNoRow()
{
    tests::BuiltPages pages;
    pages.page().upright(30, 400, u"Registered in the book of traders on leaf 44 as no 12 printed on paper"_s);
    pages.text(50, 100, u"Description"_s).endAt(400, 100, u"Hours"_s).endAt(536, 100, u"Amount"_s);
    for (int i = 0; i < 20; ++i)
        pages.text(50, 120 + 14 * i, u"Final editing"_s)
            .endAt(400, 120 + 14 * i, u"%1.5"_s.arg(i + 3))
            .endAt(536, 120 + 14 * i, u"%1.00"_s.arg(10 * i + 30));
    const auto lines = tests::linesOf(
        pages, R"("description":{"type":"string"},"hours":{"type":"number"},"amount":{"type":"number"})");
    QCOMPARE(lines.size(), 20U);
    for (const auto &line : lines)
        QCOMPARE(line["description"], Json("Final editing"));
    const auto text = pages.read();
    QCOMPARE(text.textOf(text.lines.back().tokens),
             u"Registered in the book of traders on leaf 44 as no 12 printed on paper"_s);
}

namespace {

/// Two groups of works with a heading each.
tests::BuiltPages groupedWorks()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"Description"_s).endAt(400, 100, u"Quantity"_s).endAt(536, 100, u"Amount"_s);
    int i = 0;
    for (const auto &heading : {u"Labour at site"_s, u"Parts"_s}) {
        const auto top = 124 + 60 * i;
        pages.text(50, top, heading);
        for (int k = 0; k < 2; ++k)
            pages.text(50, top + 14 * (k + 1), u"Work %1 of them"_s.arg(k + 1))
                .endAt(400, top + 14 * (k + 1), u"%1"_s.arg(k + 2))
                .endAt(536, top + 14 * (k + 1), u"%1.00"_s.arg(10 * k + 30));
        ++i;
    }
    return pages;
}

} // namespace

void TestHeads::descriptionsNameHeadings()
{
    const auto lines =
        tests::linesOf(groupedWorks(), R"("project":{"type":"string","description":"Heading above the rows"},
        "description":{"type":"string"},"quantity":{"type":"number"},"amount":{"type":"number"})");
    QCOMPARE(lines.size(), 4U);
    QCOMPARE(lines[1]["project"], Json("Labour at site"));
    QCOMPARE(lines[2]["project"], Json("Parts"));
}

void TestHeads::enumsAreHeadings()
{
    const auto lines = tests::linesOf(groupedWorks(), R"("kind":{"type":"string","enum":["Labour at site","Parts"]},
        "description":{"type":"string"},"quantity":{"type":"number"},"amount":{"type":"number"})");
    QCOMPARE(lines.size(), 4U);
    QCOMPARE(lines[0]["kind"], Json("Labour at site"));
    QCOMPARE(lines[3]["kind"], Json("Parts"));
}

void TestHeads::theSecondLineMayBeLeftOut()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"Description of goods"_s).endAt(400, 100, u"Quantity"_s).endAt(536, 100, u"Amount"_s);
    for (int i = 0; i < 3; ++i)
        pages.text(50, 120 + 30 * i, u"Flat lens"_s)
            .endAt(400, 120 + 30 * i, u"%1"_s.arg(i + 3))
            .endAt(536, 120 + 30 * i, u"%1.00"_s.arg(10 * i + 30))
            .text(50, 131 + 30 * i, u"in a wooden case"_s);
    const auto lines = tests::linesOf(pages, R"("description":{"type":"string",
        "description":"Description without the second line of details"},"quantity":{"type":"number"},
        "amount":{"type":"number"})");
    QCOMPARE(lines.size(), 3U);
    QCOMPARE(lines[0]["description"], Json("Flat lens"));
}

void TestHeads::percentagesAreRates()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"Concepto"_s).endAt(400, 100, u"IVA"_s).endAt(536, 100, u"Importe"_s);
    for (int i = 0; i < 3; ++i)
        pages.text(50, 120 + 14 * i, u"Cuota fija"_s)
            .endAt(400, 120 + 14 * i, i == 2 ? u"exento"_s : u"10 %"_s)
            .endAt(536, 120 + 14 * i, u"%1,00"_s.arg(10 * i + 30));
    const auto lines = tests::linesOf(pages, R"("concepto":{"type":"string"},
        "iva":{"type":["number","null"],"description":"Porcentaje, null si exento"},"importe":{"type":"number"})");
    QCOMPARE(lines.size(), 3U);
    QCOMPARE(lines[0]["iva"], Json(10));
    QVERIFY(lines[2]["iva"].is_null());
}

void TestHeads::daysAreAsPrinted()
{
    tests::BuiltPages pages;
    pages.page().text(50, 60, u"Rechnungsdatum 15.02.2025"_s);
    pages.text(50, 100, u"Tag"_s).text(130, 100, u"Leistung"_s).endAt(536, 100, u"Betrag"_s);
    for (int i = 0; i < 4; ++i)
        pages.text(50, 120 + 14 * i, u"1%1.02."_s.arg(i))
            .text(130, 120 + 14 * i, u"Zimmer mit Bad"_s)
            .endAt(536, 120 + 14 * i, u"%1,00"_s.arg(10 * i + 30));
    const auto lines = tests::linesOf(pages, R"("tag":{"type":"string","description":"Tag wie gedruckt"},
        "leistung":{"type":"string"},"betrag":{"type":"number"})");
    QCOMPARE(lines.size(), 4U);
    QCOMPARE(lines[0]["tag"], Json("10.02."));
}

void TestHeads::rowsAreThoseOfOneList()
{
    tests::BuiltPages pages;
    pages.page()
        .text(50, 100, u"Code"_s)
        .text(110, 100, u"Description"_s)
        .endAt(430, 100, u"Quantity"_s)
        .endAt(536, 100, u"Sum"_s);
    for (int i = 0; i < 3; ++i)
        pages.text(50, 120 + 14 * i, u"0%1"_s.arg(i + 1))
            .text(110, 120 + 14 * i, u"Digging a trench"_s)
            .endAt(430, 120 + 14 * i, u"%1"_s.arg(i + 3))
            .endAt(536, 120 + 14 * i, u"%1.00"_s.arg(10 * i + 30));
    const auto result = tests::valuesOf(pages, R"("sums":{"type":"array","items":{"type":"object","properties":{
          "code":{"type":"string"},"description":{"type":"string"},"sum":{"type":"number"}}}},
        "works":{"type":"array","items":{"type":"object","properties":{"code":{"type":"string"},
          "description":{"type":"string"},"quantity":{"type":"number"},"sum":{"type":"number"}}}})");
    QCOMPARE(result["works"].size(), 3U);
    QCOMPARE(result["sums"].size(), 0U);
}

void TestHeads::taxesAreToldByTheirProducts()
{
    tests::BuiltPages pages;
    pages.page()
        .text(50, 300, u"Base amount of VAT 7%"_s)
        .endAt(450, 300, u"275.00"_s)
        .endAt(536, 300, u"19.25"_s)
        .text(50, 314, u"Base amount of VAT 19%"_s)
        .endAt(450, 314, u"198.00"_s)
        .endAt(536, 314, u"37.62"_s)
        .text(50, 328, u"Discount of 2% on"_s)
        .endAt(450, 328, u"473.00"_s)
        .endAt(536, 328, u"12.00"_s);
    const auto lines = tests::linesOf(pages, R"("rate":{"type":"number","description":"VAT rate in percent"},
        "net":{"type":"number","description":"Net amount"},"tax":{"type":"number","description":"VAT amount"})");
    QCOMPARE(lines.size(), 2U);
    QCOMPARE(lines[0]["rate"], Json(7));
    QCOMPARE(lines[0]["net"], Json(275));
    QCOMPARE(lines[1]["tax"], Json(37.62));
}

QTEST_GUILESS_MAIN(TestHeads)
#include "tst_heads.moc"
