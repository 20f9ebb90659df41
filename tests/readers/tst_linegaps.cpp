// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/linegaps.h"
#include "readers/linewords.h"

#include <QTest>

using namespace xs::readers;
using namespace Qt::StringLiterals;

namespace {

constexpr int letterColumns = 10, heightColumns = 25;

/// Letters of eight columns of ink and two of paper each, thin ones of two columns in the middle of their place; ' ' is
/// a blank that the net saw, '_' the same paper where it saw none, and '|' half as much.
LineReading line(const QString &text)
{
    LineReading reading;
    reading.columnsPerHeight = heightColumns;
    for (const auto sign : text) {
        const auto begin = reading.ink.size();
        const bool isPaper = sign == u'_' || sign == u' ' || sign == u'|';
        const bool isThin = sign == u'I';
        for (int k = 0; k < (sign == u'|' ? letterColumns / 2 : letterColumns); ++k)
            reading.ink.push_back(!isPaper && k > (isThin ? 3 : 0) && k < letterColumns - (isThin ? 4 : 1) ? 200 : 3);
        if (sign != u'_' && sign != u'|')
            reading.letters.push_back({QString(sign), 0.9, (double(begin) + letterColumns / 2.0) / heightColumns, {}});
    }
    return reading;
}

} // namespace

class TestLineGaps : public QObject
{
    Q_OBJECT

private slots:
    void gapsPartWords_data();
    void gapsPartWords();
    void blanksComeIntoTheGap();
};

void TestLineGaps::gapsPartWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << u""_s << u""_s;
    QTest::newRow("one word") << u"DOCKYARD"_s << u"DOCKYARD"_s;
    QTest::newRow("the net saw the blank") << u"DOCK YARD"_s << u"DOCK YARD"_s;
    QTest::newRow("it saw none") << u"DOCK_YARD"_s << u"DOCK YARD"_s;
    QTest::newRow("a narrow blank among narrow gaps") << u"DOCK|YARD"_s << u"DOCK YARD"_s;
    QTest::newRow("letters far apart are no words") << u"D|O|C|K|Y|A|R|D"_s << u"DOCKYARD"_s;
    QTest::newRow("few letters say nothing of the usual gap") << u"DO|C"_s << u"DOC"_s;
    QTest::newRow("thin letters stand free on both sides") << u"DRINK HARBOUR"_s << u"DRINK HARBOUR"_s;
    QTest::newRow("a blank beside a thin letter") << u"DOCK|IN HARBOUR"_s << u"DOCK IN HARBOUR"_s;
    QTest::newRow("digits are left together") << u"DOCKYARD 12|34"_s << u"DOCKYARD 1234"_s;
    QTest::newRow("a number and a name") << u"81100|DOCKYARD"_s << u"81100 DOCKYARD"_s;
    QTest::newRow("white behind an L") << u"DOCKYARDS HAL|E"_s << u"DOCKYARDS HALE"_s;
}

void TestLineGaps::gapsPartWords()
{
    QFETCH(QString, text);
    auto reading = line(text);
    partAtGaps(reading);
    QStringList words;
    for (const auto &word : wordsOf(reading))
        words << word.text;
    QTEST(words.join(u' '), "words");
}

void TestLineGaps::blanksComeIntoTheGap()
{
    auto reading = line(u"DOCK_YARD"_s);
    partAtGaps(reading);
    QCOMPARE(reading.letters.size(), std::size_t(9));
    QCOMPARE(reading.letters[4].text, u" "_s);
    // Letters 4 and 5 have ink to column 39 and from column 51.
    QCOMPARE(reading.letters[4].place * heightColumns, 45.0);
}

QTEST_GUILESS_MAIN(TestLineGaps)
#include "tst_linegaps.moc"
