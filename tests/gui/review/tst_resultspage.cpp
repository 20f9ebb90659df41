// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/chip.h"
#include "gui/common/cropview.h"
#include "gui/common/emptystate.h"
#include "gui/common/studiostyle.h"
#include "gui/common/theme.h"
#include "gui/review/resultmodel.h"
#include "gui/review/resultspage.h"
#include "gui/review/resulttree.h"
#include "sampleinvoice.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <limits>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::gui;
using namespace xs::gui::review;

Q_DECLARE_METATYPE(xs::Json)

class TestResultsPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void firstDoubtfulValueIsChosen();
    void keysWalkInOrderOfAttention();
    void chipsAndKeysFilter();
    void nothingLeftOffersAll();
    void clicksOnRowsAndCells();
    void arrowKeysWalkThroughCells();
    void arrowsOpenAndCloseGroups();
    void filterThatHidesTheValueChoosesTheNext();
    void boxSelectsItsValueWithoutAnEcho();
    void citationsAreWalked();
    void evidenceIsToldInSentences();
    void arithmeticAgreesOrDoesNot();
    void cropIsAskedForAroundTheCitation();
    void searchAmongTheValues();
    void searchKeepsToTheFilter();
    void everyCellIsReadWithItsRowAndColumn();
    void absurdResultsAreShown_data();
    void absurdResultsAreShown();
    void hundredThousandCitations();
    void invisibleCharactersAreShown();
    void wideTablesAreScrolled();
    void groupWithoutEvidenceIsWalked();
    void tipsSayWhatTheDocumentSays();
    void waitingErrorAndNothing();
    void doubtfulCellsAreMarked();
    void everythingActedOnHasAName();

private:
    QString textOf(const QString &name) const { return m_page->findChild<QLabel *>(name)->text(); }
    QStringList sentences() const;

    QTemporaryDir m_folder;
    tests::SampleInvoice m_sample;
    std::unique_ptr<ResultsPage> m_page;
    ResultTree *m_tree = nullptr;
};

void TestResultsPage::initTestCase()
{
    common::StudioStyle::install(*qApp, common::StudioStyle::Scheme::Light);
    m_sample = tests::makeSampleInvoice(m_folder.filePath(u"invoice.pdf"_s));
}

void TestResultsPage::init()
{
    m_page = std::make_unique<ResultsPage>();
    m_tree = m_page->findChild<ResultTree *>();
    m_page->resize(620, 900);
    m_page->setResult(m_sample.result, m_sample.schema);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_tree->setFocus();
}

QStringList TestResultsPage::sentences() const
{
    QStringList found;
    for (const auto *label : m_page->findChild<QWidget *>(u"evidenceStrip"_s)->findChildren<QLabel *>())
        if (label->textFormat() == Qt::RichText)
            found << label->text().remove(u"<b>"_s).remove(u"</b>"_s);
    return found;
}

void TestResultsPage::firstDoubtfulValueIsChosen()
{
    // No evidence comes before low confidence.
    QCOMPARE(m_page->currentPath(), u"/currency"_s);
}

void TestResultsPage::keysWalkInOrderOfAttention()
{
    QSignalSpy selected(m_page.get(), &ResultsPage::valueSelected);
    const QStringList order = {u"/due_date"_s,      u"/line_items/2/quantity"_s, u"/vendor/vat_id"_s,
                               u"/customer/name"_s, u"/purchase_order"_s,        u"/line_items/1/unit_price"_s,
                               u"/currency"_s};
    for (const auto &path : order) {
        QTest::keyClick(m_tree, Qt::Key_J);
        QCOMPARE(m_page->currentPath(), path);
        QCOMPARE(selected.takeFirst().at(0).toString(), path);
    }
    QTest::keyClick(m_tree, Qt::Key_K);
    QCOMPARE(m_page->currentPath(), order.at(5));
}

void TestResultsPage::chipsAndKeysFilter()
{
    const auto *all = m_page->findChild<common::Chip *>(u"filterAll"_s);
    auto *attention = m_page->findChild<common::Chip *>(u"filterAttention"_s);
    QCOMPARE(all->count(), 25);
    QCOMPARE(attention->count(), 7);
    QCOMPARE(m_page->findChild<common::Chip *>(u"filterNoEvidence"_s)->count(), 1);
    QTest::mouseClick(attention, Qt::LeftButton);
    QCOMPARE(m_tree->model()->rowCount(), 6);
    // What is chosen stays chosen while it is shown.
    QCOMPARE(m_page->currentPath(), u"/currency"_s);
    QTest::keyClick(m_tree, Qt::Key_4);
    QCOMPARE(m_tree->model()->rowCount(), 1);
    QVERIFY(m_page->findChild<common::Chip *>(u"filterNoEvidence"_s)->isChecked());
    QTest::keyClick(m_tree, Qt::Key_1);
    QCOMPARE(m_tree->model()->rowCount(), 14);
}

void TestResultsPage::nothingLeftOffersAll()
{
    domain::ResultNode root;
    root.kind = domain::ResultNode::Kind::Object;
    domain::ResultNode value;
    value.name = u"a"_s;
    value.value = "x";
    value.evidence = domain::Evidence{{{1, u"x"_s, {}, {}}}, 0.99, {}, {}, {}};
    root.children = {value};
    m_page->setResult(root, {});
    m_page->setFilter(FilterProxy::Filter::NeedsAttention);
    auto *empty = m_page->findChild<common::EmptyState *>(u"emptyFilter"_s);
    QVERIFY(empty->isVisible());
    QTest::mouseClick(empty->button(), Qt::LeftButton);
    QVERIFY(!empty->isVisible());
    QCOMPARE(m_tree->model()->rowCount(), 1);
}

void TestResultsPage::clicksOnRowsAndCells()
{
    QSignalSpy selected(m_page.get(), &ResultsPage::valueSelected);
    for (const auto &path :
         {u"/total"_s, u"/line_items/1/unit_price"_s, u"/line_items/0/description"_s, u"/vendor/name"_s}) {
        const auto rect = m_tree->rectOf(path);
        QVERIFY2(!rect.isEmpty(), qPrintable(path));
        QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, rect.center());
        QCOMPARE(m_page->currentPath(), path);
        QCOMPARE(selected.takeFirst().at(0).toString(), path);
    }
    QVERIFY(m_tree->rectOf(u"/line_items/1/unit_price"_s).right() <
            m_tree->rectOf(u"/line_items/1/amount"_s).left() + 1);
}

void TestResultsPage::arrowKeysWalkThroughCells()
{
    m_page->select(u"/line_items/0/description"_s);
    QTest::keyClick(m_tree, Qt::Key_Right);
    QCOMPARE(m_page->currentPath(), u"/line_items/0/quantity"_s);
    QTest::keyClick(m_tree, Qt::Key_Down);
    QCOMPARE(m_page->currentPath(), u"/line_items/1/quantity"_s);
    QTest::keyClick(m_tree, Qt::Key_Left);
    QCOMPARE(m_page->currentPath(), u"/line_items/1/description"_s);
}

void TestResultsPage::arrowsOpenAndCloseGroups()
{
    const auto vendor = m_tree->model()->index(0, 0);
    QVERIFY(m_tree->isExpanded(vendor));
    const auto arrow = m_tree->visualRect(vendor).topLeft() + QPoint(18, 12);
    QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, arrow);
    QVERIFY(!m_tree->isExpanded(vendor));
    QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, arrow);
    QVERIFY(m_tree->isExpanded(vendor));
}

/// So that Enter, J and the buttons have something to be about.
void TestResultsPage::filterThatHidesTheValueChoosesTheNext()
{
    m_page->select(u"/vendor/name"_s);
    QSignalSpy selected(m_page.get(), &ResultsPage::valueSelected);
    m_page->setFilter(FilterProxy::Filter::NeedsAttention);
    const auto chosen = m_page->currentPath();
    QVERIFY2(m_page->attention().contains(chosen), qPrintable(chosen));
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected.first().first().toString(), chosen);
    // A value that is shown stays chosen.
    m_page->setFilter(FilterProxy::Filter::All);
    QCOMPARE(m_page->currentPath(), chosen);
}

void TestResultsPage::boxSelectsItsValueWithoutAnEcho()
{
    m_page->setFilter(FilterProxy::Filter::NoEvidence);
    QSignalSpy selected(m_page.get(), &ResultsPage::valueSelected);
    m_page->select(u"/total"_s, 1);
    QCOMPARE(m_page->currentPath(), u"/total"_s);
    QCOMPARE(m_page->currentCitation(), 1);
    QVERIFY(m_page->findChild<common::Chip *>(u"filterAll"_s)->isChecked());
    QVERIFY(selected.isEmpty());
}

void TestResultsPage::citationsAreWalked()
{
    m_page->select(u"/total"_s);
    QSignalSpy selected(m_page.get(), &ResultsPage::valueSelected);
    QCOMPARE(textOf(u"citationLabel"_s), u"citation 1 of 2"_s);
    QTest::keyClick(m_tree, Qt::Key_BracketRight);
    QCOMPARE(textOf(u"citationLabel"_s), u"citation 2 of 2"_s);
    QCOMPARE(selected.takeFirst(), (QList<QVariant>{u"/total"_s, 1}));
    QTest::keyClick(m_tree, Qt::Key_BracketRight);
    QVERIFY(selected.isEmpty());
    auto *previous = m_page->findChild<QToolButton *>(u"previousCitation"_s);
    QTest::mouseClick(previous, Qt::LeftButton);
    QCOMPARE(m_page->currentCitation(), 0);
    QVERIFY(!previous->isEnabled());
}

void TestResultsPage::evidenceIsToldInSentences()
{
    m_page->select(u"/due_date"_s);
    QCOMPARE(sentences(),
             (QStringList{u"Reading 0.46"_s, u"Fit to the field 0.93"_s,
                          u"Agrees: invoice_date + 30 day(s) = due_date"_s, u"On the page: “13/04/2026”"_s}));
    m_page->select(u"/vendor/vat_id"_s);
    QCOMPARE(sentences(), (QStringList{u"No score was given for this value."_s}));
    m_page->select(u"/line_items/2/quantity"_s);
    QCOMPARE(textOf(u"evidenceName"_s), u"line_items 3.quantity"_s);
    QCOMPARE(sentences(), (QStringList{u"Confidence 0.41"_s, u"Agrees: quantity × unit_price = amount"_s}));
    m_page->select(u"/currency"_s);
    QVERIFY(sentences().contains(u"No place in the document was named for this value."_s));
    m_page->select(u"/delivery_date"_s);
    QCOMPARE(sentences(), (QStringList{u"The document does not say it."_s}));
}

/// What the arithmetic of other values says stands among the reasons, corrections included.
void TestResultsPage::arithmeticAgreesOrDoesNot()
{
    m_page->select(u"/total"_s);
    QVERIFY2(sentences().contains(u"Agrees: subtotal + tax = total"_s), qPrintable(sentences().join(u'\n')));
    m_page->select(u"/subtotal"_s);
    QVERIFY(sentences().contains(u"Agrees: sum of line_items.amount over 3 row(s) = subtotal"_s));

    auto wrong = m_sample.result;
    auto &rows = std::ranges::find(wrong.children, u"line_items"_s, &domain::ResultNode::name)->children;
    rows[2].children[3].value = 420;
    m_page->setResult(wrong, m_sample.schema);
    m_page->select(u"/line_items/2/amount"_s);
    QVERIFY2(sentences().contains(u"In the other rows quantity × unit_price = amount; here amount would be 240."_s),
             qPrintable(sentences().join(u'\n')));
    QVERIFY(!sentences().join(u'\n').contains(u"sum of"_s));
}

void TestResultsPage::cropIsAskedForAroundTheCitation()
{
    QSignalSpy wanted(m_page.get(), &ResultsPage::cropRequested);
    m_page->select(u"/due_date"_s);
    QVERIFY(!wanted.isEmpty());
    const auto request = wanted.last();
    const auto box =
        domain::rectsOnPage(m_page->model()->node(u"/due_date"_s)->evidence->citations[0], {595, 842}).front();
    QCOMPARE(request.at(1).toInt(), 0);
    QVERIFY(request.at(2).toRectF().contains(box));
    QVERIFY(request.at(3).toInt() > 595);
    QImage crop(212, 76, QImage::Format_RGB32);
    auto *view = m_page->findChild<common::CropView *>();
    m_page->showCrop(request.at(0).toInt() - 1, crop);
    QVERIFY(view->image().isNull());
    m_page->showCrop(request.at(0).toInt(), crop);
    QVERIFY(!view->image().isNull());
    m_page->select(u"/currency"_s);
    QVERIFY(!view->isVisible());
}

void TestResultsPage::searchAmongTheValues()
{
    auto *bar = m_page->findChild<QWidget *>(u"findValueBar"_s);
    auto *edit = m_page->findChild<QLineEdit *>(u"findValueEdit"_s);
    QVERIFY(!bar->isVisible());
    QSignalSpy selected(m_page.get(), &ResultsPage::valueSelected);
    QTest::keyClick(m_tree, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(bar->isVisible() && edit->hasFocus());
    // Names and values are found, and cells of tables; keys of the review are letters here.
    QTest::keyClicks(edit, u"name"_s);
    QTRY_COMPARE(textOf(u"findValueState"_s), u"1 of 2"_s);
    QCOMPARE(m_page->currentPath(), u"/vendor/name"_s);
    QVERIFY(selected.count() > 0);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(m_page->currentPath(), u"/customer/name"_s);
    QCOMPARE(textOf(u"findValueState"_s), u"2 of 2"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(m_page->currentPath(), u"/vendor/name"_s);
    QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(m_page->currentPath(), u"/customer/name"_s);
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(edit, u"FILTER mount"_s);
    QTRY_COMPARE(m_page->currentPath(), u"/line_items/1/description"_s);
    QTRY_COMPARE(textOf(u"findValueState"_s), u"1 of 1"_s);
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(edit, u"nowhere to be found"_s);
    QTRY_COMPARE(textOf(u"findValueState"_s), u"Not found"_s);
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(!bar->isVisible() && m_tree->hasFocus());
}

void TestResultsPage::searchKeepsToTheFilter()
{
    m_page->setFilter(FilterProxy::Filter::NeedsAttention);
    QTest::keyClick(m_tree, Qt::Key_F, Qt::ControlModifier);
    auto *edit = m_page->findChild<QLineEdit *>(u"findValueEdit"_s);
    QTest::keyClicks(edit, u"name"_s);
    // The vendor's name needs nothing and is not shown.
    QTRY_COMPARE(textOf(u"findValueState"_s), u"1 of 1"_s);
    QCOMPARE(m_page->currentPath(), u"/customer/name"_s);
    m_page->setFilter(FilterProxy::Filter::All);
    QTRY_COMPARE(textOf(u"findValueState"_s), u"2 of 2"_s);
    QCOMPARE(m_page->currentPath(), u"/customer/name"_s);
}

void TestResultsPage::everyCellIsReadWithItsRowAndColumn()
{
    const auto spoken = [this] {
        return m_tree->currentIndex().siblingAtColumn(0).data(Qt::AccessibleTextRole).toString();
    };
    m_page->select(u"/line_items/1/unit_price"_s);
    const auto price = spoken();
    QVERIFY2(price.startsWith(u"Row 2, unit_price: 24.8"_s) && price.contains(u"check 0.7"_s), qPrintable(price));
    m_page->select(u"/line_items/1/description"_s);
    QVERIFY2(spoken().startsWith(u"Row 2, description: Filter mount"_s), qPrintable(spoken()));
    m_page->select(u"/currency"_s);
    QVERIFY2(spoken().startsWith(u"currency: EUR"_s) && spoken().contains(u"no evidence"_s), qPrintable(spoken()));
}

void TestResultsPage::absurdResultsAreShown_data()
{
    QTest::addColumn<Json>("json");
    QTest::addColumn<QList<QRectF>>("boxes");
    QTest::addColumn<int>("page");
    QTest::addColumn<double>("score");
    const QList<QRectF> usual{QRectF(10, 10, 20, 10)};
    Json deep = "bottom";
    for (int i = 0; i < 190; ++i)
        deep = i % 2 == 0 ? Json{{"a", deep}} : Json::array({deep});
    constexpr auto infinity = std::numeric_limits<double>::infinity();
    QTest::newRow("deep") << deep << usual << 1 << 0.5;
    QTest::newRow("only a value") << Json("text") << usual << 1 << 0.5;
    QTest::newRow("nothing") << Json() << usual << 1 << 0.5;
    QTest::newRow("empty list") << Json::array() << usual << 1 << 0.5;
    QTest::newRow("strange names") << Json{{"", 1}, {"/", 2}, {"~", 3}, {"<b>x</b>", 4}, {"0", 5}} << usual << 1 << 0.5;
    QTest::newRow("long text") << Json{{"a", std::string(10'000'000, 'x')}, {"b", "y"}} << usual << 1 << 0.5;
    Json wide = Json::object();
    Json cells = Json::object();
    for (int i = 0; i < 2000; ++i)
        wide["member " + std::to_string(i)] = i;
    for (int i = 0; i < 300; ++i)
        cells["column " + std::to_string(i)] = i;
    QTest::newRow("very many members") << wide << usual << 1 << 0.5;
    QTest::newRow("very many columns") << Json(std::vector<Json>(40, cells)) << usual << 1 << 0.5;
    QTest::newRow("control characters") << Json{{"a\n\tb\x01", "x\x02\x1b[31m\n\n\ny"},
                                                {"b", "\xE2\x80\xAE"
                                                      "evil"}}
                                        << usual << 1 << 0.5;
    QTest::newRow("right to left") << Json{{"שם", "שלום עולם 123"}, {"b", "مرحبا"}} << usual << 1 << 0.5;
    QTest::newRow("names that are numbers")
        << Json{{"2024", {{"0", 1}}}, {"0", Json::array({1, 2})}} << usual << 1 << 0.5;
    QTest::newRow("huge score") << Json{{"a", 1}} << usual << 1 << 1e308;
    QTest::newRow("no number") << Json{{"a", 1}} << usual << 1 << std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("endless score") << Json{{"a", 1}} << usual << 1 << -infinity;
    QTest::newRow("page 0") << Json{{"a", 1}} << usual << 0 << 0.5;
    QTest::newRow("last page of all") << Json{{"a", 1}} << usual << std::numeric_limits<int>::max() << 0.5;
    QTest::newRow("below page 0") << Json{{"a", 1}} << usual << std::numeric_limits<int>::min() << 0.5;
    QTest::newRow("boxes elsewhere") << Json{{"a", 1}}
                                     << QList<QRectF>{QRectF(-1e9, -1e9, 1, 1), QRectF(1e300, 1e300, 1e300, 1e300)} << 1
                                     << 0.5;
    QTest::newRow("boxes of no size") << Json{{"a", 1}}
                                      << QList<QRectF>{QRectF(5, 5, -10, -10), QRectF(0, 0, infinity, 0)} << 1 << 0.5;
}

/// A server may send anything: whatever it is, the window shows it and goes on.
void TestResultsPage::absurdResultsAreShown()
{
    QFETCH(Json, json);
    QFETCH(QList<QRectF>, boxes);
    QFETCH(int, page);
    QFETCH(double, score);
    auto result = domain::resultFromPlain(json);
    const auto dress = [&](const auto &self, domain::ResultNode &node) -> void {
        if (node.kind == domain::ResultNode::Kind::Value)
            node.evidence = domain::Evidence{
                {{page, u"<img src=x>"_s, {boxes.begin(), boxes.end()}, QSizeF(100, 100)}}, score, score, {}, {}};
        for (auto &child : node.children)
            self(self, child);
    };
    dress(dress, result);
    m_page->setResult(result, {});
    m_page->setPageSizes({{595, 842}});
    const auto path = m_page->model()->values().empty() ? QString() : m_page->model()->values().back().path;
    m_page->select(path);
    for (const auto key : {Qt::Key_J, Qt::Key_K, Qt::Key_BracketRight, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_1,
                           Qt::Key_Down, Qt::Key_Up, Qt::Key_Right})
        QTest::keyClick(m_tree, key);
    QVERIFY(!m_page->grab().isNull());
    for (int column = 0; column < ResultModel::ColumnCount; ++column) {
        const auto index = m_tree->currentIndex().siblingAtColumn(column);
        QVERIFY(index.data(Qt::ToolTipRole).toString().size() < 5000);
        QVERIFY(index.data(Qt::AccessibleTextRole).toString().size() < 10'000'100);
    }
    QVERIFY(m_page->isVisible());
}

/// Names of pages are few, and all citations can be walked.
void TestResultsPage::hundredThousandCitations()
{
    constexpr int many = 100'000;
    domain::ResultNode value;
    value.name = u"total"_s;
    value.value = 1;
    value.evidence = domain::Evidence{};
    value.evidence->confidence = 0.5;
    for (int i = 0; i < many; ++i)
        value.evidence->citations.push_back({i + 1, u"1"_s, {QRectF(10, 10, 20, 10)}, {}});
    domain::ResultNode root;
    root.kind = domain::ResultNode::Kind::Object;
    root.children = {value};
    m_page->setPageSizes({{595, 842}});
    m_page->setResult(root, {});
    const auto pages = m_tree->currentIndex().siblingAtColumn(ResultModel::PageColumn).data().toString();
    QVERIFY2(pages.startsWith(u"1, 2, 3"_s) && pages.endsWith(u"…"_s) && pages.size() < 40, qPrintable(pages));
    QTest::keyClick(m_tree, Qt::Key_BracketRight);
    QCOMPARE(textOf(u"citationLabel"_s), u"citation 2 of %1"_s.arg(many));
    m_page->select(u"/total"_s, many - 1);
    QCOMPARE(textOf(u"citationLabel"_s), u"citation %1 of %1"_s.arg(many));
    // The document has one page: it says so.
    QVERIFY2(sentences().join(u' ').contains(u"Page 100000 was named"_s), qPrintable(sentences().join(u' ')));
    QVERIFY(!m_page->grab().isNull());
}

/// What cannot be seen, or would turn the text beside it around, is shown as a sign of its own.
void TestResultsPage::invisibleCharactersAreShown()
{
    m_page->setResult(domain::resultFromPlain(Json{{"a", "12\xE2\x80\xAE"
                                                         "34\x01"}}),
                      {});
    const auto shown = m_tree->currentIndex().siblingAtColumn(ResultModel::ValueColumn).data().toString();
    QCOMPARE(shown, u"12\uFFFD34\uFFFD"_s);
    // A copy is what the value is.
    QTest::keyClick(m_tree, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"12\u202E34\u0001"_s);
}

/// In a table with more columns than the pane has room for the chosen one is always in sight.
void TestResultsPage::wideTablesAreScrolled()
{
    Json cells = Json::object();
    for (int i = 0; i < 40; ++i)
        cells["column " + std::to_string(i)] = "value " + std::to_string(i);
    m_page->setResult(domain::resultFromPlain(Json{{"list", Json::array({cells, cells})}}), {});
    const auto isSeen = [&](const QString &path) {
        const auto cell = m_tree->rectOf(path);
        return cell.left() >= 0 && cell.right() <= m_tree->viewport()->width() && cell.width() >= 56;
    };
    m_page->select(u"/list/0/column 39"_s);
    QVERIFY(isSeen(u"/list/0/column 39"_s) && !isSeen(u"/list/0/column 0"_s));
    m_page->select(u"/list/1/column 0"_s);
    QVERIFY(isSeen(u"/list/1/column 0"_s));
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(m_tree, Qt::Key_Right);
    QCOMPARE(m_page->currentPath(), u"/list/1/column 20"_s);
    QVERIFY(isSeen(u"/list/1/column 20"_s));
    // A click goes to what is seen there.
    const auto beside = m_tree->rectOf(u"/list/0/column 19"_s);
    QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, beside.center());
    QCOMPARE(m_page->currentPath(), u"/list/0/column 19"_s);
}

/// Who walks through the group of values without evidence stays in it.
void TestResultsPage::groupWithoutEvidenceIsWalked()
{
    auto result = m_sample.result;
    for (auto &child : result.children)
        if (child.name == u"total"_s || child.name == u"tax"_s)
            child.evidence.reset();
    m_page->setResult(result, m_sample.schema);
    auto *model = m_page->model();
    QCOMPARE(model->rowCount(model->unprovenGroup()), 3);
    const auto *proxy = qobject_cast<const FilterProxy *>(m_tree->model());
    const auto group = proxy->mapFromSource(model->unprovenGroup());
    QVERIFY(m_tree->isExpanded(group));
    m_tree->setCurrentIndex(proxy->index(0, 0, group));
    QCOMPARE(m_page->currentPath(), u"/currency"_s);
    QTest::keyClick(m_tree, Qt::Key_J);
    QCOMPARE(m_page->currentPath(), u"/tax"_s);
    QCOMPARE(m_tree->currentIndex().parent(), group);
    // What is not in it is shown in its place.
    m_page->select(u"/due_date"_s);
    QCOMPARE(m_tree->currentIndex().parent(), QModelIndex());
    QTest::keyClick(m_tree, Qt::Key_4);
    QCOMPARE(m_tree->model()->rowCount(), 3);
}

/// What looks like HTML is shown as the text it is: a picture that it names is not opened.
void TestResultsPage::tipsSayWhatTheDocumentSays()
{
    m_page->setResult(domain::resultFromPlain(Json{{"a", "<img src='file:///etc/hostname'> <b>bold</b>"}}), {});
    const auto index = m_tree->currentIndex().siblingAtColumn(ResultModel::ValueColumn);
    const auto tip = index.data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"&lt;img"_s) && !tip.contains(u"<img"_s) && !tip.contains(u"<b>"_s), qPrintable(tip));
}

void TestResultsPage::waitingErrorAndNothing()
{
    m_page->showWaiting(u"Page 3 of 8 is being read."_s);
    QVERIFY(m_page->findChild<QLabel *>(u"waitingText"_s)->isVisible());
    m_page->showError({ErrorCode::DocumentProtected, {}, u"/tmp/petrel.pdf"_s});
    const auto *message = m_page->findChild<QWidget *>(u"resultsMessage"_s);
    QVERIFY(message->isVisible());
    QVERIFY(message->accessibleName().contains(u"password"_s));
    m_page->showNothing();
    QVERIFY(!message->isVisible());
    QVERIFY(m_page->currentPath().isEmpty());
}

void TestResultsPage::doubtfulCellsAreMarked()
{
    m_page->select(u"/total"_s);
    const auto image = m_tree->viewport()->grab().toImage();
    const auto &theme = common::Theme::lightTheme();
    const auto groundOf = [&](const QString &path) {
        return image.pixelColor(m_tree->rectOf(path).topLeft() + QPoint(4, 5));
    };
    QCOMPARE(groundOf(u"/line_items/1/unit_price"_s), theme.level(domain::ConfidenceLevel::Check).soft);
    QCOMPARE(groundOf(u"/line_items/2/quantity"_s), theme.level(domain::ConfidenceLevel::Low).soft);
    QCOMPARE(groundOf(u"/line_items/0/quantity"_s), theme.base);
    QCOMPARE(groundOf(u"/total"_s), theme.accentSoft);
}

void TestResultsPage::everythingActedOnHasAName()
{
    for (auto *button : m_page->findChildren<QAbstractButton *>()) {
        // Those inside of a line are Qt's own, named by their actions.
        if (qobject_cast<QLineEdit *>(button->parent())) {
            QVERIFY(!QAccessible::queryAccessibleInterface(button)->text(QAccessible::Name).isEmpty());
            continue;
        }
        QVERIFY(!button->objectName().isEmpty());
        QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName()));
    }
    QCOMPARE(m_tree->objectName(), u"resultTree"_s);
    QVERIFY(!m_tree->accessibleName().isEmpty());
}

QTEST_MAIN(TestResultsPage)
#include "tst_resultspage.moc"
