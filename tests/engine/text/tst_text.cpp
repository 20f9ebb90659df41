// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pagebuilder.h"
#include "engine/text/lines.h"
#include "engine/text/readingrepair.h"
#include "engine/text/segmenttext.h"

#include <QTest>

#include <limits>

using namespace xs;
using namespace Qt::StringLiterals;

namespace {

QString repaired(const QString &words)
{
    std::vector<document::Word> line;
    double x = 0;
    for (const auto &word : words.split(u' ')) {
        line.push_back({word, {x, 0, 6.0 * double(word.size()), 10}, true, 0.8});
        x += 6.0 * double(word.size()) + 3;
    }
    engine::repairReading(line);
    QStringList result;
    for (const auto &word : line)
        result << word.text;
    return result.join(u' ');
}

} // namespace

class TestText : public QObject
{
    Q_OBJECT

private slots:
    void linesRunFromTopToBottom();
    void wideGapsCutALine();
    void leaningLinesStayTogether();
    void lettersSetApartAreOneWord();
    void capitalsInPiecesAreOneWord();
    void brokenWordsAreLeftOut();
    void rulesPartSegments();
    void labelsAreCutFromWhatIsGluedToThem();
    void spansKnowTheirWords();
    void readingsArePutRight();
    void grownWordsAreCut_data();
    void grownWordsAreCut();
    void wholeWordsStayWhole();
    void amountsGetTheirPointBack();
    void tornAmountsAreJoined();
    void printedTextIsLeftAlone();
    void fieldsOfFormsStandApart();
};

void TestText::linesRunFromTopToBottom()
{
    const auto text =
        tests::BuiltPages().page().text(50, 300, u"below"_s).text(300, 100, u"right"_s).text(50, 101, u"left"_s).read();
    QCOMPARE(text.lines.size(), 2U);
    QCOMPARE(text.textOf(text.lines[0].tokens), u"left right"_s);
    QCOMPARE(text.textOf(text.lines[1].tokens), u"below"_s);
    QCOMPARE(text.tokens[0].box, QRectF(50, 101, 24, 10));
}

void TestText::wideGapsCutALine()
{
    const auto text = tests::BuiltPages().page().text(50, 100, u"Invoice number"_s).text(300, 100, u"4711"_s).read();
    QCOMPARE(text.segments.size(), 2U);
    QCOMPARE(text.textOf(text.segments[0].tokens), u"Invoice number"_s);
    QCOMPARE(text.textOf(text.segments[1].tokens), u"4711"_s);
}

void TestText::leaningLinesStayTogether()
{
    // Two lines 14 points apart that sink by 20 points over the width of the page.
    tests::BuiltPages pages;
    pages.page();
    for (int i = 0; i < 10; ++i)
        pages.text(40 + 50 * i, 100 + 2 * i, u"upper"_s).text(40 + 50 * i, 114 + 2 * i, u"lower"_s);
    const auto text = pages.read();
    QCOMPARE(text.lines.size(), 2U);
    QVERIFY(!text.textOf(text.lines[0].tokens).contains(u"lower"_s));
}

void TestText::lettersSetApartAreOneWord()
{
    const auto text = tests::BuiltPages().page().text(50, 100, u"I N V O I C E"_s).read();
    QCOMPARE(text.textOf(text.lines[0].tokens), u"INVOICE"_s);
    QCOMPARE(text.tokens.size(), 1U);
}

void TestText::capitalsInPiecesAreOneWord()
{
    // Small capitals, and the blank before the next word; figures and small letters stay as they are.
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"E"_s).text(56.6, 100, u"XPERIENCE"_s).text(115, 100, u"UK"_s);
    pages.text(50, 140, u"ENDED"_s).text(81.3, 140, u"NOVEMBER"_s);
    pages.text(50, 120, u"A"_s).text(56.6, 120, u"12"_s).text(69.2, 120, u"b"_s);
    const auto text = pages.read();
    QCOMPARE(text.textOf(text.lines[0].tokens), u"EXPERIENCE UK"_s);
    QCOMPARE(text.lines[1].tokens.size(), 3);
    QCOMPARE(text.lines[2].tokens.size(), 2);
}

void TestText::brokenWordsAreLeftOut()
{
    const auto nan = std::numeric_limits<double>::quiet_NaN();
    engine::Text text;
    engine::appendPage(text, 1, {600, 800},
                       {{u"a"_s, {0.1, 0.1, 0, 0}, true, 1},
                        {u" "_s, {0.1, 0.1, 0.1, 0.1}, true, 1},
                        {u"b"_s, {nan, 0, 0.1, 0.1}, true, 1}});
    QVERIFY(text.tokens.empty());
    engine::appendPage(text, 2, {0, 0}, {{u"a"_s, {0.1, 0.1, 0.1, 0.1}, true, 1}});
    QVERIFY(text.tokens.empty());
    QCOMPARE(text.pages.size(), 2U);
}

void TestText::rulesPartSegments()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"Bolts"_s).text(84, 100, u"24"_s);
    engine::Text plain, ruled;
    engine::appendPage(plain, 1, {600, 800}, pages.words(0));
    QCOMPARE(plain.segments.size(), 1U);
    // One line between the words and around them, and one that ends above.
    document::DrawnRules rules;
    rules.upright = {{82.0 / 600, 90.0 / 800, 0.5 / 600, 30.0 / 800}, {46.0 / 600, 50.0 / 800, 0.5 / 600, 30.0 / 800}};
    rules.level = {{40.0 / 600, 90.0 / 800, 200.0 / 600, 0.5 / 800}, {40.0 / 600, 120.0 / 800, 200.0 / 600, 0.5 / 800}};
    engine::appendPage(ruled, 1, {600, 800}, pages.words(0), {}, rules);
    QCOMPARE(ruled.segments.size(), 2U);
    const auto cell = ruled.cellAround(1, ruled.segments[0].box);
    QVERIFY(std::abs(cell.top() - 90.25) < 0.5 && std::abs(cell.bottom() - 120.25) < 0.5);
    QVERIFY(std::abs(cell.right() - 82.25) < 0.5 && cell.left() < 1);
}

void TestText::labelsAreCutFromWhatIsGluedToThem()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"Tel:5550100 Term(运输条款):CY-CY name(s) 10:30 https://example.com Amount(EUR)"_s);
    const auto text = pages.read();
    QStringList words;
    for (const auto &token : text.tokens)
        words << token.text;
    QCOMPARE(words, (QStringList{u"Tel:"_s, u"5550100"_s, u"Term"_s, u"(运输条款):"_s, u"CY-CY"_s, u"name(s)"_s,
                                 u"10:30"_s, u"https://example.com"_s, u"Amount"_s, u"(EUR)"_s}));
    // What is cited stands as on the page.
    QCOMPARE(text.textOf({0, 5}), u"Tel:5550100 Term(运输条款):CY-CY"_s);
}

void TestText::spansKnowTheirWords()
{
    const auto text = tests::BuiltPages().page().text(50, 100, u"due on 5 May 2020"_s).read();
    const engine::SpanText span(text, {0, 5});
    QCOMPARE(span.string(), u"due on 5 May 2020"_s);
    const auto found = span.tokens(7, 10);
    QCOMPARE(found.first, 2);
    QCOMPARE(found.last, 5);
}

void TestText::readingsArePutRight()
{
    QCOMPARE(repaired(u"Total 79. 35"_s), u"Total 79.35"_s);
    QCOMPARE(repaired(u"RM1O.50"_s), u"RM10.50"_s);
    QCOMPARE(repaired(u"O6/03/2O18"_s), u"06/03/2018"_s);
    QCOMPARE(repaired(u"TEA HOUSE SON BHD"_s), u"TEA HOUSE SDN BHD"_s);
    QCOMPARE(repaired(u"Tea House Sdn Bhb."_s), u"Tea House Sdn Bhd."_s);
    QCOMPARE(repaired(u"Tea House Ltd(4711-X)"_s), u"Tea House Ltd (4711-X)"_s);
    QCOMPARE(repaired(u"f(12)"_s), u"f(12)"_s);
}

void TestText::grownWordsAreCut_data()
{
    QTest::addColumn<QString>("read");
    QTest::addColumn<QString>("cut");
    QTest::newRow("time") << u"04/03/201815:41:52"_s << u"04/03/2018 15:41:52"_s;
    QTest::newRow("short time") << u"09/01/20198:01:11PM"_s << u"09/01/2019 8:01:11PM"_s;
    QTest::newRow("short year") << u"02/03/1805:16PM"_s << u"02/03/18 05:16PM"_s;
    QTest::newRow("named month") << u"24 Mar 1809:12:41"_s << u"24 Mar 18 09:12:41"_s;
    QTest::newRow("words behind a date") << u"12/03/2018Time"_s << u"12/03/2018 Time"_s;
    QTest::newRow("label of a date") << u"Date12/03/2018"_s << u"Date 12/03/2018"_s;
    QTest::newRow("label with a colon") << u"Date:12/03/2018"_s << u"Date: 12/03/2018"_s;
    QTest::newRow("label of an amount") << u"TOTALRM12.00"_s << u"TOTAL RM12.00"_s;
    QTest::newRow("tax behind its rate") << u"10.25%TAX"_s << u"10.25% TAX"_s;
    QTest::newRow("rate behind its tax") << u"GST7%"_s << u"GST 7%"_s;
    QTest::newRow("two labels") << u"GRANDTOTAL 7.70"_s << u"GRAND TOTAL 7.70"_s;
    QTest::newRow("address") << u"7.JALANMAWAR4/2,TAMANORKID,43200KAJANG"_s
                             << u"7. JALAN MAWAR4/2, TAMAN ORKID, 43200 KAJANG"_s;
    QTest::newRow("letters in a code") << u"4320OKAJANG"_s << u"43200 KAJANG"_s;
    QTest::newRow("number of a street") << u"NO.12 LEVEL1"_s << u"NO. 12 LEVEL 1"_s;
    QTest::newRow("legal form") << u"TEAHOUSESDNBHD"_s << u"TEAHOUSE SDN BHD"_s;
    QTest::newRow("word of trade") << u"ORCHIDENTERPRISE"_s << u"ORCHID ENTERPRISE"_s;
    QTest::newRow("number behind brackets") << u"TEA(KL)SDNBHD(4711-X)"_s << u"TEA(KL) SDN BHD (4711-X)"_s;
    QTest::newRow("lone point") << u"19 . 80"_s << u"19.80"_s;
}

void TestText::grownWordsAreCut()
{
    QFETCH(QString, read);
    QFETCH(QString, cut);
    QCOMPARE(repaired(read), cut);
}

void TestText::wholeWordsStayWhole()
{
    for (const auto &word :
         {u"SUBTOTAL"_s, u"01-143008"_s, u"15:41:52"_s, u"2018"_s, u"www.SHOP.COM"_s, u"a@SHOP.COM"_s, u"1,234.56"_s,
          u"SMART"_s, u"ENTERPRISES"_s, u"TAMANNA"_s, u"D.I.Y."_s, u"10:30"_s})
        QCOMPARE(repaired(word), word);
}

void TestText::amountsGetTheirPointBack()
{
    const auto column = [](const QStringList &words, double width = 10) {
        std::vector<std::vector<document::Word>> lines;
        for (const auto &word : words)
            lines.push_back({{word, {100 - width, 15.0 * double(lines.size()), width, 10}, true, 0.8}});
        engine::repairAmounts(lines);
        QStringList result;
        for (const auto &line : lines)
            result << line.front().text;
        return result.join(u' ');
    };
    QCOMPARE(column({u"12.50"_s, u"650"_s, u"0.90"_s, u"1.20"_s, u"2000"_s}), u"12.50 6.50 0.90 1.20 20.00"_s);
    QCOMPARE(column({u"2,50"_s, u"060"_s, u"1,90"_s}), u"2,50 0,60 1,90"_s);
    // Longer by far than its neighbours: a code that ends at the same edge.
    QCOMPARE(column({u"5.20"_s, u"100758"_s, u"8.90"_s}), u"5.20 100758 8.90"_s);
    // Nothing above, too short or too long for an amount, or no column of amounts.
    QCOMPARE(column({u"4711"_s, u"2.50"_s, u"1.90"_s}), u"4711 2.50 1.90"_s);
    QCOMPARE(column({u"2.50"_s, u"12"_s, u"1234567"_s, u"1.90"_s}), u"2.50 12 1234567 1.90"_s);
    QCOMPARE(column({u"100"_s, u"200"_s, u"300"_s}), u"100 200 300"_s);
}

void TestText::tornAmountsAreJoined()
{
    const auto word = [](const QString &text, double x, double y) {
        return document::Word{text, {x, y, 6.0 * double(text.size()), 10}, true, 0.8};
    };
    std::vector<std::vector<document::Word>> lines{
        {word(u"12.50"_s, 70, 0)}, {word(u"92"_s, 72, 15), word(u"80"_s, 88, 15)}, {word(u"7.20"_s, 76, 30)}};
    engine::repairAmounts(lines);
    QCOMPARE(lines[1].size(), 1U);
    QCOMPARE(lines[1][0].text, u"92.80"_s);
    QCOMPARE(lines[1][0].box, QRectF(72, 15, 28, 10));
}

void TestText::printedTextIsLeftAlone()
{
    for (const auto &words : {u"SO.SO"_s, u"OB.15"_s, u"MY SON AND I"_s, u"size S 12.50"_s, u"I.II"_s, u"B1/12"_s})
        QCOMPARE(repaired(words), words);
}

void TestText::fieldsOfFormsStandApart()
{
    engine::Text text;
    engine::appendPage(
        text, 1, {600, 800},
        {{u"Name"_s, {0.1, 0.1, 0.05, 0.0125}, true, 1}, {u"Jane"_s, {0.16, 0.1, 0.05, 0.0125}, true, 1}},
        {{{0.155, 0.09, 0.2, 0.03}, u"Name of the child"_s}});
    QCOMPARE(text.segments.size(), 2U);
    QCOMPARE(text.entryLabels, std::vector{u"Name of the child"_s});
    QCOMPARE(text.entryAt(1), (engine::Span{1, 2}));
    QCOMPARE(text.tokens[0].entry, 0);
    QCOMPARE(text.tokens[1].entry, 1);
}

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
