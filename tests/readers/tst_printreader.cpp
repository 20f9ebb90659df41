// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/picture.h"
#include "readers/printreader.h"
#include "readers/textrecogniser.h"

#include <QPainter>
#include <QTest>

using namespace xs::readers;
using namespace Qt::StringLiterals;

namespace {

struct Print
{
    QString text;
    QPoint place;
    int pixels = 30;
};

QImage paperWith(const std::vector<Print> &prints, QSize size = {900, 600})
{
    QImage paper(size, QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter painter(&paper);
    auto font = painter.font();
    font.setFamily(u"DejaVu Sans"_s);
    for (const auto &print : prints) {
        font.setPixelSize(print.pixels);
        painter.setFont(font);
        painter.drawText(print.place, print.text);
    }
    return paper;
}

std::vector<Word> read(PrintReader &reader, const QImage &picture)
{
    const auto prepared = preparePicture(picture, 0, PictureStyle::Plain);
    return prepared.pix ? reader.read(prepared.pix.get()) : std::vector<Word>();
}

QString textOf(const std::vector<Word> &words)
{
    QStringList texts;
    for (const auto &word : words)
        texts << word.text;
    return texts.join(u' ');
}

} // namespace

class TestPrintReader : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void rowsAreReadFromTheLeft();
    void boxesHoldTheInk();
    void smallAndLargePrintIsRead();
    void uprightLinesAreSeen();
    void paperWithoutPrintHasNoWords();
    void theSampleReceiptIsRead();

private:
    std::optional<PrintReader> m_reader;
};

void TestPrintReader::initTestCase()
{
    m_reader = PrintReader::load();
    QVERIFY(m_reader);
}

void TestPrintReader::rowsAreReadFromTheLeft()
{
    const auto words = read(*m_reader, paperWith({{u"12.50"_s, {700, 180}},
                                                  {u"Green tea"_s, {60, 180}},
                                                  {u"73.90"_s, {700, 260}},
                                                  {u"Total amount"_s, {60, 260}},
                                                  {u"Corner Market"_s, {60, 80}}}));
    QCOMPARE(textOf(words), u"Corner Market Green tea 12.50 Total amount 73.90"_s);
    for (const auto &word : words)
        QVERIFY2(word.confidence > 0.7 && word.confidence <= 1, qPrintable(word.text));
}

void TestPrintReader::boxesHoldTheInk()
{
    const auto paper = paperWith({{u"Invoice 48213 paid"_s, {100, 200}}});
    const auto words = read(*m_reader, paper);
    QCOMPARE(textOf(words), u"Invoice 48213 paid"_s);
    for (const auto &word : words) {
        const auto box = word.box.toAlignedRect();
        const auto isInked = [&](int x) {
            for (int y = box.top(); y <= box.bottom(); ++y)
                if (qGray(paper.pixel(x, y)) < 128)
                    return true;
            return false;
        };
        int first = box.left() - 10, last = box.right() + 10;
        while (!isInked(first))
            ++first;
        while (!isInked(last))
            --last;
        QVERIFY2(qAbs(first - box.left()) <= 4 && qAbs(last - box.right()) <= 4, qPrintable(word.text));
        QVERIFY2(box.height() > 20 && box.height() < 50, qPrintable(QString::number(box.height())));
    }
}

void TestPrintReader::smallAndLargePrintIsRead()
{
    QCOMPARE(textOf(read(*m_reader, paperWith({{u"Harbour Street 14"_s, {60, 60}, 14}}))), u"Harbour Street 14"_s);
    QCOMPARE(textOf(read(*m_reader, paperWith({{u"SALE 2024"_s, {60, 300}, 130}}))), u"SALE 2024"_s);
}

void TestPrintReader::uprightLinesAreSeen()
{
    const auto paper = paperWith({{u"Harbour Street 14"_s, {60, 60}}, {u"Total amount 73.90"_s, {60, 160}}});
    QVERIFY(!read(*m_reader, paper).empty());
    QVERIFY(!m_reader->sawUprightLines());
    QVERIFY(read(*m_reader, paper.transformed(QTransform().rotate(90))).empty());
    QVERIFY(m_reader->sawUprightLines());
}

void TestPrintReader::paperWithoutPrintHasNoWords()
{
    QVERIFY(read(*m_reader, paperWith({})).empty());
    QVERIFY(read(*m_reader, paperWith({}, {40, 9})).empty());
    QVERIFY(read(*m_reader, paperWith({}, {9, 3000})).empty());
}

void TestPrintReader::theSampleReceiptIsRead()
{
    const QImage receipt(QStringLiteral(XS_SOURCE_DIR "/resources") + u"/samples/receipt.png"_s);
    QVERIFY(!receipt.isNull());
    TextRecogniser recogniser;
    const auto text = textOf(recogniser.read(receipt));
    for (const auto *expected : {"PUDDLE LANE GROCERS", "004183", "17:42", "2.48", "27.27"})
        QVERIFY2(text.contains(QString::fromLatin1(expected)), qPrintable(text));
}

QTEST_MAIN(TestPrintReader)
#include "tst_printreader.moc"
