// SPDX-License-Identifier: GPL-3.0-or-later
#include "endtoend/studiorig.h"

#include "gui/joblist/jobmodel.h"
#include "gui/schemaeditor/schemadocument.h"
#include "gui/schemaeditor/schemamodel.h"
#include "gui/schemaeditor/schemaview.h"
#include "gui/viewer/documentview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QNetworkProxy>
#include <QPushButton>
#include <QSpinBox>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace xs;
using gui::joblist::JobModel;
using gui::schemaeditor::SchemaView;

namespace {

constexpr int patience = 60'000;
const auto samples = QStringLiteral(XS_SOURCE_DIR "/resources/samples/");

/// The tables of the first version of the program's own store, with one completed job.
const QStringList firstStore{
    uR"(CREATE TABLE configuration (hash TEXT PRIMARY KEY, json BLOB NOT NULL) WITHOUT ROWID)"_s,
    uR"(CREATE TABLE job (sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
        configuration TEXT NOT NULL REFERENCES configuration(hash), document_path TEXT NOT NULL,
        document_name TEXT NOT NULL, document_size INTEGER NOT NULL, document_sha256 TEXT NOT NULL,
        document_pages INTEGER, connection TEXT NOT NULL, base_url TEXT NOT NULL, phase TEXT NOT NULL,
        error_code TEXT NOT NULL, error_detail TEXT NOT NULL, error_place TEXT NOT NULL, file_id TEXT NOT NULL,
        remote_id TEXT NOT NULL, remote_status TEXT NOT NULL, cancel_wanted INTEGER NOT NULL,
        remove_wanted INTEGER NOT NULL, run INTEGER NOT NULL, create_sent_at TEXT NOT NULL,
        former_remote_ids TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL))"_s,
    uR"(CREATE INDEX job_configuration ON job(configuration))"_s,
    uR"(CREATE TABLE answer (job TEXT PRIMARY KEY REFERENCES job(id) ON DELETE CASCADE, json BLOB NOT NULL)
        WITHOUT ROWID)"_s,
    uR"(INSERT INTO configuration VALUES ('h', '{"data_schema":{"type":"object","properties":{"total":
        {"type":"number"}}}}'))"_s,
    uR"(INSERT INTO job VALUES (1, 'old-job', 'h', '/documents/old.pdf', 'old.pdf', 10, '', 1, 'local', '',
        'Completed', 'None', '', '', 'dfl-1', 'ext-1', 'COMPLETED', 0, 0, 1, '', '', '2026-01-02T03:04:05Z',
        '2026-01-02T03:04:06Z'))"_s,
    uR"(INSERT INTO answer VALUES ('old-job', '{"id":"ext-1","status":"COMPLETED","file_input":"dfl-1",
        "extract_result":{"total":12.5},"created_at":"2026-01-02T03:04:05Z"}'))"_s,
    u"PRAGMA user_version=1"_s,
};

bool makeFirstStore(const QString &path)
{
    auto good = true;
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"first"_s);
        database.setDatabaseName(path);
        good = database.open();
        for (const auto &statement : firstStore)
            if (QSqlQuery query(database); !query.exec(statement)) {
                qWarning() << query.lastError().text() << statement;
                good = false;
            }
    }
    QSqlDatabase::removeDatabase(u"first"_s);
    return good;
}

} // namespace

/// Configuring and running in the real window with the real service, with keys and mouse.
///
///   pages on thumbnails and as text            pagesArePickedAndTyped
///   pages, credits and money before the run    aRunOverTheLimitIsAskedAbout
///   an error in the schema blocks the run      anErrorInTheSchemaBlocksTheRun
///   webhooks that the server keeps             webhooksOfTheServerAreChosen
///   proxy, own CA, test of a connection        aConnectionKeepsItsWay
///   no document is sent twice; removal         uploadsAreSharedAndRemoved
///   filter, counts, sorting, columns           theListIsFilteredSortedAndRemembered
///   a store of an earlier version              anEarlierStoreIsTakenOver
/// Files and configurations on the server: tst_design, tst_trouble. Retry, duplicate, cancel, delete: tst_jobs.
class TestRun : public QObject
{
    Q_OBJECT

private slots:
    void pagesArePickedAndTyped();
    void aRunOverTheLimitIsAskedAbout();
    void anErrorInTheSchemaBlocksTheRun();
    void webhooksOfTheServerAreChosen();
    void aConnectionKeepsItsWay();
    void uploadsAreSharedAndRemoved();
    void theListIsFilteredSortedAndRemembered();
    void anEarlierStoreIsTakenOver();

private:
    static void open(StudioRig &rig, const QStringList &paths)
    {
        QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
        QApplication::setActiveWindow(&rig.window());
        rig.window().openPaths(paths);
    }
    static void runAll(StudioRig &rig, std::size_t jobs)
    {
        auto *run = rig.find<QToolButton>(u"runButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(run->isEnabled(), patience);
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(rig.queue().ids().size(), jobs, patience);
        QTRY_COMPARE_WITH_TIMEOUT(rig.queue().unfinished(), 0, patience);
    }
    static QStringList requests(StudioRig &rig, const char *verb, const QString &part)
    {
        QStringList paths;
        for (const auto &exchange : rig.activity().exchanges())
            if (exchange.verb == verb && exchange.url.path().contains(part))
                paths << exchange.url.path();
        return paths;
    }
};

void TestRun::pagesArePickedAndTyped()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    open(rig, {samples + u"invoice.schema.json"_s, samples + u"invoice.pdf"_s});
    auto *picker = rig.find<QListView>(u"pagePicker"_s);
    QTRY_VERIFY_WITH_TIMEOUT(picker->isVisible() && picker->model()->rowCount() == 2, patience);
    auto *typed = rig.find<QLineEdit>(u"targetPagesEdit"_s);
    auto *run = rig.find<QToolButton>(u"runButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(run->text().contains(u"2 page(s)"_s), patience);
    QTest::mouseClick(picker->viewport(), Qt::LeftButton, {},
                      picker->visualRect(picker->model()->index(0, 0)).center());
    QCOMPARE(typed->text(), u"2"_s);
    QVERIFY(run->text().contains(u"1 page(s)"_s) && !run->text().contains(u"2 page(s)"_s));
    // What is typed stands on the thumbnails, and what is none is said.
    typed->setFocus();
    typed->selectAll();
    QTest::keyClicks(typed, u"1-2"_s);
    const auto checked = [picker](int row) {
        return picker->model()->index(row, 0).data(Qt::CheckStateRole).toInt() == Qt::Checked;
    };
    QVERIFY(checked(0) && checked(1));
    typed->selectAll();
    QTest::keyClicks(typed, u"7"_s);
    QVERIFY(!run->isEnabled());
    typed->selectAll();
    QTest::keyClicks(typed, u"1"_s);
    QVERIFY(run->isEnabled() && checked(0) && !checked(1));
    // One history for everything.
    QTest::keyClick(&rig.window(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(typed->text() != u"1"_s);
}

/// The key is wrong and no request leaves this computer: the proxy is a port where nobody answers.
void TestRun::aRunOverTheLimitIsAskedAbout()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    QNetworkProxy::setApplicationProxy({QNetworkProxy::HttpProxy, u"127.0.0.1"_s, closed.serverPort()});
    closed.close();
    QTemporaryDir folder;
    {
        StudioRig rig(folder.path());
        const auto europe = client::llamaCloudEurope.toString();
        rig.connections().useKey(europe, u"llx-test"_s);
        rig.connections().setCurrent(europe);
        open(rig, {samples + u"invoice.schema.json"_s, samples + u"invoice.pdf"_s});
        auto *run = rig.find<QToolButton>(u"runButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(run->text().contains(u"2 page(s)"_s) && run->text().contains(u"credits"_s) &&
                                     run->text().contains(u'$'),
                                 patience);
        QVERIFY(rig.find<QWidget>(u"costFooter"_s)->isVisible());
        auto *limit = rig.find<QSpinBox>(u"budgetSpin"_s);
        limit->setFocus();
        limit->selectAll();
        QTest::keyClicks(limit, u"5"_s);
        QTest::keyClick(limit, Qt::Key_Return);
        const auto label = run->text();
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_VERIFY(rig.find<QMessageBox>(u"costQuestion"_s));
        auto *question = rig.find<QMessageBox>(u"costQuestion"_s);
        QTRY_VERIFY(question->isVisible());
        QVERIFY(question->text().contains(u"credits"_s) && question->text().contains(u'5'));
        QCOMPARE(run->text(), label);
        QTest::mouseClick(question->button(QMessageBox::Cancel), Qt::LeftButton);
        QTRY_VERIFY(!rig.find<QMessageBox>(u"costQuestion"_s));
        QVERIFY(rig.queue().ids().empty());
        // Enter takes the safe answer.
        QTest::mouseClick(run, Qt::LeftButton);
        question = rig.find<QMessageBox>(u"costQuestion"_s);
        QTest::keyClick(question, Qt::Key_Return);
        QTRY_VERIFY(!rig.find<QMessageBox>(u"costQuestion"_s));
        QVERIFY(rig.queue().ids().empty());
        QTest::mouseClick(run, Qt::LeftButton);
        QTest::mouseClick(rig.find<QPushButton>(u"costRunButton"_s), Qt::LeftButton);
        QTRY_COMPARE(rig.queue().ids().size(), 1U);
        rig.queue().remove(rig.queue().ids().front());
        QTRY_VERIFY_WITH_TIMEOUT(rig.queue().ids().empty(), patience);
    }
    // The limit is remembered.
    {
        StudioRig rig(folder.path());
        QCOMPARE(rig.find<QSpinBox>(u"budgetSpin"_s)->value(), 5);
    }
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
}

void TestRun::anErrorInTheSchemaBlocksTheRun()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    open(rig, {samples + u"invoice.schema.json"_s, samples + u"invoice.pdf"_s});
    auto *run = rig.find<QToolButton>(u"runButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(run->isEnabled(), patience);
    auto *tree = rig.find<SchemaView>(u"schemaTree"_s);
    auto schema = tree->schemaModel().document().schema();
    schema["properties"]["deep"] = *parseJson(R"({"type":"object","properties":{}})");
    auto *level = &schema["properties"]["deep"];
    for (int i = 0; i < 9; ++i) {
        (*level)["properties"]["d"] = {{"type", "object"}, {"properties", Json::object()}};
        level = &(*level)["properties"]["d"];
    }
    (*level)["properties"]["leaf"] = {{"type", "string"}};
    QVERIFY(tree->schemaModel().document().load(schema));
    QTRY_VERIFY(!run->isEnabled());
    QVERIFY(!run->toolTip().isEmpty());
    QTest::keyClick(&rig.window(), Qt::Key_F5);
    QVERIFY(rig.queue().ids().empty());
}

void TestRun::webhooksOfTheServerAreChosen()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    open(rig, {samples + u"invoice.schema.json"_s, samples + u"invoice.pdf"_s});
    QTRY_VERIFY_WITH_TIMEOUT(rig.connections().connection(rig.connections().current().name).has_value(), patience);
    const auto connection = *rig.connections().connection(rig.connections().current().name);
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(connection.baseUrl.toString() + u"/api/v1/beta/webhook-configs"_s));
    request.setRawHeader("Authorization", "Bearer " + connection.key.toLatin1());
    request.setRawHeader("Content-Type", "application/json");
    std::unique_ptr<QNetworkReply> made(
        manager.post(request, R"({"webhook_url":"http://127.0.0.1:9/told","webhook_events":["extract.success"]})"));
    QTRY_VERIFY_WITH_TIMEOUT(made->isFinished(), patience);
    const auto id = toQString(member(*parseJson(made->readAll()), "id"));
    QVERIFY(!id.isEmpty());

    rig.find<QToolButton>(u"webhooksGroupHeader"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(rig.find<QCheckBox>(u"savedWebhook_"_s + id), patience);
    auto *check = rig.find<QCheckBox>(u"savedWebhook_"_s + id);
    QCOMPARE(check->text(), u"127.0.0.1/told"_s);
    QVERIFY(!check->isChecked());
    check->click();
    runAll(rig, 1);
    const auto stored = *rig.queue().configuration(rig.queue().ids().front());
    QCOMPARE(stored["webhook_configuration_ids"], Json::array({toStd(id)}));
    QStringList sent;
    for (const auto &exchange : rig.activity().exchanges())
        if (exchange.verb == "POST" && exchange.url.path().endsWith("/extract"_L1))
            sent << QString::fromUtf8(exchange.body);
    QCOMPARE(sent.size(), 1);
    QCOMPARE((*parseJson(sent.front().toUtf8()))["webhook_configuration_ids"], Json::array({toStd(id)}));
    QVERIFY(!(*parseJson(sent.front().toUtf8()))["configuration"].contains("webhook_configuration_ids"));
}

void TestRun::aConnectionKeepsItsWay()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    QTRY_VERIFY_WITH_TIMEOUT(rig.connections().connection(rig.connections().current().name).has_value(), patience);
    const auto local = *rig.connections().connection(rig.connections().current().name);
    const auto openDialog = [&rig] {
        rig.find<QAction>(u"connectionAction"_s)->trigger();
        return rig.find<QDialog>(u"connectionDialog"_s);
    };
    auto *dialog = openDialog();
    const auto field = [&dialog](const char *name) { return dialog->findChild<QLineEdit *>(QLatin1String(name)); };
    auto *profiles = dialog->findChild<QComboBox *>(u"profileCombo"_s);
    profiles->setFocus();
    QTest::keyClick(profiles, Qt::Key_End);
    QVERIFY(field("nameEdit")->isVisible());
    QTest::keyClicks(field("nameEdit"), u"Ours"_s);
    QTest::keyClicks(field("addressEdit"), local.baseUrl.toString());
    QTest::keyClicks(field("keyEdit"), local.key);
    auto *proxy = dialog->findChild<QComboBox *>(u"proxyCombo"_s);
    QVERIFY(!field("proxyEdit")->isVisible());
    proxy->setFocus();
    QTest::keyClick(proxy, Qt::Key_End);
    QVERIFY(field("proxyEdit")->isVisible());
    auto *test = dialog->findChild<QPushButton *>(u"testButton"_s);
    auto *sentence = dialog->findChild<QLabel *>(u"messageSentence"_s);
    QTest::mouseClick(test, Qt::LeftButton);
    QVERIFY(sentence->text().contains(u"proxy"_s));
    // A proxy where nobody answers is what the test goes through, too.
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    QTest::keyClicks(field("proxyEdit"), u"http://127.0.0.1:%1"_s.arg(closed.serverPort()));
    closed.close();
    QTest::mouseClick(test, Qt::LeftButton);
    const auto asking = sentence->text();
    QTRY_VERIFY_WITH_TIMEOUT(sentence->text() != asking, patience);
    QVERIFY(!dialog->findChild<QLabel *>(u"messageWhatToDo"_s)->text().isEmpty());
    QTest::keyClick(proxy, Qt::Key_Up);
    QVERIFY(!field("proxyEdit")->isVisible());
    // A file that holds no certificate is refused before anything is asked.
    QFile none(folder.filePath(u"none.pem"_s));
    QVERIFY(none.open(QIODevice::WriteOnly));
    none.write("no certificate");
    none.close();
    QTest::keyClicks(field("caEdit"), none.fileName());
    QTest::mouseClick(test, Qt::LeftButton);
    QVERIFY(dialog->findChild<QLabel *>(u"messageWhatToDo"_s)->text().contains(u"PEM"_s));
    field("caEdit")->clear();
    QTest::mouseClick(test, Qt::LeftButton);
    auto *project = dialog->findChild<QComboBox *>(u"projectCombo"_s);
    QTRY_VERIFY_WITH_TIMEOUT(project->count() > 1, patience);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"useButton"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(rig.connections().current().name, u"Ours"_s, patience);
    QCOMPARE(rig.connections().current().proxy, client::Profile::Proxy::None);
    QCOMPARE(rig.keys().keys.at(u"Ours"_s), local.key);
    QTRY_VERIFY(rig.find<QLabel>(u"destinationText"_s)->text().contains(u"Ours"_s));
}

void TestRun::uploadsAreSharedAndRemoved()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    const auto same = folder.filePath(u"the same.pdf"_s);
    QVERIFY(QFile::copy(samples + u"form.pdf"_s, same));
    auto *remove = rig.find<QAction>(u"removeUploadsAction"_s);
    QVERIFY(remove && !remove->isChecked());
    open(rig, {samples + u"form.schema.json"_s, samples + u"form.pdf"_s, same});
    runAll(rig, 2);
    QCOMPARE(requests(rig, "POST", u"/files"_s).size(), 1);
    QVERIFY(requests(rig, "DELETE", u"/files/"_s).isEmpty());
    // Whatever is sent from now on is taken away again, and so is what was there.
    remove->trigger();
    runAll(rig, 4);
    const auto noneLeft = [&rig] {
        return std::ranges::all_of(rig.queue().ids(),
                                   [&rig](const LocalJobId &id) { return rig.queue().job(id)->fileId.isEmpty(); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(noneLeft(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(requests(rig, "DELETE", u"/files/"_s).size(), requests(rig, "POST", u"/files"_s).size(),
                              patience);
}

void TestRun::theListIsFilteredSortedAndRemembered()
{
    QTemporaryDir folder;
    const auto broken = folder.filePath(u"broken.pdf"_s);
    QFile file(broken);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("%PDF-1.4 nothing");
    file.close();
    const auto names = [](QTreeView *table) {
        QStringList shown;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            shown << table->model()->index(row, JobModel::Document).data().toString();
        return shown;
    };
    {
        StudioRig rig(folder.path());
        open(rig, {samples + u"form.schema.json"_s, samples + u"form.pdf"_s, broken, samples + u"invoice.pdf"_s});
        runAll(rig, 3);
        QTest::keyClick(&rig.window(), Qt::Key_2, Qt::ControlModifier);
        auto *table = rig.find<QTreeView>(u"jobTable"_s);
        QTRY_VERIFY(table->isVisible());
        QTRY_COMPARE(table->model()->rowCount(), 3);
        auto *filter = rig.find<QLineEdit>(u"jobFilterEdit"_s);
        QTest::keyClicks(filter, u"inv"_s);
        QTRY_COMPARE(names(table), QStringList{u"invoice.pdf"_s});
        QTest::keyClicks(filter, u"xyz"_s);
        QTRY_VERIFY(rig.find<QWidget>(u"noMatchingJobs"_s)->isVisible());
        QTest::mouseClick(rig.find<QWidget>(u"noMatchingJobs"_s)->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 3);
        // A click on the header sorts; again the other way round.
        auto *header = table->header();
        const QPoint title(header->sectionViewportPosition(JobModel::Document) + 20, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, title);
        const auto once = QStringList{u"broken.pdf"_s, u"form.pdf"_s, u"invoice.pdf"_s};
        const auto reversed = QStringList{once.rbegin(), once.rend()};
        QTRY_VERIFY(names(table) == once || names(table) == reversed);
        const auto first = names(table);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, title);
        QTRY_COMPARE(names(table), first == once ? reversed : once);
        if (names(table) != reversed) {
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, title);
            QTRY_COMPARE(names(table), reversed);
        }
        // As a person does it: the border is dragged.
        const auto width = header->sectionSize(JobModel::Document);
        const QPoint border(header->sectionViewportPosition(JobModel::Document) + width - 1, header->height() / 2);
        QTest::mousePress(header->viewport(), Qt::LeftButton, {}, border);
        QTest::mouseMove(header->viewport(), border + QPoint(311 - width, 0));
        QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, border + QPoint(311 - width, 0));
        QCOMPARE(header->sectionSize(JobModel::Document), 311);
        // The count of a state is its filter.
        auto *states = rig.window().findChild<QListView *>(u"stateList"_s);
        QVERIFY(states);
        for (int row = 0; row < states->model()->rowCount(); ++row)
            if (states->model()->index(row, 0).data().toString().contains(u"Failed"_s))
                QTest::mouseClick(states->viewport(), Qt::LeftButton, {},
                                  states->visualRect(states->model()->index(row, 0)).center());
        QTRY_COMPARE(names(table), QStringList{u"broken.pdf"_s});
    }
    StudioRig rig(folder.path());
    QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
    QTest::keyClick(&rig.window(), Qt::Key_2, Qt::ControlModifier);
    auto *table = rig.find<QTreeView>(u"jobTable"_s);
    QTRY_COMPARE(names(table), (QStringList{u"invoice.pdf"_s, u"form.pdf"_s, u"broken.pdf"_s}));
    QCOMPARE(table->header()->sectionSize(JobModel::Document), 311);
}

void TestRun::anEarlierStoreIsTakenOver()
{
    QTemporaryDir folder;
    QVERIFY(makeFirstStore(folder.filePath(u"jobs.sqlite"_s)));
    for (int start = 0; start < 2; ++start) {
        StudioRig rig(folder.path());
        QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
        QTest::keyClick(&rig.window(), Qt::Key_2, Qt::ControlModifier);
        auto *table = rig.find<QTreeView>(u"jobTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(table->model()->index(0, JobModel::Document).data().toString(), u"old.pdf"_s);
        // What the list shows of the answer is found out once.
        QTRY_COMPARE(table->model()->index(0, JobModel::Note).data().toString(), u"1 value(s)"_s);
        QVERIFY(rig.queue().answer(rig.queue().ids().front()));
    }
}

QTEST_MAIN(TestRun)
#include "tst_run.moc"
