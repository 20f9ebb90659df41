// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract.h"
#include "engine/pagebuilder.h"

#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;

namespace {

const QByteArray yearsSchema = R"({"type":"object","properties":{
 "revenue":{"type":"number","description":"Revenue"},
 "prior_year":{"type":"object","properties":{"revenue":{"type":"number","description":"Revenue of the year before"}}},
 "state_of_incorporation":{"type":"string","description":"State of incorporation"},
 "years_of_experience":{"type":"integer","description":"Years of experience"}}})";
const QByteArray applicationSchema = R"({"type":"object","properties":{
 "account_numbers":{"type":"string","description":"Account numbers"},
 "signature_date":{"type":"string","format":"date"}}})";

const QByteArray invoiceSchema = R"({"type":"object","properties":{
 "total":{"type":"number","description":"Total amount due"},
 "invoice_number":{"type":"string"},
 "invoice_date":{"type":"string","format":"date"},
 "due_date":{"anyOf":[{"type":"string","format":"date"},{"type":"null"}]},
 "vendor":{"type":"object","properties":{"email":{"type":"string"},"iban":{"type":"string"}}},
 "customer_number":{"type":["string","null"]}}})";

engine::ExtractRequest requestOf(const QByteArray &schema, QStringView target = domain::target::perDocument)
{
    engine::ExtractRequest request;
    request.dataSchema = *parseJson(schema);
    request.extractionTarget = target.toString();
    return request;
}

const QByteArray receiptSchema = R"({"type":"object","properties":{
 "company":{"type":"string","description":"Name of the company that issued the receipt"},
 "address":{"type":"string","description":"Address of the shop or company"},
 "total":{"type":"number","description":"Total amount paid or payable"}}})";

/// What the receipt says whose words were recognised.
Json receiptOf(const tests::BuiltPages &pages)
{
    auto words = pages.words(0);
    for (auto &word : words)
        word.confidence = 0.95;
    const auto found =
        engine::extract({document::ReadPage{1, pages.pageSize(0), words, 0, {}}}, 1, requestOf(receiptSchema));
    return found ? domain::plainResult(found->result) : Json();
}

} // namespace

class TestExtract : public QObject
{
    Q_OBJECT

private slots:
    void pdfsAreRead();
    void resultsAreRepeatable();
    void pagesAreResults();
    void onlyWantedPagesAreRead();
    void badRequestsAreRefused();
    void oddPagesDoNoHarm();
    void lettersNameTheirParties();
    void pagesOfSitesAreTold();
    void columnsOfPeriodsAreTold();
    void labelsInBracketsStandBelow();
    void addressesGoOnOverLines();
    void countsStandBeforeTheirLabel();
    void fieldsAreNamedByTheirAuthor();
    void rowsOfTaxesAreNoTotals();
    void namesGoOnWithTheirLegalForm();
    void firmsMayBeginWithTitles();
    void namesMayHaveWordsOfStreets();
    void addressesBeginWithTheirStreet();
    void namesGoOnWithTheKindOfShop();
    void articlesAreNoDates();
    void totalsOfRivalsYield();
    void firmsStandBelowTheirTitle();

private:
    QString invoice();
    QTemporaryDir m_folder;
};

QString TestExtract::invoice()
{
    const auto path = m_folder.filePath(u"invoice.pdf"_s);
    QPdfWriter writer(path);
    writer.setResolution(72);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    QPainter painter(&writer);
    QFont font(u"DejaVu Sans"_s);
    font.setPixelSize(11);
    painter.setFont(font);
    painter.drawText(50, 60, u"Seaside Lamps Ltd"_s);
    painter.drawText(50, 75, u"hello@seaside-lamps.example"_s);
    painter.drawText(350, 120, u"Invoice number:"_s);
    painter.drawText(460, 120, u"SL-2024-0815"_s);
    painter.drawText(350, 140, u"Invoice date:"_s);
    painter.drawText(460, 140, u"17 May 2024"_s);
    painter.drawText(350, 400, u"Subtotal"_s);
    painter.drawText(480, 400, u"100.00"_s);
    painter.drawText(350, 420, u"VAT 20%"_s);
    painter.drawText(480, 420, u"20.00"_s);
    painter.drawText(350, 440, u"Total"_s);
    painter.drawText(480, 440, u"120.00"_s);
    painter.drawText(50, 700, u"IBAN GB29 NWBK 6016 1331 9268 19"_s);
    return path;
}

void TestExtract::pdfsAreRead()
{
    const auto source = document::openDocument(invoice());
    QVERIFY(source);
    const auto extraction = engine::extract(**source, requestOf(invoiceSchema));
    QVERIFY(extraction);
    const auto expected =
        *parseJson(R"({"total":120,"invoice_number":"SL-2024-0815","invoice_date":"2024-05-17","due_date":null,
      "vendor":{"email":"hello@seaside-lamps.example","iban":"GB29 NWBK 6016 1331 9268 19"},"customer_number":null})");
    QCOMPARE(QString::fromStdString(domain::plainResult(extraction->result).dump()),
             QString::fromStdString(expected.dump()));
    QCOMPARE(extraction->pageCount, 1);
    QVERIFY(extraction->documentTokens > 20 && extraction->outputTokens > 10);
    int values = 0;
    domain::forEachValue(extraction->result, [&](const QString &path, const domain::ResultNode &node) {
        if (node.value.is_null()) {
            QVERIFY2(!node.evidence, qPrintable(path));
            return;
        }
        ++values;
        QVERIFY2(node.evidence && node.evidence->citations.size() == 1, qPrintable(path));
        const auto &citation = node.evidence->citations[0];
        QCOMPARE(citation.page, 1);
        QCOMPARE(citation.boxes.size(), 1U);
        QCOMPARE(citation.pageSize->toSize(), QSize(595, 842));
        QVERIFY(*node.evidence->confidence >= 0 && *node.evidence->confidence <= 1);
        if (path == "/total"_L1) {
            QCOMPARE(citation.matchingText, u"120.00"_s);
            const auto box = citation.boxes[0];
            QVERIFY2(qAbs(box.left() - 480) < 1.5 && box.bottom() > 439 && box.top() > 425 && box.bottom() < 446 &&
                         box.width() < 50,
                     qPrintable(u"%1 %2 %3 %4"_s.arg(box.x()).arg(box.y()).arg(box.width()).arg(box.height())));
        }
    });
    QCOMPARE(values, 5);
}

void TestExtract::resultsAreRepeatable()
{
    const auto path = invoice();
    const auto first = engine::extract(**document::openDocument(path), requestOf(invoiceSchema));
    const auto second = engine::extract(**document::openDocument(path), requestOf(invoiceSchema));
    QVERIFY(first && second);
    QVERIFY(first->result == second->result);
}

void TestExtract::pagesAreResults()
{
    tests::BuiltPages pages;
    for (const auto *number : {"A-1", "A-2", ""})
        pages.page().text(50, 100,
                          *number ? u"Invoice number: %1"_s.arg(QString::fromLatin1(number)) : u"Nothing here"_s);
    const auto extraction =
        engine::extract(pages, requestOf(R"({"type":"object","properties":{"invoice_number":{"type":"string"}}})",
                                         domain::target::perPage));
    QVERIFY(extraction);
    QCOMPARE(domain::plainResult(extraction->result).dump(),
             std::string(R"([{"invoice_number":"A-1"},{"invoice_number":"A-2"},{"invoice_number":null}])"));
}

void TestExtract::onlyWantedPagesAreRead()
{
    tests::BuiltPages pages;
    for (const auto *number : {"A-1", "A-2", "A-3"})
        pages.page().text(50, 100, u"Invoice number: %1"_s.arg(QString::fromLatin1(number)));
    auto request = requestOf(R"({"type":"object","properties":{"invoice_number":{"type":"string"}}})");
    request.pages = {2, 2, 99};
    const auto extraction = engine::extract(pages, request);
    QVERIFY(extraction);
    QVERIFY(extraction->result.children[0].value == Json("A-2"));
    QCOMPARE(extraction->result.children[0].evidence->citations[0].page, 2);
}

void TestExtract::badRequestsAreRefused()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"words"_s);
    QCOMPARE(engine::extract(pages, requestOf("[1]")).error().code, ErrorCode::SchemaNotObject);
    auto request = requestOf(invoiceSchema);
    request.pages = {7};
    QCOMPARE(engine::extract(pages, request).error().code, ErrorCode::PageMissing);
    tests::BuiltPages empty;
    empty.page();
    QCOMPARE(engine::extract(empty, requestOf(invoiceSchema)).error().code, ErrorCode::DocumentHasNoText);
}

void TestExtract::oddPagesDoNoHarm()
{
    const QList<QByteArray> schemas{
        invoiceSchema, R"({"type":"object","properties":{}})",
        R"({"type":"object","properties":{"a":{"type":"array","items":{"type":"object","properties":{"b":{"type":"array"}}}}}})",
        R"({"type":"object","properties":{"":{"type":"string"}}})"};
    tests::BuiltPages pages;
    pages.page().text(-50, -100, u"outside of the page"_s).text(590, 790, u"at the edge"_s);
    pages.page();
    pages.page()
        .text(10, 10, u"مرحبا بالعالم 123 שלום"_s)
        .text(10, 30, QString(5000, u'9'))
        .text(10, 50, u"%%% ::: ### ---"_s);
    pages.page().text(10, 10, u"Total Total Total Total: : :"_s).text(10, 20, QString(300, u'x'));
    for (const auto &schema : schemas)
        for (const auto target : {domain::target::perDocument, domain::target::perPage, domain::target::perTableRow})
            QVERIFY(engine::extract(pages, requestOf(schema, target)));
}

void TestExtract::lettersNameTheirParties()
{
    tests::BuiltPages pages;
    pages.page();
    pages.text(50, 120, u"Acme Paper GmbH - Uferweg 40 - 63571 Gelnhausen"_s);
    pages.text(50, 160, u"Jane Doe"_s).text(50, 173, u"Lane 9"_s).text(50, 186, u"80333 Neustadt"_s);
    pages.text(50, 300, u"We thank you for your order."_s);
    const auto extraction =
        engine::extract(pages, requestOf(R"({"type":"object","properties":{"vendor_name":{"type":"string"},
      "customer_name":{"type":"string"}}})"));
    QVERIFY(extraction);
    const auto expected = *parseJson(R"({"vendor_name":"Acme Paper GmbH","customer_name":"Jane Doe"})");
    QCOMPARE(toQString(domain::plainResult(extraction->result).dump()), toQString(expected.dump()));
}

void TestExtract::pagesOfSitesAreTold()
{
    tests::BuiltPages pages;
    pages.page().text(50, 60,
                      u"07700 900418 | jo@postbox.example | www.linksite.example/in/jo-ash | github.com/joash"_s);
    const auto found = engine::extract(pages, requestOf(R"({"type":"object","properties":{
        "linksite":{"type":"string"},"github_url":{"type":"string"},"postbox":{"type":"string"}}})"));
    QVERIFY(found);
    const auto plain = domain::plainResult(found->result);
    QCOMPARE(toQString(plain["linksite"]), u"www.linksite.example/in/jo-ash"_s);
    QCOMPARE(toQString(plain["github_url"]), u"github.com/joash"_s);
    QVERIFY(plain["postbox"].is_null());
}

void TestExtract::columnsOfPeriodsAreTold()
{
    tests::BuiltPages pages;
    pages.page().text(300, 80, u"2031"_s).text(400, 80, u"2030"_s);
    pages.text(50, 100, u"Revenue"_s).text(300, 100, u"8,120"_s).text(400, 100, u"7,940"_s);
    const auto found = engine::extract(pages, requestOf(yearsSchema));
    QVERIFY(found);
    const auto plain = domain::plainResult(found->result);
    QCOMPARE(plain["revenue"], Json(8120));
    QCOMPARE(plain["prior_year"]["revenue"], Json(7940));
}

void TestExtract::labelsInBracketsStandBelow()
{
    tests::BuiltPages pages;
    pages.page().text(100, 100, u"Vermont"_s).text(80, 113, u"(State of incorporation)"_s);
    pages.text(80, 126, u"Telephone"_s);
    const auto found = engine::extract(pages, requestOf(yearsSchema));
    QVERIFY(found);
    QCOMPARE(domain::plainResult(found->result)["state_of_incorporation"], Json("Vermont"));
}

/// The lines of an address need not all look like one; a phone number behind it is none of it.
void TestExtract::addressesGoOnOverLines()
{
    tests::BuiltPages pages;
    pages.page()
        .text(50, 40, u"Harbour Lanterns Ltd"_s)
        .text(50, 55, u"No 12, Rope Street,"_s)
        .text(50, 70, u"Old Mill Quarter,"_s)
        .text(50, 85, u"54200 Eastmere Tel: 0155 123 456"_s)
        .text(50, 160, u"Total 12.00"_s);
    const auto extraction = engine::extract(pages, requestOf(R"({"type":"object","properties":{
        "address":{"type":"string","description":"Address of the shop"}}})"));
    QVERIFY(extraction);
    QCOMPARE(toQString(domain::plainResult(extraction->result)["address"]),
             u"No 12, Rope Street, Old Mill Quarter, 54200 Eastmere"_s);
}

void TestExtract::countsStandBeforeTheirLabel()
{
    tests::BuiltPages pages;
    pages.page().text(50, 100, u"Baker with 14+ years of experience in pastry"_s);
    const auto found = engine::extract(pages, requestOf(yearsSchema));
    QVERIFY(found);
    QCOMPARE(domain::plainResult(found->result)["years_of_experience"], Json(14));
}

void TestExtract::fieldsAreNamedByTheirAuthor()
{
    tests::BuiltPages words;
    words.page().text(50, 100, u"See overleaf"_s).text(300, 100, u"AB/7 CD/8"_s).text(300, 300, u"03/05/2031"_s);
    document::ReadPage page{1, words.pageSize(0), words.words(0), 0, {}};
    page.filledFields = {{{0.49, 0.12, 0.4, 0.03}, u"List account numbers here"_s},
                         {{0.49, 0.37, 0.4, 0.03}, u"SignatureDate"_s}};
    const auto found = engine::extract({page}, 1, requestOf(applicationSchema));
    QVERIFY(found);
    const auto plain = domain::plainResult(found->result);
    QCOMPARE(plain["account_numbers"], Json("AB/7 CD/8"));
    QVERIFY(plain["signature_date"].is_string());
}

void TestExtract::rowsOfTaxesAreNoTotals()
{
    tests::BuiltPages pages;
    pages.page().text(50, 50, u"Tea House"_s);
    pages.text(50, 100, u"Green tea"_s).text(300, 100, u"63.60"_s);
    pages.text(50, 120, u"Tota1 Sa1es Inc1usiva"_s).text(300, 120, u"63.60"_s);
    pages.text(50, 160, u"Tax Code"_s).text(200, 160, u"Amt"_s).text(300, 160, u"Tax"_s);
    pages.text(50, 180, u"Total:"_s).text(200, 180, u"60.00"_s).text(300, 180, u"3.60"_s);
    QCOMPARE(receiptOf(pages)["total"], Json(63.6));
}

void TestExtract::namesGoOnWithTheirLegalForm()
{
    tests::BuiltPages pages;
    pages.page().text(50, 50, u"ORCHID TEA HARDWARE"_s).text(50, 62, u"TRADING"_s);
    pages.text(50, 74, u"13-1, Jalan Mawar 5/10, 47810 Kajang"_s);
    pages.text(50, 120, u"Total"_s).text(300, 120, u"63.60"_s);
    QCOMPARE(receiptOf(pages)["company"], Json("ORCHID TEA HARDWARE TRADING"));
}

void TestExtract::firmsMayBeginWithTitles()
{
    tests::BuiltPages pages;
    pages.page().text(50, 50, u"MR. PRINT (KAJANG) SDN BHD"_s).text(50, 62, u"LOT 18-A, JALAN MAWAR 6,"_s);
    pages.text(50, 74, u"KAWASAN PERINDUSTRIAN KAJANG,"_s).text(50, 86, u"43300 KAJANG, SELANGOR"_s);
    pages.text(50, 120, u"Total"_s).text(300, 120, u"63.60"_s);
    QCOMPARE(receiptOf(pages)["company"], Json("MR. PRINT (KAJANG) SDN BHD"));
}

void TestExtract::namesMayHaveWordsOfStreets()
{
    tests::BuiltPages pages;
    pages.page().text(200, 50, u"Lorong Nine Tea House"_s).text(200, 64, u"(A unit of Huat F&B Pte. Ltd.)"_s);
    pages.text(200, 78, u"219 Geylang Lorong 9 #01-04"_s).text(200, 92, u"Singapore 388780"_s);
    pages.text(50, 140, u"Green tea"_s).text(300, 140, u"63.60"_s);
    pages.text(50, 180, u"Total"_s).text(300, 180, u"63.60"_s);
    const auto read = receiptOf(pages);
    QCOMPARE(read["company"], Json("Lorong Nine Tea House"));
    QCOMPARE(read["address"], Json("219 Geylang Lorong 9 #01-04 Singapore 388780"));
}

void TestExtract::addressesBeginWithTheirStreet()
{
    tests::BuiltPages pages;
    pages.page().text(200, 50, u"Riverside Garages Ltd"_s).text(200, 64, u"Theatre Square car park"_s);
    pages.text(200, 78, u"Mill Lane 7, 4020 Lowtown"_s);
    pages.text(50, 180, u"Total"_s).text(300, 180, u"8.10"_s);
    QCOMPARE(receiptOf(pages)["address"], Json("Mill Lane 7, 4020 Lowtown"));
}

void TestExtract::namesGoOnWithTheKindOfShop()
{
    tests::BuiltPages pages;
    pages.page().text(200, 50, u"HOLLOW LANE"_s).text(200, 64, u"SERVICE STATION"_s);
    pages.text(200, 78, u"4 Mill Road"_s).text(200, 92, u"York YO19 5LN"_s);
    pages.text(50, 180, u"Total"_s).text(300, 180, u"65.84"_s);
    QCOMPARE(receiptOf(pages)["company"], Json("HOLLOW LANE SERVICE STATION"));
}

void TestExtract::articlesAreNoDates()
{
    tests::BuiltPages pages;
    pages.page().text(200, 50, u"OSTERIA DEL PONTE"_s).text(200, 64, u"Via Santa Lucia 41"_s);
    pages.text(200, 78, u"37122 VERONA (VR)"_s);
    pages.text(50, 180, u"Totale"_s).text(300, 180, u"27,65"_s);
    QCOMPARE(receiptOf(pages)["company"], Json("OSTERIA DEL PONTE"));
}

void TestExtract::totalsOfRivalsYield()
{
    // Goods may be called as totals are; what the receipt says of its items is asked for by nobody.
    tests::BuiltPages pages;
    pages.page().text(200, 50, u"MERIDIAN DRUGS"_s);
    pages.text(50, 100, u"BRIGHT TOTAL 5.10Z"_s).text(300, 100, u"6.79"_s);
    pages.text(50, 120, u"SPRING WATER"_s).text(300, 120, u"36.25"_s);
    pages.text(50, 150, u"SUBTOTAL"_s).text(300, 150, u"43.04"_s);
    pages.text(50, 164, u"IL TAX"_s).text(300, 164, u"3.04"_s);
    pages.text(50, 178, u"TOTAL"_s).text(300, 178, u"46.08"_s);
    QCOMPARE(receiptOf(pages)["total"], Json(46.08));
}

void TestExtract::firmsStandBelowTheirTitle()
{
    tests::BuiltPages pages;
    pages.page().text(200, 50, u"HARBOUR & QUILL"_s).text(200, 64, u"Books and gifts"_s);
    pages.text(200, 78, u"Harbour & Quil Trading Ltd"_s).text(200, 92, u"5 Quay Street, 10120 Lowtown"_s);
    pages.text(50, 180, u"Total"_s).text(300, 180, u"27.65"_s);
    QCOMPARE(receiptOf(pages)["company"], Json("Harbour & Quil Trading Ltd"));
}

QTEST_MAIN(TestExtract)
#include "tst_extract.moc"
