// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/yearless.h"

#include <QTest>

using namespace xs::engine;
using namespace Qt::StringLiterals;

class TestYearless : public QObject
{
    Q_OBJECT

private slots:
    void leading_data();
    void leading();
    void nearestYear_data();
    void nearestYear();
};

void TestYearless::leading_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("days");
    QTest::newRow("strokes") << u"21/05"_s << u"21.5"_s;
    QTest::newRow("two of them") << u"21/05 22/05 BAKERY"_s << u"21.5 22.5"_s;
    QTest::newRow("month first") << u"05/21"_s << u"21.5"_s;
    QTest::newRow("both orders") << u"03/04"_s << u"3.4?"_s;
    QTest::newRow("dots") << u"21.05. Miete"_s << u"21.5"_s;
    QTest::newRow("an amount") << u"21.05"_s << u""_s;
    QTest::newRow("English, capitals") << u"02 MAY"_s << u"2.5"_s;
    QTest::newRow("German") << u"5. Mai Strom"_s << u"5.5"_s;
    QTest::newRow("French") << u"14 juil. Loyer"_s << u"14.7"_s;
    QTest::newRow("month before the day") << u"May 2"_s << u"2.5"_s;
    QTest::newRow("not at the beginning") << u"ON 01 MAY"_s << u""_s;
    QTest::newRow("no month") << u"12 eggs"_s << u""_s;
    QTest::newRow("no such day") << u"31/02 30/02"_s << u""_s;
    QTest::newRow("a part of a number") << u"21/0512"_s << u""_s;
    QTest::newRow("nothing") << u""_s << u""_s;
}

void TestYearless::leading()
{
    QFETCH(QString, text);
    QStringList found;
    for (const auto &day : leadingDays(text))
        found << u"%1.%2%3"_s.arg(day.day).arg(day.month).arg(day.isAmbiguous ? u"?"_s : QString());
    QTEST(found.join(u' '), "days");
}

void TestYearless::nearestYear_data()
{
    QTest::addColumn<int>("day");
    QTest::addColumn<int>("month");
    QTest::addColumn<QDate>("date");
    QTest::newRow("within") << 3 << 6 << QDate(2024, 6, 3);
    QTest::newRow("over the turn of the year") << 29 << 12 << QDate(2023, 12, 29);
    QTest::newRow("leap day") << 29 << 2 << QDate(2024, 2, 29);
}

void TestYearless::nearestYear()
{
    QFETCH(int, day);
    QFETCH(int, month);
    QTEST(nearestDate(day, month, {QDate(2024, 1, 5), QDate(2024, 5, 20)}), "date");
    QVERIFY(!nearestDate(day, month, {}).isValid());
}

QTEST_GUILESS_MAIN(TestYearless)
#include "tst_yearless.moc"
