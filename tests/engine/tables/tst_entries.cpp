// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extracted.h"

#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;
using tests::addRow;

/// Lists whose entries are no rows of a table: posts with their periods, figures by year.
class TestEntries : public QObject
{
    Q_OBJECT

private slots:
    void periodsMayStandLeftOfPosts();
    void townsFollowFirms();
    void columnsOfYearsAreEntries();
    void listsWithoutAPeriodAreNoColumns();
};

namespace {

const QByteArray posts = R"({"type":"object","properties":{"work_experience":{"type":"array","items":{"type":"object",
    "properties":{"job_title":{"type":"string"},"employer":{"type":"string"},"city":{"type":"string"},
    "start":{"type":"string","description":"YYYY-MM"},"end":{"type":"string","description":"YYYY-MM"}}}}}})";

} // namespace

void TestEntries::periodsMayStandLeftOfPosts()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"WORK EXPERIENCE"_s);
    addRow(pages, 120, {{50, u"09/2018 – 08/2023"_s}, {220, u"Head of quality, Harz Herbs Ltd, Goslar"_s}});
    addRow(pages, 140, {{50, u"04/2014 – 08/2018"_s}, {220, u"Laboratory manager, Leine Dairy Ltd, Kassel"_s}});
    const auto list = tests::resultOf(pages, posts)["work_experience"];
    QCOMPARE(list.size(), 2U);
    QCOMPARE(list[0].dump(), parseJson(R"({"job_title":"Head of quality","employer":"Harz Herbs Ltd","city":"Goslar",
        "start":"2018-09","end":"2023-08"})")
                                 ->dump());
    QCOMPARE(list[1]["city"].get<std::string>(), "Kassel");
}

void TestEntries::townsFollowFirms()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"WORK EXPERIENCE"_s);
    addRow(pages, 120, {{50, u"Supply manager"_s}, {400, u"08/2016 – 01/2021"_s}});
    pages.text(50, 134, u"Ardbeck Biscuits Ltd, Glasgow, UK"_s);
    addRow(pages, 160, {{50, u"Demand planner"_s}, {400, u"09/2013 – 07/2016"_s}});
    pages.text(50, 174, u"Hoving Dairies, Nottingham, UK"_s);
    const auto list = tests::resultOf(pages, posts)["work_experience"];
    QCOMPARE(list.size(), 2U);
    QCOMPARE(list[0]["employer"].get<std::string>(), "Ardbeck Biscuits Ltd");
    QCOMPARE(list[0]["city"].get<std::string>(), "Glasgow");
    QCOMPARE(list[1]["employer"].get<std::string>(), "Hoving Dairies");
}

namespace {

tests::BuiltPages figuresByYear()
{
    tests::BuiltPages pages;
    pages.page();
    addRow(pages, 100, {{250, u"2023"_s}, {320, u"2022"_s}, {390, u"2021"_s}});
    addRow(pages, 114, {{50, u"Revenue"_s}, {250, u"118.4"_s}, {320, u"111.9"_s}, {390, u"106.3"_s}});
    addRow(pages, 128, {{50, u"Net income"_s}, {250, u"5.2"_s}, {320, u"(1.4)"_s}, {390, u"6.0"_s}});
    addRow(pages, 142, {{50, u"Employees"_s}, {250, u"486"_s}, {320, u"472"_s}, {390, u"468"_s}});
    return pages;
}

} // namespace

void TestEntries::columnsOfYearsAreEntries()
{
    const auto list =
        tests::resultOf(figuresByYear(), R"({"type":"object","properties":{"figures":{"type":"array","items":{
        "type":"object","properties":{"year":{"type":"integer"},"revenue":{"type":"number"},"net_income":{"type":"number"},
        "employees":{"type":"integer"}}}}}})")["figures"];
    QCOMPARE(list.size(), 3U);
    QCOMPARE(list[0].dump(), parseJson(R"({"year":2023,"revenue":118.4,"net_income":5.2,"employees":486})")->dump());
    QCOMPARE(list[1]["net_income"].get<double>(), -1.4);
    QCOMPARE(list[2]["year"].get<int>(), 2021);
}

void TestEntries::listsWithoutAPeriodAreNoColumns()
{
    const auto list =
        tests::resultOf(figuresByYear(), R"({"type":"object","properties":{"figures":{"type":"array","items":{
        "type":"object","properties":{"name":{"type":"string"},"revenue":{"type":"number"}}}}}})")["figures"];
    for (const auto &entry : list)
        QVERIFY(entry["name"].is_null() || entry["name"] != "2023");
}

QTEST_GUILESS_MAIN(TestEntries)
#include "tst_entries.moc"
