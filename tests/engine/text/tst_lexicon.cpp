// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/lexicon.h"
#include "engine/text/words.h"

#include <QTest>

#include <algorithm>

using namespace xs::engine;
using namespace Qt::StringLiterals;

class TestLexicon : public QObject
{
    Q_OBJECT

private slots:
    void languagesMeanTheSame_data();
    void languagesMeanTheSame();
    void differentThingsDiffer();
    void unknownWordsMeanThemselves();
    void alternativesAreKnown();
    void harmlessBesideSome();
    void wordsAreFolded();
};

namespace {

Bag bagOf(const QString &text)
{
    return Lexicon::standard().bag(sentenceWords(text));
}

} // namespace

void TestLexicon::languagesMeanTheSame_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("english");
    QTest::newRow("german compound") << u"Rechnungsnummer:"_s << u"invoice number"_s;
    QTest::newRow("german abbreviation") << u"Rechnungsnr."_s << u"invoice number"_s;
    QTest::newRow("dutch compound") << u"Factuurdatum"_s << u"invoice date"_s;
    QTest::newRow("french") << u"Date d'échéance"_s << u"due date"_s;
    QTest::newRow("spanish") << u"Fecha de vencimiento"_s << u"due date"_s;
    QTest::newRow("italian") << u"Numero fattura"_s << u"invoice number"_s;
    QTest::newRow("portuguese") << u"Data de entrega"_s << u"delivery date"_s;
    QTest::newRow("phrase") << u"P.O. Number"_s << u"purchase order number"_s;
    QTest::newRow("umlaut written out") << u"Kaeufer"_s << u"buyer"_s;
}

void TestLexicon::languagesMeanTheSame()
{
    QFETCH(QString, label);
    QFETCH(QString, english);
    QVERIFY2(agreement(bagOf(label), bagOf(english)).both() > 0.95, qPrintable(label));
}

void TestLexicon::differentThingsDiffer()
{
    QVERIFY(agreement(bagOf(u"invoice date"_s), bagOf(u"due date"_s)).both() < 0.7);
    QVERIFY(agreement(bagOf(u"invoice number"_s), bagOf(u"order number"_s)).both() < 0.7);
    QCOMPARE(agreement(bagOf(u"cashier"_s), bagOf(u"total"_s)).both(), 0.0);
    QCOMPARE(agreement({}, {}).both(), 0.0);
}

void TestLexicon::unknownWordsMeanThemselves()
{
    QVERIFY(agreement(bagOf(u"kinetic intensity"_s), bagOf(u"Kinetic Intensity"_s)).both() > 0.99);
    QVERIFY(!Lexicon::standard().knows(u"zyxomma"_s));
    QVERIFY(Lexicon::standard().knows(u"rechnung"_s));
}

void TestLexicon::alternativesAreKnown()
{
    const auto others = Lexicon::standard().alternatives(bagOf(u"invoice number"_s));
    QVERIFY(!others.empty());
    QVERIFY(agreement(others.front(), bagOf(u"Facture"_s)).both() > 0.95);
}

void TestLexicon::harmlessBesideSome()
{
    const auto &lexicon = Lexicon::standard();
    const auto total = lexicon.named(u"total"_s), receipt = lexicon.named(u"receipt"_s);
    const auto isHarmless = [&lexicon](const Bag &word, const Bag &beside) {
        return std::ranges::any_of(lexicon.harmlessBeside(beside),
                                   [&word](quint64 sense) { return word.front().hasSense(sense); });
    };
    QVERIFY(isHarmless(receipt, total));
    QVERIFY(!isHarmless(total, receipt));
    QVERIFY(!isHarmless(receipt, {}));
}

void TestLexicon::wordsAreFolded()
{
    QCOMPARE(fold(u"Größe ÉTÉ"), u"grosse ete"_s);
    QCOMPARE(fold(u"AZ-az 09 @[`{"), u"az-az 09 @[`{"_s);
    QCOMPARE(key(u"E-Mail: Ünal 7"), u"emailunal7"_s);
    QCOMPARE(nameParts(u"unitPrice_net"_s), QStringList({u"unit"_s, u"price"_s, u"net"_s}));
    QCOMPARE(nameParts(u"address2"_s), QStringList({u"address"_s, u"2"_s}));
    QCOMPARE(nameParts(u"w9"_s), QStringList({u"w9"_s}));
    QCOMPARE(sentenceWords(u"(Total), incl. VAT:"_s), QStringList({u"total"_s, u"incl"_s, u"vat"_s}));
    QCOMPARE(likeness(u"total", u"total"), 1.0);
    QVERIFY(likeness(u"total", u"totel") > 0.7);
    QCOMPARE(likeness(u"a", u"completely"), 0.0);
}

QTEST_GUILESS_MAIN(TestLexicon)
#include "tst_lexicon.moc"
