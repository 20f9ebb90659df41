// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/numberforms.h"

#include "schema/edit.h"
#include "schema/layout.h"

#include <QTest>

using namespace xs;
using namespace xs::schema;
using namespace Qt::StringLiterals;

/// Numbers are written as they were read, also after edits around them.
class TestNumberForms : public QObject
{
    Q_OBJECT

private slots:
    void numbersKeepTheirForm();
    void editsAroundThemKeepThem();
    void anotherValueIsWrittenAnew();
    void aPartOfATextIsLearned();
};

namespace {

const QByteArray text =
    R"({"type":"object","properties":{"a":{"type":"number","minimum":0.10,"maximum":1e3,"multipleOf":1.0,"x":[1.50,-0.0,12345678901234567890123]},"b":{"type":"number","minimum":0.1,"maximum":1E3}}})";

QByteArray written(const Json &json, const NumberForms &forms)
{
    return NumberForms::restored(toBytes(forms.marked(json)));
}

} // namespace

void TestNumberForms::numbersKeepTheirForm()
{
    NumberForms forms;
    forms.learn(text);
    const auto json = *parseJson(text);
    QVERIFY(toBytes(json) != text);
    QCOMPARE(written(json, forms), text);
    const auto laidOut = NumberForms::restored(layOut(forms.marked(json)).text);
    QVERIFY(laidOut.contains(u"\"minimum\": 0.10"_s));
    QCOMPARE(toBytes(*parseJson(laidOut.toUtf8())), toBytes(json));
    // What no number is stays, and so does everything without a table.
    QCOMPARE(written(json, NumberForms()), toBytes(json));
    forms.learn("{ no json");
    QCOMPARE(written(json, forms), text);
}

void TestNumberForms::editsAroundThemKeepThem()
{
    NumberForms forms;
    forms.learn(text);
    auto json = *parseJson(text);
    QVERIFY(renameField(json, u"/properties/a"_s, u"amount"_s));
    QVERIFY(addField(json, {}, 0, u"first"_s, newProperty({})));
    const auto after = written(json, forms);
    QVERIFY(after.contains(R"("maximum":1E3)"));
    QVERIFY(after.contains(R"("multipleOf":1.0)"));
    QVERIFY(after.contains("12345678901234567890123"));
}

void TestNumberForms::anotherValueIsWrittenAnew()
{
    NumberForms forms;
    forms.learn(text);
    auto json = *parseJson(text);
    json["properties"]["a"]["minimum"] = 0.25;
    QVERIFY(written(json, forms).contains(R"("minimum":0.25,"maximum":1e3)"));
}

void TestNumberForms::aPartOfATextIsLearned()
{
    NumberForms forms;
    forms.learn(R"({"price":2.50,"data_schema":{"minimum":1.10}})", u"/data_schema"_s);
    const auto json = *parseJson(R"({"price":2.50,"data_schema":{"minimum":1.10}})");
    QCOMPARE(NumberForms::restored(toBytes(forms.marked(json, u"/data_schema"_s))),
             QByteArray(R"({"price":2.5,"data_schema":{"minimum":1.10}})"));
}

QTEST_APPLESS_MAIN(TestNumberForms)
#include "tst_numberforms.moc"
