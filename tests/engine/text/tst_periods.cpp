// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/periods.h"

#include <QTest>

using namespace xs::engine;
using namespace Qt::StringLiterals;

class TestPeriods : public QObject
{
    Q_OBJECT

private slots:
    void partsOfPeriodsAreSeen_data();
    void partsOfPeriodsAreSeen();
    void otherHeadsAreNone_data();
    void otherHeadsAreNone();
};

void TestPeriods::partsOfPeriodsAreSeen_data()
{
    QTest::addColumn<QString>("text");
    for (const auto &text : {u"Three months ended June 30, 2025"_s,
                             u"Nine months"_s,
                             u"Year ended"_s,
                             u"Quarter"_s,
                             u"13 weeks"_s,
                             u"01.07.–30.09."_s,
                             u"1/7 - 30/9"_s,
                             u"Jan–Sep"_s,
                             u"janvier – mars"_s,
                             u"Mär bis Mai"_s,
                             u"2024"_s,
                             u"1999 EUR"_s,
                             u"FY 24"_s,
                             u"GJ 23"_s,
                             u"Q3 24"_s,
                             u"3Q"_s,
                             u"H1 '25"_s,
                             u"2HJ"_s,
                             u"9M"_s,
                             u"M6"_s,
                             u"12M"_s,
                             u"T2"_s,
                             u"Q1 – Q3"_s,
                             u"1. Halbjahr"_s,
                             u"Geschäftsjahr"_s,
                             u"deuxième trimestre"_s,
                             u"nueve meses"_s,
                             u"Boekjaar"_s})
        QTest::newRow(qPrintable(text)) << text;
}

/// Also where a head has several lines, so that each of its cells has a part of the words.
void TestPeriods::partsOfPeriodsAreSeen()
{
    QFETCH(QString, text);
    QVERIFY(!periodOf(text).isEmpty());
    QVERIFY(mayTellPeriod(text));
    for (auto blank = text.indexOf(u' '); blank >= 0; blank = text.indexOf(u' ', blank + 1))
        QVERIFY2(mayTellPeriod(text.first(blank)) || mayTellPeriod(text.sliced(blank + 1)), qPrintable(text));
}

void TestPeriods::otherHeadsAreNone_data()
{
    QTest::addColumn<QString>("text");
    for (const auto &text : {u"Quantity"_s, u"Unit price"_s, u"VAT %"_s, u"Amount (EUR)"_s, u"Position 3"_s, u"Net"_s})
        QTest::newRow(qPrintable(text)) << text;
}

void TestPeriods::otherHeadsAreNone()
{
    QFETCH(QString, text);
    QVERIFY(periodOf(text).isEmpty());
    QVERIFY(!mayTellPeriod(text));
}

QTEST_GUILESS_MAIN(TestPeriods)
#include "tst_periods.moc"
