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

QTEST_GUILESS_MAIN(TestProse)
#include "tst_prose.moc"
