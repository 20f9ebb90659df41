// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/clirun.h"
#include "apps/service/runningservice.h"
#include "client/connections.h"
#include "client/keystore.h"
#include "supervisor/serviceshare.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::cli::test;
using xs::service::test::RunningService;

/// Commands besides `run`, with the real program and the real service.
class TestCommands : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void validates();
    void infers_data();
    void infers();
    void infersNothingFromOther();
    void sendsNoCommandsToATerminal();
    void generates();
    void listsAndGetsJobs();
    void thisComputersJobs();
    void thisComputersJobsBesideTheWindow();
    void cancelsAndDeletesJobs();
    void listsConnections();
    void testsConnections();
    void keysComeFromTheKeyring();
    void withoutAKeyAndAKeyring();
    void completes_data();
    void completes();
    void otherShellsTakeTheScripts();
    void theManualIsClean();

private:
    /// A service that the environment names, as for the official SDK.
    void useService();
    QStringList makeJobs(int count);

    std::unique_ptr<Home> m_home;
    std::unique_ptr<RunningService> m_service;
};

void TestCommands::init()
{
    m_service.reset();
    m_home = std::make_unique<Home>();
}

void TestCommands::useService()
{
    m_service = std::make_unique<RunningService>(m_home->path(u"service"_s));
    QVERIFY(m_service->isUp());
    m_home->environment().insert(u"LLAMA_CLOUD_BASE_URL"_s, m_service->url());
    m_home->environment().insert(u"LLAMA_CLOUD_API_KEY"_s, QString::fromUtf8(m_service->token()));
}

void TestCommands::validates()
{
    const auto good = m_home->run({u"schema"_s, u"validate"_s, sample(u"invoice.schema.json"_s), u"--server"_s});
    QVERIFY2(good.status == 0, qPrintable(good.errors));
    QVERIFY(good.output.isEmpty());
    const auto bad = m_home->write(u"bad.json"_s, R"({"type": "object", "properties": {"a": {"type": "string",
        "description": "A", "enum": []}, "b": {"type": "string"}}})");
    const auto text = m_home->run({u"schema"_s, u"validate"_s, bad});
    QCOMPARE(text.status, 1);
    QVERIFY2(text.output.contains("error: /properties/a"_L1) && text.output.contains("warning: /properties/b"_L1),
             qPrintable(text.output));
    // A field's name does not steer the terminal.
    const auto sly =
        m_home->write(u"sly.json"_s, R"({"type": "object", "properties": {"a\u001b[31m": {"type": "string"}}})");
    const auto slyText = m_home->run({u"schema"_s, u"validate"_s, sly});
    QVERIFY2(slyText.output.contains("[31m"_L1) && !slyText.output.contains(QChar(0x1b)), qPrintable(slyText.output));
    const auto outcome = m_home->run({u"schema"_s, u"validate"_s, bad, u"--json"_s, u"--server"_s});
    QCOMPARE(outcome.status, 1);
    const auto findings = parseJson(outcome.output.toUtf8());
    QVERIFY(findings && findings->is_array());
    QStringList sources;
    for (const auto &finding : *findings)
        if (toQString(member(finding, "severity")) == "error"_L1)
            sources << toQString(member(finding, "source"));
    QVERIFY2(sources.contains(u"local"_s) && sources.contains(u"server"_s), qPrintable(outcome.output));
}

void TestCommands::infers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("instance") << QByteArray(R"({"number": "A-1", "total": 12.5})");
    QTest::newRow("csv") << QByteArray("number,total\nA-1,12.5\n");
    QTest::newRow("typescript") << QByteArray("interface Invoice { number: string; total: number }");
    QTest::newRow("pydantic") << QByteArray("class Invoice(BaseModel):\n    number: str\n    total: float\n");
}

void TestCommands::infers()
{
    QFETCH(const QByteArray, text);
    const auto file = m_home->write(u"given"_s, text);
    const auto outcome = m_home->run({u"schema"_s, u"infer"_s, file, u"--output"_s, u"made.json"_s});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.errors));
    const auto schema = m_home->json(u"made.json"_s);
    QVERIFY2(toBytes(schema["properties"]["number"]["type"]).contains("string"), toBytes(schema).constData());
    QVERIFY2(toBytes(schema["properties"]["total"]["type"]).contains("number"), toBytes(schema).constData());
    // Not a second time over the same file.
    const auto again = m_home->run({u"schema"_s, u"infer"_s, file, u"--output"_s, u"made.json"_s});
    QCOMPARE(again.status, 2);
    QVERIFY(again.errors.contains("made.json is there already."_L1));
    // What was made can be run.
    QCOMPARE(m_home->run({u"schema"_s, u"validate"_s, u"made.json"_s}).status, 0);
}

/// Names in a document are a stranger's: on a terminal (script is one) their control characters are spelled out.
void TestCommands::sendsNoCommandsToATerminal()
{
    const auto file = m_home->write(u"data.json"_s, "{\"a\xc2\x9b"
                                                    "31m\x7f\": \"b\"}");
    const auto piped = m_home->run({u"schema"_s, u"infer"_s, file});
    QVERIFY2(piped.output.contains(QChar(0x9b)) && piped.output.contains(QChar(0x7f)), qPrintable(piped.output));
    QProcess script;
    script.setProcessEnvironment(m_home->environment());
    script.start(u"script"_s, {u"--quiet"_s, u"--return"_s, u"--command"_s,
                               QStringLiteral(XS_BIN_DIR "/extract-studio-cli schema infer ") + file, u"/dev/null"_s});
    QVERIFY(script.waitForFinished(ceiling));
    QCOMPARE(script.exitCode(), 0);
    const auto shown = QString::fromUtf8(script.readAllStandardOutput());
    QVERIFY2(shown.contains("a\\u009b31m\\u007f"_L1), qPrintable(shown));
    QVERIFY(!shown.contains(QChar(0x9b)) && !shown.contains(QChar(0x7f)));
    QCOMPARE(parseJson(shown.toUtf8()).value(), parseJson(piped.output.toUtf8()).value());
}

void TestCommands::infersNothingFromOther()
{
    const auto outcome = m_home->run({u"schema"_s, u"infer"_s, sample(u"invoice.pdf"_s)});
    QCOMPARE(outcome.status, 2);
    QVERIFY(outcome.output.isEmpty() && outcome.errors.contains("is no schema, no example in JSON"_L1));
    QCOMPARE(m_home->run({u"schema"_s, u"infer"_s, u"none.json"_s}).status, 2);
    const auto notes = m_home->write(u"a.ts"_s, "interface A { total: number;\n [key: string]: unknown }");
    const auto noted = m_home->run({u"schema"_s, u"infer"_s, notes});
    QVERIFY2(noted.status == 0 && noted.errors.contains("line 2"_L1), qPrintable(noted.errors));
}

void TestCommands::generates()
{
    useService();
    const auto outcome = m_home->run({u"schema"_s, u"generate"_s, sample(u"invoice.pdf"_s)});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.errors));
    const auto schema = parseJson(outcome.output.toUtf8());
    QVERIFY(schema && member(*schema, "properties").size() >= 3);
    // The sample does not stay on the server.
    QCOMPARE(member(m_service->get(u"/api/v1/beta/files"_s).json, "items").size(), std::size_t(0));
    const auto words = m_home->run({u"schema"_s, u"generate"_s, u"--prompt"_s, u"invoice number and total"_s});
    QVERIFY2(words.status == 0 && words.output.contains("total"_L1), qPrintable(words.errors));
    QCOMPARE(m_home->run({u"schema"_s, u"generate"_s}).status, 2);
}

QStringList TestCommands::makeJobs(int count)
{
    const auto documents = m_home->makeDocuments(count);
    const auto outcome = m_home->run(
        QStringList{u"run"_s, u"--schema"_s, sample(u"invoice.schema.json"_s), u"--output"_s, u"out"_s} + documents);
    if (outcome.status != 0)
        qWarning("%s", qPrintable(outcome.errors));
    QStringList ids;
    for (int i = 0; i < count; ++i)
        ids << toQString(member(m_home->json(u"out/document %1.json"_s.arg(i, 2, 10, QLatin1Char('0'))), "id"));
    return ids;
}

void TestCommands::listsAndGetsJobs()
{
    useService();
    const auto ids = makeJobs(3);
    const auto table = m_home->run({u"jobs"_s, u"list"_s});
    QCOMPARE(table.status, 0);
    QVERIFY2(table.output.startsWith("Job "_L1) && table.output.count(u'\n') == 4, qPrintable(table.output));
    for (const auto &id : ids)
        QVERIFY(table.output.contains(id));
    const auto listed = [this](const QStringList &options) {
        const auto outcome = m_home->run(QStringList{u"jobs"_s, u"list"_s, u"--json"_s} + options);
        const auto json = parseJson(outcome.output.toUtf8());
        return json ? static_cast<int>(json->size()) : -1;
    };
    QCOMPARE(listed({}), 3);
    QCOMPARE(listed({u"--limit"_s, u"2"_s}), 2);
    QCOMPARE(listed({u"--status"_s, u"completed"_s}), 3);
    QCOMPARE(listed({u"--status"_s, u"FAILED"_s}), 0);
    QCOMPARE(listed({u"--since"_s, u"2100-01-01"_s}), 0);
    const auto file = toQString(member(m_home->json(u"out/document 00.json"_s), "file_input"));
    QCOMPARE(listed({u"--file"_s, file}), 1);
    QCOMPARE(m_home->run({u"jobs"_s, u"list"_s, u"--since"_s, u"yesterday"_s}).status, 2);
    const auto unknown = m_home->run({u"jobs"_s, u"list"_s, u"--status"_s, u"done"_s});
    QVERIFY2(unknown.status == 2 && unknown.errors.contains("COMPLETED"_L1), qPrintable(unknown.errors));
    const auto got = m_home->run({u"jobs"_s, u"get"_s, ids[0]});
    const auto job = parseJson(got.output.toUtf8());
    QVERIFY(job && member(*job, "extract_metadata").is_object());
    const auto some = m_home->run({u"jobs"_s, u"get"_s, ids[1], u"ext-none"_s, u"--table"_s, u"--json-errors"_s});
    QCOMPARE(some.status, 1);
    QVERIFY(some.output.contains("Confidence"_L1));
    const auto error = parseJson(some.errors.toUtf8());
    QVERIFY2(error, qPrintable(some.errors));
    QCOMPARE(toQString(member(*error, "code")), u"NotFound"_s);
    QCOMPARE(toQString(member(*error, "subject")), u"ext-none"_s);
}

/// Without a connection the jobs are those of the window. A service that is not shared cannot be there twice.
void TestCommands::thisComputersJobs()
{
    {
        RunningService window(m_home->path(u"data/extract-studio/service"_s));
        QVERIFY(window.isUp());
        const auto file = window.uploadSample(u"resources/samples/invoice.pdf"_s);
        const auto made = window.post(u"/api/v2/extract"_s, service::test::createBody(file));
        window.waitForJob(made.text("id"));
        const auto outcome = m_home->run({u"jobs"_s, u"list"_s, u"--json-errors"_s});
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.errors.contains("\"ServiceInUse\""_L1), qPrintable(outcome.errors));
    }
    const auto outcome = m_home->run({u"jobs"_s, u"list"_s});
    QVERIFY2(outcome.status == 0 && outcome.output.contains("COMPLETED"_L1), qPrintable(outcome.errors));
}

void TestCommands::thisComputersJobsBesideTheWindow()
{
    SystemClock clock;
    SystemScheduler scheduler;
    const auto folder = m_home->path(u"data/extract-studio/service"_s);
    QDir().mkpath(m_home->path(u"data/extract-studio"_s));
    supervisor::ServiceSupervisor window(
        {.program = QStringLiteral(XS_BIN_DIR "/extract-studio-service"), .dataFolder = folder}, clock, scheduler);
    supervisor::ServiceShare share(window, folder);
    QVERIFY(share.listen());
    // Nobody else may ask for the token.
    const QFileInfo socket(folder + u".socket"_s);
    QVERIFY(socket.exists() && !(socket.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                                         QFile::ReadOther | QFile::WriteOther | QFile::ExeOther)));
    // A window that runs no service leaves the folder to others.
    QCOMPARE(m_home->run({u"jobs"_s, u"list"_s}).status, 0);
    window.start();
    QTRY_VERIFY_WITH_TIMEOUT(window.connection(), ceiling);
    const auto process = window.processId();
    for (int i = 0; i < 2; ++i) {
        const auto outcome = m_home->run({u"jobs"_s, u"list"_s});
        QVERIFY2(outcome.status == 0 && outcome.errors.contains("There are no such jobs."_L1),
                 qPrintable(outcome.errors));
    }
    const auto test = m_home->run({u"connections"_s, u"test"_s, u"This computer"_s});
    QVERIFY2(test.status == 0, qPrintable(test.errors));
    // It is the window's service that answered, and it goes on.
    QCOMPARE(window.processId(), process);
    window.stop();
    QCOMPARE(m_home->run({u"jobs"_s, u"list"_s}).status, 0);
}

void TestCommands::cancelsAndDeletesJobs()
{
    useService();
    const auto ids = makeJobs(2);
    const auto over = m_home->run({u"jobs"_s, u"cancel"_s, ids[0], u"--json-errors"_s});
    QCOMPARE(over.status, 1);
    QVERIFY2(over.errors.contains("JobIsOver"_L1), qPrintable(over.errors));
    const auto deleted = m_home->run(QStringList{u"jobs"_s, u"delete"_s} + ids);
    QVERIFY2(deleted.status == 0, qPrintable(deleted.errors));
    QCOMPARE(m_home->run({u"jobs"_s, u"get"_s, ids[0]}).status, 1);
    const auto none = m_home->run({u"jobs"_s, u"list"_s});
    QVERIFY(none.status == 0 && none.errors.contains("There are no such jobs."_L1));
    // One that runs is cancelled.
    const auto file = m_service->uploadSample(u"resources/samples/manypages.pdf"_s);
    const auto made = m_service->post(u"/api/v2/extract"_s, *parseJson(toBytes(service::test::createBody(file))));
    const auto cancelled = m_home->run({u"jobs"_s, u"cancel"_s, made.text("id")});
    QVERIFY2(cancelled.status == 0, qPrintable(cancelled.errors));
    QCOMPARE(m_service->get(u"/api/v2/extract/"_s + made.text("id")).text("status"), u"CANCELLED"_s);
}

void TestCommands::listsConnections()
{
    {
        QSettings settings(m_home->path(u"data/extract-studio/settings.ini"_s), QSettings::IniFormat);
        client::Connections connections(settings);
        connections.save({.name = u"Büro"_s,
                          .baseUrl = QUrl(u"https://extract.example.org"_s),
                          .projectId = u"prj-1"_s,
                          .requestsPerMinute = 7});
    }
    const auto table = m_home->run({u"connections"_s, u"list"_s});
    QVERIFY2(table.output.contains(QRegularExpression(u"Büro +https://extract.example.org +prj-1 +.* 7\n"_s)),
             qPrintable(table.output));
    const auto json = parseJson(m_home->run({u"connections"_s, u"list"_s, u"--json"_s}).output.toUtf8());
    QVERIFY(json && json->size() == 4);
    QCOMPARE(m_home->run({u"connections"_s, u"list"_s, u"--names"_s}).output.trimmed().split(u'\n').last(), u"Büro"_s);
}

void TestCommands::testsConnections()
{
    const auto works = m_home->run({u"connections"_s, u"test"_s, u"This computer"_s, u"--json"_s});
    QVERIFY2(works.status == 0, qPrintable(works.errors));
    QVERIFY(works.errors.contains("The connection works."_L1));
    const auto projects = parseJson(works.output.toUtf8());
    QVERIFY2(projects && projects->size() == 1 && member(projects->front(), "is_default") == Json(true),
             qPrintable(works.output));
    QCOMPARE(m_home->run({u"connections"_s, u"test"_s, u"None"_s}).status, 2);
}

void TestCommands::withoutAKeyAndAKeyring()
{
    auto &environment = m_home->environment();
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere"_s);
    const auto outcome =
        m_home->run({u"jobs"_s, u"list"_s, u"--connection"_s, u"LlamaCloud Europe"_s, u"--json-errors"_s});
    QCOMPARE(outcome.status, 2);
    const auto error = parseJson(outcome.errors.toUtf8());
    QVERIFY2(error, qPrintable(outcome.errors));
    QCOMPARE(toQString(member(*error, "code")), u"KeyringUnavailable"_s);
}

/// Inside a session bus with a real Secret Service.
class InsideBus : public QObject
{
    Q_OBJECT

private:
    static void saveProfile(const Home &home, const QUrl &address)
    {
        QSettings settings(home.path(u"data/extract-studio/settings.ini"_s), QSettings::IniFormat);
        client::Profile profile;
        profile.name = u"Büro"_s;
        profile.baseUrl = address;
        client::Connections(settings).save(profile);
    }

    static void testFails(const Home &home, const QString &code, const QUrl &address)
    {
        saveProfile(home, address);
        const auto outcome = home.run({u"connections"_s, u"test"_s, u"Büro"_s, u"--json-errors"_s});
        QCOMPARE(outcome.status, 1);
        const auto error = parseJson(outcome.errors.toUtf8());
        QVERIFY2(error && stringMember(*error, "code") == code, qPrintable(outcome.errors));
    }

private slots:
    void aConnectionOfTheWindow()
    {
        Home home;
        RunningService service(home.path(u"service"_s));
        QVERIFY(service.isUp());
        saveProfile(home, QUrl(service.url()));
        const QStringList list{u"jobs"_s, u"list"_s, u"--connection"_s, u"Büro"_s};
        // The environment's key is not for this server.
        home.environment().insert(u"LLAMA_CLOUD_API_KEY"_s, QString::fromUtf8(service.token()));
        const auto without = home.run(list);
        QCOMPARE(without.status, 2);
        QVERIFY2(without.errors.contains("There is no key for this connection."_L1), qPrintable(without.errors));
        client::SystemKeyStore keys;
        std::optional<Expected<void>> written;
        keys.write(u"Büro"_s, QString::fromUtf8(service.token()), this,
                   [&written](const Expected<void> &answer) { written = answer; });
        QTRY_VERIFY_WITH_TIMEOUT(written.has_value(), ceiling);
        QVERIFY(written->has_value());
        const auto with = home.run(list);
        QVERIFY2(with.status == 0, qPrintable(with.errors));
        QCOMPARE(home.run({u"connections"_s, u"test"_s, u"Büro"_s}).status, 0);
        testFails(home, u"ConnectionRefused"_s, QUrl(u"http://127.0.0.1:1"_s));
        // Something answers there, but no API.
        testFails(home, u"NotFound"_s, QUrl(service.url() + u"/elsewhere"_s));
        saveProfile(home, QUrl(service.url()));
        const auto run = home.run({u"run"_s, u"--schema"_s, sample(u"invoice.schema.json"_s), u"--connection"_s,
                                   u"Büro"_s, u"--output"_s, u"out"_s, sample(u"invoice.pdf"_s)});
        QVERIFY2(run.status == 0, qPrintable(run.errors));
        QVERIFY(run.errors.contains(u"Documents go to Büro."_s));
        QVERIFY(home.run(list).output.contains("COMPLETED"_L1));
    }
};

void TestCommands::keysComeFromTheKeyring()
{
    auto environment = m_home->environment();
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_home->path({}));
    environment.insert(u"XS_INSIDE_BUS"_s, u"1"_s);
    environment.remove(u"XDG_CURRENT_DESKTOP"_s);
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    QProcess inside;
    inside.setProcessEnvironment(environment);
    inside.setProcessChannelMode(QProcess::MergedChannels);
    inside.start(u"dbus-run-session"_s,
                 {u"--"_s, u"sh"_s, u"-c"_s,
                  u"printf 'pw\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null; exec \"$0\""_s,
                  QCoreApplication::applicationFilePath()});
    QVERIFY2(inside.waitForStarted(), "dbus-run-session is not installed (package dbus)");
    QVERIFY(inside.waitForFinished(ceiling));
    const auto output = inside.readAll();
    QVERIFY2(inside.exitStatus() == QProcess::NormalExit && inside.exitCode() == 0, output.constData());
    QVERIFY2(output.contains("PASS   : InsideBus::aConnectionOfTheWindow"), output.constData());
}

void TestCommands::completes_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("offered");
    QTest::newRow("commands") << u"extract-studio-cli sch"_s << u"schema"_s;
    QTest::newRow("second word") << u"extract-studio-cli jobs ca"_s << u"cancel"_s;
    QTest::newRow("option") << u"extract-studio-cli run --max-cr"_s << u"--max-credits"_s;
    QTest::newRow("option of a second word") << u"extract-studio-cli jobs list --stat"_s << u"--status"_s;
    QTest::newRow("words") << u"extract-studio-cli run --format xl"_s << u"xlsx"_s;
    QTest::newRow("shells") << u"extract-studio-cli completion fi"_s << u"fish"_s;
    QTest::newRow("connections") << u"extract-studio-cli run --connection LlamaCloud\\ E"_s << u"LlamaCloud\\ Europe"_s;
}

/// As bash does it at a press of Tab.
void TestCommands::completes()
{
    QFETCH(const QString, line);
    QFETCH(const QString, offered);
    const auto script = m_home->write(u"completion.bash"_s, m_home->run({u"completion"_s, u"bash"_s}).output.toUtf8());
    // Blanks that are escaped are part of their word.
    auto words = line;
    words.replace(u"\\ "_s, u"\x01"_s);
    QStringList quoted;
    for (const auto &word : words.split(u' '))
        quoted << u'\'' + QString(word).replace(u"\x01"_s, u"\\ "_s) + u'\'';
    QProcess bash;
    auto environment = m_home->environment();
    environment.insert(u"PATH"_s, QStringLiteral(XS_BIN_DIR ":") + environment.value(u"PATH"_s));
    bash.setProcessEnvironment(environment);
    bash.start(u"bash"_s, {u"-c"_s,
                           u"source \"$0\"; COMP_WORDS=(%1); COMP_CWORD=%2; _extract_studio_cli; printf '%s\\n' "
                           "\"${COMPREPLY[@]}\""_s.arg(quoted.join(u' '), QString::number(quoted.size() - 1)),
                           script});
    QVERIFY(bash.waitForFinished(ceiling));
    QCOMPARE(QString::fromUtf8(bash.readAllStandardOutput()).trimmed(), offered);
    QCOMPARE(bash.readAllStandardError(), QByteArray());
}

void TestCommands::otherShellsTakeTheScripts()
{
    for (const auto &shell : {u"zsh"_s, u"fish"_s}) {
        const auto script = m_home->run({u"completion"_s, shell}).output.toUtf8();
        QVERIFY(script.contains("--max-credits") || script.contains("-l max-credits"));
        // What a group holds is said beside its name.
        QVERIFY2(script.contains("list, get, cancel, delete"), script.constData());
        if (QStandardPaths::findExecutable(shell).isEmpty())
            continue;
        QProcess process;
        process.setProcessEnvironment(m_home->environment());
        process.start(shell, {u"-n"_s, m_home->write(u"completion"_s, script)});
        QVERIFY(process.waitForFinished(ceiling));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        if (shell != "fish"_L1)
            continue;
        // Fish can say what it would offer.
        process.start(shell, {u"--no-config"_s, u"-c"_s,
                              u"source %1; complete -C 'extract-studio-cli jobs list --stat'; "
                              "complete -C 'extract-studio-cli sch'; complete -C 'extract-studio-cli jobs ca'"_s.arg(
                                  m_home->path(u"completion"_s))});
        QVERIFY(process.waitForFinished(ceiling));
        const auto offered = process.readAllStandardOutput();
        QVERIFY2(offered.contains("--status\t") && offered.contains("schema\t") && offered.contains("cancel\t"),
                 offered.constData());
    }
}

void TestCommands::theManualIsClean()
{
    const auto page = m_home->run({u"manual"_s}).output;
    for (const auto &word : {u".SH COMMANDS"_s, u"\\-\\-max\\-credits"_s, u"LLAMA_CLOUD_BASE_URL"_s, u".B 130"_s})
        QVERIFY2(page.contains(word), qPrintable(word));
    // No sentence is taken for a request of the page's language.
    static const QRegularExpression request(u"^\\.(?!TH|SH|SS|TP|PP|B|BR|I)"_s, QRegularExpression::MultilineOption);
    QVERIFY(!page.contains(request));
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (qEnvironmentVariableIsSet("XS_INSIDE_BUS")) {
        InsideBus inside;
        return QTest::qExec(&inside, argc, argv);
    }
    TestCommands test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_commands.moc"
