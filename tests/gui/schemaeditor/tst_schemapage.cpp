// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/schemapage.h"

#include "gui/common/messagerow.h"
#include "gui/common/theme.h"
#include "gui/schemaeditor/generatepanel.h"
#include "gui/schemaeditor/schemamodel.h"
#include "gui/schemaeditor/schemaview.h"
#include "schema/layout.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QToolButton>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::gui::schemaeditor;

/// The key table of the schema editor, pressed in a real widget.
class TestSchemaPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void enterNamesOneFieldAfterTheOther();
    void escapeTakesTheNewFieldAway();
    void escapeGoesBackToTheFieldBefore();
    void theFieldWithTheCursorIsSelected();
    void tabGoesFromCellToCell();
    void tabPastTheLastCellAddsARow();
    void ctrlEnterAddsAChild();
    void altArrowsMove();
    void typeIsCompleted();
    void spaceCyclesPresence();
    void duplicateDeleteUndoRedo();
    void pasteMakesFields_data();
    void pasteMakesFields();
    void f8GoesThroughFindings();
    void ctrlDotFixesTheFinding();
    void theLineBelowOffersTheFixes();
    void theLineBelowSaysWhatIsWrongWithTheWhole();
    void theButtonAddsAField();
    void jsonFollowsTheTableAndBack();
    void aMistakeLeavesTheTable();
    void numbersKeepTheirFormInTheText();
    void importsSayWhatIsLeftOut();
    void dropsFromElsewhereAreCopies();
    void anEmptySchemaSaysHowToBegin();
    void aWishForFieldsIsAskedInPlace();
    void aThousandFieldsKeepTheirPlaceInTheText();
    void linesAreColouredWhenTheyComeIntoView();
    void noColumnLiesOutside_data();
    void noColumnLiesOutside();

private:
    QString outline() const;
    void load(const char *json);
    void select(const QString &pointer, int column = 0);
    void key(int code, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString &text);
    QLineEdit *editor() const;

    std::unique_ptr<SchemaDocument> m_document;
    std::unique_ptr<SchemaPage> m_page;
    SchemaView *m_view = nullptr;
};

void TestSchemaPage::init()
{
    m_document = std::make_unique<SchemaDocument>();
    m_page = std::make_unique<SchemaPage>(*m_document);
    m_page->resize(700, 600);
    m_page->show();
    m_view = &m_page->view();
    m_view->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestSchemaPage::cleanup()
{
    m_page.reset();
    m_document.reset();
}

QString TestSchemaPage::outline() const
{
    const auto text = [](auto &&self, const schema::Field &field) -> QString {
        QStringList parts;
        for (const auto &child : field.children) {
            auto part = child.name + u':' + typeText(child);
            part += child.presence == schema::Presence::Required   ? u"!"_s
                    : child.presence == schema::Presence::Nullable ? u"?"_s
                                                                   : QString();
            parts << (child.children.empty() ? part : part + u'{' + self(self, child) + u'}');
        }
        return parts.join(u' ');
    };
    return text(text, m_document->root());
}

void TestSchemaPage::load(const char *json)
{
    QVERIFY(m_document->load(*parseJson(json)));
}

void TestSchemaPage::select(const QString &pointer, int column)
{
    const auto index = m_view->schemaModel().indexOf(pointer, column);
    QVERIFY(index.isValid());
    m_view->setCurrentIndex(index);
}

void TestSchemaPage::key(int code, Qt::KeyboardModifiers modifiers)
{
    QWidget *aim = m_page->focusWidget() ? m_page->focusWidget() : m_view;
    QTest::keyClick(aim, static_cast<Qt::Key>(code), modifiers);
    QCoreApplication::processEvents();
}

void TestSchemaPage::type(const QString &text)
{
    QTest::keyClicks(m_page->focusWidget(), text);
}

QLineEdit *TestSchemaPage::editor() const
{
    return qobject_cast<QLineEdit *>(m_page->focusWidget());
}

void TestSchemaPage::enterNamesOneFieldAfterTheOther()
{
    key(Qt::Key_Return);
    QVERIFY(editor());
    QCOMPARE(editor()->accessibleName(), u"Name"_s);
    type(u"number"_s);
    key(Qt::Key_Return);
    type(u"date"_s);
    key(Qt::Key_Return);
    type(u"total"_s);
    key(Qt::Key_Tab);
    type(u"num"_s);
    key(Qt::Key_Tab);
    QCOMPARE(outline(), u"number:string date:string total:number"_s);
}

void TestSchemaPage::escapeTakesTheNewFieldAway()
{
    load(R"({"type":"object","properties":{"a":{"type":"string"}}})");
    select(u"/properties/a"_s);
    key(Qt::Key_Return);
    QVERIFY(editor());
    key(Qt::Key_Escape);
    QTRY_COMPARE(outline(), u"a:string"_s);
}

void TestSchemaPage::escapeGoesBackToTheFieldBefore()
{
    load(R"({"type":"object","properties":{"a":{"type":"string"},"b":{"type":"object","properties":{
             "c":{"type":"string"}}},"d":{"type":"string"}}})");
    select(u"/properties/a"_s);
    key(Qt::Key_Return);
    key(Qt::Key_Escape);
    QTRY_COMPARE(m_view->currentPointer(), u"/properties/a"_s);
    select(u"/properties/b"_s);
    key(Qt::Key_Return, Qt::ControlModifier);
    key(Qt::Key_Escape);
    QTRY_COMPARE(m_view->currentPointer(), u"/properties/b"_s);
    // The next key is about that field.
    key(Qt::Key_Delete);
    QCOMPARE(outline(), u"a:string d:string"_s);
    m_document->undoStack().undo();
    select(u"/properties/d"_s);
    key(Qt::Key_D, Qt::ControlModifier);
    m_document->undoStack().undo();
    key(Qt::Key_Delete);
    QCOMPARE(outline(), u"a:string b:object{c:string}"_s);
}

void TestSchemaPage::theFieldWithTheCursorIsSelected()
{
    m_page->setFocus();
    load(R"({"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}}})");
    m_view->setFocus();
    key(Qt::Key_Delete);
    QCOMPARE(outline(), u"b:string"_s);
}

void TestSchemaPage::tabGoesFromCellToCell()
{
    load(R"({"type":"object","properties":{"a":{"type":"string"}}})");
    select(u"/properties/a"_s);
    key(Qt::Key_Tab);
    QCOMPARE(m_view->currentIndex().column(), int(SchemaModel::Type));
    key(Qt::Key_Tab);
    QCOMPARE(m_view->currentIndex().column(), int(SchemaModel::Required));
    key(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(m_view->currentIndex().column(), int(SchemaModel::Type));
    QCOMPARE(outline(), u"a:string"_s);
}

void TestSchemaPage::tabPastTheLastCellAddsARow()
{
    load(R"({"type":"object","properties":{"a":{"type":"string"}}})");
    select(u"/properties/a"_s, SchemaModel::Description);
    key(Qt::Key_F2);
    type(u"What it is"_s);
    key(Qt::Key_Tab);
    type(u"x1"_s);
    key(Qt::Key_Tab);
    QVERIFY(editor());
    type(u"b"_s);
    key(Qt::Key_Tab);
    QCOMPARE(outline(), u"a:string b:string"_s);
    QCOMPARE(m_document->root().children[0].description, u"What it is"_s);
    QCOMPARE(m_document->root().children[0].example, u"x1"_s);
}

void TestSchemaPage::ctrlEnterAddsAChild()
{
    load(R"({"type":"object","properties":{"vendor":{"type":"object","properties":{}}}})");
    select(u"/properties/vendor"_s);
    key(Qt::Key_Return, Qt::ControlModifier);
    type(u"name"_s);
    key(Qt::Key_Return);
    type(u"city"_s);
    key(Qt::Key_Tab);
    QCOMPARE(outline(), u"vendor:object{name:string city:string}"_s);
}

void TestSchemaPage::altArrowsMove()
{
    load(
        R"({"type":"object","properties":{"o":{"type":"object","properties":{"x":{"type":"string"}}},"a":{"type":"string"},"b":{"type":"string"}}})");
    select(u"/properties/b"_s);
    key(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(outline(), u"o:object{x:string} b:string a:string"_s);
    key(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(outline(), u"o:object{x:string b:string} a:string"_s);
    key(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(outline(), u"o:object{x:string} b:string a:string"_s);
    key(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(outline(), u"o:object{x:string} a:string b:string"_s);
    QCOMPARE(m_view->currentPointer(), u"/properties/b"_s);
}

void TestSchemaPage::typeIsCompleted()
{
    load(R"({"type":"object","properties":{"a":{"type":"string"}}})");
    select(u"/properties/a"_s, SchemaModel::Type);
    key(Qt::Key_F2);
    type(u"boo"_s);
    key(Qt::Key_Return);
    QCOMPARE(outline(), u"a:boolean"_s);
    key(Qt::Key_F2);
    type(u"object[]"_s);
    key(Qt::Key_Return);
    QCOMPARE(outline(), u"a:object[]"_s);
}

void TestSchemaPage::spaceCyclesPresence()
{
    load(R"({"type":"object","properties":{"a":{"type":"string"}},"required":["a"]})");
    select(u"/properties/a"_s, SchemaModel::Required);
    key(Qt::Key_Space);
    QCOMPARE(outline(), u"a:string"_s);
    key(Qt::Key_Space);
    QCOMPARE(outline(), u"a:string?"_s);
    key(Qt::Key_Space);
    QCOMPARE(outline(), u"a:string!"_s);
}

void TestSchemaPage::duplicateDeleteUndoRedo()
{
    load(R"({"type":"object","properties":{"a":{"type":"string"}},"required":["a"]})");
    select(u"/properties/a"_s);
    key(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(outline(), u"a:string! a_2:string!"_s);
    key(Qt::Key_Delete);
    QCOMPARE(outline(), u"a:string!"_s);
    m_document->undoStack().undo();
    m_document->undoStack().undo();
    QCOMPARE(outline(), u"a:string!"_s);
    m_document->undoStack().redo();
    QCOMPARE(outline(), u"a:string! a_2:string!"_s);
}

void TestSchemaPage::pasteMakesFields_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("after");
    QTest::newRow("schema") << uR"({"type":"object","properties":{"b":{"type":"number"}},"required":["b"]})"_s
                            << u"a:string b:number! c:string"_s;
    QTest::newRow("instance") << uR"({"b":1.5,"d":[{"e":true}]})"_s
                              << u"a:string b:number! d:object[]!{e:boolean!} c:string"_s;
    QTest::newRow("csv") << u"Date;Amount\n1.1.2026;3\n"_s << u"a:string Date:string Amount:integer c:string"_s;
    QTest::newRow("words") << u"just words"_s << u"a:string c:string"_s;
}

void TestSchemaPage::pasteMakesFields()
{
    QFETCH(QString, text);
    QFETCH(QString, after);
    load(R"({"type":"object","properties":{"a":{"type":"string"},"c":{"type":"string"}}})");
    select(u"/properties/a"_s);
    QGuiApplication::clipboard()->setText(text);
    m_view->paste();
    QCOMPARE(outline(), after);
    m_document->undoStack().undo();
    QCOMPARE(outline(), u"a:string c:string"_s);
}

void TestSchemaPage::f8GoesThroughFindings()
{
    load(
        R"({"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string","description":"fine"},"c":{"type":"string"}}})");
    key(Qt::Key_F8);
    QCOMPARE(m_view->currentPointer(), u"/properties/a"_s);
    QCOMPARE(m_view->currentIndex().column(), int(SchemaModel::Description));
    key(Qt::Key_F8);
    QCOMPARE(m_view->currentPointer(), u"/properties/c"_s);
    key(Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(m_view->currentPointer(), u"/properties/a"_s);
}

void TestSchemaPage::ctrlDotFixesTheFinding()
{
    load(
        R"({"type":"object","properties":{"ok":{"type":"string","description":"fine"},"paid":{"type":"boolean","description":"d"},"due_date":{"type":"string"}},"required":["paid"]})");
    const auto before = toBytes(m_document->schema());
    key(Qt::Key_F8);
    key(Qt::Key_Period, Qt::ControlModifier);
    QCOMPARE(outline(), u"ok:string paid:boolean? due_date:string"_s);
    key(Qt::Key_F8);
    key(Qt::Key_Period, Qt::ControlModifier);
    // The description begins with the name, and goes on in the editor.
    QVERIFY(editor());
    QCOMPARE(editor()->text(), u"Due date"_s);
    type(u"Last day to pay"_s);
    key(Qt::Key_Return);
    QCOMPARE(m_document->root().children[2].description, u"Last day to pay"_s);
    QVERIFY(m_document->findings().empty());
    while (m_document->undoStack().canUndo())
        m_document->undoStack().undo();
    QCOMPARE(toBytes(m_document->schema()), before);
}

void TestSchemaPage::theLineBelowOffersTheFixes()
{
    auto *line = m_page->findChild<QWidget *>(u"findingLine"_s);
    auto *button = m_page->findChild<QToolButton *>(u"fixButton"_s);
    load(
        R"({"type":"object","properties":{"ok":{"type":"string","description":"fine"},"n":{"type":"number","default":3,"description":"d"}}})");
    QVERIFY(line->isVisible());
    select(u"/properties/ok"_s);
    QVERIFY(!button->isVisible());
    select(u"/properties/n"_s);
    QVERIFY(button->isVisible());
    QCOMPARE(button->menu()->actions().size(), 2);
    QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
    QCOMPARE(toBytes(m_document->schema()["properties"]["n"]),
             QByteArray(R"({"type":"number","default":null,"description":"d"})"));
    QVERIFY(!line->isVisible());
    m_document->undoStack().undo();
    QVERIFY(line->isVisible());
    // Several fixes are a menu, which takes keys.
    key(Qt::Key_Period, Qt::ControlModifier);
    auto *menu = m_view->findChild<QMenu *>(u"fixMenu"_s);
    QVERIFY(menu);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(toBytes(m_document->schema()["properties"]["n"]), QByteArray(R"({"type":"number","description":"d"})"));
}

void TestSchemaPage::theLineBelowSaysWhatIsWrongWithTheWhole()
{
    Json schema = {{"type", "object"}, {"properties", Json::object()}};
    for (int i = 0; i < 2'000; ++i)
        schema["properties"]["field_" + std::to_string(i)] = {{"type", "string"},
                                                              {"description", std::string(100, 'd')}};
    QVERIFY(m_document->load(schema));
    auto *sentence = m_page->findChild<QLabel *>(u"findingSentence"_s);
    QVERIFY2(sentence->isVisible() && sentence->text().contains(u"too long"_s), qPrintable(sentence->text()));
    // Also where the field has a lesser one of its own.
    select(u"/properties/field_7"_s, SchemaModel::Description);
    m_view->schemaModel().setData(m_view->currentIndex(), QString());
    QVERIFY(sentence->text().contains(u"too long"_s));
    load(R"({"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string","description":"d"}}})");
    select(u"/properties/b"_s);
    QVERIFY(!sentence->text().contains(u"too long"_s));
}

void TestSchemaPage::theButtonAddsAField()
{
    QTest::mouseClick(m_page->findChild<QToolButton *>(u"addFieldButton"_s), Qt::LeftButton);
    QVERIFY(editor());
    type(u"x"_s);
    key(Qt::Key_Tab);
    QCOMPARE(outline(), u"x:string"_s);
}

void TestSchemaPage::jsonFollowsTheTableAndBack()
{
    auto *json = m_page->findChild<QPlainTextEdit *>(u"jsonEdit"_s);
    load(R"({"type":"object","properties":{"a":{"type":"string"}}})");
    QVERIFY(json->toPlainText().contains(u"\"a\": { \"type\": \"string\" }"_s));
    json->setFocus();
    auto text = json->toPlainText();
    json->selectAll();
    json->insertPlainText(text.replace(u"\"a\":"_s, u"\"amount\":"_s));
    QTRY_COMPARE(outline(), u"amount:string"_s);
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(outline(), u"a:string"_s);
    QVERIFY(json->toPlainText().contains(u"\"a\":"_s));
}

void TestSchemaPage::aMistakeLeavesTheTable()
{
    auto *json = m_page->findChild<QPlainTextEdit *>(u"jsonEdit"_s);
    auto *message = m_page->findChild<QWidget *>(u"jsonMessage"_s);
    load(R"({"type":"object","properties":{"a":{"type":"string"}}})");
    json->selectAll();
    json->insertPlainText(u"{ \"type\": \"object\",\n  \"properties\": { \"b\": ,\n} }"_s);
    QTRY_VERIFY(message->isVisible());
    QVERIFY(message->accessibleName().contains(u"line 2"_s));
    QCOMPARE(outline(), u"a:string"_s);
    json->selectAll();
    json->insertPlainText(u"[]"_s);
    QTRY_VERIFY(message->accessibleName().contains(u"object"_s));
    QCOMPARE(outline(), u"a:string"_s);
    json->selectAll();
    json->insertPlainText(u"{ \"type\": \"object\", \"properties\": { \"b\": { \"type\": \"number\" } } }"_s);
    QTRY_COMPARE(outline(), u"b:number"_s);
    QVERIFY(!message->isVisible());
    // What was typed stays as it was typed.
    QVERIFY(json->toPlainText().startsWith(u"{ \"type\": \"object\", \"properties\""_s));
    // The line with the mistake stays in view when the sentence about it comes up below.
    json->setFocus();
    json->selectAll();
    json->insertPlainText(QString(100, u'\n') + u"]"_s);
    QTRY_VERIFY(message->isVisible());
    QTRY_VERIFY(json->viewport()->rect().contains(json->cursorRect()));
}

void TestSchemaPage::numbersKeepTheirFormInTheText()
{
    const QByteArray text(
        R"({"type":"object","x-kept":1e3,"properties":{"a":{"type":"number","minimum":0.10},"b":{"type":"string"}}})");
    schema::NumberForms forms;
    forms.learn(text);
    QVERIFY(m_document->load(*parseJson(text), forms));
    auto *json = m_page->findChild<QPlainTextEdit *>(u"jsonEdit"_s);
    select(u"/properties/a"_s);
    key(Qt::Key_Down, Qt::AltModifier);
    key(Qt::Key_F2);
    type(u"amount"_s);
    key(Qt::Key_Return);
    QCOMPARE(outline(), u"b:string amount:number"_s);
    QVERIFY2(json->toPlainText().contains(u"\"minimum\": 0.10"_s), qPrintable(json->toPlainText()));
    QVERIFY(json->toPlainText().contains(u"\"x-kept\": 1e3"_s));
    // What is typed as a number is kept as it was typed.
    auto typed = json->toPlainText().replace(u"0.10"_s, u"2.500"_s);
    json->selectAll();
    json->insertPlainText(typed);
    QTRY_COMPARE(m_document->schema()["properties"]["amount"]["minimum"], 2.5);
    m_view->setFocus();
    key(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(json->toPlainText().count(u"2.500"_s), 2);
}

void TestSchemaPage::importsSayWhatIsLeftOut()
{
    auto *message = m_page->findChild<QWidget *>(u"editorMessage"_s);
    QGuiApplication::clipboard()->setText(
        u"interface Invoice {\n  no: string;\n  extra: Map<string, number>;\n  paid?: boolean | null;\n}\n"_s);
    key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(outline(), u"no:string! extra:string! paid:boolean?"_s);
    QVERIFY(message->isVisible());
    QVERIFY(message->toolTip().contains(u"Map"_s));
    QTest::mouseClick(m_page->findChild<QToolButton *>(u"closeEditorMessage"_s), Qt::LeftButton);
    QVERIFY(!message->isVisible());
    m_document->undoStack().undo();
    QVERIFY(m_document->isEmpty());
    // Of what is undone nothing more is said.
    key(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(message->isVisible());
    m_document->undoStack().undo();
    QVERIFY(!message->isVisible());

    QTemporaryDir folder;
    const auto file = folder.filePath(u"rows.csv"_s);
    QVERIFY(writeFile(file, "Date;Amount\n1.2.2026;3.5\n"));
    m_page->importFile(file);
    QCOMPARE(outline(), u"Date:string Amount:number"_s);
    QVERIFY(!message->isVisible());
    QVERIFY(writeFile(file, "nothing of the kind"));
    m_page->importFile(file);
    QVERIFY(message->isVisible());
    QCOMPARE(outline(), u"Date:string Amount:number"_s);
    // It was about the schema as it was.
    select(u"/properties/Date"_s);
    key(Qt::Key_Delete);
    QVERIFY(!message->isVisible());
}

void TestSchemaPage::dropsFromElsewhereAreCopies()
{
    load(R"({"type":"object","properties":{"a":{"type":"string"},"o":{"type":"object","properties":{}}}})");
    QMimeData data;
    data.setText(u"{\"properties\": {\"iban\": {\"type\": \"string\"}}}"_s);
    const auto object = m_view->visualRect(m_view->schemaModel().indexOf(u"/properties/o"_s)).center();
    const auto actions = Qt::CopyAction | Qt::MoveAction;
    QDragEnterEvent enter(object, actions, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view->viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDragMoveEvent move(object, actions, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view->viewport(), &move);
    QVERIFY(move.isAccepted());
    QCOMPARE(move.dropAction(), Qt::CopyAction);
    QDropEvent drop(object, actions, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view->viewport(), &drop);
    QCOMPARE(drop.dropAction(), Qt::CopyAction);
    QCOMPARE(outline(), u"a:string o:object{iban:string}"_s);
    m_document->undoStack().undo();
    QCOMPARE(outline(), u"a:string o:object"_s);
}

void TestSchemaPage::anEmptySchemaSaysHowToBegin()
{
    auto *empty = m_page->findChild<QWidget *>(u"emptySchema"_s);
    QVERIFY(empty->isVisible());
    QSignalSpy wanted(m_page.get(), &SchemaPage::generationWanted);
    QTest::mouseClick(m_page->findChild<QPushButton *>(u"generateButton"_s), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    QTest::mouseClick(m_page->findChild<QPushButton *>(u"firstFieldButton"_s), Qt::LeftButton);
    QVERIFY(!empty->isVisible());
    QVERIFY(editor());
    type(u"total"_s);
    key(Qt::Key_Tab);
    QCOMPARE(outline(), u"total:string"_s);
}

void TestSchemaPage::aWishForFieldsIsAskedInPlace()
{
    auto &panel = m_page->generatePanel();
    auto *go = panel.findChild<QPushButton *>(u"generateGo"_s);
    auto *prompt = panel.findChild<QLineEdit *>(u"generatePrompt"_s);
    auto *document = panel.findChild<QCheckBox *>(u"generateWithDocument"_s);
    QVERIFY(!panel.isVisible());
    panel.setDocument(u"a.pdf"_s, u"Example Server"_s);
    panel.begin();
    QVERIFY(panel.isVisible() && document->isVisible() && !go->isEnabled());
    // Where the document goes is said before it goes.
    QVERIFY(document->text().contains(u"Example Server"_s));
    QSignalSpy wanted(&panel, &GeneratePanel::wanted);
    QSignalSpy cancelled(&panel, &GeneratePanel::cancelled);
    QTest::keyClick(prompt, Qt::Key_Return);
    QVERIFY(wanted.isEmpty());
    document->setChecked(true);
    QVERIFY(go->isEnabled());
    QTest::keyClicks(prompt, u" total "_s);
    QTest::keyClick(prompt, Qt::Key_Return);
    QCOMPARE(wanted.takeFirst(), (QVariantList{u"total"_s, true}));
    panel.setBusy(true);
    QVERIFY(!go->isEnabled());
    QTest::keyClick(prompt, Qt::Key_Return);
    QVERIFY(wanted.isEmpty());
    panel.tell({ErrorCode::NoNetwork, {}, {}});
    QVERIFY(go->isEnabled());
    QVERIFY(panel.findChild<gui::common::MessageRow *>()->isVisible());
    panel.setDocument({}, {});
    QVERIFY(!document->isVisible() && go->isEnabled());
    QTest::keyClick(prompt, Qt::Key_Escape);
    QVERIFY(!panel.isVisible());
    QCOMPARE(cancelled.size(), 1);
}

/// Only the changed part of the text is written anew, and the rest is as if all had been.
void TestSchemaPage::aThousandFieldsKeepTheirPlaceInTheText()
{
    Json schema = {{"type", "object"}, {"properties", Json::object()}};
    for (int i = 0; i < 1'000; ++i)
        schema["properties"]["field_" + std::to_string(i)] = {{"type", "string"}, {"description", "d"}};
    QVERIFY(m_document->load(schema));
    auto *json = m_page->findChild<QPlainTextEdit *>(u"jsonEdit"_s);
    QSignalSpy changed(json->document(), &QTextDocument::contentsChange);
    select(u"/properties/field_500"_s);
    key(Qt::Key_F2);
    type(u"renamed"_s);
    key(Qt::Key_Return);
    QCOMPARE(json->toPlainText(), schema::layOut(m_document->schema()).text);
    QCOMPARE(changed.size(), 1);
    QVERIFY(changed.front()[1].toInt() < 20);
    m_document->undoStack().undo();
    QCOMPARE(json->toPlainText(), schema::layOut(m_document->schema()).text);
    QCOMPARE(toBytes(m_document->schema()), toBytes(schema));
}

void TestSchemaPage::linesAreColouredWhenTheyComeIntoView()
{
    QByteArray json = R"({"type":"object","properties":{)";
    for (int i = 0; i < 1000; ++i)
        json += (i == 0 ? "\"f" : ",\"f") + QByteArray::number(i) + R"(":{"type":"string"})";
    load(json + "}}");
    auto *edit = m_page->findChild<QPlainTextEdit *>(u"jsonEdit"_s);
    const auto colourAt = [edit](int line, int part) {
        const auto formats = edit->document()->findBlockByNumber(line).layout()->formats();
        return part < formats.size() ? formats[part].format.foreground().color() : QColor();
    };
    const auto theme = gui::common::Theme::of(edit->palette());
    edit->verticalScrollBar()->setValue(0);
    QTRY_COMPARE(colourAt(1, 0), theme.accent);
    QCOMPARE(colourAt(1, 1), theme.jsonString);
    QVERIFY(!colourAt(900, 0).isValid());
    edit->verticalScrollBar()->setValue(890);
    QTRY_COMPARE(colourAt(900, 0), theme.accent);
    // A line that was changed is coloured anew.
    edit->verticalScrollBar()->setValue(0);
    auto cursor = edit->textCursor();
    cursor.setPosition(edit->document()->findBlockByNumber(1).position() + 2);
    edit->setTextCursor(cursor);
    edit->insertPlainText(u"\"n\": 12.5, "_s);
    QTRY_COMPARE(colourAt(1, 1), theme.jsonNumber);
    // Another palette brings its own colours.
    edit->setPalette(gui::common::Theme::darkTheme().palette());
    QTRY_COMPARE(colourAt(1, 1), gui::common::Theme::darkTheme().jsonNumber);
}

void TestSchemaPage::noColumnLiesOutside_data()
{
    QTest::addColumn<int>("width");
    for (const auto width : {330, 380, 450, 600, 900})
        QTest::addRow("%d", width) << width;
}

/// Descriptions can be read at every width; the example gives way to them, and then the words of presence.
void TestSchemaPage::noColumnLiesOutside()
{
    QFETCH(int, width);
    load(R"({"type":"object","required":["name"],"properties":{
        "name":{"type":"string","description":"Name of the company as it is printed"},
        "currency":{"type":"string","enum":["EUR","GBP","USD"],"description":"Currency of the amounts"},
        "rows":{"type":"array","items":{"type":"object","properties":{"what":{"type":"string"}}}}}})");
    m_page->resize(width, 500);
    const auto sum = [this] {
        int all = 0;
        for (int column = 0; column < SchemaModel::ColumnCount; ++column)
            all += m_view->columnWidth(column);
        return all;
    };
    QTRY_COMPARE(sum(), m_view->viewport()->width());
    // No title is cut, neither now nor after the table has been narrow.
    m_page->resize(330, 500);
    QTRY_COMPARE(sum(), m_view->viewport()->width());
    m_page->resize(width, 500);
    QTRY_COMPARE(sum(), m_view->viewport()->width());
    const QFontMetrics metrics(m_view->header()->font());
    for (int column = 0; column < SchemaModel::ColumnCount; ++column) {
        const auto shown = m_view->model()->headerData(column, Qt::Horizontal).toString();
        if (!m_view->isColumnHidden(column) && column != SchemaModel::Description)
            QVERIFY2(metrics.horizontalAdvance(shown) <= m_view->columnWidth(column), qPrintable(shown));
    }
    QVERIFY(m_view->columnWidth(SchemaModel::Description) >= 50);
    if (width <= 330 || width >= 600)
        QCOMPARE(m_view->schemaModel().isPresenceShort(), width <= 330);
    QCOMPARE(m_view->isColumnHidden(SchemaModel::Example), width < 900);
    const auto title = m_view->model()->headerData(SchemaModel::Required, Qt::Horizontal, Qt::AccessibleTextRole);
    QCOMPARE(title.toString(), u"Required"_s);
}

QTEST_MAIN(TestSchemaPage)
#include "tst_schemapage.moc"
