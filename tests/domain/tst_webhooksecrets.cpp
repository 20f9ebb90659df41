// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/webhooksecrets.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace xs;

class TestWebhookSecrets : public QObject
{
    Q_OBJECT

private slots:
    void secretHeadersAreKnownByTheirNames()
    {
        for (const auto *name :
             {"Authorization", "proxy-authorization", "Cookie", "X-Api-Key", "X-Auth-Token", "api_key"})
            QVERIFY2(domain::isSecretHeader(QString::fromLatin1(name)), name);
        for (const auto *name : {"X-Team", "Content-Language", "X-Request-Id", "Accept"})
            QVERIFY2(!domain::isSecretHeader(QString::fromLatin1(name)), name);
    }

    void takenAndPutIn()
    {
        const auto whole = entry("Bearer abc");
        auto plain = whole;
        plain["webhook_signing_secret"] = "s3cret";
        const auto taken = domain::takeSecrets(plain);
        QCOMPARE(plain, entry(nullptr));
        QCOMPARE(taken, (std::vector<domain::WebhookSecret>{
                            {u"https://a.example"_s, u"s3cret"_s},
                            {domain::headerSecretName(u"https://a.example"_s, u"authorization"_s), u"Bearer abc"_s}}));
        std::map<QString, QString> known;
        for (const auto &secret : taken)
            known[secret.name] = secret.value;
        QVERIFY(domain::putSecrets(plain, known));
        QCOMPARE(plain["webhook_headers"], whole["webhook_headers"]);
        QCOMPARE(plain["webhook_signing_secret"], Json("s3cret"));
    }

    /// A value that is not known is never left out in silence, and never taken from another address.
    void whatIsMissingIsAnError()
    {
        auto plain = entry(nullptr);
        QCOMPARE(domain::putSecrets(plain, {}).error().code, ErrorCode::KeyringUnavailable);
        plain = entry(nullptr);
        const auto name = domain::headerSecretName(u"https://a.example"_s, u"Authorization"_s);
        QCOMPARE(domain::putSecrets(plain, {{name, {}}}).error().code, ErrorCode::KeyringUnavailable);
        plain = entry(nullptr);
        plain["webhook_url"] = "https://b.example";
        QCOMPARE(domain::putSecrets(plain, {{name, u"Bearer abc"_s}}).error().code, ErrorCode::KeyringUnavailable);
        Json none = Json::array({1});
        QVERIFY(domain::takeSecrets(none).empty());
    }

private:
    static Json entry(const Json &authorization)
    {
        return {{"webhook_url", "https://a.example"},
                {"webhook_headers", {{"Authorization", authorization}, {"X-Team", "books"}}}};
    }
};

QTEST_APPLESS_MAIN(TestWebhookSecrets)
#include "tst_webhooksecrets.moc"
