// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/studiostyle.h"
#include "gui/viewer/documentview.h"
#include "gui/viewer/pagerenderer.h"
#include "gui/viewer/pageview.h"
#include "gui/viewer/sceneitems.h"
#include "gui/viewer/thumbnaillist.h"
#include "gui/viewer/viewhistory.h"
#include "testpdf.h"

#include <QAction>
#include <QApplication>
#include <QGraphicsScene>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::gui;
using namespace xs::gui::viewer;

namespace {

constexpr int pageCount = 300;
constexpr int patience = 60'000;

/// Three values a page.
std::vector<Highlight> manyHighlights()
{
    std::vector<Highlight> highlights;
    for (int page = 0; page < pageCount; ++page)
        for (int i = 0; i < 3; ++i)
            highlights.push_back({u"/rows/%1/%2"_s.arg(page).arg(i),
                                  0,
                                  u"cell"_s,
                                  page,
                                  {QRectF(0.1, 0.1 + 0.1 * i, 0.2, 0.02)},
                                  domain::ConfidenceLevel::Certain,
                                  0.95});
    return highlights;
}

} // namespace

class TestLongDocument : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void picturesStayWithinTheirBytes();
    void onlyPagesInViewHaveBoxes();
    void whatIsScrolledPastIsGivenUp();
    void backAndForwardLeadToTheSameSpot();
    void historyForgetsWhatWasForward();
    void thumbnailsSayWhatWaits();
    void sameBoxesAreNotMadeAgain();

private:
    void show(DocumentView &view);

    QTemporaryDir m_folder;
    QString m_file;
};

void TestLongDocument::initTestCase()
{
    auto *style = common::StudioStyle::install(*qApp, common::StudioStyle::Scheme::Light);
    style->setMotionAllowed(false);
    m_file = tests::writeFile(m_folder.filePath(u"long.pdf"_s), tests::makeLongPdf(pageCount));
}

void TestLongDocument::show(DocumentView &view)
{
    QSignalSpy opened(&view, &DocumentView::opened);
    view.resize(1000, 900);
    view.show();
    view.open(m_file);
    QVERIFY(opened.wait(patience));
    QCOMPARE(opened.first().first().toInt(), pageCount);
}

void TestLongDocument::picturesStayWithinTheirBytes()
{
    DocumentView view;
    show(view);
    qsizetype most = 0;
    for (int page = 0; page < 60; ++page) {
        view.pages()->goToPage(page);
        QTRY_VERIFY_WITH_TIMEOUT(view.pages()->isSharp(), patience);
        most = std::max(most, view.pages()->pictureBytes());
    }
    QVERIFY(most > 0);
    QVERIFY2(most <= PageTiles::leastBytes, qPrintable(QString::number(most)));
    // Sixty pages are more than it keeps, so the bound was met.
    QVERIFY2(most > PageTiles::leastBytes / 2, qPrintable(QString::number(most)));
}

void TestLongDocument::onlyPagesInViewHaveBoxes()
{
    DocumentView view;
    show(view);
    view.setHighlights(manyHighlights());
    const auto boxes = [&view] {
        const auto items = view.pages()->scene()->items();
        return std::ranges::count_if(items, [](QGraphicsItem *item) { return dynamic_cast<BoxItem *>(item); });
    };
    QVERIFY2(boxes() >= 3 && boxes() <= 9, qPrintable(QString::number(boxes())));
    view.select(u"/rows/200/1"_s);
    QCOMPARE(view.pages()->currentPage(), 200);
    QVERIFY(QRectF(view.pages()->viewport()->rect()).contains(view.pages()->boxOnScreen(u"/rows/200/1"_s)));
    QVERIFY2(boxes() >= 3 && boxes() <= 9, qPrintable(QString::number(boxes())));
}

void TestLongDocument::whatIsScrolledPastIsGivenUp()
{
    PageRenderer renderer;
    QSignalSpy opened(&renderer, &PageRenderer::opened);
    QSignalSpy rendered(&renderer, &PageRenderer::rendered);
    renderer.open(m_file);
    QVERIFY(opened.wait(patience));
    std::vector<RenderRequest> many;
    for (int page = 0; page < 100; ++page)
        many.push_back({page, 2000});
    renderer.render(many);
    const RenderRequest wanted{250, 300};
    renderer.render({wanted});
    QTRY_VERIFY_WITH_TIMEOUT(!rendered.isEmpty() && rendered.last().first().value<RenderRequest>() == wanted, patience);
    // At most what was finished before the second call.
    QVERIFY2(rendered.count() <= 2, qPrintable(QString::number(rendered.count())));
}

void TestLongDocument::backAndForwardLeadToTheSameSpot()
{
    DocumentView view;
    show(view);
    auto *back = view.findChild<QAction *>(u"backAction"_s);
    auto *forward = view.findChild<QAction *>(u"forwardAction"_s);
    QVERIFY(!back->isEnabled() && !forward->isEnabled());
    auto *bar = view.pages()->verticalScrollBar();
    bar->setValue(1234);
    const auto zoom = view.pages()->zoom();
    auto *edit = view.findChild<QLineEdit *>(u"pageEdit"_s);
    edit->setText(u"151"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(view.pages()->currentPage(), 150);
    QVERIFY(back->isEnabled());
    const auto far = bar->value();
    view.pages()->setZoom(zoom * 2);
    QTest::keyClick(&view, Qt::Key_Left, Qt::AltModifier);
    QVERIFY2(qAbs(bar->value() - 1234) <= 2, qPrintable(QString::number(bar->value())));
    QCOMPARE(view.pages()->zoom(), zoom);
    QVERIFY(forward->isEnabled());
    QTest::keyClick(&view, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(view.pages()->currentPage(), 150);
    QVERIFY(qAbs(bar->value() / 2 - far) < far / 10);
}

void TestLongDocument::historyForgetsWhatWasForward()
{
    ViewHistory history;
    const ViewPlace first{0, {}, 1}, second{5, {}, 1}, third{9, {}, 2};
    QVERIFY(!history.back(first));
    history.leave(first);
    QCOMPARE(history.back(second), std::optional(first));
    QCOMPARE(history.forward(first), std::optional(second));
    history.leave(second);
    QVERIFY(!history.canGoForward());
    QCOMPARE(history.back(third), std::optional(second));
    QCOMPARE(history.back(second), std::optional(first));
    QVERIFY(!history.canGoBack());
}

void TestLongDocument::thumbnailsSayWhatWaits()
{
    DocumentView view;
    show(view);
    view.setHighlights(manyHighlights());
    auto *thumbnails = view.findChild<ThumbnailList *>(u"thumbnails"_s);
    const auto page3 = thumbnails->model()->index(2, 0);
    const auto corner = [&] {
        // The disc lies on the paper's upper right corner.
        const auto rect = thumbnails->visualRect(page3);
        const auto image = thumbnails->viewport()->grab().toImage();
        return image.pixelColor(rect.center().x() + 23 - 5, rect.top() + 8);
    };
    const auto plain = corner();
    view.setWaiting({u"/rows/2/0"_s, u"/rows/2/1"_s, u"/rows/7/1"_s, u"/nowhere"_s});
    QCOMPARE(page3.data(Qt::AccessibleTextRole).toString(), u"Page 3, 2 value(s) need(s) attention"_s);
    QCOMPARE(thumbnails->model()->index(3, 0).data(Qt::AccessibleTextRole).toString(), u"Page 4"_s);
    QVERIFY(corner() != plain);
    view.setWaiting({});
    QCOMPARE(page3.data(Qt::AccessibleTextRole).toString(), u"Page 3"_s);
}

void TestLongDocument::sameBoxesAreNotMadeAgain()
{
    DocumentView view;
    show(view);
    view.setHighlights(manyHighlights());
    const auto items = view.pages()->scene()->items();
    view.setHighlights(manyHighlights());
    QCOMPARE(view.pages()->scene()->items(), items);
}

QTEST_MAIN(TestLongDocument)
#include "tst_longdocument.moc"
