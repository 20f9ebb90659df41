// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluate/expected.h"
#include "review/jsonexport.h"
#include "review/resultbuilder.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::evaluate;
using review::Decision;
using review::Verdict;
using tests::resultOf;

namespace {

Json json(const char *text)
{
    return parseJson(text).value();
}

review::ReviewedDocument documentOf(const char *values, review::Decisions decisions = {})
{
    return {u"invoice.pdf"_s, resultOf(json(values)), {}, std::move(decisions), {}};
}

} // namespace

class TestExpected : public QObject
{
    Q_OBJECT

private slots:
    void filesOfAFolder();
    void besideTheDocument();
    void oneFileOfMany();
    void badFilesSayWhere();
    void whatWasDecided();
    void aConfirmedDocumentIsExpectedWhole();
    void writtenFilesAreFoundAgain();
    void oneDocumentIsReplaced();
    void whatIsExpectedAgreesAtOneCell_data();
    void whatIsExpectedAgreesAtOneCell();

private:
    void write(const QString &name, const QByteArray &bytes) { QVERIFY(writeFile(m_folder.filePath(name), bytes)); }

    QTemporaryDir m_folder;
};

void TestExpected::filesOfAFolder()
{
    write(u"a.json"_s, R"({"n": 1})");
    write(u"a.expected.json"_s, R"({"n": 2})");
    write(u"b.pdf.json"_s, R"({"id": "x", "status": "COMPLETED", "extract_result": {"n": 3}})");
    const auto values = ExpectedValues::open(m_folder.path()).value();
    QCOMPARE(values.of(u"/elsewhere/a.pdf"_s).value(), json(R"({"n": 2})"));
    QCOMPARE(values.of(u"b.pdf"_s).value(), json(R"({"n": 3})"));
    QVERIFY(values.of(u"c.pdf"_s).value().is_null());
}

void TestExpected::besideTheDocument()
{
    write(u"beside.json"_s, R"([{"n": 1}])");
    const auto values = ExpectedValues::besideDocuments();
    QCOMPARE(values.of(m_folder.filePath(u"beside.png"_s)).value(), json(R"([{"n": 1}])"));
    // A document is not its own expectation.
    QVERIFY(values.of(m_folder.filePath(u"beside.json"_s)).value().is_null());
    QVERIFY(values.of({}).value().is_null());
}

void TestExpected::oneFileOfMany()
{
    write(u"lines.jsonl"_s, review::jsonLines({documentOf(R"({"n": 1})")}) + "\n");
    write(u"object.json"_s, R"({"invoice.pdf": {"n": 2}, "other": {"n": 3}})");
    QCOMPARE(ExpectedValues::open(m_folder.filePath(u"lines.jsonl"_s)).value().of(u"/x/invoice.pdf"_s).value(),
             json(R"({"n": 1})"));
    const auto object = ExpectedValues::open(m_folder.filePath(u"object.json"_s)).value();
    QCOMPARE(object.of(u"/x/invoice.pdf"_s).value(), json(R"({"n": 2})"));
    QCOMPARE(object.of(u"/x/other.tiff"_s).value(), json(R"({"n": 3})"));
}

void TestExpected::badFilesSayWhere()
{
    QCOMPARE(ExpectedValues::open(m_folder.filePath(u"none"_s)).error().code, ErrorCode::FileMissing);
    write(u"bad.jsonl"_s, "{\"document\": \"a\", \"extract_result\": {}}\n{oops\n");
    const auto lines = ExpectedValues::open(m_folder.filePath(u"bad.jsonl"_s));
    QCOMPARE(lines.error().code, ErrorCode::InvalidJson);
    QVERIFY(lines.error().detail.startsWith(u"line 2"));
    write(u"broken.expected.json"_s, "{");
    QCOMPARE(ExpectedValues::open(m_folder.path()).value().of(u"broken.pdf"_s).error().code, ErrorCode::InvalidJson);
}

void TestExpected::whatWasDecided()
{
    const auto values = R"({"a": 1, "b": 2, "c": 3, "d": 4, "o": {"x": 1}, "r": [{"p": 1, "q": 2}, {"p": 3, "q": 4}]})";
    QVERIFY(expectedFrom(documentOf(values)).is_null());
    const auto expected = expectedFrom(documentOf(values, {{u"/a"_s, {Verdict::Confirmed, {}, {}, {}}},
                                                           {u"/b"_s, {Verdict::Corrected, Json(9), {}, {}}},
                                                           {u"/c"_s, {Verdict::Absent, {}, {}, {}}},
                                                           {u"/d"_s, {Verdict::Rejected, {}, {}, {}}},
                                                           {u"/r/1/p"_s, {Verdict::Confirmed, {}, {}, {}}}}));
    QCOMPARE(expected, json(R"({"a": 1, "b": 9, "c": null, "r": [{}, {"p": 3}]})"));
}

void TestExpected::aConfirmedDocumentIsExpectedWhole()
{
    const auto expected = expectedFrom(
        documentOf(R"({"a": 1, "r": [], "b": "x"})", {{QString(), {Verdict::Confirmed, {}, {}, {}}},
                                                      {u"/b"_s, {Verdict::Corrected, Json("y"), {}, {}}}}));
    QCOMPARE(expected, json(R"({"a": 1, "r": [], "b": "y"})"));
}

void TestExpected::writtenFilesAreFoundAgain()
{
    QTemporaryDir folder;
    const review::Decisions confirmed{{QString(), {Verdict::Confirmed, {}, {}, {}}}};
    const auto first = documentOf(R"({"a": 1})", confirmed);
    const auto untouched = documentOf(R"({"a": 2})");
    const auto sameName = documentOf(R"({"a": 3})", confirmed);
    QCOMPARE(writeExpected(folder.path(), {first, untouched, sameName}).value(), 2);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files),
             (QStringList{u"invoice 2.expected.json"_s, u"invoice.expected.json"_s}));
    QCOMPARE(ExpectedValues::open(folder.path()).value().of(u"invoice.pdf"_s).value(), json(R"({"a": 1})"));
}

void TestExpected::oneDocumentIsReplaced()
{
    QTemporaryDir folder;
    const auto file = [&folder](const QString &name, const QByteArray &bytes) {
        const auto path = folder.filePath(name);
        return writeFile(path, bytes) ? path : QString();
    };
    const auto changed = json(R"({"n": 9})");
    // A job object keeps what surrounds its values.
    const auto job = file(u"a.json"_s, R"({"id": "x", "extract_result": {"n": 1}})");
    auto values = ExpectedValues::open(folder.path()).value();
    QVERIFY(values.replace(u"/elsewhere/a.pdf"_s, changed));
    QCOMPARE(readJsonFile(job).value(), json(R"({"id": "x", "extract_result": {"n": 9}})"));
    QCOMPARE(values.replace(u"b.pdf"_s, changed).error().code, ErrorCode::FileMissing);
    // Of a file of many only one line or member changes.
    const auto lines = file(u"all.jsonl"_s, "{\"document\": \"a.pdf\", \"extract_result\": {\"n\": 1}}\n"
                                            "{\"document\":   \"b.pdf\", \"extract_result\": {\"n\": 2}}\n");
    values = ExpectedValues::open(lines).value();
    QVERIFY(values.replace(u"a.pdf"_s, changed));
    QCOMPARE(values.of(u"a.pdf"_s).value(), changed);
    const auto again = ExpectedValues::open(lines).value();
    QCOMPARE(again.of(u"a.pdf"_s).value(), changed);
    QCOMPARE(again.of(u"b.pdf"_s).value(), json(R"({"n": 2})"));
    const auto object = file(u"object.json"_s, R"({"a": {"n": 1}, "b.pdf": {"n": 2}})");
    values = ExpectedValues::open(object).value();
    QVERIFY(values.replace(u"/x/a.pdf"_s, changed));
    QCOMPARE(readJsonFile(object).value(), json(R"({"a": {"n": 9}, "b.pdf": {"n": 2}})"));
}

void TestExpected::whatIsExpectedAgreesAtOneCell_data()
{
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("run");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QByteArray>("after");
    const auto add = [](const char *name, const char *expected, const char *run, const char *field, const char *after) {
        QTest::newRow(name) << QByteArray(expected) << QByteArray(run) << QString::fromLatin1(field)
                            << QByteArray(after);
    };
    add("another value", R"({"a": {"b": 1, "c": 2}})", R"({"a": {"b": 7, "c": 2}})", "a.b",
        R"({"a": {"b": 7, "c": 2}})");
    add("nothing after all", R"({"a": 1})", R"({"a": null})", "a", R"({"a": null})");
    add("a row too many", R"({"r": [{"x": "one"}, {"x": "two"}, {"x": "three"}]})",
        R"({"r": [{"x": "one"}, {"x": "three"}]})", "r.x", R"({"r": [{"x": "one"}, {"x": "three"}]})");
    add("a row too few", R"({"r": [{"x": "one", "y": 1}, {"x": "three", "y": 3}]})",
        R"({"r": [{"x": "one", "y": 1}, {"x": "two", "y": 2}, {"x": "three", "y": 3}]})", "r.x",
        R"({"r": [{"x": "one", "y": 1}, {"x": "two", "y": 2}, {"x": "three", "y": 3}]})");
    add("a member called like a row, which the run lacks", R"({"y": {"2024": 1, "2025": 2}})", R"({"y": {"2025": 2}})",
        "y.2024", R"({"y": {"2024": null, "2025": 2}})");
    add("a member that the run lacks", R"({"a": 1, "b": 2})", R"({"b": 2})", "a", R"({"a": null, "b": 2})");
}

/// The change takes the difference away and leaves all others.
void TestExpected::whatIsExpectedAgreesAtOneCell()
{
    QFETCH(QByteArray, expected);
    QFETCH(QByteArray, run);
    QFETCH(QString, field);
    QFETCH(QByteArray, after);
    const auto result = domain::resultFromPlain(parseJson(run).value());
    const auto differing = [&](const Json &reference) {
        auto cells = compare(domain::resultFromPlain(reference), result, {{}, true});
        std::erase_if(cells, [](const ComparedCell &cell) { return cell.difference == Difference::Same; });
        return cells;
    };
    const auto cells = differing(parseJson(expected).value());
    QVERIFY(!cells.empty());
    QCOMPARE(cells.front().field, field);
    const auto agreed = agreeing(parseJson(expected).value(), cells.front(), result);
    QVERIFY(agreed);
    QCOMPARE(*agreed, parseJson(after).value());
    QVERIFY(differing(*agreed).empty());
}

QTEST_MAIN(TestExpected)
#include "tst_expected.moc"
