// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/candidates.h"
#include "engine/fields/fieldspec.h"
#include "engine/pagebuilder.h"
#include "engine/text/words.h"

#include <QTest>

using namespace xs;
using namespace xs::engine;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(xs::engine::ValueKind)

namespace {

FieldSpec specOf(const QByteArray &name, const QByteArray &schema)
{
    const auto root =
        schema::readFields(*parseJson("{\"type\":\"object\",\"properties\":{\"" + name + "\":" + schema + "}}"));
    return fieldSpec(root->children.front(), {}, Lexicon::standard());
}

} // namespace

class TestFieldSpec : public QObject
{
    Q_OBJECT

private slots:
    void kindsAreRead_data();
    void kindsAreRead();
    void labelsAreCompared();
    void lowSimilaritiesMayBeLeftOut();
    void descriptionsLabelToo();
    void valuesAreFoundByTheirLabels();
    void descriptionsWishForForms();
};

void TestFieldSpec::kindsAreRead_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<ValueKind>("kind");
    const QByteArray text = R"({"type":"string"})", number = R"({"type":"number"})";
    QTest::newRow("date by format") << QByteArray("x") << QByteArray(R"({"type":"string","format":"date"})")
                                    << ValueKind::Date;
    QTest::newRow("month by description")
        << QByteArray("x") << QByteArray(R"({"type":"string","description":"Start as YYYY-MM"})") << ValueKind::Month;
    QTest::newRow("month in German") << QByteArray("x") << QByteArray(R"({"type":"string","description":"JJJJ-MM"})")
                                     << ValueKind::Month;
    QTest::newRow("date in French") << QByteArray("x")
                                    << QByteArray(R"({"type":"string","description":"format AAAA-MM-JJ"})")
                                    << ValueKind::Date;
    QTest::newRow("iban") << QByteArray("iban") << text << ValueKind::Iban;
    QTest::newRow("e-mail, dutch") << QByteArray("e_mailadres") << text << ValueKind::Email;
    QTest::newRow("phone, german") << QByteArray("telefon") << text << ValueKind::Phone;
    QTest::newRow("number of an invoice") << QByteArray("invoice_number") << text << ValueKind::Identifier;
    QTest::newRow("name") << QByteArray("customerName") << text << ValueKind::Name;
    QTest::newRow("address") << QByteArray("address") << text << ValueKind::Address;
    QTest::newRow("amount") << QByteArray("total") << number << ValueKind::Money;
    QTest::newRow("percent") << QByteArray("vat_percent") << number << ValueKind::Percent;
    QTest::newRow("rate in two words") << QByteArray("rate")
                                       << QByteArray(R"({"type":"number","description":"Rate in per cent"})")
                                       << ValueKind::Percent;
    QTest::newRow("shop, dutch") << QByteArray("winkel") << text << ValueKind::Name;
    QTest::newRow("whose taxes, by the party") << QByteArray("klant_btw") << text << ValueKind::Identifier;
    QTest::newRow("whose taxes, by the description")
        << QByteArray("tva") << QByteArray(R"({"type":"string","description":"Numéro de TVA"})")
        << ValueKind::Identifier;
    QTest::newRow("a tax") << QByteArray("tva") << number << ValueKind::Money;
    QTest::newRow("a tax by its rate") << QByteArray("tva20")
                                       << QByteArray(R"({"type":"number","description":"TVA à 20 %"})")
                                       << ValueKind::Money;
    QTest::newRow("number of a customer's order")
        << QByteArray("customer_order")
        << QByteArray(R"({"type":"string","description":"Order number of the customer"})") << ValueKind::Identifier;
    QTest::newRow("quantity") << QByteArray("quantity") << number << ValueKind::Number;
    QTest::newRow("choice") << QByteArray("x") << QByteArray(R"({"type":"string","enum":["a","b"]})")
                            << ValueKind::Choice;
    QTest::newRow("yes or no") << QByteArray("x") << QByteArray(R"({"type":"boolean"})") << ValueKind::Boolean;
    QTest::newRow("anything else") << QByteArray("remarks") << text << ValueKind::Text;
}

void TestFieldSpec::kindsAreRead()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, schema);
    QFETCH(ValueKind, kind);
    QCOMPARE(int(specOf(name, schema).kind), int(kind));
}

void TestFieldSpec::labelsAreCompared()
{
    const auto spec = specOf("invoice_number", R"({"type":"string"})");
    const auto similarity = [&spec](const QString &label) {
        return labelSimilarity(spec, Lexicon::standard().bag(sentenceWords(label)));
    };
    QVERIFY(similarity(u"Rechnungsnummer"_s) > 0.9);
    QVERIFY(similarity(u"Invoice No."_s) > similarity(u"Invoice"_s));
    QVERIFY(similarity(u"Invoice"_s) > similarity(u"Order number"_s));
    QCOMPARE(similarity(u"Total"_s), 0.0);
}

void TestFieldSpec::lowSimilaritiesMayBeLeftOut()
{
    int kept = 0, leftOut = 0;
    for (const auto *name : {"total_amount", "due_date", "unit_price", "buyer_name"}) {
        const auto spec = specOf(name, R"x({"type":"string","description":"Amount to pay, or of one piece (due)"})x");
        for (const auto &label : {u"Total payable in EUR"_s, u"Amount due"_s, u"Fällig am"_s, u"Price per unit"_s,
                                  u"Customer"_s, u"Please pay the amount within 14 days of the date of invoice"_s}) {
            const auto bag = Lexicon::standard().bag(sentenceWords(label));
            const auto whole = labelSimilarity(spec, bag);
            for (const double least : {0.2, 0.4, 0.6, 0.8}) {
                const auto found = labelSimilarity(spec, bag, least);
                QVERIFY2(found == whole || (found == 0 && whole < least), qPrintable(label));
                ++(whole >= least ? kept : leftOut);
            }
        }
    }
    QVERIFY(kept > 10 && leftOut > 10);
}

void TestFieldSpec::descriptionsLabelToo()
{
    const auto spec = specOf("x9", R"x({"type":"string","description":"Number of the case (Geschäftszeichen)"})x");
    QVERIFY(labelSimilarity(spec, Lexicon::standard().bag(sentenceWords(u"Geschäftszeichen:"_s))) > 0.8);
}

void TestFieldSpec::valuesAreFoundByTheirLabels()
{
    const auto text = tests::BuiltPages()
                          .page()
                          .text(50, 100, u"Invoice number: A-4711"_s)
                          .text(50, 130, u"Order number"_s)
                          .text(300, 130, u"B-12"_s)
                          .text(50, 160, u"Customer number"_s)
                          .text(50, 175, u"C-99"_s)
                          .read();
    const LabelIndex labels(text, Lexicon::standard());
    const Occurrences occurrences(text);
    const LabelledSearch search(labels, occurrences);
    const auto found =
        search.find({specOf("invoice_number", R"({"type":"string"})"), specOf("order_number", R"({"type":"string"})"),
                     specOf("customer_number", R"({"type":"string"})")},
                    {{0, int(text.segments.size())}, 1, 1});
    QVERIFY(found[0].at(0).value == Json("A-4711"));
    QCOMPARE(found[0].at(0)[Feature::Same], 1.0);
    QVERIFY(found[1].at(0).value == Json("B-12"));
    QCOMPARE(found[1].at(0)[Feature::Right], 1.0);
    QVERIFY(found[2].at(0).value == Json("C-99"));
    QCOMPARE(found[2].at(0)[Feature::Below], 1.0);
}

void TestFieldSpec::descriptionsWishForForms()
{
    const auto described = [](const QByteArray &description) {
        return specOf("amount", R"({"type":"number","description":")" + description + R"("})");
    };
    QCOMPARE(described("positive").sign, 1);
    QCOMPARE(described("Anzahlung (positiv)").sign, 1);
    QCOMPARE(described("Remise en pour cent, sans signe").sign, 1);
    QCOMPARE(described("netto, negativ").sign, -1);
    // What is said of some values only is no wish for all.
    QCOMPARE(described("Line amount, discounts negative").sign, 0);
    QCOMPARE(described("Charge; negative for an allowance").sign, 0);
    QVERIFY(described("Line amount, discounts negative").hasReductions);
    QVERIFY(!described("negative").hasReductions);
    QCOMPARE(described("Quantity, 1 if not printed").ifEmpty, std::optional(1));
    QCOMPARE(described("percentagem, 0 se vazio").ifEmpty, std::optional(0));
    QVERIFY(!described("Amount in 2024 if printed").ifEmpty);
    QVERIFY(described("Tag wie gedruckt").asPrinted);
    QVERIFY(described("Letzte vier Ziffern der Karte").lastDigits);
    QVERIFY(described("Name without the second line").firstLine);
    QVERIFY(!described("Name without the second line").secondLine);
}

QTEST_GUILESS_MAIN(TestFieldSpec)
#include "tst_fieldspec.moc"
