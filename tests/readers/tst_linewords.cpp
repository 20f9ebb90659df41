// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/linegaps.h"
#include "readers/linewords.h"

#include <QTest>

using namespace xs::readers;
using namespace Qt::StringLiterals;

namespace {

constexpr int letterColumns = 10;

/// Letters of eight columns of ink and two of paper each; '_' is paper that the net took for nothing, ' ' is a blank
/// that it saw, and signs are narrow.
LineReading line(const QString &text)
{
    LineReading reading;
    reading.columnsPerHeight = 20;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto inked = text[i] != u'_' && text[i] != u' ';
        const auto end = text[i].isPunct() ? letterColumns / 2 + 1 : letterColumns - 1;
        for (int k = 0; k < letterColumns; ++k)
            reading.ink.push_back(inked && k > 0 && k < end ? 200 : 3);
        if (text[i] != u'_')
            reading.letters.push_back({QString(text[i]), 0.9, (double(i) + 0.5) * letterColumns / 20, {}});
    }
    return reading;
}

} // namespace

class TestLineWords : public QObject
{
    Q_OBJECT

private slots:
    void blanksAndGapsPartWords_data();
    void blanksAndGapsPartWords();
    void wordsAreAsWideAsTheirInk();
    void doubtMakesAWordDoubtful();
};

void TestLineWords::blanksAndGapsPartWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nothing") << u""_s << QStringList();
    QTest::newRow("blanks alone") << u"  "_s << QStringList();
    QTest::newRow("one word") << u"Total"_s << QStringList{u"Total"_s};
    QTest::newRow("a blank") << u"No. 12"_s << QStringList{u"No."_s, u"12"_s};
    QTest::newRow("blanks at the ends") << u" a  b "_s << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("a gap that the net passed over") << u"Total_4.20"_s << QStringList{u"Total"_s, u"4.20"_s};
    QTest::newRow("a comma between words") << u"Floor,Mall"_s << QStringList{u"Floor,"_s, u"Mall"_s};
    QTest::newRow("a colon behind a label") << u"No:12"_s << QStringList{u"No:"_s, u"12"_s};
    QTest::newRow("a comma before a long number") << u"9,47400"_s << QStringList{u"9,"_s, u"47400"_s};
    QTest::newRow("thousands") << u"1,250.00"_s << QStringList{u"1,250.00"_s};
    QTest::newRow("a time") << u"17:42"_s << QStringList{u"17:42"_s};
}

void TestLineWords::blanksAndGapsPartWords()
{
    QFETCH(QString, text);
    QFETCH(QStringList, words);
    QStringList found;
    auto reading = line(text);
    partAtGaps(reading);
    for (const auto &word : wordsOf(reading))
        found << word.text;
    QCOMPARE(found, words);
}

void TestLineWords::wordsAreAsWideAsTheirInk()
{
    const auto words = wordsOf(line(u"__ab cd__"_s));
    QCOMPARE(words.size(), std::size_t(2));
    constexpr double columns = 9 * letterColumns;
    QCOMPARE(words[0].begin * columns, 21.0);
    QCOMPARE(words[0].end * columns, 39.0);
    QCOMPARE(words[1].begin * columns, 51.0);
    QCOMPARE(words[1].end * columns, 69.0);
}

void TestLineWords::doubtMakesAWordDoubtful()
{
    auto reading = line(u"ab c"_s);
    reading.letters[0].confidence = 0.4;
    const auto words = wordsOf(reading);
    QVERIFY(qAbs(words[0].confidence - 0.6) < 1e-6);
    QVERIFY(qAbs(words[1].confidence - 0.9) < 1e-6);
}

QTEST_GUILESS_MAIN(TestLineWords)
#include "tst_linewords.moc"
