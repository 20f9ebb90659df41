// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/attention.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::review;
using domain::ConfidenceLevel;
using domain::ResultNode;

namespace {

ResultNode value(const QString &name, Json json, std::optional<double> score, int citations = 1)
{
    ResultNode node;
    node.name = name;
    node.value = std::move(json);
    node.evidence = domain::Evidence{};
    node.evidence->confidence = score;
    node.evidence->citations.resize(citations);
    return node;
}

ResultNode object(std::vector<ResultNode> children)
{
    ResultNode node;
    node.kind = ResultNode::Kind::Object;
    node.children = std::move(children);
    return node;
}

schema::Field field(const QString &name, schema::FieldType type, schema::Presence presence = schema::Presence::Required)
{
    schema::Field result;
    result.name = name;
    result.type = type;
    result.presence = presence;
    return result;
}

} // namespace

class TestAttention : public QObject
{
    Q_OBJECT

private slots:
    void mostUrgentComesFirst();
    void missingScoreIsUnknownAndNeedsAttention();
    void nullThatIsAllowedNeedsNone();
    void requiredNullIsAFault();
    void faults_data();
    void faults();
    void countsAreSeparate();
    void fieldsAreFoundThroughLists();
    void limitsDecide();
    void reviewGoesOn();
    void decidedValuesNeedNoAttention();
};

void TestAttention::mostUrgentComesFirst()
{
    auto root = field({}, schema::FieldType::Object);
    root.children = {field(u"amount"_s, schema::FieldType::Number)};
    const auto result = object({value(u"fine"_s, "x", 0.95), value(u"check"_s, "x", 0.7), value(u"low"_s, "x", 0.2),
                                value(u"unknown"_s, "x", {}), value(u"nowhere"_s, "x", 0.99, 0),
                                value(u"low2"_s, "x", 0.1), value(u"amount"_s, "many", 0.99)});
    QCOMPARE(attentionOrder(reviewValues(result, &root)),
             (std::vector<QString>{u"/amount"_s, u"/nowhere"_s, u"/low"_s, u"/low2"_s, u"/unknown"_s, u"/check"_s}));
}

void TestAttention::missingScoreIsUnknownAndNeedsAttention()
{
    const auto judged = judge(u"/x"_s, value(u"x"_s, "x", {}), nullptr);
    QCOMPARE(judged.level, ConfidenceLevel::Unknown);
    QCOMPARE(judged.attention, Attention::Unknown);
    ResultNode bare;
    bare.value = "x";
    QCOMPARE(judge(u"/x"_s, bare, nullptr).attention, Attention::NoEvidence);
}

void TestAttention::nullThatIsAllowedNeedsNone()
{
    const auto nullable = field(u"x"_s, schema::FieldType::String, schema::Presence::Nullable);
    QCOMPARE(judge(u"/x"_s, value(u"x"_s, nullptr, {}, 0), &nullable).attention, Attention::None);
    QVERIFY(!judge(u"/x"_s, value(u"x"_s, nullptr, {}, 0), &nullable).lacksEvidence());
    // The server doubts that it is missing.
    QCOMPARE(judge(u"/x"_s, value(u"x"_s, nullptr, 0.3, 0), &nullable).attention, Attention::Low);
}

void TestAttention::requiredNullIsAFault()
{
    const auto required = field(u"x"_s, schema::FieldType::String);
    QCOMPARE(judge(u"/x"_s, value(u"x"_s, nullptr, {}, 0), &required).attention, Attention::Invalid);
}

void TestAttention::faults_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("fault");
    const auto row = [](const char *name, const char *json, schema::FieldType type, int fault) {
        QTest::newRow(name) << QByteArray(json) << static_cast<int>(type) << fault;
    };
    constexpr int none = -1;
    row("text", R"("A1")", schema::FieldType::String, none);
    row("number for text", "1", schema::FieldType::String, static_cast<int>(Fault::WrongType));
    row("number", "1.5", schema::FieldType::Number, none);
    row("integer as float", "3.0", schema::FieldType::Integer, none);
    row("fraction for integer", "3.5", schema::FieldType::Integer, static_cast<int>(Fault::WrongType));
    row("boolean", "true", schema::FieldType::Boolean, none);
    row("anything", "true", schema::FieldType::Any, none);
    row("pattern", R"("1A")", schema::FieldType::String, static_cast<int>(Fault::NoMatch));
    row("not in the list", R"("B2")", schema::FieldType::String, static_cast<int>(Fault::NotAllowed));
}

void TestAttention::faults()
{
    QFETCH(QByteArray, json);
    QFETCH(int, type);
    QFETCH(int, fault);
    auto tested = field(u"x"_s, static_cast<schema::FieldType>(type));
    tested.pattern = u"^[A-Z]"_s;
    if (tested.type == schema::FieldType::String)
        tested.enumValues = {u"A1"_s, u"1A"_s, u"1"_s};
    const auto parsed = parseJson(json);
    QVERIFY(parsed);
    const auto found = findFault(*parsed, tested);
    QCOMPARE(found ? static_cast<int>(*found) : -1, fault);
}

void TestAttention::countsAreSeparate()
{
    const auto result = object(
        {value(u"a"_s, "x", 0.95), value(u"b"_s, "x", 0.31, 0), value(u"c"_s, nullptr, {}, 0), value(u"d"_s, "x", {})});
    const auto counts = count(reviewValues(result, nullptr));
    QCOMPARE(counts.all, 4);
    QCOMPARE(counts.needAttention, 2);
    QCOMPARE(counts.withoutEvidence, 1);
    QCOMPARE(counts.levels, (std::array<int, 4>{1, 0, 1, 2}));
}

void TestAttention::fieldsAreFoundThroughLists()
{
    auto root = field({}, schema::FieldType::Object);
    auto lines = field(u"lines"_s, schema::FieldType::Object);
    lines.list = true;
    lines.children = {field(u"a/b"_s, schema::FieldType::Number)};
    root.children = {lines};
    const auto *found = fieldOf(&root, u"/lines/3/a~1b"_s);
    QVERIFY(found);
    QCOMPARE(found->name, u"a/b"_s);
    // A result that is a list of such objects.
    QCOMPARE(fieldOf(&root, u"/7/lines/3/a~1b"_s), found);
    QVERIFY(!fieldOf(&root, u"/lines/3/unheard"_s));
    QVERIFY(!fieldOf(nullptr, u"/lines"_s));
}

void TestAttention::limitsDecide()
{
    const domain::ConfidenceLimits strict{0.99, 0.9};
    QCOMPARE(judge(u"/x"_s, value(u"x"_s, "x", 0.95), nullptr, strict).attention, Attention::Check);
    QCOMPARE(judge(u"/x"_s, value(u"x"_s, "x", 0.85), nullptr, strict).attention, Attention::Low);
}

void TestAttention::reviewGoesOn()
{
    const auto result = object({value(u"a"_s, "x", 0.3), value(u"b"_s, "x", 0.99), value(u"c"_s, "x", 0.3, 0),
                                value(u"d"_s, "x", 0.7), value(u"e"_s, "x", 0.3)});
    auto values = reviewValues(result, nullptr);
    // No evidence, then low, then check.
    QCOMPARE(nextToReview(values, {u"/c"_s}), u"/a"_s);
    QCOMPARE(nextToReview(values, {u"/a"_s}), u"/e"_s);
    QCOMPARE(nextToReview(values, {u"/e"_s}), u"/d"_s);
    // What was passed over comes again at the end.
    QCOMPARE(nextToReview(values, {u"/d"_s}), u"/c"_s);
    QCOMPARE(nextToReview(values, {u"/c"_s, u"/a"_s}), u"/e"_s);
    values = reviewValues(result, nullptr, {},
                          {{u"/a"_s, {Verdict::Confirmed, {}, {}, {}}},
                           {u"/c"_s, {Verdict::Absent, {}, {}, {}}},
                           {u"/d"_s, {Verdict::Confirmed, {}, {}, {}}}});
    // Nothing else needs attention: the rest in order.
    QCOMPARE(nextToReview(values, {u"/e"_s}), u"/b"_s);
    QCOMPARE(nextToReview(values, {u"/e"_s, u"/b"_s}), QString());
}

void TestAttention::decidedValuesNeedNoAttention()
{
    const auto node = value(u"a"_s, "x", 0.2, 0);
    const auto judged = judge(u"/a"_s, node, nullptr, {}, {Verdict::Confirmed, {}, {}, {}});
    QCOMPARE(judged.attention, Attention::None);
    QCOMPARE(judged.level, ConfidenceLevel::Low);
    const auto absent = judge(u"/a"_s, node, nullptr, {}, {Verdict::Absent, {}, {}, {}});
    QVERIFY(absent.isNull);
    QVERIFY(!absent.lacksEvidence());
}

QTEST_GUILESS_MAIN(TestAttention)
#include "tst_attention.moc"
