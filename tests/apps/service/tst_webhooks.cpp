// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/service/runningservice.h"

#include <QMessageAuthenticationCode>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::service::test;

namespace {

/// What a receiver was told.
struct Told
{
    QHash<QByteArray, QByteArray> headers;
    QByteArray body;
};

/// A receiver of webhooks that answers with the given statuses, the last one for ever; 0 is no answer.
class Receiver : public QObject
{
public:
    explicit Receiver(QList<int> statuses = {204}) : m_statuses(std::move(statuses))
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            auto *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
    }

    bool listen(quint16 port = 0) { return m_server.listen(QHostAddress::LocalHost, port); }
    quint16 port() const { return m_server.serverPort(); }
    QString url() const { return u"http://127.0.0.1:%1/hook"_s.arg(port()); }
    const QList<Told> &told() const { return m_told; }
    QStringList events() const
    {
        QStringList types;
        for (const auto &told : m_told)
            types << QString::fromLatin1(told.headers["x-webhook-event-type"]);
        return types;
    }

private:
    void read(QTcpSocket *socket)
    {
        auto &buffer = m_buffers[socket];
        buffer += socket->readAll();
        const auto end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Told told;
        for (const auto &line : buffer.left(end).split('\n'))
            if (const auto colon = line.indexOf(':'); colon > 0)
                told.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
        told.body = buffer.mid(end + 4);
        if (told.body.size() < told.headers["content-length"].toInt())
            return;
        buffer.clear();
        m_told << told;
        const auto status = m_statuses.size() > 1 ? m_statuses.takeFirst() : m_statuses.front();
        if (status == 0)
            return;
        socket->write("HTTP/1.1 " + QByteArray::number(status) +
                      " X\r\nContent-Length: 0\r\nLocation: http://127.0.0.1:1/\r\n\r\n");
    }

    QTcpServer m_server;
    QList<int> m_statuses;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QList<Told> m_told;
};

} // namespace

/// What receivers of webhooks are told.
class TestWebhooks : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<RunningService> m_service;
    QString m_file;
    const QString m_path = u"/api/v1/beta/webhook-configs"_s;

    static Json withHook(const QString &file, const QString &url, const Json &more = Json::object())
    {
        auto body = createBody(file);
        body["webhook_configurations"] = Json::array({Json{{"webhook_url", toStd(url)}}});
        body["webhook_configurations"][0].update(more);
        return body;
    }

    QString create(const Json &body)
    {
        const auto answer = m_service->post(u"/api/v2/extract"_s, body);
        return answer.status == 200 ? answer.text("id") : QString::fromUtf8(answer.body);
    }

private slots:
    void initTestCase()
    {
        m_service = std::make_unique<RunningService>(m_folder.filePath(u"data"_s));
        QVERIFY(m_service->isUp());
        m_file = m_service->uploadSample(u"resources/samples/form.pdf"_s);
    }

    void everyEventIsToldOnceAndSigned()
    {
        Receiver receiver;
        QVERIFY(receiver.listen());
        const auto id = create(withHook(m_file, receiver.url(),
                                        {{"webhook_output_format", "json"},
                                         {"webhook_headers", {{"X-Mine", "yes"}}},
                                         {"webhook_signing_secret", "s3"}}));
        QTRY_COMPARE_WITH_TIMEOUT(receiver.told().size(), 2, 60'000);
        QTest::qWait(300);
        QCOMPARE(receiver.events(), (QStringList{u"extract.pending"_s, u"extract.success"_s}));
        const auto &told = receiver.told().back();
        QCOMPARE(told.headers["x-mine"], "yes");
        QCOMPARE(told.headers["user-agent"], "llamaindex-webhook-service/1.0");
        QCOMPARE(told.headers["lc-signature"],
                 "sha256=" + QMessageAuthenticationCode::hash(told.body, "s3", QCryptographicHash::Sha256).toHex());
        const auto event = *parseJson(told.body);
        QCOMPARE(toQString(event["event_type"]), u"extract.success"_s);
        QCOMPARE(toQString(event["event_id"]).toLatin1(), told.headers["x-webhook-event-id"]);
        QVERIFY(event["timestamp"].is_number_float());
        QCOMPARE(toQString(event["data"]["id"]), id);
        QCOMPARE(toQString(event["data"]["job_id"]), id);
        QVERIFY(event["data"]["extract_result"].is_object());
    }

    void onlyTheWantedEventsAsText()
    {
        Receiver receiver;
        QVERIFY(receiver.listen());
        const auto broken = m_service->upload(u"a.pdf"_s, "nothing").text("id");
        (void)create(withHook(broken, receiver.url(), {{"webhook_events", {"extract.error", "extract.success"}}}));
        QTRY_COMPARE_WITH_TIMEOUT(receiver.told().size(), 1, 60'000);
        QCOMPARE(receiver.events(), QStringList(u"extract.error"_s));
        const auto text = *parseJson(receiver.told().front().body);
        QVERIFY(text.is_string());
        QVERIFY(toQString(member(member(*parseJson(toQString(text).toUtf8()), "data"), "error_message"))
                    .startsWith("UNSUPPORTED"_L1));
        QVERIFY(!receiver.told().front().headers.contains("lc-signature"));
    }

    void aReceiverThatFailsIsToldAgainAndThenNotAnyMore()
    {
        for (const auto &statuses : {QList<int>{500, 204}, QList<int>{302, 404, 503}}) {
            Receiver receiver(statuses);
            QVERIFY(receiver.listen());
            (void)create(withHook(m_file, receiver.url(), {{"webhook_events", {"extract.pending"}}}));
            QTRY_COMPARE_WITH_TIMEOUT(receiver.told().size(), statuses.size(), 60'000);
            QTest::qWait(4500);
            QCOMPARE(receiver.told().size(), statuses.size());
            for (const auto &told : receiver.told())
                QCOMPARE(told.headers["x-webhook-event-id"], receiver.told().front().headers["x-webhook-event-id"]);
        }
    }

    void aReceiverThatHangsIsToldAgainAndThenNotAnyMore()
    {
        Receiver hanging({0}), late({0, 204});
        QVERIFY(hanging.listen() && late.listen());
        QTemporaryDir folder;
        RunningService service(folder.filePath(u"data"_s), {u"--webhook-time-limit"_s, u"1"_s});
        const auto file = service.upload(u"a.pdf"_s, "nothing").text("id");
        auto body = withHook(file, hanging.url(), {{"webhook_events", {"extract.pending"}}});
        body["webhook_configurations"].push_back(body["webhook_configurations"][0]);
        body["webhook_configurations"][1]["webhook_url"] = toStd(late.url());
        QCOMPARE(service.post(u"/api/v2/extract"_s, body).status, 200);
        QTRY_COMPARE_WITH_TIMEOUT(hanging.told().size(), 3, 60'000);
        QTest::qWait(4500);
        QCOMPARE(hanging.told().size(), 3);
        QCOMPARE(late.told().size(), 2);
        for (const auto &told : hanging.told())
            QCOMPARE(told.headers["x-webhook-event-id"], hanging.told().front().headers["x-webhook-event-id"]);
    }

    void whatWaitsSurvivesAKill()
    {
        Receiver receiver({500, 204});
        QVERIFY(receiver.listen());
        QTemporaryDir folder;
        {
            RunningService service(folder.filePath(u"data"_s));
            const auto file = service.upload(u"a.pdf"_s, "nothing").text("id");
            QCOMPARE(service
                         .post(u"/api/v2/extract"_s,
                               withHook(file, receiver.url(), {{"webhook_events", {"extract.pending"}}}))
                         .status,
                     200);
            QTRY_COMPARE_WITH_TIMEOUT(receiver.told().size(), 1, 60'000);
            QTest::qWait(300);
            service.killNow();
        }
        RunningService service(folder.filePath(u"data"_s));
        QVERIFY(service.isUp());
        QTRY_COMPARE_WITH_TIMEOUT(receiver.told().size(), 2, 60'000);
        QCOMPARE(receiver.told()[0].headers["x-webhook-event-id"], receiver.told()[1].headers["x-webhook-event-id"]);
    }

    void savedEndpointsAreKeptWithoutShowingTheirSecret()
    {
        const auto first = m_service->post(m_path, {{"webhook_url", "http://127.0.0.1:9/a"},
                                                    {"webhook_signing_secret", "hush"},
                                                    {"webhook_headers", {{"X-Mine", "yes"}}},
                                                    {"unknown", 1}});
        QCOMPARE(first.status, 201);
        QVERIFY(first.json["has_secret"].get<bool>());
        QVERIFY(!first.body.contains("hush"));
        QCOMPARE(first.text("webhook_output_format"), u"string"_s);
        QCOMPARE(first.text("tenant_type"), u"project"_s);
        QVERIFY(first.json["webhook_events"].is_null() && !first.json.contains("unknown"));
        const auto second = m_service->post(m_path, {{"webhook_url", "http://127.0.0.1:9/b"}});
        QVERIFY(!second.json["has_secret"].get<bool>());

        const auto all = m_service->get(m_path);
        QCOMPARE(all.json.size(), 2u);
        QCOMPARE(toQString(all.json[0]["id"]), second.text("id"));
        QVERIFY(!all.body.contains("hush"));

        const auto one = m_path + u'/' + first.text("id");
        const auto changed = m_service->send(
            "PUT", one, R"({"webhook_events":["extract.error"],"webhook_headers":null,"webhook_url":null})");
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.text("webhook_url"), u"http://127.0.0.1:9/a"_s);
        QVERIFY(changed.json["has_secret"].get<bool>() && changed.json["webhook_headers"].is_null());
        QCOMPARE(m_service->get(one).body, changed.body);
        const auto refused = m_service->send("PUT", one, R"({"webhook_events":[]})");
        QCOMPARE(refused.status, 422);
        QCOMPARE(m_service->get(one).body, changed.body);
        QVERIFY(!m_service->send("PUT", one, R"({"webhook_signing_secret":null})").json["has_secret"].get<bool>());

        for (const auto &answer : {first, second})
            QCOMPARE(m_service->send("DELETE", m_path + u'/' + answer.text("id")).status, 204);
        for (const auto *method : {"GET", "PUT", "DELETE"})
            QCOMPARE(m_service->send(method, one, "{}").status, 404);
        QVERIFY(m_service->get(m_path).json.empty());
    }

    void badEndpointsAreRefused()
    {
        QCOMPARE(m_service->post(m_path, Json::object()).status, 422);
        QCOMPARE(m_service->post(m_path, Json::array()).status, 422);
        QCOMPARE(m_service->post(m_path, {{"webhook_url", "http://example.com/"}}).status, 422);
        QCOMPARE(m_service->post(m_path, {{"webhook_url", "http://[::1]/"}, {"webhook_events", Json::array()}}).status,
                 422);
        auto body = createBody(m_file);
        body["webhook_configuration_ids"] = {"whc-none"};
        const auto unknown = m_service->post(u"/api/v2/extract"_s, body);
        QCOMPARE(unknown.status, 400);
        QVERIFY(unknown.detail().startsWith("inputs_invalid"_L1));
        body["webhook_configuration_ids"] = "whc-none";
        QCOMPARE(m_service->post(u"/api/v2/extract"_s, body).status, 422);
    }

    /// Every change of an endpoint holds from the next event on, also after a restart.
    void savedEndpointsAreToldOfJobs()
    {
        Receiver receiver;
        QVERIFY(receiver.listen());
        QTemporaryDir folder;
        auto service = std::make_unique<RunningService>(folder.filePath(u"data"_s));
        const auto id = service
                            ->post(m_path, {{"webhook_url", toStd(receiver.url())},
                                            {"webhook_output_format", "json"},
                                            {"webhook_signing_secret", "one"},
                                            {"webhook_events", {"extract.pending"}}})
                            .text("id");
        const auto file = service->upload(u"a.pdf"_s, "nothing").text("id");
        auto body = createBody(file);
        body["webhook_configuration_ids"] = {toStd(id), toStd(id)};
        const auto isSignedWith = [&](const QByteArray &secret) {
            const auto &told = receiver.told().back();
            return told.headers["lc-signature"] ==
                   "sha256=" + QMessageAuthenticationCode::hash(told.body, secret, QCryptographicHash::Sha256).toHex();
        };
        const auto job = service->post(u"/api/v2/extract"_s, body);
        QCOMPARE(job.status, 200);
        QVERIFY(!job.body.contains("one"));
        QTRY_COMPARE_WITH_TIMEOUT(receiver.told().size(), 1, 60'000);
        QVERIFY(isSignedWith("one"));
        (void)service->waitForJob(job.text("id"));

        QCOMPARE(service->send("PUT", m_path + u'/' + id, R"({"webhook_signing_secret":"two"})").status, 200);
        service->killNow();
        service = std::make_unique<RunningService>(folder.filePath(u"data"_s));
        QVERIFY(service->isUp());
        QVERIFY(service->get(m_path + u'/' + id).json["has_secret"].get<bool>());
        QCOMPARE(service->post(u"/api/v2/extract"_s, body).status, 200);
        QTRY_COMPARE_WITH_TIMEOUT(receiver.told().size(), 2, 60'000);
        QVERIFY(isSignedWith("two"));
        QCOMPARE(receiver.events(), (QStringList{u"extract.pending"_s, u"extract.pending"_s}));
        QVERIFY(receiver.told()[0].headers["x-webhook-event-id"] != receiver.told()[1].headers["x-webhook-event-id"]);

        // A deleted endpoint is told nothing, and its jobs end all the same.
        QCOMPARE(service->send("PUT", m_path + u'/' + id, R"({"webhook_events":null})").status, 200);
        const auto last = service->post(u"/api/v2/extract"_s, body);
        QCOMPARE(service->send("DELETE", m_path + u'/' + id).status, 204);
        QCOMPARE(service->waitForJob(last.text("id")).text("status"), u"FAILED"_s);
        QTest::qWait(500);
        QVERIFY(receiver.told().size() <= 4);
        QCOMPARE(service->post(u"/api/v2/extract"_s, body).status, 400);
    }

    /// What was noted while other computers might be told is not sent when they may not be.
    void aStricterServiceSendsNothingToOthers()
    {
        Receiver receiver;
        QVERIFY(receiver.listen());
        QTemporaryDir folder;
        auto body = createBody({});
        const auto job = [&](RunningService &service) {
            body["file_input"] = toStd(service.upload(u"a.pdf"_s, "nothing").text("id"));
            return service.waitForJob(service.post(u"/api/v2/extract"_s, body).text("id")).text("status");
        };
        {
            // This name of the computer itself leads to the receiver but is no loopback address.
            RunningService open(folder.filePath(u"data"_s), {u"--allow-any-webhook"_s});
            const auto url = u"http://0.0.0.0:%1/"_s.arg(receiver.port());
            body["webhook_configuration_ids"] = {toStd(open.post(m_path, {{"webhook_url", toStd(url)}}).text("id"))};
            QCOMPARE(job(open), u"FAILED"_s);
            QTRY_COMPARE_WITH_TIMEOUT(receiver.told().size(), 2, 60'000);
        }
        RunningService strict(folder.filePath(u"data"_s));
        QCOMPARE(job(strict), u"FAILED"_s);
        QTest::qWait(1000);
        QCOMPARE(receiver.told().size(), 2);
    }

    void othersThanThisComputerAreNotTold()
    {
        QCOMPARE(m_service->post(u"/api/v2/extract"_s, withHook(m_file, u"http://example.com/"_s)).status, 422);
        QTemporaryDir folder;
        RunningService open(folder.filePath(u"data"_s), {u"--allow-any-webhook"_s});
        const auto file = open.upload(u"a.pdf"_s, "nothing").text("id");
        QCOMPARE(open.post(u"/api/v2/extract"_s, withHook(file, u"http://host.invalid/"_s)).status, 200);
    }
};

QTEST_GUILESS_MAIN(TestWebhooks)
#include "tst_webhooks.moc"
