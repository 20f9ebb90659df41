// SPDX-License-Identifier: GPL-3.0-or-later
#include "endtoend/studiorig.h"

#include "client/activitylog.h"
#include "gui/common/messagerow.h"
#include "gui/schemaeditor/schemadocument.h"
#include "gui/schemaeditor/schemamodel.h"
#include "gui/schemaeditor/schemapage.h"
#include "gui/schemaeditor/schemaview.h"
#include "gui/viewer/documentview.h"
#include "gui/viewer/pageview.h"
#include "gui/viewer/textselection.h"
#include "schema/field.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace xs;
using gui::schemaeditor::SchemaModel;
using gui::schemaeditor::SchemaView;

namespace {

constexpr int patience = 60'000;
const auto sample = QStringLiteral(XS_SOURCE_DIR "/resources/samples/invoice.pdf");

} // namespace

/// Designing a schema in the real window, with keys and mouse. Every row of the table of keys has its test here; what
/// the keys do in every case is in gui/schemaeditor/tst_schemapage.
///
///   Enter, Ctrl+Enter                     aSchemaIsTyped
///   Tab, Shift+Tab, past the last cell    aSchemaIsTyped
///   Alt with arrows, drag                 fieldsAreMovedWithKeysAndMouse
///   F2, Ctrl+D, Del                       fieldsAreRenamedDuplicatedAndDeleted
///   a type by its first letters, []       aSchemaIsTyped
///   Space in Required                     aSchemaIsTyped
///   Ctrl+Shift+F on marked words          markedWordsBecomeAField
///   paste                                 whatIsPastedBecomesFields
///   F8, Shift+F8, Ctrl+.                  findingsAreVisitedAndFixed
class TestDesign : public QObject
{
    Q_OBJECT

private slots:
    void aSchemaIsTyped();
    void fieldsAreMovedWithKeysAndMouse();
    void fieldsAreRenamedDuplicatedAndDeleted();
    void whatIsPastedBecomesFields();
    void findingsAreVisitedAndFixed();
    void markedWordsBecomeAField();
    void aTemplateIsOneStep();
    void theServerChecksTheSchema();
    void theServerWritesASchema();
    void theServerWritesASchemaFromTheDocument();
    void fieldsAreProposedFromTheDocument();
    void configurationsAreKeptOnTheServer();

private:
    static void key(StudioRig &rig, Qt::Key code, Qt::KeyboardModifiers modifiers = {})
    {
        auto *aim = rig.window().focusWidget();
        QTest::keyClick(aim ? aim : &rig.window(), code, modifiers);
        QCoreApplication::processEvents();
    }
    /// The first letter may open an editor, which has the focus for the others.
    static void type(StudioRig &rig, const QString &text)
    {
        for (const auto letter : text)
            QTest::keyClicks(rig.window().focusWidget(), QString(letter));
    }
    static void waitForService(StudioRig &rig)
    {
        const auto name = rig.connections().current().name;
        QTRY_VERIFY_WITH_TIMEOUT(rig.connections().connection(name).has_value(), patience);
    }
    /// "name:type!" for a required field, "?" for a nullable one; children in braces.
    static QString outline(const SchemaView &tree, const QModelIndex &parent = {})
    {
        QStringList parts;
        for (int row = 0; row < tree.model()->rowCount(parent); ++row) {
            const auto index = tree.model()->index(row, 0, parent);
            const auto &field = tree.schemaModel().field(index);
            auto text = field.name + u':' + index.siblingAtColumn(SchemaModel::Type).data().toString();
            text += field.presence == schema::Presence::Required   ? u"!"_s
                    : field.presence == schema::Presence::Nullable ? u"?"_s
                                                                   : QString();
            const auto inner = outline(tree, index);
            parts << (inner.isEmpty() ? text : text + u'{' + inner + u'}');
        }
        return parts.join(u' ');
    }
    static void load(SchemaView &tree, const char *json)
    {
        QVERIFY(tree.schemaModel().document().load(*parseJson(json)));
        tree.setFocus();
    }
    static void choose(SchemaView &tree, const QString &pointer, int column = 0)
    {
        const auto index = tree.schemaModel().indexOf(pointer, column);
        QVERIFY(index.isValid());
        tree.scrollTo(index);
        QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, tree.visualRect(index).center());
        QCOMPARE(tree.currentIndex(), index);
    }
    static void open(StudioRig &rig)
    {
        QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
        QApplication::setActiveWindow(&rig.window());
        rig.window().openPaths({sample});
        auto *view = rig.find<gui::viewer::DocumentView>(u"documentView"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!view->pageSizes().empty(), patience);
    }
};

void TestDesign::aSchemaIsTyped()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    open(rig);
    auto *tree = rig.find<SchemaView>(u"schemaTree"_s);
    tree->setFocus();
    // Name, type by its first letters, required, description; Tab goes on.
    key(rig, Qt::Key_Return);
    type(rig, u"total"_s);
    key(rig, Qt::Key_Tab);
    type(rig, u"num"_s);
    key(rig, Qt::Key_Tab);
    key(rig, Qt::Key_Space);
    key(rig, Qt::Key_Tab);
    type(rig, u"Amount due"_s);
    key(rig, Qt::Key_Tab);
    type(rig, u"12.75"_s);
    // Past the last cell there is a new row.
    key(rig, Qt::Key_Tab);
    type(rig, u"items"_s);
    key(rig, Qt::Key_Tab);
    type(rig, u"object[]"_s);
    key(rig, Qt::Key_Return);
    key(rig, Qt::Key_Escape);
    choose(*tree, u"/properties/items"_s);
    key(rig, Qt::Key_Return, Qt::ControlModifier);
    type(rig, u"price"_s);
    key(rig, Qt::Key_Backtab);
    QVERIFY(outline(*tree).startsWith(u"total:number"_s));
    QVERIFY2(outline(*tree).contains(u"items:object[]"_s) && outline(*tree).contains(u"price:string"_s),
             qPrintable(outline(*tree)));
    const auto &total = tree->schemaModel().field(tree->model()->index(0, 0));
    QCOMPARE(total.description, u"Amount due"_s);
    QCOMPARE(total.example, u"12.75"_s);
    QVERIFY(rig.find<QPlainTextEdit>(u"jsonEdit"_s)->toPlainText().contains(u"\"price\""_s));
    // Three presences, one key.
    choose(*tree, u"/properties/total"_s, SchemaModel::Required);
    QSet<schema::Presence> seen;
    for (int i = 0; i < 3; ++i) {
        key(rig, Qt::Key_Space);
        seen << tree->schemaModel().field(tree->model()->index(0, 0)).presence;
    }
    QCOMPARE(seen.size(), 3);
    // Everything can be taken back.
    auto &history = tree->schemaModel().document().undoStack();
    for (int steps = history.index(); steps > 0; --steps)
        key(rig, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(outline(*tree), QString());
}

void TestDesign::fieldsAreMovedWithKeysAndMouse()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    open(rig);
    auto *tree = rig.find<SchemaView>(u"schemaTree"_s);
    load(*tree, R"({"type":"object","properties":{"a":{"type":"string"},"b":{"type":"object","properties":
        {"c":{"type":"string"}}},"d":{"type":"string"}}})");
    QCOMPARE(outline(*tree), u"a:string b:object{c:string} d:string"_s);
    choose(*tree, u"/properties/d"_s);
    key(rig, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(outline(*tree), u"a:string d:string b:object{c:string}"_s);
    key(rig, Qt::Key_Down, Qt::AltModifier);
    key(rig, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(outline(*tree), u"a:string b:object{c:string d:string}"_s);
    key(rig, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(outline(*tree), u"a:string b:object{c:string} d:string"_s);
    // Dropping on an object puts the field into it.
    const auto source = tree->schemaModel().indexOf(u"/properties/a"_s);
    std::unique_ptr<QMimeData> dragged(tree->model()->mimeData({source}));
    const auto aim = tree->visualRect(tree->schemaModel().indexOf(u"/properties/b"_s)).center();
    QDragEnterEvent enter(aim, Qt::MoveAction, dragged.get(), Qt::LeftButton, {});
    QApplication::sendEvent(tree->viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDragMoveEvent move(aim, Qt::MoveAction, dragged.get(), Qt::LeftButton, {});
    QApplication::sendEvent(tree->viewport(), &move);
    QDropEvent drop(aim, Qt::MoveAction, dragged.get(), Qt::LeftButton, {});
    QApplication::sendEvent(tree->viewport(), &drop);
    QCOMPARE(outline(*tree), u"b:object{c:string a:string} d:string"_s);
    key(rig, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(outline(*tree), u"a:string b:object{c:string} d:string"_s);
}

void TestDesign::fieldsAreRenamedDuplicatedAndDeleted()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    open(rig);
    auto *tree = rig.find<SchemaView>(u"schemaTree"_s);
    load(*tree, R"({"type":"object","properties":{"a":{"type":"string"},"b":{"type":"number"}},"required":["a"]})");
    choose(*tree, u"/properties/a"_s);
    key(rig, Qt::Key_F2);
    type(rig, u"vendor"_s);
    key(rig, Qt::Key_Tab);
    QCOMPARE(outline(*tree), u"vendor:string! b:number"_s);
    QCOMPARE(tree->schemaModel().document().schema()["required"], Json::array({"vendor"}));
    key(rig, Qt::Key_Escape);
    choose(*tree, u"/properties/b"_s);
    key(rig, Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(tree->model()->rowCount(), 3);
    choose(*tree, u"/properties/vendor"_s);
    key(rig, Qt::Key_Delete);
    QCOMPARE(tree->model()->rowCount(), 2);
    QVERIFY(!tree->schemaModel().document().schema().contains("required") ||
            tree->schemaModel().document().schema()["required"].empty());
    for (int i = 0; i < 3; ++i)
        key(rig, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(outline(*tree), u"a:string! b:number"_s);
}

void TestDesign::whatIsPastedBecomesFields()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    open(rig);
    auto *tree = rig.find<SchemaView>(u"schemaTree"_s);
    const std::pair<QString, QString> pasted[]{
        {u"{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"integer\"}}}"_s, u"n:integer"_s},
        {u"{\"sum\": 3.5, \"paid\": true}"_s, u"sum:number paid:boolean"_s},
        {u"date,amount\n2026-01-02,3.50\n"_s, u"date:string amount:number"_s},
        {u"interface Row { name: string; count?: number; }"_s, u"name:string! count:number"_s},
    };
    for (const auto &[text, fields] : pasted) {
        tree->setFocus();
        QApplication::clipboard()->setText(text);
        key(rig, Qt::Key_V, Qt::ControlModifier);
        const auto names = outline(*tree).remove(u'!').remove(u'?');
        QVERIFY2(names.contains(QString(fields).remove(u'!').section(u' ', 0, 0)), qPrintable(outline(*tree)));
        key(rig, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(outline(*tree), QString());
    }
    // What is nested beyond all measure is refused at once, with a sentence, and changes nothing.
    QApplication::clipboard()->setText(QString(200'000, u'['));
    key(rig, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(outline(*tree), QString());
    QVERIFY(!tree->schemaModel().document().undoStack().canUndo());
}

void TestDesign::findingsAreVisitedAndFixed()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    open(rig);
    auto *tree = rig.find<SchemaView>(u"schemaTree"_s);
    load(*tree, R"({"type":"object","properties":{"a":{"type":"string","description":"first"},
        "b":{"type":"string","default":"x","description":"second"},"c":{"type":"string","default":"y"}}})");
    choose(*tree, u"/properties/a"_s);
    key(rig, Qt::Key_F8);
    const auto first = tree->currentPointer();
    QVERIFY(first == u"/properties/b"_s || first == u"/properties/c"_s);
    key(rig, Qt::Key_F8);
    QVERIFY(tree->currentPointer() != u"/properties/a"_s);
    key(rig, Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(tree->currentPointer(), first);
    const auto before = tree->schemaModel().document().findings().size();
    auto *fix = rig.find<QWidget>(u"fixButton"_s);
    QVERIFY(fix->isVisible());
    QTest::mouseClick(fix, Qt::LeftButton, {}, QPoint(8, fix->height() / 2));
    QTRY_COMPARE(tree->schemaModel().document().findings().size(), before - 1);
    key(rig, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(tree->schemaModel().document().findings().size(), before);
}

void TestDesign::markedWordsBecomeAField()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    open(rig);
    auto *view = rig.find<gui::viewer::DocumentView>(u"documentView"_s);
    auto *tree = rig.find<SchemaView>(u"schemaTree"_s);
    auto *pages = view->pages();
    auto *action = rig.find<QAction>(u"fieldFromPageAction"_s);
    QVERIFY(!action->isEnabled());

    // Every value of the page that stands right of a phrase with letters can be taken; this is the first of them.
    const auto source = document::openDocument(sample);
    const auto words = (*source)->words(0);
    const auto number = std::ranges::find_if(words, [](const document::Word &word) {
        return word.text.contains(u'-') && word.text.back().isDigit() && word.text.size() > 5;
    });
    QVERIFY(number != words.end());
    const auto box = pages->layout().toPixels(0, number->box);
    const auto from = pages->mapFromScene(box.topLeft() + QPointF(1, box.height() / 2));
    const auto to = pages->mapFromScene(box.topRight() + QPointF(-1, -box.height() / 2 + 2));
    auto *viewport = pages->viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, from);
    for (const auto &place : {(from + to) / 2, to}) {
        QMouseEvent move(QEvent::MouseMove, place, viewport->mapToGlobal(place), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(viewport, &move);
    }
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, to);
    QTRY_COMPARE_WITH_TIMEOUT(pages->markedText().text(), number->text, patience);
    QTRY_VERIFY(rig.find<QWidget>(u"newFieldHint"_s)->isVisible());
    QVERIFY(action->isEnabled());

    QTest::keyClick(pages, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(tree->model()->rowCount(), 1);
    QVERIFY(!rig.find<QWidget>(u"newFieldHint"_s)->isVisible());
    const auto &field = tree->schemaModel().field(tree->model()->index(0, 0));
    QCOMPARE(field.example, number->text);
    QCOMPARE(field.presence, schema::Presence::Nullable);
    QVERIFY(field.name != "field"_L1 && !field.name.isEmpty());
    QVERIFY(!field.description.isEmpty());
    // The name can be typed over at once.
    QTRY_VERIFY(tree->findChild<QLineEdit *>(u"schemaCellEdit"_s));
    QTest::keyClicks(rig.window().focusWidget(), u"number"_s);
    QTest::keyClick(rig.window().focusWidget(), Qt::Key_Tab);
    QCOMPARE(tree->model()->index(0, 0).data().toString(), u"number"_s);
}

void TestDesign::aTemplateIsOneStep()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    open(rig);
    auto *tree = rig.find<SchemaView>(u"schemaTree"_s);
    auto *empty = rig.find<QWidget>(u"emptySchema"_s);
    QVERIFY(empty->isVisible());
    QTest::mouseClick(rig.find<QPushButton>(u"begin_invoice"_s), Qt::LeftButton);
    QVERIFY(!empty->isVisible());
    QVERIFY(tree->model()->rowCount() > 8);
    QTest::keyClick(tree, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(tree->model()->rowCount(), 0);
    QVERIFY(empty->isVisible());
    rig.find<QAction>(u"template_receipt"_s)->trigger();
    QTRY_VERIFY(tree->model()->rowCount() > 8);
    QCOMPARE(tree->model()->index(0, 0).data().toString(), u"merchant"_s);
}

void TestDesign::theServerChecksTheSchema()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    open(rig);
    auto *tree = rig.find<SchemaView>(u"schemaTree"_s);
    auto *message = rig.find<QWidget>(u"editorMessage"_s);
    rig.find<QAction>(u"template_contract"_s)->trigger();
    QTRY_VERIFY(tree->model()->rowCount() > 8);
    auto *check = rig.find<QAction>(u"checkOnServerAction"_s);
    const auto name = rig.connections().current().name;
    QTRY_VERIFY_WITH_TIMEOUT(rig.connections().connection(name).has_value(), patience);
    check->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), patience);
    const auto accepted = message->findChild<gui::common::MessageRow *>()->accessibleName();
    message->hide();
    // A default is refused by the server, with its reason.
    auto schema = tree->schemaModel().document().schema();
    schema["properties"]["title"]["default"] = "Agreement";
    QVERIFY(tree->schemaModel().document().load(schema));
    check->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), patience);
    QVERIFY(message->findChild<gui::common::MessageRow *>()->accessibleName() != accepted);
}

void TestDesign::theServerWritesASchema()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    open(rig);
    auto *tree = rig.find<SchemaView>(u"schemaTree"_s);
    auto *panel = rig.find<QWidget>(u"generatePanel"_s);
    const auto name = rig.connections().current().name;
    QTRY_VERIFY_WITH_TIMEOUT(rig.connections().connection(name).has_value(), patience);
    QTest::mouseClick(rig.find<QPushButton>(u"generateButton"_s), Qt::LeftButton);
    QVERIFY(panel->isVisible());
    auto *go = rig.find<QPushButton>(u"generateGo"_s);
    QVERIFY(!go->isEnabled());
    auto *prompt = rig.find<QLineEdit>(u"generatePrompt"_s);
    QTest::keyClicks(prompt, u"invoice number, invoice date, total"_s);
    QVERIFY(go->isEnabled());
    QTest::keyClick(prompt, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(tree->model()->rowCount() >= 3, patience);
    QVERIFY(!panel->isVisible());
    QCOMPARE(tree->schemaModel().document().undoStack().count(), 1);
    QTest::keyClick(tree, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(tree->model()->rowCount(), 0);
}

/// The document is sent for it, and is gone from the server afterwards.
void TestDesign::theServerWritesASchemaFromTheDocument()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    open(rig);
    auto *tree = rig.find<SchemaView>(u"schemaTree"_s);
    auto *panel = rig.find<QWidget>(u"generatePanel"_s);
    waitForService(rig);
    QTest::mouseClick(rig.find<QPushButton>(u"generateButton"_s), Qt::LeftButton);
    auto *look = panel->findChild<QCheckBox *>();
    QVERIFY(look->isVisible() && look->text().contains(u"invoice.pdf"_s));
    QTest::mouseClick(look, Qt::LeftButton, {}, QPoint(8, look->height() / 2));
    QVERIFY(look->isChecked());
    QTest::mouseClick(rig.find<QPushButton>(u"generateGo"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(tree->model()->rowCount() > 0, patience);
    const auto requests = [&rig](const char *verb) {
        QStringList paths;
        for (const auto &exchange : rig.activity().exchanges())
            if (exchange.verb == verb)
                paths << exchange.url.path();
        return paths;
    };
    QTRY_VERIFY_WITH_TIMEOUT(requests("DELETE").filter(u"/files/dfl-"_s).size() == 1, patience);
    QCOMPARE(requests("POST").filter(u"/files"_s).size(), 1);
}

/// The first minute: a document, one click, fields to keep or to delete.
void TestDesign::fieldsAreProposedFromTheDocument()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    open(rig);
    auto *tree = rig.find<SchemaView>(u"schemaTree"_s);
    auto *message = rig.find<QWidget>(u"editorMessage"_s);
    waitForService(rig);
    auto *propose = rig.find<QPushButton>(u"proposeButton"_s);
    QVERIFY(propose->isVisible());
    QTest::mouseClick(propose, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(tree->model()->rowCount() > 3, patience);
    QVERIFY(!rig.find<QWidget>(u"generatePanel"_s)->isVisible());
    QVERIFY(message->isVisible());
    QVERIFY(rig.find<QToolButton>(u"runButton"_s)->isEnabled());
    QTest::keyClick(tree, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(tree->model()->rowCount(), 0);
}

void TestDesign::configurationsAreKeptOnTheServer()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    open(rig);
    auto *tree = rig.find<SchemaView>(u"schemaTree"_s);
    waitForService(rig);
    load(*tree, R"({"type":"object","properties":{"kept":{"type":"string","description":"A word"}}})");
    const auto openDialog = [&rig] {
        rig.find<QAction>(u"savedConfigurationsAction"_s)->trigger();
        return rig.find<QDialog>(u"savedConfigurationsDialog"_s);
    };
    auto *dialog = openDialog();
    QVERIFY(dialog && dialog->isVisible());
    auto *list = dialog->findChild<QTreeWidget *>(u"savedList"_s);
    auto *save = dialog->findChild<QPushButton *>(u"savedSaveButton"_s);
    auto *name = dialog->findChild<QLineEdit *>(u"savedNameEdit"_s);
    name->clear();
    QVERIFY(!save->isEnabled());
    QTest::keyClicks(name, u"monthly"_s);
    QTRY_VERIFY_WITH_TIMEOUT(save->isEnabled(), patience);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 1, patience);
    QCOMPARE(list->topLevelItem(0)->text(0), u"monthly"_s);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"savedCloseButton"_s), Qt::LeftButton);
    QTRY_VERIFY(!rig.find<QDialog>(u"savedConfigurationsDialog"_s));

    load(*tree, R"({"type":"object","properties":{"other":{"type":"number"}}})");
    dialog = openDialog();
    list = dialog->findChild<QTreeWidget *>(u"savedList"_s);
    QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 1, patience);
    auto *loadIt = dialog->findChild<QPushButton *>(u"savedLoadButton"_s);
    QVERIFY(!loadIt->isEnabled());
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->topLevelItem(0)).center());
    QTRY_VERIFY(loadIt->isEnabled());
    QTest::mouseClick(loadIt, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(outline(*tree), u"kept:string"_s, patience);
    QTRY_VERIFY(!rig.find<QDialog>(u"savedConfigurationsDialog"_s));

    dialog = openDialog();
    list = dialog->findChild<QTreeWidget *>(u"savedList"_s);
    QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 1, patience);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->topLevelItem(0)).center());
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"savedDeleteButton"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 0, patience);
    QVERIFY(dialog->findChild<QWidget *>(u"savedMessage"_s)->isVisible());
}

QTEST_MAIN(TestDesign)
#include "tst_design.moc"
