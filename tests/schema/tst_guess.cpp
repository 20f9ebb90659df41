// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/guess.h"

#include "schema/check.h"
#include "schema/field.h"
#include "schema/templates.h"

#include <QTest>

using namespace xs;
using namespace xs::schema;
using namespace Qt::StringLiterals;

class TestGuess : public QObject
{
    Q_OBJECT

private slots:
    void labelsBecomeNames();
    void valuesHaveTypes_data();
    void valuesHaveTypes();
    void templatesAreGoodSchemas();
};

void TestGuess::labelsBecomeNames()
{
    QCOMPARE(fieldName(u"Invoice no."_s), u"invoice_no"_s);
    QCOMPARE(fieldName(u"  Fällig am / Due:"_s), u"fallig_am_due"_s);
    QCOMPARE(fieldName(u"2nd line"_s), u"field_2nd_line"_s);
    QCOMPARE(fieldName(u"— :"_s), QString());
}

void TestGuess::valuesHaveTypes_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("example");
    const auto row = [](const char16_t *value, const char16_t *type, const char *example) {
        QTest::addRow("%s", qPrintable(QString::fromUtf16(value)))
            << QString::fromUtf16(value) << QString::fromUtf16(type) << QByteArray(example);
    };
    row(u"1,554.72", u"number", "1554.72");
    row(u"1.554,72 €", u"number", "1554.72");
    row(u"$ 12", u"number", "12");
    row(u"EUR 1'200.00", u"number", "1200.00");
    row(u"(45.10)", u"number", "-45.10");
    row(u"20 %", u"number", "20");
    row(u"1.234.567", u"number", "1234567");
    row(u"3", u"integer", "3");
    row(u"0042", u"string", "\"0042\"");
    row(u"044719023551", u"string", "\"044719023551\"");
    row(u"14/03/2026", u"string date", "\"14/03/2026\"");
    row(u"3 March 2026", u"string date", "\"3 March 2026\"");
    row(u"a.b@example.com", u"string email", "\"a.b@example.com\"");
    row(u"yes", u"boolean", "");
    row(u"TFS-8812", u"string", "\"TFS-8812\"");
    row(u"Net 30 days", u"string", "\"Net 30 days\"");
}

void TestGuess::valuesHaveTypes()
{
    QFETCH(QString, value);
    QFETCH(QString, type);
    QFETCH(QByteArray, example);
    Json schema = {{"type", "object"}, {"properties", {{"x", propertyFor(value, u"Label"_s)}}}};
    const auto fields = readFields(schema);
    QVERIFY(fields);
    const auto &field = fields->children.front();
    QCOMPARE(field.presence, Presence::Nullable);
    QVERIFY(field.description.contains(u"Label"_s));
    QCOMPARE((typeWord(field.type, field.list) + u' ' + field.format).trimmed(), type);
    const auto &examples = member(schema["properties"]["x"], "examples");
    if (example.isEmpty())
        QVERIFY(examples.is_null());
    else
        QCOMPARE(examples.front(), *parseJson(example));
}

/// What people begin with has no finding but formats, which only a server does not read.
void TestGuess::templatesAreGoodSchemas()
{
    const auto all = templates(QStringLiteral(XS_SOURCE_DIR "/resources/templates"));
    QCOMPARE(all.size(), size_t(8));
    for (const auto &one : all) {
        const auto schema = readJsonFile(one.path);
        QVERIFY2(schema, qPrintable(one.path));
        const auto findings = check(*schema, Reader::ThisComputer);
        QVERIFY2(findings.empty(), qPrintable(one.name + (findings.empty() ? QString() : findings.front().pointer)));
        QVERIFY(!one.title.isEmpty() && !one.description.isEmpty());
        QVERIFY(leafCount(*readFields(*schema)) >= 10);
    }
}

QTEST_APPLESS_MAIN(TestGuess)
#include "tst_guess.moc"
