// SPDX-License-Identifier: GPL-3.0-or-later
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
#include "gui/schemaeditor/schemamodel.h"
#include "schema/excerpt.h"
#include "schema/pointer.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::gui::schemaeditor;

namespace {

const auto start = R"({"$schema":"2020-12","x-team":{"b":1,"a":2.50},"type":"object",
    "properties":{
        "vendor":{"type":"object","description":"Who","properties":{"name":{"type":"string","x-kept":[1,2]},"city":{"type":"string"}},"required":["name"]},
        "currency":{"type":"string","enum":["EUR","GBP"]},
        "money":{"$ref":"#/$defs/Money"},
        "rows":{"type":"array","items":{"type":"object","properties":{"n":{"type":["number","null"],"minimum":0}}}},
        "total":{"anyOf":[{"type":"number"},{"type":"null"}],"default":1}},
    "required":["vendor","total"],"additionalProperties":false,
    "$defs":{"Money":{"type":"object","properties":{"amount":{"type":"number"}}}}})";

using Command = std::unique_ptr<SchemaCommand>;

/// The rows of the tree as names with their places, to compare with the fields.
void list(const FieldTree &tree, const QModelIndex &parent, QStringList &places)
{
    for (int row = 0; row < tree.rowCount(parent); ++row) {
        const auto index = tree.index(row, 0, parent);
        places << tree.field(index).pointer;
        list(tree, index, places);
    }
}

void list(const schema::Field &field, QStringList &places)
{
    for (const auto &child : field.children) {
        places << child.pointer;
        list(child, places);
    }
}

} // namespace

/// Any sequence of commands is undone byte for byte, and done again; the table is in step all the while.
class TestRandomEdits : public QObject
{
    Q_OBJECT

private slots:
    void tenThousandEditsUndoToTheStart();

private:
    Command command(const SchemaDocument &document, int number);
    template <typename List>
    const auto &one(const List &list)
    {
        return list[static_cast<typename List::size_type>(m_random.bounded(static_cast<int>(list.size())))];
    }

    QRandomGenerator m_random{20261123};
};

Command TestRandomEdits::command(const SchemaDocument &document, int number)
{
    static const std::vector<schema::TypeChoice> types{
        {schema::FieldType::String},       {schema::FieldType::Number, true},        {schema::FieldType::Object},
        {schema::FieldType::Object, true}, {schema::FieldType::String, false, true}, {schema::FieldType::Boolean}};
    QStringList places;
    list(document.root(), places);
    if (places.isEmpty())
        return std::make_unique<ReplaceSchemaCommand>(*parseJson(start), u"Begin"_s);
    const auto place = one(places);
    const auto *field = document.field(place);
    const auto text = u"t%1"_s.arg(number);
    const auto position = static_cast<std::size_t>(m_random.bounded(6));
    // A branch goes once in a while, so that the tree does not grow without end.
    switch (places.size() > 16 ? 0 : m_random.bounded(15)) {
    case 0:
        return std::make_unique<RemoveFieldsCommand>(QStringList{place, one(places)});
    case 1:
        return std::make_unique<AddFieldCommand>(schema::ownerOf(place), position, u"f"_s, one(types));
    case 2:
        return std::make_unique<RenameFieldCommand>(place, u"n%1"_s.arg(m_random.bounded(40)));
    case 3:
        return std::make_unique<DuplicateFieldCommand>(place);
    case 4:
        return std::make_unique<MoveFieldsCommand>(QStringList{place, one(places)}, schema::ownerOf(one(places)),
                                                   position);
    case 5:
        return std::make_unique<SetTypeCommand>(place, one(types));
    case 6:
        return std::make_unique<SetPresenceCommand>(place, static_cast<schema::Presence>(m_random.bounded(3)));
    case 7:
        return std::make_unique<SetDescriptionCommand>(place, m_random.bounded(2) ? text : QString());
    case 8:
        return std::make_unique<SetExampleCommand>(*field, m_random.bounded(2) ? text : QString());
    case 9:
        return std::make_unique<SetEnumValuesCommand>(place, QStringList{u"a"_s, text});
    case 10:
        return std::make_unique<AddFieldsCommand>(schema::ownerOf(place), position,
                                                  schema::excerpt(document.schema(), {one(places), place}));
    case 11: {
        auto typed = document.schema();
        typed["title"] = toStd(text);
        return std::make_unique<EditJsonCommand>(std::move(typed), number);
    }
    case 12: {
        const auto &findings = document.findings();
        if (findings.empty())
            return std::make_unique<DuplicateFieldCommand>(place);
        const auto &finding = one(findings);
        const auto fixes = schema::fixesOf(document.schema(), finding);
        if (fixes.empty())
            return std::make_unique<DuplicateFieldCommand>(place);
        return std::make_unique<FixFindingCommand>(finding, one(fixes), text);
    }
    default:
        if (place.count(u'/') > 9)
            return std::make_unique<RemoveFieldsCommand>(QStringList{place});
        return std::make_unique<AddChildCommand>(*field, u"c"_s, one(types));
    }
}

void TestRandomEdits::tenThousandEditsUndoToTheStart()
{
    constexpr int edits = 10'000;
    SchemaDocument document;
    QVERIFY(document.load(*parseJson(start)));
    SchemaModel model(document);
    const auto before = toBytes(document.schema());
    auto &stack = document.undoStack();
    const auto inStep = [&] {
        QStringList rows;
        list(model, {}, rows);
        QStringList fields;
        list(document.root(), fields);
        return rows == fields;
    };
    for (int tries = 0; stack.count() < edits; ++tries) {
        QVERIFY2(tries < 4 * edits, "most commands are refused");
        static_cast<void>(document.push(command(document, tries)).has_value());
        if (tries % 50 == 0)
            QVERIFY(inStep());
    }
    const auto after = toBytes(document.schema());
    QVERIFY(after != before);
    QVERIFY(inStep());
    while (stack.canUndo()) {
        stack.undo();
        if (stack.index() % 500 == 0)
            QVERIFY(inStep());
    }
    QCOMPARE(toBytes(document.schema()), before);
    QVERIFY(stack.isClean());
    while (stack.canRedo())
        stack.redo();
    QCOMPARE(toBytes(document.schema()), after);
    QVERIFY(inStep());
    QCOMPARE(stack.count(), edits);
}

QTEST_MAIN(TestRandomEdits)
#include "tst_randomedits.moc"
