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

QTEST_GUILESS_MAIN(TestJoinTables)
#include "tst_jointables.moc"
