// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/resultpath.h"
#include "gui/common/studiostyle.h"
#include "gui/common/theme.h"
#include "gui/viewer/documentview.h"
#include "gui/viewer/pageview.h"
#include "gui/viewer/thumbnaillist.h"
#include "sampleinvoice.h"
#include "testpdf.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDataStream>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::gui;
using namespace xs::gui::viewer;
using domain::ConfidenceLevel;

namespace {

/// A PDF of one page of 200×300 points with a black bar at a known place, turned by /Rotate.
QByteArray rotatedPdf(int rotation)
{
    // In PDF coordinates (origin lower left): x 20…80, y 240…260.
    const QByteArray content = "0 0 0 rg 20 240 60 20 re f";
    return tests::pdfOf(
        {"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
         "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]/Rotate " + QByteArray::number(rotation) + "/Contents 4 0 R>>",
         "<</Length " + QByteArray::number(content.size()) + ">>stream\n" + content + "\nendstream"});
}

/// A TIFF of two white pages; the grey values of the second one are missing.
QByteArray cutTiff()
{
    constexpr quint32 width = 200;
    constexpr quint32 height = 100;
    constexpr quint32 entries = 9;
    constexpr quint32 directorySize = 2 + entries * 12 + 4;
    QByteArray tiff;
    QDataStream out(&tiff, QIODevice::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    const auto directory = [&](quint32 offset, quint32 next) {
        out << quint16(entries);
        // Width, height, bits, no compression, black is zero, where, samples, rows and bytes of the only strip.
        const std::pair<quint16, quint32> tags[] = {{256, width}, {257, height}, {258, 8},
                                                    {259, 1},     {262, 1},      {273, offset},
                                                    {277, 1},     {278, height}, {279, width * height}};
        for (const auto &[tag, value] : tags)
            out << tag << quint16(4) << quint32(1) << value;
        out << next;
    };
    tiff.reserve(32 * 1024);
    out << quint16(0x4949) << quint16(42) << quint32(8);
    directory(8 + 2 * directorySize, 8 + directorySize);
    directory(0x00FFFFFF, 0);
    return tiff + QByteArray(width * height, char(0xFF));
}

/// Where the bar is on the page as it is shown, in fractions.
QRectF barOnPage(int rotation)
{
    const QRectF upright(20 / 200.0, 40 / 300.0, 60 / 200.0, 20 / 300.0);
    switch (rotation) {
    case 90:
        return {1 - upright.bottom(), upright.left(), upright.height(), upright.width()};
    case 180:
        return {1 - upright.right(), 1 - upright.bottom(), upright.width(), upright.height()};
    case 270:
        return {upright.top(), 1 - upright.right(), upright.height(), upright.width()};
    default:
        return upright;
    }
}

bool isLike(const QColor &a, const QColor &b)
{
    return qAbs(a.red() - b.red()) < 40 && qAbs(a.green() - b.green()) < 40 && qAbs(a.blue() - b.blue()) < 40;
}

/// How much of the straight part of a box's lower line has the colour.
double inked(const QImage &image, const QRectF &box, const QColor &color)
{
    int hits = 0;
    int seen = 0;
    const auto y = qRound(box.bottom() - 0.5);
    for (int x = qRound(box.left()) + 6; x < qRound(box.right()) - 4; ++x, ++seen)
        hits += isLike(image.pixelColor(x, y), color) ? 1 : 0;
    return seen > 0 ? double(hits) / seen : 0;
}

} // namespace

class TestDocumentView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void boxesLieOnTheWords_data();
    void boxesLieOnTheWords();
    void theFourStylesCanBeToldApart();
    void selectionShowsALineAndAFlag();
    void clickingSelectsAndCycles();
    void scrollingIsCalm();
    void zoomKeepsTheSpotUnderThePointer();
    void headerFollowsThePage();
    void boxesCanBeHidden();
    void boxesAreReadAndPressed();
    void aPageOfVeryManyBoxes();
    void oneValueChanges();
    void withoutEvidenceIsAButton();
    void brokenFilesSayWhy_data();
    void brokenFilesSayWhy();
    void brokenPagesSaySo();
    void nothingToDoWithoutPages();
    void lateResultsAreDropped();
    void cropShowsThePlace();
    void paperStaysWhiteInTheDark();

private:
    void show(DocumentView &view, const QString &file, const QSize &size = {600, 800});
    QImage picture(DocumentView &view) { return view.pages()->viewport()->grab().toImage(); }

    common::StudioStyle *m_style = nullptr;
    QTemporaryDir m_folder;
    QString m_invoice;
    tests::SampleInvoice m_sample;
};

void TestDocumentView::initTestCase()
{
    m_style = common::StudioStyle::install(*qApp, common::StudioStyle::Scheme::Light);
    m_style->setMotionAllowed(false);
    m_invoice = m_folder.filePath(u"invoice.pdf"_s);
    m_sample = tests::makeSampleInvoice(m_invoice);
}

void TestDocumentView::show(DocumentView &view, const QString &file, const QSize &size)
{
    QSignalSpy opened(&view, &DocumentView::opened);
    view.resize(size);
    view.show();
    view.open(file);
    QVERIFY(opened.wait(30000));
}

void TestDocumentView::boxesLieOnTheWords_data()
{
    QTest::addColumn<int>("rotation");
    QTest::addColumn<double>("zoom");
    for (const auto rotation : {0, 90, 180, 270})
        for (const auto zoom : {0.6, 1.0, 2.5})
            QTest::addRow("rotated %d, %.0f %%", rotation, zoom * 100) << rotation << zoom;
}

void TestDocumentView::boxesLieOnTheWords()
{
    QFETCH(int, rotation);
    QFETCH(double, zoom);
    const auto file = m_folder.filePath(u"rotated%1.pdf"_s.arg(rotation));
    QFile pdf(file);
    QVERIFY(pdf.open(QIODevice::WriteOnly));
    pdf.write(rotatedPdf(rotation));
    pdf.close();

    DocumentView view;
    show(view, file, {1400, 1400});
    view.pages()->setZoom(zoom);
    view.setHighlights({{u"/bar"_s, 0, u"bar"_s, 0, {barOnPage(rotation)}, ConfidenceLevel::Certain, 0.95}});
    const auto box = view.pages()->boxOnScreen(u"/bar"_s);
    QVERIFY(!box.isEmpty());
    const auto inside = box.adjusted(8, 4, -8, -4);
    QTRY_VERIFY_WITH_TIMEOUT(view.pages()->isSharp(), 30000);
    // The bar of the page comes from the renderer's thread; then it is black under the whole box …
    QTRY_VERIFY_WITH_TIMEOUT(isLike(picture(view).pixelColor(inside.center().toPoint()), Qt::black), 30000);
    const auto image = picture(view);
    for (const auto &corner : {inside.topLeft(), inside.topRight(), inside.bottomLeft(), inside.bottomRight()})
        QVERIFY2(isLike(image.pixelColor(corner.toPoint()), QColor(0, 11, 8)),
                 qPrintable(image.pixelColor(corner.toPoint()).name()));
    // … white outside of it, and the line of the box is between the two.
    QVERIFY(isLike(image.pixelColor((box.bottomRight() + QPointF(4, 4)).toPoint()), Qt::white));
    QVERIFY(inked(image, box, common::paperColors(ConfidenceLevel::Certain).line) > 0.9);
}

void TestDocumentView::theFourStylesCanBeToldApart()
{
    DocumentView view;
    show(view, m_invoice);
    std::vector<Highlight> highlights;
    for (int i = 0; i < 4; ++i)
        highlights.push_back({u"/%1"_s.arg(i),
                              0,
                              u"field"_s,
                              0,
                              {QRectF(0.1, 0.86 + 0.02 * i, 0.3, 0.012)},
                              static_cast<ConfidenceLevel>(i),
                              0.5});
    view.setHighlights(highlights);
    view.pages()->setZoomMode(ZoomMode::FitPage);
    const auto line = [&](int i) {
        return inked(picture(view), view.pages()->boxOnScreen(u"/%1"_s.arg(i)),
                     common::paperColors(static_cast<ConfidenceLevel>(i)).line);
    };
    QVERIFY2(line(0) > 0.95, qPrintable(QString::number(line(0))));
    QVERIFY2(line(1) > 0.45 && line(1) < 0.85, qPrintable(QString::number(line(1))));
    QVERIFY2(line(2) > 0.3 && line(2) < 0.8, qPrintable(QString::number(line(2))));
    QVERIFY2(line(3) > 0.95, qPrintable(QString::number(line(3))));
}

void TestDocumentView::selectionShowsALineAndAFlag()
{
    DocumentView view;
    show(view, m_invoice);
    view.setResult(m_sample.result);
    view.select(u"/due_date"_s);
    const auto box = view.pages()->boxOnScreen(u"/due_date"_s);
    const auto image = picture(view);
    QVERIFY(inked(image, box.adjusted(-5, -5, 5, 5), common::paperAccent()) > 0.9);
    const auto flag = view.pages()->flagOnScreen();
    QVERIFY(!flag.isEmpty());
    QVERIFY(isLike(image.pixelColor((flag.topLeft() + QPointF(4, 3)).toPoint()), common::paperAccent()));
    for (const auto &highlight : view.pages()->highlights())
        QVERIFY2(!view.pages()->boxOnScreen(highlight.path, highlight.citation).intersects(flag),
                 qPrintable(highlight.path));
}

void TestDocumentView::clickingSelectsAndCycles()
{
    DocumentView view;
    show(view, m_invoice);
    view.setHighlights({{u"/large"_s, 0, u"large"_s, 0, {QRectF(0.1, 0.1, 0.4, 0.1)}, ConfidenceLevel::Check, 0.7},
                        {u"/small"_s, 0, u"small"_s, 0, {QRectF(0.2, 0.12, 0.1, 0.03)}, ConfidenceLevel::Low, 0.2}});
    QSignalSpy clicked(&view, &DocumentView::highlightClicked);
    const auto spot = view.pages()->boxOnScreen(u"/small"_s).center().toPoint();
    const QStringList expected = {u"/small"_s, u"/large"_s, u"/small"_s};
    for (const auto &path : expected) {
        QTest::mouseClick(view.pages()->viewport(), Qt::LeftButton, {}, spot);
        QCOMPARE(clicked.takeFirst().at(0).toString(), path);
    }
    QTest::mouseClick(view.pages()->viewport(), Qt::LeftButton, {}, QPoint(view.pages()->viewport()->width() / 2, 700));
    QVERIFY(clicked.isEmpty());
}

void TestDocumentView::scrollingIsCalm()
{
    DocumentView view;
    show(view, m_invoice, {600, 500});
    view.setResult(m_sample.result);
    auto *bar = view.pages()->verticalScrollBar();
    view.select(u"/invoice_number"_s);
    QCOMPARE(bar->value(), 0);
    // Lower on the same page: as little as possible, so the box ends up near the lower edge.
    view.select(u"/payment_terms"_s);
    const auto moved = bar->value();
    QVERIFY(moved > 0);
    const auto box = view.pages()->boxOnScreen(u"/payment_terms"_s);
    QVERIFY(box.bottom() <= view.pages()->viewport()->height() && box.top() > view.pages()->viewport()->height() * 0.7);
    // Still visible: nothing moves.
    view.select(u"/total"_s);
    QCOMPARE(bar->value(), moved);
    // Another page: jumps and keeps the zoom.
    const auto zoom = view.pages()->zoom();
    view.select(u"/total"_s, 1);
    QCOMPARE(view.pages()->zoom(), zoom);
    const auto other = view.pages()->boxOnScreen(u"/total"_s, 1);
    QVERIFY(other.top() > 0 && other.bottom() < view.pages()->viewport()->height() / 2);
}

void TestDocumentView::zoomKeepsTheSpotUnderThePointer()
{
    DocumentView view;
    show(view, m_invoice);
    view.setResult(m_sample.result);
    const auto before = view.pages()->boxOnScreen(u"/due_date"_s).center();
    const auto zoom = view.pages()->zoom();
    for (int i = 0; i < 5; ++i) {
        QWheelEvent wheel(before, view.pages()->viewport()->mapToGlobal(before), {}, {0, 120}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view.pages()->viewport(), &wheel);
    }
    QVERIFY(view.pages()->zoom() > zoom * 1.9);
    const auto after = view.pages()->boxOnScreen(u"/due_date"_s).center();
    QVERIFY2((after - before).manhattanLength() < 8,
             qPrintable(u"%1 %2"_s.arg(after.x() - before.x()).arg(after.y() - before.y())));
    view.pages()->setZoom(100);
    QCOMPARE(view.pages()->zoom(), PageView::largestZoom);
    view.pages()->setZoom(0.001);
    QCOMPARE(view.pages()->zoom(), PageView::smallestZoom);
}

void TestDocumentView::headerFollowsThePage()
{
    DocumentView view;
    show(view, m_invoice, {600, 500});
    auto *edit = view.findChild<QLineEdit *>(u"pageEdit"_s);
    QTRY_COMPARE(edit->text(), u"1"_s);
    QVERIFY(!view.findChild<QAction *>(u"previousPageAction"_s)->isEnabled());
    view.findChild<QAction *>(u"nextPageAction"_s)->trigger();
    QTRY_COMPARE(edit->text(), u"2"_s);
    QCOMPARE(view.findChild<ThumbnailList *>()->currentIndex().row(), 1);
    edit->setText(u"1"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(view.findChild<ThumbnailList *>()->currentIndex().row(), 0);
    view.findChild<QAction *>(u"zoomInAction"_s)->trigger();
    QVERIFY(view.findChild<QLabel *>(u"zoomLabel"_s)->text().endsWith(u'%'));
    QVERIFY(!view.findChild<QAction *>(u"fitWidthAction"_s)->isChecked());
    view.findChild<QAction *>(u"fitWidthAction"_s)->trigger();
    QVERIFY(view.findChild<QAction *>(u"fitWidthAction"_s)->isChecked());
}

void TestDocumentView::boxesCanBeHidden()
{
    DocumentView view;
    show(view, m_invoice);
    view.setResult(m_sample.result);
    const auto green = common::paperColors(ConfidenceLevel::Certain).line;
    const auto box = view.pages()->boxOnScreen(u"/invoice_number"_s);
    QVERIFY(inked(picture(view), box, green) > 0.9);
    view.findChild<QAction *>(u"boxesAction"_s)->trigger();
    QCOMPARE(inked(picture(view), box, green), 0.0);
}

/// What screen readers are told of the boxes on the pages in view.
void TestDocumentView::boxesAreReadAndPressed()
{
    DocumentView view;
    show(view, m_invoice);
    view.setHighlights({{u"/vendor/name"_s,
                         0,
                         u"name"_s,
                         0,
                         {QRectF(0.1, 0.1, 0.4, 0.1)},
                         ConfidenceLevel::Certain,
                         0.93,
                         false,
                         u"Harrow Ltd"_s},
                        {u"/rows/1/price"_s,
                         0,
                         u"price"_s,
                         0,
                         {QRectF(0.2, 0.3, 0.1, 0.03)},
                         ConfidenceLevel::Unknown,
                         {},
                         true,
                         u"12.50"_s}});
    auto *pages = QAccessible::queryAccessibleInterface(view.pages());
    QVERIFY(pages);
    QStringList names;
    QAccessibleInterface *price = nullptr;
    for (int i = 0; i < pages->childCount(); ++i) {
        auto *child = pages->child(i);
        QVERIFY(child);
        if (child->role() != QAccessible::PushButton)
            continue;
        names << child->text(QAccessible::Name);
        QCOMPARE(pages->indexOfChild(child), i);
        QCOMPARE(child->parent(), pages);
        price = child;
    }
    QCOMPARE(names, QStringList({u"vendor.name: Harrow Ltd, certain 0.93, page 1"_s,
                                 u"rows 2.price: 12.50, unknown, page 1"_s}));
    QVERIFY(!price->state().selected);
    QVERIFY(price->rect().intersects(pages->rect()));
    QSignalSpy clicked(&view, &DocumentView::highlightClicked);
    price->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(clicked.count(), 1);
    QCOMPARE(clicked.first().first().toString(), u"/rows/1/price"_s);
    QVERIFY(price->state().selected);
    // Another result: who still holds the box is told that it is gone.
    view.setHighlights({});
    QVERIFY(!price->isValid());
    QVERIFY(price->text(QAccessible::Name).isEmpty());
}

/// More boxes than a person can tell apart cover the page: some are drawn, and the chosen one in any case.
void TestDocumentView::aPageOfVeryManyBoxes()
{
    constexpr int many = 100'000;
    domain::ResultNode value;
    value.name = u"total"_s;
    value.value = 1;
    value.evidence = domain::Evidence{};
    for (int i = 0; i < many; ++i)
        value.evidence->citations.push_back(
            {1, u"1"_s, {QRectF(0.001 * (i % 900), 0.001 * (i / 900 % 900), 0.01, 0.01)}, {}});
    domain::ResultNode root;
    root.kind = domain::ResultNode::Kind::Object;
    root.children = {value};
    DocumentView view;
    show(view, m_invoice);
    view.setResult(root);
    QCOMPARE(view.pages()->highlights().size(), static_cast<std::size_t>(many));
    const auto drawn = view.pages()->shownHighlights().size();
    QVERIFY2(drawn >= 100 && drawn <= 5000, qPrintable(QString::number(drawn)));
    view.select(u"/total"_s, many - 1);
    QVERIFY(view.pages()->shownHighlight(u"/total"_s, many - 1));
    QCOMPARE(view.pages()->shownHighlights().size(), drawn + 1);
    QVERIFY(!picture(view).isNull());
}

/// One value that counts otherwise moves no other's box.
void TestDocumentView::oneValueChanges()
{
    DocumentView view;
    show(view, m_invoice);
    view.setResult(m_sample.result);
    const auto due = u"/due_date"_s;
    const auto place = view.pages()->boxOnScreen(due);
    const auto other = view.pages()->boxOnScreen(u"/invoice_number"_s);
    const auto boxes = view.pages()->levelCounts();
    QVERIFY(!place.isEmpty() && !other.isEmpty());
    auto value = *domain::nodeAt(m_sample.result, due);
    const auto original = value;
    value.evidence.reset();
    QVERIFY(view.changeValue(due, value));
    QVERIFY(view.pages()->boxOnScreen(due).isEmpty());
    QCOMPARE(view.pages()->boxOnScreen(u"/invoice_number"_s), other);
    QVERIFY(view.pages()->levelCounts() != boxes);
    // A person pointed somewhere else.
    value.evidence = domain::Evidence{{{1, u"x"_s, {QRectF(0.1, 0.1, 0.1, 0.1)}, {}}}, {}, {}, {}, {}};
    QVERIFY(view.changeValue(due, value));
    QVERIFY(!view.pages()->boxOnScreen(due).isEmpty() && view.pages()->boxOnScreen(due) != place);
    QVERIFY(view.changeValue(due, original));
    QCOMPARE(view.pages()->boxOnScreen(due), place);
    QCOMPARE(view.pages()->levelCounts(), boxes);
    QVERIFY(!view.changeValue(u"/unheard"_s, original));
    // The whole result again is the whole result.
    view.setResult(m_sample.result);
    QCOMPARE(view.pages()->boxOnScreen(due), place);
    QCOMPARE(view.pages()->levelCounts(), boxes);
}

void TestDocumentView::withoutEvidenceIsAButton()
{
    DocumentView view;
    show(view, m_invoice);
    auto *button = view.findChild<QToolButton *>(u"withoutEvidenceButton"_s);
    view.setHighlights({}, 0);
    QVERIFY(!button->isVisible());
    view.setHighlights({}, 3);
    QVERIFY(button->isVisible());
    QCOMPARE(button->accessibleName(), u"no evidence 3"_s);
    QSignalSpy wanted(&view, &DocumentView::withoutEvidenceWanted);
    button->click();
    QCOMPARE(wanted.count(), 1);
}

void TestDocumentView::brokenFilesSayWhy_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("empty") << QByteArray() << ErrorCode::FileEmpty;
    QTest::newRow("no document") << QByteArray("hello, I am a letter") << ErrorCode::UnsupportedFileType;
    QTest::newRow("cut") << rotatedPdf(0).left(60) << ErrorCode::DocumentBroken;
}

void TestDocumentView::brokenFilesSayWhy()
{
    QFETCH(QByteArray, content);
    QFETCH(ErrorCode, code);
    const auto file = m_folder.filePath(u"broken.pdf"_s);
    QFile broken(file);
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write(content);
    broken.close();
    DocumentView view;
    QSignalSpy failed(&view, &DocumentView::failed);
    view.show();
    view.open(file);
    QVERIFY(failed.wait(30000));
    QCOMPARE(failed.first().first().value<Error>().code, code);
    const auto *message = view.findChild<QWidget *>(u"documentMessage"_s);
    QVERIFY(message->isVisible());
    QVERIFY(message->accessibleName().size() > 10);
}

void TestDocumentView::brokenPagesSaySo()
{
    const auto file = m_folder.filePath(u"cut.tif"_s);
    QFile tiff(file);
    QVERIFY(tiff.open(QIODevice::WriteOnly));
    tiff.write(cutTiff());
    tiff.close();
    DocumentView view;
    show(view, file);
    QCOMPARE(view.pageSizes().size(), size_t(2));
    const auto letters = [&](int page) {
        const auto image = picture(view);
        const auto place = view.pages()->viewportTransform().mapRect(view.pages()->layout().pageRect(page));
        const auto inside = place.toRect().adjusted(8, 8, -8, -8).intersected(image.rect());
        int dark = 0;
        for (int y = inside.top(); y < inside.bottom(); ++y)
            for (int x = inside.left(); x < inside.right(); ++x)
                dark += qGray(image.pixel(x, y)) < 150 ? 1 : 0;
        return dark;
    };
    QTRY_VERIFY_WITH_TIMEOUT(letters(1) > 50, 30000);
    QCOMPARE(letters(0), 0);
}

void TestDocumentView::nothingToDoWithoutPages()
{
    DocumentView view;
    const auto enabled = [&](const QString &name) { return view.findChild<QAction *>(name)->isEnabled(); };
    const QStringList names = {u"zoomInAction"_s,    u"zoomOutAction"_s,  u"fitWidthAction"_s,
                               u"turnRightAction"_s, u"nextPageAction"_s, u"searchAction"_s};
    for (const auto &name : names)
        QVERIFY2(!enabled(name), qPrintable(name));
    QVERIFY(!view.findChild<QAction *>(u"fitWidthAction"_s)->isChecked());
    show(view, m_invoice, {600, 500});
    for (const auto &name : names)
        QTRY_VERIFY2(enabled(name), qPrintable(name));
}

void TestDocumentView::lateResultsAreDropped()
{
    const auto other = m_folder.filePath(u"other.pdf"_s);
    QFile pdf(other);
    QVERIFY(pdf.open(QIODevice::WriteOnly));
    pdf.write(rotatedPdf(0));
    pdf.close();
    DocumentView view;
    QSignalSpy opened(&view, &DocumentView::opened);
    view.show();
    view.open(m_invoice);
    view.open(other);
    QVERIFY(opened.wait(30000));
    QCOMPARE(opened.first().first().toInt(), 1);
    QTest::qWait(50);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(view.pageSizes().size(), size_t(1));
}

void TestDocumentView::cropShowsThePlace()
{
    const auto file = m_folder.filePath(u"crop.pdf"_s);
    QFile pdf(file);
    QVERIFY(pdf.open(QIODevice::WriteOnly));
    pdf.write(rotatedPdf(0));
    pdf.close();
    DocumentView view;
    show(view, file);
    QSignalSpy ready(&view, &DocumentView::cropReady);
    view.requestCrop(7, 0, barOnPage(0), 400);
    QVERIFY(ready.wait(30000));
    QCOMPARE(ready.first().at(0).toInt(), 7);
    const auto crop = ready.first().at(1).value<QImage>();
    QVERIFY(qAbs(crop.width() - 120) <= 1 && qAbs(crop.height() - 40) <= 1);
    QVERIFY(isLike(crop.pixelColor(60, 20), Qt::black));
}

void TestDocumentView::paperStaysWhiteInTheDark()
{
    m_style->setScheme(common::StudioStyle::Scheme::Dark);
    DocumentView view;
    show(view, m_invoice);
    const auto corner = QPoint(view.pages()->viewport()->width() / 2, 40);
    QTRY_VERIFY_WITH_TIMEOUT(picture(view).pixelColor(corner) == QColor(Qt::white), 30000);
    QCOMPARE(picture(view).pixelColor(2, 200), common::Theme::darkTheme().canvas);
    m_style->setScheme(common::StudioStyle::Scheme::Light);
    // Qt tells widgets of a new palette through the event loop.
    QTRY_COMPARE(picture(view).pixelColor(2, 200), common::Theme::lightTheme().canvas);
}

QTEST_MAIN(TestDocumentView)
#include "tst_documentview.moc"
