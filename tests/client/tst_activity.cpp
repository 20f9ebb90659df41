// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/activitylog.h"
#include "client/createjobcall.h"
#include "client/snippet.h"
#include "client/uploadfilecall.h"
#include "support/fakeserver.h"
#include "support/faketime.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::client;
using namespace xs::test;

/// What the activity log keeps of requests and answers, and that it keeps no secret and no end of memory.
class TestActivity : public QObject
{
    Q_OBJECT

private slots:
    void keepsRequestAndAnswer();
    void keepsNoSecret();
    void staysWithinBounds();
    void cancelledAndFailedCallsEnd();
    void quotesWhatShellsMind();
};

namespace {

struct Rig
{
    FakeTime time;
    FakeNetwork manager{time};
    FakeServer server{time};
    ActivityLog log;
    Connection connection{u"fake"_s, QUrl(u"https://fake.example.com/prefix"_s), u"llx-0123456789abcdef3f2a"_s, {}, 0};

    Rig()
    {
        server.key = "llx-0123456789abcdef3f2a";
        connection.webhookSecrets = {{u"https://hook.example.com/?token=verysecret"_s, u"verysecret"_s}};
        manager.answer = [this](const FakeRequest &request) { return server.answer(request); };
    }
    Network network() { return {manager, time, time, {}, &log}; }
};

NewJob someJob()
{
    NewJob job;
    job.fileInput = u"dfl-1"_s;
    job.configuration = {{"data_schema", {{"type", "object"}, {"properties", {{"token", {{"type", "string"}}}}}}}};
    job.configuration["webhook_configurations"] =
        Json::array({{{"webhook_url", "https://hook.example.com/?token=verysecret"},
                      {"webhook_headers", {{"X-Auth", "verysecret"}}}}});
    return job;
}

} // namespace

void TestActivity::keepsRequestAndAnswer()
{
    Rig rig;
    QTemporaryDir folder;
    const auto path = folder.filePath(u"it's a \"file\".pdf"_s);
    QVERIFY(writeFile(path, "%PDF"));
    UploadFileCall upload(rig.network(), rig.connection, path);
    upload.start();
    QVERIFY(rig.time.runUntil([&] { return upload.state() == Call::State::Finished; }));
    QCOMPARE(rig.log.exchanges().size(), 1U);
    const auto &exchange = rig.log.exchanges().front();
    QCOMPARE(exchange.verb, QByteArray("POST"));
    QCOMPARE(exchange.url.path(), u"/prefix/api/v1/beta/files"_s);
    QCOMPARE(exchange.status, 201);
    QVERIFY(exchange.isOver);
    QCOMPARE(exchange.filePath, path);
    QVERIFY(exchange.answer.contains("dfl-1"));
    // The hash is known at the end only, and belongs to what was sent.
    const QList<QPair<QByteArray, QByteArray>> fields{{"purpose", "extract"},
                                                      {"external_file_id", "sha256:" + upload.sha256().toLatin1()}};
    QCOMPARE(exchange.fields, fields);
    QCOMPARE(upload.sha256().size(), 64);
}

void TestActivity::keepsNoSecret()
{
    Rig rig;
    rig.server.fault = [](const QString &, const FakeRequest &) {
        return FakeServer::Fault{
            FakeServer::Fault::Kind::Instead,
            FakeAnswer::json({{"id", "ext-1"},
                              {"status", "PENDING"},
                              {"file_input", "dfl-1"},
                              {"download_url", "https://x.example.com/a?X-Amz-Signature=verysecret"},
                              {"access_token", "verysecret"}})};
    };
    CreateJobCall call(rig.network(), rig.connection, someJob());
    call.start();
    QVERIFY(rig.time.runUntil([&] { return call.state() == Call::State::Finished; }));
    // It was sent, …
    QVERIFY(rig.manager.requests.front().body.contains("verysecret"));
    // … and nobody sees it.
    const auto &exchange = rig.log.exchanges().front();
    QByteArray all = exchange.body + exchange.answer + exchange.url.toEncoded();
    for (const auto &[name, value] : exchange.headers)
        all += name + value;
    for (const auto language : {SnippetLanguage::Curl, SnippetLanguage::Python, SnippetLanguage::TypeScript})
        all += snippet(exchange, language).toUtf8();
    QVERIFY2(!all.contains("verysecret"), all.constData());
    QVERIFY(!all.contains("0123456789abcdef"));
    QVERIFY(all.contains("3f2a"));
    // A field of the schema is no secret.
    QVERIFY(exchange.body.contains("\"token\""));
}

void TestActivity::staysWithinBounds()
{
    ActivityLog log;
    const QByteArray large(600 * 1024, 'x');
    for (int i = 0; i < 5'000; ++i) {
        Exchange exchange;
        exchange.verb = "POST";
        exchange.body = i % 3 == 0 ? large : QByteArray("{}");
        const auto number = log.begin(exchange);
        log.end(number, 200, {}, i % 2 == 0 ? large : QByteArray("{}"), {});
        QVERIFY(log.exchanges().size() <= ActivityLog::exchangeLimit);
        QVERIFY(log.size() <= ActivityLog::totalLimit);
        QVERIFY(log.find(number));
    }
    qsizetype counted = 0;
    for (const auto &exchange : log.exchanges())
        counted += exchange.body.size() + exchange.answer.size();
    QCOMPARE(log.size(), counted);
    log.clear();
    QCOMPARE(log.size(), 0);
}

void TestActivity::cancelledAndFailedCallsEnd()
{
    Rig rig;
    rig.server.fault = [](const QString &, const FakeRequest &) {
        return FakeServer::Fault{FakeServer::Fault::Kind::Instead, {.hangs = true}};
    };
    CreateJobCall slow(rig.network(), rig.connection, someJob());
    slow.start();
    QVERIFY(rig.time.runUntil([&] { return slow.state() == Call::State::Failed; }));
    QCOMPARE(rig.log.exchanges().front().error.code, ErrorCode::TimedOut);
    CreateJobCall stopped(rig.network(), rig.connection, someJob());
    stopped.start();
    rig.time.settle();
    QVERIFY(!rig.log.exchanges().back().isOver);
    stopped.cancel();
    QCOMPARE(rig.log.exchanges().back().error.code, ErrorCode::Cancelled);
}

void TestActivity::quotesWhatShellsMind()
{
    Exchange exchange;
    exchange.verb = "POST";
    exchange.url = QUrl(u"https://fake.example.com/api/v2/extract"_s);
    exchange.body = R"({"a":"it's $HOME `id`"})";
    const auto text = snippet(exchange, SnippetLanguage::Curl);
    QVERIFY(text.contains(u"it'\\''s $HOME `id`"_s));
    QVERIFY(text.contains(u"\"Authorization: Bearer $LLAMA_CLOUD_API_KEY\""_s));
}

QTEST_GUILESS_MAIN(TestActivity)
#include "tst_activity.moc"
