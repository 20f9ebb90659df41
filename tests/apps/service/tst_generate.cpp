// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/service/runningservice.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::service::test;

/// Schemas that the service proposes.
class TestGenerate : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<RunningService> m_service;
    const QString m_path = u"/api/v2/extract/schema/generate"_s;

private slots:
    void initTestCase()
    {
        m_service = std::make_unique<RunningService>(m_folder.filePath(u"data"_s));
        QVERIFY(m_service->isUp());
    }

    /// The answer can be saved as it is, and a job with it gives values.
    void aSchemaFromADocumentRuns()
    {
        const auto file = m_service->uploadSample(u"resources/samples/invoice.pdf"_s);
        const auto proposed = m_service->post(m_path, {{"file_id", toStd(file)}});
        QCOMPARE(proposed.status, 200);
        QCOMPARE(proposed.text("name"), u"invoice"_s);
        QVERIFY(proposed.json["parameters"]["data_schema"]["properties"].contains("invoice_number"));
        QCOMPARE(m_service->post(m_path, {{"file_id", toStd(file)}}).body, proposed.body);
        const auto saved = m_service->post(u"/api/v1/beta/configurations"_s, proposed.json);
        QCOMPARE(saved.status, 201);
        const auto job = m_service->post(u"/api/v2/extract"_s,
                                         {{"file_input", toStd(file)}, {"configuration_id", toStd(saved.text("id"))}});
        const auto done = m_service->waitForJob(job.text("id"));
        QCOMPARE(done.text("status"), u"COMPLETED"_s);
        for (const auto &[name, value] : done.json["extract_result"].items())
            QVERIFY2(!value.is_null(), name.c_str());
    }

    void names()
    {
        const auto nameFor = [&](const Json &name) {
            return m_service->post(m_path, {{"prompt", "total"}, {"name", name}});
        };
        QCOMPARE(nameFor("Mine").text("name"), u"Mine"_s);
        QCOMPARE(nameFor(nullptr).text("name"), u"Generated schema"_s);
        QCOMPARE(nameFor("").text("name"), u"Generated schema"_s);
        QCOMPARE(nameFor(std::string(255, 'n')).status, 200);
        QCOMPARE(nameFor(std::string(256, 'n')).status, 422);
        QCOMPARE(nameFor(7).status, 422);
    }

    void refusals()
    {
        QCOMPARE(m_service->post(m_path, Json::object()).status, 422);
        QCOMPARE(m_service->post(m_path, Json::array()).status, 422);
        QCOMPARE(m_service->post(m_path, {{"prompt", ""}, {"file_id", nullptr}}).status, 422);
        QCOMPARE(m_service->post(m_path, {{"prompt", "please"}}).status, 422);
        QCOMPARE(m_service->post(m_path, {{"data_schema", "x"}}).status, 422);
        const auto array = m_service->post(m_path, {{"data_schema", {{"type", "array"}}}});
        QCOMPARE(array.status, 400);
        QVERIFY(array.detail().startsWith("schema_validation: "_L1));
        const auto unknown = m_service->post(m_path, {{"file_id", "dfl-none"}});
        QCOMPARE(unknown.status, 400);
        QVERIFY(unknown.detail().startsWith("inputs_invalid: "_L1));
        const auto broken = m_service->upload(u"a.pdf"_s, "nothing").text("id");
        const auto unreadable = m_service->post(m_path, {{"file_id", toStd(broken)}});
        QCOMPARE(unreadable.status, 422);
        QVERIFY2(unreadable.detail().startsWith("engine_error: "_L1), qPrintable(unreadable.detail()));
        QCOMPARE(m_service->send("GET", m_path).status, 405);
    }

    /// A service that ends while somebody waits ends all the same.
    void endsWhileATaskRuns()
    {
        QTemporaryDir folder;
        RunningService service(folder.filePath(u"data"_s));
        const auto file = service.uploadSample(u"resources/samples/receipt.png"_s);
        const auto body = toBytes(Json{{"file_id", toStd(file)}});
        QNetworkAccessManager network;
        QNetworkRequest request(QUrl(service.url() + m_path));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        request.setRawHeader("Authorization", "Bearer " + service.token());
        auto *reply = network.post(request, body);
        QTRY_VERIFY_WITH_TIMEOUT(childrenOf(service.process().processId()).size() > 0, 30'000);
        QTest::qWait(300);
        service.process().terminate();
        QCOMPARE(service.exitStatus(), 0);
        reply->deleteLater();
    }
};

QTEST_GUILESS_MAIN(TestGenerate)
#include "tst_generate.moc"
