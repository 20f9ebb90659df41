// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "client/createjobcall.h"
#include "client/getjobcall.h"
#include "client/listjobscall.h"
#include "client/snippet.h"
#include "client/uploadfilecall.h"

#include <QNetworkAccessManager>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::client;

/// "Copy as …" gives code that runs: every request of a job is sent again by the shell, by Python and by Node to the
/// real service, which takes it.
class TestSnippet : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void runs_data();
    void runs();

private:
    void runToEnd(Call &call);
    Json answerOf(const QString &program, const QStringList &arguments);

    QTemporaryDir m_data;
    QTemporaryDir m_documents;
    QProcess m_service;
    Connection m_connection;
    SystemClock m_clock;
    SystemScheduler m_scheduler;
    QNetworkAccessManager m_manager;
    ActivityLog m_log;
};

void TestSnippet::runToEnd(Call &call)
{
    call.start();
    QVERIFY(QTest::qWaitFor([&call] { return call.state() != Call::State::Running; }, 120'000));
    QCOMPARE(call.state(), Call::State::Finished);
}

void TestSnippet::initTestCase()
{
    m_service.start(QStringLiteral(XS_BIN_DIR "/extract-studio-service"),
                    {u"--port"_s, u"0"_s, u"--data"_s, m_data.path(), u"--exit-on-stdin-eof"_s});
    QVERIFY(m_service.waitForReadyRead(60'000));
    const auto hello = parseJson(m_service.readLine());
    QVERIFY(hello);
    m_connection = {u"service"_s, QUrl(toQString(member(*hello, "url"))), toQString(member(*hello, "token")), {}, 0};
    const Network network{m_manager, m_clock, m_scheduler, {}, &m_log};
    // A name that shells and curl have signs in.
    const auto document = m_documents.filePath(u"it's; a \"document\", $HOME.pdf"_s);
    QVERIFY(QFile::copy(QStringLiteral(XS_SOURCE_DIR "/resources/samples/invoice.pdf"), document));
    UploadFileCall upload(network, m_connection, document);
    runToEnd(upload);
    NewJob wanted;
    wanted.fileInput = upload.file().id.text();
    wanted.configuration = {
        {"data_schema",
         {{"type", "object"},
          {"properties", {{"total", {{"type", "number"}, {"description", "it's \"due\" \\ $HOME"}}}}}}},
        {"cite_sources", true}};
    CreateJobCall create(network, m_connection, wanted);
    runToEnd(create);
    GetJobCall get(network, m_connection, create.job().id, Expand::Everything);
    runToEnd(get);
    JobFilter filter;
    filter.fileInput = wanted.fileInput;
    filter.pageSize = 5;
    ListJobsCall list(network, m_connection, filter);
    runToEnd(list);
    QCOMPARE(m_log.exchanges().size(), 4U);
}

void TestSnippet::cleanupTestCase()
{
    m_service.kill();
    m_service.waitForFinished();
}

void TestSnippet::runs_data()
{
    QTest::addColumn<int>("request");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("upload") << 0 << QByteArray("dfl-");
    QTest::newRow("create") << 1 << QByteArray("ext-");
    QTest::newRow("get") << 2 << QByteArray("data_schema");
    QTest::newRow("list") << 3 << QByteArray("items");
}

Json TestSnippet::answerOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LLAMA_CLOUD_API_KEY"_s, m_connection.key);
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.waitForFinished(60'000);
    const auto json = parseJson(process.readAllStandardOutput());
    if (process.exitCode() != 0 || !json)
        qWarning("%s", process.readAllStandardError().constData());
    return json ? *json : Json();
}

void TestSnippet::runs()
{
    QFETCH(const int, request);
    QFETCH(const QByteArray, expected);
    const auto &exchange = m_log.exchanges()[static_cast<std::size_t>(request)];
    const auto curl = snippet(exchange, SnippetLanguage::Curl);
    QVERIFY(!curl.contains(m_connection.key));
    const auto fromCurl = answerOf(u"sh"_s, {u"-c"_s, curl});
    QVERIFY2(toBytes(fromCurl).contains(expected), qPrintable(curl));
    const auto python = snippet(exchange, SnippetLanguage::Python);
    QProcess probe;
    probe.start(u"/usr/bin/python3"_s, {u"-c"_s, u"import requests"_s});
    if (probe.waitForFinished() && probe.exitCode() == 0) {
        const auto fromPython = answerOf(u"/usr/bin/python3"_s, {u"-c"_s, python});
        QVERIFY2(toBytes(fromPython).contains(expected), qPrintable(python));
    }
    // With the vendor's SDK where tests/conformance has installed it.
    const auto modules = QStringLiteral(XS_SOURCE_DIR "/tests/conformance/node_modules/@llamaindex/llama-cloud");
    if (QFile::exists(modules)) {
        const auto script = QStringLiteral(XS_SOURCE_DIR "/tests/conformance/.snippet-%1.mjs").arg(request);
        const auto typeScript = snippet(exchange, SnippetLanguage::TypeScript);
        QVERIFY(writeFile(script, typeScript.toUtf8()));
        const auto fromNode = answerOf(u"node"_s, {script});
        QFile::remove(script);
        QVERIFY2(toBytes(fromNode).contains(expected), qPrintable(typeScript));
    }
}

QTEST_GUILESS_MAIN(TestSnippet)
#include "tst_snippet.moc"
