// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/import/importtext.h"

#include "schema/check.h"
#include "schema/field.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace xs;
using namespace xs::schema;
using namespace Qt::StringLiterals;

namespace {

/// "name:type!" for required, "?" for nullable, members in braces, values of enums in brackets.
QString outline(const Field &field)
{
    QStringList parts;
    for (const auto &child : field.children) {
        auto part = child.name + u':' + typeWord(child.type, child.list);
        part += child.isEnum ? u'(' + child.enumValues.join(u'|') + u')' : QString();
        part += child.presence == Presence::Required ? u"!"_s : child.presence == Presence::Nullable ? u"?"_s : u""_s;
        parts << (child.children.empty() ? part : part + u'{' + outline(child) + u'}');
    }
    return parts.join(u' ');
}

const auto typeScript = u"// An invoice as the ledger takes it.\n"
                        "import { Thing } from './thing';\n"
                        "export type Currency = 'EUR' | \"GBP\" | null;\n"
                        "enum Kind { Invoice = \"invoice\", Credit }\n"
                        "interface Base { /** Day of issue\n * @format date */ date: string; }\n"
                        "/** One printed row */\n"
                        "interface Row { text: string; amount?: number | null; tags: Array<string>; }\n"
                        "export default interface Invoice extends Base {\n"
                        "  readonly \"invoice-no\": string; // As printed, with its prefix\n"
                        "  kind: Kind;\n"
                        "  currency?: Currency;\n"
                        "  rows: Row[];\n"
                        "  vendor: { name: string, paid: boolean };\n"
                        "  due?: Date;\n"
                        "  meta: Map<string, number>;\n"
                        "  [key: string]: unknown;\n"
                        "  total(): number;\n"
                        "}\n"_s;

const auto pydantic = u"from pydantic import BaseModel, Field\n"
                      "class Status(str, Enum):\n"
                      "    open = \"open\"\n"
                      "    paid = 'paid'\n"
                      "\n"
                      "class Item(BaseModel):\n"
                      "    \"\"\"One printed row.\"\"\"\n"
                      "    text: str = Field(..., description=\"First line \"\n"
                      "                      \"of the text\")\n"
                      "    amount: Optional[Decimal] = Field(None, ge=0, examples=[12.5])\n"
                      "\n"
                      "class Invoice(BaseModel):\n"
                      "    '''An invoice'''\n"
                      "    model_config = ConfigDict(extra='forbid')\n"
                      "    number: Annotated[str, Field(pattern=r'^A\\d+')]  # As printed\n"
                      "    day: date\n"
                      "    status: Status | None = None\n"
                      "    kind: Literal[\"a\", \"b\"] = \"a\"\n"
                      "    items: list[Item] = Field(default_factory=list, description='Rows')\n"
                      "    extra: dict[str, int] = {}\n"
                      "    _secret: int = 3\n"
                      "\n"
                      "    @field_validator('number')\n"
                      "    def check(cls, v: str) -> str:\n"
                      "        return v\n"
                      "    total: float\n"_s;

} // namespace

/// What people have lying around becomes fields; what is not understood is named and never stops the rest.
class TestImport : public QObject
{
    Q_OBJECT

private slots:
    void typeScriptBecomesFields();
    void pydanticBecomesFields();
    void typesOfSeveralPlacesAreDefinitions();
    void enumsHaveNoMembers();
    void olderDraftsAreRead_data();
    void olderDraftsAreRead();
    void aModernSchemaStaysAsItIs();
    void brokenProgramTextNeverHarms();
    void whatIsNestedTooDeeplyIsRefused();
};

void TestImport::typeScriptBecomesFields()
{
    const auto result = import::importText(typeScript);
    QVERIFY(result);
    QCOMPARE(result->source, import::Source::TypeScript);
    const auto fields = readFields(result->schema);
    QVERIFY(fields);
    QCOMPARE(outline(*fields),
             u"date:string! invoice-no:string! kind:string(invoice|Credit)! currency:string(EUR|GBP)? "
             "rows:object[]!{text:string! amount:number? tags:string[]!} vendor:object!{name:string! paid:boolean!} "
             "due:string meta:string!"_s);
    QCOMPARE(fields->children[0].format, u"date"_s);
    QCOMPARE(fields->children[0].description, u"Day of issue"_s);
    QCOMPARE(fields->children[1].description, u"As printed, with its prefix"_s);
    QVERIFY(std::ranges::count(result->notes, import::Note{16, u"Map<…>"_s}));
    QVERIFY(std::ranges::count(result->notes, import::Note{17, u"[…]"_s}));
    QVERIFY(std::ranges::count(result->notes, import::Note{18, u"total()"_s}));
    QCOMPARE(result->notes.size(), 3);
    QVERIFY(firstError(check(result->schema)).isEmpty());
}

void TestImport::pydanticBecomesFields()
{
    const auto result = import::importText(pydantic);
    QVERIFY(result);
    QCOMPARE(result->source, import::Source::Pydantic);
    const auto fields = readFields(result->schema);
    QVERIFY(fields);
    QCOMPARE(outline(*fields), u"number:string! day:string! status:string(open|paid)? kind:string(a|b) "
                               "items:object[]{text:string! amount:number?} extra:string total:number!"_s);
    QCOMPARE(fields->description, u"An invoice"_s);
    QCOMPARE(fields->children[0].pattern, u"^A\\d+"_s);
    QCOMPARE(fields->children[0].description, u"As printed"_s);
    QCOMPARE(fields->children[1].format, u"date"_s);
    QCOMPARE(fields->children[4].description, u"Rows"_s);
    QCOMPARE(fields->children[4].children[0].description, u"First line of the text"_s);
    QCOMPARE(fields->children[4].children[1].example, u"12.5"_s);
    QCOMPARE(result->schema["properties"]["items"]["items"]["properties"]["amount"]["minimum"], 0);
    QCOMPARE(result->notes.size(), 2);
    QCOMPARE(result->notes[0], (import::Note{20, u"dict[…]"_s}));
    QCOMPARE(result->notes[1], (import::Note{23, u"@field_validator"_s}));
}

void TestImport::typesOfSeveralPlacesAreDefinitions()
{
    const auto result = import::importText(
        u"class Party(BaseModel):\n  name: str\nclass Doc(BaseModel):\n  seller: Party\n  buyer: \"Party\"\n  next: Optional[\"Doc\"]\n  x: Unknown\n"_s);
    QVERIFY(result);
    QCOMPARE(toBytes(result->schema["properties"]["seller"]), QByteArray(R"({"$ref":"#/$defs/Party"})"));
    QVERIFY(result->schema["$defs"].contains("Party"));
    QVERIFY(std::ranges::count(result->notes, import::Note{0, u"Unknown"_s}));
    QVERIFY(readFields(result->schema));
}

void TestImport::enumsHaveNoMembers()
{
    const auto enums = u"class Words(str, Enum):\n"
                       "    pass\n"
                       "class Kind(Words, Enum):\n"
                       "    invoice = 'invoice'\n"_s;
    const auto alone = import::importText(enums);
    QVERIFY(!alone);
    QCOMPARE(alone.error().code, ErrorCode::SchemaNotObject);
    const auto used = import::importText(enums + u"class Paper(BaseModel):\n"
                                                 "    kind: Kind\n"_s);
    QVERIFY(used);
    QCOMPARE(used->schema["properties"]["kind"], (Json{{"type", "string"}, {"enum", {"invoice"}}}));
}

void TestImport::olderDraftsAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("after");
    QTest::addColumn<int>("notes");
    const auto row = [](const char *name, const char *text, const char16_t *after, int notes) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf16(after) << notes;
    };
    row("root reference",
        R"({"$ref":"#/definitions/Doc","definitions":{"Doc":{"type":"object","properties":{"a":{"type":"string"}}}}})",
        u"a:string", 0);
    row("allOf of one",
        R"({"type":"object","properties":{"p":{"allOf":[{"$ref":"#/definitions/P"}],"description":"d"}},"definitions":{"P":{"type":"object","properties":{"n":{"type":"number"}}}}})",
        u"p:object{n:number}", 0);
    row("allOf of objects",
        R"({"allOf":[{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]},{"properties":{"b":{"type":"number"}},"required":["b"]}]})",
        u"a:string! b:number!", 0);
    row("nullable", R"({"type":"object","properties":{"a":{"type":"string","nullable":true}},"required":["a"]})",
        u"a:string?", 0);
    row("draft 3", R"({"type":"object","properties":{"a":{"type":"string","required":true},"b":{"type":"number"}}})",
        u"a:string! b:number", 0);
    row("draft 4 bounds",
        R"({"$schema":"draft-04","type":"object","properties":{"a":{"type":"number","minimum":1,"exclusiveMinimum":true}}})",
        u"a:number", 0);
    row("tuple", R"({"type":"object","properties":{"a":{"type":"array","items":[{"type":"string"}]}}})", u"a:string[]",
        1);
    row("anchor",
        R"({"type":"object","properties":{"a":{"$ref":"#money"}},"$defs":{"M":{"$anchor":"money","type":"number"}}})",
        u"a:number", 0);
    row("open object",
        R"({"type":"object","properties":{"a":{"type":"object","additionalProperties":{"type":"string"}}}})",
        u"a:object", 1);
    row("another file", R"({"type":"object","properties":{"a":{"$ref":"other.json"}}})", u"a:any", 1);
}

void TestImport::olderDraftsAreRead()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, after);
    QFETCH(int, notes);
    const auto result = import::importText(QString::fromUtf8(text));
    QVERIFY(result);
    const auto fields = readFields(result->schema);
    QVERIFY(fields);
    QCOMPARE(outline(*fields), after);
    QCOMPARE(static_cast<int>(result->notes.size()), notes);
}

void TestImport::aModernSchemaStaysAsItIs()
{
    const QByteArray text(
        R"({"$id":"urn:x","type":"object","x-keep":{"z":1,"a":[1.5,{"required":true}]},"properties":{"b":{"$ref":"#/$defs/B"},"a":{"anyOf":[{"type":"string"},{"type":"null"}]}},"$defs":{"B":{"type":"number","minimum":0}}})");
    const auto result = import::importText(QString::fromUtf8(text));
    QVERIFY(result);
    QCOMPARE(toBytes(result->schema), text);
    QVERIFY(result->notes.empty());
}

/// Text that was cut off or mixed up gives fields or an error, and always an end.
void TestImport::brokenProgramTextNeverHarms()
{
    QRandomGenerator random(7);
    int understood = 0;
    for (int i = 0; i < 2'000; ++i) {
        auto text = i % 2 ? typeScript : pydantic;
        for (int cuts = random.bounded(1, 6); cuts > 0 && !text.isEmpty(); --cuts) {
            const auto from = random.bounded(static_cast<int>(text.size()));
            if (random.bounded(2))
                text.remove(from, random.bounded(1, 40));
            else
                text.insert(from, QStringView(u"{}[]()<>|&\"'`=:;,#/*@\n \\").at(random.bounded(23)));
        }
        const auto result = import::importText(text);
        if (result) {
            ++understood;
            QVERIFY(result->schema.is_object());
        }
    }
    QVERIFY(understood > 1'000);
    for (const auto *brackets : {u"(", u"[", u"{a:", u"Field(", u"[[", u"list["}) {
        const auto deep = QString::fromUtf16(brackets).repeated(3'000);
        static_cast<void>(import::importText(u"interface A { a: "_s + deep).has_value());
        static_cast<void>(import::importText(u"class A(BaseModel):\n  a: "_s + deep).has_value());
        static_cast<void>(import::importText(u"class A(BaseModel):\n  a: str = Field(x="_s + deep).has_value());
    }
}

void TestImport::whatIsNestedTooDeeplyIsRefused()
{
    constexpr int levels = 200'000;
    const std::pair<QString, QString> texts[]{{u""_s, u"["_s},
                                              {u""_s, u"{\"a\":"_s},
                                              {u"interface A { a: "_s, u"{ b: "_s},
                                              {u"interface A { a: "_s, u"Array<"_s},
                                              {u"class A(BaseModel):\n  a: "_s, u"list["_s}};
    for (const auto &[head, step] : texts)
        QCOMPARE(import::importText(head + step.repeated(levels)).error().code, ErrorCode::SchemaInvalid);
    // What only looks deep is read: brackets in strings, and many that close again.
    QVERIFY(import::importText(u"{\"a\": \"%1\\\\\"}"_s.arg(QString(500, u'['))));
    QVERIFY(import::importText(u"{\"rows\": [%1[]]}"_s.arg(u"[],"_s.repeated(500))));
    QVERIFY(import::importText(u"id,note\n1,%1\n"_s.arg(QString(500, u'<'))));
}

QTEST_APPLESS_MAIN(TestImport)
#include "tst_import.moc"
