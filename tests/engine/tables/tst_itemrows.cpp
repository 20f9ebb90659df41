// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extracted.h"
#include "engine/pagebuilder.h"

#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;

namespace {

const QByteArray goods = R"("description":{"type":"string"},"quantity":{"type":"number"},
    "unit_price":{"type":"number"},"amount":{"type":"number"})";

/// "Description | Quantity | Price | Amount" at y = 200.
tests::BuiltPages tableOfGoods()
{
    tests::BuiltPages pages;
    pages.page().text(50, 200, u"Description"_s).text(300, 200, u"Quantity"_s).text(400, 200, u"Price"_s);
    pages.text(500, 200, u"Amount"_s);
    return pages;
}

void addGoods(tests::BuiltPages &pages, double y, const QStringList &cells)
{
    pages.text(50, y, cells[0]);
    if (!cells[1].isEmpty())
        pages.endAt(348, y, cells[1]);
    if (!cells[2].isEmpty())
        pages.endAt(430, y, cells[2]);
    pages.endAt(536, y, cells[3]);
}

} // namespace

/// Rows of goods as invoices set them, on made-up grids of words.
class TestItemRows : public QObject
{
    Q_OBJECT

private slots:
    void rangesHaveTwoEnds();
    void cellsStandRightOfTheirHeads();
    void columnsMayHaveNoHead();
    void cellsOfOneRowMayOverlapInHeight();
    void linesAboveGroupsHoldForTheirRows();
    void rowsMayCountThemselves();
    void taxesBelowGoodsAreNoRows();
    void goodsMayBeCalledTotal();
    void titlesAreNoColumns();
    void codesStandBeforeADash();
    void pricesOfOnePieceAreNoPartOfNames();
    void tallFontsHaveLines();
};

void TestItemRows::cellsStandRightOfTheirHeads()
{
    tests::BuiltPages pages;
    pages.page().text(50, 200, u"Description"_s).text(300, 200, u"VAT"_s).text(370, 200, u"Qty"_s);
    pages.text(420, 200, u"Disc."_s).text(500, 200, u"Amount"_s);
    const auto add = [&pages](double y, const QString &name, const QString &count, const QString &off) {
        pages.text(50, y, name);
        pages.endAt(330, y, u"10%"_s);
        pages.endAt(404, y, count);
        if (!off.isEmpty())
            pages.endAt(462, y, off);
        pages.endAt(536, y, u"90.00"_s);
    };
    add(216, u"Hedges"_s, u"1"_s, {});
    add(232, u"Lawns"_s, u"85"_s, u"5%"_s);
    add(248, u"Trees"_s, u"6"_s, {});
    // What stands far below says nothing of where the columns are.
    pages.text(300, 420, u"Paid in advance by transfer"_s).text(480, 420, u"12.00"_s);
    const auto lines = tests::linesOf(pages, R"("description":{"type":"string"},
        "vat":{"type":"number","description":"VAT rate"},"quantity":{"type":"number"},
        "discount":{"type":"number","description":"in percent"},"amount":{"type":"number"})");
    QCOMPARE(lines.size(), 3U);
    QCOMPARE(lines[1]["vat"], Json(10));
    QCOMPARE(lines[1]["quantity"], Json(85));
    QCOMPARE(lines[1]["discount"], Json(5));
    QVERIFY(lines[0]["discount"].is_null());
}

void TestItemRows::columnsMayHaveNoHead()
{
    auto pages = tableOfGoods();
    for (int i = 0; i < 3; ++i) {
        const auto y = 216 + 16 * i;
        addGoods(pages, y, {u"Labels"_s, QString::number(3 + i), u"2.00"_s, u"%1.00"_s.arg(6 + 2 * i)});
        pages.text(230, y, u"week 36"_s);
    }
    const auto lines = tests::linesOf(pages, goods);
    QCOMPARE(lines.size(), 3U);
    QCOMPARE(lines[0]["description"], Json("Labels"));
    QCOMPARE(lines[0]["quantity"], Json(3));
    QCOMPARE(lines[2]["quantity"], Json(5));
}

void TestItemRows::cellsOfOneRowMayOverlapInHeight()
{
    auto pages = tableOfGoods();
    for (int i = 0; i < 2; ++i) {
        const auto y = 220 + 44 * i;
        pages.text(50, y, u"Olive oil of the"_s).text(50, y + 12, u"first press"_s);
        pages.endAt(348, y + 6, u"36"_s);
        pages.endAt(430, y + 6, u"31.20"_s);
        pages.endAt(536, y, u"1123.20"_s);
    }
    const auto lines = tests::linesOf(pages, goods);
    QCOMPARE(lines.size(), 2U);
    QCOMPARE(lines[1]["description"], Json("Olive oil of the first press"));
    QCOMPARE(lines[1]["quantity"], Json(36));
    QCOMPARE(lines[1]["amount"], Json(1123.2));
}

void TestItemRows::linesAboveGroupsHoldForTheirRows()
{
    auto pages = tableOfGoods();
    pages.text(50, 216, u"Delivery note 2218 of our store"_s);
    addGoods(pages, 232, {u"Brakes"_s, u"2"_s, u"3.00"_s, u"6.00"_s});
    addGoods(pages, 248, {u"Tubes"_s, u"4"_s, u"2.00"_s, u"8.00"_s});
    pages.text(50, 264, u"Delivery note 2304 of our store"_s);
    addGoods(pages, 280, {u"Chains"_s, u"5"_s, u"2.00"_s, u"10.00"_s});
    const auto lines = tests::linesOf(pages, goods + R"(,"delivery_note_number":{"type":"string"})");
    QCOMPARE(lines.size(), 3U);
    QCOMPARE(lines[0]["delivery_note_number"], Json("2218"));
    QCOMPARE(lines[1]["delivery_note_number"], Json("2218"));
    QCOMPARE(lines[2]["delivery_note_number"], Json("2304"));
}

void TestItemRows::rowsMayCountThemselves()
{
    auto pages = tableOfGoods();
    for (int i = 0; i < 3; ++i)
        addGoods(pages, 216 + 16 * i, {u"%1 Lamp with foot"_s.arg(i + 1), u"2"_s, u"3.50"_s, u"7.00"_s});
    const auto lines = tests::linesOf(pages, goods);
    QCOMPARE(lines.size(), 3U);
    for (const auto &line : lines)
        QCOMPARE(line["description"], Json("Lamp with foot"));
}

void TestItemRows::taxesBelowGoodsAreNoRows()
{
    auto pages = tableOfGoods();
    addGoods(pages, 216, {u"Lamps"_s, u"2"_s, u"30.00"_s, u"60.00"_s});
    addGoods(pages, 232, {u"Wires"_s, u"4"_s, u"10.00"_s, u"40.00"_s});
    addGoods(pages, 248, {u"Output CGST"_s, {}, u"9.00"_s, u"9.00"_s});
    addGoods(pages, 264, {u"Output SGST"_s, {}, u"9.00"_s, u"9.00"_s});
    const auto lines = tests::linesOf(pages, goods);
    QCOMPARE(lines.size(), 2U);
    QCOMPARE(lines[1]["description"], Json("Wires"));
}

void TestItemRows::goodsMayBeCalledTotal()
{
    auto pages = tableOfGoods();
    addGoods(pages, 216, {u"Reconnaissance"_s, u"6"_s, u"145.00"_s, u"870.00"_s});
    addGoods(pages, 232, {u"Total station survey"_s, u"3"_s, u"1680.00"_s, u"5040.00"_s});
    addGoods(pages, 248, {u"Total"_s, {}, {}, u"5910.00"_s});
    const auto lines = tests::linesOf(pages, goods);
    QCOMPARE(lines.size(), 2U);
    QCOMPARE(lines[1]["description"], Json("Total station survey"));
}

void TestItemRows::titlesAreNoColumns()
{
    tests::BuiltPages pages;
    pages.page().text(290, 186, u"CHARGES"_s).text(50, 200, u"DESCRIPTION"_s);
    pages.text(360, 200, u"VAT"_s).text(480, 200, u"CHARGES IN GBP"_s);
    for (int i = 0; i < 3; ++i) {
        const auto y = 216 + 16 * i;
        pages.text(50, y, u"Freight"_s);
        pages.endAt(378, y, u"12.40"_s);
        pages.endAt(560, y, u"62.00"_s);
    }
    const auto lines = tests::linesOf(pages, R"("description":{"type":"string"},"vat":{"type":"number"},
        "amount":{"type":"number","description":"Charge in GBP"})");
    QCOMPARE(lines.size(), 3U);
    QCOMPARE(lines[0]["amount"], Json(62));
    QCOMPARE(lines[0]["vat"], Json(12.4));
}

void TestItemRows::codesStandBeforeADash()
{
    auto pages = tableOfGoods();
    addGoods(pages, 216, {u"HEDG-1 - Hedges cut"_s, u"2"_s, u"3.00"_s, u"6.00"_s});
    addGoods(pages, 232, {u"DIV - Waste"_s, u"4"_s, u"2.00"_s, u"8.00"_s});
    const auto lines = tests::linesOf(pages, goods + R"(,"code":{"type":"string"})");
    QCOMPARE(lines.size(), 2U);
    QCOMPARE(lines[0]["code"], Json("HEDG-1"));
    QCOMPARE(lines[1]["description"], Json("Waste"));
}

void TestItemRows::pricesOfOnePieceAreNoPartOfNames()
{
    auto pages = tableOfGoods();
    addGoods(pages, 216, {u"Apple pie @9.00"_s, u"4"_s, u"9.00"_s, u"36.00"_s});
    addGoods(pages, 232, {u"Scone @2.50"_s, u"2"_s, u"2.50"_s, u"5.00"_s});
    const auto lines = tests::linesOf(pages, goods);
    QCOMPARE(lines.size(), 2U);
    QCOMPARE(lines[0]["description"], Json("Apple pie"));
}

void TestItemRows::tallFontsHaveLines()
{
    /// The same words in boxes that are three times as high.
    struct Tall final : public document::PageSource
    {
        tests::BuiltPages built;
        int pageCount() const override { return 1; }
        domain::PageSize pageSize(int) const override { return {600, 800}; }
        QImage render(int, int, const domain::PageRect &) const override { return {}; }
        std::vector<document::Word> words(int page) const override
        {
            auto words = built.words(page);
            for (auto &word : words)
                word.box = {word.box.x(), word.box.y() - word.box.height(), word.box.width(), 3 * word.box.height()};
            return words;
        }
    };
    Tall pages;
    pages.built = tableOfGoods();
    for (int i = 0; i < 6; ++i)
        addGoods(pages.built, 216 + 13 * i,
                 {i % 2 ? u"with steel clearance"_s : u"Bearing number seven"_s, i % 2 ? u""_s : u"40"_s,
                  i % 2 ? u""_s : u"7.35"_s, i % 2 ? u""_s : u"294.00"_s});
    const auto lines = tests::linesOf(pages, goods);
    QCOMPARE(lines.size(), 3U);
    QCOMPARE(lines[2]["amount"], Json(294));
    QCOMPARE(lines[0]["quantity"], Json(40));
}

/// As reports of laboratories have them, below headings of panels.
void TestItemRows::rangesHaveTwoEnds()
{
    tests::BuiltPages pages;
    const auto row = [&pages](double y, const QString &test, const QString &value, const QString &unit,
                              const QString &range) {
        pages.text(50, y, test).endAt(260, y, value).text(300, y, unit).text(400, y, range);
    };
    pages.page();
    row(100, u"Test"_s, u"Result"_s, u"Unit"_s, u"Reference range"_s);
    pages.text(40, 114, u"Haematology"_s);
    row(128, u"Leucocytes"_s, u"8.9"_s, u"/nl"_s, u"3.9 – 10.2"_s);
    row(142, u"Platelets"_s, u"231"_s, u"/nl"_s, u"150 – 370"_s);
    pages.text(40, 156, u"Chemistry"_s);
    row(170, u"Creatinine"_s, u"1.46"_s, u"mg/dl"_s, u"< 1.20"_s);
    row(184, u"Filtration"_s, u"50"_s, u"ml/min"_s, u"> 60"_s);
    const auto lines = tests::linesOf(pages, R"("panel":{"type":"string","description":"Heading above the rows"},
        "test":{"type":"string"},"result":{"type":"number"},"unit":{"type":"string"},
        "reference_low":{"type":["number","null"],"description":"Lower end of the reference range"},
        "reference_high":{"type":["number","null"],"description":"Upper end of the reference range"},
        "flag":{"type":"string","enum":["low","high"]})");
    QCOMPARE(lines.size(), 4U);
    QCOMPARE(lines[0]["panel"], Json("Haematology"));
    QCOMPARE(lines[0]["reference_low"], Json(3.9));
    QCOMPARE(lines[0]["reference_high"], Json(10.2));
    QCOMPARE(lines[1]["reference_high"], Json(370));
    QCOMPARE(lines[2]["panel"], Json("Chemistry"));
    QVERIFY(lines[2]["reference_low"].is_null());
    QCOMPARE(lines[2]["reference_high"], Json(1.2));
    QCOMPARE(lines[3]["reference_low"], Json(60));
    QVERIFY(lines[3]["reference_high"].is_null());
}

QTEST_MAIN(TestItemRows)
#include "tst_itemrows.moc"
