// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/configurationjson.h"

#include <QTest>

using namespace xs;
using namespace xs::api;
using namespace Qt::StringLiterals;

namespace {

Expected<domain::Configuration> read(const char *text, MissingFlags missing = MissingFlags::Off)
{
    return configurationFromJson(*parseJson(text), missing);
}

} // namespace

class TestConfigurationJson : public QObject
{
    Q_OBJECT

private slots:
    void survivesARoundTripWithEverythingSet()
    {
        const auto text =
            R"({"data_schema":{"type":"object","zz":1,"aa":2},"cite_sources":true,"confidence_scores":false,)"
            R"("extract_version":"2026-01-08","version":"2026-01-08","extraction_target":"per_page","max_pages":10,)"
            R"("parse_config_id":"cfg-1","parse_tier":"fast","system_prompt":"Be exact.","target_pages":"1,3,5-7",)"
            R"("tier":"agentic","sheet_names":["A"],"from_the_future":{"x":[1]}})";
        QCOMPARE(toBytes(toJson(*read(text))), QByteArray(text));
    }

    void knowsTheDefaultsOfTheReference()
    {
        const auto configuration = read(R"({"data_schema":{}})");
        QVERIFY(configuration);
        QCOMPARE(configuration->citeSources, false);
        QCOMPARE(configuration->confidenceScores, false);
        QCOMPARE(configuration->extractionTarget, u"per_doc"_s);
        QCOMPARE(configuration->tier, u"cost_effective"_s);
        QCOMPARE(configuration->extractVersion, u"latest"_s);
        QVERIFY(!configuration->maxPages);
        const auto ours = read(R"({"data_schema":{},"confidence_scores":false})", MissingFlags::On);
        QCOMPARE(ours->citeSources, true);
        QCOMPARE(ours->confidenceScores, false);
    }

    void takesNullForAbsentAndEitherNameOfTheVersion()
    {
        const auto configuration =
            read(R"({"data_schema":{},"tier":null,"max_pages":null,"target_pages":null,"version":"2026-03-01"})");
        QVERIFY(configuration);
        QCOMPARE(configuration->tier, u"cost_effective"_s);
        QCOMPARE(configuration->extractVersion, u"2026-03-01"_s);
    }

    void keepsValuesOfANewerServer()
    {
        QCOMPARE(read(R"({"data_schema":{},"tier":"galactic","extraction_target":"per_line"})")->tier, u"galactic"_s);
    }

    void refusesWhatIsWrongAndSaysWhere_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        QTest::newRow("no object") << QByteArray("[]") << QString();
        QTest::newRow("no schema") << QByteArray("{}") << u"/data_schema"_s;
        QTest::newRow("schema is text") << QByteArray(R"({"data_schema":"x"})") << u"/data_schema"_s;
        QTest::newRow("tier") << QByteArray(R"({"data_schema":{},"tier":5})") << u"/tier"_s;
        QTest::newRow("flag") << QByteArray(R"({"data_schema":{},"cite_sources":"yes"})") << u"/cite_sources"_s;
        QTest::newRow("no pages") << QByteArray(R"({"data_schema":{},"max_pages":0})") << u"/max_pages"_s;
        QTest::newRow("half a page") << QByteArray(R"({"data_schema":{},"max_pages":1.5})") << u"/max_pages"_s;
        QTest::newRow("pages") << QByteArray(R"({"data_schema":{},"target_pages":"7-5"})") << u"/target_pages"_s;
        QTest::newRow("versions") << QByteArray(R"({"data_schema":{},"version":"a","extract_version":"b"})")
                                  << u"/version"_s;
    }

    void refusesWhatIsWrongAndSaysWhere()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, place);
        const auto configuration = read(text.constData());
        QVERIFY(!configuration);
        QCOMPARE(configuration.error().code, ErrorCode::ConfigurationInvalid);
        QCOMPARE(configuration.error().place, place);
    }
};

QTEST_GUILESS_MAIN(TestConfigurationJson)
#include "tst_configurationjson.moc"
