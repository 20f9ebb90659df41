// SPDX-License-Identifier: GPL-3.0-or-later
#include "endtoend/studiorig.h"

#include "gui/review/resulttree.h"
#include "gui/schemaeditor/schemaview.h"
#include "gui/viewer/documentview.h"
#include "gui/viewer/pageview.h"

#include <QLineEdit>
#include <QListView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace xs;

namespace {

constexpr int patience = 60'000;

/// How many pixels of an area of a widget differ between two pictures of it.
int changedPixels(const QImage &before, const QImage &after, const QRect &area)
{
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            if (before.rect().contains(x, y) && before.pixel(x, y) != after.pixel(x, y))
                ++count;
    return count;
}

} // namespace

/// What a new user does, in the real window with the real service.
class TestMainJob : public QObject
{
    Q_OBJECT

private slots:
    void fromADroppedFileToAValueWithItsProof();

private:
    void addField(StudioRig &rig, const QString &name, const QString &type, bool isFirst);
};

/// Name, Tab, type; Enter goes on to the next field.
void TestMainJob::addField(StudioRig &rig, const QString &name, const QString &type, bool isFirst)
{
    auto *tree = rig.find<gui::schemaeditor::SchemaView>(u"schemaTree"_s);
    if (isFirst) {
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Return);
    }
    QTRY_VERIFY(tree->findChild<QLineEdit *>(u"schemaCellEdit"_s));
    QTest::keyClicks(rig.window().focusWidget(), name);
    QTest::keyClick(rig.window().focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(rig.window().focusWidget(), type);
    QTest::keyClick(rig.window().focusWidget(), Qt::Key_Return);
    QCoreApplication::processEvents();
}

void TestMainJob::fromADroppedFileToAValueWithItsProof()
{
    QTemporaryDir folder;
    const auto pdf = folder.filePath(u"invoice.pdf"_s);
    QVERIFY(QFile::copy(QStringLiteral(XS_SOURCE_DIR "/resources/samples/invoice.pdf"), pdf));
    LocalJobId id;
    {
        StudioRig rig(folder.path());
        // There may be no window manager that gives the window the keyboard.
        QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
        QApplication::setActiveWindow(&rig.window());
        QVERIFY(rig.find<QWidget>(u"startPage"_s)->isVisible());

        // Drop a document anywhere. It lies with temporary files, which somebody deletes, so a copy is kept.
        dropFiles(rig.find<QWidget>(u"startPage"_s), {pdf});
        auto *view = rig.find<gui::viewer::DocumentView>(u"documentView"_s);
        const auto kept = folder.filePath(u"documents/invoice.pdf"_s);
        QTRY_COMPARE_WITH_TIMEOUT(view->file(), kept, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!view->pageSizes().empty(), patience);
        auto *run = rig.find<QToolButton>(u"runButton"_s);
        QVERIFY(!run->isEnabled());

        // Three fields, by keys alone. The last Enter opens a fourth, which Esc takes away.
        addField(rig, u"invoice_number"_s, u"string"_s, true);
        addField(rig, u"due_date"_s, u"string"_s, false);
        addField(rig, u"total"_s, u"number"_s, false);
        QTest::keyClick(rig.window().focusWidget(), Qt::Key_Escape);
        auto *tree = rig.find<gui::schemaeditor::SchemaView>(u"schemaTree"_s);
        QTRY_COMPARE(tree->model()->rowCount(), 3);

        // Run.
        QTRY_VERIFY(run->isEnabled());
        QVERIFY(run->text().contains(u"2"_s));
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_COMPARE(rig.queue().ids().size(), 1U);
        id = rig.queue().ids().front();
        QTRY_VERIFY_WITH_TIMEOUT(jobs::isOver(rig.queue().job(id)->phase), patience);
        QCOMPARE(jobs::phaseName(rig.queue().job(id)->phase), jobs::phaseName(jobs::Phase::Completed));

        // Values beside the page; a click on a value shows its box.
        auto *results = rig.find<gui::review::ResultTree>(u"resultTree"_s);
        QTRY_VERIFY_WITH_TIMEOUT(results->isVisible() && !results->rectOf(u"/total"_s).isEmpty(), patience);
        auto *pages = view->pages();
        QTRY_VERIFY_WITH_TIMEOUT(!pages->boxOnScreen(u"/total"_s).isEmpty(), patience);
        QTest::mouseClick(results->viewport(), Qt::LeftButton, {}, results->rectOf(u"/invoice_number"_s).center());
        QCOMPARE(results->currentPath(), u"/invoice_number"_s);
        QTest::qWait(1500);
        const auto box = pages->boxOnScreen(u"/total"_s).toAlignedRect();
        QVERIFY(pages->viewport()->rect().contains(box));
        const auto before = pages->viewport()->grab().toImage();
        QTest::mouseClick(results->viewport(), Qt::LeftButton, {}, results->rectOf(u"/total"_s).center());
        QCOMPARE(results->currentPath(), u"/total"_s);
        QTRY_VERIFY(!pages->flagOnScreen().isEmpty());
        QTest::qWait(1500);
        QCOMPARE(pages->boxOnScreen(u"/total"_s).toAlignedRect(), box);
        const auto after = pages->viewport()->grab().toImage();
        // The selection's frame stands around the box and nowhere far from it.
        QVERIFY(changedPixels(before, after, box.adjusted(-10, -10, 10, 10)) > 40);
        const auto frame = after.pixelColor(box.left() - 5, box.center().y());
        QVERIFY2(frame.blue() > frame.red() + 60, qPrintable(frame.name()));

        // And back: a click on a box chooses its value.
        const auto otherBox = pages->boxOnScreen(u"/invoice_number"_s).center().toPoint();
        QTest::mouseClick(pages->viewport(), Qt::LeftButton, {}, otherBox);
        QTRY_COMPARE(results->currentPath(), u"/invoice_number"_s);
        rig.window().close();
    }

    // Start again on the same folder: job, schema and document are there.
    StudioRig again(folder.path());
    QVERIFY(QTest::qWaitForWindowExposed(&again.window()));
    QApplication::setActiveWindow(&again.window());
    QCOMPARE(again.queue().ids().size(), 1U);
    QCOMPARE(again.find<gui::schemaeditor::SchemaView>(u"schemaTree"_s)->model()->rowCount(), 3);
    QTest::keyClick(&again.window(), Qt::Key_3, Qt::ControlModifier);
    auto *strip = again.find<QListView>(u"jobStripList"_s);
    QTRY_VERIFY(strip->isVisible());
    QCOMPARE(strip->model()->rowCount(), 1);
    auto *results = again.find<gui::review::ResultTree>(u"resultTree"_s);
    QTRY_VERIFY_WITH_TIMEOUT(results->isVisible() && !results->rectOf(u"/total"_s).isEmpty(), patience);
    auto *view = again.find<gui::viewer::DocumentView>(u"documentView"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!view->pages()->boxOnScreen(u"/total"_s).isEmpty(), patience);
    QTest::keyClick(&again.window(), Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(again.find<QTreeView>(u"jobTable"_s)->model()->rowCount(), 1);
}

QTEST_MAIN(TestMainJob)
#include "tst_mainjob.moc"
