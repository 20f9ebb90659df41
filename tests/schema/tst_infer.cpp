// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/import/importtext.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace xs;

class TestInfer : public QObject
{
    Q_OBJECT

private slots:
    void pasted_data();
    void pasted();
    void refused_data();
    void refused();
};

void TestInfer::pasted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("schema");
    QTest::newRow("schema") << uR"({"type":"object","properties":{"a":{}}})"_s
                            << QByteArray(R"({"type":"object","properties":{"a":{}}})");
    QTest::newRow("configuration") << uR"({"tier":"agentic","data_schema":{"type":"object","properties":{"a":{}}}})"_s
                                   << QByteArray(R"({"type":"object","properties":{"a":{}}})");
    QTest::newRow("instance")
        << uR"({"n":"x","total":1.5,"count":2,"paid":true,"due":null,"tags":["a"]})"_s
        << QByteArray(
               R"({"type":"object","properties":{"n":{"type":"string"},"total":{"type":"number"},"count":{"type":"integer"},)"
               R"("paid":{"type":"boolean"},"due":{"anyOf":[{"type":"string"},{"type":"null"}]},)"
               R"("tags":{"type":"array","items":{"type":"string"}}},"required":["n","total","count","paid","tags"]})");
    QTest::newRow("rows")
        << uR"({"rows":[{"a":1},{"a":2.5,"b":null},{"b":"x"}]})"_s
        << QByteArray(
               R"({"type":"object","properties":{"rows":{"type":"array","items":{"type":"object","properties":)"
               R"({"a":{"type":"number"},"b":{"anyOf":[{"type":"string"},{"type":"null"}]}}}}},"required":["rows"]})");
    QTest::newRow("days") << uR"([{"due":"2024-01-31","code":"2024-13-01"},{"due":"2025-02-28","code":"2025-01-01"}])"_s
                          << QByteArray(R"({"type":"object","properties":{"due":{"type":"string","format":"date"},)"
                                        R"("code":{"type":"string"}},"required":["due","code"]})");
    QTest::newRow("list of objects")
        << uR"([{"a":"x"},{"a":"y"}])"_s
        << QByteArray(R"({"type":"object","properties":{"a":{"type":"string"}},"required":["a"]})");
    QTest::newRow("csv")
        << u"Date;\"Amount, net\";code;n\n1.2.2026;12.5;007;3\n2.2.2026;13;008;4\n"_s
        << QByteArray(R"({"type":"object","properties":{"Date":{"type":"string"},"Amount, net":{"type":"number"},)"
                      R"("code":{"type":"string"},"n":{"type":"integer"}}})");
    QTest::newRow("numbers as people print them")
        << u"betrag;menge;rabatt;netto;stand;kunde\n1.234,50;2;0,5;12,50;02.01.2026;0,\n-80,00;3;0,25;3;03.01.2026;7a\n"_s
        << QByteArray(R"({"type":"object","properties":{"betrag":{"type":"number"},"menge":{"type":"integer"},)"
                      R"("rabatt":{"type":"number"},"netto":{"type":"number"},"stand":{"type":"string"},)"
                      R"("kunde":{"type":"string"}}})");
    QTest::newRow("header only")
        << u"a\tb\tc"_s
        << QByteArray(
               R"({"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"},"c":{"type":"string"}}})");
}

void TestInfer::pasted()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, schema);
    const auto result = schema::import::importText(text);
    QVERIFY(result);
    QCOMPARE(toBytes(result->schema), schema);
}

void TestInfer::refused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("nothing") << QString() << ErrorCode::InvalidArgument;
    QTest::newRow("a word") << u"total"_s << ErrorCode::InvalidArgument;
    QTest::newRow("broken") << u"{\"a\": }"_s << ErrorCode::InvalidJson;
    QTest::newRow("numbers") << u"[1,2]"_s << ErrorCode::SchemaNotObject;
}

void TestInfer::refused()
{
    QFETCH(QString, text);
    QFETCH(ErrorCode, code);
    const auto result = schema::import::importText(text);
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
}

QTEST_GUILESS_MAIN(TestInfer)
#include "tst_infer.moc"
