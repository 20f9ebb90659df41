// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/drawnboxes.h"
#include "readers/boxfinder.h"

#include <QPainter>
#include <QTest>

#include <algorithm>

using namespace xs;
using namespace Qt::StringLiterals;
using document::PictureOrigin;

namespace {

constexpr double dotsPerPoint = 150.0 / 72;
const QSizeF page(300, 200);

/// A page on which squares are drawn, in points.
class Paper
{
public:
    Paper() : m_image((page * dotsPerPoint).toSize(), QImage::Format_RGB32)
    {
        m_image.fill(Qt::white);
        m_painter.begin(&m_image);
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.scale(dotsPerPoint, dotsPerPoint);
        m_painter.setPen(QPen(Qt::black, 0.8));
    }
    QPainter &painter() { return m_painter; }
    void square(double x, double y, double side = 9) { m_painter.drawRect(QRectF(x, y, side, side)); }
    void cross(double x, double y, double side = 9)
    {
        m_painter.drawLine(QPointF(x + 1.5, y + 1.5), QPointF(x + side - 1.5, y + side - 1.5));
        m_painter.drawLine(QPointF(x + side - 1.5, y + 1.5), QPointF(x + 1.5, y + side - 1.5));
    }
    std::vector<document::DrawnBox> boxes(PictureOrigin origin = PictureOrigin::Painted)
    {
        m_painter.end();
        return readers::findDrawnBoxes(m_image, page, origin);
    }

private:
    QImage m_image;
    QPainter m_painter;
};

document::Word word(const QString &text, double x, double y, double width, double height = 9)
{
    return {text, {x / page.width(), y / page.height(), width / page.width(), height / page.height()}, true, 1};
}

QStringList texts(const std::vector<document::Word> &words)
{
    QStringList list;
    for (const auto &word : words)
        list << word.text;
    return list;
}

} // namespace

class TestDrawnBoxes : public QObject
{
    Q_OBJECT

private slots:
    void squaresAreFound();
    void marksAreSeen();
    void marksMayReachBeyondTheirBox();
    void circlesAreFoundOnPaintedPages();
    void tablesAndCombsAreNone();
    void scansAreReadToo();
    void boxesStandAmongWords();
    void framesAroundWordsAreNone();
    void lettersOfScansAreNone();
    void lettersOfReadWordsAreNone();
};

void TestDrawnBoxes::squaresAreFound()
{
    Paper paper;
    paper.square(20, 30);
    paper.square(100, 30, 12);
    const auto boxes = paper.boxes();
    QCOMPARE(boxes.size(), 2U);
    QVERIFY(std::abs(boxes[0].area.x() * page.width() - 20) < 1);
    QVERIFY(std::abs(boxes[1].area.width() * page.width() - 12) < 1.5);
    QVERIFY(!boxes[0].isTicked && !boxes[1].isTicked);
}

void TestDrawnBoxes::marksAreSeen()
{
    Paper paper;
    paper.square(20, 30);
    paper.square(60, 30);
    paper.cross(60, 30);
    paper.square(100, 30);
    paper.painter().drawPolyline(QPolygonF{QPointF(102, 35), QPointF(104, 37), QPointF(107.5, 31.5)});
    const auto boxes = paper.boxes();
    QCOMPARE(boxes.size(), 3U);
    QVERIFY(!boxes[0].isTicked);
    QVERIFY(boxes[1].isTicked);
    QVERIFY(boxes[2].isTicked);
}

void TestDrawnBoxes::marksMayReachBeyondTheirBox()
{
    Paper paper;
    paper.square(60, 30);
    paper.painter().drawLine(QPointF(57, 27), QPointF(73, 43));
    paper.painter().drawLine(QPointF(73, 26), QPointF(58, 42));
    const auto boxes = paper.boxes();
    QCOMPARE(boxes.size(), 1U);
    QVERIFY(boxes[0].isTicked);
    QVERIFY(std::abs(boxes[0].area.width() * page.width() - 9) < 2);
}

void TestDrawnBoxes::circlesAreFoundOnPaintedPages()
{
    Paper paper;
    paper.painter().drawEllipse(QRectF(20, 30, 9, 9));
    paper.painter().drawEllipse(QRectF(60, 30, 9, 9));
    paper.painter().setBrush(Qt::black);
    paper.painter().drawEllipse(QRectF(62.5, 32.5, 4, 4));
    const auto boxes = paper.boxes();
    QCOMPARE(boxes.size(), 2U);
    QVERIFY(!boxes[0].isTicked);
    QVERIFY(boxes[1].isTicked);
}

void TestDrawnBoxes::tablesAndCombsAreNone()
{
    Paper paper;
    // A grid whose cells are small squares, cells for letters with gaps between them, and a field.
    for (int i = 0; i < 5; ++i) {
        paper.square(20 + 10 * i, 30, 10);
        paper.square(20 + 13 * i, 80, 10);
    }
    paper.painter().drawRect(QRectF(20, 120, 200, 14));
    QCOMPARE(paper.boxes().size(), 0U);
}

void TestDrawnBoxes::scansAreReadToo()
{
    Paper paper;
    paper.painter().fillRect(QRectF(0, 0, 300, 200), QColor(225, 220, 210));
    paper.square(20, 30);
    paper.square(60, 30);
    paper.cross(60, 30);
    const auto boxes = paper.boxes(PictureOrigin::Scanned);
    QCOMPARE(boxes.size(), 2U);
    QVERIFY(!boxes[0].isTicked);
    QVERIFY(boxes[1].isTicked);
}

void TestDrawnBoxes::boxesStandAmongWords()
{
    std::vector<document::Word> words{word(u"yes"_s, 32, 30, 15), word(u"X"_s, 62, 31, 5), word(u"no"_s, 72, 30, 10)};
    const std::vector<document::DrawnBox> boxes{
        {{20 / page.width(), 30 / page.height(), 9 / page.width(), 9 / page.height()}},
        {{60 / page.width(), 30 / page.height(), 9 / page.width(), 9 / page.height()}, true}};
    document::addDrawnBoxes(words, boxes, PictureOrigin::Painted);
    QCOMPARE(texts(words), (QStringList{u"yes"_s, u"no"_s, u"☐"_s, u"☒"_s}));
    // Recognition reads a box as a letter, alone or at the start of a word.
    words = {word(u"O"_s, 20, 30, 9), word(u"yes"_s, 32, 30, 15), word(u"Mno"_s, 60, 30, 24)};
    document::addDrawnBoxes(words, boxes, PictureOrigin::Scanned);
    QCOMPARE(texts(words), (QStringList{u"yes"_s, u"no"_s, u"☐"_s, u"☒"_s}));
}

void TestDrawnBoxes::framesAroundWordsAreNone()
{
    std::vector<document::Word> words{word(u"B"_s, 22, 31, 5)};
    document::addDrawnBoxes(words,
                            {{{20 / page.width(), 30 / page.height(), 9 / page.width(), 9 / page.height()}, true}},
                            PictureOrigin::Painted);
    QCOMPARE(texts(words), QStringList{u"B"_s});
}

/// Round letters of heavy print have bars above and below, as boxes do.
void TestDrawnBoxes::lettersOfScansAreNone()
{
    Paper paper;
    paper.painter().fillRect(QRectF(0, 0, 300, 200), Qt::white);
    paper.painter().setPen(QPen(Qt::black, 1.8));
    for (int i = 0; i < 8; ++i)
        paper.painter().drawRoundedRect(QRectF(20 + 20 * i, 40, 9, 10), 4.4, 4.4);
    QCOMPARE(paper.boxes(PictureOrigin::Scanned).size(), 0U);
}

void TestDrawnBoxes::lettersOfReadWordsAreNone()
{
    const auto box = [](double x, double side) {
        return document::DrawnBox{{x / page.width(), 32 / page.height(), side / page.width(), side / page.height()},
                                  true};
    };
    std::vector<document::Word> words{word(u"Bridge"_s, 20, 30, 36), word(u"Asthma"_s, 100, 30, 40)};
    // The "d", the "B" and the box before "Asthma".
    document::addDrawnBoxes(words, {box(33, 6), box(20, 6), box(100, 10)}, PictureOrigin::Scanned);
    QCOMPARE(texts(words).first(1), QStringList{u"Bridge"_s});
    QCOMPARE(texts(words).count(u"☒"_s), 1);
}

QTEST_GUILESS_MAIN(TestDrawnBoxes)
#include "tst_drawnboxes.moc"
