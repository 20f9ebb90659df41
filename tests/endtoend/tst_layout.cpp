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

std::pair<int, int> widths(StudioRig &rig, const char *place)
{
    const auto isDesign = qstrcmp(place, "designPlace") == 0;
    return {rig.find<QDockWidget>(isDesign ? u"schemaDock"_s : u"jobsDock"_s)->width(),
            rig.find<QDockWidget>(isDesign ? u"configurationDock"_s : u"resultsDock"_s)->width()};
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
    void panesGrowWithTheWindow();
    void panesKeepTheSharesThatSomebodyGaveThem();
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

void TestLayout::panesGrowWithTheWindow()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    rig.window().resize(1440, 900);
    QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
    rig.window().openPaths({schemaFile, sample});
    for (const auto *place : {"designPlace", "reviewPlace"}) {
        go(rig, place);
        const auto large = widths(rig, place);
        rig.window().resize(1024, 700);
        QTest::qWait(300);
        const auto small = widths(rig, place);
        QVERIFY(small.first < large.first && small.second < large.second);
        rig.window().resize(1440, 900);
        QTRY_COMPARE(widths(rig, place), large);
    }
    // Another place was small when it was left, too.
    rig.window().resize(1024, 700);
    QTest::qWait(300);
    go(rig, "designPlace");
    const auto small = widths(rig, "designPlace");
    go(rig, "reviewPlace");
    rig.window().resize(1440, 900);
    go(rig, "designPlace");
    QVERIFY(widths(rig, "designPlace").first > small.first);
}

void TestLayout::panesKeepTheSharesThatSomebodyGaveThem()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    rig.window().resize(1400, 900);
    QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
    rig.window().openPaths({schemaFile, sample});
    go(rig, "reviewPlace");
    const auto *jobs = rig.find<QDockWidget>(u"jobsDock"_s);
    const auto edge = jobs->mapTo(&rig.window(), QPoint(jobs->width() + 1, jobs->height() / 2));
    QTest::mouseMove(&rig.window(), edge);
    QTest::mousePress(&rig.window(), Qt::LeftButton, {}, edge);
    const auto there = edge + QPoint(350 - jobs->width(), 0);
    QTest::mouseMove(&rig.window(), there);
    QTRY_VERIFY(std::abs(widths(rig, "reviewPlace").first - 350) < 9);
    QTest::mouseRelease(&rig.window(), Qt::LeftButton, {}, there);
    QTest::qWait(50);
    const auto moved = widths(rig, "reviewPlace");
    rig.window().resize(1120, 700);
    QTRY_VERIFY(std::abs(widths(rig, "reviewPlace").first - 280) < 9);
    rig.window().resize(1400, 900);
    QTRY_COMPARE(widths(rig, "reviewPlace"), moved);
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
    // What comes next has its button, which leads to the document.
    auto *next = rig.find<QToolButton>(u"reviewNextButton"_s);
    QTRY_VERIFY(next->isVisible());
    QTRY_VERIFY(next->geometry().right() < next->parentWidget()->width());
    next->click();
    QTRY_VERIFY(rig.find<QAction>(u"reviewPlace"_s)->isChecked());
    QTRY_VERIFY(!next->isVisible());
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
