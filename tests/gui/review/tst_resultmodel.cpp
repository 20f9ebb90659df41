// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/filterproxy.h"
#include "gui/review/resultmodel.h"
#include "gui/review/tablesort.h"
#include "sampleinvoice.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::gui::review;

namespace {

/// The tree as lines: indentation, then the cells that are not empty.
QStringList printed(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            if (const auto text = model.index(row, column, parent).data().toString(); !text.isEmpty())
                cells << text;
        lines << QString(depth, u' ') + cells.join(u" | "_s);
        lines << printed(model, model.index(row, 0, parent), depth + 1);
    }
    return lines;
}

domain::ResultNode value(const QString &name, Json json)
{
    domain::ResultNode node;
    node.name = name;
    node.value = std::move(json);
    return node;
}

domain::ResultNode container(const QString &name, domain::ResultNode::Kind kind,
                             std::vector<domain::ResultNode> children)
{
    domain::ResultNode node;
    node.kind = kind;
    node.name = name;
    node.children = std::move(children);
    return node;
}

} // namespace

class TestResultModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void treeIsInTheSchemasOrder();
    void rolesSayWhatTheCellsShow();
    void flatObjectsBecomeATable();
    void unevenObjectsStayGroups();
    void resultOfManyRowsIsATableAtTheTop();
    void pathsAreFound();
    void filtersKeepTheGroups();
    void withoutEvidenceIsAGroupAtTheEnd();
    void noGroupWhereNothingIsProved();
    void tablesAreOrdered();
    void emptyResult();

private:
    QTemporaryDir m_folder;
    tests::SampleInvoice m_sample;
};

void TestResultModel::initTestCase()
{
    m_sample = tests::makeSampleInvoice(m_folder.filePath(u"invoice.pdf"_s));
}

void TestResultModel::treeIsInTheSchemasOrder()
{
    ResultModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setResult(m_sample.result, m_sample.schema);
    auto lines = printed(model);
    QVERIFY(lines[11].startsWith(u"line_items | 3 row"_s));
    lines[11] = u"line_items"_s;
    const QStringList expected = {u"vendor"_s,
                                  u" name | Larkmoor Optics Ltd | certain 0.99 | machine | 1"_s,
                                  u" vat_id | XV 204 881 376 | unknown | machine | 1"_s,
                                  u"customer"_s,
                                  u" name | Tessaly Field Station | check 0.69 | machine | 1"_s,
                                  u"invoice_number | LM-2026-0417 | certain 0.99 | machine | 1"_s,
                                  u"invoice_date | 2026-03-14 | certain 0.98 | machine | 1"_s,
                                  u"due_date | 2026-04-13 | low 0.46 | machine | 1"_s,
                                  u"purchase_order | TFS-8812 | check 0.78 | machine | 1"_s,
                                  u"payment_terms | Net 30 days | certain 0.93 | machine | 1"_s,
                                  u"currency | EUR | low 0.31 | machine | none"_s,
                                  u"line_items"_s,
                                  u" "_s,
                                  u" 1"_s,
                                  u" 2"_s,
                                  u" 3"_s,
                                  u"subtotal | 1295.6 | certain 0.97 | machine | 1"_s,
                                  u"tax | 259.12 | certain 0.96 | machine | 1"_s,
                                  u"total | 1554.72 | certain 0.99 | machine | 1, 2"_s,
                                  u"delivery_date | no value | machine"_s,
                                  u"Without evidence"_s,
                                  u" currency | EUR | low 0.31 | machine | none"_s};
    QVERIFY(lines[20].startsWith(u"Without evidence | 1 value"_s));
    lines[20] = u"Without evidence"_s;
    QCOMPARE(lines, expected);
}

void TestResultModel::rolesSayWhatTheCellsShow()
{
    ResultModel model;
    model.setResult(m_sample.result, m_sample.schema);
    const auto due = model.indexOf(u"/due_date"_s);
    QCOMPARE(due.data(ResultModel::PathRole).toString(), u"/due_date"_s);
    QCOMPARE(due.data(ResultModel::LevelRole).toInt(), static_cast<int>(domain::ConfidenceLevel::Low));
    QCOMPARE(due.data(ResultModel::ScoreRole).toDouble(), 0.46);
    QCOMPARE(due.data(ResultModel::CitationCountRole).toInt(), 1);
    QCOMPARE(due.data(ResultModel::AttentionRole).toInt(), static_cast<int>(xs::review::Attention::Low));
    QVERIFY(!model.indexOf(u"/vendor/vat_id"_s).data(ResultModel::ScoreRole).isValid());
    QVERIFY(model.indexOf(u"/currency"_s).data(ResultModel::NoEvidenceRole).toBool());
    QVERIFY(model.indexOf(u"/delivery_date"_s).data(ResultModel::NullRole).toBool());
    // A group carries the worst of what lies in it.
    QCOMPARE(model.indexOf(u"/line_items"_s).data(ResultModel::AttentionRole).toInt(),
             static_cast<int>(xs::review::Attention::Low));
    QVERIFY(model.roleNames().value(ResultModel::PathRole) == "path");
}

void TestResultModel::flatObjectsBecomeATable()
{
    ResultModel model;
    model.setResult(m_sample.result, m_sample.schema);
    const auto list = model.indexOf(u"/line_items"_s);
    const auto header = model.index(0, 0, list);
    QCOMPARE(header.data(ResultModel::KindRole).toInt(), static_cast<int>(RowKind::TableHeader));
    QStringList names;
    for (const auto &cell : model.cells(header))
        names << cell.name + (cell.numeric ? u" right"_s : QString());
    QCOMPARE(names, (QStringList{u"description"_s, u"quantity right"_s, u"unit_price right"_s, u"amount right"_s}));
    const auto cells = model.cells(model.index(3, 0, list));
    QCOMPARE(displayText(cells[1].node->value), u"2.5"_s);
    QCOMPARE(cells[1].value.attention, xs::review::Attention::Low);
    QCOMPARE(model.tableSize(header), 3);
    // A cell is shown by the row that it lies in.
    QCOMPARE(model.indexOf(u"/line_items/2/quantity"_s), model.index(3, 0, list));
}

void TestResultModel::unevenObjectsStayGroups()
{
    using Kind = domain::ResultNode::Kind;
    const auto nested =
        container({}, Kind::Object, {value(u"a"_s, 1), container(u"b"_s, Kind::Object, {value(u"c"_s, 2)})});
    const auto tags = container(u"tags"_s, Kind::List, {value({}, "x"), value({}, "y")});
    ResultModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setResult(container({}, Kind::Object, {container(u"list"_s, Kind::List, {nested}), tags}), {});
    QVERIFY(model.indexOf(u"/list/0/b/c"_s).isValid());
    QCOMPARE(model.indexOf(u"/list/0"_s).data().toString(), u"1"_s);
    QCOMPARE(model.indexOf(u"/tags/1"_s).data().toString(), u"2"_s);
    QCOMPARE(model.indexOf(u"/tags/1"_s).siblingAtColumn(ResultModel::ValueColumn).data().toString(), u"y"_s);
}

void TestResultModel::resultOfManyRowsIsATableAtTheTop()
{
    using Kind = domain::ResultNode::Kind;
    ResultModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    // The second row lacks a member that the first has, and the other way round.
    model.setResult(
        container({}, Kind::List,
                  {container({}, Kind::Object, {value(u"a"_s, 1)}), container({}, Kind::Object, {value(u"b"_s, "x")})}),
        {});
    QCOMPARE(model.rowCount(), 3);
    const auto cells = model.cells(model.index(2, 0));
    QCOMPARE(cells.size(), size_t(2));
    QVERIFY(!cells[0].node && cells[1].node);
    QCOMPARE(model.indexOf(u"/1/b"_s), model.index(2, 0));
}

void TestResultModel::pathsAreFound()
{
    ResultModel model;
    model.setResult(m_sample.result, m_sample.schema);
    for (const auto &known : model.values()) {
        QVERIFY2(model.indexOf(known.path).isValid(), qPrintable(known.path));
        QVERIFY(model.node(known.path) && model.value(known.path) && model.field(known.path));
    }
    QVERIFY(!model.indexOf(u"/unheard"_s).isValid());
    QVERIFY(!model.node(u"/unheard"_s));
}

void TestResultModel::filtersKeepTheGroups()
{
    ResultModel model;
    FilterProxy proxy;
    proxy.setSourceModel(&model);
    const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setResult(m_sample.result, m_sample.schema);
    proxy.setFilter(FilterProxy::Filter::NeedsAttention);
    QStringList names;
    for (const auto &line : printed(proxy))
        names << line.section(u" | "_s, 0, 0);
    QCOMPARE(names, (QStringList{u"vendor"_s, u" vat_id"_s, u"customer"_s, u" name"_s, u"due_date"_s,
                                 u"purchase_order"_s, u"currency"_s, u"line_items"_s, u" "_s, u" 2"_s, u" 3"_s}));
    proxy.setFilter(FilterProxy::Filter::NoEvidence);
    QCOMPARE(printed(proxy).size(), 1);
    proxy.setFilter(FilterProxy::Filter::All);
    QCOMPARE(printed(proxy).size(), 22);
}

/// A value without evidence stands in its place and in a group at the end; decisions bring it there and take it away.
void TestResultModel::withoutEvidenceIsAGroupAtTheEnd()
{
    using xs::review::Verdict;
    ResultModel model;
    FilterProxy proxy;
    proxy.setSourceModel(&model);
    const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester sourceTester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    auto result = m_sample.result;
    result.children.push_back(value(u"remark"_s, nullptr));
    model.setResult(result, m_sample.schema);
    const auto group = model.unprovenGroup();
    QCOMPARE(group.row(), model.rowCount() - 1);
    const auto names = [&] {
        QStringList found;
        for (int row = 0; row < model.rowCount(group); ++row)
            found << model.index(row, 0, group).data().toString();
        return found;
    };
    QCOMPARE(names(), QStringList(u"currency"_s));
    QVERIFY(model.indexOf(u"/currency"_s) != model.unprovenIndexOf(u"/currency"_s));
    QCOMPARE(model.indexOf(u"/currency"_s).parent(), QModelIndex());
    QCOMPARE(model.index(0, ResultModel::ValueColumn, group).data().toString(), u"EUR"_s);
    QVERIFY(group.data(Qt::AccessibleTextRole).toString().startsWith(u"Without evidence: 1 value"_s));
    // A value that nobody pointed at is one without evidence.
    model.setDecisions({{u"/remark"_s, {Verdict::Corrected, Json("none"), {}, {}}}});
    QCOMPARE(names(), (QStringList{u"currency"_s, u"remark"_s}));
    model.setDecisions({{u"/currency"_s, {Verdict::Absent, {}, {}, {}}}});
    QCOMPARE(names(), QStringList(u"remark"_s));
    model.setDecisions({{u"/remark"_s, {}}});
    QCOMPARE(names(), QStringList());
    QCOMPARE(proxy.mapFromSource(group), QModelIndex());
    model.setDecisions({{u"/currency"_s, {}}});
    QCOMPARE(names(), QStringList(u"currency"_s));
    QVERIFY(proxy.mapFromSource(group).isValid());
    // Filters show what they are about, once.
    proxy.setFilter(FilterProxy::Filter::NoEvidence);
    QCOMPARE(proxy.rowCount(), 1);
}

/// Where the server names no place for any value, a group of all values would say nothing.
void TestResultModel::noGroupWhereNothingIsProved()
{
    ResultModel model;
    model.setResult(domain::resultFromPlain(Json{{"a", 1}, {"b", "x"}}), {});
    QVERIFY(!model.unprovenGroup().isValid());
    QCOMPARE(model.rowCount(), 2);
}

/// Rows of a table in the order of a column keep their numbers, paths and persistent indexes.
void TestResultModel::tablesAreOrdered()
{
    ResultModel model;
    FilterProxy proxy;
    proxy.setSourceModel(&model);
    const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setResult(m_sample.result, m_sample.schema);
    const auto list = model.indexOf(u"/line_items"_s);
    const auto numbers = [&] {
        QStringList found;
        for (int row = 0; row < model.rowCount(list); ++row)
            found << model.index(row, 0, list).data().toString();
        return found;
    };
    const QPersistentModelIndex second = proxy.mapFromSource(model.indexOf(u"/line_items/1/quantity"_s));
    TableSort sort(model);
    sort.turn(u"/line_items"_s, u"quantity"_s);
    QCOMPARE(numbers(), (QStringList{QString(), u"3"_s, u"1"_s, u"2"_s}));
    QCOMPARE(second.data().toString(), u"2"_s);
    QCOMPARE(second.row(), 3);
    QCOMPARE(model.indexOf(u"/line_items/2/quantity"_s).row(), 1);
    QCOMPARE(displayText(model.tableRow(model.indexOf(u"/line_items/0"_s), 0)[1].node->value), u"2.5"_s);
    QVERIFY(model.index(0, 0, list).data(Qt::AccessibleTextRole).toString().contains(u"quantity, rising"_s));
    sort.turn(u"/line_items"_s, u"quantity"_s);
    QCOMPARE(numbers(), (QStringList{QString(), u"2"_s, u"1"_s, u"3"_s}));
    sort.turn(u"/line_items"_s, u"quantity"_s);
    QCOMPARE(numbers(), (QStringList{QString(), u"1"_s, u"2"_s, u"3"_s}));
    QCOMPARE(model.tableOrder(u"/line_items"_s), ResultModel::TableOrder());
    // What a person says counts.
    model.setDecisions({{u"/line_items/0/quantity"_s, {xs::review::Verdict::Corrected, Json(1), {}, {}}}});
    sort.turn(u"/line_items"_s, u"quantity"_s);
    QCOMPARE(numbers(), (QStringList{QString(), u"1"_s, u"3"_s, u"2"_s}));
    // The same result with other rows is ordered again.
    model.setResult(m_sample.result, m_sample.schema);
    sort.again();
    QCOMPARE(model.index(1, 0, model.indexOf(u"/line_items"_s)).data().toString(), u"3"_s);
}

void TestResultModel::emptyResult()
{
    ResultModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setResult(m_sample.result, m_sample.schema);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.values().empty());
}

QTEST_MAIN(TestResultModel)
#include "tst_resultmodel.moc"
