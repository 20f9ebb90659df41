// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/costestimate.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace xs;
using namespace xs::domain;
using namespace Qt::StringLiterals;

namespace {

/// A flat schema of so many strings.
Json schemaOf(int fields)
{
    Json schema{{"type", "object"}, {"properties", Json::object()}};
    for (int i = 0; i < fields; ++i)
        schema["properties"]["f" + std::to_string(i)] = {{"type", "string"}};
    return schema;
}

/// `objects` objects of `leaves` strings each.
Json nestedSchema(int objects, int leaves)
{
    Json schema{{"type", "object"}, {"properties", Json::object()}};
    for (int i = 0; i < objects; ++i)
        schema["properties"]["o" + std::to_string(i)] = schemaOf(leaves);
    return schema;
}

Configuration configurationOf(const QString &tier, const Json &schema = schemaOf(3))
{
    Configuration configuration;
    configuration.tier = tier;
    configuration.dataSchema = schema;
    return configuration;
}

std::vector<DocumentSize> pages(qint64 count)
{
    return {{DocumentSize::Unit::Pages, count}};
}

} // namespace

class TestCostEstimate : public QObject
{
    Q_OBJECT

private slots:
    void builtInTable()
    {
        const auto &rates = builtInRates();
        QVERIFY(rates.date.isValid());
        QCOMPARE(rates.currency, u"USD"_s);
        QCOMPARE(rates.pricePerCredit, 0.00125);
        QStringList tiers;
        for (const auto &rate : rates.extract)
            tiers << rate.tier;
        QStringList known;
        for (const auto tier : tier::all)
            known << tier.toString();
        QCOMPARE(tiers, known);
        // A user's copy of the built-in text is the same table.
        const auto copy = ratesFromJson(parseJson(builtInRatesText()).value());
        QVERIFY(copy);
        QCOMPARE(copy->bands.size(), rates.bands.size());
    }

    /// The sums of the published price table.
    void onePage_data()
    {
        QTest::addColumn<QString>("tier");
        QTest::addColumn<double>("extract");
        QTest::addColumn<double>("parse");
        QTest::addColumn<double>("sum");
        QTest::newRow("cost_effective") << u"cost_effective"_s << 5.0 << 3.0 << 8.0;
        QTest::newRow("agentic") << u"agentic"_s << 15.0 << 10.0 << 25.0;
        QTest::newRow("agentic_plus") << u"agentic_plus"_s << 50.0 << 10.0 << 60.0;
        QTest::newRow("turbo") << u"turbo"_s << 35.0 << 0.0 << 35.0;
    }

    void onePage()
    {
        QFETCH(QString, tier);
        QFETCH(double, extract);
        QFETCH(double, parse);
        QFETCH(double, sum);
        const auto estimate = estimateCost(builtInRates(), configurationOf(tier), pages(1));
        QVERIFY(estimate);
        QCOMPARE(estimate->extractCredits, (Range{extract, extract}));
        QCOMPARE(estimate->parseCredits, (Range{parse, parse}));
        QCOMPARE(estimate->credits(), (Range{sum, sum}));
        QCOMPARE(creditsPerPage(builtInRates(), configurationOf(tier)), (Range{sum, sum}));
    }

    void parseTiers_data()
    {
        QTest::addColumn<QString>("tier");
        QTest::addColumn<QString>("parseTier");
        QTest::addColumn<double>("sum");
        QTest::newRow("fast") << u"cost_effective"_s << u"fast"_s << 6.0;
        QTest::newRow("cost_effective") << u"agentic"_s << u"cost_effective"_s << 18.0;
        QTest::newRow("agentic") << u"cost_effective"_s << u"agentic"_s << 15.0;
        QTest::newRow("agentic_plus") << u"agentic"_s << u"agentic_plus"_s << 60.0;
        QTest::newRow("turbo ignores it") << u"turbo"_s << u"agentic_plus"_s << 35.0;
    }

    void parseTiers()
    {
        QFETCH(QString, tier);
        QFETCH(QString, parseTier);
        QFETCH(double, sum);
        auto configuration = configurationOf(tier);
        configuration.parseTier = parseTier;
        QCOMPARE(estimateCost(builtInRates(), configuration, pages(1))->credits(), (Range{sum, sum}));
    }

    void aSavedParseConfigurationIsARange()
    {
        auto configuration = configurationOf(u"agentic"_s);
        configuration.parseConfigId = u"cfg-1"_s;
        QCOMPARE(estimateCost(builtInRates(), configuration, pages(2))->parseCredits, (Range{2, 90}));
        configuration.tier = u"turbo"_s;
        QCOMPARE(estimateCost(builtInRates(), configuration, pages(2))->credits(), (Range{70, 70}));
    }

    void pagesAreSelected()
    {
        auto configuration = configurationOf(u"agentic"_s);
        configuration.targetPages = u"1-2,9"_s;
        const auto estimate = estimateCost(builtInRates(), configuration, pages(4));
        QCOMPARE(estimate->pages, 2);
        QCOMPARE(estimate->credits(), (Range{50, 50}));
        configuration.targetPages.reset();
        configuration.maxPages = 3;
        QCOMPARE(estimateCost(builtInRates(), configuration, pages(4))->pages, 3);
        configuration.targetPages = u"7"_s;
        QCOMPARE(estimateCost(builtInRates(), configuration, pages(4))->pages, 0);
    }

    void batchesAreSummed()
    {
        std::vector<DocumentSize> documents{
            {DocumentSize::Unit::Pages, 2}, {DocumentSize::Unit::Pages, 3}, {}, {DocumentSize::Unit::Pages, 5, true}};
        const auto estimate = estimateCost(builtInRates(), configurationOf(u"agentic"_s), documents);
        QCOMPARE(estimate->pages, 10);
        QCOMPARE(estimate->parsedPages, 5);
        QCOMPARE(estimate->unknownDocuments, 1);
        QCOMPARE(estimate->credits(), (Range{10 * 15 + 5 * 10, 10 * 15 + 5 * 10}));
    }

    void bands_data()
    {
        QTest::addColumn<int>("fields");
        QTest::addColumn<double>("factor");
        QTest::addColumn<bool>("isAtLeast");
        for (const auto &[fields, factor] :
             {std::pair{200, 1}, {201, 2}, {800, 2}, {801, 3}, {1600, 3}, {1601, 4}, {2400, 4}, {2401, 5}, {3200, 5}})
            QTest::addRow("%d", fields) << fields << double(factor) << false;
        QTest::newRow("3201") << 3201 << 5.0 << true;
    }

    void bands()
    {
        QFETCH(int, fields);
        QFETCH(double, factor);
        QFETCH(bool, isAtLeast);
        const auto plus = estimateCost(builtInRates(), configurationOf(u"agentic_plus"_s, schemaOf(fields)), pages(2));
        QCOMPARE(plus->extractCredits, (Range{100 * factor, 100 * factor}));
        QCOMPARE(plus->parseCredits, (Range{20, 20}));
        QCOMPARE(plus->isAtLeast, isAtLeast);
        const auto agentic = estimateCost(builtInRates(), configurationOf(u"agentic"_s, schemaOf(fields)), pages(2));
        QCOMPARE(agentic->credits(), (Range{50, 50}));
    }

    void nearABandEdgeItIsARange()
    {
        // 200 leaves, but 210 named properties with the objects around them.
        const auto estimate =
            estimateCost(builtInRates(), configurationOf(u"agentic_plus"_s, nestedSchema(10, 20)), pages(1));
        QCOMPARE(estimate->extractRate, (Range{50, 100}));
        QCOMPARE(estimate->credits(), (Range{60, 110}));
        QVERIFY(!estimate->credits().isExact());
    }

    void textAndSpreadsheets()
    {
        // 600 tokens of 4 characters are a page; nothing is parsed.
        const auto text =
            estimateCost(builtInRates(), configurationOf(u"agentic"_s),
                         {{DocumentSize::Unit::Characters, 2400}, {DocumentSize::Unit::Characters, 2401}});
        QCOMPARE(text->pages, 3);
        QCOMPARE(text->credits(), (Range{45, 45}));
        auto sheets = configurationOf(u"agentic_plus"_s);
        sheets.others["spreadsheet_mode"] = true;
        const auto cells = estimateCost(builtInRates(), sheets, {{DocumentSize::Unit::Cells, 1001}});
        QCOMPARE(cells->pages, 12);
        QCOMPARE(cells->credits(), (Range{600, 600}));
    }

    void unknownTiersHaveNoPrice()
    {
        QVERIFY(!estimateCost(builtInRates(), configurationOf(u"hyper"_s), pages(1)));
        auto configuration = configurationOf(u"agentic"_s);
        configuration.parseTier = u"hyper"_s;
        QVERIFY(!estimateCost(builtInRates(), configuration, pages(1)));
    }

    void aUsersTableWins()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"rates.json"_s);
        QCOMPARE(loadRates(path)->extractRate(u"agentic")->credits, 15);
        auto json = parseJson(builtInRatesText()).value();
        json["date"] = "2027-02-03";
        json["extract"]["agentic"]["credits"] = 12.5;
        QVERIFY(writeFile(path, toBytes(json)));
        const auto rates = loadRates(path);
        QVERIFY(rates);
        QCOMPARE(rates->date, QDate(2027, 2, 3));
        QCOMPARE(estimateCost(*rates, configurationOf(u"agentic"_s), pages(2))->credits(), (Range{45, 45}));
    }

    void badTables_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QByteArray>("text");
        const auto with = [](const char *pointer, const Json &value) {
            auto json = parseJson(builtInRatesText()).value();
            json[Json::json_pointer(pointer)] = value;
            return toBytes(json);
        };
        QTest::newRow("date") << u"#/date"_s << with("/date", "soon");
        QTest::newRow("negative") << u"#/extract/agentic/credits"_s << with("/extract/agentic/credits", -1);
        QTest::newRow("text") << u"#/parse/fast"_s << with("/parse/fast", "one");
        QTest::newRow("parse tier") << u"#/extract/agentic/parse"_s << with("/extract/agentic/parse", "slow");
        QTest::newRow("bands") << u"#/bands/1/fields"_s << with("/bands/1/fields", 100);
        QTest::newRow("no tiers") << u"#/extract"_s << with("/extract", 3);
        QTest::newRow("a list") << u"#/date"_s << QByteArray("[]");
    }

    void badTables()
    {
        QFETCH(QString, pointer);
        QFETCH(QByteArray, text);
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"rates.json"_s);
        QVERIFY(writeFile(path, text));
        const auto rates = loadRates(path);
        QVERIFY(!rates);
        QCOMPARE(rates.error().code, ErrorCode::ConfigurationInvalid);
        QCOMPARE(rates.error().place, path + pointer);
    }
};

QTEST_GUILESS_MAIN(TestCostEstimate)
#include "tst_costestimate.moc"
