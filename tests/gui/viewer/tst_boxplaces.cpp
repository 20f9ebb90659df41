// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/studiostyle.h"
#include "gui/common/theme.h"
#include "gui/viewer/documentview.h"
#include "gui/viewer/pageview.h"
#include "testpdf.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::gui;
using namespace xs::gui::viewer;

namespace {

/// The colour of what the boxes stand around; nothing else has it.
const QByteArray ink = "1 0 1";

bool isInk(QRgb pixel)
{
    return qRed(pixel) > 150 && qBlue(pixel) > 150 && qGreen(pixel) < qRed(pixel) - 80;
}

bool isLine(QRgb pixel)
{
    const auto line = common::paperColors(domain::ConfidenceLevel::Certain).line;
    return qAbs(qRed(pixel) - line.red()) < 40 && qAbs(qGreen(pixel) - line.green()) < 40 &&
           qAbs(qBlue(pixel) - line.blue()) < 40;
}

/// What the pixels with a colour cover.
template <typename Is>
QRect coveredBy(const QImage &image, Is is)
{
    QRect all;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (is(image.pixel(x, y)))
                all |= QRect(x, y, 1, 1);
    return all;
}

domain::ResultNode valueWith(const domain::Citation &citation)
{
    domain::ResultNode value;
    value.name = u"total"_s;
    value.value = "Total";
    value.evidence = domain::Evidence{{citation}, 0.99, {}, {}, {}};
    domain::ResultNode root;
    root.kind = domain::ResultNode::Kind::Object;
    root.children = {value};
    return root;
}

} // namespace

/// Golden pictures by position: on the page stands something in a colour of its own, and the box's line, whose place
/// was computed from what the page's author knows, must stand around exactly that, however the page is stored, turned
/// and scaled.
class TestBoxPlaces : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void serverBoxesStandAroundTheInk_data() { variants(); }
    void serverBoxesStandAroundTheInk();
    void textIsLocatedOnItsWords_data() { variants(); }
    void textIsLocatedOnItsWords();
    void badgeCoversNoInk();

private:
    void variants();
    QImage pictureOf(DocumentView &view, const tests::TestPage &page, const domain::ResultNode &result);

    QTemporaryDir m_folder;
};

void TestBoxPlaces::initTestCase()
{
    auto *style = common::StudioStyle::install(*qApp, common::StudioStyle::Scheme::Light);
    style->setMotionAllowed(false);
}

void TestBoxPlaces::variants()
{
    QTest::addColumn<int>("rotate");
    QTest::addColumn<bool>("cropped");
    QTest::addColumn<int>("turn");
    QTest::addColumn<double>("zoom");
    for (const auto rotate : {0, 90, 180, 270})
        for (const auto cropped : {false, true})
            for (const auto turn : {0, 90, 180, 270})
                for (const auto zoom : {0.7, 2.0})
                    QTest::addRow("/Rotate %d, %s, view turned %d, %.0f %%", rotate, cropped ? "cropped" : "whole",
                                  turn, zoom * 100)
                        << rotate << cropped << turn << zoom;
}

QImage TestBoxPlaces::pictureOf(DocumentView &view, const tests::TestPage &page, const domain::ResultNode &result)
{
    QFETCH(int, turn);
    QFETCH(double, zoom);
    const auto file = m_folder.filePath(u"page%1.pdf"_s.arg(quintptr(&view)));
    tests::writeFile(file, tests::makePdf({page}));
    view.resize(900, 900);
    view.show();
    view.open(file);
    view.setResult(result);
    [&] { QTRY_VERIFY_WITH_TIMEOUT(!view.pageSizes().empty(), 30'000); }();
    view.pages()->setZoom(zoom);
    view.pages()->turn(turn);
    [&] { QTRY_VERIFY_WITH_TIMEOUT(view.pages()->isSharp() && !view.pages()->highlights().empty(), 30'000); }();
    const auto box = view.pages()->highlights().front().rects.front();
    view.pages()->showPlace(0, box);
    [&] { QTRY_VERIFY_WITH_TIMEOUT(view.pages()->isSharp(), 30'000); }();
    return view.pages()->viewport()->grab().toImage();
}

void TestBoxPlaces::serverBoxesStandAroundTheInk()
{
    QFETCH(int, rotate);
    QFETCH(bool, cropped);
    QFETCH(double, zoom);
    // The page is 300×420, its crop box 220×340 from (30, 50); the bar stands inside of both.
    const QRectF bar(70, 300, 90, 16);
    const QRectF shown = cropped ? QRectF(30, 50, 220, 340) : QRectF(0, 0, 300, 420);
    tests::TestPage page{{0, 0, 300, 420}, {}, rotate, tests::barAt(bar, ink)};
    if (cropped)
        page.cropBox = shown;

    // As a server gives it: from the upper left corner of the page as it is read, in a unit of its own (double points).
    const QRectF upright((bar.left() - shown.left()) / shown.width(), (shown.bottom() - bar.bottom()) / shown.height(),
                         bar.width() / shown.width(), bar.height() / shown.height());
    const auto read = turnedRect(upright, rotate);
    const auto size = (rotate % 180 == 0 ? shown.size() : shown.size().transposed()) * 2;
    const QRectF box(read.x() * size.width(), read.y() * size.height(), read.width() * size.width(),
                     read.height() * size.height());
    DocumentView view;
    const auto image = pictureOf(view, page, valueWith({1, u"Total"_s, {box}, size}));
    const auto inked = coveredBy(image, isInk);
    const auto line = coveredBy(image, isLine);
    const auto scale = zoom * view.logicalDpiX() / 72;
    const auto length = std::max(inked.width(), inked.height());
    QVERIFY2(qAbs(length - 90 * scale) < 4, qPrintable(QString::number(length)));
    // 4 px at the sides and 1 px above and below; the badge stands at the left edge and reaches 7 px beyond.
    const auto badge = std::min(7, inked.left() - line.left() - 4);
    const auto distances = {inked.left() - line.left() - 4 - badge, line.right() - inked.right() - 4,
                            inked.top() - line.top() - 1, line.bottom() - inked.bottom() - 1};
    for (const auto distance : distances)
        QVERIFY2(qAbs(distance) <= 2, qPrintable(u"%1 px off; ink %2,%3 %4×%5, line %6,%7 %8×%9"_s.arg(distance)
                                                     .arg(inked.x())
                                                     .arg(inked.y())
                                                     .arg(inked.width())
                                                     .arg(inked.height())
                                                     .arg(line.x())
                                                     .arg(line.y())
                                                     .arg(line.width())
                                                     .arg(line.height())));
}

/// The badge leaves the first letter whole: half of a 6 is a 3.
void TestBoxPlaces::badgeCoversNoInk()
{
    const QRectF bar(70, 300, 90, 16);
    const tests::TestPage page{{0, 0, 300, 420}, {}, 0, tests::barAt(bar, ink)};
    const domain::Citation place{1, u"Total"_s, {QRectF(70, 104, 90, 16)}, QSizeF(300, 420)};
    for (const auto zoom : {0.5, 0.62, 1.0, 2.0}) {
        DocumentView view;
        const auto file = tests::writeFile(m_folder.filePath(u"badge.pdf"_s), tests::makePdf({page}));
        view.resize(900, 900);
        view.show();
        view.open(file);
        view.setResult(valueWith(place));
        QTRY_VERIFY_WITH_TIMEOUT(!view.pageSizes().empty(), 30'000);
        view.pages()->setZoom(zoom);
        QTRY_VERIFY_WITH_TIMEOUT(view.pages()->isSharp() && !view.pages()->highlights().empty(), 30'000);
        const auto image = view.pages()->viewport()->grab().toImage();
        const auto inked = coveredBy(image, isInk);
        for (auto y = inked.top() + 2; y < inked.bottom() - 1; ++y)
            QVERIFY2(isInk(image.pixel(inked.left() + 1, y)), qPrintable(u"zoom %1, row %2"_s.arg(zoom).arg(y)));
    }
}

void TestBoxPlaces::textIsLocatedOnItsWords()
{
    QFETCH(int, rotate);
    QFETCH(bool, cropped);
    tests::TestPage page{{0, 0, 300, 420}, {}, rotate, {}};
    if (cropped)
        page.cropBox = QRectF(30, 50, 220, 340);
    page.content = tests::textAt("Grand total", 60, 200, 12, ink);
    // Enough other words that nobody takes the text layer for a stamp.
    for (int line = 0; line < 6; ++line)
        page.content += tests::textAt("some other words here", 60, 340 - line * 20, 10);
    DocumentView view;
    const auto image = pictureOf(view, page, valueWith({1, u"GRAND  Totel"_s, {}, {}}));
    QVERIFY(view.pages()->highlights().front().located);
    const auto inked = coveredBy(image, isInk);
    const auto line = coveredBy(image, isLine);
    QVERIFY2(inked.isValid() && line.adjusted(-2, -2, 2, 2).contains(inked),
             qPrintable(u"ink %1,%2 line %3,%4"_s.arg(inked.x()).arg(inked.y()).arg(line.x()).arg(line.y())));
    // A word's box is as high as its letters may be, and no more.
    QVERIFY(line.width() * line.height() < 4 * inked.width() * inked.height());
}

QTEST_MAIN(TestBoxPlaces)
#include "tst_boxplaces.moc"
