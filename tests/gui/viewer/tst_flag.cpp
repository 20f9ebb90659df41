// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/flag.h"

#include "gui/viewer/sceneitems.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs::gui::viewer;

namespace {

const QRectF room(0, 0, 600, 800);
const QSizeF size(120, 20);

} // namespace

class TestFlag : public QObject
{
    Q_OBJECT

private slots:
    void standsAtTheRight();
    void goesLeftWhereTheRoomEnds();
    void neverCoversAnotherValue();
    void isLeftOutWhereNothingIsFree();
    void hidesNothingThatIsPrinted();
    void leavesTheLabelAtTheLeft();
    void isSmallWithoutAName();
    void endsWithTheBoxAtTheEdge();
    void markedTextLeavesItsInkAlone();
};

void TestFlag::standsAtTheRight()
{
    const auto flag = placeFlag({100, 100, 60, 12}, size, {}, room);
    QVERIFY(flag);
    QCOMPARE(flag->side, Flag::Side::Right);
    QVERIFY(flag->rect.left() > 160 + 7);
    QVERIFY(qAbs(flag->rect.center().y() - 106) <= 1);
}

void TestFlag::goesLeftWhereTheRoomEnds()
{
    const auto flag = placeFlag({500, 100, 60, 12}, size, {}, room);
    QVERIFY(flag);
    QCOMPARE(flag->side, Flag::Side::Left);
}

void TestFlag::neverCoversAnotherValue()
{
    const QRectF box(250, 100, 60, 12);
    const std::vector<QRectF> sides = {{330, 100, 50, 12}, {180, 100, 50, 12}};
    const auto above = placeFlag(box, size, sides, room);
    QVERIFY(above);
    QCOMPARE(above->side, Flag::Side::Above);
    auto crowded = sides;
    crowded.push_back({250, 70, 60, 12});
    const auto below = placeFlag(box, size, crowded, room);
    QVERIFY(below);
    QCOMPARE(below->side, Flag::Side::Below);
    for (const auto &other : crowded)
        QVERIFY(!below->rect.intersects(other));
}

/// A headline at the right of the box: the flag stands where the page is empty; where it is empty nowhere, it stands
/// where it hides least.
void TestFlag::hidesNothingThatIsPrinted()
{
    const QRectF box(250, 100, 60, 12);
    const QRectF headline(320, 90, 250, 40);
    const auto onHeadline = [&](const QRectF &place) { return place.intersects(headline) ? 0.2 : 0.0; };
    const auto flag = placeFlag(box, size, {}, room, onHeadline);
    QVERIFY(flag);
    QCOMPARE(flag->side, Flag::Side::Left);
    const auto least = placeFlag(box, size, {}, room, [](const QRectF &place) { return place.y() < 100 ? 0.1 : 0.3; });
    QVERIFY(least);
    QVERIFY(least->rect.y() < 100);
}

/// With something printed all around, the label at the left is the last to be covered.
void TestFlag::leavesTheLabelAtTheLeft()
{
    const QRectF box(500, 100, 60, 12);
    const auto flag =
        placeFlag(box, size, {}, room, [&](const QRectF &place) { return place.right() < box.left() ? 0.08 : 0.1; });
    QVERIFY(flag);
    QVERIFY(flag->side != Flag::Side::Left);
    QVERIFY(hidesPrint(*flag));
}

/// The level alone is a smaller flag, for places where the name has no room.
void TestFlag::isSmallWithoutAName()
{
    Highlight highlight;
    highlight.label = u"vendor_name"_s;
    highlight.score = 0.87;
    const auto whole = flagSize(highlight, QFont());
    highlight.label.clear();
    const auto brief = flagSize(highlight, QFont());
    QVERIFY(brief.width() < whole.width() - 20);
    QCOMPARE(brief.height(), whole.height());
}

/// At the right edge of the page, with words at the left: above, and no farther than the box.
void TestFlag::endsWithTheBoxAtTheEdge()
{
    const QRectF box(530, 100, 60, 12);
    const auto flag = placeFlag(box, size, {}, room,
                                [](const QRectF &place) { return place.y() > 95 && place.y() < 115 ? 0.2 : 0.0; });
    QVERIFY(flag);
    QCOMPARE(flag->side, Flag::Side::Above);
    QVERIFY(flag->endsWithBox);
    QVERIFY(flag->rect.right() <= box.right() + 6 && flag->rect.right() > box.left());
}

void TestFlag::isLeftOutWhereNothingIsFree()
{
    QVERIFY(!placeFlag({250, 100, 60, 12}, size, {{0, 0, 600, 800}}, room));
}

/// The view hands one painter from item to item: white on blue would be blue if the marks kept multiplying.
void TestFlag::markedTextLeavesItsInkAlone()
{
    QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    for (const auto look : {MarkedText::Look::Marked, MarkedText::Look::Found, MarkedText::Look::FoundHere}) {
        MarkedText marks(look);
        marks.setBoxes({{4, 4, 20, 10}});
        marks.paint(&painter, nullptr, nullptr);
        QCOMPARE(painter.compositionMode(), QPainter::CompositionMode_SourceOver);
    }
}

QTEST_MAIN(TestFlag)
#include "tst_flag.moc"
