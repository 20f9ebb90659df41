// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/check.h"

#include <QTest>

#include <algorithm>

using namespace xs;
using namespace xs::schema;
using namespace Qt::StringLiterals;

namespace {

bool has(const std::vector<Finding> &findings, FindingKind kind, const QString &pointer)
{
    return std::ranges::any_of(findings, [&](const Finding &f) { return f.kind == kind && f.pointer == pointer; });
}

std::vector<Finding> checked(const QByteArray &text)
{
    return check(*parseJson(text));
}

Json nested(int levels)
{
    Json schema = {{"type", "string"}};
    for (int i = 0; i < levels; ++i)
        schema = {{"type", "object"}, {"properties", {{"p", schema}}}};
    return schema;
}

} // namespace

class TestCheck : public QObject
{
    Q_OBJECT

private slots:
    void findsNothingInAGoodSchema()
    {
        QVERIFY(checked(R"({"type":"object","properties":{"a":{"type":"string","description":"The a"}}})").empty());
    }

    void findsErrors_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("pointer");
        const auto row = [](const char *name, const char *text, FindingKind kind, const QString &pointer) {
            QTest::newRow(name) << QByteArray(text) << int(kind) << pointer;
        };
        row("array root", R"({"type":"array"})", FindingKind::RootNotObject, {});
        row("list", "[]", FindingKind::RootNotObject, {});
        row("no properties", R"({"type":"object"})", FindingKind::NoProperties, u"/properties"_s);
        row("empty properties", R"({"type":"object","properties":{}})", FindingKind::NoProperties, u"/properties"_s);
        row("default", R"({"type":"object","properties":{"a":{"default":1}}})", FindingKind::DefaultNotNull,
            u"/properties/a/default"_s);
        row("enum", R"({"type":"object","properties":{"a/b":{"enum":[]}}})", FindingKind::EnumEmpty,
            u"/properties/a~1b/enum"_s);
        row("type", R"({"type":"object","properties":{"a":{"type":"strin"}}})", FindingKind::TypeUnknown,
            u"/properties/a/type"_s);
        row("one type of several", R"({"type":"object","properties":{"a":{"type":["nul","string"]}}})",
            FindingKind::TypeUnknown, u"/properties/a/type"_s);
        row("far", R"({"type":"object","properties":{"a":{"$ref":"other.json"}}})", FindingKind::ReferenceNotLocal,
            u"/properties/a/$ref"_s);
        row("empty reference", R"({"type":"object","properties":{"a":{"$ref":""}}})", FindingKind::ReferenceNotLocal,
            u"/properties/a/$ref"_s);
        row("cycle",
            R"({"type":"object","properties":{"a":{"$ref":"#/$defs/N"}},"$defs":{"N":{"properties":{"n":{"$ref":"#/$defs/N"}}}}})",
            FindingKind::ReferenceCyclic, u"/$defs/N/properties/n/$ref"_s);
        row("number as schema", R"({"type":"object","properties":{"a":5}})", FindingKind::NotASchema,
            u"/properties/a"_s);
    }

    void findsErrors()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        QFETCH(QString, pointer);
        const auto findings = checked(text);
        QVERIFY(has(findings, FindingKind(kind), pointer));
        QVERIFY(!firstError(findings).isEmpty());
    }

    void countsLevelsPropertiesAndCharacters()
    {
        QVERIFY(firstError(check(nested(7))).isEmpty());
        QVERIFY(firstError(check(nested(8))).contains(u"8 levels"_s));
        Json wide = {{"type", "object"}, {"properties", Json::object()}};
        for (int i = 0; i < 5001; ++i)
            wide["properties"]["p" + std::to_string(i)] = {{"type", "string"}};
        QVERIFY(firstError(check(wide)).contains(u"5001 properties"_s));
        Json wordy = {{"type", "object"}, {"properties", {{"a", {{"description", std::string(120'001, 'x')}}}}}};
        QVERIFY(firstError(check(wordy)).contains(u"characters of names"_s));
    }

    void requiredNamesAreFields()
    {
        const auto findings = checked(R"({"type":"object","required":["totl"],"properties":{
            "total":{"type":"number","description":"d"}}})");
        QVERIFY(firstError(findings).isEmpty());
        QVERIFY(has(findings, FindingKind::RequiredUnknown, u"/required"_s));
    }

    void warnsWithoutBlocking()
    {
        const auto findings = checked(R"({"type":"object","required":["n"],"properties":{
            "n":{"type":"integer","pattern":"x"},"confidence":{"type":"string","description":"d"}}})");
        QVERIFY(firstError(findings).isEmpty());
        QVERIFY(has(findings, FindingKind::KeywordIgnored, u"/properties/n"_s));
        QVERIFY(has(findings, FindingKind::NoDescription, u"/properties/n"_s));
        QVERIFY(has(findings, FindingKind::RequiredWithoutNull, u"/properties/n"_s));
        QVERIFY(has(findings, FindingKind::NameOfMetadata, u"/properties/confidence"_s));
    }
};

QTEST_GUILESS_MAIN(TestCheck)
#include "tst_check.moc"
