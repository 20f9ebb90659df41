// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/field.h"

#include <QTest>

using namespace xs;
using namespace xs::schema;
using namespace Qt::StringLiterals;

namespace {

/// One line a field: indentation, name, type, presence.
QStringList lines(const Field &field, int depth = 0)
{
    static const QStringList presence{u"required"_s, u"optional"_s, u"nullable"_s};
    QStringList all;
    for (const auto &child : field.children) {
        all << QString(depth * 2, u' ') +
                   u"%1: %2 %3"_s.arg(child.name, typeWord(child.type, child.list), presence[int(child.presence)]);
        all << lines(child, depth + 1);
    }
    return all;
}

Field read(const char *text)
{
    const auto json = parseJson(text);
    const auto field = readFields(*json);
    return field ? *field : Field{};
}

// Moc loses a class that has such literals inside.
constexpr auto typesInOrder =
    R"({"type":"object","required":["z"],"properties":{"z":{"type":"string"},"a":{"type":"integer"},"lines":{"type":"array","items":{"type":"object","properties":{"price":{"type":"number"}}}},"tags":{"type":"array","items":{"type":"string"}},"inner":{"type":"object","required":["yes"],"properties":{"yes":{"type":"boolean"}}}}})";
constexpr auto nullsAndReferences =
    R"({"type":"object","required":["a","b","c"],"properties":{"a":{"anyOf":[{"type":"number"},{"type":"null"}],"description":"outer"},"b":{"type":["string","null"]},"c":{"$ref":"#/$defs/Money"},"d":{"anyOf":[{"$ref":"#/$defs/Money"},{"type":"null"}]}},"$defs":{"Money":{"type":"object","description":"an amount","properties":{"value":{"type":"number"}}}}})";
constexpr auto cyclesAndLostReferences =
    R"({"type":"object","properties":{"loop":{"$ref":"#/$defs/Node"},"lost":{"$ref":"#/nowhere"},"far":{"$ref":"other.json"},"odd":{"$ref":"#bad"}},"$defs":{"Node":{"type":"object","properties":{"next":{"$ref":"#/$defs/Node"}}}}})";
constexpr auto hints =
    R"({"type":"object","properties":{"currency":{"enum":["EUR","USD",null],"title":"Currency","format":"iso","pattern":"[A-Z]{3}","examples":["EUR"]}}})";
constexpr auto nonsense =
    R"({"type":"object","required":7,"properties":{"a":5,"b":{"type":9},"c":{"items":3,"type":"array"},"d":{"anyOf":"x"},"e":{"anyOf":[1,2]},"f":{"properties":[1]}}})";

} // namespace

class TestField : public QObject
{
    Q_OBJECT

private slots:
    void readsTypesInTheUsersOrder()
    {
        const auto root = read(typesInOrder);
        QCOMPARE(lines(root),
                 (QStringList{u"z: string required"_s, u"a: integer optional"_s, u"lines: object[] optional"_s,
                              u"  price: number optional"_s, u"tags: string[] optional"_s, u"inner: object optional"_s,
                              u"  yes: boolean required"_s}));
        QCOMPARE(leafCount(root), 5);
    }

    void seesThroughNullAndReferences()
    {
        const auto root = read(nullsAndReferences);
        QCOMPARE(lines(root),
                 (QStringList{u"a: number nullable"_s, u"b: string nullable"_s, u"c: object required"_s,
                              u"  value: number optional"_s, u"d: object nullable"_s, u"  value: number optional"_s}));
        QCOMPARE(root.children[0].description, u"outer"_s);
        QCOMPARE(root.children[2].description, u"an amount"_s);
        QCOMPARE(root.children[2].pointer, u"/properties/c"_s);
        QCOMPARE(root.children[2].children[0].pointer, u"/$defs/Money/properties/value"_s);
    }

    void endsCyclesAndBrokenReferences()
    {
        const auto root = read(cyclesAndLostReferences);
        QCOMPARE(lines(root), (QStringList{u"loop: object optional"_s, u"  next: any optional"_s,
                                           u"lost: any optional"_s, u"far: any optional"_s, u"odd: any optional"_s}));
    }

    void readsHintsForTheEngine()
    {
        const auto root = read(hints);
        const auto &field = root.children.front();
        QCOMPARE(field.enumValues, (QStringList{u"EUR"_s, u"USD"_s}));
        QCOMPARE(field.type, FieldType::String);
        QCOMPARE(field.title, u"Currency"_s);
        QCOMPARE(field.example, u"EUR"_s);
        QCOMPARE(field.format, u"iso"_s);
        QCOMPARE(field.pattern, u"[A-Z]{3}"_s);
    }

    void refusesRootsThatAreNoObjects_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("array") << QByteArray(R"({"type":"array","items":{"type":"object"}})");
        QTest::newRow("string") << QByteArray(R"({"type":"string"})");
        QTest::newRow("list") << QByteArray("[1]");
        QTest::newRow("nothing said") << QByteArray("{}");
        QTest::newRow("properties are a list") << QByteArray(R"({"type":"object","properties":[]})");
    }

    void refusesRootsThatAreNoObjects()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(readFields(*parseJson(text)).error().code, ErrorCode::SchemaNotObject);
    }

    void survivesNonsense()
    {
        const auto root = read(nonsense);
        QCOMPARE(root.children.size(), 6u);
    }
};

QTEST_GUILESS_MAIN(TestField)
#include "tst_field.moc"
