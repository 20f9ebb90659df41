// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fields/dateorder.h"

#include <QTest>

using namespace xs::engine;
using namespace Qt::StringLiterals;

class TestDateOrder : public QObject
{
    Q_OBJECT

private slots:
    void placesAndMoneyTellTheOrder_data();
    void placesAndMoneyTellTheOrder();
};

void TestDateOrder::placesAndMoneyTellTheOrder_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<bool>("isMonthFirst");
    QTest::addColumn<bool>("isKnown");
    QTest::newRow("a state of the United States") << QStringList{u"Tempe, AZ 85284"_s, u"01/09/2025"_s} << true << true;
    QTest::newRow("a day beyond twelve") << QStringList{u"Tempe, AZ 85284"_s, u"21/09/2025"_s} << false << true;
    QTest::newRow("a month behind its day") << QStringList{u"09/21/2025"_s} << true << true;
    QTest::newRow("dollars") << QStringList{u"$4.00"_s, u"$5.00"_s, u"01/09/2025"_s} << true << false;
    QTest::newRow("dollars of Australia")
        << QStringList{u"$4.00"_s, u"$5.00"_s, u"ABN 47 612 880 935"_s, u"01/09/2025"_s} << false << true;
    QTest::newRow("dollars of Singapore") << QStringList{u"S$4.00"_s, u"S$5.00"_s, u"01/09/2025"_s} << false << true;
    QTest::newRow("no sign") << QStringList{u"01/09/2025"_s} << false << false;
    // Five digits behind two capitals are no place.
    QTest::newRow("no state") << QStringList{u"Order XQ 85284"_s, u"01/09/2025"_s} << false << false;
}

void TestDateOrder::placesAndMoneyTellTheOrder()
{
    QFETCH(QStringList, lines);
    QFETCH(bool, isMonthFirst);
    QFETCH(bool, isKnown);
    DateOrder order;
    for (const auto &line : lines)
        order.see(line, findDates(line));
    QCOMPARE(order.isMonthFirst(0), isMonthFirst);
    QCOMPARE(order.isKnown(0), isKnown);
    // Where decimals have commas, the day comes first.
    QVERIFY(order.isKnown(-1));
}

QTEST_GUILESS_MAIN(TestDateOrder)
#include "tst_dateorder.moc"
