// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/linespelling.h"

#include <QTest>

using namespace xs::readers;
using namespace Qt::StringLiterals;

namespace {

/// Letters of which each may be the one at its place in `others`, too, with this confidence.
LineReading line(const QString &text, const QString &others, double confidence)
{
    LineReading reading;
    for (qsizetype i = 0; i < text.size(); ++i) {
        LineLetter letter{QString(text[i]), 0.6, double(i), {}};
        if (others[i] != text[i])
            letter.others.push_back({QString(others[i]), confidence});
        reading.letters.push_back(letter);
    }
    return reading;
}

} // namespace

class TestLineSpelling : public QObject
{
    Q_OBJECT

private slots:
    void shapesDecide_data();
    void shapesDecide();
    void theLikeliestThatFitsIsTaken();
};

void TestLineSpelling::shapesDecide_data()
{
    QTest::addColumn<QString>("read");
    QTest::addColumn<QString>("others");
    QTest::addColumn<double>("confidence");
    QTest::addColumn<QString>("spelled");
    QTest::newRow("zero in a number") << u"531O0"_s << u"53100"_s << 0.1 << u"53100"_s;
    QTest::newRow("one in a number") << u"No. 28I1"_s << u"No. 2811"_s << 0.1 << u"No. 2811"_s;
    QTest::newRow("a code whose letter is sure") << u"1851B"_s << u"1851B"_s << 0.1 << u"1851B"_s;
    QTest::newRow("letters that outweigh digits") << u"SS2I"_s << u"5521"_s << 0.1 << u"SS2I"_s;
    QTest::newRow("zeros within a word") << u"FL00R"_s << u"FLOOR"_s << 0.05 << u"FLOOR"_s;
    QTest::newRow("one within small letters") << u"Ja1an"_s << u"Jalan"_s << 0.05 << u"Jalan"_s;
    QTest::newRow("no small letter among large ones") << u"JA1AN"_s << u"JAlAN"_s << 0.4 << u"JA1AN"_s;
    QTest::newRow("at the begin of a word") << u"0LIVE 9"_s << u"OLIVE 9"_s << 0.15 << u"OLIVE 9"_s;
    QTest::newRow("hardly likely at the begin") << u"0LIVE"_s << u"OLIVE"_s << 0.05 << u"0LIVE"_s;
    QTest::newRow("at the end of a word") << u"N0.3"_s << u"NO.3"_s << 0.25 << u"NO.3"_s;
    QTest::newRow("hardly likely at the end") << u"PJ8"_s << u"PJB"_s << 0.1 << u"PJ8"_s;
    QTest::newRow("number and word in one") << u"4000OSHAH"_s << u"40000SHAH"_s << 0.05 << u"40000SHAH"_s;
    QTest::newRow("I before small letters") << u"BIk"_s << u"Blk"_s << 0.03 << u"Blk"_s;
    QTest::newRow("I at the begin of a word") << u"In"_s << u"ln"_s << 0.3 << u"In"_s;
    QTest::newRow("l before a consonant") << u"lced"_s << u"Iced"_s << 0.03 << u"Iced"_s;
    QTest::newRow("l before a vowel") << u"lemon"_s << u"Iemon"_s << 0.3 << u"lemon"_s;
    QTest::newRow("l of a unit") << u"lbs"_s << u"Ibs"_s << 0.3 << u"lbs"_s;
    QTest::newRow("l between large letters") << u"TAlLOR"_s << u"TAILOR"_s << 0.03 << u"TAILOR"_s;
}

void TestLineSpelling::shapesDecide()
{
    QFETCH(QString, read);
    QFETCH(QString, others);
    QFETCH(double, confidence);
    QFETCH(QString, spelled);
    auto reading = line(read, others, confidence);
    spellByShape(reading);
    QString text;
    for (const auto &letter : reading.letters)
        text += letter.text;
    QCOMPARE(text, spelled);
}

void TestLineSpelling::theLikeliestThatFitsIsTaken()
{
    auto reading = line(u"FL1P"_s, u"FL|P"_s, 0.3);
    reading.letters[2].others.push_back({u"I"_s, 0.2});
    reading.letters[2].others.push_back({u"L"_s, 0.1});
    spellByShape(reading);
    QCOMPARE(reading.letters[2].text, u"I"_s);
    QVERIFY(qAbs(reading.letters[2].confidence - 0.8) < 1e-9);
}

QTEST_GUILESS_MAIN(TestLineSpelling)
#include "tst_linespelling.moc"
