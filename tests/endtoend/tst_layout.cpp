// SPDX-License-Identifier: GPL-3.0-or-later
#include "endtoend/studiorig.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDockWidget>
#include <QLineEdit>
#include <QScreen>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace xs;

namespace {

constexpr int patience = 60'000;
const auto sample = QStringLiteral(XS_SOURCE_DIR "/resources/samples/invoice.pdf");
const auto schemaFile = QStringLiteral(XS_SOURCE_DIR "/resources/samples/invoice.schema.json");

void go(StudioRig &rig, const char *place)
{
    rig.find<QAction>(QString::fromLatin1(place))->trigger();
    QTest::qWait(300);
}

/// What a screen reader says of it, and what a person without one sees.
bool isNamed(QAbstractButton &button)
{
    const auto *spoken = QAccessible::queryAccessibleInterface(&button);
    const auto hasName = spoken && !spoken->text(QAccessible::Name).isEmpty();
    const auto *tool = qobject_cast<QToolButton *>(&button);
    const auto isIcon = tool ? tool->toolButtonStyle() == Qt::ToolButtonIconOnly : button.text().isEmpty();
    return hasName && (!isIcon || !button.toolTip().isEmpty());
}

} // namespace

/// How the window arranges itself: in small windows, from place to place, and at the first key.
class TestLayout : public QObject
{
    Q_OBJECT

private slots:
    void enterNamesTheFirstFieldAtOnce();
    void placesKeepTheirWidths();
    void aSmallWindowShowsAllColumnsOfTheJobs();
    void allKeysFitTheScreen();
    void everyButtonHasAName();
};

void TestLayout::enterNamesTheFirstFieldAtOnce()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    QApplication::setActiveWindow(&rig.window());
    QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
    rig.window().openPaths({sample});
    QTest::keyClick(rig.window().focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(rig.find<QLineEdit>(u"schemaCellEdit"_s));
}

void TestLayout::placesKeepTheirWidths()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    rig.window().resize(1024, 700);
    QApplication::setActiveWindow(&rig.window());
    QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
    rig.window().openPaths({schemaFile, sample});
    go(rig, "reviewPlace");
    const auto *results = rig.find<QDockWidget>(u"resultsDock"_s);
    const auto *jobs = rig.find<QDockWidget>(u"jobsDock"_s);
    const auto before = std::pair(jobs->width(), results->width());
    for (const auto *other : {"evaluatePlace", "jobsPlace", "designPlace"}) {
        go(rig, other);
        go(rig, "reviewPlace");
        QCOMPARE(std::pair(jobs->width(), results->width()), before);
    }
}

void TestLayout::aSmallWindowShowsAllColumnsOfTheJobs()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    rig.window().resize(1024, 700);
    QApplication::setActiveWindow(&rig.window());
    QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
    rig.window().openPaths({schemaFile, sample});
    QTRY_VERIFY(rig.find<QToolButton>(u"runButton"_s)->isEnabled());
    QTest::keyClick(&rig.window(), Qt::Key_F5);
    QTRY_VERIFY(!rig.queue().ids().empty());
    go(rig, "jobsPlace");
    auto *table = rig.find<QTreeView>(u"jobTable"_s);
    QTRY_VERIFY(table->isVisible());
    QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
    // Run has room whatever it costs.
    const auto *extension = rig.find<QToolButton>(u"qt_toolbar_ext_button"_s);
    QVERIFY(!extension || !extension->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(rig.queue().unfinished(), 0, patience);
}

void TestLayout::allKeysFitTheScreen()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    QApplication::setActiveWindow(&rig.window());
    QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
    rig.find<QAction>(u"keysAction"_s)->trigger();
    const auto *dialog = rig.find<QDialog>(u"keysDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(dialog->height() <= dialog->screen()->availableSize().height());
    QVERIFY(dialog->width() <= dialog->screen()->availableSize().width());
}

void TestLayout::everyButtonHasAName()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    QApplication::setActiveWindow(&rig.window());
    QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
    rig.window().openPaths({schemaFile, sample});
    QStringList nameless;
    const auto isQts = [](const QAbstractButton &button) {
        return QStringList{u"QTableCornerButton"_s, u"ScrollLeftButton"_s, u"ScrollRightButton"_s}.contains(
                   QString::fromLatin1(button.metaObject()->className())) ||
               button.objectName().startsWith("Scroll"_L1) || button.objectName().startsWith("qt_"_L1);
    };
    // A button that is kept ready for what may come gets its words with it.
    const auto isUnused = [](const QAbstractButton &button) {
        return !button.isVisible() && button.text().isEmpty() && button.icon().isNull();
    };
    for (auto *button : rig.window().findChildren<QAbstractButton *>())
        if (!isQts(*button) && !isUnused(*button) && !isNamed(*button))
            nameless << u"%1 %2 in %3"_s.arg(QString::fromLatin1(button->metaObject()->className()),
                                             button->objectName(), button->parentWidget()->objectName());
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

QTEST_MAIN(TestLayout)
#include "tst_layout.moc"
