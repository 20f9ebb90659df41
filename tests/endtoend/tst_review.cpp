// SPDX-License-Identifier: GPL-3.0-or-later
#include "endtoend/studiorig.h"

#include "gui/review/resultmodel.h"
#include "gui/review/resultspage.h"
#include "gui/review/resulttree.h"
#include "gui/shell/exportdialog.h"
#include "gui/viewer/documentview.h"
#include "gui/viewer/pageview.h"
#include "review/reviewstore.h"

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace xs;
using gui::review::ResultsPage;
using gui::review::ResultTree;

namespace {

constexpr int patience = 60'000;

} // namespace

/// A review from the first doubtful value to the exported workbook, in the real window with the real service.
class TestReview : public QObject
{
    Q_OBJECT

private slots:
    void fromDoubtToWorkbook();

private:
    LocalJobId run(StudioRig &rig, std::size_t expectedJobs);
};

LocalJobId TestReview::run(StudioRig &rig, std::size_t expectedJobs)
{
    QTest::keyClick(&rig.window(), Qt::Key_1, Qt::ControlModifier);
    QTest::keyClick(&rig.window(), Qt::Key_F5);
    [&] { QTRY_COMPARE_WITH_TIMEOUT(rig.queue().ids().size(), expectedJobs, patience); }();
    const auto id = rig.queue().ids().back();
    [&] { QTRY_VERIFY_WITH_TIMEOUT(jobs::isOver(rig.queue().job(id)->phase), patience); }();
    auto *tree = rig.find<ResultTree>(u"resultTree"_s);
    [&] { QTRY_VERIFY_WITH_TIMEOUT(tree->isVisible() && !tree->currentPath().isEmpty(), patience); }();
    tree->setFocus();
    return id;
}

void TestReview::fromDoubtToWorkbook()
{
    QTemporaryDir folder;
    const auto reviews = folder.filePath(u"reviews.sqlite"_s);
    QString corrected;
    {
        StudioRig rig(folder.path());
        QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
        QApplication::setActiveWindow(&rig.window());
        rig.window().openSample(u"invoice"_s);
        QTRY_VERIFY_WITH_TIMEOUT(rig.find<QAction>(u"runAction"_s)->isEnabled(), patience);
        const auto first = run(rig, 1);
        auto *tree = rig.find<ResultTree>(u"resultTree"_s);
        auto *page = rig.find<ResultsPage>(u"resultsPage"_s);

        // The first doubtful value gets another one, the second is confirmed.
        corrected = tree->currentPath();
        QTest::keyClick(tree, Qt::Key_F2);
        auto *line = rig.find<QLineEdit>(u"valueLine"_s);
        QVERIFY(line->isVisible());
        line->selectAll();
        QTest::keyClicks(line, u"Somebody Else"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(tree->currentPath() != corrected);
        QCOMPARE(displayText(page->model()->node(corrected)->value), u"Somebody Else"_s);
        const auto confirmed = tree->currentPath();
        QTest::keyClick(tree, Qt::Key_Return);

        // Ctrl+Z takes back what was done here, and not the schema.
        QTest::keyClick(&rig.window(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(page->model()->value(confirmed)->verdict, review::Verdict::None);
        QTest::keyClick(tree, Qt::Key_Return);
        QCOMPARE(page->model()->value(confirmed)->verdict, review::Verdict::Confirmed);
        // Everything is on the disk at this moment.
        QCOMPARE(review::ReviewStore::open(reviews).value()->decisions(first)->size(), size_t(2));

        // Ctrl and a click on a word of the page make it the value, and its place the proof.
        auto *pages = rig.find<gui::viewer::DocumentView>(u"documentView"_s)->pages();
        const auto word = pages->boxOnScreen(u"/invoice_number"_s);
        QVERIFY(!word.isEmpty());
        page->select(u"/order_number"_s);
        const auto number = displayText(page->model()->node(u"/invoice_number"_s)->value);
        QTest::mouseClick(pages->viewport(), Qt::LeftButton, Qt::ControlModifier, word.center().toPoint());
        QTRY_COMPARE_WITH_TIMEOUT(displayText(page->model()->node(u"/order_number"_s)->value), number, patience);
        const auto &evidence = page->model()->node(u"/order_number"_s)->evidence;
        QCOMPARE(evidence->citations.front().matchingText, number);
        QVERIFY(!evidence->citations.front().boxes.empty());
        QTest::keyClick(&rig.window(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(displayText(page->model()->node(u"/order_number"_s)->value) != number);

        // Another run of the same document overwrites nothing.
        const auto second = run(rig, 2);
        QVERIFY(second != first);
        QTRY_COMPARE(displayText(page->model()->node(corrected)->value), u"Somebody Else"_s);
        QCOMPARE(page->model()->value(corrected)->verdict, review::Verdict::Corrected);

        // Export as a workbook.
        QTest::keyClick(&rig.window(), Qt::Key_E, Qt::ControlModifier);
        auto *dialog = rig.find<gui::shell::ExportDialog>(u"exportDialog"_s);
        QVERIFY(dialog && dialog->isVisible());
        auto *format = dialog->findChild<QComboBox *>(u"exportFormatCombo"_s);
        format->setCurrentIndex(format->findData(static_cast<int>(review::ExportFormat::Csv)));
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"exportGoButton"_s), Qt::LeftButton);
        QTRY_VERIFY(rig.find<QFileDialog>(u"exportPlaceDialog"_s));
        auto *place = rig.find<QFileDialog>(u"exportPlaceDialog"_s);
        emit place->fileSelected(folder.filePath(u"out.csv"_s));
        place->close();
        QFile file(folder.filePath(u"out.csv"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("Somebody Else"));
        rig.window().close();
    }

    // After a restart the review is where it was.
    StudioRig again(folder.path());
    QVERIFY(QTest::qWaitForWindowExposed(&again.window()));
    QApplication::setActiveWindow(&again.window());
    QTest::keyClick(&again.window(), Qt::Key_3, Qt::ControlModifier);
    auto *page = again.find<ResultsPage>(u"resultsPage"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page->model()->node(corrected) != nullptr, patience);
    QCOMPARE(displayText(page->model()->node(corrected)->value), u"Somebody Else"_s);
}

QTEST_MAIN(TestReview)
#include "tst_review.moc"
