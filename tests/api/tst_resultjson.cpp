// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/resultjson.h"

#include <QTest>

using namespace xs;
using namespace xs::api;
using namespace Qt::StringLiterals;

namespace {

/// One line a value: pointer, value, score, pages and number of boxes.
QStringList lines(const domain::ResultNode &tree)
{
    QStringList all;
    domain::forEachValue(tree, [&all](const QString &path, const domain::ResultNode &node) {
        auto line = u"%1 = %2"_s.arg(path, displayText(node.value));
        if (node.evidence) {
            if (node.evidence->confidence)
                line += u" (%1)"_s.arg(*node.evidence->confidence);
            for (const auto &citation : node.evidence->citations)
                line += u" p%1 '%2' %3"_s.arg(citation.page).arg(citation.matchingText).arg(citation.boxes.size());
        }
        all << line;
    });
    return all;
}

QStringList read(const char *result, const char *metadata, const char *schemaText = nullptr)
{
    if (!schemaText)
        return lines(readResult(*parseJson(result), *parseJson(metadata), nullptr));
    const auto fields = schema::readFields(*parseJson(schemaText));
    return lines(readResult(*parseJson(result), *parseJson(metadata), &*fields));
}

} // namespace

class TestResultJson : public QObject
{
    Q_OBJECT

private slots:
    void joinsValuesAndEvidence()
    {
        QCOMPARE(
            read(R"({"no":"RE-1","due":null,"seller":{"name":"N"},"lines":[{"qty":2},{"qty":1}],"tags":["a","b"]})",
                 R"({"field_metadata":{"document_metadata":{
                        "no":{"citation":[{"page":1,"matching_text":"no. RE-1","bounding_boxes":[{"x":1,"y":2,"w":3,"h":4}],
                              "page_dimensions":{"width":100,"height":200}}],"confidence":0.5},
                        "seller":{"name":{"citation":[],"confidence":0.25}},
                        "lines":[{"qty":{"citation":[{"page":2,"matching_text":"2"}]}}],
                        "tags":[{"confidence":0.75},{"confidence":1}]}}})"),
            (QStringList{u"/no = RE-1 (0.5) p1 'no. RE-1' 1"_s, u"/due = "_s, u"/seller/name = N (0.25)"_s,
                         u"/lines/0/qty = 2 p2 '2' 0"_s, u"/lines/1/qty = 1"_s, u"/tags/0 = a (0.75)"_s,
                         u"/tags/1 = b (1)"_s}));
    }

    void readsEveryShapeThatServersSend_data()
    {
        QTest::addColumn<QByteArray>("metadata");
        QTest::newRow("without the inner wrapper")
            << QByteArray(R"({"field_metadata":{"v":{"confidence":0.5,"citation":[{"page":1,"matching_text":"x"}]}}})");
        QTest::newRow("without any wrapper")
            << QByteArray(R"({"v":{"confidence":0.5,"citation":[{"page":1,"matching_text":"x"}]}})");
        QTest::newRow("one citation, older names")
            << QByteArray(R"({"v":{"confidence":"0.5","citations":{"page_number":1.0,"matching_text":"x"}}})");
        QTest::newRow("bad boxes") << QByteArray(
            R"({"v":{"confidence":0.5,"citation":[{"page":1,"matching_text":"x","bounding_boxes":[7,{"x":1},[1,2,3]]}]}})");
    }

    void readsEveryShapeThatServersSend()
    {
        QFETCH(QByteArray, metadata);
        QCOMPARE(read(R"({"v":1})", metadata.constData()), QStringList{u"/v = 1 (0.5) p1 'x' 0"_s});
    }

    void toleratesPlaceholders()
    {
        QCOMPARE(read(R"({"total":1})",
                      R"({"field_metadata":{"document_metadata":{"total":{"citation":"bar","confidence":"bar"}}}})"),
                 QStringList{u"/total = 1 p0 'bar' 0"_s});
        QCOMPARE(read(R"({"total":1})", R"({"field_metadata":{"document_metadata":{"total":"bar"}}})"),
                 QStringList{u"/total = 1"_s});
        QCOMPARE(read(R"({"total":1})", "null"), QStringList{u"/total = 1"_s});
    }

    void readsBoxesAsListsToo()
    {
        const auto tree =
            readResult(*parseJson(R"({"v":1})"),
                       *parseJson(R"({"v":{"citation":[{"page":1,"bounding_boxes":[[1,2,3,4]]}]}})"), nullptr);
        QCOMPARE(tree.children[0].evidence->citations[0].boxes, std::vector{QRectF(1, 2, 3, 4)});
    }

    void readsPagesAndRows()
    {
        QCOMPARE(read(R"([{"a":1},{"a":2}])",
                      R"({"field_metadata":{"row_metadata":[{"a":{"confidence":0.5}},{"a":{"confidence":1}}]}})"),
                 (QStringList{u"/0/a = 1 (0.5)"_s, u"/1/a = 2 (1)"_s}));
        QCOMPARE(read(R"([{"a":1}])", R"({"field_metadata":{"page_metadata":[{"a":{"confidence":0.5}}]}})"),
                 QStringList{u"/0/a = 1 (0.5)"_s});
    }

    void fieldsMayBeNamedLikeMetadata()
    {
        QCOMPARE(
            read(
                R"({"confidence":"high","inner":{"citation":"x"}})",
                R"({"field_metadata":{"document_metadata":{"confidence":{"confidence":0.5},"inner":{"citation":{"confidence":1}}}}})"),
            (QStringList{u"/confidence = high (0.5)"_s, u"/inner/citation = x (1)"_s}));
    }

    void followsTheSchemasOrder()
    {
        QCOMPARE(read(R"({"extra":0,"b":1,"a":2})", "null",
                      R"({"type":"object","properties":{"a":{},"missing":{},"b":{}}})"),
                 (QStringList{u"/a = 2"_s, u"/b = 1"_s, u"/extra = 0"_s}));
    }

    void ignoresScoresThatAreNone()
    {
        QCOMPARE(read(R"({"v":1})", R"({"v":{"confidence":7,"parsing_confidence":-1}})"), QStringList{u"/v = 1"_s});
    }

    void writesWhatItReads()
    {
        const QByteArray metadata =
            R"({"document_metadata":{"a":{"citation":[{"page":1,"matching_text":"x","bounding_boxes":[{"x":1.5,"y":2.0,"w":3.0,"h":4.0}],)"
            R"("page_dimensions":{"width":100.0,"height":200.0}}],"confidence":0.5,"extraction_confidence":0.75,"parsing_confidence":1.0},)"
            R"("rows":[{"b":{"citation":[]}},{}]},"page_metadata":null,"row_metadata":null})";
        const auto tree = readResult(*parseJson(R"({"a":"x","rows":[{"b":1},{"b":null}]})"),
                                     Json{{"field_metadata", *parseJson(metadata)}}, nullptr);
        auto written = fieldMetadata(tree, u"per_doc"_s, {});
        // A value about which nothing is known has no entry.
        written["document_metadata"]["rows"][0] = *parseJson(R"({"b":{"citation":[]}})");
        QCOMPARE(toBytes(written), metadata);
    }

    void leavesOutWhatWasNotAskedFor()
    {
        const auto tree = readResult(*parseJson(R"([{"v":1}])"),
                                     *parseJson(R"([{"v":{"confidence":0.5,"citation":[{"page":1}]}}])"), nullptr);
        QCOMPARE(toBytes(fieldMetadata(tree, u"per_page"_s, {false, true})["page_metadata"]),
                 QByteArray(R"([{"v":{"confidence":0.5}}])"));
        QVERIFY(!fieldMetadata(tree, u"per_table_row"_s, {true, false})["row_metadata"][0]["v"].contains("confidence"));
    }
};

QTEST_GUILESS_MAIN(TestResultJson)
#include "tst_resultjson.moc"
