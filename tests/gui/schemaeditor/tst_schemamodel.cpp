// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/schemamodel.h"

#include "gui/schemaeditor/commands/addchildcommand.h"
#include "gui/schemaeditor/commands/addfieldcommand.h"
#include "gui/schemaeditor/commands/addfieldscommand.h"
#include "gui/schemaeditor/commands/duplicatefieldcommand.h"
#include "gui/schemaeditor/commands/editjsoncommand.h"
#include "gui/schemaeditor/commands/fixfindingcommand.h"
#include "gui/schemaeditor/commands/movefieldscommand.h"
#include "gui/schemaeditor/commands/removefieldscommand.h"
#include "gui/schemaeditor/commands/renamefieldcommand.h"
#include "gui/schemaeditor/commands/replaceschemacommand.h"
#include "gui/schemaeditor/commands/setdescriptioncommand.h"
#include "gui/schemaeditor/commands/setenumvaluescommand.h"
#include "gui/schemaeditor/commands/setexamplecommand.h"
#include "gui/schemaeditor/commands/setpresencecommand.h"
#include "gui/schemaeditor/commands/settypecommand.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QtTest>

#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::gui::schemaeditor;

namespace {

Json invoice()
{
    return *parseJson(R"({"type":"object","properties":{
        "vendor":{"type":"object","description":"Who","properties":{"name":{"type":"string"},"city":{"type":"string"}},"required":["name"]},
        "currency":{"type":"string","enum":["EUR","GBP"]},
        "total":{"type":"number","default":1}},
        "required":["vendor","total"]})");
}

/// The tree as the table shows it, one line a row.
QStringList lines(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (const auto column : {SchemaModel::Name, SchemaModel::Type, SchemaModel::Required})
            cells << model.index(row, column, parent).data().toString();
        all << QString(depth, u'-') + cells.join(u' ');
        all << lines(model, model.index(row, 0, parent), depth + 1);
    }
    return all;
}

using Make = std::function<std::unique_ptr<SchemaCommand>(const SchemaDocument &)>;

} // namespace
Q_DECLARE_METATYPE(Make)

class TestSchemaModel : public QObject
{
    Q_OBJECT

private slots:
    void showsTheFields();
    void everyCommandCanBeTakenBack_data();
    void everyCommandCanBeTakenBack();
    void cellsPushCommands();
    void refusedEditsSayWhy();
    void changesKeepTheOtherRows();
    void findingsLieAtTheirField();
    void typedJsonIsOneStep();
    void dropsMoveFields();
    void dropsFromElsewhereAddFields();
    void findingsDependOnTheReader();
    void enumValuesKeepTheirKind();
};

void TestSchemaModel::showsTheFields()
{
    SchemaDocument document;
    QVERIFY(document.load(invoice()));
    SchemaModel model(document);
    QAbstractItemModelTester tester(&model);
    const QStringList expected{u"vendor object required"_s, u"-name string required"_s, u"-city string optional"_s,
                               u"currency enum optional"_s, u"total number required"_s};
    QCOMPARE(lines(model), expected);
    QCOMPARE(model.index(1, SchemaModel::Example).data().toString(), u"EUR, GBP"_s);
    QVERIFY(!document.load(Json::array()));
    QCOMPARE(lines(model), expected);
}

void TestSchemaModel::everyCommandCanBeTakenBack_data()
{
    QTest::addColumn<Make>("make");
    const auto row = [](const char *name, Make make) { QTest::newRow(name) << make; };
    row("add", [](auto &) { return std::make_unique<AddFieldCommand>(QString(), 1, u"x"_s, schema::TypeChoice{}); });
    row("add child", [](auto &d) {
        return std::make_unique<AddChildCommand>(*d.field(u"/properties/total"_s), u"x"_s, schema::TypeChoice{});
    });
    row("add many", [](auto &) { return std::make_unique<AddFieldsCommand>(QString(), 0, invoice()); });
    row("remove", [](auto &) {
        return std::make_unique<RemoveFieldsCommand>(QStringList{u"/properties/vendor"_s, u"/properties/total"_s});
    });
    row("rename", [](auto &) { return std::make_unique<RenameFieldCommand>(u"/properties/vendor"_s, u"seller"_s); });
    row("duplicate", [](auto &) { return std::make_unique<DuplicateFieldCommand>(u"/properties/vendor"_s); });
    row("move", [](auto &) {
        return std::make_unique<MoveFieldsCommand>(QStringList{u"/properties/total"_s}, u"/properties/vendor"_s, 1);
    });
    row("type", [](auto &) {
        return std::make_unique<SetTypeCommand>(u"/properties/total"_s,
                                                schema::TypeChoice{schema::FieldType::Object, true});
    });
    row("presence", [](auto &) {
        return std::make_unique<SetPresenceCommand>(u"/properties/total"_s, schema::Presence::Nullable);
    });
    row("description",
        [](auto &) { return std::make_unique<SetDescriptionCommand>(u"/properties/total"_s, u"What is due"_s); });
    row("example",
        [](auto &d) { return std::make_unique<SetExampleCommand>(*d.field(u"/properties/total"_s), u"12.5"_s); });
    row("values", [](auto &) {
        return std::make_unique<SetEnumValuesCommand>(u"/properties/currency"_s, QStringList{u"CHF"_s});
    });
    row("fix", [](auto &d) {
        const auto finding =
            std::ranges::find(d.findings(), schema::FindingKind::DefaultNotNull, &schema::Finding::kind);
        return std::make_unique<FixFindingCommand>(*finding, schema::fixesOf(d.schema(), *finding).front(), u"fix"_s);
    });
    row("replace",
        [](auto &) { return std::make_unique<ReplaceSchemaCommand>(SchemaDocument::emptySchema(), u"template"_s); });
    row("json", [](auto &) { return std::make_unique<EditJsonCommand>(SchemaDocument::emptySchema()); });
}

void TestSchemaModel::everyCommandCanBeTakenBack()
{
    QFETCH(Make, make);
    SchemaDocument document;
    QVERIFY(document.load(invoice()));
    SchemaModel model(document);
    QAbstractItemModelTester tester(&model);
    QSignalSpy changed(&document, &SchemaDocument::changed);
    const auto before = toBytes(document.schema());
    const auto shownBefore = lines(model);
    QVERIFY(document.undoStack().isClean());

    QVERIFY(document.push(make(document)));
    const auto after = toBytes(document.schema());
    const auto shownAfter = lines(model);
    QVERIFY(after != before);
    QVERIFY(!document.undoStack().isClean());
    QCOMPARE(changed.size(), 1);

    document.undoStack().undo();
    QCOMPARE(toBytes(document.schema()), before);
    QCOMPARE(lines(model), shownBefore);
    QVERIFY(document.undoStack().isClean());

    document.undoStack().redo();
    QCOMPARE(toBytes(document.schema()), after);
    QCOMPARE(lines(model), shownAfter);
    document.undoStack().setClean();
    document.undoStack().undo();
    QVERIFY(!document.undoStack().isClean());
}

void TestSchemaModel::cellsPushCommands()
{
    SchemaDocument document;
    QVERIFY(document.load(invoice()));
    SchemaModel model(document);
    QAbstractItemModelTester tester(&model);
    QVERIFY(model.setData(model.index(2, SchemaModel::Name), u"sum"_s));
    QVERIFY(model.setData(model.index(2, SchemaModel::Type), u"integer[]"_s));
    QVERIFY(model.setData(model.index(2, SchemaModel::Required), static_cast<int>(schema::Presence::Nullable)));
    QVERIFY(model.setData(model.index(2, SchemaModel::Description), u"All of it"_s));
    QVERIFY(model.setData(model.index(1, SchemaModel::Example), u"EUR, CHF ,"_s));
    QCOMPARE(lines(model).last(), u"sum integer[] nullable"_s);
    QCOMPARE(toBytes(document.schema()["properties"]["currency"]["enum"]), QByteArray(R"(["EUR","CHF"])"));
    QCOMPARE(document.undoStack().count(), 5);
    // The same value again is no change.
    QVERIFY(model.setData(model.index(2, SchemaModel::Name), u"sum"_s));
    QCOMPARE(document.undoStack().count(), 5);
}

void TestSchemaModel::refusedEditsSayWhy()
{
    SchemaDocument document;
    QVERIFY(document.load(invoice()));
    SchemaModel model(document);
    QList<ErrorCode> codes;
    connect(&model, &SchemaModel::refused, this, [&codes](const Error &error) { codes << error.code; });
    QVERIFY(!model.setData(model.index(2, SchemaModel::Name), u"vendor"_s));
    QVERIFY(!model.setData(model.index(2, SchemaModel::Name), QString()));
    QVERIFY(!model.setData(model.index(2, SchemaModel::Type), u"nummer"_s));
    QCOMPARE(codes, (QList{ErrorCode::Conflict, ErrorCode::InvalidArgument, ErrorCode::NotFound}));
    QCOMPARE(document.undoStack().count(), 0);
    QCOMPARE(toBytes(document.schema()), toBytes(invoice()));
}

void TestSchemaModel::changesKeepTheOtherRows()
{
    SchemaDocument document;
    QVERIFY(document.load(invoice()));
    SchemaModel model(document);
    QAbstractItemModelTester tester(&model);
    const QPersistentModelIndex city(model.index(1, 0, model.index(0, 0)));
    const QPersistentModelIndex total(model.index(2, 0));
    QVERIFY(document.push(std::make_unique<AddFieldCommand>(QString(), 0, u"first"_s, schema::TypeChoice{})));
    QVERIFY(document.push(std::make_unique<RenameFieldCommand>(u"/properties/vendor"_s, u"seller"_s)));
    QCOMPARE(city.data().toString(), u"city"_s);
    QCOMPARE(city.data(SchemaModel::PointerRole).toString(), u"/properties/seller/properties/city"_s);
    QCOMPARE(total.row(), 3);
}

void TestSchemaModel::findingsLieAtTheirField()
{
    SchemaDocument document;
    QVERIFY(document.load(invoice()));
    SchemaModel model(document);
    const auto total = model.index(2, SchemaModel::Findings);
    QCOMPARE(total.data(SchemaModel::SeverityRole).toInt(), 3);
    QVERIFY(document.hasErrors());
    QVERIFY(document.push(std::make_unique<SetDescriptionCommand>(u"/properties/currency"_s, u"Three letters"_s)));
    QCOMPARE(model.index(1, SchemaModel::Findings).data().toString(), QString());
    QCOMPARE(model.indexOf(u"/properties/total/default"_s).row(), 2);
}

void TestSchemaModel::typedJsonIsOneStep()
{
    SchemaDocument document;
    QVERIFY(document.load(invoice()));
    const auto before = toBytes(document.schema());
    for (const auto *name : {"a", "ab", "abc"}) {
        auto typed = invoice();
        typed["title"] = name;
        QVERIFY(document.push(std::make_unique<EditJsonCommand>(typed, 7)));
    }
    QCOMPARE(document.undoStack().count(), 1);
    document.undoStack().undo();
    QCOMPARE(toBytes(document.schema()), before);
    document.undoStack().redo();
    QCOMPARE(document.schema()["title"], "abc");
    QVERIFY(!document.push(std::make_unique<EditJsonCommand>(Json::array(), 8)));
}

void TestSchemaModel::dropsMoveFields()
{
    SchemaDocument document;
    QVERIFY(document.load(invoice()));
    SchemaModel model(document);
    QAbstractItemModelTester tester(&model);
    const std::unique_ptr<QMimeData> data(model.mimeData({model.index(1, 0), model.index(2, 0)}));
    model.dropMimeData(data.get(), Qt::MoveAction, 1, 0, model.index(0, 0));
    QCOMPARE(lines(model),
             (QStringList{u"vendor object required"_s, u"-name string required"_s, u"-currency enum optional"_s,
                          u"-total number required"_s, u"-city string optional"_s}));
    QCOMPARE(document.undoStack().count(), 1);
}

void TestSchemaModel::dropsFromElsewhereAddFields()
{
    SchemaDocument document;
    QVERIFY(document.load(invoice()));
    SchemaDocument other;
    QVERIFY(other.load(*parseJson(
        R"({"type":"object","properties":{"money":{"$ref":"#/$defs/Money"}},"required":["money"],"$defs":{"Money":{"type":"number"}}})")));
    SchemaModel model(document);
    SchemaModel otherModel(other);
    QAbstractItemModelTester tester(&model);
    const auto before = toBytes(document.schema());
    const auto beforeOther = toBytes(other.schema());
    // From another window, whatever the action: its fields stay where they are.
    const std::unique_ptr<QMimeData> foreign(otherModel.mimeData({otherModel.index(0, 0)}));
    QVERIFY(model.canDropMimeData(foreign.get(), Qt::MoveAction, 1, 0, {}));
    model.dropMimeData(foreign.get(), Qt::MoveAction, 1, 0, {});
    QCOMPARE(lines(model)[3], u"money number required"_s);
    QCOMPARE(toBytes(document.schema()["$defs"]), QByteArray(R"({"Money":{"type":"number"}})"));
    QCOMPARE(toBytes(other.schema()), beforeOther);
    // Of this window with Ctrl: a copy.
    const std::unique_ptr<QMimeData> own(model.mimeData({model.index(2, 0)}));
    model.dropMimeData(own.get(), Qt::CopyAction, -1, -1, model.index(0, 0));
    QCOMPARE(lines(model)[3], u"-currency enum optional"_s);
    // An example of the data, as text from any program; words are refused.
    QMimeData text;
    text.setText(u"{\"iban\": \"DE02\"}"_s);
    model.dropMimeData(&text, Qt::CopyAction, 0, 0, {});
    QCOMPARE(lines(model).first(), u"iban string required"_s);
    QSignalSpy refused(&model, &SchemaModel::refused);
    QMimeData words;
    words.setText(u"nothing of the kind"_s);
    model.dropMimeData(&words, Qt::CopyAction, 0, 0, {});
    QCOMPARE(refused.size(), 1);
    QCOMPARE(document.undoStack().count(), 3);
    while (document.undoStack().canUndo())
        document.undoStack().undo();
    QCOMPARE(toBytes(document.schema()), before);
}

void TestSchemaModel::findingsDependOnTheReader()
{
    SchemaDocument document;
    QVERIFY(document.load(
        *parseJson(R"({"type":"object","properties":{"d":{"type":"string","format":"date","description":"x"}}})")));
    SchemaModel model(document);
    const auto cell = model.index(0, SchemaModel::Findings);
    QCOMPARE(cell.data().toString(), QString());
    document.setReader(schema::Reader::Server);
    QVERIFY(!cell.data().toString().isEmpty());
    document.setReader(schema::Reader::ThisComputer);
    QCOMPARE(cell.data().toString(), QString());
}

void TestSchemaModel::enumValuesKeepTheirKind()
{
    SchemaDocument document;
    QVERIFY(document.load(*parseJson(
        R"({"type":"object","properties":{"n":{"type":["integer","null"],"enum":[1,2,null]},"s":{"type":"array","items":{"type":"string","enum":["a, b"]}}}})")));
    SchemaModel model(document);
    const auto cell = [&](int row) { return model.index(row, SchemaModel::Example); };
    QCOMPARE(cell(0).data().toString(), u"1, 2"_s);
    QCOMPARE(cell(1).data().toString(), u"\"a, b\""_s);
    QVERIFY(model.setData(cell(0), u"2, 3"_s));
    QVERIFY(model.setData(cell(1), u"\"a, b\", c"_s));
    QCOMPARE(toBytes(document.schema()["properties"]["n"]["enum"]), QByteArray("[2,3,null]"));
    QCOMPARE(toBytes(document.schema()["properties"]["s"]["items"]["enum"]), QByteArray(R"(["a, b","c"])"));
}

QTEST_MAIN(TestSchemaModel)
#include "tst_schemamodel.moc"
