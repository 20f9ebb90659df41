// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extracted.h"

#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;
using tests::addRow;
using tests::rowsOf;

/// What descriptions and notes say of the words in a table's rows.
class TestRowWords : public QObject
{
    Q_OBJECT

private slots:
    void wordsStandForTruths();
    void marksTellChoices();
    void whatIsNotSaidIsTheOther();
    void notesExplainShortHeads();
    void dashesAreNothingWhereTheSchemaSaysSo();
    void daysMayBeAskedForAsPrinted();
    void bracketsAreLeftOut();
    void codesHaveSeveralWords();
    void sentencesBelowAreNoRows();
    void rowsMayHaveFewFigures();
    void linesOfAHighHeadAreNoRows();
};

void TestRowWords::wordsStandForTruths()
{
    tests::BuiltPages pages;
    pages.page();
    addRow(pages, 100, {{50, u"Seat"_s}, {200, u"Votes"_s}, {300, u"Result"_s}});
    addRow(pages, 114, {{50, u"Harbour"_s}, {200, u"1204"_s}, {300, u"Red gain"_s}});
    addRow(pages, 128, {{50, u"Old Town"_s}, {200, u"1170"_s}, {300, u"Blue hold"_s}});
    addRow(pages, 142, {{50, u"Station"_s}, {200, u"986"_s}, {300, u"Blue gain"_s}});
    const auto rows = rowsOf(pages, R"({"seat":{"type":"string"},"votes":{"type":"integer"},"result":{"type":"string"},
        "gained":{"type":"boolean","description":"True for a gain, false for a hold"}})");
    QCOMPARE(rows.size(), 3U);
    QCOMPARE(rows[0].dump(), parseJson(R"({"seat":"Harbour","votes":1204,"result":"Red","gained":true})")->dump());
    QCOMPARE(rows[1]["gained"].get<bool>(), false);
}

namespace {

const QByteArray bookings = R"({"date":{"type":"string","format":"date"},"text":{"type":"string"},
    "amount":{"type":"number"},"kind":{"type":"string","enum":["debit","credit"],"description":"credit if marked CR"}})";

tests::BuiltPages card(const QString &mark)
{
    tests::BuiltPages pages;
    pages.page();
    addRow(pages, 100, {{50, u"Date"_s}, {130, u"Text"_s}, {300, u"Amount"_s}});
    addRow(pages, 114, {{50, u"2024-05-01"_s}, {130, u"Bakery"_s}, {300, u"12.40"_s}});
    addRow(pages, 128, {{50, u"2024-05-02"_s}, {130, u"Shoe shop"_s}, {300, u"80.00 "_s + mark}});
    addRow(pages, 142, {{50, u"2024-05-03"_s}, {130, u"Garage"_s}, {300, u"31.95"_s}});
    return pages;
}

} // namespace

void TestRowWords::marksTellChoices()
{
    const auto rows = rowsOf(card(u"CR"_s), bookings);
    QCOMPARE(rows.size(), 3U);
    QCOMPARE(rows[0]["kind"].get<std::string>(), "debit");
    QCOMPARE(rows[1]["kind"].get<std::string>(), "credit");
    QVERIFY(rowsOf(card(u"XY"_s), bookings)[0]["kind"].is_null());
}

void TestRowWords::whatIsNotSaidIsTheOther()
{
    tests::BuiltPages pages;
    pages.page();
    addRow(pages, 100, {{50, u"Applicant"_s}, {200, u"Points"_s}, {300, u"Amount"_s}});
    addRow(pages, 114, {{50, u"Rowing club"_s}, {200, u"71"_s}, {300, u"1,200.00"_s}});
    addRow(pages, 128, {{50, u"Town choir"_s}, {200, u"38"_s}, {300, u"Rejected"_s}});
    addRow(pages, 142, {{50, u"Museum friends"_s}, {200, u"64"_s}, {300, u"900.00"_s}});
    const auto rows = tests::resultOf(pages, R"({"type":"object","required":["state"],"properties":{
        "applicant":{"type":"string"},"points":{"type":"integer"},"amount":{"type":"number"},
        "state":{"type":"string","enum":["Granted","Rejected"]}}})",
                                      domain::target::perTableRow);
    QCOMPARE(rows.size(), 3U);
    QCOMPARE(rows[0]["state"].get<std::string>(), "Granted");
    QCOMPARE(rows[1]["state"].get<std::string>(), "Rejected");
    QVERIFY(rows[1]["amount"].is_null());
}

void TestRowWords::notesExplainShortHeads()
{
    tests::BuiltPages pages;
    pages.page();
    addRow(pages, 100, {{50, u"Vehicle"_s}, {200, u"FR"_s}, {300, u"Mileage"_s}});
    addRow(pages, 114, {{50, u"Van"_s}, {200, u"04/2018"_s}, {300, u"43120"_s}});
    addRow(pages, 128, {{50, u"Tractor"_s}, {200, u"11/2015"_s}, {300, u"9840"_s}});
    addRow(pages, 142, {{50, u"Lorry"_s}, {200, u"02/2020"_s}, {300, u"71005"_s}});
    pages.text(50, 180, u"FR = first registration; mileage at the end of the year."_s);
    const auto rows = rowsOf(pages, R"({"vehicle":{"type":"string"},"mileage":{"type":"integer"},
        "first_registration":{"type":"string","description":"YYYY-MM"}})");
    QCOMPARE(rows.size(), 3U);
    QCOMPARE(rows[0]["first_registration"].get<std::string>(), "2018-04");
}

void TestRowWords::dashesAreNothingWhereTheSchemaSaysSo()
{
    tests::BuiltPages pages;
    pages.page();
    addRow(pages, 100, {{50, u"Produit"_s}, {200, u"Prix"_s}, {300, u"Palette"_s}});
    addRow(pages, 114, {{50, u"Tomme"_s}, {200, u"18,90"_s}, {300, u"—"_s}});
    addRow(pages, 128, {{50, u"Brousse"_s}, {200, u"24,60"_s}, {300, u"22,80"_s}});
    addRow(pages, 142, {{50, u"Coppa"_s}, {200, u"31,00"_s}, {300, u"29,90"_s}});
    const auto palette = [&pages](const QByteArray &says) {
        return rowsOf(pages,
                      R"({"produit":{"type":"string"},"prix":{"type":"number"},"palette":{"type":["number","null"],
            "description":")" +
                          says + R"("}})")[0]["palette"];
    };
    QVERIFY(palette("null si tiret").is_null());
    QCOMPARE(palette("un tiret vaut 0").dump(), "0");
}

void TestRowWords::daysMayBeAskedForAsPrinted()
{
    tests::BuiltPages pages;
    pages.page();
    addRow(pages, 100, {{50, u"Substance"_s}, {200, u"Maximum"_s}, {300, u"Date"_s}});
    addRow(pages, 114, {{50, u"Nitrate"_s}, {200, u"17.5"_s}, {300, u"17 Mar"_s}});
    addRow(pages, 128, {{50, u"Lead"_s}, {200, u"10.6"_s}, {300, u"4 Jun"_s}});
    const auto rows = rowsOf(pages, R"({"substance":{"type":"string"},"maximum":{"type":"number"},
        "date":{"type":"string","description":"Day and month as printed"}})");
    QCOMPARE(rows.size(), 2U);
    QCOMPARE(rows[0]["date"].get<std::string>(), "17 Mar");
}

void TestRowWords::bracketsAreLeftOut()
{
    tests::BuiltPages pages;
    pages.page();
    addRow(pages, 100, {{50, u"Code"_s}, {120, u"Product"_s}, {300, u"Price"_s}});
    pages.text(50, 114, u"SOFT CHEESE (price ex works, tax 5.5 %)"_s);
    addRow(pages, 128, {{50, u"F101"_s}, {120, u"Crottin"_s}, {300, u"14.40"_s}});
    addRow(pages, 142, {{50, u"F102"_s}, {120, u"Ash log"_s}, {300, u"18.90"_s}});
    const auto rows =
        rowsOf(pages, R"({"family":{"type":"string","description":"Heading of the family, without the brackets"},
        "code":{"type":"string"},"product":{"type":"string"},"price":{"type":"number"}})");
    QCOMPARE(rows.size(), 2U);
    QCOMPARE(rows[0]["family"].get<std::string>(), "SOFT CHEESE");
}

void TestRowWords::codesHaveSeveralWords()
{
    tests::BuiltPages pages;
    pages.page();
    addRow(pages, 100, {{50, u"Registration number"_s}, {200, u"Use"_s}, {300, u"Cost"_s}});
    addRow(pages, 114, {{50, u"WH-SB 101"_s}, {200, u"Sweeper"_s}, {300, u"580.62"_s}});
    addRow(pages, 128, {{50, u"WH-SB 108"_s}, {200, u"Mower"_s}, {300, u"215.30"_s}});
    const auto rows = rowsOf(pages, R"({"registration_number":{"type":"string"},"use":{"type":"string"},
        "cost":{"type":"number"}})");
    QCOMPARE(rows[0]["registration_number"].get<std::string>(), "WH-SB 101");
}

void TestRowWords::sentencesBelowAreNoRows()
{
    tests::BuiltPages pages;
    pages.page();
    addRow(pages, 100, {{50, u"Sample"_s}, {150, u"Width"_s}, {250, u"Load"_s}});
    for (int i = 0; i < 4; ++i)
        addRow(pages, 114 + 14 * i, {{50, u"B%1"_s.arg(i)}, {150, u"%1.5"_s.arg(12 + i)}, {250, u"%1"_s.arg(420 + i)}});
    pages.text(50, 184, u"Tests at 20 degrees gave 12.5 and 14.5 with a mean load of 421 in all 4 cases"_s);
    const auto rows =
        rowsOf(pages, R"({"sample":{"type":"string"},"width":{"type":"number"},"load":{"type":"integer"}})");
    QCOMPARE(rows.size(), 4U);
}

void TestRowWords::rowsMayHaveFewFigures()
{
    tests::BuiltPages pages;
    pages.page();
    const QByteArray properties =
        R"({"category":{"type":"string"},"budget":{"type":"integer"},"spent":{"type":"integer"},
        "salaries":{"type":"integer"},"rent":{"type":"integer"},"travel":{"type":"integer"},"other":{"type":"integer"}})";
    addRow(pages, 100,
           {{50, u"Category"_s},
            {150, u"Budget"_s},
            {220, u"Spent"_s},
            {290, u"Salaries"_s},
            {360, u"Rent"_s},
            {430, u"Travel"_s},
            {500, u"Other"_s}});
    for (int i = 0; i < 3; ++i)
        addRow(pages, 114 + 14 * i,
               {{50, u"Project %1"_s.arg(QChar(u'A' + i))},
                {150, u"940"_s},
                {220, u"810"_s},
                {290, u"300"_s},
                {360, u"210"_s},
                {430, u"180"_s},
                {500, u"120"_s}});
    addRow(pages, 156, {{50, u"Bad debts"_s}, {150, u"100"_s}, {220, u"100"_s}});
    addRow(pages, 170,
           {{50, u"Project D"_s},
            {150, u"940"_s},
            {220, u"810"_s},
            {290, u"300"_s},
            {360, u"210"_s},
            {430, u"180"_s},
            {500, u"120"_s}});
    const auto rows = rowsOf(pages, properties);
    QCOMPARE(rows.size(), 5U);
    QCOMPARE(rows[3]["category"].get<std::string>(), "Bad debts");
    QVERIFY(rows[3]["rent"].is_null());
}

void TestRowWords::linesOfAHighHeadAreNoRows()
{
    tests::BuiltPages pages;
    pages.page();
    addRow(pages, 86, {{150, u"Scores were"_s}, {300, u"Exceptions"_s}});
    addRow(pages, 100, {{150, u"included for"_s}, {300, u"granted to"_s}});
    addRow(pages, 114, {{50, u"State"_s}, {150, u"all pupils"_s}, {300, u"districts"_s}});
    for (int i = 0; i < 5; ++i)
        addRow(pages, 128 + 14 * i,
               {{50, u"K%1"_s.arg(QChar(u'A' + i))}, {150, u"Yes"_s}, {300, i % 2 ? u"No"_s : u"na"_s}});
    const auto rows = rowsOf(pages, R"({"state":{"type":"string"},
        "scores":{"type":"string","description":"Scores included"},
        "exceptions":{"type":"string","description":"Exceptions granted to districts"}})");
    QCOMPARE(rows.size(), 5U);
    QCOMPARE(rows[0]["state"].get<std::string>(), "KA");
}

QTEST_GUILESS_MAIN(TestRowWords)
#include "tst_rowwords.moc"
