// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/evaluate/differencedelegate.h"
#include "gui/evaluate/differencelist.h"
#include "gui/evaluate/evaluatepage.h"
#include "gui/evaluate/thresholdpane.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace xs;
using evaluate::ComparedCell;
using evaluate::ComparedDocument;
using evaluate::Difference;
using gui::evaluate::DifferenceList;
using gui::evaluate::DifferenceModel;
using Filter = DifferenceModel::Filter;

namespace {

ComparedCell cell(const QString &path, const Json &reference, const Json &value, Difference difference,
                  std::optional<double> score = 0.7)
{
    return {path, path, path.section(u'/', 1, 1), domain::readablePath(path), reference, value, score, difference};
}

std::vector<ComparedDocument> documents()
{
    return {{u"1"_s,
             u"b.pdf"_s,
             {cell(u"/total"_s, 648, 640, Difference::Changed, 0.96), cell(u"/tax"_s, 8, 8, Difference::Same, 0.9)}},
            {u"2"_s,
             u"a.pdf"_s,
             {cell(u"/total"_s, 12, 12, Difference::Same), cell(u"/tax"_s, 3, Json(), Difference::Missing, {}),
              cell(u"/order"_s, Json(), "X", Difference::Extra, 0.3)}}};
}

} // namespace

class TestDifferences : public QObject
{
    Q_OBJECT

private slots:
    void rowsOfTheModel();
    void sortedByAnyColumn();
    void partsThatDiffer_data();
    void partsThatDiffer();
    void walking();
    void thePageSaysWhatIsSo();
    void aHundredThousandValuesAreFilteredAtOnce();
};

void TestDifferences::rowsOfTheModel()
{
    DifferenceModel model;
    QAbstractItemModelTester tester(&model);
    model.setDocuments(documents());
    QCOMPARE(model.rowCount(), 5);
    model.setFilter(Filter::NotEqual);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.count(Filter::All), 5);
    model.setFilter(Filter::Missing);
    QCOMPARE(model.index(0, DifferenceModel::Value).data().toString(), u"no value"_s);
    QVERIFY(model.index(0, DifferenceModel::Value).data(DifferenceModel::NullRole).toBool());
    QVERIFY(!model.index(0, DifferenceModel::Confidence).data(DifferenceModel::ScoreRole).isValid());
    model.setFilter(Filter::All);
    model.setSearch(u"A.PDF"_s);
    QCOMPARE(model.rowCount(), 3);
    model.setSearch(u"648"_s);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowOf(u"1"_s, model.cell(0)), 0);
    model.setDocuments({});
    QCOMPARE(model.rowCount(), 0);
}

void TestDifferences::sortedByAnyColumn()
{
    DifferenceModel model;
    QAbstractItemModelTester tester(&model);
    model.setDocuments(documents());
    model.sort(DifferenceModel::Document);
    QCOMPARE(model.document(0).name, u"a.pdf"_s);
    model.sort(DifferenceModel::Confidence, Qt::DescendingOrder);
    QCOMPARE(model.cell(0).score, std::optional(0.96));
    QVERIFY(!model.cell(4).score);
    model.sort(DifferenceModel::Verdict);
    QCOMPARE(model.cell(0).difference, Difference::Same);
    QCOMPARE(model.cell(4).difference, Difference::Extra);
}

void TestDifferences::partsThatDiffer_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("other");
    QTest::addColumn<QString>("part");
    QTest::newRow("last letter") << u"2026-04-13"_s << u"2026-04-18"_s << u"3"_s;
    QTest::newRow("middle") << u"TFS-8790"_s << u"TFS-B790"_s << u"8"_s;
    QTest::newRow("more at the end") << u"14 days net"_s << u"14 days"_s << u" net"_s;
    QTest::newRow("less") << u"14 days"_s << u"14 days net"_s << u""_s;
    QTest::newRow("the same letter again") << u"aab"_s << u"ab"_s << u"a"_s;
    QTest::newRow("all") << u"abc"_s << u"xyz"_s << u"abc"_s;
    QTest::newRow("nothing") << u""_s << u"x"_s << u""_s;
}

void TestDifferences::partsThatDiffer()
{
    QFETCH(QString, text);
    QFETCH(QString, other);
    const auto part = gui::evaluate::differingPart(text, other);
    QTEST(text.mid(part.begin, part.length), "part");
}

void TestDifferences::walking()
{
    DifferenceList list(false);
    list.resize(900, 400);
    list.show();
    QApplication::setActiveWindow(&list);
    QVERIFY(QTest::qWaitForWindowActive(&list));
    QSignalSpy chosen(&list, &DifferenceList::currentChanged);
    list.setDocuments(documents());
    // What differs is shown, and its first value chosen.
    QCOMPARE(list.model()->filter(), Filter::NotEqual);
    QCOMPARE(list.current(), 0);
    list.setFilter(Filter::All);
    QCOMPARE(list.model()->cell(list.current()).difference, Difference::Changed);
    list.view()->setFocus();
    QTest::keyClick(list.view(), Qt::Key_J);
    QCOMPARE(list.model()->cell(list.current()).difference, Difference::Missing);
    QTest::keyClick(list.view(), Qt::Key_F8);
    QCOMPARE(list.model()->cell(list.current()).difference, Difference::Extra);
    QTest::keyClick(list.view(), Qt::Key_J);
    QCOMPARE(list.model()->cell(list.current()).difference, Difference::Changed);
    QTest::keyClick(list.view(), Qt::Key_K);
    QCOMPARE(list.model()->cell(list.current()).difference, Difference::Extra);
    QTest::keyClick(list.view(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(list.model()->cell(list.current()).difference, Difference::Missing);
    QVERIFY(!chosen.isEmpty());
}

void TestDifferences::thePageSaysWhatIsSo()
{
    gui::evaluate::EvaluatePage page;
    page.resize(1440, 800);
    page.show();
    page.setComparison(documents(), u"Expected"_s, 2);
    page.threshold()->setThreshold(0.85);
    // Below 0.85 or without a score: 0.7, none, 0.3; the wrong value with 0.96 slips.
    QCOMPARE(page.findChild<QLabel *>(u"thresholdSentence"_s)->text(),
             u"At 0.85 you review 60 % and 1 of 3 errors slip (n = 5)"_s);
    QCOMPARE(page.findChild<QLabel *>(u"evaluateCellNote"_s)->text(), u"Slips through at 0.85."_s);
    page.list()->step(1);
    QCOMPARE(page.findChild<QLabel *>(u"evaluateCellNote"_s)->text(), u"Would be reviewed at 0.85."_s);
    QSignalSpy open(&page, &gui::evaluate::EvaluatePage::openWanted);
    page.list()->view()->setFocus();
    QTest::keyClick(page.list()->view(), Qt::Key_Return);
    QCOMPARE(open.count(), 1);
    QCOMPARE(open.front(), (QVariantList{u"2"_s, u"/tax"_s}));
}

void TestDifferences::aHundredThousandValuesAreFilteredAtOnce()
{
    std::vector<ComparedCell> cells;
    for (int i = 0; i < 100'000; ++i)
        cells.push_back(cell(u"/rows/%1/n"_s.arg(i), i, i, i % 100 ? Difference::Same : Difference::Changed));
    DifferenceModel model;
    model.setDocuments({{u"1"_s, u"a.pdf"_s, std::move(cells)}});
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.setFilter(Filter::NotEqual);
    QCOMPARE(model.rowCount(), 1000);
    QCOMPARE(resets.count(), 1);
    QCOMPARE(removed.count(), 0);
}

QTEST_MAIN(TestDifferences)
#include "tst_differences.moc"
