// SPDX-License-Identifier: GPL-3.0-or-later
#include "endtoend/studiorig.h"

#include "gui/common/cropview.h"
#include "gui/evaluate/accuracylist.h"
#include "gui/evaluate/comparepane.h"
#include "gui/evaluate/differencelist.h"
#include "gui/evaluate/evaluatepage.h"
#include "gui/review/confidencedialog.h"
#include "gui/review/documentspage.h"
#include "gui/review/resultmodel.h"
#include "gui/review/resultspage.h"
#include "gui/review/resulttree.h"
#include "gui/viewer/documentview.h"
#include "gui/viewer/pageview.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSlider>
#include <QTableView>
#include <QTemporaryDir>
#include <QTreeView>
#include <QTreeWidget>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace xs;
using gui::evaluate::ComparePane;
using gui::evaluate::DifferenceModel;
using gui::evaluate::EvaluatePage;
using gui::review::ResultsPage;
using gui::review::ResultTree;

namespace {

constexpr int patience = 60'000;

} // namespace

/// Comparing, evaluating, limits and rows, in the real window with the real service and real keys.
class TestEvaluate : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void twoRunsSideBySide();
    void expectedValuesAndThreshold();
    void limitsForOneField();
    void rowsComeAndGo();
    void allDocumentsAsOneTable();

private:
    LocalJobId run(std::size_t expectedJobs);
    void key(QWidget *widget, int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(widget, Qt::Key(key), modifiers);
    }
    ResultsPage *page() { return m_rig->find<ResultsPage>(u"resultsPage"_s); }
    ResultTree *tree() { return m_rig->find<ResultTree>(u"resultTree"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StudioRig> m_rig;
};

void TestEvaluate::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_rig = std::make_unique<StudioRig>(m_folder->path());
    QVERIFY(QTest::qWaitForWindowExposed(&m_rig->window()));
    QApplication::setActiveWindow(&m_rig->window());
    m_rig->window().openSample(u"invoice"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->find<QAction>(u"runAction"_s)->isEnabled(), patience);
    run(1);
}

void TestEvaluate::cleanup()
{
    m_rig.reset();
    m_folder.reset();
}

LocalJobId TestEvaluate::run(std::size_t expectedJobs)
{
    key(&m_rig->window(), Qt::Key_1, Qt::ControlModifier);
    key(&m_rig->window(), Qt::Key_F5);
    [&] { QTRY_COMPARE_WITH_TIMEOUT(m_rig->queue().ids().size(), expectedJobs, patience); }();
    const auto id = m_rig->queue().ids().back();
    [&] { QTRY_VERIFY_WITH_TIMEOUT(jobs::isOver(m_rig->queue().job(id)->phase), patience); }();
    [&] { QTRY_VERIFY_WITH_TIMEOUT(tree()->isVisible() && !tree()->currentPath().isEmpty(), patience); }();
    tree()->setFocus();
    return id;
}

void TestEvaluate::twoRunsSideBySide()
{
    run(2);
    key(tree(), Qt::Key_D);
    auto *pane = m_rig->find<ComparePane>(u"comparePane"_s);
    QVERIFY(pane->isVisible());
    QVERIFY(!page()->isVisible());
    // The other run of the same document is what it is compared with first, and the service is deterministic.
    QVERIFY(m_rig->find<QComboBox>(u"compareWith"_s)->currentData().toString().startsWith(u"job:"));
    auto *model = pane->list()->model();
    const auto all = model->count(DifferenceModel::Filter::All);
    QVERIFY(all > 5);
    QCOMPARE(model->count(DifferenceModel::Filter::NotEqual), 0);
    key(pane->list()->view(), Qt::Key_Escape);
    QVERIFY(page()->isVisible());

    // Reviewed values beside the machine's: one corrected value differs, and J finds it.
    const auto path = u"/invoice_number"_s;
    page()->select(path);
    key(tree(), Qt::Key_F2);
    auto *line = m_rig->find<QLineEdit>(u"valueLine"_s);
    QVERIFY(line->isVisible());
    line->selectAll();
    QTest::keyClicks(line, u"Another number"_s);
    key(line, Qt::Key_Return);
    page()->select(u"/vendor/name"_s);
    key(tree(), Qt::Key_Return);
    key(tree(), Qt::Key_D);
    auto *with = m_rig->find<QComboBox>(u"compareWith"_s);
    with->setCurrentIndex(with->findData(u"reviewed"_s));
    emit with->activated(with->currentIndex());
    QCOMPARE(model->count(DifferenceModel::Filter::NotEqual), 1);
    QCOMPARE(model->count(DifferenceModel::Filter::Changed), 1);
    pane->list()->setFilter(DifferenceModel::Filter::All);
    pane->list()->view()->setFocus();
    key(pane->list()->view(), Qt::Key_J);
    QCOMPARE(model->cell(pane->list()->current()).path, path);
    QCOMPARE(model->index(pane->list()->current(), DifferenceModel::Reference).data().toString(), u"Another number"_s);
    key(pane->list()->view(), Qt::Key_F8);
    QCOMPARE(model->cell(pane->list()->current()).path, path);
    // Enter goes back to the value in the review.
    key(pane->list()->view(), Qt::Key_Return);
    QVERIFY(page()->isVisible());
    QCOMPARE(page()->currentPath(), path);
}

void TestEvaluate::expectedValuesAndThreshold()
{
    // Nothing was reviewed: the place says what to do.
    key(&m_rig->window(), Qt::Key_4, Qt::ControlModifier);
    auto *evaluate = m_rig->find<EvaluatePage>(u"evaluatePage"_s);
    QVERIFY(evaluate->isVisible());
    QVERIFY(!evaluate->list()->isVisible());
    key(&m_rig->window(), Qt::Key_3, Qt::ControlModifier);
    tree()->setFocus();

    // The whole document is confirmed, with one value corrected, and saved as expected values.
    page()->select(u"/invoice_number"_s);
    key(tree(), Qt::Key_N);
    key(tree(), Qt::Key_Return, Qt::ControlModifier);
    key(&m_rig->window(), Qt::Key_4, Qt::ControlModifier);
    QVERIFY(evaluate->list()->isVisible());
    const auto folder = m_folder->filePath(u"expected"_s);
    QVERIFY(QDir().mkpath(folder));
    m_rig->find<QAction>(u"exportExpectedAction"_s)->trigger();
    auto *dialog = m_rig->find<QFileDialog>(u"expectedFolderDialog"_s);
    QVERIFY(dialog);
    emit dialog->fileSelected(folder);
    dialog->close();
    const auto files = QDir(folder).entryList(QDir::Files);
    QCOMPARE(files.size(), 1);
    const auto expected = readJsonFile(QDir(folder).filePath(files.front())).value();
    QVERIFY(member(expected, "invoice_number").is_null());
    QVERIFY(expected.contains("invoice_number"));

    // What is there already is replaced only when that is wanted.
    const auto file = QDir(folder).filePath(files.front());
    QVERIFY(writeFile(file, "{}"));
    QTRY_VERIFY(!m_rig->find<QFileDialog>(u"expectedFolderDialog"_s));
    m_rig->find<QAction>(u"exportExpectedAction"_s)->trigger();
    dialog = m_rig->find<QFileDialog>(u"expectedFolderDialog"_s);
    QVERIFY(dialog);
    emit dialog->fileSelected(folder);
    dialog->close();
    auto *question = m_rig->find<QMessageBox>(u"replaceFilesBox"_s);
    QVERIFY(question);
    QVERIFY(question->informativeText().contains(files.front()));
    QVERIFY(readJsonFile(file).value().empty());
    question->findChild<QPushButton *>(u"replaceFilesButton"_s)->click();
    QCOMPARE(readJsonFile(file).value(), expected);
    QVERIFY(m_rig->isInFront());

    // That folder is what the run is compared with from now on.
    auto *with = m_rig->find<QComboBox>(u"evaluateWith"_s);
    with->setCurrentIndex(with->findData(u"choose-folder"_s));
    emit with->activated(with->currentIndex());
    auto *choose = m_rig->find<QFileDialog>(u"expectedPathDialog"_s);
    QVERIFY(choose);
    emit choose->fileSelected(folder);
    choose->close();
    QTRY_COMPARE(with->currentData().toString(), u"path:"_s + folder);
    auto *model = evaluate->list()->model();
    QTRY_COMPARE(model->count(DifferenceModel::Filter::NotEqual), 1);
    QCOMPARE(model->count(DifferenceModel::Filter::Extra), 1);
    QVERIFY(evaluate->accuracy()->scores()->rowCount() > 3);

    // The threshold's sentence follows the slider: at 0 nothing with a score is looked at, so the error slips.
    auto *slider = m_rig->find<QSlider>(u"thresholdSlider"_s);
    auto *sentence = m_rig->find<QLabel>(u"thresholdSentence"_s);
    const auto n = model->count(DifferenceModel::Filter::All);
    slider->setValue(0);
    QVERIFY2(sentence->text().contains(u"1 of 1 errors slip (n = %1)"_s.arg(n)), qPrintable(sentence->text()));
    slider->setValue(100);
    QVERIFY2(sentence->text().startsWith(u"At 1"), qPrintable(sentence->text()));
    QCOMPARE(m_rig->find<QDoubleSpinBox>(u"thresholdSpin"_s)->value(), 1.0);

    // The spot on the page is beside it; E says that what was expected is wrong, and that can be undone.
    auto *spot = m_rig->find<gui::common::CropView>(u"evaluateSpot"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!spot->image().isNull(), patience);
    evaluate->list()->view()->setFocus();
    const auto expectedNumber = [&] {
        return member(readJsonFile(QDir(folder).filePath(files.front())).value(), "invoice_number");
    };
    key(evaluate->list()->view(), Qt::Key_E);
    QTRY_COMPARE(model->count(DifferenceModel::Filter::NotEqual), 0);
    QVERIFY(expectedNumber().is_string());
    key(&m_rig->window(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(model->count(DifferenceModel::Filter::NotEqual), 1);
    QVERIFY(expectedNumber().is_null());

    // Of a review the decision is changed: the machine was right.
    with->setCurrentIndex(with->findData(u"reviewed"_s));
    emit with->activated(with->currentIndex());
    QTRY_COMPARE(model->count(DifferenceModel::Filter::NotEqual), 1);
    key(evaluate->list()->view(), Qt::Key_E);
    QTRY_COMPARE(model->count(DifferenceModel::Filter::NotEqual), 0);
    key(&m_rig->window(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(model->count(DifferenceModel::Filter::NotEqual), 1);

    // Enter opens the wrong value in Review.
    evaluate->list()->view()->setFocus();
    key(evaluate->list()->view(), Qt::Key_Return);
    QTRY_VERIFY(page()->isVisible());
    QCOMPARE(page()->currentPath(), u"/invoice_number"_s);
}

void TestEvaluate::limitsForOneField()
{
    using domain::ConfidenceLevel;
    const auto path = u"/invoice_number"_s;
    const auto other = u"/vendor/name"_s;
    const auto before = page()->model()->value(other)->level;
    m_rig->find<QAction>(u"confidenceAction"_s)->trigger();
    auto *dialog = m_rig->find<gui::review::ConfidenceDialog>(u"confidenceDialog"_s);
    QVERIFY(dialog);
    auto presets = dialog->presets();
    QVERIFY(presets.rules().fields.empty());
    auto *fields = dialog->findChild<QTreeWidget *>(u"ownLimits"_s);
    const auto items = fields->findItems(u"invoice_number"_s, Qt::MatchExactly);
    QCOMPARE(items.size(), 1);
    items.front()->setCheckState(0, Qt::Checked);
    static_cast<QDoubleSpinBox *>(fields->itemWidget(items.front(), 1))->setValue(1.0);
    static_cast<QDoubleSpinBox *>(fields->itemWidget(items.front(), 2))->setValue(1.0);
    dialog->accept();
    QCOMPARE(page()->model()->value(path)->level, ConfidenceLevel::Low);
    QCOMPARE(page()->model()->value(other)->level, before);
}

void TestEvaluate::rowsComeAndGo()
{
    auto *model = page()->model();
    QString cell;
    for (const auto &value : model->values())
        if (value.path.count(u'/') == 3 && value.path.section(u'/', 2, 2) == u"0") {
            cell = value.path;
            break;
        }
    QVERIFY(!cell.isEmpty());
    const auto list = u'/' + cell.section(u'/', 1, 1);
    const auto rows = [&] { return model->rowCount(model->indexOf(list + QStringLiteral("/0")).parent()) - 1; };
    const auto before = rows();
    page()->select(cell);
    tree()->setFocus();

    key(tree(), Qt::Key_Insert);
    QCOMPARE(rows(), before + 1);
    const auto added = page()->currentPath();
    QVERIFY(added.startsWith(list + u'/' + QString::number(before) + u'/'));
    key(tree(), Qt::Key_F2);
    auto *line = m_rig->find<QLineEdit>(u"valueLine"_s);
    QVERIFY(line->isVisible());
    QTest::keyClicks(line, u"7"_s);
    key(line, Qt::Key_Return);
    QCOMPARE(displayText(model->node(added)->value), u"7"_s);

    // The first row is taken out: it stays visible, needs nothing any more, and comes back with undo.
    page()->select(cell);
    key(tree(), Qt::Key_Delete);
    QCOMPARE(model->value(cell)->verdict, review::Verdict::Removed);
    QVERIFY(!model->value(cell)->needsAttention());
    key(&m_rig->window(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(model->value(cell)->verdict, review::Verdict::None);
    key(tree(), Qt::Key_Delete);

    // Everything is in the trail at this moment.
    const auto job = m_rig->queue().ids().back();
    const auto trail = review::ReviewStore::open(m_folder->filePath(u"reviews.sqlite"_s)).value()->history(job).value();
    QStringList verdicts;
    for (const auto &entry : trail)
        verdicts << review::verdictName(entry.decision.verdict);
    QCOMPARE(verdicts, (QStringList{u"Added"_s, u"Corrected"_s, u"Removed"_s, u"None"_s, u"Removed"_s}));

    // Undone to the end, the list is what the engine said.
    for (int i = 0; i < 3; ++i)
        key(&m_rig->window(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(rows(), before);
    QVERIFY(!model->node(added));
}

void TestEvaluate::allDocumentsAsOneTable()
{
    using gui::review::DocumentsModel;
    const auto path = u"/invoice_number"_s;
    auto *table = m_rig->find<gui::review::DocumentsPage>(u"documentsPage"_s);
    key(&m_rig->window(), Qt::Key_T, Qt::ControlModifier);
    QVERIFY(table->isVisible());
    auto *model = table->model();
    QTRY_COMPARE(model->rowCount(), 1);
    const auto column = static_cast<int>(model->columns().indexOf(u"invoice_number"_s));
    QVERIFY(column >= 0);
    const auto cell = model->index(0, column + 1);
    QCOMPARE(cell.data(DocumentsModel::PathRole).toString(), path);

    // One field across the documents: its spot is painted, and Enter confirms.
    table->setField(column);
    QVERIFY(cell.data(DocumentsModel::CropRole).value<QImage>().isNull());
    QTRY_VERIFY_WITH_TIMEOUT(!cell.data(DocumentsModel::CropRole).value<QImage>().isNull(), patience);
    const auto job = m_rig->queue().ids().back();
    const auto verdict = [&] {
        const auto decisions =
            review::ReviewStore::open(m_folder->filePath(u"reviews.sqlite"_s)).value()->decisions(job).value();
        return decisions.contains(path) ? decisions.at(path).verdict : review::Verdict::None;
    };
    table->view()->setCurrentIndex(cell);
    table->view()->setFocus();
    key(table->view(), Qt::Key_Return);
    QCOMPARE(verdict(), review::Verdict::Confirmed);
    QCOMPARE(page()->model()->value(path)->verdict, review::Verdict::Confirmed);
    key(&m_rig->window(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(verdict(), review::Verdict::None);

    // Among all fields Enter opens the document at the cell.
    table->setField(-1);
    table->view()->setCurrentIndex(cell);
    key(table->view(), Qt::Key_Return);
    QVERIFY(!table->isVisible());
    QCOMPARE(page()->currentPath(), path);
}

QTEST_MAIN(TestEvaluate)
#include "tst_evaluate.moc"
