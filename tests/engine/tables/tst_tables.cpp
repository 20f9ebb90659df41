// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extracted.h"
#include "engine/pagebuilder.h"

#include <QTest>

using namespace xs;
using tests::resultOf;
using namespace Qt::StringLiterals;

namespace {

const QByteArray goodsSchema =
    R"({"type":"object","properties":{"lines":{"type":"array","items":{"type":"object","properties":{
 "description":{"type":"string"},"quantity":{"type":"number"},"unit_price":{"type":"number"},"amount":{"type":"number"}}}}}})";

void addHead(tests::BuiltPages &pages, double y)
{
    pages.text(50, y, u"Description"_s).text(300, y, u"Quantity"_s).text(400, y, u"Price"_s).text(500, y, u"Amount"_s);
}

void addRow(tests::BuiltPages &pages, double y, const QString &what, const QString &count, const QString &price,
            const QString &amount)
{
    pages.text(50, y, what)
        .text(348 - 6 * count.size(), y, count)
        .text(430 - 6 * price.size(), y, price)
        .text(536 - 6 * amount.size(), y, amount);
}

} // namespace

class TestTables : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreRead();
    void totalsAreNoRows();
    void totalsAreRowsWhereTheSchemaSaysSo();
    void tablesGoOnOverPages();
    void rowNamesNeedNoHead();
    void everyRowIsAResult();
    void listsStayEmptyWithoutATable();
    void rowsOfTwoLinesFollowAHeadOfTwoLines();
    void notesBelowARowAreNoRows();
    void proseIsNoRow();
    void sumsAreNoRows();
    void codesLeadDescriptions();
    void goodsAreNamedAbove();
    void quantitiesBeginLines();
    void numbersOfRowsAreNoQuantities();
    void discountsAndTaxesAreNoGoods();
    void daysWithoutAYear();
    void tablesGoOnWithOtherWidths();
};

void TestTables::rowsAreRead()
{
    tests::BuiltPages pages;
    pages.page();
    addHead(pages, 200);
    addRow(pages, 215, u"Tea pot"_s, u"2"_s, u"12.50"_s, u"25.00"_s);
    addRow(pages, 230, u"Milk jug of glass"_s, u"1"_s, u"7.00"_s, u"7.00"_s);
    const auto expected = *parseJson(R"({"lines":[{"description":"Tea pot","quantity":2,"unit_price":12.5,"amount":25},
      {"description":"Milk jug of glass","quantity":1,"unit_price":7,"amount":7}]})");
    QCOMPARE(tests::resultOf(pages, goodsSchema).dump(), expected.dump());
}

void TestTables::totalsAreNoRows()
{
    tests::BuiltPages pages;
    pages.page();
    addHead(pages, 200);
    addRow(pages, 215, u"Tea pot"_s, u"2"_s, u"12.50"_s, u"25.00"_s);
    addRow(pages, 230, u"Cup"_s, u"4"_s, u"3.00"_s, u"12.00"_s);
    pages.text(400, 250, u"Total"_s).text(506, 250, u"37.00"_s);
    QCOMPARE(tests::resultOf(pages, goodsSchema)["lines"].size(), 2U);
}

void TestTables::totalsAreRowsWhereTheSchemaSaysSo()
{
    tests::BuiltPages pages;
    pages.page();
    const auto add = [&pages](double y, const QString &crop, const QString &area, const QString &yield) {
        pages.text(50, y, crop).endAt(300, y, area).endAt(400, y, yield);
    };
    add(100, u"Crop"_s, u"Area"_s, u"Yield"_s);
    add(115, u"Barley"_s, u"88.4"_s, u"102.8"_s);
    add(130, u"Total beans"_s, u"62.1"_s, u"52.7"_s);
    add(145, u"Beans first crop"_s, u"41.4"_s, u"22.6"_s);
    add(160, u"Beans second crop"_s, u"20.7"_s, u"30.1"_s);
    add(175, u"Rice"_s, u"26.7"_s, u"39.6"_s);
    const auto rowsWith = [&pages](const QByteArray &description) {
        return tests::resultOf(
                   pages,
                   R"({"type":"object","description":")" + description +
                       R"(","properties":{"crop":{"type":"string"},"area":{"type":"number"},"yield":{"type":"number"}}})",
                   domain::target::perTableRow)
            .size();
    };
    QCOMPARE(rowsWith("One row per crop"), 4U);
    QCOMPARE(rowsWith("One row per line of the table, subtotals and the total too"), 5U);
    QCOMPARE(rowsWith("Eine Zeile je Frucht, auch Zwischensummen"), 5U);
}

void TestTables::tablesGoOnOverPages()
{
    tests::BuiltPages pages;
    for (int page = 0; page < 3; ++page) {
        pages.page();
        if (page < 2)
            addHead(pages, 100);
        for (int row = 0; row < 5; ++row)
            addRow(pages, 120 + 15 * row, u"Article %1"_s.arg(5 * page + row), u"1"_s, u"2.00"_s, u"2.00"_s);
    }
    const auto lines = tests::resultOf(pages, goodsSchema)["lines"];
    QCOMPARE(lines.size(), 15U);
    QVERIFY(lines[14]["description"] == Json("Article 14"));
}

void TestTables::rowNamesNeedNoHead()
{
    tests::BuiltPages pages;
    pages.page().text(300, 100, u"2009"_s).text(400, 100, u"2010"_s);
    const QStringList countries{u"Austria"_s, u"Brazil"_s, u"China"_s, u"France"_s};
    for (int i = 0; i < countries.size(); ++i)
        pages.text(50, 115 + 15 * i, countries[i])
            .text(300, 115 + 15 * i, u"60,%1"_s.arg(100 + i))
            .text(400, 115 + 15 * i, u"70,%1"_s.arg(100 + i));
    const auto rows = tests::resultOf(
        pages,
        R"({"type":"object","properties":{"country":{"type":"string"},"output_2009":{"type":"integer"},"output_2010":{"type":"integer"}}})",
        domain::target::perTableRow);
    QCOMPARE(rows.size(), 4U);
    QCOMPARE(rows[1].dump(), parseJson(R"({"country":"Brazil","output_2009":60101,"output_2010":70101})")->dump());
}

void TestTables::everyRowIsAResult()
{
    tests::BuiltPages pages;
    pages.page();
    addHead(pages, 200);
    addRow(pages, 215, u"Tea pot"_s, u"2"_s, u"12.50"_s, u"25.00"_s);
    addRow(pages, 230, u"Cup"_s, u"4"_s, u"3.00"_s, u"12.00"_s);
    const auto rows = tests::resultOf(
        pages, R"({"type":"object","properties":{"description":{"type":"string"},"amount":{"type":"number"}}})",
        domain::target::perTableRow);
    QCOMPARE(rows.dump(),
             parseJson(R"([{"description":"Tea pot","amount":25},{"description":"Cup","amount":12}])")->dump());
}

void TestTables::listsStayEmptyWithoutATable()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"Dear Madam, thank you for your letter of last week."_s);
    QVERIFY(tests::resultOf(pages, goodsSchema)["lines"] == Json::array());
    QVERIFY(tests::resultOf(pages, goodsSchema, domain::target::perTableRow) == Json::array());
}

void TestTables::rowsOfTwoLinesFollowAHeadOfTwoLines()
{
    const QByteArray schema =
        R"({"type":"object","properties":{"lines":{"type":"array","items":{"type":"object","properties":{
 "item_number":{"type":"string"},"description":{"type":"string"},"quantity":{"type":"number"},"amount":{"type":"number"}}}}}})";
    tests::BuiltPages pages;
    pages.page();
    pages.text(50, 200, u"Item number"_s).text(300, 200, u"Quantity"_s).text(500, 200, u"Amount"_s);
    pages.text(50, 212, u"Description"_s);
    double y = 230;
    for (const auto *const item : {"AB-100|Tea pot|2|25.00", "AB-200|Milk jug of glass|1|7.00", "AB-300|Cup|4|12.00"}) {
        const auto parts = QString::fromLatin1(item).split(u'|');
        pages.text(50, y, parts[0]).text(342, y, parts[2]).text(536 - 6 * parts[3].size(), y, parts[3]);
        pages.text(50, y + 12, parts[1]);
        y += 30;
    }
    const auto expected = *parseJson(
        R"({"lines":[{"item_number":"AB-100","description":"Tea pot","quantity":2,"amount":25},
      {"item_number":"AB-200","description":"Milk jug of glass","quantity":1,"amount":7},
      {"item_number":"AB-300","description":"Cup","quantity":4,"amount":12}]})");
    QCOMPARE(tests::resultOf(pages, schema).dump(), expected.dump());
}

void TestTables::notesBelowARowAreNoRows()
{
    tests::BuiltPages pages;
    pages.page();
    addHead(pages, 200);
    addRow(pages, 215, u"Tea pot"_s, u"2"_s, u"12.50"_s, u"25.00"_s);
    pages.text(50, 230, u"Discount 1:"_s).text(250, 230, u"Basis: 26.00"_s).text(400, 230, u"Less: 0.50"_s);
    addRow(pages, 245, u"Milk jug"_s, u"1"_s, u"7.00"_s, u"7.00"_s);
    addRow(pages, 260, u"Cup"_s, u"4"_s, u"3.00"_s, u"12.00"_s);
    QCOMPARE(tests::resultOf(pages, goodsSchema)["lines"].size(), 3U);
}

void TestTables::proseIsNoRow()
{
    tests::BuiltPages pages;
    pages.page();
    addHead(pages, 200);
    pages.text(50, 215, u"Orders that reach us before 19.12. are sent on the same day or else on the 23.12. at last"_s);
    addRow(pages, 230, u"Tea pot"_s, u"2"_s, u"12.50"_s, u"25.00"_s);
    addRow(pages, 245, u"Cup"_s, u"4"_s, u"3.00"_s, u"12.00"_s);
    const auto lines = tests::resultOf(pages, goodsSchema)["lines"];
    QCOMPARE(lines.size(), 2U);
    QCOMPARE(lines[0]["description"].get<std::string>(), "Tea pot");
}

void TestTables::sumsAreNoRows()
{
    const QByteArray schema =
        R"({"type":"object","properties":{"taxes":{"type":"array","items":{"type":"object","properties":{
 "net_amount":{"type":"number"},"tax_amount":{"type":"number"},"gross_amount":{"type":"number"}}}}}})";
    tests::BuiltPages pages;
    pages.page();
    pages.text(100, 200, u"Net amount"_s).text(250, 200, u"Tax amount"_s).text(400, 200, u"Gross amount"_s);
    pages.text(130, 215, u"100.00"_s).text(286, 215, u"19.00"_s).text(436, 215, u"119.00"_s);
    pages.text(136, 230, u"50.00"_s).text(292, 230, u"3.50"_s).text(442, 230, u"53.50"_s);
    pages.text(130, 245, u"150.00"_s).text(286, 245, u"22.50"_s).text(436, 245, u"172.50"_s);
    QCOMPARE(tests::resultOf(pages, schema)["taxes"].size(), 2U);
}

void TestTables::codesLeadDescriptions()
{
    const QByteArray schema =
        R"({"type":"object","properties":{"lines":{"type":"array","items":{"type":"object","properties":{
 "item_code":{"type":"string"},"description":{"type":"string"},"quantity":{"type":"number"},"amount":{"type":"number"}}}}}})";
    tests::BuiltPages pages;
    pages.page();
    pages.text(50, 200, u"Description"_s).text(300, 200, u"Quantity"_s).text(500, 200, u"Amount"_s);
    pages.text(50, 215, u"[TP_100] Tea pot"_s).text(342, 215, u"2"_s).text(506, 215, u"25.00"_s);
    pages.text(50, 230, u"[CUP_7] Cup"_s).text(342, 230, u"4"_s).text(506, 230, u"12.00"_s);
    const auto expected = *parseJson(
        R"({"lines":[{"item_code":"TP_100","description":"Tea pot","quantity":2,"amount":25},
      {"item_code":"CUP_7","description":"Cup","quantity":4,"amount":12}]})");
    QCOMPARE(tests::resultOf(pages, schema).dump(), expected.dump());
}

/// Receipts write the name above its figures; what is in a pack is no price, and a unit is no name.
void TestTables::goodsAreNamedAbove()
{
    tests::BuiltPages pages;
    pages.page();
    pages.text(50, 200, u"Apple juice 6x1.25L"_s);
    pages.text(50, 215, u"2x"_s).text(300, 215, u"7.50"_s).text(500, 215, u"15.00"_s);
    pages.text(50, 230, u"Oat biscuits"_s);
    pages.text(50, 245, u"1 PACK"_s).text(300, 245, u"8.49"_s).text(500, 245, u"8.49"_s);
    pages.text(50, 275, u"Total"_s).text(500, 275, u"23.49"_s);
    const auto expected =
        *parseJson(R"({"lines":[{"description":"Apple juice 6x1.25L","quantity":2,"unit_price":7.5,"amount":15},
      {"description":"Oat biscuits","quantity":1,"unit_price":8.49,"amount":8.49}]})");
    QCOMPARE(tests::resultOf(pages, goodsSchema).dump(), expected.dump());
}

void TestTables::quantitiesBeginLines()
{
    tests::BuiltPages pages;
    pages.page();
    pages.text(50, 200, u"3 Grilled mackerel"_s).text(500, 200, u"53.70"_s);
    pages.text(50, 215, u"1 Pea soup"_s).text(500, 215, u"4.00"_s);
    pages.text(50, 245, u"Total"_s).text(500, 245, u"57.70"_s);
    const auto expected = *parseJson(
        R"({"lines":[{"description":"Grilled mackerel","quantity":3,"unit_price":null,"amount":53.7},
      {"description":"Pea soup","quantity":1,"unit_price":null,"amount":4}]})");
    QCOMPARE(tests::resultOf(pages, goodsSchema).dump(), expected.dump());
}

void TestTables::numbersOfRowsAreNoQuantities()
{
    tests::BuiltPages pages;
    pages.page();
    pages.text(50, 200, u"1 Grilled mackerel"_s).text(500, 200, u"53.70"_s);
    pages.text(50, 215, u"2 Pea soup"_s).text(500, 215, u"4.00"_s);
    const auto rows = tests::resultOf(pages, goodsSchema)["lines"];
    QCOMPARE(rows.size(), 2U);
    QVERIFY(rows[0]["quantity"].is_null() && rows[1]["quantity"].is_null());
    QCOMPARE(rows[1]["description"].dump(), std::string("\"Pea soup\""));
}

void TestTables::discountsAndTaxesAreNoGoods()
{
    tests::BuiltPages pages;
    pages.page();
    pages.text(50, 200, u"Pea soup"_s).text(500, 200, u"4.00"_s);
    pages.text(50, 215, u"Spring offer"_s).text(500, 215, u"-1.00"_s);
    pages.text(50, 230, u"Rye bread"_s).text(500, 230, u"2.00"_s);
    pages.text(50, 245, u"VAT6%"_s).text(500, 245, u"0.30"_s);
    const auto rows = tests::resultOf(pages, goodsSchema)["lines"];
    QCOMPARE(rows.size(), 2U);
    QCOMPARE(rows[1]["description"].dump(), std::string("\"Rye bread\""));
}

/// Statements print the year once; ratios are no dates where nothing tells a year.
void TestTables::daysWithoutAYear()
{
    const char *schema = R"({"type":"object","properties":{"date":{"type":"string","format":"date"},
      "description":{"type":"string"},"amount":{"type":"number"}}})";
    const auto statement = [](const QString &period) {
        tests::BuiltPages pages;
        pages.page();
        pages.text(50, 100, period);
        pages.text(50, 200, u"Date"_s).text(150, 200, u"Description"_s).text(500, 200, u"Amount"_s);
        pages.text(50, 215, u"30/12"_s).text(150, 215, u"Bread of the week"_s).text(506, 215, u"12.50"_s);
        pages.text(50, 230, u"31/12"_s).text(150, 230, u"Milk jug"_s).text(512, 230, u"7.00"_s);
        pages.text(50, 245, u"02/01"_s).text(150, 245, u"Pea soup"_s).text(512, 245, u"4.00"_s);
        return pages;
    };
    const auto rows = tests::resultOf(statement(u"From 28/12/2023 to 27/01/2024"_s), schema, u"per_table_row");
    QCOMPARE(rows.size(), 3U);
    QCOMPARE(rows[0]["date"].dump(), std::string("\"2023-12-30\""));
    QCOMPARE(rows[2]["date"].dump(), std::string("\"2024-01-02\""));
    QCOMPARE(rows[2]["amount"].dump(), std::string("4"));
    for (const auto &row : tests::resultOf(statement(u"Our goods"_s), schema, u"per_table_row"))
        QVERIFY(row["date"].is_null());
}

/// Each page has its own widths of columns and one has no head, and the rows of all are results, in their order.
void TestTables::tablesGoOnWithOtherWidths()
{
    const char *schema = R"({"type":"object","properties":{"plate":{"type":"string","description":"Plate"},
      "vehicle":{"type":"string","description":"Vehicle"},"use":{"type":"string","description":"Use"},
      "costs":{"type":"number","description":"Costs"}}})";
    tests::BuiltPages pages;
    const auto addPage = [&](bool hasHead, double shift, const QStringList &plates) {
        pages.page();
        if (hasHead)
            pages.text(50, 100, u"Plate"_s)
                .text(150 + shift, 100, u"Vehicle"_s)
                .text(300 + 2 * shift, 100, u"Use"_s)
                .text(480, 100, u"Costs"_s);
        double y = 115;
        for (const auto &plate : plates) {
            pages.text(50, y, plate).text(150 + shift, y, u"Sweeper MX"_s).text(300 + 2 * shift, y, u"Street works"_s);
            pages.text(480, y, u"1%1.50"_s.arg(qRound(y)));
            y += 15;
        }
    };
    addPage(false, 0, {u"WH-101"_s, u"WH-102"_s, u"WH-103"_s, u"WH-104"_s});
    addPage(true, 25, {u"WH-105"_s, u"WH-106"_s, u"WH-107"_s});
    QStringList plates;
    for (const auto &row : tests::resultOf(pages, schema, u"per_table_row"))
        plates << toQString(row["plate"]);
    QCOMPARE(plates.join(u' '), u"WH-101 WH-102 WH-103 WH-104 WH-105 WH-106 WH-107"_s);
}

QTEST_GUILESS_MAIN(TestTables)
#include "tst_tables.moc"
