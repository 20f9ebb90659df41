// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/edit.h"

#include "schema/layout.h"
#include "schema/pointer.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::schema;

namespace {

const char *const invoice = R"({
  "$id": "invoice",
  "title": "Invoice", "type": "object", "x-origin": {"kept": 1.50},
  "properties": {
    "vendor": {"type": "object", "description": "Who issued it", "properties": {
      "name": {"type": "string"}, "vat_id": {"type": ["string", "null"]}}, "required": ["name"]},
    "currency": {"enum": ["EUR", "GBP"]},
    "tax": {"anyOf": [{"type": "number"}, {"type": "null"}], "description": "Tax"},
    "line_items": {"type": "array", "description": "Rows", "items": {"type": "object", "properties": {
      "text": {"type": "string"}, "amount": {"type": "number", "minimum": 0}}}},
    "payer": {"$ref": "#/$defs/Party"}
  },
  "required": ["vendor", "currency"],
  "$defs": {"Party": {"type": "object", "properties": {"name": {"type": "string"}}}}
})";

Json parsed(const char *text = invoice)
{
    return *parseJson(text);
}

/// "vendor{name vat_id?} …": the tree on one line; ! required, ? nullable.
QString outline(const Field &field)
{
    QStringList parts;
    for (const auto &child : field.children) {
        auto text = child.name + u':' + typeWord(child.type, child.list);
        text += child.presence == Presence::Required   ? u"!"_s
                : child.presence == Presence::Nullable ? u"?"_s
                                                       : QString();
        if (!child.children.empty())
            text += u'{' + outline(child) + u'}';
        parts << text;
    }
    return parts.join(u' ');
}

QString outline(const Json &schema)
{
    const auto root = readFields(schema);
    return root ? outline(*root) : u"no object"_s;
}

void collect(const Field &field, std::vector<Field> &all)
{
    for (const auto &child : field.children) {
        all.push_back(child);
        collect(child, all);
    }
}

std::vector<Field> allFields(const Json &schema)
{
    std::vector<Field> all;
    if (const auto root = readFields(schema))
        collect(*root, all);
    return all;
}

} // namespace

class TestEdit : public QObject
{
    Q_OBJECT

private slots:
    void typeWords_data();
    void typeWords();
    void doUndoRedo_data();
    void doUndoRedo();
    void refusedEditsChangeNothing();
    void presenceGoesRoundAndKeepsTheRest();
    void typeKeepsWhatBothHave();
    void listTakesTheElementAlong();
    void referencesAreEditedWhereTheyLead();
    void namesAreNeverDoubled();
    void examplesHaveTheFieldsType();
    void aChildTurnsAScalarIntoAnObject();
    void anyNumberOfEditsUndoesByteForByte();
    void layoutReadsBackTheSame();
};

void TestEdit::typeWords_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("schema");
    QTest::newRow("number") << u"number"_s << uR"({"type":"number"})"_s;
    QTest::newRow("list") << u" Integer[] "_s << uR"({"type":"array","items":{"type":"integer"}})"_s;
    QTest::newRow("object") << u"object"_s << uR"({"type":"object","properties":{}})"_s;
    QTest::newRow("enum") << u"enum"_s << uR"({"type":"string","enum":[]})"_s;
    QTest::newRow("array") << u"array"_s << uR"({"type":"array","items":{"type":"string"}})"_s;
    QTest::newRow("no word") << u"nummer"_s << QString();
}

void TestEdit::typeWords()
{
    QFETCH(QString, word);
    QFETCH(QString, schema);
    const auto choice = typeChoice(word);
    QCOMPARE(choice ? QString::fromUtf8(toBytes(newProperty(*choice))) : QString(), schema);
}

void TestEdit::doUndoRedo_data()
{
    using Change = std::function<Expected<Edit>(Json &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, Change change, const QString &after) {
        QTest::newRow(name) << change << after;
    };
    const auto before = u"vendor:object!{name:string! vat_id:string?} currency:string! tax:number? "
                        "line_items:object[]{text:string amount:number} payer:object{name:string}"_s;
    row(
        "add", [](Json &s) { return addField(s, {}, 1, u"total"_s, newProperty({FieldType::Number})); },
        QString(before).replace(u"currency"_s, u"total:number currency"_s));
    row(
        "add into list",
        [](Json &s) { return addField(s, u"/properties/line_items/items"_s, 9, u"x"_s, newProperty({})); },
        QString(before).replace(u"amount:number"_s, u"amount:number x:string"_s));
    row(
        "remove required", [](Json &s) { return removeFields(s, {u"/properties/currency"_s}); },
        QString(before).replace(u"currency:string! "_s, QString()));
    row(
        "remove two, one inside",
        [](Json &s) {
            return removeFields(
                s, {u"/properties/vendor"_s, u"/properties/vendor/properties/name"_s, u"/properties/tax"_s});
        },
        u"currency:string! line_items:object[]{text:string amount:number} payer:object{name:string}"_s);
    row(
        "rename required", [](Json &s) { return renameField(s, u"/properties/vendor"_s, u"seller/a~b"_s); },
        QString(before).replace(u"vendor:"_s, u"seller/a~b:"_s));
    row(
        "duplicate", [](Json &s) { return duplicateField(s, u"/properties/vendor/properties/name"_s); },
        QString(before).replace(u"name:string! "_s, u"name:string! name_2:string! "_s));
    row(
        "move down",
        [](Json &s) { return moveField(s, u"/properties/vendor/properties/name"_s, u"/properties/vendor"_s, 2); },
        QString(before).replace(u"name:string! vat_id:string?"_s, u"vat_id:string? name:string!"_s));
    row(
        "outdent", [](Json &s) { return moveField(s, u"/properties/vendor/properties/name"_s, {}, 1); },
        QString(before).replace(u"{name:string! vat_id:string?} "_s, u"{vat_id:string?} name:string! "_s));
    row(
        "move two",
        [](Json &s) {
            return moveFields(s, {u"/properties/currency"_s, u"/properties/tax"_s}, u"/properties/vendor"_s, 1);
        },
        u"vendor:object!{name:string! currency:string! tax:number? vat_id:string?} "
        "line_items:object[]{text:string amount:number} payer:object{name:string}"_s);
    row(
        "move two down",
        [](Json &s) {
            return moveFields(
                s, {u"/properties/vendor"_s, u"/properties/vendor/properties/name"_s, u"/properties/currency"_s}, {},
                4);
        },
        u"tax:number? line_items:object[]{text:string amount:number} vendor:object!{name:string! vat_id:string?} currency:string! payer:object{name:string}"_s);
    row(
        "type",
        [](Json &s) {
            return setType(s, u"/properties/tax"_s, {FieldType::Integer, true});
        },
        QString(before).replace(u"tax:number?"_s, u"tax:integer[]?"_s));
    row(
        "optional", [](Json &s) { return setPresence(s, u"/properties/vendor"_s, Presence::Optional); },
        QString(before).replace(u"vendor:object!"_s, u"vendor:object"_s));
    row(
        "replace", [](Json &s) { return replaceSchema(s, Json::object()); }, u"no object"_s);
}

void TestEdit::doUndoRedo()
{
    QFETCH(std::function<Expected<Edit>(Json &)>, change);
    QFETCH(QString, after);
    auto schema = parsed();
    const auto before = toBytes(schema);
    auto edit = change(schema);
    QVERIFY(edit);
    QCOMPARE(outline(schema), after);
    const auto done = toBytes(schema);
    toggle(schema, *edit);
    QCOMPARE(toBytes(schema), before);
    toggle(schema, *edit);
    QCOMPARE(toBytes(schema), done);
    toggle(schema, *edit);
    QCOMPARE(toBytes(schema), before);
}

void TestEdit::refusedEditsChangeNothing()
{
    auto schema = parsed();
    const auto before = toBytes(schema);
    QCOMPARE(renameField(schema, u"/properties/tax"_s, u"vendor"_s).error().code, ErrorCode::Conflict);
    QCOMPARE(renameField(schema, u"/properties/tax"_s, {}).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(renameField(schema, u"/properties/none"_s, u"x"_s).error().code, ErrorCode::NotFound);
    QCOMPARE(removeFields(schema, {u"/properties/tax"_s, u"/properties/none"_s}).error().code, ErrorCode::NotFound);
    QCOMPARE(addField(schema, u"/nowhere"_s, 0, u"x"_s, {}).error().code, ErrorCode::NotFound);
    QCOMPARE(moveField(schema, u"/properties/vendor"_s, u"/properties/vendor"_s, 0).error().code,
             ErrorCode::InvalidArgument);
    QCOMPARE(setType(schema, {}, {}).error().code, ErrorCode::NotFound);
    QCOMPARE(toBytes(schema), before);
}

void TestEdit::presenceGoesRoundAndKeepsTheRest()
{
    auto schema = parsed(
        R"({"type":"object","properties":{"a":{"type":"string","description":"d","x-y":1,"pattern":"p"}},"required":["a"]})");
    const auto before = toBytes(schema);
    const auto spot = u"/properties/a"_s;
    QVERIFY(setPresence(schema, spot, Presence::Optional));
    QVERIFY(!schema.contains("required"));
    QVERIFY(setPresence(schema, spot, Presence::Nullable));
    QCOMPARE(toBytes(schema["properties"]["a"]),
             QByteArray(R"({"anyOf":[{"type":"string","pattern":"p"},{"type":"null"}],"description":"d","x-y":1})"));
    QVERIFY(setPresence(schema, spot, Presence::Required));
    QCOMPARE(toBytes(schema["properties"]["a"]),
             QByteArray(R"({"type":"string","pattern":"p","description":"d","x-y":1})"));
    QCOMPARE(schema["required"].size(), 1U);
    QCOMPARE(toBytes(schema).size(), before.size());
}

void TestEdit::typeKeepsWhatBothHave()
{
    auto schema = parsed();
    QVERIFY(setType(schema, u"/properties/vendor"_s, {FieldType::Object, true}));
    QVERIFY(outline(schema).startsWith(u"vendor:object[]!{name:string! vat_id:string?}"_s));
    QVERIFY(setType(schema, u"/properties/vendor"_s, {FieldType::Object}));
    QVERIFY(outline(schema).startsWith(u"vendor:object!{name:string! vat_id:string?}"_s));
    QVERIFY(setType(schema, u"/properties/vendor/properties/vat_id"_s, {FieldType::Number}));
    QCOMPARE(toBytes(schema.at("/properties/vendor/properties/vat_id"_json_pointer)),
             QByteArray(R"({"type":["number","null"]})"));
    QVERIFY(setType(schema, u"/properties/currency"_s, {FieldType::String, true, true}));
    QCOMPARE(toBytes(schema["properties"]["currency"]),
             QByteArray(R"({"type":"array","items":{"type":"string","enum":["EUR","GBP"]}})"));
    QVERIFY(setEnumValues(schema, u"/properties/currency"_s, {u"CHF"_s}));
    QCOMPARE(toBytes(schema["properties"]["currency"]["items"]["enum"]), QByteArray(R"(["CHF"])"));
    QVERIFY(setType(schema, u"/properties/currency"_s, {FieldType::Number}));
    QCOMPARE(toBytes(schema["properties"]["currency"]), QByteArray(R"({"type":"number"})"));
}

void TestEdit::listTakesTheElementAlong()
{
    auto schema = parsed(R"({"type":"object","properties":{"d":{"description":"x","type":"string","format":"date"}}})");
    QVERIFY(setType(schema, u"/properties/d"_s, {FieldType::String, true}));
    QCOMPARE(toBytes(schema["properties"]["d"]),
             QByteArray(R"({"description":"x","type":"array","items":{"type":"string","format":"date"}})"));
    QVERIFY(setType(schema, u"/properties/d"_s, {FieldType::String}));
    QCOMPARE(toBytes(schema["properties"]["d"]), QByteArray(R"({"description":"x","type":"string","format":"date"})"));
}

void TestEdit::referencesAreEditedWhereTheyLead()
{
    auto schema = parsed();
    const auto payer = allFields(schema)[8];
    QCOMPARE(payer.name, u"payer"_s);
    QCOMPARE(payer.container, u"/$defs/Party"_s);
    QVERIFY(addChild(schema, payer, u"iban"_s, newProperty({})));
    QVERIFY(outline(schema).endsWith(u"payer:object{name:string iban:string}"_s));
    QVERIFY(setType(schema, payer.pointer, {FieldType::String}));
    QVERIFY(outline(schema).endsWith(u"payer:string"_s));
    QCOMPARE(schema["$defs"]["Party"]["properties"].size(), 2U);
}

void TestEdit::namesAreNeverDoubled()
{
    auto schema = parsed();
    const auto added = addField(schema, {}, 0, u"tax"_s, newProperty({}));
    QCOMPARE(added->focus, u"/properties/tax_2"_s);
    QVERIFY(moveField(schema, u"/properties/vendor/properties/name"_s, u"/$defs/Party"_s, 0));
    QVERIFY(outline(schema).endsWith(u"payer:object{name_2:string! name:string}"_s));
    const auto many = addFields(schema, {}, SIZE_MAX,
                                parsed(R"({"properties":{"tax":{"type":"string"},"new":{}},"required":["tax"]})"));
    QVERIFY(many);
    QVERIFY(outline(schema).endsWith(u"tax_3:string! new:any"_s));
}

void TestEdit::examplesHaveTheFieldsType()
{
    auto schema = parsed();
    const auto tax = allFields(schema)[4];
    QCOMPARE(tax.name, u"tax"_s);
    QVERIFY(setExample(schema, tax, u"12.50"_s));
    QCOMPARE(schema["properties"]["tax"]["examples"], Json::array({12.5}));
    QVERIFY(setExample(schema, tax, u"about 12"_s));
    QCOMPARE(schema["properties"]["tax"]["examples"], Json::array({"about 12"}));
    QVERIFY(setExample(schema, tax, {}));
    QVERIFY(!schema["properties"]["tax"].contains("examples"));
    QVERIFY(setText(schema, tax.pointer, "description", u"Vat"_s));
    QCOMPARE(toBytes(schema["properties"]["tax"]),
             QByteArray(R"({"anyOf":[{"type":"number"},{"type":"null"}],"description":"Vat"})"));
}

void TestEdit::aChildTurnsAScalarIntoAnObject()
{
    auto schema = parsed();
    const auto tax = allFields(schema)[4];
    const auto edit = addChild(schema, tax, u"rate"_s, newProperty({FieldType::Number}));
    QVERIFY(edit);
    QCOMPARE(edit->focus, u"/properties/tax/anyOf/0/properties/rate"_s);
    QVERIFY(outline(schema).contains(u"tax:object?{rate:number}"_s));
}

void TestEdit::anyNumberOfEditsUndoesByteForByte()
{
    QRandomGenerator random(20260314);
    auto schema = parsed();
    const auto before = toBytes(schema);
    std::vector<Edit> done;
    const auto one = [&random](const auto &list) -> const auto &
    {
        return list[random.bounded(static_cast<quint32>(list.size()))];
    };
    const std::vector<TypeChoice> types{
        {FieldType::String},       {FieldType::Number, true},        {FieldType::Object},
        {FieldType::Object, true}, {FieldType::String, false, true}, {FieldType::Boolean}};
    for (int i = 0; i < 3'000; ++i) {
        const auto all = allFields(schema);
        if (all.empty()) {
            done.push_back(*addField(schema, {}, 0, u"a"_s, newProperty({})));
            continue;
        }
        const auto &field = one(all);
        const auto &other = one(all);
        // Once in a while a branch goes, so that the tree does not grow without end.
        const auto kind = all.size() > 60 ? 1U : random.bounded(11U);
        auto edit = [&]() -> Expected<Edit> {
            switch (kind) {
            case 0:
                return addField(schema, ownerOf(field.pointer), random.bounded(5U), u"f"_s, newProperty(one(types)));
            case 1:
                return removeFields(schema, {field.pointer});
            case 2:
                return renameField(schema, field.pointer, u"n%1"_s.arg(random.bounded(40)));
            case 3:
                return duplicateField(schema, field.pointer);
            case 4:
                return moveField(schema, field.pointer, ownerOf(other.pointer), random.bounded(6U));
            case 5:
                return setType(schema, field.pointer, one(types));
            case 6:
                return setPresence(schema, field.pointer, static_cast<Presence>(random.bounded(3)));
            case 7:
                return setText(schema, field.pointer, "description", random.bounded(2) ? u"d%1"_s.arg(i) : QString());
            case 8:
                return setExample(schema, field, random.bounded(3) ? QString::number(i) : QString());
            case 9:
                return setEnumValues(schema, field.pointer, {u"a"_s, u"b"_s});
            default:
                return field.pointer.count(u'/') > 9 ? removeFields(schema, {field.pointer})
                                                     : addChild(schema, field, u"c"_s, newProperty(one(types)));
            }
        }();
        if (edit)
            done.push_back(std::move(*edit));
        QVERIFY(readFields(schema).has_value());
    }
    QVERIFY(done.size() > 2'000);
    const auto after = toBytes(schema);
    for (auto i = done.size(); i-- > 0;)
        toggle(schema, done[i]);
    QCOMPARE(toBytes(schema), before);
    for (auto &edit : done)
        toggle(schema, edit);
    QCOMPARE(toBytes(schema), after);
}

void TestEdit::layoutReadsBackTheSame()
{
    const auto schema = parsed();
    const auto layout = layOut(schema);
    QCOMPARE(toBytes(*parseJson(layout.text.toUtf8())), toBytes(schema));
    const auto lines = layout.text.split(u'\n');
    QVERIFY(lines[layout.lines[u"/properties/tax"_s]].trimmed().startsWith(u"\"tax\""_s));
    QVERIFY(lines[layout.lines[u"/properties/vendor/properties/name"_s]].contains(u"\"name\""_s));
    for (const auto &line : lines)
        QVERIFY2(line.size() <= 100, qPrintable(line));
}

QTEST_GUILESS_MAIN(TestEdit)
#include "tst_edit.moc"
