// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/languageguess.h"
#include "readers/wordvote.h"

#include <QTest>

using namespace xs::readers;
using xs::document::Word;
using namespace Qt::StringLiterals;

namespace {

Word word(const QString &text, double x, double confidence)
{
    return {text, {x, 0.1, 0.1, 0.02}, true, confidence};
}

} // namespace

class TestWordVote : public QObject
{
    Q_OBJECT

private slots:
    void mostReadingsDecide()
    {
        const std::vector<Word> one{word(u"T0TAL"_s, 0.1, 0.8), word(u"42.40"_s, 0.5, 0.9)};
        const std::vector<Word> two{word(u"TOTAL"_s, 0.1, 0.7), word(u"42.40"_s, 0.5, 0.8)};
        const std::vector<Word> three{word(u"TOTAL"_s, 0.11, 0.7), word(u"42.40"_s, 0.5, 0.9)};
        const auto line = votedLine(one, {one, two, three});
        QCOMPARE(line[0].text, u"TOTAL"_s);
        QCOMPARE(line[1].text, u"42.40"_s);
        // Agreement is worth more than the surest reading alone.
        QVERIFY(line[1].confidence > line[0].confidence);
        QCOMPARE(line[1].confidence, 0.95);
    }

    void threeThatDifferVoteLetterByLetter()
    {
        const std::vector<Word> one{word(u"B1NG0"_s, 0.1, 0.6)};
        const std::vector<Word> two{word(u"BIN60"_s, 0.1, 0.6)};
        const std::vector<Word> three{word(u"BINGO"_s, 0.1, 0.5)};
        QCOMPARE(votedLine(one, {one, two, three})[0].text, u"BING0"_s);
    }

    void wordsElsewhereHaveNoVote()
    {
        const std::vector<Word> one{word(u"A1"_s, 0.1, 0.5)};
        const std::vector<Word> two{word(u"A7"_s, 0.4, 0.99)};
        QCOMPARE(votedLine(one, {one, two})[0].text, u"A1"_s);
        QCOMPARE(votedLine({}, {one}).size(), std::size_t(0));
    }

    void languagesAreTold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"this is the price of the goods and you pay for the rest"_s << u"eng"_s;
        QTest::newRow("German") << u"die Ware ist bis zum Monat mit der Rechnung und nicht bar zu zahlen"_s << u"deu"_s;
        QTest::newRow("French") << u"le prix est dans votre facture pour les clients et vous payez par carte"_s
                                << u"fra"_s;
        QTest::newRow("Dutch") << u"het bedrag van een factuur en de kosten voor uw order zijn niet bij ons"_s
                               << u"nld"_s;
        QTest::newRow("codes") << u"A-1 B-2 4711 EUR 12.50"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void languagesAreTold()
    {
        QFETCH(QString, text);
        QFETCH(QString, language);
        std::vector<Word> words;
        for (const auto &part : text.split(u' ', Qt::SkipEmptyParts))
            words.push_back(word(part, 0.1, 1));
        QCOMPARE(languageOf(words), language);
    }
};

QTEST_GUILESS_MAIN(TestWordVote)
#include "tst_wordvote.moc"
