// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/textselection.h"

#include "gui/viewer/documentview.h"
#include "gui/viewer/pageview.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::gui::viewer;

/// Words on a page: two columns, two lines.
class TestTextSelection : public QObject
{
    Q_OBJECT

private slots:
    void aRectangleTakesAColumn();
    void piecesOfAWordAreJoined();
    void aDragMarksAndCtrlCCopies();
    void aDoubleClickTakesAWord();

private:
    static std::vector<document::Word> words()
    {
        return {{u"2"_s, {0.1, 0.20, 0.02, 0.02}},    {u"Harbour"_s, {0.13, 0.201, 0.1, 0.02}},
                {u"12.50"_s, {0.6, 0.20, 0.1, 0.02}}, {u"Tessaly"_s, {0.1, 0.24, 0.1, 0.02}},
                {u"7.00"_s, {0.6, 0.24, 0.1, 0.02}},  {u"INV"_s, {0.1, 0.40, 0.05, 0.02}, false},
                {u"-42"_s, {0.15, 0.40, 0.05, 0.02}}};
    }
};

void TestTextSelection::aRectangleTakesAColumn()
{
    TextSelection selection;
    selection.setWords(2, words());
    QVERIFY(selection.isEmpty());
    selection.select(2, {0.05, 0.19, 0.2, 0.06});
    QCOMPARE(selection.text(), u"2 Harbour\nTessaly"_s);
    QCOMPARE(selection.boxes().size(), size_t(2));
    QVERIFY(!selection.boxes()[0].intersects(selection.boxes()[1]));
    QCOMPARE(selection.page(), 2);
    selection.select(2, {0.05, 0.21, 0.9, 0.001});
    QCOMPARE(selection.text(), u"2 Harbour 12.50"_s);
    selection.select(2, {0.3, 0.3, 0.01, 0.01});
    QVERIFY(selection.isEmpty());
    selection.selectWordAt(2, {0.65, 0.25});
    QCOMPARE(selection.text(), u"7.00"_s);
    selection.selectWordAt(1, {0.65, 0.25});
    QVERIFY(selection.isEmpty());
}

void TestTextSelection::piecesOfAWordAreJoined()
{
    TextSelection selection;
    selection.setWords(0, words());
    selection.select(0, {0.05, 0.39, 0.4, 0.05});
    QCOMPARE(selection.text(), u"INV-42"_s);
}

void TestTextSelection::aDragMarksAndCtrlCCopies()
{
    DocumentView view;
    view.resize(900, 700);
    view.show();
    QVERIFY(QTest::qWaitForWindowActive(&view));
    QSignalSpy opened(&view, &DocumentView::opened);
    view.open(QStringLiteral(XS_SOURCE_DIR "/resources/samples/invoice.pdf"));
    QVERIFY(opened.wait());
    auto *pages = view.pages();
    auto *viewport = pages->viewport();
    QSignalSpy marked(pages, &PageView::markedTextChanged);
    const auto page = pages->layout().pageRect(0).translated(0, 0);
    const auto from = pages->mapFromScene(page.topLeft() + QPointF(5, 5));
    const auto to = pages->mapFromScene(page.topLeft() + QPointF(page.width() - 5, page.height() * 0.3));
    QTest::mousePress(viewport, Qt::LeftButton, {}, from);
    QTest::mouseMove(viewport, (from + to) / 2);
    QMouseEvent move(QEvent::MouseMove, to, viewport->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(viewport, &move);
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, to);
    QTRY_VERIFY(!marked.isEmpty());
    QVERIFY(!pages->markedText().isEmpty());
    QVERIFY(pages->markedOnScreen().height() > 20);
    pages->setFocus();
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(pages, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), pages->markedText().text());
    QVERIFY(QGuiApplication::clipboard()->text().size() > 20);
    // A zoom keeps what is marked, at its new place; a click elsewhere takes the mark away.
    const auto before = pages->markedOnScreen().width();
    pages->setZoom(pages->zoom() * 0.5);
    QVERIFY(pages->markedOnScreen().width() < before * 0.6);
    QTest::mouseClick(viewport, Qt::LeftButton, {}, QPoint(3, viewport->height() - 3));
    QVERIFY(pages->markedText().isEmpty());
}

void TestTextSelection::aDoubleClickTakesAWord()
{
    DocumentView view;
    view.resize(900, 700);
    view.show();
    QSignalSpy opened(&view, &DocumentView::opened);
    view.open(QStringLiteral(XS_SOURCE_DIR "/resources/samples/invoice.pdf"));
    QVERIFY(opened.wait());
    auto *pages = view.pages();
    const auto source = document::openDocument(QStringLiteral(XS_SOURCE_DIR "/resources/samples/invoice.pdf"));
    QVERIFY(source);
    const auto word = (*source)->words(0).front();
    const auto place = pages->mapFromScene(pages->layout().toPixels(0, word.box).center());
    QSignalSpy marked(pages, &PageView::markedTextChanged);
    QTest::mouseDClick(pages->viewport(), Qt::LeftButton, {}, place);
    QTRY_VERIFY(!marked.isEmpty());
    QCOMPARE(pages->markedText().text(), word.text);
}

QTEST_MAIN(TestTextSelection)
#include "tst_textselection.moc"
