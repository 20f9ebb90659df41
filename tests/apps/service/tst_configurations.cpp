// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/service/runningservice.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::service::test;

/// Saved configurations over HTTP, and jobs that use them.
class TestConfigurations : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<RunningService> m_service;
    const QString m_path = u"/api/v1/beta/configurations"_s;

    static Json body(const char *name, const Json &more = Json::object())
    {
        Json json{{"name", name}};
        json["parameters"] = {
            {"product_type", "extract_v2"},
            {"data_schema",
             {{"type", "object"}, {"properties", {{"z", {{"type", "string"}}}, {"a", {{"type", "string"}}}}}}}};
        json["parameters"].update(more);
        return json;
    }

private slots:
    void initTestCase()
    {
        m_service = std::make_unique<RunningService>(m_folder.filePath(u"data"_s));
        QVERIFY(m_service->isUp());
    }

    void aNameIsThereOncePerProduct()
    {
        const auto first = m_service->post(m_path, body("once"));
        QCOMPARE(first.status, 201);
        QVERIFY(first.text("id").startsWith("cfg-"_L1));
        QCOMPARE(toBytes(first.json["parameters"]), toBytes(body("once")["parameters"]));
        const auto second = m_service->post(m_path, body("once", {{"max_pages", 3}}));
        QCOMPARE(second.status, 201);
        QCOMPARE(second.text("id"), first.text("id"));
        QCOMPARE(second.text("created_at"), first.text("created_at"));
        QVERIFY(second.text("version") >= first.text("version"));
        const auto other = m_service->post(
            m_path, {{"name", "once"},
                     {"parameters", {{"product_type", "parse_v2"}, {"tier", "fast"}, {"version", "latest"}}}});
        QVERIFY(other.text("id") != first.text("id"));
        QCOMPARE(m_service->get(m_path + u"?name=once"_s).json["items"].size(), 2u);
        QCOMPARE(m_service->get(m_path + u"?name=once&product_type=parse_v2"_s).json["items"].size(), 1u);
    }

    void changes()
    {
        const auto id = m_service->post(m_path, body("before")).text("id");
        (void)m_service->post(m_path, body("taken"));
        const auto put = [&](const Json &json) {
            return m_service->send("PUT", m_path + u'/' + id, toBytes(json), {{"Content-Type", "application/json"}});
        };
        QCOMPARE(put({{"name", "after"}, {"parameters", nullptr}}).text("name"), u"after"_s);
        QCOMPARE(
            toQString(put({{"parameters", body("x", {{"tier", "agentic"}})["parameters"]}}).json["parameters"]["tier"]),
            u"agentic"_s);
        QCOMPARE(m_service->get(m_path + u'/' + id).text("name"), u"after"_s);
        const auto taken = put({{"name", "taken"}});
        QCOMPARE(taken.status, 409);
        QCOMPARE(taken.headers["x-should-retry"], "false");
        QCOMPARE(put({{"name", ""}}).status, 422);
        QCOMPARE(put(Json::array()).status, 422);
        QCOMPARE(m_service->send("DELETE", m_path + u'/' + id).status, 204);
        QCOMPARE(m_service->get(m_path + u'/' + id).status, 404);
        QCOMPARE(put({{"name", "x"}}).status, 404);
    }

    void refusals()
    {
        QCOMPARE(m_service->post(m_path, Json::object()).status, 422);
        QCOMPARE(m_service->post(m_path, body("")).status, 422);
        QCOMPARE(m_service->post(m_path, body(std::string(256, 'x').c_str())).status, 422);
        QCOMPARE(m_service->post(m_path, {{"name", "x"}, {"parameters", {{"product_type", "other"}}}}).status, 422);
        QCOMPARE(m_service->post(m_path, body("x", {{"target_pages", "x"}})).status, 422);
        QCOMPARE(m_service->post(m_path, body("x", {{"data_schema", {{"type", "array"}}}})).status, 400);
        QCOMPARE(m_service->get(m_path + u"?product_type=other"_s).status, 422);
    }

    void listsHavePages()
    {
        for (const auto *name : {"p1", "p2", "p3"})
            (void)m_service->post(m_path, {{"name", name}, {"parameters", {{"product_type", "split_v1"}}}});
        const auto first = m_service->get(m_path + u"?product_type=split_v1&page_size=2&latest_only=true"_s);
        QCOMPARE(first.json["items"].size(), 2u);
        QCOMPARE(toQString(first.json["items"][0]["name"]), u"p3"_s);
        const auto second = m_service->get(m_path + u"?product_type=split_v1&page_size=2&page_token="_s +
                                           first.text("next_page_token"));
        QCOMPARE(second.json["items"].size(), 1u);
        QVERIFY(second.json["next_page_token"].is_null());
    }

    void aJobKeepsWhatItWasMadeWith()
    {
        const auto file = m_service->uploadSample(u"resources/samples/form.pdf"_s);
        const auto id = m_service->post(m_path, body("for jobs", {{"system_prompt", "first"}})).text("id");
        const auto made =
            m_service->post(u"/api/v2/extract"_s, {{"file_input", toStd(file)}, {"configuration_id", toStd(id)}});
        QCOMPARE(made.status, 200);
        QCOMPARE(made.text("configuration_id"), id);
        (void)m_service->post(m_path, body("for jobs", {{"system_prompt", "second"}}));
        QCOMPARE(m_service->send("DELETE", m_path + u'/' + id).status, 204);
        const auto done = m_service->waitForJob(made.text("id"), u"?expand=configuration"_s);
        QCOMPARE(done.text("status"), u"COMPLETED"_s);
        QCOMPARE(toQString(done.json["configuration"]["system_prompt"]), u"first"_s);
        QVERIFY(!done.json["configuration"].contains("product_type"));
        QCOMPARE(m_service->get(u"/api/v2/extract?configuration_id="_s + id).json["items"].size(), 1u);
    }

    void jobsNeedAConfigurationOfTheirKind()
    {
        const auto file = m_service->uploadSample(u"resources/samples/form.pdf"_s);
        const auto parse =
            m_service->post(m_path, {{"name", "p"}, {"parameters", {{"product_type", "parse_v2"}}}}).text("id");
        const auto status = [&](const QString &id) {
            return m_service->post(u"/api/v2/extract"_s, {{"file_input", toStd(file)}, {"configuration_id", toStd(id)}})
                .status;
        };
        QCOMPARE(status(parse), 400);
        QCOMPARE(status(u"cfg-none"_s), 404);
    }
};

QTEST_GUILESS_MAIN(TestConfigurations)
#include "tst_configurations.moc"
