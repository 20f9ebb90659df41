// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/pagerange.h"

#include <QTest>

using namespace xs;
using namespace xs::domain;
using namespace Qt::StringLiterals;

class TestPageRange : public QObject
{
    Q_OBJECT

private slots:
    void readsAndWritesTheCanonicalText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        QTest::newRow("one") << u"3"_s << u"3"_s;
        QTest::newRow("list") << u"1,3,5-7"_s << u"1,3,5-7"_s;
        QTest::newRow("blanks") << u" 1 , 5 - 7 "_s << u"1,5-7"_s;
        QTest::newRow("unsorted") << u"8-10,1-3"_s << u"1-3,8-10"_s;
        QTest::newRow("overlap") << u"1-4,3-6"_s << u"1-6"_s;
        QTest::newRow("neighbours") << u"1,2,3"_s << u"1-3"_s;
        QTest::newRow("twice") << u"2,2"_s << u"2"_s;
    }

    void readsAndWritesTheCanonicalText()
    {
        QFETCH(QString, text);
        QFETCH(QString, canonical);
        const auto range = PageRange::parse(text);
        QVERIFY(range);
        QCOMPARE(range->text(), canonical);
    }

    void refusesEverythingElse_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto &text : {u""_s, u","_s, u"0"_s, u"7-5"_s, u"5-"_s, u"-5"_s, u"1,,2"_s, u"a"_s, u"1-2-3"_s,
                                 u"+1"_s, u"1.5"_s, u"99999999999"_s, u"٣"_s})
            QTest::newRow(qPrintable(u"\"%1\""_s.arg(text))) << text;
    }

    void refusesEverythingElse()
    {
        QFETCH(QString, text);
        QCOMPARE(PageRange::parse(text).error().code, ErrorCode::InvalidArgument);
    }

    void selectsThePagesOfADocument()
    {
        QCOMPARE(*selectPages({}, {}, 3), (std::vector{1, 2, 3}));
        QCOMPARE(*selectPages({}, 2, 3), (std::vector{1, 2}));
        QCOMPARE(*selectPages({}, 9, 3), (std::vector{1, 2, 3}));
        QCOMPARE(*selectPages(u"2-9"_s, 1, 3), (std::vector{2, 3}));
        QCOMPARE(selectPages(u"4-9"_s, {}, 3).error().code, ErrorCode::PageMissing);
        QCOMPARE(selectPages({}, {}, 0).error().code, ErrorCode::PageMissing);
    }

    void endsOfRangesMayExceedEveryDocument()
    {
        QCOMPARE(PageRange::parse(u"1-1000000"_s)->pagesOf(2), (std::vector{1, 2}));
    }
};

QTEST_GUILESS_MAIN(TestPageRange)
#include "tst_pagerange.moc"
