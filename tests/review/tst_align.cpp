// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/align.h"
#include "review/resultbuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::review;
using tests::resultOf;

namespace {

/// "0=0 1- -1": which element of the one list is which of the other.
QString printed(const std::vector<AlignedRow> &rows)
{
    QStringList pairs;
    for (const auto &[before, after] : rows)
        pairs << (before ? QString::number(*before) : QString()) + (before && after ? u"="_s : u"-"_s) +
                     (after ? QString::number(*after) : QString());
    return pairs.join(u' ');
}

} // namespace

class TestAlign : public QObject
{
    Q_OBJECT

private slots:
    void rows_data();
    void rows();
    void longListsThatDifferEverywhere();
    void valuesFollowTheirRow();
    void renamedMembersAreFound();
};

void TestAlign::rows_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("pairs");
    QTest::newRow("equal") << QByteArray("[1,2,3]") << QByteArray("[1,2,3]") << u"0=0 1=1 2=2"_s;
    QTest::newRow("one gone") << QByteArray("[1,2,3]") << QByteArray("[1,3]") << u"0=0 1- 2=1"_s;
    QTest::newRow("one came") << QByteArray("[1,3]") << QByteArray("[1,2,3]") << u"0=0 -1 1=2"_s;
    QTest::newRow("one changed") << QByteArray("[1,2,3]") << QByteArray("[1,9,3]") << u"0=0 1=1 2=2"_s;
    QTest::newRow("empty") << QByteArray("[]") << QByteArray("[1]") << u"-0"_s;
    QTest::newRow("row with one other cell, after a new row")
        << QByteArray(R"([{"a":1,"b":2},{"a":3,"b":4}])")
        << QByteArray(R"([{"a":1,"b":2},{"a":9,"b":9},{"a":3,"b":5}])") << u"0=0 -1 1=2"_s;
}

void TestAlign::rows()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QTEST(printed(alignRows(resultOf(parseJson(before).value()), resultOf(parseJson(after).value()))), "pairs");
}

void TestAlign::longListsThatDifferEverywhere()
{
    auto before = Json::array();
    auto after = Json::array();
    for (int i = 0; i < 3000; ++i) {
        before.push_back(i);
        after.push_back(-i - 1);
    }
    const auto rows = alignRows(resultOf(before), resultOf(after));
    QCOMPARE(rows.size(), size_t(3000));
    QCOMPARE(rows[1234], (AlignedRow{1234, 1234}));
}

void TestAlign::valuesFollowTheirRow()
{
    const auto before = resultOf(parseJson(R"({"lines":[{"d":"x","n":1},{"d":"y","n":2}]})").value());
    const auto after = resultOf(parseJson(R"({"lines":[{"d":"new","n":7},{"d":"x","n":1},{"d":"y","n":3}]})").value());
    const auto paths = correspondingValues(before, after);
    QCOMPARE(paths.at(u"/lines/0/d"_s), u"/lines/1/d"_s);
    QCOMPARE(paths.at(u"/lines/1/n"_s), u"/lines/2/n"_s);
    QCOMPARE(paths.size(), size_t(4));
}

void TestAlign::renamedMembersAreFound()
{
    const auto before = resultOf(parseJson(R"({"no":"A-7","date":"2026-01-02","note":"A-7"})").value());
    const auto after = resultOf(parseJson(R"({"date":"2026-01-02","number":"A-7","note":"A-7","other":null})").value());
    const auto paths = correspondingValues(before, after);
    QCOMPARE(paths.at(u"/no"_s), u"/number"_s);
    QCOMPARE(paths.at(u"/note"_s), u"/note"_s);
    // An equal value of a member that was there before is not its successor.
    const auto swapped = correspondingValues(resultOf(parseJson(R"({"a":"1","b":"2"})").value()),
                                             resultOf(parseJson(R"({"b":"1"})").value()));
    QVERIFY(!swapped.contains(u"/a"_s));
}

QTEST_GUILESS_MAIN(TestAlign)
#include "tst_align.moc"
