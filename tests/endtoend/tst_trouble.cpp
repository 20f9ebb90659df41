// SPDX-License-Identifier: GPL-3.0-or-later
#include "endtoend/studiorig.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace xs;

namespace {

constexpr int patience = 60'000;

void writeText(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArray bytesOf(const QString &sample)
{
    QFile file(QStringLiteral(XS_SOURCE_DIR "/tests/samples/") + sample);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Whether a request is there with its whole body.
bool isWhole(const QByteArray &request)
{
    const auto head = request.indexOf("\r\n\r\n");
    const auto at = request.toLower().indexOf("content-length:");
    const auto length =
        at < 0 || at > head ? 0 : request.mid(at + 15, request.indexOf('\r', at) - at - 15).trimmed().toLongLong();
    return head >= 0 && request.size() >= head + 4 + length;
}

const QByteArray smallSchema =
    R"({"type":"object","properties":{"total":{"type":"number","description":"Amount due"}}})";

} // namespace

/// What goes wrong is said in the window, in a sentence, and nothing is lost.
class TestTrouble : public QObject
{
    Q_OBJECT

private slots:
    void theServiceIsNotThere();
    void brokenDocumentsFailAlone_data();
    void brokenDocumentsFailAlone();
    void aFileThatIsNoSchema_data();
    void aFileThatIsNoSchema();
    void aWrongKeyAndNoKeyring();
    void nothingAnswersAtTheAddress();
    void jsonWithAMistakeIsNeitherRunNorLost();
    void workThatCannotBeKeptIsNotLostInSilence();
    void aDocumentThatHasChangedSinceItsRun();
    void aFileWithoutTheConfigurationIsSaid();

private:
    static QDialog *openConnectionDialog(StudioRig &rig);
};

void TestTrouble::theServiceIsNotThere()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path(), folder.filePath(u"nowhere"_s));
    auto *notice = rig.find<QWidget>(u"noticeBar"_s);
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), patience);
    QVERIFY(!notice->findChild<QLabel *>(u"messageSentence"_s)->text().isEmpty());
    auto *restart = notice->findChild<QPushButton *>(u"noticeButton"_s);
    QVERIFY(restart->isVisible());
    QVERIFY(rig.find<QLabel>(u"destinationText"_s)->text().contains(u"not running"_s));
    QTest::mouseClick(restart, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), patience);
}

void TestTrouble::brokenDocumentsFailAlone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::newRow("not a PDF") << QByteArray("plain words") << u"words.pdf"_s;
    QTest::newRow("truncated") << QByteArray("%PDF-1.4\n1 0 obj\n<<") << u"cut.pdf"_s;
    QTest::newRow("empty") << QByteArray() << u"empty.pdf"_s;
    QTest::newRow("encrypted") << bytesOf(u"encrypted.pdf"_s) << u"encrypted.pdf"_s;
}

void TestTrouble::brokenDocumentsFailAlone()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    QTemporaryDir folder;
    const auto bad = folder.filePath(name);
    writeText(bad, bytes);
    const auto good = folder.filePath(u"good.pdf"_s);
    QVERIFY(QFile::copy(QStringLiteral(XS_SOURCE_DIR "/resources/samples/invoice.pdf"), good));
    const auto schema = folder.filePath(u"s.json"_s);
    writeText(schema, smallSchema);
    StudioRig rig(folder.path());
    rig.window().openPaths({schema, bad, good});
    auto *run = rig.find<QToolButton>(u"runButton"_s);
    QTRY_VERIFY(run->isEnabled());
    QTest::mouseClick(run, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(rig.queue().unfinished(), 0, patience);
    auto *table = rig.find<QTreeView>(u"jobTable"_s);
    QTRY_VERIFY(table->isVisible());
    QCOMPARE(table->model()->rowCount(), 2);
    const auto cell = [table](int row, int column) { return table->model()->index(row, column).data().toString(); };
    QCOMPARE(cell(0, gui::joblist::JobModel::Document), name);
    QTRY_COMPARE(cell(0, gui::joblist::JobModel::Status), u"Failed"_s);
    QVERIFY(!cell(0, gui::joblist::JobModel::Note).isEmpty());
    QTRY_COMPARE(cell(1, gui::joblist::JobModel::Status), u"Completed"_s);
}

void TestTrouble::aFileThatIsNoSchema_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no JSON") << QByteArray("{ \"type\": ");
    QTest::newRow("a list of numbers") << QByteArray("[1, 2]");
    QTest::newRow("no object") << QByteArray(R"({"type":"string"})");
    QTest::newRow("a list of objects") << QByteArray(R"({"type":"array","items":{"type":"object"}})");
    QTest::newRow("properties are a list") << QByteArray(R"({"type":"object","properties":[]})");
}

void TestTrouble::aFileThatIsNoSchema()
{
    QFETCH(QByteArray, text);
    QTemporaryDir folder;
    const auto file = folder.filePath(u"bad.json"_s);
    writeText(file, text);
    const auto schema = folder.filePath(u"s.json"_s);
    writeText(schema, smallSchema);
    StudioRig rig(folder.path());
    rig.window().openPaths({schema});
    auto *tree = rig.find<QTreeView>(u"schemaTree"_s);
    QCOMPARE(tree->model()->rowCount(), 1);
    dropFiles(tree->viewport(), {file});
    auto *notice = rig.find<QWidget>(u"noticeBar"_s);
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(!notice->findChild<QLabel *>(u"messageSentence"_s)->text().isEmpty());
    QVERIFY(!notice->findChild<QLabel *>(u"messageWhatToDo"_s)->text().isEmpty());
    QCOMPARE(tree->model()->rowCount(), 1);
}

QDialog *TestTrouble::openConnectionDialog(StudioRig &rig)
{
    rig.find<QAction>(u"connectionAction"_s)->trigger();
    return rig.find<QDialog>(u"connectionDialog"_s);
}

void TestTrouble::aWrongKeyAndNoKeyring()
{
    // A server that refuses every key.
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&server] {
        auto *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, read = QByteArray()]() mutable {
            read += socket->readAll();
            if (!isWhole(read))
                return;
            socket->write("HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\nContent-Length: 24\r\n"
                          "Connection: close\r\n\r\n{\"detail\":\"Invalid key\"}");
            socket->disconnectFromHost();
        });
    });
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    rig.keys().isThere = false;
    auto *dialog = openConnectionDialog(rig);
    QVERIFY(dialog);
    auto *profiles = dialog->findChild<QComboBox *>(u"profileCombo"_s);
    profiles->setCurrentIndex(profiles->count() - 1);
    auto *sentence = dialog->findChild<QLabel *>(u"messageSentence"_s);
    auto *test = dialog->findChild<QPushButton *>(u"testButton"_s);
    QTest::mouseClick(test, Qt::LeftButton);
    QVERIFY(sentence->text().contains(u"address"_s));
    QVERIFY(sentence->isVisible());
    // Whoever goes on to type reads nothing of what was missing before.
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"nameEdit"_s), u"Mine"_s);
    QVERIFY(!sentence->isVisible());
    dialog->findChild<QLineEdit *>(u"addressEdit"_s)->setText(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
    dialog->findChild<QLineEdit *>(u"keyEdit"_s)->setText(u"llx-wrong"_s);
    QTest::mouseClick(test, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(sentence->text().contains(u"key"_s, Qt::CaseInsensitive), patience);
    QVERIFY(!sentence->text().contains(u"llx-wrong"_s));

    // No keyring: a sentence, and the choice to use the key without keeping it.
    auto *use = dialog->findChild<QPushButton *>(u"useButton"_s);
    QTest::mouseClick(use, Qt::LeftButton);
    auto *session = dialog->findChild<QCheckBox *>(u"sessionOnlyCheck"_s);
    QTRY_VERIFY(session->isVisible());
    QVERIFY(!sentence->text().isEmpty());
    session->setChecked(true);
    QTest::mouseClick(use, Qt::LeftButton);
    QTRY_COMPARE(rig.connections().current().name, u"Mine"_s);
    QCOMPARE(rig.connections().connection(u"Mine"_s)->key, u"llx-wrong"_s);
    QVERIFY(rig.keys().keys.empty());

    // A run with the wrong key fails its job with a sentence.
    const auto schema = folder.filePath(u"s.json"_s);
    writeText(schema, smallSchema);
    rig.window().openPaths({schema, QStringLiteral(XS_SOURCE_DIR "/resources/samples/invoice.pdf")});
    QTRY_VERIFY(rig.find<QToolButton>(u"runButton"_s)->isEnabled());
    QTest::mouseClick(rig.find<QToolButton>(u"runButton"_s), Qt::LeftButton);
    QTRY_COMPARE(rig.queue().ids().size(), 1U);
    const auto id = rig.queue().ids().front();
    QTRY_COMPARE_WITH_TIMEOUT(errorCodeName(rig.queue().job(id)->error.code), errorCodeName(ErrorCode::WrongKey),
                              patience);
    QFile settings(folder.filePath(u"settings.ini"_s));
    if (settings.open(QIODevice::ReadOnly))
        QVERIFY(!settings.readAll().contains("llx-wrong"));
}

void TestTrouble::nothingAnswersAtTheAddress()
{
    // A port that was free a moment ago.
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const auto address = u"127.0.0.1:%1"_s.arg(server.serverPort());
    server.close();
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    auto *dialog = openConnectionDialog(rig);
    QVERIFY(dialog);
    auto *profiles = dialog->findChild<QComboBox *>(u"profileCombo"_s);
    profiles->setCurrentIndex(profiles->count() - 1);
    dialog->findChild<QLineEdit *>(u"nameEdit"_s)->setText(u"Gone"_s);
    dialog->findChild<QLineEdit *>(u"addressEdit"_s)->setText(u"http://"_s + address);
    dialog->findChild<QLineEdit *>(u"keyEdit"_s)->setText(u"llx-any"_s);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"testButton"_s), Qt::LeftButton);
    auto *sentence = dialog->findChild<QLabel *>(u"messageSentence"_s);
    QTRY_COMPARE_WITH_TIMEOUT(sentence->text(), u"Nothing answers at %1."_s.arg(address), patience);
    QVERIFY(!dialog->findChild<QLabel *>(u"messageWhatToDo"_s)->text().isEmpty());
}

void TestTrouble::jsonWithAMistakeIsNeitherRunNorLost()
{
    QTemporaryDir folder;
    const auto schema = folder.filePath(u"s.json"_s);
    writeText(schema, smallSchema);
    const auto faulty = u"{\"type\": \"object\",\n \"properties\": {\"iban\": {\"type\": }}}"_s;
    {
        StudioRig rig(folder.path());
        rig.window().openPaths({schema, QStringLiteral(XS_SOURCE_DIR "/resources/samples/invoice.pdf")});
        auto *run = rig.find<QToolButton>(u"runButton"_s);
        QTRY_VERIFY(run->isEnabled());
        rig.find<QPlainTextEdit>(u"jsonEdit"_s)->setPlainText(faulty);
        // At once, before typing pauses.
        QTest::mouseClick(run, Qt::LeftButton);
        QTest::qWait(300);
        QVERIFY(rig.queue().ids().empty());
        auto *notice = rig.find<QWidget>(u"noticeBar"_s);
        QVERIFY(notice->isVisible());
        QVERIFY(notice->findChild<QLabel *>(u"messageSentence"_s)->text().contains(u"line 2"_s));
        QVERIFY(run->toolTip().contains(u"line 2"_s));
    }
    StudioRig rig(folder.path());
    auto *edit = rig.find<QPlainTextEdit>(u"jsonEdit"_s);
    QCOMPARE(edit->toPlainText(), faulty);
    auto *run = rig.find<QToolButton>(u"runButton"_s);
    QVERIFY(run->toolTip().contains(u"line 2"_s));
    // Put right, it is the schema, and the notice is gone.
    QTest::mouseClick(run, Qt::LeftButton);
    edit->setPlainText(QString(faulty).replace(u"\"type\": }"_s, u"\"type\": \"string\"}"_s));
    QTRY_VERIFY(!rig.find<QWidget>(u"noticeBar"_s)->isVisible());
    QCOMPARE(rig.find<QTreeView>(u"schemaTree"_s)->model()->index(0, 0).data().toString(), u"iban"_s);
    QTest::mouseClick(run, Qt::LeftButton);
    QTRY_COMPARE(rig.queue().ids().size(), 1U);
}

void TestTrouble::workThatCannotBeKeptIsNotLostInSilence()
{
    QTemporaryDir folder;
    // No file can take this place.
    QVERIFY(QDir(folder.path()).mkpath(u"workbench.json/x"_s));
    StudioRig rig(folder.path());
    rig.window().openSample(u"invoice"_s);
    // What is in a file is not lost.
    QVERIFY(rig.window().close());
    rig.window().show();
    rig.find<QPlainTextEdit>(u"jsonEdit"_s)->setPlainText(QString::fromUtf8(smallSchema));
    QVERIFY(!rig.window().close());
    auto *question = rig.find<QMessageBox>(u"closeQuestion"_s);
    QVERIFY(question && question->isVisible());
    question->button(QMessageBox::Cancel)->click();
    QTRY_VERIFY(!rig.find<QMessageBox>(u"closeQuestion"_s));
    QVERIFY(rig.window().isVisible());
    QVERIFY(!rig.window().close());
    rig.find<QPushButton>(u"closeAnywayButton"_s)->click();
    QTRY_VERIFY(!rig.window().isVisible());
}

void TestTrouble::aDocumentThatHasChangedSinceItsRun()
{
    QTemporaryDir folder;
    const auto schema = folder.filePath(u"s.json"_s);
    writeText(schema, smallSchema);
    const auto document = folder.filePath(u"invoice.pdf"_s);
    QVERIFY(QFile::copy(QStringLiteral(XS_SOURCE_DIR "/resources/samples/invoice.pdf"), document));
    StudioRig rig(folder.path());
    rig.window().openPaths({schema, document});
    QTRY_VERIFY(rig.find<QToolButton>(u"runButton"_s)->isEnabled());
    rig.window().run();
    QTRY_COMPARE(rig.queue().ids().size(), 1U);
    const auto id = rig.queue().ids().front();
    QTRY_COMPARE_WITH_TIMEOUT(rig.queue().job(id)->phase, jobs::Phase::Completed, patience);
    auto *notice = rig.find<QWidget>(u"noticeBar"_s);
    const auto says = [notice] {
        return notice->isVisible() && notice->findChild<QLabel *>(u"messageSentence"_s)->text().contains(u"changed"_s);
    };
    const auto review = [&rig] { rig.window().showJob(rig.queue().ids().front()); };
    const auto design = [&rig] { QTest::keyClick(&rig.window(), Qt::Key_1, Qt::ControlModifier); };

    // Written anew with the same bytes: nothing to say.
    QVERIFY(rig.isInFront());
    QFile file(document);
    QVERIFY(file.open(QIODevice::ReadWrite));
    auto bytes = file.readAll();
    file.seek(0);
    file.write(bytes);
    file.close();
    design();
    review();
    QTest::qWait(300);
    QVERIFY(!says());
    QVERIFY(rig.find<QTreeView>(u"resultTree"_s)->isVisible());

    // One byte of the same number is another.
    bytes[bytes.size() - 1] = bytes.back() == '\n' ? ' ' : '\n';
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write(bytes);
    file.close();
    design();
    review();
    QTRY_VERIFY(says());
    design();
    QVERIFY(!says());

    // Another size.
    QVERIFY(file.open(QIODevice::Append));
    file.write("\n");
    file.close();
    review();
    QTRY_VERIFY(says());
    QTest::mouseClick(notice->findChild<QPushButton *>(u"noticeButton"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(rig.queue().ids().size(), 2U, patience);
    QVERIFY(!says());
}

/// A name without an end becomes a configuration; the schema alone is only written where its end says so, and then the
/// window says what is not in the file.
void TestTrouble::aFileWithoutTheConfigurationIsSaid()
{
    QTemporaryDir folder;
    StudioRig rig(folder.path());
    rig.window().openPaths({QStringLiteral(XS_SOURCE_DIR "/resources/samples/invoice.schema.json")});
    auto *tier = rig.find<QComboBox>(u"tierCombo"_s);
    tier->setCurrentIndex(1);
    emit tier->activated(1);
    auto *notice = rig.find<QWidget>(u"noticeBar"_s);
    const auto dialog = [&rig] { return rig.find<QFileDialog>(u"saveSchemaDialog"_s); };
    const auto saveAs = [&](const QString &name) {
        rig.find<QAction>(u"saveAsAction"_s)->trigger();
        QVERIFY(dialog());
        // Typed names are Qt's part; its list of files would still be filling.
        emit dialog()->fileSelected(folder.filePath(name));
        dialog()->reject();
        QTRY_VERIFY(!dialog());
    };
    rig.find<QAction>(u"saveAsAction"_s)->trigger();
    QVERIFY(dialog());
    dialog()->setDirectory(folder.path());
    auto *edit = dialog()->findChild<QLineEdit *>(u"fileNameEdit"_s);
    edit->setText(u"plain"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_VERIFY(!dialog());
    const auto whole = readJsonFile(folder.filePath(u"plain.extract.json"_s));
    QVERIFY(whole && whole->contains("data_schema") && whole->contains("tier"));
    QVERIFY(!notice->isVisible());
    saveAs(u"alone.json"_s);
    const auto alone = readJsonFile(folder.filePath(u"alone.json"_s));
    QVERIFY(alone && !alone->contains("data_schema") && alone->contains("properties"));
    QVERIFY(notice->isVisible());
    QVERIFY(notice->findChild<QLabel *>(u"messageSentence"_s)->text().contains(u"alone.json"_s));
    saveAs(u"again.extract.json"_s);
    QVERIFY(!notice->isVisible());
}

QTEST_MAIN(TestTrouble)
#include "tst_trouble.moc"
