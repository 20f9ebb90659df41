// SPDX-License-Identifier: GPL-3.0-or-later
#include "endtoend/studiorig.h"

#include "gui/schemaeditor/schemadocument.h"
#include "gui/schemaeditor/schemamodel.h"
#include "gui/schemaeditor/schemapage.h"
#include "gui/schemaeditor/schemaview.h"
#include "gui/viewer/documentview.h"
#include "gui/viewer/pageview.h"
#include "gui/viewer/textselection.h"
#include "schema/field.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace xs;
using gui::schemaeditor::SchemaModel;
using gui::schemaeditor::SchemaView;

namespace {

constexpr int patience = 60'000;
const auto sample = QStringLiteral(XS_SOURCE_DIR "/resources/samples/invoice.pdf");

} // namespace

/// Designing a schema in the real window: from the page, from a template, and with the service's help.
class TestDesign : public QObject
{
    Q_OBJECT

private slots:
    void markedWordsBecomeAField();
    void aTemplateIsOneStep();
    void theServerChecksTheSchema();
    void theServerWritesASchema();

private:
    static void open(StudioRig &rig)
    {
        QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
        QApplication::setActiveWindow(&rig.window());
        rig.window().openPaths({sample});
        auto *view = rig.find<gui::viewer::DocumentView>(u"documentView"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!view->pageSizes().empty(), patience);
    }
};

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

QTEST_MAIN(TestDesign)
#include "tst_design.moc"
