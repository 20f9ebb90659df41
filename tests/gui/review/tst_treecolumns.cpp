// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/treecolumns.h"

#include <QTest>

using namespace xs::gui::review;

/// What the columns of the tree of values give up, and for what.
class TestTreeColumns : public QObject
{
    Q_OBJECT

private slots:
    void shortValuesLeaveEverything();
    void oneValueThatFitsTakesTheBarAndTheWord();
    void aClauseTakesNothing();
    void manyLongValuesTakeAllThatIsGiven();
    void columnsFillThePane_data();
    void columnsFillThePane();
};

void TestTreeColumns::shortValuesLeaveEverything()
{
    const auto wide = fitColumns({100, std::vector<int>(20, 60), 20}, 700);
    const auto wider = fitColumns({100, std::vector<int>(20, 60), 20}, 900);
    QCOMPARE(wide.confidence, wider.confidence);
    QCOMPARE(wide.state, wider.state);
}

/// A name among many short values, and a result in which most values are missing.
void TestTreeColumns::oneValueThatFitsTakesTheBarAndTheWord()
{
    std::vector<int> values(20, 60);
    const auto before = fitColumns({100, values, 20}, 590);
    values.back() = 205;
    const auto columns = fitColumns({100, values, 20}, 590);
    QVERIFY2(columns.value >= 205 + 12, qPrintable(QString::number(columns.value)));
    QVERIFY(columns.confidence < before.confidence);
}

void TestTreeColumns::aClauseTakesNothing()
{
    std::vector<int> values(20, 60);
    const auto before = fitColumns({100, values, 20}, 590);
    values.back() = 4'000;
    const auto columns = fitColumns({100, values, 20}, 590);
    QCOMPARE(columns.confidence, before.confidence);
    QCOMPARE(columns.state, before.state);
}

void TestTreeColumns::manyLongValuesTakeAllThatIsGiven()
{
    const auto columns = fitColumns({100, std::vector<int>(20, 400), 20}, 590);
    const auto before = fitColumns({100, std::vector<int>(20, 60), 20}, 590);
    QVERIFY(columns.confidence < before.confidence && columns.state < before.state);
    QVERIFY(columns.page > 0);
}

void TestTreeColumns::columnsFillThePane_data()
{
    QTest::addColumn<int>("pane");
    for (const auto pane : {420, 480, 590, 700, 1'200})
        QTest::newRow(qPrintable(QString::number(pane))) << pane;
}

void TestTreeColumns::columnsFillThePane()
{
    QFETCH(int, pane);
    for (const auto value : {40, 150, 300}) {
        const auto c = fitColumns({120, std::vector<int>(30, value), 30}, pane);
        QCOMPARE(c.field + c.value + c.confidence + c.state + c.page, pane);
    }
}

QTEST_MAIN(TestTreeColumns)
#include "tst_treecolumns.moc"
