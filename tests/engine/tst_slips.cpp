// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extracted.h"

#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;

namespace {

const QByteArray goods = R"("name":{"type":"string"},"quantity":{"type":"number"},
    "unit_price":{"type":"number"},"amount":{"type":"number"})";

/// Built pages as wide as the rolls of tills, whose words are printed and not recognised.
class Slip final : public document::PageSource
{
public:
    explicit Slip(const tests::BuiltPages &pages) : m_pages(pages) {}
    int pageCount() const override { return m_pages.pageCount(); }
    domain::PageSize pageSize(int) const override { return {225, 300}; }
    std::vector<document::Word> words(int page) const override { return m_pages.words(page); }
    QImage render(int, int, const domain::PageRect &) const override { return {}; }

private:
    const tests::BuiltPages &m_pages;
};

tests::BuiltPages slipWith(const QList<std::pair<QString, QString>> &lines)
{
    tests::BuiltPages pages;
    pages.page();
    double y = 60;
    for (const auto &[left, right] : lines) {
        pages.text(100, y, left);
        if (!right.isEmpty())
            pages.endAt(480, y, right);
        y += 16;
    }
    return pages;
}

} // namespace

/// Receipts as PDF: narrow pages.
class TestSlips : public QObject
{
    Q_OBJECT

private slots:
    void taxesBelowAreNoGoods();
    void countsHaveUnits();
    void lengthsAreNoCounts();
    void codesStandBelow();
    void namesGoOnInTheNextLine();
    void firmsAndWhatTheyAreCalled();
    void addressesEndBeforeOtherData();
    void oneSignHidesNothing();
};

void TestSlips::taxesBelowAreNoGoods()
{
    tests::BuiltPages pages = slipWith({{u"CORNER MARKET"_s, {}},
                                        {u"Walnut bread"_s, u"4.80 B"_s},
                                        {u"Sesame ring"_s, u"3.80 B"_s},
                                        {u"Filter coffee"_s, u"3.40 A"_s},
                                        {u"TOTAL"_s, u"12.00"_s}});
    pages.text(100, 160, u"VAT"_s).text(200, 160, u"Net"_s).text(300, 160, u"Tax"_s).endAt(480, 160, u"Gross"_s);
    pages.text(100, 176, u"A 19.0%"_s).text(200, 176, u"2.86"_s).text(300, 176, u"0.54"_s).endAt(480, 176, u"3.40"_s);
    pages.text(100, 192, u"B 7.0%"_s).text(200, 192, u"8.04"_s).text(300, 192, u"0.56"_s).endAt(480, 192, u"8.60"_s);
    const auto lines = tests::linesOf(Slip(pages), goods);
    QCOMPARE(lines.size(), 3U);
    QCOMPARE(lines[0]["name"], Json("Walnut bread"));
    QCOMPARE(lines[2]["amount"], Json(3.4));
}

void TestSlips::countsHaveUnits()
{
    const auto pages = slipWith({{u"Walnut bread"_s, u"4.80"_s},
                                 {u"4 pcs x 0.95"_s, {}},
                                 {u"Sesame ring"_s, u"3.80"_s},
                                 {u"TOTAL"_s, u"8.60"_s}});
    const auto lines = tests::linesOf(Slip(pages), goods);
    QCOMPARE(lines.size(), 2U);
    QCOMPARE(lines[1]["name"], Json("Sesame ring"));
    QCOMPARE(lines[1]["quantity"], Json(4));
    QCOMPARE(lines[1]["unit_price"], Json(0.95));
}

void TestSlips::lengthsAreNoCounts()
{
    const auto pages = slipWith({{u"TAPE 48MM X 20M"_s, u"3.35"_s}, {u"HOOKS"_s, u"2.10"_s}, {u"TOTAL"_s, u"5.45"_s}});
    const auto lines = tests::linesOf(Slip(pages), goods);
    QCOMPARE(lines.size(), 2U);
    QCOMPARE(lines[0]["name"], Json("TAPE 48MM X 20M"));
    QVERIFY(lines[0]["quantity"].is_null());
}

void TestSlips::codesStandBelow()
{
    const auto pages = slipWith({{u"SALMON 12.7KG"_s, u"89.99"_s},
                                 {u"UPC 062443108815"_s, {}},
                                 {u"ROPE TOY"_s, u"11.97"_s},
                                 {u"UPC 885211907714"_s, {}},
                                 {u"TOTAL"_s, u"101.96"_s}});
    const auto lines = tests::linesOf(Slip(pages), goods + R"(,"upc":{"type":"string","description":"UPC"})");
    QCOMPARE(lines.size(), 2U);
    QCOMPARE(lines[0]["upc"], Json("062443108815"));
    QCOMPARE(lines[1]["name"], Json("ROPE TOY"));
    QCOMPARE(lines[1]["upc"], Json("885211907714"));
}

void TestSlips::namesGoOnInTheNextLine()
{
    const auto pages = slipWith({{u"TALL OAK HARDWARE"_s, {}},
                                 {u"& PAINT TRADING LTD"_s, {}},
                                 {u"12 Mill Road"_s, {}},
                                 {u"Leeds LS8 2AB"_s, {}},
                                 {u"TOTAL"_s, u"5.45"_s}});
    const auto result = tests::valuesOf(Slip(pages), R"("company":{"type":"string"},"total":{"type":"number"})");
    QCOMPARE(result["company"], Json("TALL OAK HARDWARE & PAINT TRADING LTD"));
}

void TestSlips::firmsAndWhatTheyAreCalled()
{
    const auto pages = slipWith({{u"CAFFE DEI PORTICI"_s, {}},
                                 {u"di Neri Marta & C. s.n.c."_s, {}},
                                 {u"Via Lunga, 28"_s, {}},
                                 {u"26100 Cremona (CR)"_s, {}},
                                 {u"TOTALE"_s, u"5,45"_s}});
    const auto result = tests::valuesOf(Slip(pages), R"("esercente":{"type":"string"},
        "ragione_sociale":{"type":"string"},"totale":{"type":"number"})");
    QCOMPARE(result["esercente"], Json("CAFFE DEI PORTICI"));
    QCOMPARE(result["ragione_sociale"], Json("Neri Marta & C. s.n.c."));
}

void TestSlips::addressesEndBeforeOtherData()
{
    auto pages = slipWith({{u"TALL OAK PHARMACY"_s, {}},
                           {u"41 Mill Avenue, Brighton"_s, {}},
                           {u"East Sussex BN1 8NA"_s, {}},
                           {u"01273 550 4471"_s, {}},
                           {u"TOTAL"_s, u"5.45"_s}});
    const auto result = tests::valuesOf(Slip(pages), R"("address":{"type":"string"},"total":{"type":"number"})");
    QVERIFY2(!toQString(result["address"]).contains(u"4471"_s), result.dump().c_str());
    tests::BuiltPages columns;
    columns.page().text(100, 60, u"bloemenhuis tulp"_s);
    columns.text(100, 80, u"Oude Gracht 212"_s).text(330, 80, u"KvK 59041183"_s);
    columns.text(100, 96, u"3511 NR Utrecht"_s).text(330, 96, u"BTW NL853201774B01"_s);
    const auto dutch = tests::valuesOf(Slip(columns), R"("adres":{"type":"string"},
        "btwNummer":{"type":"string","description":"Btw-nummer"})");
    QVERIFY2(!toQString(dutch["adres"]).contains(u"KvK"_s), dutch.dump().c_str());
    QCOMPARE(dutch["btwNummer"], Json("NL853201774B01"));
}

void TestSlips::oneSignHidesNothing()
{
    const auto pages = slipWith({{u"TALL OAK MARKET"_s, {}}, {u"Store #0417"_s, {}}, {u"TOTAL"_s, u"5.45"_s}});
    const auto result =
        tests::valuesOf(Slip(pages), R"("store_number":{"type":"string"},"card_last4":{"type":"string"})");
    QCOMPARE(result["store_number"], Json("0417"));
    QVERIFY(result["card_last4"].is_null());
    const auto paid = slipWith({{u"TALL OAK MARKET"_s, {}}, {u"Card #0417"_s, u"5.45"_s}});
    QCOMPARE(tests::valuesOf(Slip(paid), R"("card_last4":{"type":"string"})")["card_last4"], Json("0417"));
}

QTEST_GUILESS_MAIN(TestSlips)
#include "tst_slips.moc"
