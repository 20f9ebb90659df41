// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluate/compare.h"
#include "evaluate/report.h"
#include "review/resultbuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::evaluate;
using tests::resultOf;

namespace {

/// "total=changed": every cell in one line.
QString printed(const std::vector<ComparedCell> &cells)
{
    QStringList lines;
    for (const auto &cell : cells)
        lines << (cell.path.isEmpty() ? u"("_s + cell.referencePath + u')' : cell.path) + u'=' +
                     differenceName(cell.difference);
    return lines.join(u' ');
}

domain::ResultNode tree(const QByteArray &json)
{
    return resultOf(parseJson(json).value());
}

} // namespace

class TestCompare : public QObject
{
    Q_OBJECT

private slots:
    void sameValues_data();
    void sameValues();
    void caseAndWritingCanMatter();
    void cells_data();
    void cells();
    void onlyWhatIsNamed();
    void scoresAndPathsAreThoseOfTheResult();
    void memberThatIsCalledLikeARow();
};

void TestCompare::sameValues_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<bool>("same");
    const auto add = [](const char *name, const char *a, const char *b, bool same) {
        QTest::newRow(name) << QByteArray(a) << QByteArray(b) << same;
    };
    add("numbers by value", "3", "3.0", true);
    add("numbers that differ", "3", "3.01", false);
    add("sums of cents", "0.3", "0.30000000000000004", true);
    add("English thousands", "1554.72", R"("1,554.72")", true);
    add("German thousands", "1554.72", R"("1.554,72")", true);
    add("text beside a number", "7", R"("seven")", false);
    add("two texts are no numbers", R"("007")", R"("7")", false);
    add("number and null", "0", "null", false);
    add("white space", R"(" Net  30\ndays ")", R"("Net 30 days")", true);
    add("case", R"("EUR")", R"("eur")", true);
    add("compatible forms", R"("ﬁne")", R"("fine")", true);
    add("empty text is null", R"("")", "null", true);
    add("boolean and text", "true", R"("true")", false);
    add("dates", R"("2026-03-14")", R"("14.03.2026")", true);
    add("date with slashes", R"("2026-03-14")", R"("14/03/2026")", true);
    add("American date", R"("2026-03-14")", R"("03/14/2026")", true);
    add("date that could be two", R"("2026-04-03")", R"("03/04/2026")", false);
    add("date in words", R"("2026-03-14")", R"("14 March 2026")", true);
    add("date and midnight", R"("2026-03-14")", R"("2026-03-14T00:00:00Z")", true);
    add("other day", R"("2026-03-14")", R"("2026-03-15")", false);
    add("no such day", R"("2026-02-30")", R"("30.02.2026")", false);
}

void TestCompare::sameValues()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    const auto first = parseJson(a).value();
    const auto second = parseJson(b).value();
    QTEST(sameValue(first, second), "same");
    QTEST(sameValue(second, first), "same");
}

void TestCompare::caseAndWritingCanMatter()
{
    const SameRules strict{false, true};
    QVERIFY(!sameValue("EUR", "eur", strict));
    QVERIFY(sameValue("EUR ", "EUR", strict));
    QVERIFY(!sameValue("2026-03-14", "14.03.2026", strict));
    QVERIFY(!sameValue(1554.72, "1,554.72", strict));
}

void TestCompare::cells_data()
{
    QTest::addColumn<QByteArray>("reference");
    QTest::addColumn<QByteArray>("result");
    QTest::addColumn<QString>("cells");
    const auto add = [](const char *name, const char *reference, const char *result, const QString &cells) {
        QTest::newRow(name) << QByteArray(reference) << QByteArray(result) << cells;
    };
    add("all kinds", R"({"a":1,"b":"x","c":2,"d":null,"e":null})", R"({"a":1,"b":"y","c":null,"d":3,"e":null})",
        u"/a=same /b=changed /c=missing /d=extra /e=same"_s);
    add("fields of one side", R"({"a":1})", R"({"b":2})", u"(/a)=missing /b=extra"_s);
    add("a row that came moves no other", R"({"r":[{"p":1,"q":2},{"p":3,"q":4}]})",
        R"({"r":[{"p":1,"q":2},{"p":9,"q":9},{"p":3,"q":4}]})",
        u"/r/0/p=same /r/0/q=same /r/1/p=extra /r/1/q=extra /r/2/p=same /r/2/q=same"_s);
    add("a row that is gone", R"({"r":[{"p":1,"q":2},{"p":3,"q":4}]})", R"({"r":[{"p":3,"q":4}]})",
        u"(/r/0/p)=missing (/r/0/q)=missing /r/0/p=same /r/0/q=same"_s);
    // "2,00" and 2 are one value, so the rows are paired by what they say.
    add("rows written otherwise", R"([{"d":"2026-03-14","n":"A"},{"d":"2026-03-15","n":"B"}])",
        R"([{"d":"15.03.2026","n":"b"}])", u"(/0/d)=missing (/0/n)=missing /0/d=same /0/n=same"_s);
    add("object and null", R"({"v":{"n":1}})", R"({"v":null})", u"(/v/n)=missing"_s);
    add("object and value", R"({"v":{"n":1}})", R"({"v":2})", u"(/v/n)=missing /v=extra"_s);
    add("empty lists", R"({"r":[]})", R"({"r":[]})", u""_s);
}

void TestCompare::cells()
{
    QFETCH(QByteArray, reference);
    QFETCH(QByteArray, result);
    QTEST(printed(compare(tree(reference), tree(result))), "cells");
}

void TestCompare::onlyWhatIsNamed()
{
    const CompareRules rules{{}, true};
    const auto cells =
        compare(tree(R"({"a":1,"r":[{"p":1}]})"), tree(R"({"a":1,"b":2,"r":[{"p":1,"q":2},{"p":5,"q":6}]})"), rules);
    // b and the first q are not named; the second row is too many as a whole.
    QCOMPARE(printed(cells), u"/a=same /r/0/p=same /r/1/p=extra /r/1/q=extra"_s);
}

void TestCompare::scoresAndPathsAreThoseOfTheResult()
{
    const auto cells = compare(resultOf(parseJson(R"({"rows":[{"x/y":1}]})").value(), 0.1),
                               resultOf(parseJson(R"({"rows":[{"x/y":2}]})").value(), 0.7));
    QCOMPARE(cells.size(), size_t(1));
    QCOMPARE(cells.front().path, u"/rows/0/x~1y"_s);
    QCOMPARE(cells.front().field, u"rows.x/y"_s);
    QCOMPARE(cells.front().score, std::optional(0.7));
}

/// A statement has a member for each year.
void TestCompare::memberThatIsCalledLikeARow()
{
    const auto reference = tree(R"({"revenue":{"2024":1,"2025":2},"rows":[{"2024":3},{"2024":4}]})");
    const auto result = tree(R"({"revenue":{"2024":1,"2025":9},"rows":[{"2024":3}]})");
    QStringList lines;
    for (const auto &cell : compare(reference, result))
        lines << cell.field + u" at "_s + cell.place;
    QCOMPARE(lines, (QStringList{u"revenue.2024 at revenue.2024"_s, u"revenue.2025 at revenue.2025"_s,
                                 u"rows.2024 at rows 1.2024"_s, u"rows.2024 at rows 2.2024"_s}));
}

QTEST_MAIN(TestCompare)
#include "tst_compare.moc"
