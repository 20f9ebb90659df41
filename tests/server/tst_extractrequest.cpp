// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/extractrequest.h"

#include "server/fixtures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::server;

class TestExtractRequest : public QObject
{
    Q_OBJECT

private:
    static Json body(const char *text) { return *parseJson(text); }

private slots:
    void acceptedBodies_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("inline") << QByteArray(
            R"({"file_input":"dfl-1","configuration":{"data_schema":{"type":"object","properties":{"a":{"type":"string"}}}}})");
        QTest::newRow("older name") << QByteArray(
            R"({"document_input_value":"dfl-1","configuration":{"data_schema":{"properties":{"a":{}}}}})");
        QTest::newRow("nulls are absent") << QByteArray(
            R"({"file_input":"dfl-1","configuration_id":null,"webhook_configurations":null,"configuration":{"data_schema":{"properties":{"a":{}}},"tier":null,"target_pages":null,"max_pages":null}})");
        QTest::newRow("unknown members") << QByteArray(
            R"({"file_input":"dfl-1","new":1,"configuration":{"data_schema":{"properties":{"a":{}}},"disable_cache":true,"odd":[]}})");
        QTest::newRow("both versions alike") << QByteArray(
            R"({"file_input":"dfl-1","configuration":{"data_schema":{"properties":{"a":{}}},"version":"2026-01-08","extract_version":"2026-01-08"}})");
        QTest::newRow("newer tiers") << QByteArray(
            R"({"file_input":"dfl-1","configuration":{"data_schema":{"properties":{"a":{}}},"tier":"agentic_plus"}})");
        QTest::newRow("saved") << QByteArray(R"({"file_input":"dfl-1","configuration_id":"cfg-1"})");
    }

    void acceptedBodies()
    {
        QFETCH(QByteArray, text);
        const auto read = readExtractCall(*parseJson(text));
        QVERIFY2(!read.refusal, read.refusal ? read.refusal->body.constData() : "");
        QCOMPARE(read.call.fileInput, u"dfl-1"_s);
        QVERIFY(read.call.configuration.has_value() != read.call.configurationId.has_value());
    }

    void refusedBodies_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("places");
        const auto row = [](const char *name, const char *text, const QString &places) {
            QTest::newRow(name) << QByteArray(text) << places;
        };
        row("no object", "[]", u"body:model_attributes_type"_s);
        row("empty", "{}", u"body.file_input:missing body:value_error"_s);
        row("neither", R"({"file_input":"dfl-1"})", u"body:value_error"_s);
        row("both",
            R"({"file_input":"dfl-1","configuration_id":"cfg-1","configuration":{"data_schema":{"properties":{"a":{}}}}})",
            u"body:value_error"_s);
        row("file of another type", R"({"file_input":5,"configuration_id":"cfg-1"})", u"body.file_input:string_type"_s);
        row("empty file", R"({"file_input":"","configuration_id":"cfg-1"})", u"body.file_input:string_length"_s);
        row("no schema", R"({"file_input":"dfl-1","configuration":{}})", u"body.configuration.data_schema:missing"_s);
        row("schema of another type", R"({"file_input":"dfl-1","configuration":{"data_schema":"x"}})",
            u"body.configuration.data_schema:value_error"_s);
        row("configuration of another type", R"({"file_input":"dfl-1","configuration":7})",
            u"body.configuration:value_error"_s);
        row("target", R"({"file_input":"dfl-1","configuration":{"data_schema":{},"extraction_target":"per_word"}})",
            u"body.configuration.extraction_target:literal_error"_s);
        row("tier", R"({"file_input":"dfl-1","configuration":{"data_schema":{},"tier":"best"}})",
            u"body.configuration.tier:literal_error"_s);
        row("pages", R"({"file_input":"dfl-1","configuration":{"data_schema":{},"target_pages":"7-5"}})",
            u"body.configuration.target_pages:value_error"_s);
        row("max_pages", R"({"file_input":"dfl-1","configuration":{"data_schema":{},"max_pages":0}})",
            u"body.configuration.max_pages:value_error"_s);
        row("versions that differ",
            R"({"file_input":"dfl-1","configuration":{"data_schema":{},"version":"2026-01-01","extract_version":"latest"}})",
            u"body.configuration.version:value_error"_s);
        row("webhooks", R"({"file_input":"dfl-1","configuration_id":"cfg-1","webhook_configurations":{}})",
            u"body.webhook_configurations:list_type"_s);
        row("a webhook elsewhere",
            R"({"file_input":"dfl-1","configuration_id":"cfg-1","webhook_configurations":[{"webhook_url":"https://example.com"}]})",
            u"body.webhook_configurations.0.webhook_url:value_error"_s);
        row("saved webhooks",
            R"({"file_input":"dfl-1","configuration_id":"cfg-1","webhook_configuration_ids":["x",7]})",
            u"body.webhook_configuration_ids.1:string_type"_s);
        row("a form older than the reference", R"({"type":"file_id","value":"dfl-1","config":{}})",
            u"body.file_input:missing body:value_error"_s);
    }

    void refusedBodies()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, places);
        const auto read = readExtractCall(*parseJson(text));
        QVERIFY(read.refusal);
        QCOMPARE(read.refusal->status, 422);
        QStringList found;
        const auto answer = test::bodyOf(*read.refusal);
        for (const auto &entry : answer["detail"]) {
            QStringList steps;
            for (const auto &step : entry["loc"])
                steps << toQString(step);
            found << steps.join(u'.') + u':' + toQString(entry["type"]);
            QVERIFY(!toQString(entry["msg"]).isEmpty());
        }
        QCOMPARE(found.join(u' '), places);
    }

    void aFileIdHasAtMost200Characters()
    {
        auto json = body(R"({"configuration_id":"cfg-1"})");
        json["file_input"] = std::string(200, 'x');
        QVERIFY(!readExtractCall(json).refusal);
        json["file_input"] = std::string(201, 'x');
        QCOMPARE(readExtractCall(json).refusal->status, 422);
    }

    void schemasThatCannotRunAreRefused()
    {
        const auto read = readExtractCall(
            body(R"({"file_input":"dfl-1","configuration":{"data_schema":{"type":"array","items":{}}}})"));
        QVERIFY(read.refusal);
        QCOMPARE(read.refusal->status, 400);
        QVERIFY(toQString(test::bodyOf(*read.refusal)["detail"]).startsWith("schema_validation: "_L1));
    }
};

QTEST_GUILESS_MAIN(TestExtractRequest)
#include "tst_extractrequest.moc"
