// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/costtext.h"

#include <QLocale>
#include <QTest>

using namespace xs;
using namespace xs::wording;
using namespace Qt::StringLiterals;

class TestCostText : public QObject
{
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void amounts()
    {
        const auto &rates = domain::builtInRates();
        QCOMPARE(creditsText({50, 50}), u"50 credits"_s);
        QCOMPARE(creditsText({1, 1}), u"1 credit"_s);
        QCOMPARE(creditsText({60, 110}), u"60–110 credits"_s);
        QCOMPARE(amountText({12'500, 12'500}), u"12,500"_s);
        QCOMPARE(amountText({12.5, 12.5}), u"12.50"_s);
        QCOMPARE(moneyText({50, 50}, rates), u"$0.06"_s);
        QCOMPARE(moneyText({60, 110}, rates), u"$0.08–$0.14"_s);
        QCOMPARE(moneyText({1, 1}, rates), u"$0.0013"_s);
        QCOMPARE(moneyText({0, 0}, rates), u"$0.00"_s);
    }

    void moneyAsTheLanguageWritesIt()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        auto rates = domain::builtInRates();
        QCOMPARE(moneyText({50, 50}, rates).simplified(), u"0,06 $"_s);
        rates.currency = u"EUR"_s;
        QCOMPARE(moneyText({50, 50}, rates).simplified(), u"0,06 €"_s);
    }

    void sums()
    {
        domain::CostEstimate estimate;
        estimate.extractCredits = {30, 30};
        estimate.parseCredits = {20, 20};
        QCOMPARE(costText(estimate, domain::builtInRates()), u"50 credits ≈ $0.06"_s);
        estimate.unknownDocuments = 1;
        QCOMPARE(costText(estimate, domain::builtInRates()), u"at least 50 credits ≈ $0.06"_s);
    }
};

QTEST_GUILESS_MAIN(TestCostText)
#include "tst_costtext.moc"
