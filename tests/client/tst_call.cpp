// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/canceljobcall.h"
#include "client/connectiontest.h"
#include "client/createjobcall.h"
#include "client/generateschemacall.h"
#include "client/getjobcall.h"
#include "client/listjobscall.h"
#include "client/listprojectscall.h"
#include "client/uploadfilecall.h"
#include "client/validateschemacall.h"
#include "client/webhooktest.h"
#include "support/fakeserver.h"
#include "support/faketime.h"

#include <QCryptographicHash>
#include <QEvent>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace xs;
using namespace xs::client;
using namespace xs::test;

/// Every kind of trouble that a call can meet, told by what the call says and what it sends.
class TestCall : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void sendsWhatTheApiWants();
    void keepsPrefixAndProject();
    void repeatsReadsAndTellsOnce();
    void honoursRetryAfter();
    void givesUpAfterSixAttempts();
    void doesNotRepeatACreateThatMayHaveArrived();
    void repeatsACreateThatDidNotArrive();
    void timesOutInSilence();
    void timesOutAlthoughTheClockIsSetBack();
    void cancelledOnce();
    void destroyedInSilence();
    void droppedInSilence();
    void neverFollowsARedirect();
    void refusesAnEndlessAnswer();
    void readsALongAnswerBesideTheEventLoop();
    void refusesAnswersThatAreNotWhatTheyShouldBe_data();
    void refusesAnswersThatAreNotWhatTheyShouldBe();
    void mapsErrors_data();
    void mapsErrors();
    void refusesBadConnections();
    void dropsPartsThatTheServerDoesNotKnow();
    void fallsBackToTheOtherValidationPath();
    void asksForASchema();
    void streamsAFile();
    void aFileThatChangesOnItsWay();
    void refusesBadFiles();
    void neverLogsTheKey();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ChildAdded)
            QMetaObject::invokeMethod(
                watched, [watched] { static_cast<Call *>(watched)->cancel(); }, Qt::QueuedConnection);
        return false;
    }

private:
    void watch(Call &call);
    QString run(Call &call);

    std::unique_ptr<FakeTime> m_time;
    std::unique_ptr<FakeNetwork> m_manager;
    QStringList m_log;
    Connection m_connection;

    Network network() { return {*m_manager, *m_time, *m_time, {}}; }
};

void TestCall::init()
{
    m_time = std::make_unique<FakeTime>();
    m_manager = std::make_unique<FakeNetwork>(*m_time);
    m_log.clear();
    m_connection = {u"test"_s, QUrl(u"https://api.example.com"_s), u"llx-secret"_s, {}, 0};
}

void TestCall::watch(Call &call)
{
    connect(&call, &Call::finished, this, [this] { m_log << u"finished"_s; });
    connect(&call, &Call::failed, this,
            [this](const Error &error) { m_log << u"failed "_s + errorCodeName(error.code); });
    connect(&call, &Call::cancelled, this, [this] { m_log << u"cancelled"_s; });
    connect(&call, &Call::repeating, this,
            [this](const Error &error, milliseconds) { m_log << u"repeating "_s + errorCodeName(error.code); });
}

QString TestCall::run(Call &call)
{
    watch(call);
    call.start();
    m_log << u"started"_s;
    m_time->runUntil([&] { return call.state() != Call::State::Running; });
    m_time->advance(1h); // nothing may follow
    return m_log.join(", "_L1);
}

void TestCall::sendsWhatTheApiWants()
{
    m_manager->answer = [](const FakeRequest &) {
        return FakeAnswer::json({{"id", "ext-1"}, {"status", "PENDING"}, {"file_input", "dfl-1"}});
    };
    CreateJobCall call(network(), m_connection, {u"dfl-1"_s, {{"tier", "agentic"}}, u"job-1"_s});
    QCOMPARE(run(call), u"started, finished"_s);
    const auto &sent = m_manager->requests.front();
    QCOMPARE(sent.verb, QByteArray("POST"));
    QCOMPARE(sent.url, QUrl(u"https://api.example.com/api/v2/extract"_s));
    QCOMPARE(sent.body, QByteArray(R"({"file_input":"dfl-1","configuration":{"tier":"agentic"}})"));
    QCOMPARE(sent.header("authorization"), QByteArray("Bearer llx-secret"));
    QCOMPARE(sent.header("content-type"), QByteArray("application/json"));
    QCOMPARE(sent.header("accept"), QByteArray("application/json"));
    QCOMPARE(sent.header("idempotency-key"), QByteArray("job-1"));
    QCOMPARE(call.job().id, JobId(u"ext-1"_s));
}

void TestCall::keepsPrefixAndProject()
{
    m_connection.baseUrl = QUrl(u"http://127.0.0.1:8080/x/"_s);
    m_connection.projectId = u"a b&c"_s;
    m_manager->answer = [](const FakeRequest &) { return FakeAnswer::json({{"items", Json::array()}}); };
    JobFilter filter;
    filter.ids = {JobId(u"ext-1"_s), JobId(u"ext-2"_s)};
    filter.createdOnOrAfter = m_time->now();
    ListJobsCall list(network(), m_connection, filter);
    QCOMPARE(run(list), u"started, finished"_s);
    QCOMPARE(m_manager->requests.back().url.toString(QUrl::FullyEncoded),
             u"http://127.0.0.1:8080/x/api/v2/extract?job_ids=ext-1&job_ids=ext-2"
             "&created_at_on_or_after=2026-03-01T12%3A00%3A00.000000Z&project_id=a%20b%26c"_s);

    CancelJobCall cancel(network(), m_connection, JobId(u"ext 1/2"_s));
    m_manager->answer = [](const FakeRequest &) {
        return FakeAnswer::json({{"id", "ext 1/2"}, {"status", "CANCELLED"}});
    };
    cancel.start();
    m_time->settle();
    QCOMPARE(m_manager->requests.back().url.path(QUrl::FullyEncoded), u"/x/api/v2/extract/ext%201%2F2/cancel"_s);
    QVERIFY(m_manager->requests.back().body.isEmpty());
}

void TestCall::repeatsReadsAndTellsOnce()
{
    m_manager->answer = [this](const FakeRequest &) {
        if (m_manager->requests.size() == 1)
            return FakeAnswer::refusal(503, u"busy"_s);
        if (m_manager->requests.size() == 2)
            return FakeAnswer::broken(QNetworkReply::RemoteHostClosedError);
        return FakeAnswer::json({{"id", "ext-1"}, {"status", "RUNNING"}});
    };
    GetJobCall call(network(), m_connection, JobId(u"ext-1"_s), Expand::Nothing);
    QCOMPARE(run(call), u"started, repeating ServerFailed, repeating ConnectionLost, finished"_s);
}

void TestCall::honoursRetryAfter()
{
    m_manager->answer = [this](const FakeRequest &) -> FakeAnswer {
        if (m_manager->requests.size() == 1)
            return {.status = 429, .body = "{}", .headers = {{"Retry-After", "90"}}};
        return FakeAnswer::json(Json::array());
    };
    ListProjectsCall call(network(), m_connection);
    watch(call);
    call.start();
    m_time->advance(89s);
    QCOMPARE(m_manager->requests.size(), 1u);
    m_time->advance(1s);
    QCOMPARE(m_log.join(", "_L1), u"repeating RateLimited, finished"_s);
}

void TestCall::givesUpAfterSixAttempts()
{
    m_manager->answer = [](const FakeRequest &) {
        return FakeAnswer{.status = 502, .body = "<html>Bad gateway</html>"};
    };
    ListProjectsCall call(network(), m_connection);
    QVERIFY(run(call).endsWith("repeating ServerFailed, failed ServerFailed"_L1));
    QCOMPARE(m_manager->requests.size(), 6u);
    QCOMPARE(call.error().detail, u"<html>Bad gateway</html>"_s);
    QCOMPARE(call.error().place, u"https://api.example.com/api/v1/projects"_s);
}

void TestCall::doesNotRepeatACreateThatMayHaveArrived()
{
    for (const auto &answer : {FakeAnswer::broken(QNetworkReply::RemoteHostClosedError), FakeAnswer::refusal(504, {}),
                               FakeAnswer::refusal(500, {}), FakeAnswer{.status = 200, .body = "<html>"}}) {
        init();
        m_manager->answer = [&answer](const FakeRequest &) { return answer; };
        CreateJobCall call(network(), m_connection, {u"dfl-1"_s, Json::object(), {}});
        run(call);
        QCOMPARE(m_manager->requests.size(), 1u);
        QVERIFY(call.mayHaveArrived());
    }
}

void TestCall::repeatsACreateThatDidNotArrive()
{
    for (const auto &answer : {FakeAnswer::broken(QNetworkReply::ConnectionRefusedError), FakeAnswer::refusal(503, {}),
                               FakeAnswer::refusal(429, {})}) {
        init();
        m_manager->answer = [&answer](const FakeRequest &) { return answer; };
        CreateJobCall call(network(), m_connection, {u"dfl-1"_s, Json::object(), {}});
        run(call);
        QCOMPARE(m_manager->requests.size(), 6u);
        QVERIFY(!call.mayHaveArrived());
    }
}

void TestCall::timesOutInSilence()
{
    m_manager->answer = [](const FakeRequest &) { return FakeAnswer{.hangs = true}; };
    CreateJobCall call(network(), m_connection, {u"dfl-1"_s, Json::object(), {}});
    watch(call);
    call.start();
    m_time->advance(59s);
    QCOMPARE(call.state(), Call::State::Running);
    m_time->advance(2s);
    QCOMPARE(m_log.join(u' '), u"failed TimedOut"_s);
    QVERIFY(call.mayHaveArrived());
    QCOMPARE(m_manager->underWay, 0);
}

void TestCall::timesOutAlthoughTheClockIsSetBack()
{
    m_manager->answer = [](const FakeRequest &) { return FakeAnswer{.hangs = true}; };
    Network once = network();
    once.policy.attempts = 1;
    CreateJobCall call(once, m_connection, {u"dfl-1"_s, Json::object(), {}});
    watch(call);
    call.start();
    m_time->advance(1s);
    m_time->setBack(3h);
    m_time->advance(once.policy.idleTimeout * 3);
    QCOMPARE(m_log.join(u' '), u"failed TimedOut"_s);
}

void TestCall::cancelledOnce()
{
    m_manager->answer = [](const FakeRequest &) { return FakeAnswer{.body = "[]", .delay = 5s}; };
    ListProjectsCall call(network(), m_connection);
    watch(call);
    call.start();
    m_time->advance(1s);
    call.cancel();
    call.cancel();
    m_time->advance(1h);
    QCOMPARE(m_log.join(u' '), u"cancelled"_s);
    QCOMPARE(m_manager->underWay, 0);

    ListProjectsCall early(network(), m_connection);
    early.start();
    early.cancel();
    m_time->advance(1h);
    QCOMPARE(m_manager->requests.size(), 1u);
}

void TestCall::destroyedInSilence()
{
    m_manager->answer = [](const FakeRequest &) { return FakeAnswer{.body = "[]", .delay = 5s}; };
    auto call = std::make_unique<ListProjectsCall>(network(), m_connection);
    watch(*call);
    call->start();
    m_time->advance(1s);
    call.reset();
    m_time->advance(1h);
    QVERIFY(m_log.isEmpty());
    QCOMPARE(m_manager->underWay, 0);
}

/// A window that closes drops its calls, and no event loop runs before the network and the clock are gone.
void TestCall::droppedInSilence()
{
    m_manager->answer = [](const FakeRequest &) { return FakeAnswer{.body = "[]", .delay = 5s}; };
    CallPointer call(new ListProjectsCall(network(), m_connection));
    watch(*call);
    LatePointer<ListProjectsCall> typed(new ListProjectsCall(network(), m_connection));
    LatePointer<ConnectionTest> test(new ConnectionTest(network(), m_connection, {}));
    LatePointer<WebhookTest> webhook(new WebhookTest(network(), {{"webhook_url", "https://hook.example.com"}}, {}));
    call->start();
    typed->start();
    test->start();
    webhook->start();
    m_time->advance(1s);
    QCOMPARE(m_manager->underWay, 4);
    call.reset();
    typed.reset();
    test.reset();
    webhook.reset();
    QCOMPARE(m_manager->underWay, 0);
    m_manager.reset();
    m_time.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(m_log.isEmpty());
}

void TestCall::neverFollowsARedirect()
{
    m_manager->answer = [](const FakeRequest &) {
        return FakeAnswer{.status = 307, .headers = {{"Location", "https://evil.example.org/steal"}}};
    };
    ListProjectsCall call(network(), m_connection);
    QCOMPARE(run(call), u"started, failed RequestRefused"_s);
    QCOMPARE(m_manager->requests.size(), 1u);
    QCOMPARE(m_manager->requests.front().request.attribute(QNetworkRequest::RedirectPolicyAttribute).toInt(),
             static_cast<int>(QNetworkRequest::ManualRedirectPolicy));
    QVERIFY(call.error().detail.contains("https://evil.example.org/steal"_L1));
}

void TestCall::refusesAnEndlessAnswer()
{
    auto limited = network();
    limited.policy.answerLimit = 1'000;
    m_manager->answer = [](const FakeRequest &) { return FakeAnswer{.body = '[' + QByteArray(2'000, ' ') + ']'}; };
    ListProjectsCall call(limited, m_connection);
    QCOMPARE(run(call), u"started, failed UnreadableAnswer"_s);
}

/// It is read by a worker: the call is still running when all of it has come, and may be cancelled.
void TestCall::readsALongAnswerBesideTheEventLoop()
{
    auto rows = Json::array();
    for (int i = 0; i < 40000; ++i)
        rows.push_back({{"price", i}});
    const Json job{{"id", "ext-1"}, {"status", "COMPLETED"}, {"extract_result", {{"rows", rows}}}};
    m_manager->answer = [&](const FakeRequest &) { return FakeAnswer::json(job); };
    GetJobCall call(network(), m_connection, JobId(u"ext-1"_s), Expand::Nothing);
    QCOMPARE(run(call), u"started, finished"_s);
    QCOMPARE(call.job().extractResult["rows"].size(), std::size_t(40000));

    m_log.clear();
    auto broken = toBytes(job);
    broken.chop(1);
    m_manager->answer = [&](const FakeRequest &) { return FakeAnswer{.body = broken}; };
    GetJobCall torn(network(), m_connection, JobId(u"ext-1"_s), Expand::Nothing);
    QCOMPARE(run(torn), u"started, failed UnreadableAnswer"_s);

    m_log.clear();
    m_manager->answer = [&](const FakeRequest &) { return FakeAnswer::json(job); };
    GetJobCall dropped(network(), m_connection, JobId(u"ext-1"_s), Expand::Nothing);
    // The worker is a child of the call; what is posted now comes before what it found.
    dropped.installEventFilter(this);
    QCOMPARE(run(dropped), u"started, cancelled"_s);
}

void TestCall::refusesAnswersThatAreNotWhatTheyShouldBe_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("html") << QByteArray("<html>Sign in to the hotel's network</html>");
    QTest::newRow("cut off") << QByteArray(R"({"id": "ext-1", "sta)");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("no id") << QByteArray(R"({"status": "RUNNING"})");
    QTest::newRow("deep") << QByteArray(100'000, '[');
}

void TestCall::refusesAnswersThatAreNotWhatTheyShouldBe()
{
    QFETCH(const QByteArray, body);
    m_manager->answer = [&body](const FakeRequest &) { return FakeAnswer{.body = body}; };
    GetJobCall call(network(), m_connection, JobId(u"ext-1"_s), Expand::Nothing);
    QCOMPARE(run(call), u"started, failed UnreadableAnswer"_s);
    QVERIFY(!call.error().place.isEmpty());
}

void TestCall::mapsErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QNetworkReply::NetworkError>("error");
    QTest::addColumn<ErrorCode>("code");
    using E = QNetworkReply;
    QTest::newRow("401") << 401 << E::NoError << ErrorCode::WrongKey;
    QTest::newRow("402") << 402 << E::NoError << ErrorCode::CreditsUsedUp;
    QTest::newRow("403") << 403 << E::NoError << ErrorCode::Forbidden;
    QTest::newRow("404") << 404 << E::NoError << ErrorCode::NotFound;
    QTest::newRow("413") << 413 << E::NoError << ErrorCode::FileTooLarge;
    QTest::newRow("422") << 422 << E::NoError << ErrorCode::RequestRefused;
    QTest::newRow("refused") << 0 << E::ConnectionRefusedError << ErrorCode::ConnectionRefused;
    QTest::newRow("host") << 0 << E::HostNotFoundError << ErrorCode::HostNotFound;
    QTest::newRow("lost") << 0 << E::RemoteHostClosedError << ErrorCode::ConnectionLost;
    QTest::newRow("certificate") << 0 << E::SslHandshakeFailedError << ErrorCode::CertificateRefused;
    QTest::newRow("time") << 0 << E::TimeoutError << ErrorCode::TimedOut;
    QTest::newRow("offline") << 0 << E::TemporaryNetworkFailureError << ErrorCode::NoNetwork;
    QTest::newRow("unreachable") << 0 << E::UnknownNetworkError << ErrorCode::NoNetwork;
}

void TestCall::mapsErrors()
{
    QFETCH(const int, status);
    QFETCH(const QNetworkReply::NetworkError, error);
    QFETCH(const ErrorCode, code);
    m_manager->answer = [&](const FakeRequest &) {
        return status ? FakeAnswer::refusal(status, u"because"_s) : FakeAnswer::broken(error);
    };
    ListProjectsCall call(network(), m_connection);
    run(call);
    QCOMPARE(call.error().code, code);
    if (status)
        QCOMPARE(call.error().detail, u"because"_s);
}

void TestCall::refusesBadConnections()
{
    const std::vector<std::tuple<QString, QString, ErrorCode>> bad{
        {u"api.example.com"_s, u"k"_s, ErrorCode::InvalidArgument},
        {u"ftp://example.com"_s, u"k"_s, ErrorCode::InvalidArgument},
        {u""_s, u"k"_s, ErrorCode::InvalidArgument},
        {u"https://api.example.com"_s, u"k\r\nX-Evil: 1"_s, ErrorCode::WrongKey},
        {u"https://api.example.com"_s, u"schlüssel"_s, ErrorCode::WrongKey}};
    for (const auto &[url, key, code] : bad) {
        m_connection.baseUrl = QUrl(url);
        m_connection.key = key;
        ListProjectsCall call(network(), m_connection);
        run(call);
        QCOMPARE(call.error().code, code);
        QVERIFY(!call.error().detail.contains(key) && !call.error().place.contains(key));
    }
    QVERIFY(m_manager->requests.empty());
}

void TestCall::dropsPartsThatTheServerDoesNotKnow()
{
    m_manager->answer = [](const FakeRequest &request) {
        const auto parts = request.query(u"expand"_s);
        if (parts.contains("usage"_L1) || parts.contains("metadata"_L1))
            return FakeAnswer::refusal(422, u"query.expand: Input should be 'configuration' or 'extract_metadata'"_s);
        return FakeAnswer::json({{"id", "ext-1"}, {"status", "COMPLETED"}});
    };
    GetJobCall call(network(), m_connection, JobId(u"ext-1"_s), Expand::Everything);
    QCOMPARE(run(call), u"started, finished"_s);
    QStringList asked;
    for (const auto &request : m_manager->requests)
        asked << request.query(u"expand"_s).join(u'+');
    QCOMPARE(asked.join(u' '), u"configuration+extract_metadata+metadata+usage configuration+extract_metadata+metadata "
                               "configuration+extract_metadata"_s);
}

void TestCall::fallsBackToTheOtherValidationPath()
{
    m_manager->answer = [](const FakeRequest &request) {
        if (request.path().endsWith("/schema/validation"_L1))
            return FakeAnswer::refusal(404, u"Not Found"_s);
        return FakeAnswer::json({{"data_schema", {{"type", "object"}}}});
    };
    ValidateSchemaCall call(network(), m_connection, {{"type", "object"}});
    QCOMPARE(run(call), u"started, finished"_s);
    QCOMPARE(m_manager->requests.back().path(), u"/api/v2/extract/schema/validate"_s);

    m_manager->answer = [](const FakeRequest &) { return FakeAnswer::refusal(404, u"Not Found"_s); };
    ValidateSchemaCall never(network(), m_connection, {{"type", "object"}});
    m_log.clear();
    QCOMPARE(run(never), u"started, failed NotFound"_s);
}

void TestCall::asksForASchema()
{
    const Json schema{{"type", "object"}, {"properties", {{"total", {{"type", "number"}}}}}};
    m_manager->answer = [&](const FakeRequest &) {
        return FakeAnswer::json(
            {{"name", "Bills"}, {"parameters", {{"product_type", "extract_v2"}, {"data_schema", schema}}}});
    };
    m_connection.projectId = u"prj-7"_s;
    GenerateSchemaCall call(network(), m_connection, {u"dfl-1"_s, u"the total"_s, schema, u"Bills"_s});
    QCOMPARE(run(call), u"started, finished"_s);
    const auto &request = m_manager->requests.back();
    QCOMPARE(request.path(), u"/api/v2/extract/schema/generate"_s);
    QCOMPARE(request.query(u"project_id"_s), QStringList(u"prj-7"_s));
    const Json sent{{"name", "Bills"}, {"prompt", "the total"}, {"file_id", "dfl-1"}, {"data_schema", schema}};
    QCOMPARE(*parseJson(request.body), sent);
    QCOMPARE(call.name(), u"Bills"_s);
    QVERIFY(call.schema() == schema);
    QCOMPARE(toQString(call.parameters()["product_type"]), u"extract_v2"_s);

    // What is not given is not sent.
    GenerateSchemaCall small(network(), m_connection, {.prompt = u"the total"_s});
    m_log.clear();
    QCOMPARE(run(small), u"started, finished"_s);
    QCOMPARE(m_manager->requests.back().body, QByteArray(R"({"prompt":"the total"})"));

    m_manager->answer = [](const FakeRequest &) { return FakeAnswer::json({{"name", "Bills"}, {"parameters", {}}}); };
    GenerateSchemaCall empty(network(), m_connection, {.prompt = u"the total"_s});
    m_log.clear();
    QCOMPARE(run(empty), u"started, failed UnreadableAnswer"_s);
    QVERIFY(empty.schema().is_null());
}

void TestCall::streamsAFile()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"Rechnung \"Mai\" – größer.pdf"_s);
    const auto content = QByteArray("%PDF-1.7 ") + QByteArray(3'000'000, 'x');
    QVERIFY(writeFile(path, content));
    m_manager->answer = [](const FakeRequest &) {
        return FakeAnswer::json({{"id", "dfl-9"}, {"name", "x"}, {"project_id", "p"}}, 201);
    };
    UploadFileCall call(network(), m_connection, path);
    qint64 sent = 0;
    connect(&call, &Call::uploadProgress, this, [&sent](qint64 bytes, qint64) { sent = bytes; });
    QCOMPARE(run(call), u"started, finished"_s);
    QCOMPARE(call.file().id, FileId(u"dfl-9"_s));
    QCOMPARE(call.size(), content.size());
    QCOMPARE(call.sha256().toLatin1(), QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
    const auto &body = m_manager->requests.front().body;
    QCOMPARE(sent, body.size());
    QVERIFY(body.contains(content));
    QVERIFY(body.contains("filename=\"Rechnung %22Mai%22 \xE2\x80\x93 gr\xC3\xB6\xC3\x9F"
                          "er.pdf\""));
    QVERIFY(body.contains("name=\"purpose\"\r\n\r\nextract\r\n"));
    QVERIFY(m_manager->requests.front()
                .request.header(QNetworkRequest::ContentTypeHeader)
                .toString()
                .startsWith("multipart/form-data; boundary="_L1));
}

/// Its name on the server would be the hash of bytes that the server does not have.
void TestCall::aFileThatChangesOnItsWay()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"scan.pdf"_s);
    QVERIFY(writeFile(path, "before"));
    m_manager->answer = [&](const FakeRequest &) {
        QFile file(path);
        const auto written = file.open(QIODevice::Append) && file.write(" and after") > 0;
        return FakeAnswer::json({{"id", "dfl-1"}, {"name", "scan.pdf"}}, written ? 201 : 500);
    };
    UploadFileCall call(network(), m_connection, path);
    QCOMPARE(run(call), u"started, failed UnreadableAnswer"_s);
    QVERIFY(call.error().detail.contains("changed"_L1));
}

void TestCall::refusesBadFiles()
{
    QTemporaryDir folder;
    const auto empty = folder.filePath(u"empty.pdf"_s);
    QVERIFY(writeFile(empty, {}));
    QFile huge(folder.filePath(u"huge.pdf"_s));
    QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(UploadFileCall::sizeLimit + 1)); // a hole, no real bytes
    const std::vector<std::pair<QString, ErrorCode>> bad{{folder.filePath(u"none.pdf"_s), ErrorCode::FileMissing},
                                                         {empty, ErrorCode::FileEmpty},
                                                         {folder.path(), ErrorCode::FileUnreadable},
                                                         {huge.fileName(), ErrorCode::FileTooLarge}};
    for (const auto &[path, code] : bad) {
        UploadFileCall call(network(), m_connection, path);
        run(call);
        QCOMPARE(call.error().code, code);
        QCOMPARE(call.error().place, path);
    }
    QVERIFY(m_manager->requests.empty());
}

QStringList messages;
void keepMessage(QtMsgType, const QMessageLogContext &, const QString &text)
{
    messages << text;
}

void TestCall::neverLogsTheKey()
{
    QLoggingCategory::setFilterRules(u"xs.*=true"_s);
    const auto previous = qInstallMessageHandler(keepMessage);
    m_connection.baseUrl = QUrl(u"https://user:llx-secret@api.example.com/?token=llx-secret"_s);
    m_manager->answer = [](const FakeRequest &) { return FakeAnswer::refusal(500, u"no"_s); };
    ListProjectsCall call(network(), m_connection);
    run(call);
    qInstallMessageHandler(previous);
    QLoggingCategory::setFilterRules({});
    QVERIFY(!messages.isEmpty());
    QVERIFY2(!messages.join(u'\n').contains("llx-secret"_L1), qPrintable(messages.join(u'\n')));
    QVERIFY(!call.error().place.contains("llx-secret"_L1));
}

QTEST_GUILESS_MAIN(TestCall)
#include "tst_call.moc"
