// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract.h"
#include "engine/pagebuilder.h"
#include "engine/text/sentences.h"

#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;

namespace {

Json valuesOf(const document::PageSource &pages, const QByteArray &properties)
{
    engine::ExtractRequest request;
    request.dataSchema = *parseJson(R"({"type":"object","properties":)" + properties + "}");
    const auto extraction = engine::extract(pages, request);
    return extraction ? domain::plainResult(extraction->result) : Json();
}

/// Paragraphs of lines, one below the other.
void addParagraphs(tests::BuiltPages &pages, const QList<QStringList> &paragraphs)
{
    double y = 60;
    for (const auto &lines : paragraphs) {
        for (const auto &line : lines) {
            pages.text(50, y, line);
            y += 12;
        }
        y += 14;
    }
}

tests::BuiltPages contract()
{
    tests::BuiltPages pages;
    pages.page();
    addParagraphs(pages,
                  {{u"(1) CLYDE PUMPS LIMITED, a company registered in Scotland with company"_s,
                    u"number SC214477, whose registered office is at 12 Carron Works, Falkirk"_s,
                    u"FK2 8TW (the Supplier); and"_s},
                   {u"(2) STRATH WATER PLC, a company registered in Scotland with company number"_s,
                    u"SC188032, whose registered office is at Ochil House, Perth PH2 8QQ (the"_s, u"Customer)."_s},
                   {u"This Agreement shall continue for an initial term of four years. It renews"_s,
                    u"unless either party gives one hundred and eighty (180) days notice."_s},
                   {u"The Customer shall pay to the Supplier a fixed annual fee of £318,600 in"_s,
                    u"arrear and a termination fee of £40,000 where it ends this Agreement."_s},
                   {u"This Agreement shall be governed by the law of Scotland and by nothing else."_s}});
    return pages;
}

} // namespace

class TestProse : public QObject
{
    Q_OBJECT

private slots:
    void sentencesGoOnOverLines();
    void amountsStandBehindWhatNamesThem();
    void periodsHaveUnits();
    void partiesAreWhoTheContractCallsThem();
    void periodsNameColumns();
    void intervalsOfDaysNameColumns();
    void daysOfOneYearNameColumns();
    void unitsAreNoNamesOfRows();
    void sentencesStayInTheirColumn();
};

void TestProse::sentencesGoOnOverLines()
{
    const auto pages = contract();
    const auto text = pages.read();
    const auto sentences = engine::sentencesOf(text, {0, int(text.segments.size())});
    QCOMPARE(sentences.size(), 6U);
    QVERIFY(text.textOf(sentences[3].tokens).startsWith(u"It renews unless"_s));
    QVERIFY(text.textOf(sentences[3].tokens).endsWith(u"days notice."_s));
}

void TestProse::amountsStandBehindWhatNamesThem()
{
    const auto values = valuesOf(contract(), R"({"annual_fee":{"type":"number","description":"Annual fee in pounds"},
      "termination_fee":{"type":"number","description":"Termination fee in pounds"}})");
    QVERIFY(values["annual_fee"] == Json(318600));
    QVERIFY(values["termination_fee"] == Json(40000));
}

void TestProse::periodsHaveUnits()
{
    const auto values = valuesOf(contract(), R"({"initial_term_years":{"type":"integer"},
      "notice_days":{"type":"integer","description":"Notice in days"}})");
    QVERIFY(values["initial_term_years"] == Json(4));
    QVERIFY(values["notice_days"] == Json(180));
}

void TestProse::partiesAreWhoTheContractCallsThem()
{
    const auto values = valuesOf(contract(), R"({"supplier":{"type":"object","properties":{"name":{"type":"string"},
      "company_number":{"type":"string"},"registered_office":{"type":"string"}}},
      "customer":{"type":"string","description":"Customer"},
      "governing_law":{"type":"string","description":"Country whose law governs the agreement"}})");
    QVERIFY(values["supplier"]["name"] == Json("CLYDE PUMPS LIMITED"));
    QVERIFY(values["supplier"]["company_number"] == Json("SC214477"));
    QVERIFY(values["customer"] == Json("STRATH WATER PLC"));
    QVERIFY(values["governing_law"] == Json("Scotland"));
}

void TestProse::periodsNameColumns()
{
    tests::BuiltPages pages;
    pages.page().text(260, 86, u"Three months ended"_s).text(430, 86, u"Nine months ended"_s);
    pages.text(260, 98, u"2024"_s).text(340, 98, u"2023"_s).text(430, 98, u"2024"_s).text(510, 98, u"2023"_s);
    const QStringList names{u"Net sales"_s, u"Gross profit"_s, u"Net income"_s};
    for (int i = 0; i < names.size(); ++i) {
        pages.text(50, 112 + 14 * i, names[i]);
        for (int c = 0; c < 4; ++c)
            pages.text((c < 2 ? 260 : 270) + 80 * c, 112 + 14 * i, u"%1,%2"_s.arg(c + 1).arg(100 + i));
    }
    const auto values = valuesOf(pages, R"({"quarter":{"type":"object","properties":{"net_income":{"type":"number"}}},
      "prior_year_quarter":{"type":"object","properties":{"net_income":{"type":"number"}}},
      "nine_months":{"type":"object","properties":{"net_income":{"type":"number"}}}})");
    QVERIFY(values["quarter"]["net_income"] == Json(1102));
    QVERIFY(values["prior_year_quarter"]["net_income"] == Json(2102));
    QVERIFY(values["nine_months"]["net_income"] == Json(3102));
}

/// Rows with a name and a figure in each column.
void addFigures(tests::BuiltPages &pages, double y, const QStringList &names, int columns)
{
    for (int i = 0; i < int(names.size()); ++i) {
        pages.text(50, y + 14 * i, names[i]);
        for (int c = 0; c < columns; ++c)
            pages.text(260 + 80 * c, y + 14 * i, u"%1,%2"_s.arg(c + 1).arg(100 + i));
    }
}

void TestProse::intervalsOfDaysNameColumns()
{
    tests::BuiltPages pages;
    pages.page();
    const QStringList starts{u"01.07.–"_s, u"01.07.–"_s, u"01.01.–"_s, u"01.01.–"_s};
    const QStringList ends{u"30.09.2025"_s, u"30.09.2024"_s, u"30.09.2025"_s, u"30.09.2024"_s};
    pages.text(50, 88, u"in TEUR"_s);
    for (int c = 0; c < 4; ++c)
        pages.text(245 + 80 * c, 76, starts[c]).text(245 + 80 * c, 88, ends[c]);
    addFigures(pages, 104, {u"Umsatzerlöse"_s, u"Materialaufwand"_s, u"Konzernergebnis"_s}, 4);
    const auto values =
        valuesOf(pages, R"({"quartal":{"type":"object","properties":{"konzernergebnis":{"type":"integer"}}},
      "vorjahresquartal":{"type":"object","properties":{"konzernergebnis":{"type":"integer"}}},
      "neun_monate":{"type":"object","properties":{"konzernergebnis":{"type":"integer"}}},
      "neun_monate_vorjahr":{"type":"object","properties":{"konzernergebnis":{"type":"integer"}}}})");
    QVERIFY(values["quartal"]["konzernergebnis"] == Json(1102));
    QVERIFY(values["vorjahresquartal"]["konzernergebnis"] == Json(2102));
    QVERIFY(values["neun_monate"]["konzernergebnis"] == Json(3102));
    QVERIFY(values["neun_monate_vorjahr"]["konzernergebnis"] == Json(4102));
}

void TestProse::daysOfOneYearNameColumns()
{
    tests::BuiltPages pages;
    pages.page();
    pages.text(230, 88, u"December 31, 2025"_s).text(345, 88, u"June 30, 2025"_s);
    addFigures(pages, 104, {u"Inventories"_s, u"Goodwill"_s, u"Total liabilities"_s}, 2);
    const auto values = valuesOf(pages, R"({"goodwill":{"type":"number","description":"Goodwill at June 30, 2025"},
      "inventories":{"type":"number","description":"Inventories at December 31, 2025"}})");
    QVERIFY(values["goodwill"] == Json(2101));
    QVERIFY(values["inventories"] == Json(1100));
}

void TestProse::unitsAreNoNamesOfRows()
{
    tests::BuiltPages pages;
    pages.page();
    pages.text(50, 86, u"Indicator"_s).text(200, 86, u"Unit"_s).text(290, 86, u"FY2023"_s).text(370, 86, u"FY2024"_s);
    const QStringList names{u"GHG Scope 1"_s, u"GHG Scope 2, location-based"_s, u"GHG Scope 2, market-based"_s};
    for (int i = 0; i < int(names.size()); ++i)
        pages.text(30, 100 + 14 * i, u"E"_s)
            .text(50, 100 + 14 * i, names[i])
            .text(225, 100 + 14 * i, u"ktCO2e"_s)
            .text(300, 100 + 14 * i, u"%1.5"_s.arg(41 + i))
            .text(380, 100 + 14 * i, u"%1.5"_s.arg(31 + i));
    const auto values = valuesOf(pages, R"({"fy2023":{"type":"object","properties":{
        "scope_2_market":{"type":"number","description":"ktCO2e"},"scope_1":{"type":"number","description":"ktCO2e"}}},
      "fy2024":{"type":"object","properties":{"scope_2_location":{"type":"number","description":"ktCO2e"}}}})");
    QVERIFY(values["fy2023"]["scope_2_market"] == Json(43.5));
    QVERIFY(values["fy2023"]["scope_1"] == Json(41.5));
    QVERIFY(values["fy2024"]["scope_2_location"] == Json(32.5));
}

void TestProse::sentencesStayInTheirColumn()
{
    const QStringList left{u"Our farms stand along the coast of the"_s,   u"northern county and on the islands to"_s,
                           u"the west. In this year we have harvested"_s, u"some more fish than in the year before."_s,
                           u"All of our sites are now certified and"_s,   u"most of them are run by local people."_s};
    const QStringList right{
        u"The board has adopted a new target and"_s,   u"has asked an auditor to look at it with"_s,
        u"limited assurance. The audit was done by"_s, u"Fjeld Revision, who found nothing wrong"_s,
        u"with the way in which we measure what"_s,    u"our boats and barges have burned so far."_s};
    tests::BuiltPages pages;
    pages.page();
    for (int i = 0; i < int(left.size()); ++i)
        pages.text(40, 100 + 13 * i, left[i]).text(310, 103 + 13 * i, right[i]);
    const auto text = pages.read();
    QCOMPARE(text.lines.size(), 12U);
    const auto sentences = engine::sentencesOf(text, {0, int(text.segments.size())});
    QVERIFY(std::ranges::any_of(sentences, [&text](const engine::Sentence &sentence) {
        return text.textOf(sentence.tokens).startsWith(u"The audit was done by Fjeld Revision, who found"_s);
    }));
}

QTEST_GUILESS_MAIN(TestProse)
#include "tst_prose.moc"
