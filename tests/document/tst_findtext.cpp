// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/findtext.h"

#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;

class TestFindText : public QObject
{
    Q_OBJECT

private slots:
    void textsAreFound_data();
    void textsAreFound();
    void linesHaveBoxesOfTheirOwn();
    void nothingIsFoundWhereNothingIs();
};

namespace {

/// Words in lines of ten, 0.1 wide and 0.02 high.
std::vector<document::Word> wordsOf(const QString &text)
{
    std::vector<document::Word> words;
    for (const auto &word : text.split(u' ')) {
        const auto i = double(words.size());
        words.push_back({word, QRectF(0.1 * double(int(i) % 10), 0.05 * double(int(i) / 10), 0.09, 0.02), true, 1});
    }
    return words;
}

} // namespace

void TestFindText::textsAreFound_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    QTest::newRow("exactly") << u"Total due 12.50 EUR"_s << u"12.50 EUR"_s << u"12.50 EUR"_s;
    QTest::newRow("other case and accents")
        << u"Société MÜLLER et fils"_s << u"societe Muller"_s << u"Société MÜLLER"_s;
    QTest::newRow("other blanks") << u"IBAN DE08 7009 0100 1234"_s << u"DE08700901001234"_s << u"DE08 7009 0100 1234"_s;
    QTest::newRow("a wrong letter") << u"Invoice lnvoice-4711 of May"_s << u"Invoice-4711"_s << u"lnvoice-4711"_s;
}

void TestFindText::textsAreFound()
{
    QFETCH(QString, page);
    QFETCH(QString, text);
    QFETCH(QString, found);
    const auto places = document::findText(wordsOf(page), text);
    QVERIFY(!places.empty());
    QCOMPARE(places.front().text, found);
    QVERIFY(places.front().likeness >= 0.8);
}

void TestFindText::linesHaveBoxesOfTheirOwn()
{
    const auto places = document::findText(wordsOf(u"a b c d e f g h Main Street 12 Springfield x y"_s),
                                           u"Main Street 12 Springfield"_s);
    QCOMPARE(places.size(), 1U);
    QCOMPARE(places.front().boxes.size(), 2U);
    QCOMPARE(places.front().boxes[0], QRectF(0.8, 0, 0.19, 0.02));
    QCOMPARE(places.front().boxes[1], QRectF(0, 0.05, 0.19, 0.02));
}

void TestFindText::nothingIsFoundWhereNothingIs()
{
    QVERIFY(document::findText({}, u"x"_s).empty());
    QVERIFY(document::findText(wordsOf(u"one two"_s), QString()).empty());
    QVERIFY(document::findText(wordsOf(u"one two"_s), u"..."_s).empty());
    QVERIFY(document::findText(wordsOf(u"one two"_s), u"entirely different"_s).empty());
}

QTEST_GUILESS_MAIN(TestFindText)
#include "tst_findtext.moc"
