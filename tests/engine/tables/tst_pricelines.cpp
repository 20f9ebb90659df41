// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extracted.h"
#include "engine/pagebuilder.h"

#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;

namespace {

const QByteArray goods = R"("name":{"type":"string"},"quantity":{"type":"number"},
    "unit_price":{"type":"number"},"amount":{"type":"number"})";

/// Pages whose words look recognised, as those of receipts are.
class Receipt final : public document::PageSource
{
public:
    explicit Receipt(const tests::BuiltPages &pages) : m_pages(pages) {}
    int pageCount() const override { return m_pages.pageCount(); }
    domain::PageSize pageSize(int page) const override { return m_pages.pageSize(page); }
    QImage render(int, int, const domain::PageRect &) const override { return {}; }
    std::vector<document::Word> words(int page) const override
    {
        auto words = m_pages.words(page);
        for (auto &word : words)
            word.confidence = 0.95;
        return words;
    }

private:
    const tests::BuiltPages &m_pages;
};

/// Lines of a receipt: a name at the left, an amount that ends at the right.
tests::BuiltPages linesOfReceipt(const QList<QStringList> &lines)
{
    tests::BuiltPages pages;
    pages.page().text(150, 60, u"CORNER MARKET"_s);
    double y = 100;
    for (const auto &line : lines) {
        if (!line[0].isEmpty())
            pages.text(100, y, line[0]);
        if (line.size() > 1)
            pages.endAt(400, y, line[1]);
        if (line.size() > 2)
            pages.text(420, y, line[2]);
        y += 14;
    }
    return pages;
}

} // namespace

/// Goods of receipts, line by line.
class TestPriceLines : public QObject
{
    Q_OBJECT

private slots:
    void sizesEndNames();
    void countsMayStandAbove();
    void countsMayStandBelow();
    void productsMendFigures();
    void reductionsAreRowsWhereAskedFor();
    void headingsAreDepartments();
    void nothingPrintedIsWhatIsAskedFor();
    void paymentsSayWhatTheyAre();
    void marksSayTheRate();
    void lastDigitsAreNamedInOtherLanguages();
};

void TestPriceLines::sizesEndNames()
{
    const auto pages = linesOfReceipt({{u"OATMILK ORIG 64OZ"_s, u"4.99"_s},
                                       {u"BLACK BEANS 2L"_s, u"6.54"_s},
                                       {u"PLASTERS 40"_s, u"2.15"_s},
                                       {u"EGGS X6"_s, u"3.00"_s},
                                       {u"TOTAL"_s, u"16.68"_s}});
    const auto lines = tests::linesOf(Receipt(pages), goods);
    QCOMPARE(lines.size(), 4U);
    QCOMPARE(lines[0]["name"], Json("OATMILK ORIG 64OZ"));
    QCOMPARE(lines[1]["name"], Json("BLACK BEANS 2L"));
    QCOMPARE(lines[2]["name"], Json("PLASTERS 40"));
    QCOMPARE(lines[3]["name"], Json("EGGS X6"));
}

void TestPriceLines::countsMayStandAbove()
{
    const auto pages = linesOfReceipt({{u"3 x 1.45"_s},
                                       {u"Cinnamon roll"_s, u"4.35"_s},
                                       {u"Rye bread"_s, u"4.60"_s},
                                       {u"2 x 2.80"_s},
                                       {u"Pot of coffee"_s, u"5.60"_s},
                                       {u"TOTAL"_s, u"14.55"_s}});
    const auto lines = tests::linesOf(Receipt(pages), goods);
    QCOMPARE(lines.size(), 3U);
    QCOMPARE(lines[0]["quantity"], Json(3));
    QCOMPARE(lines[0]["unit_price"], Json(1.45));
    QVERIFY(lines[1]["quantity"].is_null());
    QCOMPARE(lines[2]["name"], Json("Pot of coffee"));
    QCOMPARE(lines[2]["quantity"], Json(2));
}

void TestPriceLines::countsMayStandBelow()
{
    const auto pages = linesOfReceipt(
        {{u"Cinnamon roll"_s, u"4.35"_s}, {u"3 x 1.45"_s}, {u"Rye bread"_s, u"4.60"_s}, {u"TOTAL"_s, u"8.95"_s}});
    const auto lines = tests::linesOf(Receipt(pages), goods);
    QCOMPARE(lines.size(), 2U);
    QCOMPARE(lines[0]["name"], Json("Cinnamon roll"));
    QCOMPARE(lines[0]["quantity"], Json(3));
    QVERIFY(lines[1]["quantity"].is_null());
}

void TestPriceLines::productsMendFigures()
{
    // "$26.50" and "47.80S" as they are often read.
    const auto pages = linesOfReceipt({{u"Hen pellets"_s},
                                       {u"2 @ 526.50"_s, u"53.00"_s},
                                       {u"Garden tap"_s},
                                       {u"2 @ 23.90"_s, u"47.805"_s},
                                       {u"TOTAL"_s, u"100.80"_s}});
    const auto lines = tests::linesOf(Receipt(pages), goods);
    QCOMPARE(lines.size(), 2U);
    QCOMPARE(lines[0]["unit_price"], Json(26.5));
    QCOMPARE(lines[1]["amount"], Json(47.8));
}

void TestPriceLines::reductionsAreRowsWhereAskedFor()
{
    const auto pages =
        linesOfReceipt({{u"Hen pellets"_s, u"9.00"_s}, {u"Saving on pellets"_s, u"-2.00"_s}, {u"TOTAL"_s, u"7.00"_s}});
    QCOMPARE(tests::linesOf(Receipt(pages), goods).size(), 1U);
    const auto lines = tests::linesOf(
        Receipt(pages),
        R"("name":{"type":"string"},"amount":{"type":"number","description":"Line total, discounts negative"})");
    QCOMPARE(lines.size(), 2U);
    QCOMPARE(lines[1]["amount"], Json(-2));
}

void TestPriceLines::headingsAreDepartments()
{
    const auto pages = linesOfReceipt({{u"PRODUCE"_s},
                                       {u"BANANAS ORGANIC"_s, u"2.14"_s, u"F"_s},
                                       {u"DELI"_s},
                                       {u"HOT SOUP"_s, u"6.75"_s, u"T"_s},
                                       {u"TOTAL"_s, u"8.89"_s}});
    const auto lines = tests::linesOf(Receipt(pages), R"("department":{"type":"string","enum":["PRODUCE","DELI"],
        "description":"Department heading above the item"},"name":{"type":"string"},"price":{"type":"number"},
        "flag":{"type":"string","description":"Tax flag behind the price"})");
    QCOMPARE(lines.size(), 2U);
    QCOMPARE(lines[0]["department"], Json("PRODUCE"));
    QCOMPARE(lines[1]["department"], Json("DELI"));
    QCOMPARE(lines[0]["flag"], Json("F"));
    QCOMPARE(lines[1]["flag"], Json("T"));
}

void TestPriceLines::nothingPrintedIsWhatIsAskedFor()
{
    const auto pages =
        linesOfReceipt({{u"Hen pellets"_s, u"9.00"_s}, {u"Garden tap"_s, u"4.00"_s}, {u"TOTAL"_s, u"13.00"_s}});
    const auto lines = tests::linesOf(Receipt(pages), R"("name":{"type":"string"},"amount":{"type":"number"},
        "quantity":{"type":"number","description":"Quantity, 1 if not printed"})");
    QCOMPARE(lines.size(), 2U);
    QCOMPARE(lines[0]["quantity"], Json(1));
    QCOMPARE(lines[1]["quantity"], Json(1));
}

void TestPriceLines::paymentsSayWhatTheyAre()
{
    const auto pages =
        linesOfReceipt({{u"Hen pellets"_s, u"9.00"_s}, {u"TOTAL"_s, u"9.00"_s}, {u"Visa ****8820"_s, u"9.00"_s}});
    const auto result =
        tests::valuesOf(Receipt(pages), R"("card_brand":{"type":"string","description":"Brand of the card"},
        "card_last4":{"type":"string","description":"Last four digits of the card"})");
    QCOMPARE(result["card_brand"], Json("Visa"));
    QCOMPARE(result["card_last4"], Json("8820"));
    QCOMPARE(tests::valuesOf(Receipt(pages), R"("payment_method":{"type":"string"})")["payment_method"], Json("Visa"));
}

void TestPriceLines::marksSayTheRate()
{
    const QByteArray taxed = R"("artikel":{"type":"string"},
        "menge":{"type":"number","description":"Menge; 1, wenn keine gedruckt ist"},"betrag":{"type":"number"},
        "steuersatz":{"type":"number","description":"Steuersatz in Prozent, zum Kennbuchstaben"})";
    const auto pages = linesOfReceipt({{u"Bauernbrot"_s, u"4,95"_s, u"A"_s},
                                       {u"Kaffee"_s, u"6,80"_s, u"B"_s},
                                       {u"Zeitung"_s, u"2,00"_s},
                                       {u"SUMME"_s, u"13,75"_s},
                                       {u"A 7%"_s, u"4,95"_s},
                                       {u"B 19%"_s, u"6,80"_s}});
    const auto lines = tests::linesOf(Receipt(pages), taxed);
    QCOMPARE(lines.size(), 3U);
    QCOMPARE(lines[0]["steuersatz"], Json(7));
    QCOMPARE(lines[1]["steuersatz"], Json(19));
    QVERIFY(lines[2]["steuersatz"].is_null());
    QCOMPARE(lines[2]["menge"], Json(1));
}

void TestPriceLines::lastDigitsAreNamedInOtherLanguages()
{
    const auto pages = linesOfReceipt({{u"TOTAAL"_s, u"16,67"_s}, {u"PIN"_s, u"16,67"_s}, {u"Maestro xxxxxxxx8026"_s}});
    const auto read = tests::valuesOf(Receipt(pages), R"("kaart_laatste_4":{"type":"string"},
        "betaling":{"type":"object","properties":{"wijze":{"type":"string","description":"Way of payment"}}})");
    QCOMPARE(read["kaart_laatste_4"], Json("8026"));
    QCOMPARE(read["betaling"]["wijze"], Json("PIN"));
}

QTEST_GUILESS_MAIN(TestPriceLines)
#include "tst_pricelines.moc"
