// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/schemacheck.h"
#include "review/valuetext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::review;

class TestValueText : public QObject
{
    Q_OBJECT

private slots:
    void typedText_data();
    void typedText();
    void emptyTextIsNullUnlessTextIsRequired();
    void validatorsWord_data();
    void validatorsWord();
    void schemaThatCannotBeReadComplainsOfNothing();
    void longTextsAreNotMatched();
};

void TestValueText::typedText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const QString &text, schema::FieldType type, const char *json,
                        const QString &locale = u"en_GB"_s) {
        QTest::newRow(name) << text << int(type) << locale << QByteArray(json);
    };
    using enum schema::FieldType;
    row("text", u" as it is "_s, String, R"(" as it is ")");
    row("text of digits stays text", u"007"_s, String, R"("007")");
    row("number", u"12.50"_s, Number, "12.5");
    row("number of the locale", u"1.234,50"_s, Number, "1234.5", u"de_DE"_s);
    row("number with groups", u"1,234.5"_s, Number, "1234.5");
    row("whole number", u"42"_s, Integer, "42");
    row("whole number with a point", u"42.0"_s, Integer, "42");
    row("no whole number", u"42.5"_s, Integer, "");
    row("no number", u"about 5"_s, Number, "");
    row("infinity is no number", u"inf"_s, Number, "");
    row("true", u"True"_s, Boolean, "true");
    row("no boolean", u"maybe"_s, Boolean, "");
    row("any: number", u"5"_s, Any, "5");
    row("any: text", u"five"_s, Any, R"("five")");
}

void TestValueText::typedText()
{
    QFETCH(QString, text);
    QFETCH(int, type);
    QFETCH(QString, locale);
    schema::Field field;
    field.type = static_cast<schema::FieldType>(type);
    const auto value = valueFromText(text, field, QLocale(locale));
    QTEST(value ? toBytes(*value) : QByteArray(), "json");
}

void TestValueText::emptyTextIsNullUnlessTextIsRequired()
{
    schema::Field field;
    field.type = schema::FieldType::String;
    QVERIFY(valueFromText(u"  "_s, field, QLocale())->is_null());
    field.presence = schema::Presence::Required;
    QVERIFY(valueFromText({}, field, QLocale())->is_string());
    field.type = schema::FieldType::Number;
    QVERIFY(valueFromText({}, field, QLocale())->is_null());
}

void TestValueText::validatorsWord_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("in range") << u"age"_s << QByteArray("7") << true;
    QTest::newRow("below the minimum") << u"age"_s << QByteArray("-7") << false;
    QTest::newRow("nullable") << u"age"_s << QByteArray("null") << true;
    QTest::newRow("element of a list") << u"tags"_s << QByteArray(R"("abc")") << true;
    QTest::newRow("element too long") << u"tags"_s << QByteArray(R"("abcdef")") << false;
    QTest::newRow("by reference") << u"code"_s << QByteArray(R"("A1")") << true;
    QTest::newRow("refused by reference") << u"code"_s << QByteArray(R"("1A")") << false;
    QTest::newRow("a date") << u"day"_s << QByteArray(R"("2026-02-28")") << true;
    QTest::newRow("no date") << u"day"_s << QByteArray(R"("28 February")") << false;
}

void TestValueText::validatorsWord()
{
    const auto dataSchema = parseJson(R"({"type":"object","properties":{
        "age":{"anyOf":[{"type":"integer","minimum":0},{"type":"null"}]},
        "tags":{"type":"array","items":{"type":"string","maxLength":4}},
        "code":{"$ref":"#/$defs/code"},
        "day":{"type":"string","format":"date"}},
        "$defs":{"code":{"type":"string","pattern":"^[A-Z][0-9]$"}}})")
                                .value();
    const auto root = schema::readFields(dataSchema).value();
    QFETCH(QString, name);
    QFETCH(QByteArray, value);
    const auto field = std::ranges::find(root.children, name, &schema::Field::name);
    QVERIFY(field != root.children.end());
    QTEST(!complaint(parseJson(value).value(), *field, dataSchema), "accepted");
}

void TestValueText::schemaThatCannotBeReadComplainsOfNothing()
{
    schema::Field field;
    field.pointer = u"/properties/gone"_s;
    QVERIFY(!complaint(Json(1), field, parseJson(R"({"properties":{}})").value()));
    field.pointer = u"/properties/odd"_s;
    for (const auto *odd : {R"({"type":"date"})", R"({"type":7})", R"({"minimum":"a"})", R"({"pattern":"("})",
                            R"({"$ref":"https://example.com/a.json"})", R"({"$ref":"#/properties/gone"})",
                            R"({"$ref":"#/properties/odd"})", R"("string")"})
        QVERIFY2(!complaint(Json("a"), field, parseJson(QByteArray(R"({"properties":{"odd":)") + odd + "}}").value()),
                 odd);
}

void TestValueText::longTextsAreNotMatched()
{
    const auto dataSchema = parseJson(R"({"properties":{
        "text":{"type":"string","maxLength":999999,"pattern":"^(a|b)*$"},
        "short":{"type":"string","maxLength":10,"anyOf":[{"pattern":"^(a|b)*$"},{"format":"date"}]}}})")
                                .value();
    schema::Field field;
    field.pointer = u"/properties/text"_s;
    const Json text = std::string(500'000, 'a');
    QVERIFY(!complaint(text, field, dataSchema));
    field.pointer = u"/properties/short"_s;
    QVERIFY(complaint(text, field, dataSchema));
    QVERIFY(!complaint(Json("abab"), field, dataSchema));
    QVERIFY(complaint(Json("xyz"), field, dataSchema));
}

QTEST_GUILESS_MAIN(TestValueText)
#include "tst_valuetext.moc"
