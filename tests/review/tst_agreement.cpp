// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/agreement.h"
#include "review/resultbuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::review;

namespace {

using Relation = Agreement::Relation;

/// "/a + /b = /c", with what should come out where it is broken.
QString printed(const Agreement &agreement)
{
    const auto &terms = agreement.terms;
    QString left;
    switch (agreement.relation) {
    case Relation::Sum:
        left = QStringList(terms.begin(), terms.end()).join(u" + "_s);
        break;
    case Relation::Product:
        left = terms[0] + u" * "_s + terms[1];
        break;
    case Relation::Share:
        left = terms[0] + u" % of "_s + terms[1];
        break;
    case Relation::ColumnSum:
        left = u"sum of %1 %2"_s.arg(agreement.count).arg(terms[0]);
        break;
    case Relation::Period:
        left = u"%1 + %2 days of %3"_s.arg(terms[0]).arg(agreement.count).arg(terms[1]);
        break;
    }
    return left + u" = "_s + agreement.outcome + (agreement.broken ? u" but %1"_s.arg(*agreement.broken) : QString());
}

QStringList agreements(const char *json, const QString &path)
{
    QStringList all;
    for (const auto &agreement : agreementsOf(tests::resultOf(parseJson(json).value()), path))
        all += printed(agreement);
    return all;
}

const char *invoice = R"({"invoice_date": "2026-03-16", "due_date": "2026-04-15", "terms": "Net 30 days",
  "lines": [{"quantity": 6, "price": 84.5, "amount": 507}, {"quantity": 2, "price": 198, "amount": 396},
            {"quantity": 8, "price": 23.75, "amount": 190}, {"quantity": 4, "price": 18.9, "amount": 57.6}],
  "subtotal": 1150.6, "rate": 20, "tax": 230.12, "total": "1380.72"})";

} // namespace

class TestAgreement : public QObject
{
    Q_OBJECT

private slots:
    void whatAgrees_data();
    void whatAgrees();
    void hugeLists();
    void wideRows();
};

void TestAgreement::whatAgrees_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("agreements");
    const QString sum = u"/subtotal + /tax = /total"_s, share = u"/rate % of /subtotal = /tax"_s;
    const QString column = u"sum of 4 /lines/amount = /subtotal"_s;
    const QString period = u"/invoice_date + 30 days of /terms = /due_date"_s;
    const auto row = [](const char *name, const char *json, const QString &path, const QStringList &agreements) {
        QTest::newRow(name) << QByteArray(json) << path << agreements;
    };
    row("net", invoice, u"/subtotal"_s, {sum, share, column});
    row("total, a text", invoice, u"/total"_s, {sum});
    row("rate", invoice, u"/rate"_s, {share});
    row("due date", invoice, u"/due_date"_s, {period});
    row("terms", invoice, u"/terms"_s, {period});
    row("cell", invoice, u"/lines/1/amount"_s, {u"/lines/1/quantity * /lines/1/price = /lines/1/amount"_s, column});
    row("factor", invoice, u"/lines/2/price"_s, {u"/lines/2/quantity * /lines/2/price = /lines/2/amount"_s});
    row("turned digits", invoice, u"/lines/3/amount"_s,
        {u"/lines/3/quantity * /lines/3/price = /lines/3/amount but 75.6"_s, column});
    row("of a turned row", invoice, u"/lines/3/quantity"_s,
        {u"/lines/3/quantity * /lines/3/price = /lines/3/amount but 75.6"_s});

    row("three terms", R"({"net": 1000.5, "freight": 12.25, "tax": 200.1, "gross": 1212.85})", u"/gross"_s,
        {u"/net + /freight + /tax = /gross"_s});
    row("a rebate is taken off", R"({"gross": 1000.5, "rebate": 50.25, "net": 950.25})", u"/rebate"_s,
        {u"/rebate + /net = /gross"_s});
    row("small numbers agree by chance", R"({"adults": 2, "children": 3, "guests": 5})", u"/guests"_s, {});
    row("one piece says nothing", R"({"quantity": 1, "price": 32.4, "amount": 32.4})", u"/amount"_s, {});
    row("nothing agrees", R"({"a": 1250.5, "b": 731.25, "c": 1981.7})", u"/c"_s, {});
    row("null", R"({"a": 1250.5, "b": 731.25, "c": null})", u"/c"_s, {});
    row("no text but numbers", R"({"a": "1250.5 EUR", "b": 731.25, "c": 1981.75})", u"/c"_s, {});
    row("nested totals", R"({"totals": {"net": 100.5, "tax": 20.1, "gross": 120.6}})", u"/totals/net"_s,
        {u"/totals/net + /totals/tax = /totals/gross"_s});
    row("rows of a table that is the result",
        R"([{"in": 100.5, "out": 20.25, "rest": 80.25}, {"in": 90, "out": 30, "rest": 60}])", u"/0/rest"_s,
        {u"/0/out + /0/rest = /0/in"_s});
    row("rows without a rule break none",
        R"([{"a": 2, "b": 31.5, "c": 400}, {"a": 3, "b": 5.5, "c": 16.5}, {"a": 4, "b": 10, "c": 99}])", u"/0/c"_s, {});
    row("other days", R"({"from": "2026-03-16", "to": "2026-04-16", "terms": "30 days"})", u"/to"_s, {});
    row("two numbers are no period", R"({"from": "2026-03-16", "to": "2026-04-15", "terms": "2 % 30 days"})", u"/to"_s,
        {});
    row("a member called like a row", R"({"2024": {"net": 100.5, "tax": 20.1, "gross": 120.6}})", u"/2024/net"_s,
        {u"/2024/net + /2024/tax = /2024/gross"_s});
    row("infinite", R"({"a": 1e308, "b": 1e308, "c": 1e308})", u"/c"_s, {});
}

void TestAgreement::whatAgrees()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, path);
    QTEST(agreements(json.constData(), path), "agreements");
}

/// Lists of any length are asked in bounded work: 2,001 rows are not added up.
void TestAgreement::hugeLists()
{
    Json rows = Json::array();
    for (int i = 0; i < 2001; ++i)
        rows.push_back({{"amount", 10}});
    const Json result{{"rows", rows}, {"total", 20010}};
    QVERIFY(agreementsOf(tests::resultOf(result), u"/total"_s).empty());
    auto fewer = result;
    fewer["rows"].erase(0);
    fewer["total"] = 20000;
    QCOMPARE(agreementsOf(tests::resultOf(fewer), u"/total"_s).size(), 1u);
}

/// Rows of many numbers: the last of them is told to break what the others keep to, and nothing else is claimed.
void TestAgreement::wideRows()
{
    Json rows = Json::array();
    for (int r = 0; r < 40; ++r) {
        Json row;
        for (int c = 0; c < 20; ++c)
            row["c" + std::to_string(c)] = 1009 + 31 * r + 977 * c * c + c * r;
        row["quantity"] = r + 2;
        row["price"] = 10.5;
        row["amount"] = r == 39 ? 7.0 : (r + 2) * 10.5;
        rows.push_back(row);
    }
    QStringList all;
    for (const auto &agreement : agreementsOf(tests::resultOf(Json{{"rows", rows}}), u"/rows/39/amount"_s))
        all += printed(agreement);
    QCOMPARE(all, QStringList{u"/rows/39/quantity * /rows/39/price = /rows/39/amount but 430.5"_s});
}

QTEST_GUILESS_MAIN(TestAgreement)
#include "tst_agreement.moc"
