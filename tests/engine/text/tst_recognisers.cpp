// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/dates.h"
#include "engine/text/numbers.h"
#include "engine/text/patterns.h"

#include <QTest>

using namespace xs::engine;
using namespace Qt::StringLiterals;

class TestRecognisers : public QObject
{
    Q_OBJECT

private slots:
    void datesAreRead_data();
    void datesAreRead();
    void noDates_data();
    void noDates();
    void monthsAreRead();
    void numbersAreRead_data();
    void numbersAreRead();
    void decimalSignsAreCounted();
    void patternsAreFound_data();
    void patternsAreFound();
    void checkDigitsRaiseTheQuality();
};

void TestRecognisers::datesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("date");
    QTest::newRow("iso") << u"2013-03-05"_s << QDate(2013, 3, 5);
    QTest::newRow("german") << u"am 05.03.2013 fällig"_s << QDate(2013, 3, 5);
    QTest::newRow("american, only one reading") << u"03/20/2023"_s << QDate(2023, 3, 20);
    QTest::newRow("two digits") << u"29-12-17"_s << QDate(2017, 12, 29);
    QTest::newRow("english words") << u"January 3, 2020"_s << QDate(2020, 1, 3);
    QTest::newRow("short month") << u"15-Oct-2015"_s << QDate(2015, 10, 15);
    QTest::newRow("dutch") << u"29 maart 2014"_s << QDate(2014, 3, 29);
    QTest::newRow("french") << u"le 2 juillet 2015"_s << QDate(2015, 7, 2);
    QTest::newRow("spanish") << u"28 de noviembre de 2012"_s << QDate(2012, 11, 28);
    QTest::newRow("german month") << u"5. März 2013"_s << QDate(2013, 3, 5);
    QTest::newRow("digits before a time") << u"0044 25032018 13:11:54"_s << QDate(2018, 3, 25);
    QTest::newRow("year first before a time") << u"20180325 13:11"_s << QDate(2018, 3, 25);
    QTest::newRow("with time") << u"2020-05-14T10:00:00"_s << QDate(2020, 5, 14);
}

void TestRecognisers::datesAreRead()
{
    QFETCH(QString, text);
    QFETCH(QDate, date);
    const auto found = findDates(text);
    QCOMPARE(found.size(), 1U);
    QCOMPARE(found[0].date, date);
}

void TestRecognisers::noDates_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("digits alone") << u"Receipt 25032018"_s;
    QTest::newRow("amount") << u"1.234,56"_s;
    QTest::newRow("impossible") << u"45/45/2013"_s;
    QTest::newRow("version") << u"1.2.3.4.5"_s;
    QTest::newRow("words") << u"no date at all"_s;
    QTest::newRow("empty") << QString();
}

void TestRecognisers::noDates()
{
    QFETCH(QString, text);
    QVERIFY(findDates(text).empty());
}

void TestRecognisers::monthsAreRead()
{
    QCOMPARE(findMonths(u"September 2012 - May 2015"_s).size(), 2U);
    QCOMPARE(findMonths(u"09/2012"_s).at(0).date, QDate(2012, 9, 1));
    QVERIFY(findMonths(u"in 2012"_s).empty());
    QVERIFY(mayNameMonth(u"1er FÉVRIER"_s) && mayNameMonth(u"le 3 août"_s) && mayNameMonth(u"ottobre"_s));
    QVERIFY(!mayNameMonth(u"Pos. 12, 3 kg of wood"_s));
}

void TestRecognisers::numbersAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QChar>("sign");
    QTest::addColumn<double>("value");
    QTest::newRow("english") << u"1,234.50"_s << QChar(u'.') << 1234.5;
    QTest::newRow("german") << u"1.234,50 €"_s << QChar(u',') << 1234.5;
    QTest::newRow("french") << u"1 234,50"_s << QChar(u',') << 1234.5;
    QTest::newRow("swiss") << u"1'234.50"_s << QChar(u'.') << 1234.5;
    QTest::newRow("group or decimals, english") << u"1,234"_s << QChar(u'.') << 1234.0;
    QTest::newRow("group or decimals, german") << u"1,234"_s << QChar(u',') << 1.234;
    QTest::newRow("small") << u"0,0520"_s << QChar(u',') << 0.052;
    QTest::newRow("minus before") << u"-5,77"_s << QChar(u',') << -5.77;
    QTest::newRow("minus behind") << u"8,79-"_s << QChar(u',') << -8.79;
    QTest::newRow("in brackets") << u"(12.30)"_s << QChar(u'.') << -12.3;
    QTest::newRow("currency before") << u"$ 42.00"_s << QChar(u'.') << 42.0;
    QTest::newRow("code behind") << u"42.00 EUR"_s << QChar(u'.') << 42.0;
    QTest::newRow("percent") << u"19 %"_s << QChar(u'.') << 19.0;
}

void TestRecognisers::numbersAreRead()
{
    QFETCH(QString, text);
    QFETCH(QChar, sign);
    QFETCH(double, value);
    const auto found = findNumbers(text, sign);
    QCOMPARE(found.size(), 1U);
    QCOMPARE(found[0].value, value);
    QCOMPARE(found[0].hasPercent, text.contains(u'%'));
    QCOMPARE(found[0].hasCurrency, text.contains(u'$') || text.contains(u'€') || text.contains(u"EUR"_s));
}

void TestRecognisers::decimalSignsAreCounted()
{
    QVERIFY(decimalSignVotes(u"1.234,50 and 7,90"_s) < 0);
    QVERIFY(decimalSignVotes(u"1,234.50"_s) > 0);
    QCOMPARE(decimalSignVotes(u"no numbers, 12"_s), 0);
}

void TestRecognisers::patternsAreFound_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    QTest::newRow("e-mail") << 0 << u"mail: jane.doe+x@example.co.uk."_s << u"jane.doe+x@example.co.uk"_s;
    QTest::newRow("url") << 1 << u"see www.example.com/a, please"_s << u"www.example.com/a"_s;
    QTest::newRow("phone") << 2 << u"Tel +49 932 431 500"_s << u"+49 932 431 500"_s;
    QTest::newRow("iban") << 3 << u"IBAN DE89 3704 0044 0532 0130 00 BIC"_s << u"DE89 3704 0044 0532 0130 00"_s;
    QTest::newRow("vat id") << 4 << u"VAT NL810433941B01"_s << u"NL810433941B01"_s;
    QTest::newRow("time") << 5 << u"at 14:03:12 sharp"_s << u"14:03:12"_s;
    QTest::newRow("currency") << 6 << u"all in € and cents"_s << u"EUR"_s;
}

void TestRecognisers::patternsAreFound()
{
    QFETCH(int, kind);
    QFETCH(QString, text);
    QFETCH(QString, value);
    const auto finders = {findEmails, findUrls, findPhones, findIbans, findVatIds, findTimes, findCurrencies};
    const auto found = finders.begin()[kind](text);
    QCOMPARE(found.size(), 1U);
    QCOMPARE(found[0].value, value);
    QVERIFY(finders.begin()[kind](u"nothing of the kind"_s).empty());
    QVERIFY(finders.begin()[kind](QString()).empty());
}

void TestRecognisers::checkDigitsRaiseTheQuality()
{
    const auto right = findIbans(u"DE89370400440532013000"_s), wrong = findIbans(u"DE88370400440532013000"_s);
    QCOMPARE(right.size(), 1U);
    QCOMPARE(wrong.size(), 1U);
    QVERIFY(right[0].quality > wrong[0].quality);
}

QTEST_GUILESS_MAIN(TestRecognisers)
#include "tst_recognisers.moc"
