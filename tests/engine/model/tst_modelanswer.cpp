// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract.h"
#include "engine/model/agree.h"
#include "engine/model/findvalue.h"
#include "engine/model/modeltext.h"
#include "engine/pagebuilder.h"

#include <QTest>

#include <numeric>

using namespace xs;
using namespace xs::engine;
using namespace Qt::StringLiterals;

namespace {

std::vector<document::ReadPage> read(const tests::BuiltPages &source)
{
    std::vector<int> numbers(std::size_t(source.pageCount()));
    std::iota(numbers.begin(), numbers.end(), 1);
    return document::readPages(source, numbers);
}

/// Enough words for a page that is no picture.
tests::BuiltPages invoice()
{
    tests::BuiltPages pages;
    pages.page()
        .text(50, 50, u"Invoice number: A-17"_s)
        .text(50, 80, u"Date: 5 March 2024"_s)
        .text(50, 110, u"Please send the goods to our warehouse"_s)
        .text(50, 140, u"Example Ltd"_s)
        .text(50, 155, u"1 High Street"_s)
        .text(50, 300, u"Total: 73.50"_s);
    return pages;
}

Json schemaOf(const Json &properties)
{
    return {{"type", "object"}, {"properties", properties}};
}

Extraction extracted(const tests::BuiltPages &pages, const Json &schema, const Json &answer)
{
    ExtractRequest request;
    request.dataSchema = schema;
    request.modelAnswer = answer;
    auto extraction = extract(pages, request);
    return extraction ? *std::move(extraction) : Extraction();
}

const domain::ResultNode &child(const domain::ResultNode &node, const QString &name)
{
    for (const auto &each : node.children)
        if (each.name == name)
            return each;
    static const domain::ResultNode none;
    return none;
}

double confidence(const domain::ResultNode &node)
{
    return node.evidence ? node.evidence->confidence.value_or(-1) : -1;
}

} // namespace

class TestModelAnswer : public QObject
{
    Q_OBJECT

private slots:
    void windowsOverlapAndHoldEveryLine()
    {
        tests::BuiltPages pages;
        for (int page = 0; page < 3; ++page) {
            pages.page();
            for (int line = 0; line < 40; ++line)
                pages.text(50, 20 + 18 * line, u"page %1 line %2 of the text"_s.arg(page).arg(line));
        }
        const auto question = modelQuestion(read(pages), schemaOf({}), domain::target::perDocument.toString(),
                                            u"Amounts in euro."_s, 1000);
        QVERIFY(question.windows.size() > 3);
        QVERIFY(question.instructions.contains("Amounts in euro."_L1));
        const auto all = question.windows.join(u'\n');
        for (int page = 0; page < 3; ++page)
            for (int line = 0; line < 40; ++line)
                QVERIFY(all.contains(u"page %1 line %2 of the text"_s.arg(page).arg(line)));
        for (qsizetype i = 0; i + 1 < question.windows.size(); ++i) {
            QVERIFY(question.windows[i].size() <= 1000);
            // The next one begins with lines that this one ends with.
            QVERIFY(question.windows[i].contains(question.windows[i + 1].section(u'\n', 0, 0)));
        }
        const auto perPage =
            modelQuestion(read(pages), schemaOf({}), domain::target::perPage.toString(), {}, 1'000'000);
        QCOMPARE(perPage.windows.size(), 3);
        const auto rows =
            modelQuestion(read(pages), schemaOf({}), domain::target::perTableRow.toString(), {}, 1'000'000);
        QCOMPARE(rows.windows.size(), 1);
        QVERIFY(rows.schema["properties"].contains("rows"));
    }

    void answersAreJoined()
    {
        const auto answers = *parseJson(R"([{"no": null, "name": "A", "rows": [1, 2, 3], "who": {"x": 1}},
                                            {"no": "7", "name": "B", "rows": [2, 3, 4], "who": {"y": 2}},
                                            {"rows": [4, 4]}])");
        const auto whole = joinedAnswer(answers, domain::target::perDocument.toString());
        QCOMPARE(whole["no"], Json("7"));
        QCOMPARE(whole["name"], Json("A"));
        QCOMPARE(whole["who"], (Json{{"x", 1}, {"y", 2}}));
        QCOMPARE(whole["rows"], Json::array({1, 2, 3, 4, 4}));
        QCOMPARE(joinedAnswer(answers, domain::target::perTableRow.toString()), whole["rows"]);
        QCOMPARE(joinedAnswer(answers, domain::target::perPage.toString()), answers);
        QVERIFY(joinedAnswer(nullptr, domain::target::perDocument.toString()).is_null());
    }

    void valuesAreFoundInAnyNotation()
    {
        const auto text = invoice().read();
        const Occurrences occurrences(text);
        const auto found = [&](const Json &value) {
            QStringList texts;
            for (const auto &span : findValue(value, occurrences, 0))
                texts << text.textOf(span);
            return texts.join(u'|');
        };
        QCOMPARE(found(73.5), u"73.50"_s);
        QCOMPARE(found("2024-03-05"), u"5 March 2024"_s);
        QCOMPARE(found("example ltd."), u"Example Ltd"_s);
        QCOMPARE(found("Example Ltd, 1 High Street"), u"Example Ltd 1 High Street"_s);
        QCOMPARE(found("1 High Street, A-17"), u"A-17|1 High Street"_s);
        QCOMPARE(found("Somebody Else"), QString());
        QCOMPARE(found(73.51), QString());
        QCOMPARE(found(""), QString());
    }

    void agreementIsWorthMore()
    {
        const auto schema = schemaOf({{"total", {{"type", "number"}}}});
        const auto alone = extracted(invoice(), schema, nullptr),
                   both = extracted(invoice(), schema, {{"total", 73.5}}),
                   silent = extracted(invoice(), schema, {{"total", nullptr}});
        QCOMPARE(child(both.result, u"total"_s).value, Json(73.5));
        QVERIFY(confidence(child(both.result, u"total"_s)) > confidence(child(alone.result, u"total"_s)));
        QVERIFY(confidence(child(silent.result, u"total"_s)) < confidence(child(alone.result, u"total"_s)));
        QCOMPARE(child(both.result, u"total"_s).evidence->citations,
                 child(alone.result, u"total"_s).evidence->citations);
    }

    void theModelFillsWhatTheRulesMissed()
    {
        const auto schema = schemaOf({{"warehouse_contact", {{"type", "string"}}}, {"mood", {{"type", "string"}}}});
        const auto both = extracted(invoice(), schema, {{"warehouse_contact", "Example Ltd"}, {"mood", "cheerful"}});
        const auto &found = child(both.result, u"warehouse_contact"_s);
        QCOMPARE(found.value, Json("Example Ltd"));
        QCOMPARE(found.evidence->citations.size(), std::size_t(1));
        QCOMPARE(found.evidence->citations.front().matchingText, u"Example Ltd"_s);
        // What no words say has no citation, and hardly any confidence.
        const auto &made = child(both.result, u"mood"_s);
        QCOMPARE(made.value, Json("cheerful"));
        QVERIFY(made.evidence->citations.empty());
        QVERIFY(confidence(made) < 0.3);
        QVERIFY(confidence(made) < confidence(found));
    }

    void answersThatDoNotFitDoNotCount()
    {
        const auto schema = schemaOf({{"total", {{"type", "number"}}},
                                      {"paid", {{"type", "boolean"}}},
                                      {"currency", {{"type", "string"}, {"enum", {"EUR", "USD"}}}}});
        const auto both = extracted(
            invoice(), schema, {{"total", {{"amount", 1}}}, {"paid", "perhaps"}, {"currency", "gold"}, {"more", 1}});
        QCOMPARE(child(both.result, u"total"_s).value, Json(73.5));
        QVERIFY(child(both.result, u"paid"_s).value.is_null());
        QVERIFY(child(both.result, u"currency"_s).value.is_null());
        QCOMPARE(both.result.children.size(), std::size_t(3));
        QCOMPARE(child(extracted(invoice(), schema, Json::array({1})).result, u"total"_s).value, Json(73.5));
    }

    void rowsAreThoseOfTheModel()
    {
        auto pages = invoice();
        pages.text(50, 400, u"Tea"_s).text(200, 400, u"2.50"_s).text(50, 420, u"Milk"_s).text(200, 420, u"0.90"_s);
        const auto schema =
            schemaOf({{"items",
                       {{"type", "array"},
                        {"items", schemaOf({{"name", {{"type", "string"}}}, {"price", {{"type", "number"}}}})}}}});
        const auto both = extracted(
            pages, schema,
            *parseJson(R"({"items": [{"name": "Tea", "price": 2.5}, {"name": "Milk", "price": 0.9}, "nonsense"]})"));
        const auto &items = child(both.result, u"items"_s);
        QVERIFY(items.children.size() >= 2);
        QCOMPARE(domain::plainResult(items.children[1]), (Json{{"name", "Milk"}, {"price", 0.9}}));
        QCOMPARE(child(items.children[1], u"price"_s).evidence->citations.front().matchingText, u"0.90"_s);
    }
};

QTEST_GUILESS_MAIN(TestModelAnswer)
#include "tst_modelanswer.moc"
