// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/roworder.h"

#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::gui::review;

class TestRowOrder : public QObject
{
    Q_OBJECT

private slots:
    void orders_data();
    void orders();
    void choosesRows();
    void manyRowsLetTheLoopTurn();
    void aNewTaskReplacesTheOld();
};

void TestRowOrder::orders_data()
{
    QTest::addColumn<QString>("values");
    QTest::addColumn<int>("direction");
    QTest::addColumn<QList<int>>("expected");
    const auto rising = static_cast<int>(Qt::AscendingOrder);
    const auto falling = static_cast<int>(Qt::DescendingOrder);
    QTest::newRow("numbers by value") << u"[10, 9.5, -3, 100]"_s << rising << QList<int>{2, 1, 0, 3};
    QTest::newRow("numbers before texts") << u"[\"2\", 3, \"a\"]"_s << rising << QList<int>{1, 0, 2};
    QTest::newRow("nothing stands last") << u"[null, 2, 1]"_s << rising << QList<int>{2, 1, 0};
    QTest::newRow("nothing stands last when falling, too") << u"[null, 2, 1]"_s << falling << QList<int>{1, 2, 0};
    QTest::newRow("equals keep their places") << u"[\"b\", \"a\", \"B\", \"a\"]"_s << rising << QList<int>{1, 3, 0, 2};
    QTest::newRow("when falling, too") << u"[1, 2, 1, 2]"_s << falling << QList<int>{1, 3, 0, 2};
    QTest::newRow("dates") << u"[\"2026-10-02\", \"2026-09-30\"]"_s << rising << QList<int>{1, 0};
    QTest::newRow("no rows") << u"[]"_s << rising << QList<int>();
}

void TestRowOrder::orders()
{
    QFETCH(QString, values);
    QFETCH(int, direction);
    QFETCH(QList<int>, expected);
    std::vector<SortKey> keys;
    const auto json = parseJson(values.toUtf8()).value();
    for (const auto &value : json)
        keys.push_back(sortKeyOf(value));
    const auto order = orderOf(keys, static_cast<Qt::SortOrder>(direction));
    QCOMPARE(QList<int>(order.begin(), order.end()), expected);
}

/// What is quickly done is done at once: the caller sees it before the next event.
void TestRowOrder::choosesRows()
{
    RowOrder order;
    QSignalSpy ordered(&order, &RowOrder::ordered);
    order.start({6, [](int row) { return row % 2 == 0; }, [](int row) { return sortKeyOf(Json(-row)); }});
    QCOMPARE(ordered.size(), 1);
    QCOMPARE(ordered.first().first().value<std::vector<int>>(), (std::vector<int>{4, 2, 0}));
    QVERIFY(!order.isBusy());
}

void TestRowOrder::manyRowsLetTheLoopTurn()
{
    constexpr int rows = 50'000;
    RowOrder order;
    QSignalSpy ordered(&order, &RowOrder::ordered);
    order.start({rows, {}, [](int row) { return sortKeyOf(Json("text " + std::to_string(rows - row))); }});
    QVERIFY2(ordered.isEmpty(), "so many texts are not ordered before the event loop turns");
    QVERIFY(ordered.wait(60'000));
    const auto found = ordered.first().first().value<std::vector<int>>();
    QCOMPARE(found.size(), static_cast<std::size_t>(rows));
    std::vector<bool> seen(rows);
    for (const auto row : found)
        seen[static_cast<std::size_t>(row)] = true;
    QVERIFY(std::ranges::all_of(seen, std::identity()));
}

void TestRowOrder::aNewTaskReplacesTheOld()
{
    constexpr int rows = 50'000;
    RowOrder order;
    QSignalSpy ordered(&order, &RowOrder::ordered);
    order.start({rows, {}, [](int row) { return sortKeyOf(Json("text " + std::to_string(row))); }});
    order.start({2, {}, [](int row) { return sortKeyOf(Json(-row)); }});
    QTest::qWait(300);
    QCOMPARE(ordered.size(), 1);
    QCOMPARE(ordered.first().first().value<std::vector<int>>(), (std::vector<int>{1, 0}));
}

QTEST_MAIN(TestRowOrder)
#include "tst_roworder.moc"
