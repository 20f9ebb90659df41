// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/jsonexport.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;

class TestJsonExport : public QObject
{
    Q_OBJECT

private slots:
    void plainKeepsOrderAndLosesEvidence();
    void jobIsWhole();
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
    domain::ExtractJob job;
    const auto raw = parseJson(R"({"id": "ext-1", "unheard": [1, 2], "extract_result": {"b": 1, "a": 2}})");
    QVERIFY(raw);
    job.raw = *raw;
    const auto again = parseJson(review::jobJson(job));
    QVERIFY(again);
    QCOMPARE(toBytes(*again), toBytes(*raw));
}

void TestJsonExport::nameFollowsTheDocument()
{
    QCOMPARE(review::exportName(u"/some/where/scan.0312.pdf"_s), u"scan.0312.json"_s);
}

QTEST_GUILESS_MAIN(TestJsonExport)
#include "tst_jsonexport.moc"
