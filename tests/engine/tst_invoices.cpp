// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extracted.h"
#include "engine/pagebuilder.h"

#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;

namespace {

const QByteArray linesSchema = R"("lines":{"type":"array","items":{"type":"object","properties":{
    "description":{"type":"string","description":"Description, first line"},
    "detail":{"type":"string","description":"Second line"},
    "quantity":{"type":"number"},"unit_price":{"type":"number"},"amount":{"type":"number"}}}})";

} // namespace

/// What is usual on invoices and business letters, on made-up grids of words.
class TestInvoices : public QObject
{
    Q_OBJECT

private slots:
    void ratesStandAnywhereBesideTheirLabel();
    void joinedLabelsHaveJoinedValues();
    void cellsBelowHeadsInTheirMiddle();
    void marksInBracketsJoinNothing();
    void headsNameWhatIsBelowThem();
    void valuesThatBeginLikeLabelsAreNoHeads();
    void signsAreAsAsked();
    void amountsAreNoIdentifiers();
    void taxNumbersAreReadAsAWhole();
    void greetingsAreNoNames();
    void numbersBelongToTheirParty();
    void townsAreFoundByTheirCodes_data();
    void townsAreFoundByTheirCodes();
    void figuresTellTheirColumns();
    void cellsEndBelowWideHeads();
    void secondLinesAreAFieldOfTheirOwn();
    void textsStandBesideCentredFigures();
    void groupsAreNoRows();
    void linesNameTheRateOfTheirTax();
    void labelsDoNotSayWhose();
    void labelsGoOnInASecondLine();
    void headingsNamePartiesWithoutPostalCode();
    void copiesCountOnce();
    void answersMayLookLikeLabels();
    void singleDigitsEndDatesThatBeginWithAYear();
    void labelsOfTwoWordsAreNoNames();
    void areaCodesExplainNoLabel();
    void taxNumbersAreNoAccounts();
    void nothingIsDueBeforeItIsIssued();
};

void TestInvoices::ratesStandAnywhereBesideTheirLabel()
{
    tests::BuiltPages before;
    before.page().text(300, 400, u"plus 19 % VAT"_s).text(480, 400, u"702,11"_s);
    const QByteArray schema = R"("tax_rate":{"type":"number","description":"Tax rate in percent"})";
    QCOMPARE(tests::valuesOf(before, schema)["tax_rate"], Json(19));
    tests::BuiltPages inBrackets;
    inBrackets.page().text(300, 400, u"Sales Tax (7.25%)"_s).text(480, 400, u"43.33"_s);
    QCOMPARE(tests::valuesOf(inBrackets, schema)["tax_rate"], Json(7.25));
}

void TestInvoices::joinedLabelsHaveJoinedValues()
{
    tests::BuiltPages pages;
    pages.page().text(300, 100, u"Number / Date"_s).text(300, 113, u"90338174 / 11.08.2025"_s);
    pages.text(300, 140, u"Delivery note / Date"_s).text(300, 153, u"80655209 / 08.08.2025"_s);
    const auto result = tests::valuesOf(pages, R"("delivery_note_number":{"type":"string"},
        "delivery_note_date":{"type":"string","format":"date"})");
    QCOMPARE(result["delivery_note_number"], Json("80655209"));
    QCOMPARE(result["delivery_note_date"], Json("2025-08-08"));
}

void TestInvoices::headsNameWhatIsBelowThem()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"P.O. Number"_s).text(180, 100, u"Terms"_s).text(280, 100, u"Ship via"_s);
    pages.text(50, 115, u"AC-2207"_s).text(180, 115, u"Net 30"_s).text(280, 115, u"Our truck"_s);
    const auto result = tests::valuesOf(pages, R"("po_number":{"type":"string"},
        "payment_terms":{"type":"string","description":"Terms"},"ship_via":{"type":"string"})");
    QCOMPARE(result["po_number"], Json("AC-2207"));
    QCOMPARE(result["payment_terms"], Json("Net 30"));
    QCOMPARE(result["ship_via"], Json("Our truck"));
}

/// Heads in the middle of their cells over values at the left, of which the schema asks for a part only.
void TestInvoices::cellsBelowHeadsInTheirMiddle()
{
    tests::BuiltPages pages;
    pages.page().text(60, 100, u"Salesman"_s).text(160, 100, u"P.O. Number"_s).text(280, 100, u"Requisitioner"_s);
    pages.text(400, 100, u"Ship via"_s).text(500, 100, u"Terms"_s);
    pages.text(40, 115, u"Tobias Ek"_s).text(135, 115, u"448213"_s).text(262, 115, u"Ines Marlow"_s);
    pages.text(375, 115, u"Rail freight"_s).text(470, 115, u"On receipt"_s);
    const auto result = tests::valuesOf(pages, R"("po_number":{"type":"string"},"salesman":{"type":"string"},
        "payment_terms":{"type":"string","description":"Terms"},"requisitioner":{"type":"string"})");
    QCOMPARE(result["po_number"], Json("448213"));
    QCOMPARE(result["salesman"], Json("Tobias Ek"));
    QCOMPARE(result["payment_terms"], Json("On receipt"));
    QCOMPARE(result["requisitioner"], Json("Ines Marlow"));
}

void TestInvoices::marksInBracketsJoinNothing()
{
    tests::BuiltPages pages;
    pages.page()
        .text(50, 100, u"Date of birth (day / month / year)"_s)
        .text(50, 120, u"09 / 11 / 1987"_s)
        .text(50, 300, u"Date"_s)
        .text(50, 320, u"04 / 02 / 2026"_s);
    const auto result = tests::valuesOf(pages, R"("date_of_birth":{"type":"string","format":"date"},
        "signature_date":{"type":"string","format":"date"})");
    QCOMPARE(result["date_of_birth"], Json("1987-11-09"));
    QCOMPARE(result["signature_date"], Json("2026-02-04"));
}

void TestInvoices::valuesThatBeginLikeLabelsAreNoHeads()
{
    tests::BuiltPages pages;
    pages.page()
        .text(300, 60, u"Net"_s)
        .text(480, 60, u"1,418.00"_s)
        .text(50, 100, u"Payment terms"_s)
        .text(180, 100, u"Net 30 days"_s)
        .text(50, 114, u"Bank"_s)
        .text(180, 114, u"Harbour Mutual"_s);
    const auto result =
        tests::valuesOf(pages, R"("payment_terms":{"type":"string","description":"Payment terms as printed"},
        "subtotal":{"type":"number","description":"Net amount"})");
    QCOMPARE(result["payment_terms"], Json("Net 30 days"));
}

void TestInvoices::signsAreAsAsked()
{
    tests::BuiltPages pages;
    pages.page().text(300, 400, u"Discount"_s).text(480, 400, u"-54.94"_s);
    QCOMPARE(tests::valuesOf(pages, R"("discount":{"type":"number"})")["discount"], Json(-54.94));
    QCOMPARE(tests::valuesOf(
                 pages, R"("discount":{"type":"number","description":"Discount as a positive number"})")["discount"],
             Json(54.94));
}

void TestInvoices::amountsAreNoIdentifiers()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"VAT"_s).text(200, 100, u"252,10"_s).text(50, 700, u"VAT no. DE136695976"_s);
    QCOMPARE(tests::valuesOf(pages, R"("vat_id":{"type":"string","description":"VAT number"})")["vat_id"],
             Json("DE136695976"));
}

void TestInvoices::taxNumbersAreReadAsAWhole()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"VAT no. FR 63 812447903"_s);
    QCOMPARE(tests::valuesOf(pages, R"("vat_number":{"type":"string"})")["vat_number"], Json("FR 63 812447903"));
}

void TestInvoices::greetingsAreNoNames()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"Holm Timber GmbH - Am Wehr 4 - 53879 Euskirchen"_s);
    pages.text(50, 120, u"Frau"_s).text(50, 132, u"Marlies Thal"_s).text(50, 144, u"Rosenweg 19"_s);
    pages.text(50, 156, u"53881 Euskirchen"_s);
    const auto result = tests::valuesOf(pages, R"("customer_name":{"type":"string"})");
    QCOMPARE(result["customer_name"], Json("Marlies Thal"));
}

void TestInvoices::numbersBelongToTheirParty()
{
    tests::BuiltPages pages;
    pages.page().text(50, 60, u"Ashbury Lamps Ltd"_s).text(50, 72, u"27 Mill Road"_s).text(50, 84, u"Leeds LS8 2AB"_s);
    pages.text(50, 96, u"VAT no. GB123456789"_s).text(50, 108, u"Tel. 0113 496 0101"_s);
    pages.text(330, 60, u"Customer"_s).text(330, 72, u"Canal Water Co"_s).text(330, 84, u"1 Canal Road"_s);
    pages.text(330, 96, u"York YO1 7HH"_s).text(330, 108, u"VAT no. GB987654321"_s);
    const auto result =
        tests::valuesOf(pages, R"("seller":{"type":"object","properties":{"vat_number":{"type":"string"}}},
        "customer":{"type":"object","properties":{"vat_number":{"type":"string"}}})");
    QCOMPARE(result["seller"]["vat_number"], Json("GB123456789"));
    QCOMPARE(result["customer"]["vat_number"], Json("GB987654321"));
}

void TestInvoices::townsAreFoundByTheirCodes_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("town");
    QTest::addColumn<QString>("code");
    QTest::newRow("Britain") << u"Bristol BS1 5TJ"_s << u"Bristol"_s << u"BS1 5TJ"_s;
    QTest::newRow("state's name") << u"Portland, Oregon 97209"_s << u"Portland"_s << u"97209"_s;
    QTest::newRow("India") << u"Mumbai - 400 002"_s << u"Mumbai"_s << u"400 002"_s;
    QTest::newRow("Canada") << u"Halifax, NS B3J 2K9"_s << u"Halifax"_s << u"B3J 2K9"_s;
    QTest::newRow("Poland") << u"91-504 Łódź"_s << u"Łódź"_s << u"91-504"_s;
    QTest::newRow("province in brackets") << u"38068 Rovereto (TN)"_s << u"Rovereto"_s << u"38068"_s;
}

void TestInvoices::townsAreFoundByTheirCodes()
{
    QFETCH(QString, line);
    tests::BuiltPages pages;
    pages.page().text(50, 60, u"Bill to"_s).text(50, 72, u"Osei Architects"_s).text(50, 84, u"14 Cathedral Row"_s);
    pages.text(50, 96, line);
    const auto result = tests::valuesOf(pages, R"("customer":{"type":"object","properties":{
        "city":{"type":"string"},"postal_code":{"type":"string"}}})");
    QTEST(toQString(result["customer"]["city"]), "town");
    QTEST(toQString(result["customer"]["postal_code"]), "code");
}

/// "GP" says nothing; that 6 times 184.50 is 1107.00 does.
void TestInvoices::figuresTellTheirColumns()
{
    tests::BuiltPages pages;
    pages.page()
        .text(50, 200, u"Description"_s)
        .text(300, 200, u"Qty"_s)
        .text(380, 200, u"Xq"_s)
        .text(480, 200, u"Zw"_s);
    const char *const rows[][4] = {{"Oak posts", "6.00", "184.50", "1107.00"},
                                   {"Roof boards", "38.50", "31.80", "1224.30"},
                                   {"Fitting", "22.00", "62.00", "1364.00"}};
    double y = 216;
    for (const auto &row : rows) {
        pages.text(50, y, QString::fromLatin1(row[0]));
        for (int c = 1; c < 4; ++c)
            pages.endAt(240 + 90 * c, y, QString::fromLatin1(row[c]));
        y += 16;
    }
    const auto lines = tests::valuesOf(pages, linesSchema)["lines"];
    QCOMPARE(lines.size(), 3U);
    QCOMPARE(lines[1]["unit_price"], Json(31.8));
    QCOMPARE(lines[1]["amount"], Json(1224.3));
}

void TestInvoices::cellsEndBelowWideHeads()
{
    tests::BuiltPages pages;
    // The head of the quantity begins a wide column, its figures end it close to the price.
    pages.page().text(50, 200, u"Description"_s).text(250, 200, u"Quantity"_s).text(420, 200, u"Price"_s);
    pages.text(490, 200, u"Amount"_s);
    for (int i = 0; i < 3; ++i) {
        const auto y = 216 + 16 * i;
        pages.text(50, y, u"Survey of works"_s);
        pages.endAt(412, y, u"2.00"_s);
        pages.endAt(460, y, u"450.00"_s);
        pages.endAt(526, y, u"900.00"_s);
    }
    const auto lines = tests::valuesOf(pages, linesSchema)["lines"];
    QCOMPARE(lines.size(), 3U);
    QCOMPARE(lines[0]["quantity"], Json(2));
    QCOMPARE(lines[0]["unit_price"], Json(450));
}

void TestInvoices::secondLinesAreAFieldOfTheirOwn()
{
    tests::BuiltPages pages;
    pages.page().text(50, 200, u"Description"_s).text(300, 200, u"Quantity"_s).text(400, 200, u"Amount"_s);
    for (int i = 0; i < 2; ++i) {
        const auto y = 216 + 30 * i;
        pages.text(50, y, u"Team plan"_s).text(300, y, u"5"_s).text(400, y, u"120.00"_s);
        pages.text(50, y + 12, u"March to April"_s);
    }
    const auto lines = tests::valuesOf(pages, linesSchema)["lines"];
    QCOMPARE(lines.size(), 2U);
    QCOMPARE(lines[0]["description"], Json("Team plan"));
    QCOMPARE(lines[0]["detail"], Json("March to April"));
}

void TestInvoices::textsStandBesideCentredFigures()
{
    tests::BuiltPages pages;
    pages.page().text(50, 200, u"Description"_s).text(300, 200, u"Quantity"_s).text(400, 200, u"Amount"_s);
    for (int i = 0; i < 2; ++i) {
        const auto y = 220 + 40 * i;
        pages.text(50, y, u"Brand design"_s).text(50, y + 14, u"three drafts"_s);
        pages.text(300, y + 7, u"1"_s).text(400, y + 7, u"950.00"_s);
    }
    const auto lines = tests::valuesOf(pages, linesSchema)["lines"];
    QCOMPARE(lines.size(), 2U);
    QCOMPARE(lines[0]["description"], Json("Brand design"));
    QCOMPARE(lines[0]["detail"], Json("three drafts"));
}

void TestInvoices::groupsAreNoRows()
{
    tests::BuiltPages pages;
    pages.page().text(50, 200, u"Description"_s).text(300, 200, u"Period"_s).text(480, 200, u"Amount"_s);
    const auto add = [&pages](double x, double y, const QString &what, const QString &amount) {
        pages.text(x, y, what);
        if (x > 50)
            pages.text(300, y, u"01.09. - 30.09."_s);
        pages.endAt(516, y, amount);
    };
    add(50, 216, u"Monthly fees"_s, u"40.31"_s);
    add(64, 230, u"Line"_s, u"33.60"_s);
    add(64, 244, u"Second number"_s, u"6.71"_s);
    add(50, 260, u"Calls"_s, u"11.80"_s);
    add(64, 274, u"Mobile"_s, u"6.86"_s);
    add(64, 288, u"Abroad"_s, u"4.94"_s);
    const auto items = tests::valuesOf(pages, R"("items":{"type":"array","items":{"type":"object","properties":{
        "group":{"type":"string"},"description":{"type":"string"},"amount":{"type":"number"}}}})")["items"];
    QCOMPARE(items.size(), 4U);
    QCOMPARE(items[0]["group"], Json("Monthly fees"));
    QCOMPARE(items[3]["group"], Json("Calls"));
    QCOMPARE(items[3]["description"], Json("Abroad"));
}

void TestInvoices::linesNameTheRateOfTheirTax()
{
    tests::BuiltPages pages;
    pages.page().text(50, 200, u"VAT 21%"_s).text(50, 216, u"VAT 9%"_s);
    pages.endAt(516, 200, u"13.17"_s);
    pages.endAt(516, 216, u"3.06"_s);
    const auto fields = R"("vat_21":{"type":"number"},"low":{"type":"number","description":"VAT amount at 9%"},
        "net_9":{"type":"number"})";
    auto result = tests::valuesOf(pages, fields);
    QCOMPARE(result["vat_21"], Json(13.17));
    QCOMPARE(result["low"], Json(3.06));
    // A base and its tax prove each other, whatever stands first.
    tests::BuiltPages summary;
    summary.page().text(50, 200, u"21%"_s).text(50, 216, u"9%"_s);
    for (const auto &[y, base, tax] :
         {std::tuple(200, u"100.00"_s, u"21.00"_s), std::tuple(216, u"50.00"_s, u"4.50"_s)}) {
        summary.endAt(300, y, base);
        summary.endAt(400, y, tax);
    }
    result = tests::valuesOf(summary, fields);
    QCOMPARE(result["vat_21"], Json(21));
    QCOMPARE(result["low"], Json(4.5));
    QCOMPARE(result["net_9"], Json(50));
}

void TestInvoices::labelsDoNotSayWhose()
{
    tests::BuiltPages pages;
    pages.page().text(50, 50, u"Marramdale Fittings Co."_s).text(400, 50, u"Tel: 717-555-0158"_s);
    pages.text(50, 64, u"417 Chestnut Street, Lancaster, PA 17603"_s).text(400, 64, u"Fax: 717-555-0159"_s);
    const auto result = tests::valuesOf(pages, R"("vendor_fax":{"type":"string"},"vendor_phone":{"type":"string"})");
    QCOMPARE(result["vendor_fax"], Json("717-555-0159"));
    QCOMPARE(result["vendor_phone"], Json("717-555-0158"));
}

void TestInvoices::labelsGoOnInASecondLine()
{
    tests::BuiltPages pages;
    pages.page().text(50, 200, u"Invoice"_s).text(140, 200, u"Date"_s).text(230, 200, u"Due"_s);
    pages.text(320, 200, u"Salesperson"_s).text(420, 200, u"Shipping"_s).text(50, 212, u"No."_s);
    pages.text(50, 226, u"R-51209"_s).text(140, 226, u"09/12/2025"_s).text(230, 226, u"09/26/2025"_s);
    pages.text(320, 226, u"R. Zook"_s).text(420, 226, u"Lancaster"_s);
    const auto result = tests::valuesOf(pages, R"("salesperson":{"type":"string"},
        "due_date":{"type":"string","format":"date"},"invoice_date":{"type":"string","format":"date"})");
    QCOMPARE(result["salesperson"], Json("R. Zook"));
    QCOMPARE(result["due_date"], Json("2025-09-26"));
    QCOMPARE(result["invoice_date"], Json("2025-09-12"));
}

void TestInvoices::headingsNamePartiesWithoutPostalCode()
{
    tests::BuiltPages pages;
    pages.page().text(250, 40, u"Invoice"_s).text(50, 100, u"From:"_s).text(300, 100, u"To:"_s);
    const QList<std::pair<QString, QString>> lines{{u"The Kite Workshop"_s, u"Ada Fernholt"_s},
                                                   {u"Some Avenue"_s, u"Rua Bonita"_s},
                                                   {u"Somewhere"_s, u"Cidade Nova"_s},
                                                   {u"USA"_s, u"Brazil"_s}};
    double y = 100;
    for (const auto &[from, to] : lines) {
        y += 12;
        pages.text(50, y, from).text(300, y, to);
    }
    const auto result = tests::valuesOf(pages, R"("seller":{"type":"object","properties":{"name":{"type":"string"}}},
      "buyer":{"type":"object","properties":{"name":{"type":"string"}}})");
    QCOMPARE(result["seller"]["name"], Json("The Kite Workshop"));
    QCOMPARE(result["buyer"]["name"], Json("Ada Fernholt"));
}

void TestInvoices::copiesCountOnce()
{
    tests::BuiltPages pages;
    const auto add = [&pages](const QString &mark) {
        pages.page().text(50, 60, u"Invoice no. 4711"_s).text(400, 60, mark);
        pages.text(50, 200, u"Description"_s).text(300, 200, u"Quantity"_s).text(400, 200, u"Amount"_s);
        for (int row = 0; row < 4; ++row)
            pages.text(50, 220 + 15 * row, u"Brass hinge of size %1 with screws"_s.arg(row))
                .text(300, 220 + 15 * row, QString::number(row + 2))
                .text(400, 220 + 15 * row, u"%1.00"_s.arg(10 * row + 20));
    };
    add(u"Original"_s);
    add(u"Copy"_s);
    QCOMPARE(tests::linesOf(pages, R"("description":{"type":"string"},"quantity":{"type":"integer"},
      "amount":{"type":"number"})")
                 .size(),
             4U);
}

void TestInvoices::answersMayLookLikeLabels()
{
    tests::BuiltPages pages;
    pages.page()
        .text(320, 60, u"Number:"_s)
        .text(320, 73, u"17"_s)
        .text(320, 86, u"Status:"_s)
        .text(320, 99, u"Paid"_s);
    pages.text(320, 112, u"Date:"_s).text(320, 125, u"22/10/2021"_s).text(50, 60, u"Type: Delivery"_s);
    const auto result = tests::valuesOf(pages, R"("status":{"type":"string"},"type":{"type":"string"})");
    QCOMPARE(result["status"], Json("Paid"));
    QCOMPARE(result["type"], Json("Delivery"));
}

void TestInvoices::singleDigitsEndDatesThatBeginWithAYear()
{
    tests::BuiltPages pages;
    pages.page().text(400, 60, u"Created: 2018-5-14"_s).text(400, 75, u"Due: 2018-6-3"_s).text(50, 60, u"Room 3/4/5"_s);
    const auto result = tests::valuesOf(pages, R"("due_date":{"type":"string","format":"date"},
      "invoice_date":{"type":"string","format":"date"})");
    QCOMPARE(result["due_date"], Json("2018-06-03"));
    QCOMPARE(result["invoice_date"], Json("2018-05-14"));
}

void TestInvoices::labelsOfTwoWordsAreNoNames()
{
    tests::BuiltPages pages;
    pages.page().text(40, 100, u"Invoice to"_s).text(220, 100, u"Deliver to"_s).text(400, 100, u"Your order"_s);
    pages.text(40, 114, u"Maple Conveyors"_s).text(220, 114, u"Site stores"_s).text(400, 114, u"PO 77-3120"_s);
    const auto result = tests::valuesOf(pages, R"("customer_name":{"type":"string"},"order_number":{"type":"string"})");
    QVERIFY2(result["customer_name"] == Json("Maple Conveyors"), result.dump().c_str());
}

void TestInvoices::areaCodesExplainNoLabel()
{
    tests::BuiltPages pages;
    pages.page().text(40, 60, u"TALL OAK NURSERY"_s).text(40, 80, u"Ph (08) 8388 4417"_s);
    pages.text(40, 94, u"ABN 47 612 880 935"_s);
    const auto result = tests::valuesOf(pages, R"("phone":{"type":"string"},"abn":{"type":"string"})");
    QCOMPARE(result["phone"], Json("(08) 8388 4417"));
    QCOMPARE(result["abn"], Json("47 612 880 935"));
}

void TestInvoices::taxNumbersAreNoAccounts()
{
    tests::BuiltPages pages;
    pages.page().text(40, 60, u"VAT NL814477203B01"_s);
    pages.text(40, 300, u"Please pay to NL91 KPLA 0417 1643 00 within 14 days"_s);
    QCOMPARE(tests::valuesOf(pages, R"("iban":{"type":"string"})")["iban"], Json("NL91 KPLA 0417 1643 00"));
}

void TestInvoices::nothingIsDueBeforeItIsIssued()
{
    tests::BuiltPages pages;
    pages.page().text(40, 60, u"Invoice date: 2024-05-02"_s);
    pages.text(40, 80, u"Due date: 2023-11-30"_s).text(40, 300, u"Due date: 2024-06-01"_s);
    const QByteArray properties = R"("invoice_date":{"type":"string","format":"date"},
        "due_date":{"type":"string","format":"date"})";
    QCOMPARE(tests::valuesOf(pages, properties)["due_date"], Json("2024-06-01"));
    // Of dates alone the first one that the label names.
    tests::BuiltPages undated;
    undated.page().text(40, 80, u"Due date: 2023-11-30"_s).text(40, 300, u"Due date: 2024-06-01"_s);
    const QByteArray due = R"("due_date":{"type":"string","format":"date"})";
    QCOMPARE(tests::valuesOf(undated, due)["due_date"], Json("2023-11-30"));
}

QTEST_MAIN(TestInvoices)
#include "tst_invoices.moc"
