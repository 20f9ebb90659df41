// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/joblist/jobspage.h"

#include "base/json.h"
#include "client/accessmanager.h"
#include "gui/joblist/deletequestion.h"
#include "gui/joblist/joblistcontroller.h"
#include "jobs/jobqueue.h"
#include "jobs/jobstore.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeView>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::gui::joblist;

/// The list on a queue whose jobs wait for their connection.
class TestJobsPage : public QObject
{
    Q_OBJECT

private slots:
    void theSelectionIsOfWhatIsShown();
    void theQuestionHasRoomForItsTitle();
};

void TestJobsPage::theSelectionIsOfWhatIsShown()
{
    QTemporaryDir folder;
    SystemClock clock;
    SystemScheduler scheduler;
    client::AccessManager manager;
    const auto store = std::move(*jobs::JobStore::open(folder.filePath(u"jobs.sqlite"_s)));
    const auto configuration = *parseJson(R"({"data_schema":{"type":"object","properties":{"a":{"type":"string"}}}})");
    jobs::JobQueue queue(*store, {manager, clock, scheduler}, [](const QString &name) {
        return Expected<client::Connection>(Unexpected(ErrorCode::KeyMissing, {}, name));
    });
    QVERIFY(queue.resume());
    JobListController controller(queue, clock);
    JobsPage page(controller);
    page.resize(1200, 600);
    page.show();
    QVERIFY(
        queue.add({u"/nowhere/apple.pdf"_s, u"/nowhere/pear.pdf"_s, u"/nowhere/plum.pdf"_s}, configuration, u"Mine"_s));
    auto *table = page.findChild<QTreeView *>(u"jobTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 3);
    const auto *label = page.findChild<QLabel *>(u"selectedLabel"_s);
    auto *filter = page.findChild<QLineEdit *>(u"jobFilterEdit"_s);
    auto *remove = page.findChild<QAction *>(u"deleteJobAction"_s);
    table->selectAll();
    QVERIFY(label->text().startsWith(u"3 "_s));
    filter->setText(u"p"_s);
    QVERIFY(label->text().startsWith(u"3 "_s));
    filter->setText(u"pl"_s);
    QTRY_COMPARE(page.selected().size(), 2);
    QVERIFY2(label->text().startsWith(u"2 "_s), qPrintable(label->text()));
    filter->setText(u"plum"_s);
    QTRY_COMPARE(page.selected().size(), 1);
    QVERIFY2(label->text().startsWith(u"1 "_s), qPrintable(label->text()));
    QVERIFY(page.findChild<QAction *>(u"openJobAction"_s)->isEnabled());
    filter->setText(u"nothing like it"_s);
    QVERIFY(page.findChild<QWidget *>(u"noMatchingJobs"_s)->isVisible());
    QVERIFY2(label->text().isEmpty(), qPrintable(label->text()));
    QVERIFY(!remove->isEnabled());
}

void TestJobsPage::theQuestionHasRoomForItsTitle()
{
    QWidget window;
    window.show();
    bool isDeleted = false;
    askAboutDeleting({1, 1, false}, &window, [&isDeleted] { isDeleted = true; });
    auto *box = window.findChild<QMessageBox *>(u"deleteQuestion"_s);
    QVERIFY(box && QTest::qWaitForWindowExposed(box));
    QVERIFY2(box->width() >= 380, qPrintable(QString::number(box->width())));
    box->button(QMessageBox::Cancel)->click();
    QTest::qWait(50);
    QVERIFY(!isDeleted);
}

QTEST_MAIN(TestJobsPage)
#include "tst_jobspage.moc"
