// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/documentview.h"
#include "gui/viewer/pageview.h"
#include "testpdf.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::gui::viewer;

namespace {

constexpr int patience = 60'000;

/// A page that calls a form, which calls another one twelve times, and so on: 12^11 rectangles.
QByteArray endlessPdf()
{
    constexpr int forms = 12;
    QByteArrayList objects{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                           "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</XObject<</N 5 0 R>>>>"
                           "/Contents 4 0 R>>",
                           "<</Length 5>>stream\n/N Do\nendstream"};
    for (int form = 0; form < forms; ++form) {
        const auto content = form + 1 < forms ? QByteArray("/N Do ").repeated(forms) : QByteArray("0 0 10 10 re f");
        objects << "<</Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</N " +
                       QByteArray::number(6 + form) + " 0 R>>>>/Length " + QByteArray::number(content.size()) +
                       ">>stream\n" + content + "\nendstream";
    }
    return tests::pdfOf(objects);
}

} // namespace

/// Documents that were made to stop a program: the window shows what it can and goes on.
class TestHostileDocuments : public QObject
{
    Q_OBJECT

private slots:
    void endlessPageHoldsUpNobody();
    void endlessPageHoldsUpNoEnd();
    void impossiblePagesSaySo_data();
    void impossiblePagesSaySo();
    void tooManyPagesAreRefused();
    void documentThatKillsItsReaderSaysSo();

private:
    QString file(const QString &name, const QByteArray &content)
    {
        return tests::writeFile(m_folder.filePath(name), content);
    }

    QTemporaryDir m_folder;
};

/// While one page is painted for ever, the loop turns, and the next document is shown.
void TestHostileDocuments::endlessPageHoldsUpNobody()
{
    DocumentView view;
    view.resize(600, 800);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QSignalSpy opened(&view, &DocumentView::opened);
    view.open(file(u"endless.pdf"_s, endlessPdf()));
    QVERIFY(opened.wait(patience));
    QTest::qWait(200);
    QVERIFY2(!view.pages()->isSharp(), "the page was to have no end");
    view.open(file(u"good.pdf"_s, tests::makePdf({{{0, 0, 612, 792}, {}, 0, tests::textAt("good", 100, 600, 20)}})));
    QVERIFY(opened.wait(patience));
    QTRY_VERIFY_WITH_TIMEOUT(view.pages()->isSharp(), patience);
}

void TestHostileDocuments::endlessPageHoldsUpNoEnd()
{
    auto view = std::make_unique<DocumentView>();
    view->resize(600, 800);
    view->show();
    QSignalSpy opened(view.get(), &DocumentView::opened);
    view->open(file(u"endless.pdf"_s, endlessPdf()));
    QVERIFY(opened.wait(patience));
    QTest::qWait(200);
    view.reset();
}

void TestHostileDocuments::impossiblePagesSaySo_data()
{
    QTest::addColumn<QRectF>("box");
    QTest::newRow("a thousand kilometres") << QRectF(0, 0, 1e9, 1e9);
    QTest::newRow("a hair") << QRectF(0, 0, 3, 14'400'000);
    QTest::newRow("a line") << QRectF(0, 0, 14'400, 0.001);
}

void TestHostileDocuments::impossiblePagesSaySo()
{
    QFETCH(QRectF, box);
    DocumentView view;
    view.resize(600, 800);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QSignalSpy opened(&view, &DocumentView::opened);
    view.open(file(u"impossible.pdf"_s, tests::makePdf({{box, {}, 0, "0 0 1 1 re f"}})));
    QVERIFY(opened.wait(patience));
    for (const auto &size : view.pageSizes())
        QVERIFY(size.width() < 1e5 && size.height() < 1e5);
    // The paper is there, with the sentence in its middle instead of a picture.
    const auto inked = [&] {
        const auto image = view.pages()->viewport()->grab().toImage();
        int dark = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                dark += qGray(image.pixel(x, y)) < 130 ? 1 : 0;
        return dark > 100;
    };
    QTRY_VERIFY_WITH_TIMEOUT(inked(), patience);
    QVERIFY(view.pages()->pictureBytes() < 64 * 1024 * 1024);
}

void TestHostileDocuments::tooManyPagesAreRefused()
{
    DocumentView view;
    view.show();
    QSignalSpy failed(&view, &DocumentView::failed);
    view.open(file(u"many.pdf"_s, tests::makePdf(std::vector<tests::TestPage>(50'001))));
    QVERIFY(failed.wait(patience));
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::TooManyPages);
    QVERIFY(view.findChild<QWidget *>(u"documentMessage"_s)->isVisible());
}

/// The process that reads is killed with every page, as a library's crash does: the window is there, and says so on
/// the page.
void TestHostileDocuments::documentThatKillsItsReaderSaysSo()
{
    DocumentView view;
    view.resize(600, 800);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QSignalSpy opened(&view, &DocumentView::opened);
    view.open(file(u"divides.pdf"_s, tests::pdfThatDividesBadly()));
    QVERIFY(opened.wait(patience));
    QCOMPARE(view.pageSizes().size(), size_t(3));
    view.open(file(u"good.pdf"_s, tests::makePdf({{{0, 0, 612, 792}, {}, 0, tests::textAt("good", 100, 600, 20)}})));
    QVERIFY(opened.wait(patience));
    QTRY_VERIFY_WITH_TIMEOUT(view.pages()->isSharp(), patience);
}

QTEST_MAIN(TestHostileDocuments)
#include "tst_hostiledocuments.moc"
