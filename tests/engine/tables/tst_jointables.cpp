// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extracted.h"

#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;
using tests::addRow;

namespace {

const QByteArray payments = R"({"date":{"type":"string","format":"date"},"payee":{"type":"string"},
    "amount":{"type":"number"}})";

void addHead(tests::BuiltPages &pages, double x, double y)
{
    addRow(pages, y, {{x, u"Date"_s}, {x + 70, u"Payee"_s}, {x + 200, u"Amount"_s}});
}

void addPayment(tests::BuiltPages &pages, double x, double y, const QString &day, const QString &payee,
                const QString &amount)
{
    addRow(pages, y, {{x, day}, {x + 70, payee}, {x + 236 - 6 * double(amount.size()), amount}});
}

} // namespace

/// Rows of one table that stand under several heads.
class TestJoinTables : public QObject
{
    Q_OBJECT

private slots:
    void partsBesideEachOtherAreOneTable();
    void theSameHeadFurtherDownGoesOn();
    void paymentsReceivedAreRows();
    void listsGoOnOnTheNextPage();
    void listsEndAtTheirSum();
};

void TestJoinTables::partsBesideEachOtherAreOneTable()
{
    tests::BuiltPages pages;
    pages.page();
    for (const auto x : {30.0, 320.0})
        addHead(pages, x, 100);
    addPayment(pages, 30, 114, u"2024-05-01"_s, u"Corner Bakery"_s, u"12.40"_s);
    addPayment(pages, 320, 114, u"2024-05-12"_s, u"Blue Garage"_s, u"88.00"_s);
    addPayment(pages, 30, 128, u"2024-05-03"_s, u"Old Mill Books"_s, u"31.95"_s);
    addPayment(pages, 320, 128, u"2024-05-14"_s, u"Harbour Ferries"_s, u"7.10"_s);
    addPayment(pages, 30, 142, u"2024-05-09"_s, u"Green Grocer"_s, u"20.15"_s);
    addPayment(pages, 320, 142, u"2024-05-20"_s, u"Town Baths"_s, u"5.50"_s);
    const auto rows = tests::rowsOf(pages, payments);
    QCOMPARE(rows.size(), 6U);
    QCOMPARE(rows[2]["payee"].get<std::string>(), "Green Grocer");
    QCOMPARE(rows[3]["payee"].get<std::string>(), "Blue Garage");
    QCOMPARE(rows[5]["amount"].get<double>(), 5.5);
    const auto listed = tests::resultOf(pages, R"({"type":"object","properties":{"payments":{"type":"array","items":{
        "type":"object","properties":)" + payments +
                                                   "}}}}");
    QCOMPARE(listed["payments"].size(), 6U);
}

void TestJoinTables::theSameHeadFurtherDownGoesOn()
{
    tests::BuiltPages pages;
    pages.page();
    addHead(pages, 30, 100);
    addPayment(pages, 30, 114, u"2024-05-01"_s, u"Corner Bakery"_s, u"12.40"_s);
    addPayment(pages, 30, 128, u"2024-05-03"_s, u"Old Mill Books"_s, u"31.95"_s);
    addPayment(pages, 30, 142, u"2024-05-09"_s, u"Green Grocer"_s, u"20.15"_s);
    pages.text(30, 260, u"Second card"_s);
    addHead(pages, 30, 280);
    addPayment(pages, 30, 294, u"2024-05-12"_s, u"Blue Garage"_s, u"88.00"_s);
    addPayment(pages, 30, 308, u"2024-05-14"_s, u"Harbour Ferries"_s, u"7.10"_s);
    addPayment(pages, 30, 322, u"2024-05-20"_s, u"Town Baths"_s, u"5.50"_s);
    const auto rows = tests::rowsOf(pages, payments);
    QCOMPARE(rows.size(), 6U);
    QCOMPARE(rows[3]["payee"].get<std::string>(), "Blue Garage");
}

void TestJoinTables::paymentsReceivedAreRows()
{
    tests::BuiltPages pages;
    pages.page();
    addHead(pages, 30, 100);
    addPayment(pages, 30, 114, u"2024-05-01"_s, u"Corner Bakery"_s, u"12.40"_s);
    addPayment(pages, 30, 128, u"2024-05-03"_s, u"Amount paid"_s, u"31.95"_s);
    addPayment(pages, 30, 142, u"2024-05-09"_s, u"Green Grocer"_s, u"20.15"_s);
    QCOMPARE(tests::rowsOf(pages, payments).size(), 3U);
}

/// Counts that stand close before their units are parted on the page where their columns are not.
void TestJoinTables::listsGoOnOnTheNextPage()
{
    const QByteArray columns = R"("pos":{"type":"integer"},"item":{"type":"string"},"quantity":{"type":"number"},
        "unit":{"type":"string"},"unit_price":{"type":"number"},"amount":{"type":"number"})";
    tests::BuiltPages pages;
    const auto head = [&pages] {
        addRow(pages.page(), 100,
               {{30, u"Pos."_s},
                {100, u"Qty"_s},
                {130, u"Unit"_s},
                {200, u"Item"_s},
                {400, u"Unit price"_s},
                {500, u"Amount"_s}});
    };
    const auto row = [&pages](double y, const QString &pos, const QString &count, const QString &unit,
                              const QString &item, const QString &price, const QString &amount) {
        pages.text(30, y, pos).endAt(118, y, count).text(121, y, unit).text(200, y, item);
        pages.endAt(460, y, price).endAt(536, y, amount);
    };
    head();
    row(116, u"1"_s, u"1"_s, u"pcs"_s, u"Meter cabinet"_s, u"480.00"_s, u"480.00"_s);
    row(132, u"2"_s, u"8"_s, u"pcs"_s, u"Wall lamp"_s, u"74.90"_s, u"599.20"_s);
    row(148, u"3"_s, u"65"_s, u"m"_s, u"Sheathed cable"_s, u"1.85"_s, u"120.25"_s);
    head();
    row(116, u"4"_s, u"2"_s, u"pcs"_s, u"Door station"_s, u"389.00"_s, u"778.00"_s);
    row(132, u"5"_s, u"4"_s, u"pcs"_s, u"Core drilling"_s, u"38.00"_s, u"152.00"_s);
    const auto lines = tests::linesOf(pages, columns);
    QCOMPARE(lines.size(), 5U);
    QCOMPARE(lines[1]["quantity"], Json(8));
    QCOMPARE(lines[1]["unit"], Json("pcs"));
    QCOMPARE(lines[4]["item"], Json("Core drilling"));
}

void TestJoinTables::listsEndAtTheirSum()
{
    tests::BuiltPages pages;
    addRow(pages.page(), 100, {{30, u"Description"_s}, {500, u"Amount"_s}});
    double y = 116;
    for (const auto &[what, amount] : {std::pair{u"Planning of the roof"_s, u"4800.00"_s},
                                       {u"Supervision of works"_s, u"2250.00"_s},
                                       {u"Total fees"_s, u"7050.00"_s},
                                       {u"Pension fund 4%"_s, u"282.00"_s},
                                       {u"Taxable base"_s, u"7332.00"_s},
                                       {u"VAT 22%"_s, u"1613.04"_s},
                                       {u"To pay"_s, u"8945.04"_s}}) {
        pages.text(30, y, what).endAt(536, y, amount);
        y += 16;
    }
    const auto lines = tests::linesOf(pages, R"("description":{"type":"string"},"amount":{"type":"number"})");
    QVERIFY2(lines.size() == 2, lines.dump().c_str());
    QCOMPARE(lines[1]["amount"], Json(2250));
}

QTEST_GUILESS_MAIN(TestJoinTables)
#include "tst_jointables.moc"
