// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/clirun.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::cli::test;

namespace {

const auto program = QStringLiteral(XS_BIN_DIR "/extract-studio-cli");
const auto service = QStringLiteral(XS_BIN_DIR "/extract-studio-service");

QString badSample(const QString &name)
{
    return QStringLiteral(XS_SOURCE_DIR "/tests/samples/") + name;
}

/// A port of this computer where nothing listens.
int freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

} // namespace

/// Drives the real program, with the real local service unless a test says otherwise.
class TestCli : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void extractsASample();
    void printsATable();
    void badInputs_data();
    void badInputs();
    void badDocuments_data();
    void badDocuments();
    void oneBadDocumentDoesNotStopTheOthers();
    void sameBaseNames();
    void configurations();
    void talksToAnAddress();
    void aPortInUse();
    void nobodyAnswers();
    void anUnknownHost();
    void aServiceThatDoesNotStart_data();
    void aServiceThatDoesNotStart();
    void theTimeLimit();
    void endsCleanlyWhenInterrupted();
    void theServiceDiesWithAKilledProgram();
    void helpAndVersion();

private:
    Outcome run(const QStringList &arguments);
    Outcome runOn(const QStringList &documents, const QStringList &options = {});
    QString write(const QString &name, const QByteArray &content);
    Json readAnswer(const QString &name);
    QStringList left()
    {
        return QDir(m_folder->filePath(u"tmp"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_environment;
    QString m_schema = sample(u"invoice.schema.json"_s);
};

void TestCli::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir().mkpath(m_folder->filePath(u"tmp"_s)));
    m_environment = QProcessEnvironment::systemEnvironment();
    m_environment.insert(u"TMPDIR"_s, m_folder->filePath(u"tmp"_s));
    m_environment.insert(u"HOME"_s, m_folder->path());
    m_environment.insert(u"XDG_DATA_HOME"_s, m_folder->filePath(u"data"_s));
    for (const auto &name : {u"LLAMA_CLOUD_API_KEY"_s, u"LLAMA_CLOUD_BASE_URL"_s})
        m_environment.remove(name);
}

QString TestCli::write(const QString &name, const QByteArray &content)
{
    const auto path = m_folder->filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    if (!writeFile(path, content))
        qFatal("not written");
    return path;
}

Outcome TestCli::run(const QStringList &arguments)
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(program, arguments);
    return outcomeOf(process);
}

Outcome TestCli::runOn(const QStringList &documents, const QStringList &options)
{
    return run(QStringList{u"run"_s, u"--schema"_s, m_schema, u"--output"_s, m_folder->filePath(u"out"_s)} + options +
               documents);
}

Json TestCli::readAnswer(const QString &name)
{
    auto json = readJsonFile(m_folder->filePath(u"out/"_s + name));
    return json ? std::move(*json) : Json();
}

void TestCli::extractsASample()
{
    const auto outcome = runOn({sample(u"invoice.pdf"_s)});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.errors));
    QVERIFY(outcome.output.isEmpty());
    QVERIFY(outcome.errors.contains("invoice.pdf: done"_L1));
    const auto job = readAnswer(u"invoice.json"_s);
    QCOMPARE(toQString(member(job, "status")), u"COMPLETED"_s);
    QCOMPARE(toQString(member(member(job, "extract_result"), "invoice_number")), u"TL-2026-0382"_s);
    QVERIFY(member(job, "configuration").is_object());
    const auto entry = job["extract_metadata"]["field_metadata"]["document_metadata"]["invoice_number"];
    QVERIFY(member(entry, "confidence").is_number());
    QCOMPARE(member(entry, "citation").at(0)["page"].get<int>(), 1);
    QVERIFY(!member(entry, "citation").at(0)["bounding_boxes"].empty());
    // The members come in the order of the schema.
    const auto schema = *readJsonFile(m_schema);
    QStringList expected, got;
    for (const auto &[name, value] : schema["properties"].items())
        expected << QString::fromStdString(name);
    for (const auto &[name, value] : job["extract_result"].items())
        got << QString::fromStdString(name);
    QCOMPARE(got, expected);
    QCOMPARE(left(), QStringList()); // neither the store nor the service's copy of the document stays behind
}

void TestCli::printsATable()
{
    const auto outcome = runOn({sample(u"invoice.pdf"_s)}, {u"--table"_s});
    QCOMPARE(outcome.status, 0);
    const QRegularExpression head(u"^invoice.pdf\nField +Value +Confidence +Citation\n"_s);
    QVERIFY2(outcome.output.contains(head), qPrintable(outcome.output));
    const QRegularExpression number(u"\ninvoice_number +TL-2026-0382 +0\\.\\d\\d +page 1: [^\n]*TL-2026-0382\n"_s);
    QVERIFY2(outcome.output.contains(number), qPrintable(outcome.output));
    QVERIFY(outcome.output.contains("line_items[0].item_code"_L1));
}

void TestCli::badInputs_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("sentence");
    const auto folder = u"%OUT%"_s;
    const auto document = sample(u"invoice.pdf"_s);
    const QStringList usual{u"--output"_s, folder, document};
    const auto withSchema = [&](const QString &file) { return QStringList{u"run"_s, u"--schema"_s, file} + usual; };
    QTest::newRow("nothing") << QStringList{} << u"The first argument has to be a command."_s;
    QTest::newRow("no schema") << QStringList{u"run"_s} + usual << u"Give a schema with --schema"_s;
    QTest::newRow("no such command") << QStringList{u"walk"_s} << u"There is no command walk."_s;
    QTest::newRow("no such second word") << QStringList{u"jobs"_s, u"eat"_s} << u"There is no command jobs eat."_s;
    QTest::newRow("workbook without a folder")
        << QStringList{u"run"_s, u"--schema"_s, m_schema, u"--format"_s, u"xlsx"_s, document}
        << u"A workbook is no text; give a folder for it with --output."_s;
    QTest::newRow("unknown format") << withSchema(m_schema) + QStringList{u"--format"_s, u"html"_s}
                                    << u"--format takes json, jsonl, csv or xlsx."_s;
    QTest::newRow("empty folder") << withSchema(m_schema) + QStringList{u"%DIR%/tmp"_s}
                                  << u"There is no PDF file and no picture in"_s;
    QTest::newRow("watch without a folder for results")
        << QStringList{u"run"_s, u"--schema"_s, m_schema, u"--watch"_s, u"%DIR%"_s}
        << u"--watch needs a folder for the results"_s;
    QTest::newRow("workbooks in the watched folder")
        << QStringList{u"run"_s,      u"--schema"_s, m_schema,      u"--watch"_s,  u"%DIR%/tmp"_s,
                       u"--format"_s, u"xlsx"_s,     u"--output"_s, u"%DIR%/tmp"_s}
        << u"Workbooks in the watched folder would be taken for documents."_s;
    QTest::newRow("rows of no list") << withSchema(m_schema) +
                                            QStringList{u"--format"_s, u"csv"_s, u"--rows"_s, u"parts"_s}
                                     << u"The schema has no list"_s;
    QTest::newRow("no such connection") << withSchema(m_schema) + QStringList{u"--connection"_s, u"Moon"_s}
                                        << u"There is no connection \"Moon\"; extract-studio-cli connections list"_s;
    QTest::newRow("no document") << QStringList{u"run"_s, u"--schema"_s, m_schema, u"--output"_s, folder}
                                 << u"Give at least one document."_s;
    QTest::newRow("unknown option") << QStringList{u"run"_s, u"--fast"_s} + usual << u"Unknown option 'fast'"_s;
    QTest::newRow("number") << QStringList{u"run"_s, u"--schema"_s, m_schema, u"--timeout"_s, u"soon"_s} + usual
                            << u"--timeout takes a number from 1 to"_s;
    QTest::newRow("address") << QStringList{u"run"_s, u"--schema"_s, m_schema, u"--base-url"_s, u"api.example.com"_s} +
                                    usual
                             << u"\"api.example.com\" is no address of an API"_s;
    QTest::newRow("schema missing") << withSchema(u"%DIR%/none.json"_s)
                                    << u"The file none.json is not there. Check its name"_s;
    QTest::newRow("schema broken") << withSchema(u"%DIR%/broken.json"_s)
                                   << u"broken.json is not valid JSON: line 2, column"_s;
    QTest::newRow("schema list") << withSchema(u"%DIR%/list.json"_s)
                                 << u"list.json does not describe an object. A schema is a JSON object"_s;
    QTest::newRow("schema of a list") << withSchema(u"%DIR%/arrayschema.json"_s)
                                      << u"arrayschema.json does not describe an object."_s;
    QTest::newRow("schema without fields") << withSchema(u"%DIR%/nofields.json"_s) << u"The schema cannot be used: "_s;
    QTest::newRow("configuration without schema")
        << QStringList{u"run"_s, u"--configuration"_s, u"%DIR%/noschema.json"_s} + usual
        << u"The configuration is not right: /data_schema"_s;
    QTest::newRow("pages") << withSchema(m_schema) + QStringList{u"--target-pages"_s, u"5-2"_s}
                           << u"The configuration is not right: /target_pages"_s;
    QTest::newRow("output is a file") << QStringList{u"run"_s,      u"--schema"_s,        m_schema,
                                                     u"--output"_s, u"%DIR%/list.json"_s, document}
                                      << u"list.json could not be written"_s;
    QTest::newRow("output below a file")
        << QStringList{u"run"_s, u"--schema"_s, m_schema, u"--output"_s, u"%DIR%/list.json/sub"_s, document}
        << u"could not be written (the folder cannot be made). Check that the folder exists"_s;
    QTest::newRow("output not writable") << QStringList{u"run"_s,      u"--schema"_s,   m_schema,
                                                        u"--output"_s, u"/proc/self"_s, document}
                                         << u"could not be written"_s;
}

void TestCli::badInputs()
{
    QFETCH(QStringList, arguments);
    QFETCH(const QString, sentence);
    write(u"broken.json"_s, "{\n \"type\": }");
    write(u"list.json"_s, "[]");
    write(u"arrayschema.json"_s, R"({"type": "array", "items": {"type": "object"}})");
    write(u"nofields.json"_s, R"({"type": "object", "properties": {}})");
    write(u"noschema.json"_s, R"({"tier": "agentic"})");
    for (auto &argument : arguments)
        argument.replace("%OUT%"_L1, m_folder->filePath(u"out"_s)).replace("%DIR%"_L1, m_folder->path());
    const auto outcome = run(arguments);
    QVERIFY2(outcome.status == 2, qPrintable(outcome.errors));
    QVERIFY2(outcome.errors.contains(sentence), qPrintable(outcome.errors));
    QVERIFY2(outcome.errors.startsWith("extract-studio-cli: "_L1), qPrintable(outcome.errors));
    QCOMPARE(outcome.errors.trimmed().count(u'\n'), 0); // one clear line
    QVERIFY(outcome.output.isEmpty());
}

void TestCli::badDocuments_data()
{
    QTest::addColumn<QString>("document");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("not a PDF")
        << badSample(u"notapdf.pdf"_s)
        << u"notapdf.pdf: notapdf.pdf is not a document that can be read. Use a PDF, a picture"_s;
    QTest::newRow("empty") << badSample(u"empty.pdf"_s)
                           << u"empty.pdf: The file empty.pdf is empty. Choose a file that has content."_s;
    QTest::newRow("encrypted") << badSample(u"encrypted.pdf"_s)
                               << u"encrypted.pdf: encrypted.pdf needs a password. Save a copy without a password"_s;
    QTest::newRow("broken") << badSample(u"broken.pdf"_s)
                            << u"broken.pdf: broken.pdf is damaged and cannot be read. Open it in another program"_s;
    QTest::newRow("truncated") << u"truncated"_s << u"truncated.pdf: truncated.pdf is damaged and cannot be read."_s;
    QTest::newRow("missing") << u"/nowhere/none.pdf"_s << u"none.pdf: The file none.pdf is not there. Check its name"_s;
}

void TestCli::badDocuments()
{
    QFETCH(QString, document);
    QFETCH(const QString, sentence);
    if (document == "truncated"_L1) {
        QFile whole(sample(u"invoice.pdf"_s));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        document = write(u"truncated.pdf"_s, whole.read(3'000));
    }
    const auto outcome = runOn({document});
    QVERIFY2(outcome.status == 1, qPrintable(outcome.errors));
    QVERIFY2(outcome.errors.contains(sentence), qPrintable(outcome.errors));
    QVERIFY(QDir(m_folder->filePath(u"out"_s)).isEmpty());
}

void TestCli::oneBadDocumentDoesNotStopTheOthers()
{
    const auto outcome =
        runOn({badSample(u"encrypted.pdf"_s), sample(u"invoice.pdf"_s), u"/nowhere.pdf"_s, badSample(u"plain.pdf"_s)});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.errors.contains("[1/4] encrypted.pdf: encrypted.pdf needs a password."_L1),
             qPrintable(outcome.errors));
    QVERIFY(outcome.errors.contains("[2/4] invoice.pdf: done"_L1));
    QCOMPARE(QDir(m_folder->filePath(u"out"_s)).entryList(QDir::Files),
             (QStringList{u"invoice.json"_s, u"plain.json"_s}));
}

void TestCli::sameBaseNames()
{
    QStringList documents;
    for (const auto &name : {u"a/same.pdf"_s, u"b/same.pdf"_s, u"c/SAME.pdf"_s, u"same-2.pdf"_s}) {
        documents << m_folder->filePath(name);
        QDir().mkpath(QFileInfo(documents.back()).path());
        QVERIFY(QFile::copy(badSample(u"plain.pdf"_s), documents.back()));
    }
    const auto outcome = runOn(documents);
    QVERIFY2(outcome.status == 0, qPrintable(outcome.errors));
    QCOMPARE(QDir(m_folder->filePath(u"out"_s)).entryList(QDir::Files, QDir::Name | QDir::IgnoreCase),
             (QStringList{u"same-2.json"_s, u"same-3.json"_s, u"SAME-4.json"_s, u"same.json"_s}));
}

void TestCli::configurations()
{
    const auto configuration =
        write(u"c.json"_s, R"({"data_schema": {"type": "object", "properties": {"other": {"type": "string"}}},
        "tier": "agentic", "cite_sources": false, "system_prompt": "Take care.", "my_note": {"b": 1, "a": 2}})");
    auto outcome = run({u"run"_s, u"--configuration"_s, configuration, u"--output"_s, m_folder->filePath(u"out"_s),
                        sample(u"invoice.pdf"_s)});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.errors));
    auto sent = member(readAnswer(u"invoice.json"_s), "configuration");
    QVERIFY(sent["data_schema"]["properties"].contains("other"));
    QCOMPARE(toQString(sent["tier"]), u"agentic"_s);
    QCOMPARE(sent["cite_sources"].get<bool>(), false);
    QCOMPARE(sent["confidence_scores"].get<bool>(), true);

    outcome = runOn({sample(u"invoice.pdf"_s)},
                    {u"--overwrite"_s, u"--configuration"_s, configuration, u"--tier"_s, u"cost_effective"_s,
                     u"--target"_s, u"per_page"_s, u"--target-pages"_s, u"2"_s});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.errors));
    const auto job = readAnswer(u"invoice.json"_s);
    sent = member(job, "configuration");
    QVERIFY(sent["data_schema"]["properties"].contains("total")); // the schema beside it replaces its own
    QCOMPARE(toQString(sent["tier"]), u"cost_effective"_s);
    QCOMPARE(toQString(sent["target_pages"]), u"2"_s);
    QCOMPARE(toQString(sent["system_prompt"]), u"Take care."_s);
    QVERIFY(member(job, "extract_result").is_array());
    QCOMPARE(member(job, "extract_result").size(), 1u);
}

void TestCli::talksToAnAddress()
{
    QProcess server;
    server.start(service,
                 {u"--port"_s, u"0"_s, u"--data"_s, m_folder->filePath(u"service"_s), u"--exit-on-stdin-eof"_s});
    QVERIFY(server.waitForReadyRead(ceiling));
    const auto hello = parseJson(server.readLine());
    QVERIFY(hello);
    const QStringList address{u"--base-url"_s, toQString(member(*hello, "url"))};

    const auto withoutKey = runOn({sample(u"invoice.pdf"_s)}, address);
    QCOMPARE(withoutKey.status, 1);
    QVERIFY2(
        withoutKey.errors.contains(
            "invoice.pdf: The server does not accept the key. Set the environment variable LLAMA_CLOUD_API_KEY"_L1),
        qPrintable(withoutKey.errors));
    m_environment.insert(u"LLAMA_CLOUD_API_KEY"_s, u"llx-not-this-one"_s);
    const auto wrongKey = runOn({sample(u"invoice.pdf"_s)}, address);
    QCOMPARE(wrongKey.status, 1);
    QVERIFY(wrongKey.errors.contains("The server does not accept the key."_L1));
    QVERIFY(!wrongKey.errors.contains("llx-not-this-one"_L1));
    m_environment.insert(u"LLAMA_CLOUD_API_KEY"_s, toQString(member(*hello, "token")));
    const auto good = runOn({sample(u"invoice.pdf"_s)}, address);
    QVERIFY2(good.status == 0, qPrintable(good.errors));
    server.kill();
    server.waitForFinished();
}

void TestCli::aPortInUse()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const auto port = QString::number(other.serverPort());
    const auto outcome = runOn({sample(u"invoice.pdf"_s)}, {u"--port"_s, port});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(
        outcome.errors.contains(u"127.0.0.1:%1 is used by another program. Choose another one with --port"_s.arg(port)),
        qPrintable(outcome.errors));
}

void TestCli::nobodyAnswers()
{
    const auto outcome = runOn({sample(u"invoice.pdf"_s), badSample(u"plain.pdf"_s)},
                               {u"--base-url"_s, u"http://127.0.0.1:%1"_s.arg(freePort()), u"--wait"_s, u"1"_s});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.errors.contains("Waiting: Nothing answers at 127.0.0.1"_L1), qPrintable(outcome.errors));
    QVERIFY2(outcome.errors.contains("[2/2] plain.pdf: Nothing answers at 127.0.0.1"_L1), qPrintable(outcome.errors));
}

void TestCli::anUnknownHost()
{
    const auto outcome =
        runOn({sample(u"invoice.pdf"_s)}, {u"--base-url"_s, u"https://nowhere.invalid"_s, u"--wait"_s, u"0"_s});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(
        outcome.errors.contains(
            "invoice.pdf: The server nowhere.invalid was not found. Check the address and whether this computer is online."_L1),
        qPrintable(outcome.errors));
}

void TestCli::aServiceThatDoesNotStart_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("missing") << QByteArray() << u"The local service is not installed. Install the program"_s;
    QTest::newRow("dies") << QByteArray("echo 'out of coffee' >&2; exit 3")
                          << u"The local service does not start (exit status 3: out of coffee)."_s;
    QTest::newRow("nonsense") << QByteArray("echo Hello; cat >/dev/null") << u"The local service does not start"_s;
}

void TestCli::aServiceThatDoesNotStart()
{
    QFETCH(const QByteArray, script);
    QFETCH(const QString, sentence);
    const auto path = script.isEmpty() ? u"/nowhere/service"_s : write(u"service.sh"_s, "#!/bin/sh\n" + script);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::ExeOwner);
    m_environment.insert(u"EXTRACT_STUDIO_SERVICE"_s, path);
    const auto outcome = runOn({sample(u"invoice.pdf"_s)});
    QVERIFY2(outcome.status == 2, qPrintable(outcome.errors));
    QVERIFY2(outcome.errors.contains(sentence), qPrintable(outcome.errors));
}

void TestCli::theTimeLimit()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const auto outcome =
        runOn({sample(u"invoice.pdf"_s)},
              {u"--base-url"_s, u"http://127.0.0.1:%1"_s.arg(silent.serverPort()), u"--timeout"_s, u"1"_s});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.errors.contains("The time limit of 1 second is over. What is not done is cancelled."_L1),
             qPrintable(outcome.errors));
    QVERIFY(outcome.errors.contains("invoice.pdf: cancelled"_L1));
}

void TestCli::endsCleanlyWhenInterrupted()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(program,
                  {u"run"_s, u"--schema"_s, m_schema, u"--output"_s, m_folder->filePath(u"out"_s), u"--base-url"_s,
                   u"http://127.0.0.1:%1"_s.arg(silent.serverPort()), sample(u"invoice.pdf"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), ceiling);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QTRY_VERIFY_WITH_TIMEOUT(process.state() == QProcess::NotRunning, ceiling);
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QVERIFY(process.readAllStandardError().contains("Stopped. 1 document is not done; the same command goes on"));
    QCOMPARE(left(), QStringList());
}

void TestCli::theServiceDiesWithAKilledProgram()
{
    // A stand-in that leaves its process id and lives until its standard input ends.
    const auto path = write(
        u"service.sh"_s, "#!/bin/sh\necho $$ > \"$0.pid\"\necho '{\"url\": \"http://127.0.0.1:1\"}'\ncat >/dev/null\n");
    QFile::setPermissions(path, QFile::ReadOwner | QFile::ExeOwner);
    m_environment.insert(u"EXTRACT_STUDIO_SERVICE"_s, path);
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(program, {u"run"_s, u"--schema"_s, m_schema, u"--output"_s, m_folder->filePath(u"out"_s),
                            sample(u"invoice.pdf"_s)});
    QFile pidFile(path + u".pid"_s);
    QTRY_VERIFY_WITH_TIMEOUT(pidFile.exists() && pidFile.size() > 1, ceiling);
    QVERIFY(pidFile.open(QIODevice::ReadOnly));
    const auto pid = pidFile.readAll().trimmed().toInt();
    QVERIFY(pid > 0);
    QCOMPARE(::kill(pid, 0), 0);
    process.kill();
    QVERIFY(process.waitForFinished(ceiling));
    QTRY_VERIFY_WITH_TIMEOUT(::kill(pid, 0) != 0 || QFile::symLinkTarget(u"/proc/%1/exe"_s.arg(pid)).isEmpty(),
                             ceiling);
}

void TestCli::helpAndVersion()
{
    const auto help = run({u"run"_s, u"--help"_s});
    QCOMPARE(help.status, 0);
    const auto all = run({u"--help"_s});
    QVERIFY(all.output.contains("schema validate"_L1) && all.output.contains("LLAMA_CLOUD_BASE_URL"_L1) &&
            all.output.contains("Exit status:"_L1));
    for (const auto &word :
         {u"--schema"_s, u"--configuration"_s, u"--output"_s, u"--base-url"_s, u"--target-pages"_s, u"--tier"_s,
          u"--target"_s, u"--timeout"_s, u"--table"_s, u"LLAMA_CLOUD_API_KEY"_s, u"-2.json"_s, u"Examples:"_s})
        QVERIFY2(help.output.contains(word), qPrintable(word));
    QCOMPARE(run({u"--version"_s}).output, u"extract-studio-cli " XS_VERSION "\n"_s);
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
