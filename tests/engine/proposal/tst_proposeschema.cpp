// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/proposal/proposeschema.h"

#include "engine/extract.h"
#include "engine/extracted.h"
#include "engine/pagebuilder.h"
#include "engine/proposal/fielddraft.h"
#include "engine/proposal/promptfields.h"
#include "schema/check.h"
#include "schema/field.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::engine;

namespace {

const QByteArray givenSchema = R"({"$id":"mine","type":"object","required":["total"],"properties":{
    "total":{"type":"string","description":"Mine","x-order":1},
    "due_date":{},
    "Invoice_No":{"title":"Invoice number"},
    "rows":{"type":"array","items":{"type":"object","properties":{"amount":{}}}}}})";

const QList<QByteArray> oddSchemas{R"({"properties":7})", R"({"properties":{"a":7,"b":[]}})",
                                   R"({"properties":{"a":{"items":3}}})",
                                   R"({"$ref":"#/$defs/a","$defs":{"a":{"properties":{"b":{}}}}})"};

} // namespace

/// Schemas made from sample documents, from words and from other schemas.
class TestProposeSchema : public QObject
{
    Q_OBJECT

private:
    static Json proposed(const SchemaWish &wish)
    {
        const auto schema = proposeSchema(wish);
        return schema ? *schema : Json{{"error", toStd(schema.error().detail)}};
    }

    /// "number:invoice_number date:invoice_date line_items[string:description number:amount]".
    static QString fieldsOf(const std::vector<schema::Field> &fields)
    {
        QStringList words;
        for (const auto &field : fields) {
            const auto type = field.isEnum             ? u"enum"_s
                              : field.format.isEmpty() ? schema::typeWord(field.type, false)
                                                       : field.format;
            const auto inner =
                field.isContainer()
                    ? u"%1%2"_s.arg(field.list ? u"[%1]"_s : u"{%1}"_s, QString()).arg(fieldsOf(field.children))
                    : QString();
            words << (inner.isEmpty() ? type + (field.list ? u"[]:"_s : u":"_s) + field.name : field.name + inner);
        }
        return words.join(u' ');
    }
    static QString fieldsOf(const Json &schema)
    {
        const auto root = schema::readFields(schema);
        return root ? fieldsOf(root->children) : u"no schema"_s;
    }

    static std::unique_ptr<document::PageSource> sample(const char *name)
    {
        auto opened =
            document::openDocument(QStringLiteral(XS_SOURCE_DIR "/resources/samples/") + QString::fromLatin1(name));
        return opened ? *std::move(opened) : nullptr;
    }

private slots:
    void names_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *label, const char *name) {
            QTest::newRow(label) << QString::fromUtf8(label) << QString::fromLatin1(name);
        };
        row("Invoice no.:", "invoice_number");
        row("Rechnungs-Nr.", "invoice_number");
        row("Rechnungsdatum", "invoice_date");
        row("Numéro de facture", "invoice_number");
        row("Date of birth (day / month / year)", "birth_date");
        row("Money in", "money_in");
        row("E-mail", "email");
        row("Date of report", "report_date");
        row("2nd floor", "field_2nd_floor");
        row("Confidence", "confidence_value");
        row("価格", "field");
        row("", "field");
        row("alpha beta gamma delta epsilon zeta", "alpha_beta_gamma_delta_epsilon");
    }
    void names()
    {
        QFETCH(QString, label);
        QFETCH(QString, name);
        QCOMPARE(fieldName(label), name);
    }

    void prompts_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("fields");
        const auto row = [](const char *prompt, const char *fields) {
            QTest::newRow(prompt) << QString::fromUtf8(prompt) << QString::fromLatin1(fields);
        };
        row("invoice number, date, total and line items with description and amount",
            "string:invoice_number date:date number:total line_items[string:description number:amount]");
        row("Please extract the invoice number and the due date.", "string:invoice_number date:due_date");
        row("line items (description, quantity, price), total",
            "line_items[string:description number:quantity number:price] number:total");
        row("line items with description and amount, and the total",
            "line_items[string:description number:amount] number:total");
        row("vendor with name and address, currency", "vendor{string:name string:address} string:currency");
        row("line items", "line_items[string:description number:quantity number:unit_price number:amount]");
        row("- Rechnungsnummer\n- Rechnungsdatum\n- Positionen mit Beschreibung und Betrag",
            "string:invoice_number date:invoice_date line_items[string:description number:amount]");
        row("a list of languages, e-mail", "string[]:languages email:email");
        row("total, total, total", "number:total");
    }
    void prompts()
    {
        QFETCH(QString, prompt);
        QFETCH(QString, fields);
        const auto schema = proposed({nullptr, prompt});
        QCOMPARE(fieldsOf(schema), fields);
        QCOMPARE(schema::firstError(schema::check(schema)), QString());
    }

    void wordsThatNameNothing()
    {
        for (const auto &prompt : {u""_s, u"  "_s, u"please"_s, u"12, 13"_s, u"?!"_s})
            QCOMPARE(proposeSchema({nullptr, prompt}).error().code, ErrorCode::InvalidArgument);
        // However long and odd, a prompt gives a schema that is none too large.
        QString odd;
        for (int i = 0; i < 40'000; ++i)
            odd += u"field%1 (a, b) with ((c, and, & "_s.arg(i);
        QCOMPARE(schema::firstError(schema::check(proposed({nullptr, odd}))), QString());
    }

    void samples_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("some");
        QTest::newRow("invoice")
            << QByteArray("invoice.pdf")
            << u"string:invoice_number date:invoice_date date:due_date string:iban number:subtotal "
               "line_items[string:item string:description number:quantity number:unit_price "
               "number:amount]"_s;
        QTest::newRow("statement") << QByteArray("statement.pdf")
                                   << u"string:account_holder string:period transactions[date:date string:description "
                                      "string:reference number:money_out number:money_in number:balance]"_s;
        QTest::newRow("form") << QByteArray("form.pdf")
                              << u"string:family_name date:birth_date string:postcode email:email enum:card"_s;
        QTest::newRow("contract") << QByteArray("manypages.pdf") << u"string:agreement_number date:commencement_date"_s;
        QTest::newRow("receipt") << QByteArray("receipt.png") << u"date:date"_s;
    }
    /// The schema is valid, has what a person would look for, describes every field, and the document that it was
    /// made from gives a value for each.
    void samples()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, some);
        const auto document = sample(file.constData());
        QVERIFY(document);
        const auto schema = proposed({document.get()});
        QCOMPARE(schema::firstError(schema::check(schema)), QString());
        const auto fields = fieldsOf(schema);
        for (const auto &wanted :
             some.contains(u'[') ? QStringList{some.section(u' ', 0, 0), some.section(u'[', 1)} : some.split(u' '))
            QVERIFY2(fields.contains(wanted), qPrintable(fields));
        QCOMPARE(fields.count(u"page"_s), 0);

        const auto root = schema::readFields(schema);
        for (const auto &field : root->children)
            QVERIFY2(!field.description.isEmpty(), qPrintable(field.name));
        ExtractRequest request;
        request.dataSchema = schema;
        const auto extraction = extract(*document, request);
        QVERIFY(extraction);
        const auto result = domain::plainResult(extraction->result);
        for (const auto &[name, value] : result.items())
            QVERIFY2(!value.is_null() && !(value.is_array() && value.empty()), name.c_str());

        QCOMPARE(toBytes(proposed({document.get()})), toBytes(schema));
    }

    /// Labels above their values look like the head of a table with one row.
    void labelsAboveValues()
    {
        tests::BuiltPages form;
        form.page().text(40, 40, u"Application of a member"_s);
        form.text(40, 80, u"Surname"_s).text(220, 80, u"First name"_s).text(400, 80, u"Date of birth"_s);
        form.text(40, 93, u"Okafor"_s).text(220, 93, u"Ngozi Ada"_s).text(400, 93, u"23/08/1997"_s);
        form.text(40, 120, u"Postcode"_s).text(220, 120, u"E-mail"_s).text(400, 120, u"Nationality"_s);
        form.text(40, 133, u"CB2 1TN"_s).text(220, 133, u"ngozi@post.example"_s).text(400, 133, u"Irish"_s);
        const auto fields = fieldsOf(proposed({&form}));
        for (const auto &wanted : {u"date:birth_date"_s, u"string:postcode"_s, u"email:email"_s})
            QVERIFY2(fields.contains(wanted), qPrintable(fields));
        QVERIFY2(!fields.contains(u'['), qPrintable(fields));
        // Nothing is sold here.
        QVERIFY2(!fields.contains(u"vendor"_s) && !fields.contains(u"customer"_s), qPrintable(fields));
    }

    /// A company's name labels neither the title beside it nor the address below; a title does not label a line that
    /// has a label of its own.
    void headsOfLettersLabelNothing()
    {
        tests::BuiltPages invoice;
        invoice.page().text(40, 40, u"Stonebridge Cycle Works Ltd"_s).text(420, 40, u"Tax Invoice"_s);
        invoice.text(40, 54, u"Unit 7, Saltmarsh Lane"_s).text(380, 54, u"Invoice number: BCW-20419"_s);
        invoice.text(40, 66, u"Bristol BS3 4QT"_s).text(380, 66, u"Date: 6 October 2026"_s);
        invoice.text(380, 78, u"Payment due: 5 November 2026"_s);
        invoice.text(380, 140, u"Amount due"_s).text(480, 140, u"£931.08"_s);
        const auto fields = fieldsOf(proposed({&invoice}));
        for (const auto &wanted : {u"string:invoice_number"_s, u"date:date"_s, u"date:payment_due"_s})
            QVERIFY2(fields.contains(wanted), qPrintable(fields));
        QVERIFY2(!fields.contains(u"stonebridge"_s) && !fields.contains(u"tax_invoice"_s), qPrintable(fields));
    }

    /// Labels over one row of values above the table of goods are fields of the document; heads of the goods' columns
    /// are not, though each stands over a value. A number needs no colon before it.
    void labelsAndGoods()
    {
        tests::BuiltPages invoice;
        invoice.page().text(40, 40, u"Calder Works Ltd"_s).text(420, 40, u"Invoice #3981"_s);
        invoice.text(420, 54, u"Date 4 May 2026"_s);
        invoice.text(40, 120, u"Salesperson"_s).text(150, 120, u"Order number"_s).text(270, 120, u"Shipped via"_s);
        invoice.text(390, 120, u"Payment terms"_s);
        invoice.text(40, 134, u"Ines Marlow"_s).text(150, 134, u"448213"_s).text(270, 134, u"Rail freight"_s);
        invoice.text(390, 134, u"On receipt"_s);
        tests::addRow(invoice, 170,
                      {{40, u"Quantity"_s}, {120, u"Description"_s}, {360, u"Unit price"_s}, {470, u"Total"_s}});
        tests::addRow(invoice, 184, {{40, u"2"_s}, {120, u"Brass hinge"_s}, {360, u"12.50"_s}, {470, u"25.00"_s}});
        tests::addRow(invoice, 198, {{40, u"3"_s}, {120, u"Oak board"_s}, {360, u"40.00"_s}, {470, u"120.00"_s}});
        tests::addRow(invoice, 240, {{360, u"Subtotal"_s}, {470, u"145.00"_s}});
        tests::addRow(invoice, 254, {{360, u"Total due"_s}, {470, u"145.00"_s}});
        const auto fields = fieldsOf(proposed({&invoice}));
        for (const auto &wanted :
             {u"string:invoice_number"_s, u"date:date"_s, u"string:order_number"_s, u"string:payment_terms"_s,
              u"line_items[number:quantity string:description number:unit_price number:total]"_s,
              u"number:total_due"_s})
            QVERIFY2(fields.contains(wanted), qPrintable(fields));
        QCOMPARE(fields.count(u":unit_price"_s), 1);
        QCOMPARE(fields.count(u"[]"_s) + fields.count(u'['), 1);
    }

    void listsOfResumes()
    {
        tests::BuiltPages resume;
        resume.page().text(40, 40, u"Ngozi Okafor"_s).text(40, 60, u"ngozi@post.example"_s);
        resume.text(40, 100, u"WORK EXPERIENCE"_s);
        resume.text(40, 120, u"Senior Engineer"_s).text(40, 133, u"Calder Works Ltd"_s);
        resume.text(40, 146, u"February 2020 – Present"_s);
        resume.text(40, 180, u"Engineer"_s).text(40, 193, u"Brandt Partnership Ltd"_s);
        resume.text(40, 206, u"September 2016 – January 2020"_s);
        resume.text(40, 250, u"EDUCATION"_s);
        resume.text(40, 270, u"MSc Physics"_s).text(40, 283, u"University of Leeds"_s);
        resume.text(40, 296, u"September 2012 – June 2016"_s);
        const auto fields = fieldsOf(proposed({&resume}));
        for (const auto &wanted : {u"work_experience[string:job_title string:employer"_s, u"education[string:degree"_s})
            QVERIFY2(fields.contains(wanted), qPrintable(fields));
        QVERIFY2(!fields.contains(u"vendor"_s), qPrintable(fields));
    }

    /// Heads of two lines, one of them over two columns, and none over the words that say what a row is about.
    void columnsOfTables()
    {
        tests::BuiltPages table;
        table.page().text(40, 40, u"Budget of the town"_s);
        table.text(240, 80, u"Final"_s).text(400, 80, u"Variance (unfavorable)"_s);
        table.text(236, 92, u"budget"_s).text(330, 92, u"Actual"_s).text(400, 92, u"Amount"_s);
        table.text(470, 92, u"Percent"_s);
        const QStringList names{u"City council"_s, u"Clerk and elections"_s, u"Library"_s, u"Parks"_s};
        for (int row = 0; row < names.size(); ++row) {
            const auto y = 110 + 14 * row;
            table.text(40, y, names[row]).text(236, y, u"41%1.6"_s.arg(row)).text(330, y, u"39%1.1"_s.arg(row));
            table.text(405, y, u"1%1.5"_s.arg(row)).text(480, y, u"3.%1"_s.arg(row));
        }
        const auto fields = fieldsOf(proposed({&table}));
        QVERIFY2(fields.contains(u"rows[string:description number:final_budget number:actual "
                                 "number:variance_amount number:variance_percent]"_s),
                 qPrintable(fields));
        QVERIFY2(!fields.contains(u"vendor"_s), qPrintable(fields));
    }

    void severalQuestionsOfOneLine()
    {
        tests::BuiltPages form;
        form.page().text(40, 40, u"Application of a member"_s);
        form.text(40, 80, u"Rowed before?"_s).text(140, 80, u"☒ Yes"_s).text(190, 80, u"☐ No"_s);
        form.text(300, 80, u"Can swim?"_s).text(400, 80, u"☐ Yes"_s).text(450, 80, u"☒ No"_s);
        const auto fields = fieldsOf(proposed({&form}));
        QCOMPARE(fields.count(u"enum:"_s), 2);
    }

    void aPromptDecidesWhichFieldsOfADocument()
    {
        const auto document = sample("invoice.pdf");
        const auto schema = proposed({document.get(), u"invoice number, payment terms and line items"_s});
        QCOMPARE(fieldsOf(schema), u"string:invoice_number string:payment_terms line_items[string:item "
                                   "string:description number:quantity number:unit_price number:amount]"_s);
        // The document's own label helps to find the value.
        QVERIFY(toQString(schema["properties"]["invoice_number"]["description"]).contains("\"Invoice no.\""_L1));
        const auto everything = proposed({document.get(), u"colour of the lantern and all fields"_s});
        QVERIFY(everything["properties"].size() > 8);
        QCOMPARE(everything["properties"].begin().key(), std::string("colour_lantern"));
    }

    void aSchemaKeepsWhatItHas()
    {
        const auto given = *parseJson(givenSchema);
        const auto schema = proposed({nullptr, u"total and customer name"_s, given});
        QCOMPARE(fieldsOf(schema), u"string:total date:due_date string:Invoice_No rows[number:amount] "
                                   "string:customer_name"_s);
        QCOMPARE(toBytes(schema["properties"]["total"]), toBytes(given["properties"]["total"]));
        QCOMPARE(toBytes(schema["required"]), "[\"total\"]");
        QCOMPARE(toQString(schema["$id"]), u"mine"_s);
        QCOMPARE(schema.begin().key(), std::string("$id"));
        QCOMPARE(toQString(schema["properties"]["due_date"]["description"]), u"Due date"_s);
        QCOMPARE(proposed({nullptr, {}, schema}), schema);
    }

    void whatCannotBeASchema()
    {
        QCOMPARE(proposeSchema({nullptr, {}, {{"type", "array"}}}).error().code, ErrorCode::SchemaNotObject);
        QCOMPARE(proposeSchema({nullptr, {}, Json::object()}).error().code, ErrorCode::InvalidArgument);
        for (const auto &text : oddSchemas)
            (void)proposeSchema({nullptr, u"total"_s, *parseJson(text)});
    }
};

QTEST_MAIN(TestProposeSchema)
#include "tst_proposeschema.moc"
