// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/quickfix.h"

#include "schema/excerpt.h"

#include <QTest>

#include <algorithm>

using namespace xs;
using namespace xs::schema;
using namespace Qt::StringLiterals;

/// Every fix does away with its finding, and is taken back byte for byte.
class TestQuickFix : public QObject
{
    Q_OBJECT

private slots:
    void everyFixRemovesItsFinding_data();
    void everyFixRemovesItsFinding();
    void describeAddsToTheDescription();
    void aFixOfAnotherStateIsRefused();
    void namesAreSpoken();
    void anExcerptTakesItsDefinitionsAlong();
};

void TestQuickFix::everyFixRemovesItsFinding_data()
{
    QTest::addColumn<QByteArray>("property");
    QTest::addColumn<FindingKind>("kind");
    QTest::addColumn<int>("fixes");
    QTest::addColumn<QByteArray>("afterFirst");
    QTest::newRow("default") << QByteArray(R"({"type":"number","default":1,"description":"d"})")
                             << FindingKind::DefaultNotNull << 2
                             << QByteArray(R"({"type":"number","default":null,"description":"d"})");
    QTest::newRow("no values") << QByteArray(R"({"type":"string","enum":[],"description":"d"})")
                               << FindingKind::EnumEmpty << 1 << QByteArray(R"({"type":"string","description":"d"})");
    QTest::newRow("values in a list")
        << QByteArray(R"({"type":"array","items":{"type":"string","enum":[]},"description":"d"})")
        << FindingKind::EnumEmpty << 1 << QByteArray(R"({"type":"array","items":{"type":"string"},"description":"d"})");
    QTest::newRow("pattern") << QByteArray(R"({"type":"string","pattern":"^A","description":"d"})")
                             << FindingKind::KeywordIgnored << 2
                             << QByteArray(R"({"type":"string","description":"d. Matches the pattern ^A."})");
    QTest::newRow("inside null")
        << QByteArray(R"({"anyOf":[{"type":"number","minimum":0.50},{"type":"null"}],"description":"d."})")
        << FindingKind::KeywordIgnored << 2
        << QByteArray(R"({"anyOf":[{"type":"number"},{"type":"null"}],"description":"d. At least 0.5."})");
    QTest::newRow("const") << QByteArray(R"({"const":"EUR","description":"d"})") << FindingKind::KeywordIgnored << 1
                           << QByteArray(R"({"enum":["EUR"],"description":"d"})");
    QTest::newRow("oneOf") << QByteArray(R"({"oneOf":[{"type":"string"},{"type":"number"}],"description":"d"})")
                           << FindingKind::KeywordIgnored << 1
                           << QByteArray(R"({"anyOf":[{"type":"string"},{"type":"number"}],"description":"d"})");
    QTest::newRow("if") << QByteArray(R"({"type":"string","if":{},"description":"d"})") << FindingKind::KeywordIgnored
                        << 1 << QByteArray(R"({"type":"string","description":"d"})");
    QTest::newRow("no description") << QByteArray(R"({"type":"string"})") << FindingKind::NoDescription << 1
                                    << QByteArray(R"({"type":"string","description":"P q"})");
    QTest::newRow("invented") << QByteArray(R"({"type":"boolean","description":"d"})")
                              << FindingKind::RequiredWithoutNull << 1
                              << QByteArray(R"({"anyOf":[{"type":"boolean"},{"type":"null"}],"description":"d"})");
    QTest::newRow("reference by name") << QByteArray(R"({"$ref":"#/definitions/Money"})")
                                       << FindingKind::ReferenceNotLocal << 2
                                       << QByteArray(R"({"$ref":"#/$defs/Money"})");
    QTest::newRow("reference elsewhere") << QByteArray(R"({"$ref":"https://example.com/x","description":"d"})")
                                         << FindingKind::ReferenceNotLocal << 1 << QByteArray(R"({"type":"string"})");
    QTest::newRow("a letter too few") << QByteArray(R"({"type":"strin","description":"d"})") << FindingKind::TypeUnknown
                                      << 1 << QByteArray(R"({"type":"string","description":"d"})");
    QTest::newRow("a type of another language")
        << QByteArray(R"({"type":["float","null"],"description":"d"})") << FindingKind::TypeUnknown << 1
        << QByteArray(R"({"type":["number","null"],"description":"d"})");
    QTest::newRow("requires another name")
        << QByteArray(
               R"({"type":"object","properties":{"total":{"type":"number","description":"d"}},"required":["totl"],"description":"d"})")
        << FindingKind::RequiredUnknown << 2
        << QByteArray(
               R"({"type":"object","properties":{"total":{"type":"number","description":"d"}},"required":["total"],"description":"d"})");
    QTest::newRow("no schema") << QByteArray("7") << FindingKind::NotASchema << 1 << QByteArray(R"({"type":"string"})");
}

void TestQuickFix::everyFixRemovesItsFinding()
{
    QFETCH(QByteArray, property);
    QFETCH(FindingKind, kind);
    QFETCH(int, fixes);
    QFETCH(QByteArray, afterFirst);
    auto document = *parseJson(R"({"type":"object","properties":{"p_q":)" + property +
                               R"(},"required":["p_q"],"$defs":{"Money":{"type":"number","description":"m"}}})");
    const auto before = toBytes(document);
    const auto findings = check(document);
    const auto finding = std::ranges::find_if(findings, [kind](const Finding &one) { return one.kind == kind; });
    QVERIFY(finding != findings.end());
    const auto offered = fixesOf(document, *finding);
    QCOMPARE(static_cast<int>(offered.size()), fixes);
    for (const auto &fix : offered) {
        auto edit = applyFix(document, *finding, fix);
        QVERIFY(edit.has_value());
        const auto now = check(document);
        QVERIFY(std::ranges::none_of(now, [&](const Finding &one) { return one == *finding; }));
        if (fix == offered.front())
            QCOMPARE(toBytes(document["properties"]["p_q"]), afterFirst);
        const auto after = toBytes(document);
        toggle(document, *edit);
        QCOMPARE(toBytes(document), before);
        toggle(document, *edit);
        QCOMPARE(toBytes(document), after);
        toggle(document, *edit);
    }
}

void TestQuickFix::describeAddsToTheDescription()
{
    auto document = *parseJson(
        R"({"type":"object","properties":{"l":{"type":"array","description":"Rows","items":{"type":"object","properties":{"n":{"type":"number","maximum":10}}}}}})");
    const Finding finding{FindingKind::KeywordIgnored, u"/properties/l/items/properties/n"_s, u"maximum"_s};
    QVERIFY(applyFix(document, finding, fixesOf(document, finding).front()));
    QCOMPARE(toBytes(document["properties"]["l"]["items"]["properties"]["n"]),
             QByteArray(R"({"type":"number","description":"At most 10."})"));
    QCOMPARE(document["properties"]["l"]["description"], "Rows");
}

void TestQuickFix::aFixOfAnotherStateIsRefused()
{
    auto document = *parseJson(R"({"type":"object","properties":{"a":{"type":"string"}}})");
    const auto before = toBytes(document);
    const Finding gone{FindingKind::NoDescription, u"/properties/b"_s, u"b"_s};
    QVERIFY(fixesOf(document, gone).empty());
    const auto refused = applyFix(document, gone, {FixKind::NameAsDescription, u"B"_s});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NotFound);
    QCOMPARE(toBytes(document), before);
}

void TestQuickFix::namesAreSpoken()
{
    QCOMPARE(spokenName(u"vat_id"_s), u"Vat id"_s);
    QCOMPARE(spokenName(u"dueDate"_s), u"Due date"_s);
    QCOMPARE(spokenName(u"Line items"_s), u"Line items"_s);
}

void TestQuickFix::anExcerptTakesItsDefinitionsAlong()
{
    const auto document = *parseJson(R"({"type":"object","properties":{
        "a":{"$ref":"#/$defs/A"},"b":{"type":"string"},"o":{"type":"object","properties":{"b":{"type":"number"}},"required":["b"]}},
        "required":["b"],"$defs":{"A":{"type":"array","items":{"$ref":"#/$defs/B"}},"B":{"type":"object","properties":{"up":{"$ref":"#/$defs/A"}}},"C":{}}})");
    const auto part = excerpt(document, {u"/properties/a"_s, u"/properties/b"_s, u"/properties/o/properties/b"_s,
                                         u"/properties/none"_s, u"/$defs/C"_s});
    QCOMPARE(toBytes(part["properties"]),
             QByteArray(R"({"a":{"$ref":"#/$defs/A"},"b":{"type":"string"},"b_2":{"type":"number"}})"));
    QCOMPARE(toBytes(part["required"]), QByteArray(R"(["b","b_2"])"));
    QVERIFY(part["$defs"].contains("A") && part["$defs"].contains("B") && !part["$defs"].contains("C"));
}

QTEST_APPLESS_MAIN(TestQuickFix)
#include "tst_quickfix.moc"
