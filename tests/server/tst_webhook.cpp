// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/webhook.h"

#include "api/webhookevent.h"
#include "server/fixtures.h"
#include "server/problems.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::server;

class TestWebhook : public QObject
{
    Q_OBJECT

private:
    static QString problemsOf(const char *text, Hosts hosts = Hosts::LoopbackOnly)
    {
        Problems problems;
        (void)readWebhook(*parseJson(text), {u"at"_s}, hosts, problems);
        QStringList places;
        const auto answer = test::bodyOf(problems.response());
        for (const auto &entry : answer["detail"])
            places << toQString(entry["loc"].back());
        return places.join(u' ');
    }

private slots:
    void entries()
    {
        Problems problems;
        const auto all =
            readWebhook(*parseJson("{\"webhook_url\":\"http://127.0.0.1:9/x\"}"), {}, Hosts::LoopbackOnly, problems);
        QVERIFY(!problems.any());
        QVERIFY(all.wants(u"extract.success"_s) && !all.asJson && all.secret.isEmpty());
        const auto one = readWebhook(
            *parseJson("{\"webhook_url\":\"http://localhost/"
                       "\",\"webhook_events\":[\"extract.error\",\"new.event\"],\"webhook_output_format\":\"json\","
                       R"("webhook_headers":{"X-A":"b"},"webhook_signing_secret":"s"})"),
            {}, Hosts::LoopbackOnly, problems);
        QVERIFY(!problems.any());
        QVERIFY(one.wants(u"extract.error"_s) && !one.wants(u"extract.success"_s) && one.asJson);
        QCOMPARE(one.headers.front().second, "b");
        QCOMPARE(one.secret, "s");
    }

    void badEntries()
    {
        QCOMPARE(problemsOf("{}"), u"webhook_url"_s);
        QCOMPARE(problemsOf("7"), u"webhook_url"_s);
        QCOMPARE(problemsOf("{\"webhook_url\":\"ftp://127.0.0.1/\"}"), u"webhook_url"_s);
        QCOMPARE(problemsOf(R"({"webhook_url":"127.0.0.1"})"), u"webhook_url"_s);
        QCOMPARE(problemsOf("{\"webhook_url\":\"http://[::1]/\",\"webhook_events\":[]}"), u"webhook_events"_s);
        QCOMPARE(problemsOf("{\"webhook_url\":\"http://[::1]/\",\"webhook_events\":[1]}"), u"webhook_events"_s);
        QCOMPARE(problemsOf("{\"webhook_url\":\"http://[::1]/\",\"webhook_headers\":{\"a\":1}}"), u"webhook_headers"_s);
        const auto *const twoHeaders =
            "{\"webhook_url\":\"http://[::1]/\",\"webhook_headers\":{\"a\":\"b\\r\\nc: d\"}}";
        QCOMPARE(problemsOf(twoHeaders), u"webhook_headers"_s);
        for (const auto *name : {"Content-Length", "host", "two words", ""}) {
            const auto text =
                QByteArray("{\"webhook_url\":\"http://[::1]/\",\"webhook_headers\":{\"") + name + "\":\"1\"}}";
            QCOMPARE(problemsOf(text.constData()), u"webhook_headers"_s);
        }
        QCOMPARE(problemsOf("{\"webhook_url\":\"http://[::1]/\",\"webhook_output_format\":\"xml\"}"),
                 u"webhook_output_format"_s);
    }

    void otherHostsNeedAnOption()
    {
        for (const auto *host : {"example.com", "192.168.1.1", "127.0.0.1.example.com"}) {
            const auto text = QByteArray("{\"webhook_url\":\"http://") + host + "/\"}";
            QCOMPARE(problemsOf(text.constData()), u"webhook_url"_s);
            QCOMPARE(problemsOf(text.constData(), Hosts::Any), QString());
        }
    }

    void bodiesAndSignatures()
    {
        const Json event{{"event_id", "1"}};
        Webhook webhook;
        const QByteArray text = "\"{\\\"event_id\\\":\\\"1\\\"}\"";
        QCOMPARE(webhookBody(webhook, event), text);
        webhook.asJson = true;
        QCOMPARE(webhookBody(webhook, event), R"({"event_id":"1"})");
        // The second test case of RFC 4231.
        QCOMPARE(api::webhookSignature("Jefe", "what do ya want for nothing?"),
                 "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }
};

QTEST_GUILESS_MAIN(TestWebhook)
#include "tst_webhook.moc"
