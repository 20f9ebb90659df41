// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/webhookevent.h"
#include "client/accessmanager.h"
#include "client/createjobcall.h"
#include "client/webhooktest.h"
#include "support/fakeserver.h"
#include "support/faketime.h"

#include <QEventLoop>
#include <QMessageAuthenticationCode>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::client;

namespace {

/// Takes one request whole and answers with a status.
class Receiver : public QTcpServer
{
public:
    explicit Receiver(int status)
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(this, &QTcpServer::newConnection, this, [this, status] {
            auto *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, status] {
                request += socket->readAll();
                const auto end = request.indexOf("\r\n\r\n");
                if (end < 0 || request.size() - end - 4 < header("content-length").toInt())
                    return;
                socket->write("HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Length: 0\r\n\r\n");
            });
        });
    }
    QString address() const { return u"http://127.0.0.1:%1/hook"_s.arg(serverPort()); }
    QByteArray body() const { return request.mid(request.indexOf("\r\n\r\n") + 4); }
    QByteArray header(const QByteArray &name) const
    {
        for (const auto &line : request.left(request.indexOf("\r\n\r\n")).split('\n'))
            if (line.toLower().startsWith(name + ':'))
                return line.mid(name.size() + 1).trimmed();
        return {};
    }

    QByteArray request;
};

} // namespace

class TestWebhookTest : public QObject
{
    Q_OBJECT

private slots:
    void sendsASignedEvent();
    void theDefaultFormatIsAString();
    void withoutASecretNothingIsSigned();
    void tellsARefusal();
    void tellsThatNothingIsThere();
    void familiesAreThoseOfTheApi();
    void jobsGetTheirWebhooks();
    void aSecretThatCannotBeReadStopsTheJob();

private:
    int run(const Json &entry, const QString &secret, Error *error = nullptr);
};

int TestWebhookTest::run(const Json &entry, const QString &secret, Error *error)
{
    AccessManager manager;
    SystemClock clock;
    SystemScheduler scheduler;
    WebhookTest test({manager, clock, scheduler, {}}, entry, secret);
    QEventLoop loop;
    int status = 0;
    connect(&test, &WebhookTest::answered, &loop, [&](int answered) {
        status = answered;
        loop.quit();
    });
    connect(&test, &WebhookTest::failed, &loop, [&](const Error &why) {
        if (error)
            *error = why;
        loop.quit();
    });
    test.start();
    loop.exec();
    return status;
}

void TestWebhookTest::sendsASignedEvent()
{
    Receiver receiver(204);
    const Json entry{{"webhook_url", toStd(receiver.address())},
                     {"webhook_events", {"extract.error"}},
                     {"webhook_headers", {{"X-Team", "books"}}},
                     {"webhook_output_format", "json"}};
    QCOMPARE(run(entry, u"Grüße"_s), 204);
    QVERIFY(receiver.request.startsWith("POST /hook HTTP/1.1\r\n"));
    QCOMPARE(receiver.header("x-team"), "books");
    QCOMPARE(receiver.header("content-type"), "application/json");
    QCOMPARE(receiver.header("x-webhook-event-type"), "extract.error");
    QVERIFY(receiver.header("authorization").isEmpty());
    // As a receiver checks it, over the bytes that came.
    const auto expected =
        QMessageAuthenticationCode::hash(receiver.body(), u"Grüße"_s.toUtf8(), QCryptographicHash::Sha256);
    QCOMPARE(receiver.header("lc-signature"), "sha256=" + expected.toHex());
    const auto event = parseJson(receiver.body());
    QVERIFY(event);
    QCOMPARE(toQString(member(*event, "event_type")), u"extract.error"_s);
    QCOMPARE(toQString(member(*event, "event_id")), QString::fromLatin1(receiver.header("x-webhook-event-id")));
    QCOMPARE(member(*event, "data")["id"], member(*event, "data")["job_id"]);
    QVERIFY(member(*event, "timestamp").is_number());
}

void TestWebhookTest::theDefaultFormatIsAString()
{
    Receiver receiver(200);
    QCOMPARE(run({{"webhook_url", toStd(receiver.address())}}, u"s"_s), 200);
    const auto outer = parseJson(receiver.body());
    QVERIFY(outer && outer->is_string());
    QCOMPARE(toQString(member(*parseJson(toQString(*outer).toUtf8()), "event_type")), u"extract.success"_s);
    QCOMPARE(receiver.header("lc-signature"), api::webhookSignature("s", receiver.body()));
}

void TestWebhookTest::withoutASecretNothingIsSigned()
{
    Receiver receiver(200);
    QCOMPARE(run({{"webhook_url", toStd(receiver.address())}}, {}), 200);
    QVERIFY(receiver.header("lc-signature").isEmpty());
}

void TestWebhookTest::tellsARefusal()
{
    Receiver receiver(500);
    QCOMPARE(run({{"webhook_url", toStd(receiver.address())}}, {}), 500);
}

void TestWebhookTest::tellsThatNothingIsThere()
{
    QString address;
    {
        Receiver gone(200);
        address = gone.address();
    }
    Error error;
    QCOMPARE(run({{"webhook_url", toStd(address)}}, {}, &error), 0);
    QCOMPARE(error.code, ErrorCode::ConnectionRefused);
}

void TestWebhookTest::familiesAreThoseOfTheApi()
{
    QStringList families;
    qsizetype events = 0;
    for (const auto &family : api::eventFamilies()) {
        families << family.name;
        events += family.events.size();
    }
    QCOMPARE(families, (QStringList{u"extract"_s, u"parse"_s, u"classify"_s, u"sheets"_s, u"split"_s, u"batch"_s}));
    // 33 names with `unmapped_event`.
    QCOMPARE(events, 32);
}

/// The file's form, with the webhooks beside the configuration's members, becomes the create request's.
void TestWebhookTest::jobsGetTheirWebhooks()
{
    test::FakeTime time;
    test::FakeNetwork network(time);
    network.answer = [](const test::FakeRequest &) { return test::FakeAnswer::refusal(400, u"enough"_s); };
    Connection connection{u"x"_s, QUrl(u"https://api.example"_s), u"llx-good"_s, {}, 0};
    connection.webhookSecrets = {{u"https://a.example"_s, u"s3cret"_s}};
    const Json configuration{{"data_schema", Json::object()},
                             {"webhook_configurations", Json::array({{{"webhook_url", "https://a.example"}},
                                                                     {{"webhook_url", "https://b.example"}}})}};
    CreateJobCall call({network, time, time, {}}, connection, {u"dfl-1"_s, configuration, {}});
    call.start();
    QTRY_COMPARE(network.requests.size(), 1u);
    const auto body = parseJson(network.requests.front().body).value();
    QVERIFY(!body["configuration"].contains("webhook_configurations"));
    QCOMPARE(toQString(body["webhook_configurations"][0]["webhook_signing_secret"]), u"s3cret"_s);
    QVERIFY(!body["webhook_configurations"][1].contains("webhook_signing_secret"));
}

void TestWebhookTest::aSecretThatCannotBeReadStopsTheJob()
{
    test::FakeTime time;
    test::FakeNetwork network(time);
    Connection connection{u"x"_s, QUrl(u"https://api.example"_s), u"llx-good"_s, {}, 0};
    connection.webhookSecrets = {{u"https://a.example"_s, {}}};
    const Json configuration{{"webhook_configurations", Json::array({{{"webhook_url", "https://a.example"}}})}};
    CreateJobCall call({network, time, time, {}}, connection, {u"dfl-1"_s, configuration, {}});
    call.start();
    QTRY_COMPARE(call.state(), Call::State::Failed);
    QCOMPARE(call.error().code, ErrorCode::KeyringUnavailable);
    QVERIFY(!call.mayHaveArrived());
    QVERIFY(network.requests.empty());
}

QTEST_GUILESS_MAIN(TestWebhookTest)
#include "tst_webhooktest.moc"
