// SPDX-License-Identifier: GPL-3.0-or-later
#include "endtoend/studiorig.h"
#include "support/answerserver.h"

#include <QApplication>
#include <QClipboard>
#include <QDBusConnection>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>
#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace xs;

namespace {

constexpr int patience = 60'000;

const auto sampleInvoice = QStringLiteral(XS_SOURCE_DIR "/resources/samples/invoice.pdf");
const auto sampleSchema = QStringLiteral(XS_SOURCE_DIR "/resources/samples/invoice.schema.json");

QString workDocument(const StudioRig &, const QString &folder, const QString &name)
{
    const auto path = folder + u'/' + name;
    return QFile::copy(sampleInvoice, path) ? path : QString();
}

/// A desktop's notification service, as small as it can be.
class Notifications : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList shown;

public slots:
    uint Notify(const QString &, uint, const QString &, const QString &summary, const QString &body,
                const QStringList &, const QVariantMap &, int)
    {
        shown << summary + u": "_s + body;
        return 7;
    }

signals:
    void ActionInvoked(uint id, const QString &key);
};

/// Answers every request with one file.
class FileServer : public QTcpServer
{
public:
    FileServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                requests << socket->readAll();
                const QByteArray status = requests.back().startsWith("GET /gone/") ? "404 Not Found" : "200 OK";
                socket->write("HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Type: application/pdf\r\n" +
                              headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
                socket->disconnectFromHost();
            });
        });
    }
    QByteArray body;
    QByteArray headers;
    QByteArrayList requests;
};

} // namespace

/// What can be done with documents and jobs besides running them, in the real window with keys and mouse.
class TestJobs : public QObject
{
    Q_OBJECT

private slots:
    void activityShowsAndCopies();
    void picturesArePasted();
    void documentsArePastedIntoAnEmptyListOfJobs();
    void attachmentsOfMailsAreKept();
    void addressesAreAskedAboutFirst();
    void jobsAreDuplicatedRetriedAndDeleted();
    void deletingRunningJobsIsAskedAbout();
    void inputsOfTheServerAreRun();
    void anInputThatIsGoneIsNoFaultOfTheSchema();
    void aFolderIsWatched();
    void theDesktopIsToldOfTheEnd();
};

void TestJobs::activityShowsAndCopies()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    QVERIFY(rig.isInFront());
    auto *dock = rig.find<QDockWidget>(u"activityDock"_s);
    QVERIFY(dock && !dock->isVisible());
    rig.window().openPaths({sampleSchema, sampleInvoice});
    QTRY_VERIFY(rig.find<QToolButton>(u"runButton"_s)->isEnabled());
    QTest::keyClick(&rig.window(), Qt::Key_F5);
    QTRY_VERIFY(!rig.queue().ids().empty());
    QTRY_COMPARE_WITH_TIMEOUT(rig.queue().unfinished(), 0, patience);
    QTest::keyClick(&rig.window(), Qt::Key_F12);
    QVERIFY(dock->isVisible());
    auto *list = rig.find<QTreeView>(u"activityList"_s);
    QVERIFY(list->model()->rowCount() >= 3);
    auto *filter = rig.find<QLineEdit>(u"activityFilterEdit"_s);
    QTest::keyClicks(filter, u"post"_s);
    QCOMPARE(list->model()->rowCount(), 2);
    const auto create = list->model()->index(1, 0);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(create).center());
    auto *text = rig.find<QPlainTextEdit>(u"activityText"_s);
    QVERIFY(text->toPlainText().contains(u"POST http"_s));
    QVERIFY(text->toPlainText().contains(u"\"data_schema\": {"_s));
    QVERIFY(text->toPlainText().contains(u"••••"_s));
    QTest::mouseClick(rig.find<QToolButton>(u"copyCurlButton"_s), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().startsWith(u"curl --request POST"_s));
    rig.find<QAction>(u"activityAnswerAction"_s)->trigger();
    QVERIFY(text->toPlainText().contains(u"\"ext-"_s));
    const auto key = rig.connections().connection(client::thisComputer.toString())->key;
    QVERIFY(!key.isEmpty() && !text->toPlainText().contains(key));
    // It stays while the place changes.
    QTest::keyClick(&rig.window(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(dock->isVisible());
    QTest::mouseClick(rig.find<QToolButton>(u"activityCloseButton"_s), Qt::LeftButton);
    QVERIFY(!dock->isVisible());
}

void TestJobs::picturesArePasted()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    QVERIFY(rig.isInFront());
    QImage picture(200, 100, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QApplication::clipboard()->setImage(picture);
    rig.find<QWidget>(u"startPage"_s)->setFocus();
    QTest::keyClick(rig.find<QWidget>(u"startPage"_s), Qt::Key_V, Qt::ControlModifier);
    const QDir documents(folder.filePath(u"documents"_s));
    QTRY_COMPARE(documents.entryList({u"*.png"_s}).size(), 1);
    QTRY_VERIFY(rig.find<QToolButton>(u"documentButton"_s)->text().endsWith(u".png"_s));
    // A PDF that a program hands over as it is, without a file.
    QFile sample(sampleInvoice);
    QVERIFY(sample.open(QIODevice::ReadOnly));
    auto *copied = new QMimeData;
    copied->setData(u"application/pdf"_s, sample.readAll());
    QApplication::clipboard()->setMimeData(copied);
    rig.find<QAction>(u"pasteDocumentsAction"_s)->trigger();
    QTRY_COMPARE(documents.entryList({u"*.pdf"_s}).size(), 1);
    QCOMPARE(QFileInfo(documents.filePath(documents.entryList({u"*.pdf"_s}).front())).size(), sample.size());
}

void TestJobs::documentsArePastedIntoAnEmptyListOfJobs()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    QVERIFY(rig.isInFront());
    QTest::keyClick(&rig.window(), Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(rig.find<QWidget>(u"noJobs"_s)->isVisible());
    auto *copied = new QMimeData;
    copied->setUrls({QUrl::fromLocalFile(sampleInvoice)});
    QApplication::clipboard()->setMimeData(copied);
    // To whatever has the keys, as a keyboard does.
    QVERIFY(rig.window().focusWidget());
    QTest::keyClick(rig.window().focusWidget(), Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(rig.find<QToolButton>(u"documentButton"_s)->text(), u"invoice.pdf"_s);
}

/// A mail program puts an attachment into a file of its own for the drag, and deletes it some time later.
void TestJobs::attachmentsOfMailsAreKept()
{
    QTemporaryDir folder;
    QTemporaryDir mail;
    StudioRig rig(folder.path());
    const auto first = workDocument(rig, mail.path(), u"invoice.pdf"_s);
    QVERIFY(rig.isInFront());
    rig.window().openPaths({sampleSchema});
    dropFiles(rig.find<QWidget>(u"startPage"_s), {first});
    QVERIFY(QFile::remove(first));
    const auto kept = folder.filePath(u"documents/invoice.pdf"_s);
    QTRY_COMPARE(rig.find<QToolButton>(u"documentButton"_s)->text(), u"invoice.pdf"_s);
    QTRY_VERIFY(rig.find<QToolButton>(u"runButton"_s)->isEnabled());
    QTest::keyClick(&rig.window(), Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(rig.queue().ids().size(), std::size_t(1), patience);
    QTRY_COMPARE_WITH_TIMEOUT(rig.queue().unfinished(), 0, patience);
    const auto *job = rig.queue().job(rig.queue().ids().front());
    QCOMPARE(job->phase, jobs::Phase::Completed);
    QCOMPARE(job->document.path, kept);
    // Another one of the same name is another document.
    QVERIFY(QFile::copy(sampleInvoice, first));
    dropFiles(rig.find<QWidget>(u"startPage"_s), {first, sampleInvoice});
    QTRY_VERIFY(QFile::exists(folder.filePath(u"documents/invoice (2).pdf"_s)));
    QCOMPARE(QDir(folder.filePath(u"documents"_s)).entryList(QDir::Files).size(), 2);
}

void TestJobs::addressesAreAskedAboutFirst()
{
    QTemporaryDir folder;
    FileServer server;
    QFile sample(sampleInvoice);
    QVERIFY(sample.open(QIODevice::ReadOnly));
    server.body = sample.readAll();
    server.headers = "Content-Disposition: attachment; filename=\"../../evil.pdf\"\r\n";
    StudioRig rig(folder.path());
    QVERIFY(rig.isInFront());
    QApplication::clipboard()->setText(u"http://127.0.0.1:%1/some/invoice.pdf?x=1"_s.arg(server.serverPort()));
    rig.find<QAction>(u"pasteDocumentsAction"_s)->trigger();
    auto *box = rig.find<QMessageBox>(u"fetchBox"_s);
    QVERIFY(box);
    QVERIFY(box->text().contains(u"127.0.0.1"_s));
    QVERIFY(box->informativeText().contains(u"/some/invoice.pdf"_s));
    QTest::qWait(200);
    QVERIFY(server.requests.isEmpty()); // nothing before the answer
    QTest::mouseClick(box->findChild<QPushButton *>(u"fetchButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.filePath(u"documents/evil.pdf"_s)), patience);
    QVERIFY(!server.requests.front().contains("Authorization"));
    QTRY_VERIFY(rig.find<QToolButton>(u"documentButton"_s)->text().endsWith(u"evil.pdf"_s));
    // Two of one name that come at the same time are two documents.
    QTRY_VERIFY(!rig.find<QMessageBox>(u"fetchBox"_s));
    const auto base = u"http://127.0.0.1:%1"_s.arg(server.serverPort());
    QApplication::clipboard()->setText(base + u"/a/x.pdf "_s + base + u"/b/x.pdf"_s);
    rig.find<QAction>(u"pasteDocumentsAction"_s)->trigger();
    QTest::mouseClick(rig.find<QPushButton>(u"fetchButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.filePath(u"documents/evil (3).pdf"_s)), patience);
    QVERIFY(QFile::exists(folder.filePath(u"documents/evil (2).pdf"_s)));
    // What does not come is told together with what comes, and stays.
    QTRY_VERIFY(!rig.find<QMessageBox>(u"fetchBox"_s));
    QApplication::clipboard()->setText(base + u"/gone/1.pdf "_s + base + u"/gone/2.pdf "_s + base + u"/c/x.pdf"_s);
    rig.find<QAction>(u"pasteDocumentsAction"_s)->trigger();
    QTest::mouseClick(rig.find<QPushButton>(u"fetchButton"_s), Qt::LeftButton);
    auto *notice = rig.find<QWidget>(u"noticeBar"_s);
    const auto sentence = [notice] { return notice->findChild<QLabel *>(u"messageSentence"_s)->text(); };
    QTRY_VERIFY_WITH_TIMEOUT(sentence().startsWith(u"2 document"_s), patience);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.filePath(u"documents/evil (4).pdf"_s)), patience);
    QTest::qWait(200);
    QVERIFY(notice->isVisible());
    QVERIFY(notice->findChild<QLabel *>(u"messageWhatToDo"_s)->text().contains(u"1.pdf: "_s));
    // Every host is named before.
    QApplication::clipboard()->setText(base + u"/a.pdf http://localhost:9/b.pdf"_s);
    rig.find<QAction>(u"pasteDocumentsAction"_s)->trigger();
    QVERIFY(rig.find<QMessageBox>(u"fetchBox"_s)->text().contains(u"127.0.0.1, localhost"_s));
    // Nothing unfinished is left.
    const QDir documents(folder.filePath(u"documents"_s));
    QTRY_COMPARE(documents.entryList(QDir::Files | QDir::Hidden).size(), 4);
}

void TestJobs::jobsAreDuplicatedRetriedAndDeleted()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    QVERIFY(rig.isInFront());
    const auto bad = folder.filePath(u"bad.pdf"_s);
    QVERIFY(writeFile(bad, "no document"));
    const auto good = workDocument(rig, folder.path(), u"good.pdf"_s);
    rig.window().openPaths({sampleSchema, bad, good});
    QTRY_VERIFY(rig.find<QToolButton>(u"runButton"_s)->isEnabled());
    QTest::keyClick(&rig.window(), Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(rig.queue().ids().size(), std::size_t(2), patience);
    QTRY_COMPARE_WITH_TIMEOUT(rig.queue().unfinished(), 0, patience);
    auto *table = rig.find<QTreeView>(u"jobTable"_s);
    QTRY_VERIFY(table->isVisible());
    QTRY_COMPARE(table->model()->rowCount(), 2);
    const auto choose = [table](int row) {
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(row, 0)).center());
    };
    // Retry from the error in Review, with the document mended.
    QVERIFY(QFile::remove(bad) && QFile::copy(sampleInvoice, bad));
    choose(0);
    QTest::keyClick(table, Qt::Key_Return);
    auto *retry = rig.find<QPushButton>(u"retryJobButton"_s);
    QTRY_VERIFY(retry->isVisible());
    QTest::mouseClick(retry, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(rig.queue().job(rig.queue().ids().front())->phase, jobs::Phase::Completed, patience);
    // Filter as you type.
    QTest::keyClick(&rig.window(), Qt::Key_2, Qt::ControlModifier);
    QTest::keyClicks(rig.find<QLineEdit>(u"jobFilterEdit"_s), u"goo"_s);
    QCOMPARE(table->model()->rowCount(), 1);
    rig.find<QLineEdit>(u"jobFilterEdit"_s)->clear();
    // Duplicate: the document and the schema are on the workbench again, and nothing has been sent.
    choose(1);
    QTest::keyClick(table, Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY(rig.find<QTreeView>(u"schemaTree"_s)->isVisible());
    QCOMPARE(rig.queue().ids().size(), std::size_t(2));
    QCOMPARE(rig.find<QToolButton>(u"documentButton"_s)->text(), u"good.pdf"_s);
    // Delete here and there, and here only.
    QTest::keyClick(&rig.window(), Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(table->model()->index(0, 1).data().toString(), u"Completed"_s);
    choose(0);
    QTest::keyClick(table, Qt::Key_Delete, Qt::ShiftModifier);
    // Values cannot be had back, so there is a question, and Enter deletes nothing.
    QTRY_VERIFY(rig.find<QMessageBox>(u"deleteQuestion"_s));
    auto *question = rig.find<QMessageBox>(u"deleteQuestion"_s);
    QTRY_VERIFY(question->isVisible());
    QTest::keyClick(question, Qt::Key_Return);
    QTRY_VERIFY(!rig.find<QMessageBox>(u"deleteQuestion"_s));
    QCOMPARE(rig.queue().ids().size(), std::size_t(2));
    choose(0);
    QTest::keyClick(table, Qt::Key_Delete, Qt::ShiftModifier);
    QTRY_VERIFY(rig.find<QPushButton>(u"deleteAnywayButton"_s));
    QTest::mouseClick(rig.find<QPushButton>(u"deleteAnywayButton"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(rig.queue().ids().size(), std::size_t(1), patience);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    choose(0);
    QTest::keyClick(table, Qt::Key_Delete);
    QTRY_VERIFY(rig.find<QPushButton>(u"deleteAnywayButton"_s));
    QTest::mouseClick(rig.find<QPushButton>(u"deleteAnywayButton"_s), Qt::LeftButton);
    QTRY_COMPARE(rig.queue().ids().size(), std::size_t(0));
    QTRY_VERIFY(rig.find<QWidget>(u"noJobs"_s)->isVisible());
}

/// Their values may have come in on the server by now.
void TestJobs::deletingRunningJobsIsAskedAbout()
{
    QTemporaryDir folder;
    test::AnswerServer<QTcpServer> server([](const QByteArray &head) {
        if (head.startsWith("POST /api/v1/beta/files"))
            return test::httpAnswer("201 Created", R"({"id":"dfl-1","name":"invoice.pdf","project_id":"p"})");
        QByteArray job(R"({"id":"ext-1","file_input":"dfl-1","status":"RUNNING","configuration":{},)"
                       R"("created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"})");
        if (head.contains("/cancel"))
            job.replace("RUNNING", "CANCELLED");
        return test::httpAnswer("200 OK", job);
    });
    StudioRig rig(folder.path());
    QVERIFY(rig.isInFront());
    client::Profile profile;
    profile.name = u"Slow"_s;
    profile.baseUrl = server.url(u"http"_s);
    rig.connections().profiles().save(profile);
    rig.connections().useKey(profile.name, u"llx-any"_s);
    const auto configuration = parseJson(R"({"data_schema":{"type":"object","properties":{"a":{"type":"string"}}}})");
    const auto added = rig.queue().add({sampleInvoice}, *configuration, profile.name);
    QVERIFY(added);
    QTRY_COMPARE_WITH_TIMEOUT(rig.queue().job(added->front())->phase, jobs::Phase::Waiting, patience);
    QTest::keyClick(&rig.window(), Qt::Key_2, Qt::ControlModifier);
    auto *table = rig.find<QTreeView>(u"jobTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->index(0, 1).data().toString(), u"Running"_s, patience);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 0)).center());
    QTest::keyClick(table, Qt::Key_Delete);
    QTRY_VERIFY(rig.find<QPushButton>(u"deleteAnywayButton"_s));
    QTest::keyClick(rig.find<QMessageBox>(u"deleteQuestion"_s), Qt::Key_Escape);
    QTRY_VERIFY(!rig.find<QMessageBox>(u"deleteQuestion"_s));
    QCOMPARE(rig.queue().unfinished(), 1);
    QTest::keyClick(table, Qt::Key_Delete);
    QTRY_VERIFY(rig.find<QPushButton>(u"deleteAnywayButton"_s));
    QTest::mouseClick(rig.find<QPushButton>(u"deleteAnywayButton"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(rig.queue().ids().size(), std::size_t(0), patience);
    const auto isCancelled = [&server] {
        return std::ranges::any_of(server.heads, [](const QByteArray &head) { return head.contains("/cancel"); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isCancelled(), patience);
}

void TestJobs::anInputThatIsGoneIsNoFaultOfTheSchema()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    QVERIFY(rig.isInFront());
    rig.window().openPaths({sampleSchema});
    QTRY_VERIFY_WITH_TIMEOUT(rig.connections().state(client::thisComputer.toString()), patience);
    rig.find<QAction>(u"serverInputsAction"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(rig.find<QLineEdit>(u"serverIdsEdit"_s), patience);
    QTest::keyClicks(rig.find<QLineEdit>(u"serverIdsEdit"_s), u"dfl-00000000-0000-4000-8000-000000000000"_s);
    QTest::mouseClick(rig.find<QPushButton>(u"serverRunButton"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(rig.queue().ids().size(), std::size_t(1), patience);
    QTRY_COMPARE_WITH_TIMEOUT(rig.queue().unfinished(), 0, patience);
    const auto &error = rig.queue().job(rig.queue().ids().front())->error;
    QCOMPARE(errorCodeName(error.code), errorCodeName(ErrorCode::FileMissing));
    auto *table = rig.find<QTreeView>(u"jobTable"_s);
    QTest::keyClick(&rig.window(), Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    const auto tips = [table] {
        QStringList cells;
        for (int column = 0; column < table->model()->columnCount(); ++column)
            cells << table->model()->index(0, column).data(Qt::ToolTipRole).toString();
        return cells.join(u'\n');
    };
    QTRY_VERIFY2(tips().contains(u"The server does not have dfl-"_s), qPrintable(tips()));
    QVERIFY2(!tips().contains(u"schema"_s), qPrintable(tips()));
}

void TestJobs::inputsOfTheServerAreRun()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    QVERIFY(rig.isInFront());
    rig.window().openPaths({sampleSchema, sampleInvoice});
    QTRY_VERIFY(rig.find<QToolButton>(u"runButton"_s)->isEnabled());
    QTest::keyClick(&rig.window(), Qt::Key_F5);
    QTRY_VERIFY(!rig.queue().ids().empty());
    QTRY_COMPARE_WITH_TIMEOUT(rig.queue().unfinished(), 0, patience);
    rig.find<QAction>(u"serverInputsAction"_s)->trigger();
    auto *list = rig.find<QTreeWidget>(u"serverInputList"_s);
    QVERIFY(list);
    QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 1, patience);
    // Files of one name are told apart by their day.
    QVERIFY(!list->topLevelItem(0)->text(2).isEmpty());
    auto *run = rig.find<QPushButton>(u"serverRunButton"_s);
    QVERIFY(!run->isEnabled());
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->topLevelItem(0)).center());
    QVERIFY(run->isEnabled());
    QTest::mouseClick(run, Qt::LeftButton);
    QTRY_COMPARE(rig.queue().ids().size(), std::size_t(2));
    QTRY_COMPARE_WITH_TIMEOUT(rig.queue().unfinished(), 0, patience);
    const auto *job = rig.queue().job(rig.queue().ids().back());
    QVERIFY(job->isServerInput());
    QCOMPARE(job->phase, jobs::Phase::Completed);
    QVERIFY(job->summary && job->summary->values > 0);
}

void TestJobs::aFolderIsWatched()
{
    QTemporaryDir folder;
    QTemporaryDir inbox;
    QVERIFY(QFile::copy(sampleInvoice, inbox.filePath(u"old.pdf"_s)));
    {
        QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        settings.setValue(u"watch/folder"_s, inbox.path());
    }
    StudioRig rig(folder.path());
    QVERIFY(rig.isInFront());
    auto *sign = rig.find<QToolButton>(u"watchSign"_s);
    QVERIFY(sign && sign->isVisible() && sign->toolTip().contains(inbox.path()));
    rig.window().openPaths({sampleSchema});
    QTest::keyClick(&rig.window(), Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(rig.find<QTreeView>(u"schemaTree"_s)->isVisible());
    // A copy that comes in two parts, and a result that is written there.
    QFile sample(sampleInvoice);
    QVERIFY(sample.open(QIODevice::ReadOnly));
    const auto bytes = sample.readAll();
    QFile coming(inbox.filePath(u"new.pdf"_s));
    QVERIFY(coming.open(QIODevice::WriteOnly));
    coming.write(bytes.left(bytes.size() / 2));
    coming.flush();
    QTest::qWait(2'500);
    coming.write(bytes.mid(bytes.size() / 2));
    coming.close();
    QVERIFY(writeFile(inbox.filePath(u"new.json"_s), "{}"));
    QVERIFY(writeFile(inbox.filePath(u"half.pdf.part"_s), "%PDF"));
    QTRY_COMPARE_WITH_TIMEOUT(rig.queue().ids().size(), std::size_t(1), patience);
    QTRY_COMPARE_WITH_TIMEOUT(rig.queue().unfinished(), 0, patience);
    const auto *job = rig.queue().job(rig.queue().ids().front());
    QCOMPARE(job->document.name, u"new.pdf"_s);
    QCOMPARE(job->phase, jobs::Phase::Completed);
    QCOMPARE(job->document.size, bytes.size());
    // Once only, and nobody is taken away from what they do.
    QTest::qWait(5'000);
    QVERIFY(rig.find<QTreeView>(u"schemaTree"_s)->isVisible());
    QCOMPARE(rig.queue().ids().size(), std::size_t(1));
    rig.find<QAction>(u"stopWatchingAction"_s)->trigger();
    QVERIFY(!sign->isVisible());
    QVERIFY(!rig.find<QAction>(u"watchFolderAction"_s)->isChecked());
}

void TestJobs::theDesktopIsToldOfTheEnd()
{
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        QSKIP("no session bus");
    Notifications desktop;
    QVERIFY(bus.registerObject(u"/org/freedesktop/Notifications"_s, &desktop,
                               QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(bus.registerService(u"org.freedesktop.Notifications"_s));
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    QVERIFY(rig.isInFront());
    rig.window().openPaths({sampleSchema, sampleInvoice});
    QTRY_VERIFY(rig.find<QToolButton>(u"runButton"_s)->isEnabled());
    // Another window is in front.
    QWidget other;
    other.show();
    other.activateWindow();
    QTRY_VERIFY(!rig.window().isActiveWindow());
    rig.window().run();
    QTRY_COMPARE_WITH_TIMEOUT(desktop.shown.size(), 1, patience);
    QVERIFY2(desktop.shown.front().contains(u'1'), qPrintable(desktop.shown.front()));
    // Off means off.
    rig.find<QAction>(u"notifyAction"_s)->setChecked(false);
    rig.window().run();
    QTRY_COMPARE_WITH_TIMEOUT(rig.queue().ids().size(), std::size_t(2), patience);
    QTRY_COMPARE_WITH_TIMEOUT(rig.queue().unfinished(), 0, patience);
    QTest::qWait(200);
    QCOMPARE(desktop.shown.size(), 1);
}

QTEST_MAIN(TestJobs)
#include "tst_jobs.moc"
