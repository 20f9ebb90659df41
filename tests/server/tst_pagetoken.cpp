// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pagetoken.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs::server;

class TestPageToken : public QObject
{
    Q_OBJECT

private slots:
    void roundTrip()
    {
        for (const auto &token : {PageToken{{}, 7}, PageToken{u"ä:b/c+"_s, 9'007'199'254'740'993}}) {
            QCOMPARE(PageToken::parse(token.text()), std::optional(token));
            // It goes into a URL as it is.
            QVERIFY(!token.text().contains(QRegularExpression(u"[^A-Za-z0-9_-]"_s)));
        }
    }

    void otherTextsAreNoTokens()
    {
        for (const auto &text :
             {u""_s, u"x"_s, u"!!"_s, u"MTI"_s /* "12" */, u"LTE6"_s /* "-1:" */, u"YTpi"_s /* "a:b" */})
            QVERIFY2(!PageToken::parse(text), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestPageToken)
#include "tst_pagetoken.moc"
