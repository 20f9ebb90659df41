// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "client/accessmanager.h"
#include "client/createjobcall.h"
#include "client/getjobcall.h"
#include "client/listjobscall.h"
#include "client/snippet.h"
#include "client/uploadfilecall.h"

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
    void asCurl_data() { addRequests(); }
    void asCurl();
    void asPython_data() { addRequests(); }
    void asPython();
    void asTypeScript_data() { addRequests(); }
    void asTypeScript();

private:
    static void addRequests();
    /// The row's request in a language; empty if the key is in it.
    QString requested(SnippetLanguage language);
    void runToEnd(Call &call);
    Json answerOf(const QString &program, const QStringList &arguments);

    QTemporaryDir m_data;
    QTemporaryDir m_documents;
    QProcess m_service;
    Connection m_connection;
    SystemClock m_clock;
    SystemScheduler m_scheduler;
    AccessManager m_manager;
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

void TestSnippet::addRequests()
{
    QTest::addColumn<int>("request");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("upload") << 0 << QByteArray("dfl-");
    QTest::newRow("create") << 1 << QByteArray("ext-");
    QTest::newRow("get") << 2 << QByteArray("data_schema");
    QTest::newRow("list") << 3 << QByteArray("items");
}

QString TestSnippet::requested(SnippetLanguage language)
{
    QFETCH(const int, request);
    const auto text = snippet(m_log.exchanges()[static_cast<std::size_t>(request)], language);
    return text.contains(m_connection.key) ? QString() : text;
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

void TestSnippet::asCurl()
{
    QFETCH(const QByteArray, expected);
    const auto curl = requested(SnippetLanguage::Curl);
    QVERIFY2(toBytes(answerOf(u"sh"_s, {u"-c"_s, curl})).contains(expected), qPrintable(curl));
}

void TestSnippet::asPython()
{
    QFETCH(const QByteArray, expected);
    const auto python = u"/usr/bin/python3"_s;
    const auto text = requested(SnippetLanguage::Python);
    const auto has = [&python](const QStringList &arguments) {
        QProcess process;
        process.start(python, arguments);
        return process.waitForFinished() && process.exitCode() == 0;
    };
    QVERIFY2(!text.isEmpty() && has({u"-c"_s, u"import sys; compile(sys.argv[1], 'copied', 'exec')"_s, text}),
             qPrintable(text));
    if (!has({u"-c"_s, u"import requests"_s}))
        QSKIP("The package python3-requests is not installed (scripts/test installs it).");
    QVERIFY2(toBytes(answerOf(python, {u"-c"_s, text})).contains(expected), qPrintable(text));
}

/// With the vendor's SDK.
void TestSnippet::asTypeScript()
{
    QFETCH(const QByteArray, expected);
    const auto sdk = qEnvironmentVariable("XS_SDK");
    if (sdk.isEmpty() || !QFile::exists(sdk + u"/node_modules/@llamaindex/llama-cloud"_s))
        QSKIP("tests/conformance has not installed the SDK; it needs Node.js 20.");
    const auto text = requested(SnippetLanguage::TypeScript);
    const auto script = sdk + u"/copied.mjs"_s;
    QVERIFY(writeFile(script, text.toUtf8()));
    const auto answer = answerOf(u"node"_s, {script});
    QFile::remove(script);
    QVERIFY2(toBytes(answer).contains(expected), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestSnippet)
#include "tst_snippet.moc"
