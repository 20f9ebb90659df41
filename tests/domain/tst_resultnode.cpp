// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/confidencerules.h"
#include "domain/resultnode.h"
#include "domain/resultpath.h"

#include <QStringList>
#include <QTest>

using namespace xs;
using namespace xs::domain;
using namespace Qt::StringLiterals;

namespace {

ResultNode value(const QString &name, Json json)
{
    ResultNode node;
    node.name = name;
    node.value = std::move(json);
    return node;
}

ResultNode sample()
{
    ResultNode row{ResultNode::Kind::Object, {}, {}, {}, {value(u"a/b"_s, 1.5)}};
    ResultNode rows{ResultNode::Kind::List, u"rows"_s, {}, {}, {row, row}};
    return {ResultNode::Kind::Object, {}, {}, {}, {value(u"z"_s, "last letter first"), rows, value(u"none"_s, {})}};
}

} // namespace

class TestResultNode : public QObject
{
    Q_OBJECT

private slots:
    void givesThePlainDataInOrder()
    {
        QCOMPARE(toBytes(plainResult(sample())),
                 QByteArray(R"({"z":"last letter first","rows":[{"a/b":1.5},{"a/b":1.5}],"none":null})"));
    }

    void visitsEveryValueWithItsPointer()
    {
        QStringList paths;
        forEachValue(sample(), [&paths](const ResultPath &path, const ResultNode &) { paths << path; });
        QCOMPARE(paths, (QStringList{u"/z"_s, u"/rows/0/a~1b"_s, u"/rows/1/a~1b"_s, u"/none"_s}));
        const Json plain = plainResult(sample());
        for (const auto &path : paths)
            QVERIFY(plain.contains(Json::json_pointer(path.toStdString())));
    }

    void pathsAreReadable()
    {
        QCOMPARE(readablePath(u"/rows/1/a~1b"_s), u"rows 2.a/b"_s);
        QCOMPARE(readablePath(u"/0/total"_s), u"1.total"_s);
        QCOMPARE(readablePath({}), QString());
    }

    /// A member that is called "2024" is no row, and one without a name is a step, too.
    void pathsOfAResultAreReadable()
    {
        const auto result = resultFromPlain(
            Json{{"revenue", {{"2024", 1}}}, {"rows", Json::array({Json{{"a", 1}}, 7})}, {"", {{"b", 2}}}});
        QCOMPARE(readablePathIn(result, u"/revenue/2024"_s), u"revenue.2024"_s);
        QCOMPARE(readablePathIn(result, u"/rows/0/a"_s), u"rows 1.a"_s);
        QCOMPARE(readablePathIn(result, u"/rows/1"_s), u"rows 2"_s);
        QCOMPARE(readablePathIn(result, u"//b"_s), u".b"_s);
        QCOMPARE(fieldNameIn(result, u"/revenue/2024"_s), u"revenue.2024"_s);
        QCOMPARE(fieldNameIn(result, u"/rows/0/a"_s), u"rows.a"_s);
        QCOMPARE(fieldNameIn(result, u"/rows/1"_s), u"rows"_s);
        QCOMPARE(fieldNameIn(result, u"/added/3/b"_s), u"added.b"_s);
        QCOMPARE(stepsOf({}), QStringList());
        QCOMPARE(stepsOf(u"/"_s), QStringList(QString()));
        const auto *nameless = childAt(result, {});
        QVERIFY(nameless && childAt(*nameless, u"b"_s)->value == 2);
        QVERIFY(!childAt(result, u"unheard"_s) && !childAt(result.children[1], u"2"_s));
    }

    /// Limits of one year's figure hold for it alone.
    void limitsHoldForTheFieldThatTheyName()
    {
        const auto result = resultFromPlain(Json{{"revenue", {{"2023", 1}, {"2024", 2}}},
                                                 {"rows", Json::array({Json{{"2024", 3}}, Json{{"2024", 4}}})}});
        ConfidenceRules rules;
        rules.fields = {{u"revenue.2024"_s, {0.99, 0.9}}, {u"rows.2024"_s, {0.8, 0.7}}};
        QCOMPARE(rules.limitsFor(result, u"/revenue/2024"_s).certain, 0.99);
        QCOMPARE(rules.limitsFor(result, u"/revenue/2023"_s).certain, rules.all.certain);
        QCOMPARE(rules.limitsFor(result, u"/rows/1/2024"_s).certain, 0.8);
    }
};

QTEST_GUILESS_MAIN(TestResultNode)
#include "tst_resultnode.moc"
