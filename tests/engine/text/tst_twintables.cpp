// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extracted.h"

#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;
using tests::addRow;

/// Tables that go on beside themselves under the same head.
class TestTwinTables : public QObject
{
    Q_OBJECT

private slots:
    void partsFollowEachOther();
    void groupsOfColumnsStayTogether();
    void linesOverBothPartsEndThem();
};

namespace {

QStringList linesOf(const engine::Text &text)
{
    QStringList lines;
    for (const auto &line : text.lines)
        lines << text.textOf(line.tokens);
    return lines;
}

} // namespace

void TestTwinTables::partsFollowEachOther()
{
    tests::BuiltPages pages;
    pages.page();
    addRow(pages, 100, {{50, u"Name"_s}, {150, u"Points"_s}, {300, u"Name"_s}, {400, u"Points"_s}});
    addRow(pages, 114, {{50, u"Ada"_s}, {150, u"12"_s}, {300, u"Cleo"_s}, {400, u"8"_s}});
    addRow(pages, 128, {{50, u"Ben"_s}, {150, u"9"_s}, {300, u"Dora"_s}, {400, u"7"_s}});
    QCOMPARE(linesOf(pages.read()),
             (QStringList{u"Name Points"_s, u"Ada 12"_s, u"Ben 9"_s, u"Name Points"_s, u"Cleo 8"_s, u"Dora 7"_s}));
}

void TestTwinTables::groupsOfColumnsStayTogether()
{
    tests::BuiltPages pages;
    pages.page();
    addRow(pages, 100, {{150, u"Girls"_s}, {220, u"Boys"_s}, {300, u"Girls"_s}, {370, u"Boys"_s}});
    addRow(pages, 114, {{50, u"North"_s}, {150, u"12"_s}, {220, u"14"_s}, {300, u"8"_s}, {370, u"9"_s}});
    addRow(pages, 128, {{50, u"South"_s}, {150, u"15"_s}, {220, u"11"_s}, {300, u"7"_s}, {370, u"6"_s}});
    QCOMPARE(linesOf(pages.read()).size(), 3);
}

void TestTwinTables::linesOverBothPartsEndThem()
{
    tests::BuiltPages pages;
    pages.page();
    addRow(pages, 100, {{50, u"Name"_s}, {150, u"Points"_s}, {300, u"Name"_s}, {400, u"Points"_s}});
    addRow(pages, 114, {{50, u"Ada"_s}, {150, u"12"_s}, {300, u"Cleo"_s}, {400, u"8"_s}});
    addRow(pages, 128, {{50, u"Ben"_s}, {150, u"9"_s}, {300, u"Dora"_s}, {400, u"7"_s}});
    pages.text(50, 142, u"Whoever has points at the end of the season takes part in the final of the county"_s);
    const auto lines = linesOf(pages.read());
    QCOMPARE(lines.size(), 7);
    QVERIFY(lines.back().startsWith(u"Whoever"_s));
}

QTEST_GUILESS_MAIN(TestTwinTables)
#include "tst_twintables.moc"
