// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/jsonexport.h"
#include "review/resultbuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;

class TestJsonExport : public QObject
{
    Q_OBJECT

private slots:
    void plainKeepsOrderAndLosesEvidence();
    void jobIsWhole();
    void decisionsAreInIt();
    void nameFollowsTheDocument();
};

void TestJsonExport::plainKeepsOrderAndLosesEvidence()
{
    domain::ResultNode total;
    total.name = u"zeta"_s;
    total.value = 12.5;
    total.evidence = domain::Evidence{};
    domain::ResultNode name;
    name.name = u"alpha"_s;
    name.value = "Größe";
    domain::ResultNode root;
    root.kind = domain::ResultNode::Kind::Object;
    root.children = {total, name};
    QCOMPARE(review::plainJson(root), QByteArray("{\n  \"zeta\": 12.5,\n  \"alpha\": \"Größe\"\n}\n"));
}

void TestJsonExport::jobIsWhole()
{
    review::ReviewedDocument document;
    const auto raw = parseJson(R"({"id": "ext-1", "unheard": [1, 2], "extract_result": {"b": 1, "a": 2}})");
    QVERIFY(raw);
    document.job.raw = *raw;
    const auto again = parseJson(review::jobJson(document));
    QVERIFY(again);
    QCOMPARE(toBytes(*again), toBytes(*raw));
}

void TestJsonExport::decisionsAreInIt()
{
    review::ReviewedDocument document;
    document.name = u"a.pdf"_s;
    document.job.raw = parseJson(R"({"id": "ext-1", "extract_result": {"b": 1, "a": 2}})").value();
    document.result = tests::resultOf(document.job.raw["extract_result"]);
    document.decisions = {{u"/a"_s, {review::Verdict::Corrected, 3, {}, u"stamp"_s}},
                          {u"/b"_s, {review::Verdict::Confirmed, {}, {}, {}}}};
    const auto job = parseJson(review::jobJson(document)).value();
    QCOMPARE(toBytes(job["extract_result"]), R"({"b":1,"a":3})");
    QCOMPARE(
        toBytes(job["review"]),
        R"([{"path":"/a","state":"corrected","original":2,"note":"stamp"},{"path":"/b","state":"confirmed","original":1}])");
    QCOMPARE(review::jsonLines({document, document}).count('\n'), 2);
    QCOMPARE(review::jsonLines({document}), "{\"document\":\"a.pdf\",\"extract_result\":{\"b\":1,\"a\":3}}\n");
}

void TestJsonExport::nameFollowsTheDocument()
{
    QCOMPARE(review::exportName(u"/some/where/scan.0312.pdf"_s), u"scan.0312.json"_s);
}

QTEST_GUILESS_MAIN(TestJsonExport)
#include "tst_jsonexport.moc"
