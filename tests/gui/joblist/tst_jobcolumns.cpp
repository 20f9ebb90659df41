// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/joblist/jobcolumns.h"

#include "gui/common/studiostyle.h"
#include "gui/joblist/jobdelegate.h"
#include "gui/joblist/jobmodel.h"
#include "wording/translation.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTreeView>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::gui::joblist;

class TestJobColumns : public QObject
{
    Q_OBJECT

private slots:
    /// German has the longest words.
    void initTestCase()
    {
        wording::installTranslation(*qApp, QLocale(u"de_DE"_s));
        gui::common::StudioStyle::install(*qApp);
    }

    /// What the smallest window leaves for the list, and more.
    void nothingLiesOutside_data()
    {
        QTest::addColumn<int>("width");
        for (const auto width : {740, 780, 1000, 1400, 2400})
            QTest::addRow("%d", width) << width;
    }
    void nothingLiesOutside()
    {
        QFETCH(int, width);
        const SystemClock clock;
        JobModel model(clock);
        QTreeView table;
        table.setModel(&model);
        table.setItemDelegate(new JobDelegate(&table));
        new JobColumns(table);
        table.resize(width, 400);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QCOMPARE(table.header()->length(), table.viewport()->width());
        QCOMPARE(table.horizontalScrollBar()->maximum(), 0);
        QCOMPARE(stateWord(JobState::Failed), u"Fehlgeschlagen"_s);
        for (const auto state : {JobState::Completed, JobState::Failed, JobState::Cancelled})
            QVERIFY(table.columnWidth(JobModel::Status) >= JobDelegate::stateWidth(table.fontMetrics(), state));
        for (int column = 0; column < JobModel::ColumnCount; ++column) {
            const auto title = model.headerData(column, Qt::Horizontal).toString();
            QVERIFY2(table.columnWidth(column) >= table.fontMetrics().horizontalAdvance(title), qPrintable(title));
        }
    }
};

QTEST_MAIN(TestJobColumns)
#include "tst_jobcolumns.moc"
