// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/csvexport.h"
#include "review/resultbuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::review;

namespace {

ReviewedDocument document(const QString &name, const char *json, const char *schema = "{}")
{
    ReviewedDocument made;
    made.name = name;
    made.result = tests::resultOf(parseJson(json).value());
    if (const auto fields = schema::readFields(parseJson(schema).value()))
        made.schema = *fields;
    return made;
}

/// "document 0: a=1 b=x" for each row.
QStringList printed(const FlatTable &table)
{
    QStringList lines;
    for (const auto &row : table.rows) {
        QStringList parts;
        QStringList numbers;
        for (const auto number : row.numbers)
            numbers << QString::number(number);
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            if (row.cells[i].present)
                parts << table.columns[static_cast<qsizetype>(i)] + u'=' + displayText(row.cells[i].value);
        lines << u"%1 [%2] %3"_s.arg(QString::number(row.document), numbers.join(u'.'), parts.join(u' '));
    }
    return lines;
}

} // namespace

class TestFlatten : public QObject
{
    Q_OBJECT

private slots:
    void scalarsAndLists();
    void listsInLists();
    void columnsFollowTheSchema();
    void resultThatIsAList();
    void explodedKeepsDocumentsWithoutRows();
    void decisionsCount();
    void csvIsQuotedAndSafe();
    void csvWithProvenance();
    void formulas_data();
    void formulas();
};

void TestFlatten::scalarsAndLists()
{
    const auto tables =
        flatten({document(u"a.pdf"_s, R"({"no":"1","vendor":{"name":"X"},"lines":[{"n":1},{"n":2}],"tags":["p","q"]})"),
                 document(u"b.pdf"_s, R"({"no":"2","extra":true,"lines":[]})")});
    QCOMPARE(tables.size(), size_t(3));
    QCOMPARE(tables[0].columns, (QStringList{u"no"_s, u"vendor.name"_s, u"extra"_s}));
    QCOMPARE(printed(tables[0]), (QStringList{u"0 [] no=1 vendor.name=X"_s, u"1 [] no=2 extra=true"_s}));
    QCOMPARE(tables[1].name, u"lines"_s);
    QCOMPARE(printed(tables[1]), (QStringList{u"0 [1] n=1"_s, u"0 [2] n=2"_s}));
    QCOMPARE(tables[1].numeric, std::vector<bool>{true});
    QCOMPARE(printed(tables[2]), (QStringList{u"0 [1] value=p"_s, u"0 [2] value=q"_s}));
}

void TestFlatten::listsInLists()
{
    const auto tables = flatten(
        {document(u"a.pdf"_s, R"({"parts":[{"p":"x","taxes":[{"t":1}]},{"p":"y","taxes":[{"t":2},{"t":3}]}]})")});
    QCOMPARE(tables[2].name, u"parts.taxes"_s);
    QCOMPARE(printed(tables[2]), (QStringList{u"0 [1.1] t=1"_s, u"0 [2.1] t=2"_s, u"0 [2.2] t=3"_s}));
}

void TestFlatten::columnsFollowTheSchema()
{
    const auto tables = flatten({document(u"a.pdf"_s, R"({"b":1,"a":2})", R"({"type":"object","properties":{
        "a":{"type":"number"},"b":{"type":"number"},"never":{"type":"string"},
        "rows":{"type":"array","items":{"type":"object","properties":{"x":{"type":"string"}}}}}})")});
    QCOMPARE(tables[0].columns, (QStringList{u"a"_s, u"b"_s, u"never"_s}));
    QCOMPARE(tables[1].columns, QStringList{u"x"_s});
    QVERIFY(tables[1].rows.empty());
}

void TestFlatten::resultThatIsAList()
{
    const auto tables = flatten({document(u"a.pdf"_s, R"([{"n":1,"tags":["u"]},{"n":2}])")});
    QCOMPARE(printed(tables[0]), (QStringList{u"0 [1] n=1"_s, u"0 [2] n=2"_s}));
    QCOMPARE(printed(tables[1]), QStringList{u"0 [1.1] value=u"_s});
}

void TestFlatten::explodedKeepsDocumentsWithoutRows()
{
    const auto tables = flatten({document(u"a.pdf"_s, R"({"no":"1","lines":[{"n":1},{"n":2}]})"),
                                 document(u"b.pdf"_s, R"({"no":"2","lines":[]})"),
                                 document(u"c.pdf"_s, R"({"no":"3","lines":[{"n":7}]})")});
    const auto table = exploded(tables, u"lines"_s);
    QCOMPARE(table.columns, (QStringList{u"no"_s, u"lines.n"_s}));
    QCOMPARE(printed(table), (QStringList{u"0 [1] no=1 lines.n=1"_s, u"0 [2] no=1 lines.n=2"_s, u"1 [] no=2"_s,
                                          u"2 [1] no=3 lines.n=7"_s}));
    QCOMPARE(exploded(tables, u"unknown"_s).rows.size(), size_t(3));
}

void TestFlatten::decisionsCount()
{
    auto one = document(u"a.pdf"_s, R"({"n":1,"m":2})");
    one.decisions = {{u"/n"_s, {Verdict::Corrected, 5, {}, {}}}, {u"/m"_s, {Verdict::Absent, {}, {}, {}}}};
    const auto table = flatten({one}).front();
    QCOMPARE(table.rows[0].cells[0].value, Json(5));
    QCOMPARE(table.rows[0].cells[0].verdict, Verdict::Corrected);
    QVERIFY(table.rows[0].cells[1].value.is_null());
}

void TestFlatten::csvIsQuotedAndSafe()
{
    const std::vector documents{
        document(u"a, b.pdf"_s, R"({"t":"say \"hi\"\nthere","f":"=1+1","n":-5,"z":null,"b":true,"p":" x"})")};
    const auto bytes = csv(flatten(documents).front(), documents);
    QCOMPARE(bytes,
             QByteArray("document,t,f,n,z,b,p\r\n\"a, b.pdf\",\"say \"\"hi\"\"\nthere\",'=1+1,-5,,true,\" x\"\r\n"));
    QVERIFY(csv(flatten(documents).front(), documents, {.withProvenance = false, .withByteOrderMark = true})
                .startsWith("\xef\xbb\xbf"));
}

void TestFlatten::csvWithProvenance()
{
    auto one = document(u"a.pdf"_s, R"({"n":1})");
    one.decisions = {{u"/n"_s, {Verdict::Confirmed, {}, {}, {}}}};
    const std::vector documents{one};
    QCOMPARE(csv(flatten(documents).front(), documents, {.withProvenance = true, .withByteOrderMark = false}),
             QByteArray("document,n,n page,n citation,n confidence,n state\r\na.pdf,1,1,1,0.95,confirmed\r\n"));
}

void TestFlatten::formulas_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("formula");
    QTest::newRow("sum") << u"=SUM(A1)"_s << true;
    QTest::newRow("plus") << u"+cmd|' /C calc'!A0"_s << true;
    QTest::newRow("minus") << u"-2+3"_s << true;
    QTest::newRow("at") << u"@SUM(1)"_s << true;
    QTest::newRow("tab") << u"\t=1"_s << true;
    QTest::newRow("negative number") << u"-12.5"_s << false;
    QTest::newRow("telephone number of digits") << u"+4930123456"_s << false;
    QTest::newRow("telephone number") << u"+49 30 123456"_s << true;
    QTest::newRow("text") << u"a=b"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestFlatten::formulas()
{
    QFETCH(QString, text);
    QTEST(looksLikeFormula(text), "formula");
}

QTEST_GUILESS_MAIN(TestFlatten)
#include "tst_flatten.moc"
